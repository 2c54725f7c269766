// MOTION: move something in an organisation (model guide, section 3, action 12; rulings 59-63).
import { z } from 'zod';
import { path } from '../../model/fields.ts';
import { MOTION_KINDS, PROHIBITED_ACTS } from '../../model/vocabulary.ts';
import type { MotionKind } from '../../model/vocabulary.ts';
import type { OrganisationView, Sight } from '../../view/view.ts';
import { MOTIONS } from '../motions/catalogue.ts';
import { accept, refusal, refuse } from '../refusals.ts';
import type { Refusal, Result } from '../refusals.ts';
import { motionTabled } from '../tabling.ts';
import { action, field, onlyWhile } from './action.ts';
import { capital, first } from './checks.ts';

const PRICE = 1;

/** Admissions are moved by the applicant, with MEMBERSHIP. */
const KINDS = MOTION_KINDS.filter((kind) => kind !== 'admission') as Exclude<MotionKind, 'admission'>[];

const parameters = z.strictObject({
  organisation: field.organisation(),
  kind: field.choice(KINDS as [typeof KINDS[number], ...typeof KINDS]),
  crisis: onlyWhile(field.crisis().nullable().default(null), 'kind', 'mandate'),
  amount: onlyWhile(field.number(1, 20, 2), 'kind', 'levy'),
  level: onlyWhile(field.number(0, 3, 1), 'kind', 'standard'),
  act: onlyWhile(field.choice(PROHIBITED_ACTS).nullable().default(null), 'kind', 'norm'),
  seat: onlyWhile(field.seat().nullable().default(null), 'kind', 'sanction', 'expulsion'),
  threat: onlyWhile(field.threat().nullable().default(null), 'kind', 'attribution'),
  claim: onlyWhile(field.hypothesis().nullable().default(null), 'kind', 'attribution'),
  accused: onlyWhile(field.optionalSeat(), 'kind', 'attribution'),
  domain: onlyWhile(field.domain().nullable().default(null), 'kind', 'standingForce'),
  count: onlyWhile(field.number(0, 4, 1), 'kind', 'standingForce'),
});
type Params = z.infer<typeof parameters>;

/** Of all parameters those of the kind. */
function ownParams({ kind, ...all }: Params): Result<Record<string, unknown>> {
  const { shape } = MOTIONS[kind].parameters as unknown as { shape: Record<string, z.ZodType> };
  const own = Object.fromEntries(Object.keys(shape).map((name) => [name, all[name as keyof typeof all]]));
  const read = MOTIONS[kind].parameters.safeParse(own);
  if (read.success) return accept(read.data);
  const name = String(read.error.issues[0]!.path[0]);
  return refuse(own[name] === null ? 'parameterMissing' : 'parameterInvalid', name, { parameter: name });
}

/** Members table, or the chairs alone where there are any, partners among them; other outsiders only whom a forum has let in. */
function barred(see: Sight, { members, chairs, forum }: OrganisationView): Refusal | null {
  const self = see.own.seat.id;
  if (forum?.turn === see.public.exercise.turn && forum.guests.includes(self)) return null;
  if (chairs.includes(self)) return null;
  return refusal(members.includes(self) ? 'notChair' : 'notMember', 'organisation');
}

export const MOTION = action<Params>({
  code: 'MOTION',
  timing: 'immediate',
  group: 'agreements',
  opensFrom: ['organisation'],
  visibility: 'parties',
  untilLock: true,
  pot: 'international',
  parameters,
  price: () => ({ money: 0, capital: PRICE }),
  refuse(see, params) {
    const organisation = see.public.organisations[params.organisation];
    if (!organisation) return refusal('organisationUnknown', 'organisation');
    const own = ownParams(params);
    const { turn, turns, phase } = see.public.exercise;
    return first(
      barred(see, organisation),
      own.ok ? MOTIONS[params.kind].refuse(see, organisation, own.value) : own.refusal,
      own.ok && Object.values(see.own.motions).some((motion) => motion.status === 'open' && motion.organisation === organisation.id && motion.kind === params.kind && JSON.stringify(motion.params) === JSON.stringify(own.value))
        ? refusal('alreadyMoved', 'kind') : null,
      phase === 'orders' && turn >= turns ? refusal('motionTooLate') : null,
      capital(see, PRICE),
    );
  },
  perform(state, self, params, _see, { desk, newId }) {
    const own = ownParams(params);
    if (!own.ok) return [];
    desk.add(path.seat(self, 'politicalCapital'), -PRICE, { name: 'motion', cause: params.organisation, sees: [self] });
    return motionTabled(state, { id: newId('motion'), organisation: params.organisation, kind: params.kind, params: own.value, by: self });
  },
});
