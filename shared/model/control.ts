// What exercise control and evaluators do: injects that were changed, acts that can be taken back, ideas that were judged, notes, headlines and overrides.
import type { BotCharacter, BySeat, ControlDeed, InjectId, Phase, Rating, SeatId, TeamRole } from './vocabulary.ts';

export interface Decision {
  inject: InjectId;
  seat: SeatId;
  option: string | null;
}

/** An inject that has come due, or that another scheduled, and the turn from which it fires. */
export interface DueInject {
  inject: InjectId;
  turn: number;
  /** Seats that the event it waited for was about. */
  concerned: SeatId[];
}

/** A phase of a turn. */
export interface Moment {
  turn: number;
  phase: Phase;
}

/** What exercise control has made different of an inject; the scenario itself stays as it is. */
export interface InjectChange {
  title?: string;
  text?: string;
  to?: 'all' | SeatId[];
  /** The response expected, and the learning objective it serves; null: none. */
  expect?: string;
  objective?: string | null;
  /** Fires then, instead of by its own time, event, condition, delay and chance. */
  at?: Moment;
  /** Skipped by exercise control: it never fires. */
  dropped?: boolean;
}

/** Somebody who is seated elsewhere; null: in no seat. `role`: what they were in the team that they leave. */
export interface Move {
  participant: string;
  from: SeatId | null;
  to: SeatId | null;
  role?: TeamRole;
}

/** Bots of seats that people were moved from or to. */
export type MovedBots = BySeat<{ before: BotCharacter | null; after: BotCharacter | null }>;

/** An act of exercise control that can still be taken back, with what stood before it. */
export interface ControlAct {
  /** Sequence number of its event. */
  id: number;
  /** Who did it, as the record names people. */
  by: string;
  did: ControlDeed;
  /** Id of the inject, message or headline, the seat, the path of the number, or the people, joined by `+`. */
  subject: string;
  /** `people` of a seat: who sat in it. */
  before: { inject: { held: boolean; change: InjectChange | null } } | { seat: { bot: BotCharacter | null; people: string[] } } | { moved: { moves: Move[]; bots: MovedBots } } | { number: { before: number; after: number } } | null;
}

/** An idea that no action covers: argued by everybody, judged by exercise control (model guide, section 5). */
export interface MatrixOrder {
  id: string;
  seat: SeatId;
  turn: number;
  /** What the ministry does, what that brings about, and three reasons why it should. */
  act: string;
  effect: string;
  reasons: string[];
  arguments: { seat: SeatId; side: 'for' | 'against'; text: string }[];
  /** `removed`: taken away by exercise control, words and all. */
  status: 'open' | 'judged' | 'withdrawn' | 'removed';
  /** Percent; null until judged. */
  odds: number | null;
  success: boolean | null;
  /** What came of it, in the words of exercise control. */
  outcome: string;
}

/** A note for the evaluation: whether a task, an objective or the expected response to an inject was seen. */
export interface Evidence {
  id: string;
  objective: string | null;
  /** Which of the objective's tasks, counted from 0; null: not a task of its own. */
  task: number | null;
  inject: InjectId | null;
  turn: number;
  met: boolean;
}

/** An evaluator's note on a moment of the exercise. People of exercise control are named by their opaque ids. */
export interface Observation {
  id: string;
  by: string;
  /** The moment: `seq` is the place of the event that pinned it. */
  turn: number;
  phase: Phase;
  seq: number;
  at: number;
  text: string;
  objective: string | null;
  seat: SeatId | null;
  rating: Rating | null;
  /** Read by its author alone. */
  private: boolean;
  /** Read by everybody once the debrief has begun. */
  disclosed: boolean;
  /** Its latest wording, if it is not the first. */
  changed: { by: string; at: number; seq: number } | null;
  removed: { by: string; at: number } | null;
}

/** News that everybody reads, put out by exercise control in the name of a newspaper, a station, a spokesperson. */
export interface Headline {
  id: string;
  outlet: string;
  text: string;
  turn: number;
  phase: Phase;
  /** Taken back by exercise control: its words are gone from every screen. */
  withdrawn: boolean;
}

/** A number that exercise control set by hand, and why. */
export interface Override {
  id: string;
  /** As in fields.ts. */
  path: string;
  before: number;
  after: number;
  reason: string;
  turn: number;
  phase: Phase;
  at: number;
  by: string;
  undone: { by: string; at: number } | null;
}
