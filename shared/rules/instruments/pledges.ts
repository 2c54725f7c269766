// Pledges: one seat's word for a stake, judged like the clause it is made of (model guide, section 3, action 4; ruling 58).
import { path } from '../../model/fields.ts';
import type { Event, NewEvent } from '../../model/events.ts';
import type { Instrument, Pledge, State } from '../../model/state.ts';
import type { Audience, SeatId } from '../../model/vocabulary.ts';
import { CLAUSES } from '../clauses/catalogue.ts';
import type { StepDesk } from '../steps/desk.ts';
import { gain, loss } from '../trust.ts';
import { forceMajeure } from './compliance.ts';

export const PLEDGE_STAKE = 2;
const WITNESS_GAIN = 3;
const MISSED = { capital: 6, opinion: 2, trust: 6 } as const;

/** Kinds of clauses that one seat can promise by itself: to do something by a turn, or to keep to something until then. */
export const PLEDGED: Readonly<Record<string, 'done' | 'kept'>> = {
  TRAINING: 'done', EXERCISE: 'done', INTEL_SHARE: 'done', AID: 'done', MUTUAL_ASSIST: 'done', INFOSEC: 'kept', LIMIT: 'kept', NORM: 'kept', NOTIFY: 'kept',
};

export function audienceOfPledge({ by, to }: Pick<Pledge, 'by' | 'to'>): Audience {
  return to.length === 0 ? 'all' : [...new Set([by, ...to])].sort();
}

export function witnessesOf(state: State, { by, to }: Pledge): SeatId[] {
  return (to.length === 0 ? state.seatIds : to).filter((seat) => seat !== by);
}

/** The pledge as a text of its own between the one who gave it and those who heard it. */
function asText(state: State, pledge: Pledge): Instrument {
  const parties = [pledge.by, ...witnessesOf(state, pledge)].sort();
  return {
    id: pledge.id, parties, tabledBy: pledge.by, classification: 'R', status: 'inForce',
    versions: [{ version: 1, by: pledge.by, turn: pledge.turn, title: '', kind: 'mou', clauses: [pledge.clause!] }],
    signatures: {}, ratifications: {}, binding: 1, inForceSince: pledge.turn, entersTurn: null, tabledTurn: pledge.turn, suspendedBy: null,
    minParties: parties.length, invited: [], acceding: {}, active: {}, grounds: [], withdrawals: {}, endedTurn: null,
  };
}

/** What has become of the word this turn; null: nothing yet. */
function judged(state: State, pledge: Pledge, events: readonly (Event | NewEvent)[]): 'kept' | 'missed' | 'returned' | null {
  const { kind, params } = pledge.clause!;
  const last = state.turn >= pledge.dueTurn;
  // Windows of a clause that comes round again end with the pledge.
  const whole = kind === 'EXERCISE' ? { ...params, every: pledge.dueTurn - pledge.turn + 1, rotation: false } : params;
  const result = CLAUSES[kind]!.comply!({ state, instrument: asText(state, pledge), clause: 0, params: whole, seat: pledge.by, turn: state.turn, since: pledge.turn, caveats: [], events });
  if (result === 'missed' && !forceMajeure(state, pledge.by)) return PLEDGED[kind] === 'kept' || last ? 'missed' : null;
  if (PLEDGED[kind] === 'kept') return last && result !== 'missed' ? 'kept' : last ? 'returned' : null;
  if (result === 'met') return 'kept';
  return last ? 'returned' : null;
}

/** In step 10. A word that could not be tested, or that force majeure excused, gives the stake back and nothing more. */
export function judgePledges(desk: StepDesk, events: readonly (Event | NewEvent)[]): void {
  const { state } = desk;
  for (const pledge of Object.values(state.pledges)) {
    if (pledge.status !== 'open') continue;
    const outcome = judged(state, pledge, events);
    if (!outcome) continue;
    const audience = audienceOfPledge(pledge);
    const data = { pledge: pledge.id, by: pledge.by };
    if (outcome === 'missed') {
      const reason = { name: 'pledgeMissed', cause: pledge.id, with: pledge.clause!.kind };
      desk.add(path.seat(pledge.by, 'politicalCapital'), -MISSED.capital, reason);
      desk.add(path.seat(pledge.by, 'publicOpinion'), -MISSED.opinion, { ...reason, sees: audience });
      for (const witness of witnessesOf(state, pledge)) loss(desk, witness, pledge.by, MISSED.trust, reason);
      desk.emit({ type: 'pledgeMissed', data, audience });
      continue;
    }
    desk.add(path.seat(pledge.by, 'politicalCapital'), pledge.stake, { name: 'pledgeStake', cause: pledge.id });
    if (outcome === 'kept') for (const witness of witnessesOf(state, pledge)) gain(desk, witness, pledge.by, WITNESS_GAIN, { name: 'pledgeKept', cause: pledge.id, with: pledge.clause!.kind });
    desk.emit({ type: outcome === 'kept' ? 'pledgeKept' : 'pledgeReturned', data, audience });
  }
}
