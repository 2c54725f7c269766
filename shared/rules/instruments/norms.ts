// Norms: which acts break one, who adheres, and what a breach costs (model guide, section 3; ruling 53).
import type { Event, EventData, EventType, NewEvent } from '../../model/events.ts';
import type { State } from '../../model/state.ts';
import type { ProhibitedAct, SeatId } from '../../model/vocabulary.ts';
import { clausesInForce } from './binding.ts';

/** What the breach of a norm costs: trust of each other adherent, political capital and public opinion. No bindingness is added. */
export const NORM_PENALTY = { trust: 6, capital: 6, opinion: 3 } as const;

export interface NormParams {
  act: ProhibitedAct;
  /** Adherence is the parties' own business, and a breach comes to light only when it is uncovered. */
  secret: boolean;
}

/** The turn as a norm looks at it: the state at its end and what happened in it. */
export interface Turn {
  state: State;
  events: readonly (Event | NewEvent)[];
}

function dataOf<T extends EventType>({ events }: Turn, type: T): EventData[T][] {
  return events.filter((event) => event.type === type).map((event) => event.data as EventData[T]);
}

/** Did the seat do it, so that the public or one of the `others` who adhere knows? What stays hidden breaks nothing (yet). */
const DONE: Record<ProhibitedAct, (turn: Turn, seat: SeatId, others: readonly SeatId[]) => boolean> = {
  cyberOperation: (turn, seat) => dataOf(turn, 'cyberOperationExposed').some((one) => one.seat === seat),
  showOfForce: (turn, seat) => dataOf(turn, 'forceShown').some((one) => one.seat === seat),
  deception: (turn, seat, others) => dataOf(turn, 'deceptionDetected').some(({ by, target }) => by === seat && others.includes(target)),
  leak: (turn, seat, others) => dataOf(turn, 'leakOccurred').some((one) => one.seat === seat && one.deliberate && one.traced && others.some((other) => other === one.originator)),
  unmannedForce: ({ state }, seat) => Object.values(state.crises).some(({ deployments }) => (deployments[seat] ?? []).some(({ domain, count }) => domain === 'UXS' && count > 0)),
};

/** Did an adherent break a norm on the act this turn, to the knowledge of the public or of another adherent? */
export function breaksNorm(act: ProhibitedAct, turn: Turn, seat: SeatId, others: readonly SeatId[]): boolean {
  return DONE[act](turn, seat, others);
}

type Bound = Pick<State, 'instruments' | 'organisations'>;

/** Acts that the seat has forsworn: by clauses in force, or by norms of organisations it is a member of. */
export function normsOn({ instruments, organisations }: Bound, seat: SeatId): ProhibitedAct[] {
  const clauses = clausesInForce<NormParams>(instruments, 'NORM').filter(({ parties }) => parties.includes(seat)).map(({ params }) => params.act);
  const common = Object.values(organisations).filter(({ members }) => members.includes(seat)).flatMap(({ norms }) => norms);
  return [...new Set([...clauses, ...common])];
}

/** Who adheres to a norm on the act, as far as `seat` may know: by texts it is a party to, by public ones, and by norms of organisations, which everybody may read. */
export function adherentsKnownTo({ instruments, organisations }: Bound, act: ProhibitedAct, seat: SeatId): SeatId[] {
  const known = clausesInForce<NormParams>(instruments, 'NORM')
    .filter(({ instrument, parties, params }) => params.act === act && (parties.includes(seat) || instruments[instrument]!.classification === 'U'));
  const common = Object.values(organisations).filter(({ norms }) => norms.includes(act)).flatMap(({ members }) => members);
  return [...new Set([...known.flatMap(({ parties }) => parties), ...common])].sort();
}
