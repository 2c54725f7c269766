// HOST: admit packages of another ministry to a crisis in one's own region, ask for that, or take it back (model guide, section 3, action 35; ruling 28).
import { z } from 'zod';
import { path } from '../../model/fields.ts';
import type { NewEvent } from '../../model/events.ts';
import type { CrisisId, SeatId } from '../../model/vocabulary.ts';
import { ownerOf } from '../hosting.ts';
import { refusal } from '../refusals.ts';
import type { Sight } from '../../view/view.ts';
import { action, field, onlyWhile } from './action.ts';
import type { ActContext } from './action.ts';
import { capital, crisisOpen, first, partner } from './checks.ts';

export const HOST_ACTS = ['request', 'grant', 'revoke'] as const;

const parameters = z.strictObject({
  act: field.choice(HOST_ACTS),
  partner: field.seat(),
  crisis: field.crisis(),
  cap: onlyWhile(field.number(1, 8, 4), 'act', 'request', 'grant'),
  /** Last turn of it; 0: without end. */
  until: onlyWhile(field.number(0, 20, 0), 'act', 'request', 'grant'),
});
type Params = z.infer<typeof parameters>;

/** What granting costs the host at home: ⌊SOV/3⌋. */
const priceFor = (sovereignty: number) => Math.floor(sovereignty / 3);

function ownerInSight(see: Sight, crisis: CrisisId): SeatId | null {
  return ownerOf(see.public.exercise.seats, (seat) => see.public.seats[seat]!.region, see.public.crises[crisis]!.region);
}

function granted({ desk, newId }: ActContext, host: SeatId, guest: SeatId, { crisis, cap, until }: Params): NewEvent[] {
  const { state } = desk;
  desk.add(path.seat(host, 'politicalCapital'), -priceFor(state.seats[host]!.sovereignty), { name: 'hosting', cause: 'HOST', with: guest });
  desk.add(path.seat(host, 'publicOpinion'), 1, { name: 'hosting', cause: 'HOST', with: guest });
  return [{ type: 'hostGranted', data: { grant: { id: newId('grant'), host, guest, region: state.scenario.crises[crisis]!.region, crisis, cap, until: until === 0 ? null : until } }, audience: 'all' }];
}

export const HOST = action<Params>({
  code: 'HOST',
  timing: 'joint',
  group: 'diplomacy',
  opensFrom: ['country', 'crisis'],
  visibility: 'public',
  points: 0,
  pot: 'international',
  parameters,
  partners: ({ act, partner: owner }) => (act === 'request' ? [owner] : []),
  price: (see, { act }, { role }) => ({ money: 0, capital: (act === 'grant') === (role === 'host') && act !== 'revoke' ? priceFor(see.own.ministry.sovereignty) : 0 }),
  refuse(see, { act, partner: other, crisis, until }) {
    const closed = first(crisisOpen(see, crisis), partner(see, other));
    if (closed) return closed;
    const self = see.own.seat.id;
    const owner = ownerInSight(see, crisis);
    const held = see.public.crises[crisis]!;
    const stands = held.hosts.includes(other) || Object.values(see.public.hostGrants).some((grant) => grant.host === self && grant.guest === other && grant.crisis === crisis);
    return first(
      act === 'request' && (owner === null || owner === self) ? refusal('consentNotNeeded', 'crisis') : null,
      act === 'request' && owner !== other ? refusal('notHost', 'partner') : null,
      act !== 'request' && owner !== self ? refusal('notHost', 'crisis') : null,
      act !== 'revoke' && until !== 0 && until < see.public.exercise.turn ? refusal('parameterInvalid', 'until', { min: see.public.exercise.turn, max: see.public.exercise.turns }) : null,
      act === 'revoke' && !stands ? refusal('grantUnknown', 'partner') : null,
      act === 'grant' ? capital(see, priceFor(see.own.ministry.sovereignty)) : null,
    );
  },
  acceptable: (see) => capital(see, priceFor(see.own.ministry.sovereignty)),
  perform(_state, self, params, _see, context) {
    if (params.act === 'revoke') return [{ type: 'hostRevoked', data: { host: self, guest: params.partner, crisis: params.crisis }, audience: 'all' }];
    return granted(context, self, params.partner, params);
  },
  consented: (_state, { from, to, params }, context) => granted(context, to[0]!, from, params as Params),
});
