// One world among parallel ones, for exercise control alone: where its clock, its seats and its crises stand, and what each turn left behind.
import type { State } from '../model/state.ts';
import type { BotCharacter, CrisisId, InjectId, SeatId } from '../model/vocabulary.ts';
import { injectOf } from '../rules/inject-list.ts';
import { standingOf } from '../rules/steps/snapshot.ts';
import type { Makers } from './keep.ts';
import { whole } from './keep.ts';
import { publicView, seatSight } from './view-for.ts';
import { awaitedTexts, undecided } from './waiting.ts';
import type { PublicView } from './view.ts';

/** As everybody there sees it. */
export type WorldClock = Pick<PublicView['exercise'], 'status' | 'turn' | 'turns' | 'phase' | 'deadline' | 'remaining' | 'pauseReason' | 'breakUntil' | 'awaited' | 'mode'>;

export interface WorldSeat {
  seat: SeatId;
  name: string;
  people: number;
  bot: BotCharacter | null;
  ready: boolean;
  /** Orders on the sheet, drafts and injects that wait for the seat. */
  orders: number;
  drafts: number;
  unread: number;
}

export interface WorldCrisis {
  id: CrisisId;
  number: number;
  name: string;
  open: boolean;
  severity: number;
  rung: number;
  /** After each turn. */
  history: { turn: number; severity: number; rung: number }[];
}

/** Kept and missed of the duties that were due. */
export interface Duties {
  kept: number;
  missed: number;
}

export interface WorldFigures {
  inForce: number;
  onTable: number;
  leaks: number;
  duties: Duties;
}

/** What one turn left behind; null where the record is older than the count. */
export interface WorldTurn {
  turn: number;
  inForce: number | null;
  /** In this turn. */
  leaks: number | null;
  duties: Duties;
}

export interface WorldDecision {
  inject: InjectId;
  title: string;
  /** In which the inject came. */
  turn: number;
  /** Id and label of what each seat chose. */
  chosen: { seat: SeatId; option: string; label: string }[];
}

export interface WorldSummary {
  clock: WorldClock;
  seats: WorldSeat[];
  crises: WorldCrisis[];
  figures: WorldFigures;
  /** Those that are over. */
  turns: WorldTurn[];
  decisions: WorldDecision[];
}

const WORLD: Makers<Omit<WorldSummary, 'clock' | 'seats'>> = {
  crises: (state) => Object.values(state.crises).filter(({ openedTurn }) => openedTurn > 0).map(({ id, open, severity, rung, history }, index) =>
    ({ id, number: index + 1, name: state.scenario.crises[id]!.name, open, severity, rung, history: history.filter(({ turn }) => turn > 0) })),
  figures: (state) => ({
    ...standingOf(state),
    onTable: Object.values(state.instruments).filter(({ status }) => status === 'tabled' || status === 'signed').length,
    duties: dutiesOf(state, null),
  }),
  turns: (state) => state.snapshots.map(({ turn, inForce, leaks }, index): WorldTurn => {
    const before = index === 0 ? 0 : state.snapshots[index - 1]!.leaks;
    return { turn, inForce: inForce ?? null, leaks: leaks === undefined || before === undefined ? null : leaks - before, duties: dutiesOf(state, turn) };
  }),
  decisions: (state) => [...new Set(state.decisions.map(({ inject }) => inject))].flatMap((inject) => {
    const draft = injectOf(state, inject);
    const fired = state.injects.find(({ id }) => id === inject);
    if (!draft || !fired) return [];
    const label = (option: string) => draft.decide?.options.find(({ id }) => id === option)?.label ?? option;
    const chosen = state.decisions.flatMap((one) => (one.inject === inject && one.option !== null ? [{ seat: one.seat, option: one.option, label: label(one.option) }] : []));
    return [{ inject, title: draft.title, turn: fired.turn, chosen: chosen.sort((a, b) => (a.seat < b.seat ? -1 : 1)) }];
  }),
};

/** Of one turn, or of all. */
function dutiesOf(state: State, turn: number | null): Duties {
  const found = (result: 'met' | 'missed') => state.findings.filter((finding) => finding.result === result && (turn === null || finding.turn === turn)).length;
  return { kept: found('met'), missed: found('missed') };
}

const WORLD_VIEWER = 'world';

export function worldSummary(state: State): WorldSummary {
  const { exercise: { status, turn, turns, phase, deadline, remaining, pauseReason, breakUntil, awaited, mode }, seats } = publicView(state);
  return {
    clock: { status, turn, turns, phase, deadline, remaining, pauseReason, breakUntil, awaited, mode },
    ...whole(WORLD, WORLD_VIEWER, state),
    seats: state.seatIds.map((seat): WorldSeat => {
      const { name, people, bot, ready } = seats[seat]!;
      const see = seatSight(state, seat);
      return { seat, name, people, bot, ready, orders: see.own.sheet.orders.length, drafts: awaitedTexts(see).length, unread: undecided(see).length };
    }),
  };
}
