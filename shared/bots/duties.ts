// What a bot does to keep the word its seat gave: a joint act, an order or an answer per kind of clause.
import type { SeatId } from '../model/vocabulary.ts';
import { interoperabilityOf } from '../rules/instruments/standards.ts';
import { clausesInForce } from '../rules/instruments/binding.ts';
import type { InvitationView, ObligationView, Sight } from '../view/view.ts';
import type { Wish } from './agenda.ts';
import { DOMAINS } from '../model/vocabulary.ts';
import { others, thisTurn } from './outlook.ts';

/** What the seat has promised in a text. */
export type Word = Pick<ObligationView, 'kind' | 'instrument' | 'params'>;
export type Keeps = (word: Word) => boolean;

type Keeper = (see: Sight, duty: ObligationView) => Wish[];

export const partiesTo = (see: Sight, duty: Word): SeatId[] =>
  (see.own.instruments[duty.instrument]?.parties ?? []).filter((party) => party !== see.own.seat.id);

/** Turns before a standard is due in which a bot works on it. */
const STANDARD_AHEAD = 2;

/** Clauses that need nothing here are kept by what the bot does anyway: paying, deploying, passing reports on, answering. */
const KEEPERS: Readonly<Record<string, Keeper>> = {
  TRAINING(see, { params }) {
    const self = see.own.seat.id;
    const { domain, provider, trainee } = params as { domain: string; provider: SeatId; trainee: SeatId };
    const other = provider === self ? trainee : provider;
    const offered = thisTurn(see, 'EXCHANGE').some((one) => one.params.domain === domain && (one.from === other || one.to.includes(other)));
    return offered ? [] : [{ action: 'EXCHANGE', params: { partner: other, domain, role: provider === self ? 'give' : 'take' } }];
  },
  EXERCISE(see, duty) {
    const { domains, minimum } = duty.params as { domains: string[]; minimum: number };
    const called = thisTurn(see, 'EXERCISE').some((one) => domains.includes(one.params.domain as string) && one.to.length + 1 >= minimum);
    return called ? [] : [exerciseWith(see, partiesTo(see, duty), domains[0]!)];
  },
  INCIDENT_PROC(see, duty) {
    const others = partiesTo(see, duty);
    return Object.values(see.public.crises)
      .filter(({ open, incident }) => open && incident?.parties.includes(see.own.seat.id) && incident.parties.some((party) => others.includes(party)))
      .map(({ id }) => ({ action: 'DECONFLICT', params: { crisis: id } }));
  },
  STANDARD(see, duty) {
    const target = interoperabilityOf(duty.params.level as number);
    const short = partiesTo(see, duty).filter((other) => (see.own.relations[other]?.interoperability ?? target) < target);
    const asked = thisTurn(see, 'STANDARDISE').length > 0;
    const early = duty.dueTurn - see.public.exercise.turn > STANDARD_AHEAD;
    return short.length === 0 || asked || early ? [] : [{ action: 'STANDARDISE', params: { partners: short } }];
  },
  AID(see, { params }) {
    const { from, to, what, amount } = params as { from: SeatId; to: SeatId; what: string; amount: number };
    if (from !== see.own.seat.id) return [];
    const domain = [...DOMAINS].sort((a, b) => see.own.ministry.packages[b] - see.own.ministry.packages[a])[0]!;
    return [{ action: 'AID', params: { partner: to, what, ...(what === 'package' ? {} : { amount }), ...(what === 'money' ? {} : { domain }), public: true } }];
  },
  INFOSEC: (see, { params }) => (see.own.ministry.security < (params.minimum as number) ? [{ action: 'HARDEN', params: {} }] : []),
};

/** An exercise at home with everybody else invited to watch, so that nobody is made uneasy. */
export function exerciseWith(see: Sight, partners: readonly SeatId[], domain: string): Wish {
  const { region } = see.public.seats[see.own.seat.id]!;
  return { action: 'EXERCISE', params: { partners: [...partners], domain, region, observers: others(see).filter((seat) => !partners.includes(seat)) } };
}

/** What is to be done now for the duties that are open, soonest due first. */
export function dutyWishes(see: Sight, keeps: Keeps): Wish[] {
  return Object.values(see.own.obligations)
    .filter((duty) => !duty.done && keeps(duty))
    .sort((a, b) => a.dueTurn - b.dueTurn || (a.id < b.id ? -1 : 1))
    .flatMap((duty) => KEEPERS[duty.kind]?.(see, duty) ?? []);
}

/** Joint acts that a clause promises to answer, and which calls it speaks of. */
const ANSWERED: Readonly<Record<string, { kind: string; covers?(promised: Record<string, unknown>, called: Record<string, unknown>): boolean }>> = {
  CHANNEL: { kind: 'HOTLINE', covers: (_promised, { channel }) => channel === 'hotline' },
  INSPECT: { kind: 'INSPECT', covers: ({ regions }, { region }) => (regions as string[]).includes(region as string) },
  EXCHANGE: { kind: 'TRAINING', covers: ({ domain }, called) => called.domain === domain },
  EXERCISE: { kind: 'EXERCISE', covers: ({ domains }, { domain }) => (domains as string[]).includes(domain as string) },
};

/** Promises of this seat under which it owes the author of an invitation a yes. */
export function promisesOf(see: Sight, { action, from, params }: InvitationView): Word[] {
  const answered = ANSWERED[action];
  if (!answered) return [];
  const done = (instrument: string, clause: number) => Object.values(see.own.obligations).some((duty) => duty.instrument === instrument && duty.clause === clause && duty.done);
  return clausesInForce(see.own.instruments, answered.kind).filter(({ instrument, clause, parties, params: promised }) =>
    parties.includes(from) && parties.includes(see.own.seat.id) && !done(instrument, clause) && (answered.covers?.(promised, params) ?? true));
}
