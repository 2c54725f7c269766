// What travels beside the synchronised state: requests of the room with their answers, and the bodies of the HTTP interface.
import { z } from 'zod';
import { controlCommand, deadline, participantCommand, recipients, seatCommand, teamCommand } from '../model/commands.ts';
import type { Event } from '../model/events.ts';
import type { Change } from '../model/change.ts';
import { effect } from '../scenario/schema.ts';
import type { Refusal } from '../rules/refusals.ts';
import type { EventView } from '../view/event-for.ts';
import type { Documents } from './documents.ts';
import type { Expected } from '../model/roster.ts';
import { LONGEST_NAME, LONGEST_NOTE, MOST_EXPECTED } from '../model/roster.ts';
import { STAFF_ROLES } from '../model/roles.ts';
import type { Role, Sight, StaffRole } from '../model/roles.ts';
import { BOT_CHARACTERS, MISSING_ORDERS, TEAM_ROLES } from '../model/vocabulary.ts';
import type { BotCharacter, Phase, SeatId, Status } from '../model/vocabulary.ts';

/** Exercises of one set-up side by side. */
export const MOST_WORLDS = 6;

/** Room request `command`: answered with CommandAnswer. `as`: the ministry in whose name exercise control asks, and nobody else may. */
export const commandRequest = z.strictObject({ id: z.string().min(8).max(64), as: z.string().regex(/^[A-Z]{3}$/).optional(), command: z.union([seatCommand, participantCommand, teamCommand, controlCommand]) });
export type CommandRequest = z.infer<typeof commandRequest>;
/** `seq` counts the asker's own accepted commands. A refusal is an answer like any other: the command was heard and not carried out. */
export type CommandAnswer = { accepted: true; seq: number } | { accepted: false; refusal: Refusal };

/** Request `commandWorlds` of the room of a cohort: one command of exercise control to several of its worlds. Answered by the id of each exercise. */
export const commandWorldsRequest = z.strictObject({ id: z.string().min(8).max(64), worlds: z.array(z.string().min(1).max(64)).min(1).max(MOST_WORLDS), command: controlCommand });
export type CommandWorldsRequest = z.infer<typeof commandWorldsRequest>;
export type CommandWorldsAnswer = Record<string, CommandAnswer>;

/** Room request `history`: what this viewer may see of one turn's events. `as` lets control look as a seat. */
export const historyRequest = z.strictObject({ turn: z.int().min(0).max(20), as: z.string().max(8).optional() });
export type HistoryRequest = z.infer<typeof historyRequest>;
/** An event as one viewer may see it. `number` counts, within the turn, what this viewer may see: nothing hidden shifts it. */
export type SeenEvent = EventView & { number: number; at: number; turn: number; phase: Phase };
export type HistoryAnswer = { turn: number; events: SeenEvent[] };

/** Room request `preview`, of exercise control alone: what an inject (to others, with `to`), effects for the idea of a seat, or effects of an inject to `to` would do now. Answered with Preview. */
export const previewRequest = z.union([
  z.strictObject({ inject: z.string().min(1).max(64), to: recipients.optional() }),
  z.strictObject({ effects: z.array(effect).max(20), seat: z.string().regex(/^[A-Z]{3}$/).nullable() }),
  z.strictObject({ effects: z.array(effect).max(20), to: recipients }),
]);
export type PreviewRequest = z.infer<typeof previewRequest>;
/** Numbers before and after by their paths, and what would happen besides. */
export interface PreviewAnswer { changes: Change[]; events: { type: Event['type']; data: Event['data']; audience: Event['audience'] }[] }

/** Room message `opened`, of a participant: injects that were before their eyes. Not part of the record; exercise control alone learns of it. */
export const openedMessage = z.strictObject({ injects: z.array(z.string().min(1).max(64)).min(1).max(100) });
export type OpenedMessage = z.infer<typeof openedMessage>;

/** Room message `notice`, sent to everybody: something befell the exercise that no event tells. */
export interface Notice { refusal: Refusal }

// --- HTTP, all JSON under /api; errors are { refusal } with a fitting status ---

export interface ScenarioCard {
  id: string;
  title: string;
  summary: string;
  learning: string[];
  turns: number;
  phases: Record<Phase, number>;
  /** `character`: who plays it when nobody does; null where the scenario leaves that open. */
  seats: { id: SeatId; name: string; optional: boolean; character: BotCharacter | null }[];
  /** Smaller casts that the scenario was written for. */
  variants: { name: string; seats: SeatId[]; text: string }[];
}

function isZone(name: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone !== '';
  } catch {
    return false;
  }
}

/** POST /api/exercises (instructor token in `Authorization: Bearer`). */
export const createExerciseRequest = z.strictObject({
  scenario: z.string().max(64),
  title: z.string().max(80).optional(),
  turns: z.int().min(1).max(20).optional(),
  phases: z.partialRecord(z.enum(['briefing', 'negotiation', 'orders', 'resolution', 'review']), z.int().min(0).max(604800)).optional(),
  seats: z.array(z.string().regex(/^[A-Z]{3}$/)).min(2).max(12).optional(),
  bots: z.record(z.string(), z.enum(BOT_CHARACTERS)).optional(),
  seed: z.string().min(1).max(40).optional(),
  advanceWhenReady: z.boolean().optional(),
  namesShown: z.boolean().optional(),
  teams: z.boolean().optional(),
  mode: z.enum(['class', 'course']).optional(),
  zone: z.string().max(64).refine(isZone).optional(),
  schedule: z.array(deadline).max(100).optional(),
  missingOrders: z.enum(MISSING_ORDERS).optional(),
  grace: z.int().min(0).max(7 * 86_400).optional(),
  /** Exercises of this set-up that run side by side. */
  worlds: z.int().min(1).max(MOST_WORLDS).optional(),
  /** Whether the worlds share their hidden causes and all luck, or have different ones. */
  causes: z.enum(['same', 'different']).optional(),
});
export type CreateExerciseRequest = z.infer<typeof createExerciseRequest>;
export interface ExerciseCard {
  id: string;
  code: string;
  title: string;
  scenario: string;
  status: Status;
  turn: number;
  turns: number;
  createdAt: number;
  participants: number;
  /** Addresses at which participants on the local network reach the join page. */
  joinUrls: string[];
  /** The cohort it is a world of, its place there from 0, and how many there are. */
  cohort: string;
  world: number;
  worlds: number;
}

/** GET /api/cohorts (instructor): the worlds of one set-up, with the code that leads into any of them. */
export interface CohortCard {
  id: string;
  /** Where there is one world, its own. */
  code: string;
  title: string;
  scenario: string;
  createdAt: number;
  /** Its door is closed to newcomers. */
  closed: boolean;
  joinUrls: string[];
  worlds: ExerciseCard[];
}
/** GET /api/cohorts/ID: the room of the cohort is there and may be joined by its id, with the same token. */
export interface CohortCheck extends CohortCard { room: string }

/** POST /api/join. Answered with Session. `world`: the one wished for, where the code leads into several. Whoever shows the token of somebody who runs the exercise finds its door open. */
export const joinRequest = z.strictObject({ code: z.string().max(12), name: z.string().trim().min(1).max(40), role: z.enum(['participant', 'observer']).default('participant'), world: z.int().min(0).max(MOST_WORLDS - 1).optional() });
export type JoinRequest = z.infer<typeof joinRequest>;
/** Kept by the browser; `token` opens the room and survives reloads. */
export interface Session {
  exercise: string;
  participant: string;
  name: string;
  role: Role;
  /** Of an observer who was invited; left out, what everybody sees. */
  sight?: Sight;
  /** Came by a staff link: its id. */
  link?: string;
  /** Of a world that has others beside it: its place among them, from 0. */
  world?: number;
  /** The cohort of these worlds, for those who run them. */
  cohort?: string;
  token: string;
}

/** POST /api/exercises/ID/staff, of the instructor alone: a link for one more of the staff. Answered with StaffInvitation, whose token is told this once. */
export const staffRequest = z.strictObject({ role: z.enum(STAFF_ROLES), sight: z.string().regex(/^(public|all|[A-Z]{3})$/).optional(), name: z.string().trim().min(1).max(40) });
export type StaffRequest = z.infer<typeof staffRequest>;
export interface StaffInvitation { link: StaffLink; token: string }
/** GET /api/exercises/ID/staff: the links that open this exercise, and who came by them. DELETE /api/exercises/ID/staff/LINK takes one back; answered with the list. */
export interface StaffLink { id: string; role: StaffRole; sight: Sight | null; name: string; createdAt: number; people: { participant: string; name: string }[] }

const expected = z.strictObject({
  id: z.string().min(1).max(24), name: z.string().trim().min(1).max(LONGEST_NAME), world: z.int().min(0).max(63).nullable(), seat: z.string().regex(/^[A-Z]{3}$/).nullable(),
  role: z.enum(TEAM_ROLES).nullable(), watches: z.boolean(), note: z.string().trim().max(LONGEST_NOTE),
});
/** GET /api/exercises/ID/roster: who is expected in the cohort of the exercise. POST changes the whole of it, as it was at `version`; both answered with RosterAnswer. */
export const rosterRequest = z.strictObject({ version: z.int().min(0), entries: z.array(expected).max(MOST_EXPECTED) });
export type RosterRequest = z.infer<typeof rosterRequest>;
/** `here`: who has joined under the name of an entry, by its id. */
export interface RosterAnswer { version: number; worlds: number; world: number; entries: Expected[]; here: Record<string, { exercise: string; world: number; participant: string }[]> }

/** POST /api/exercises/ID/door: closes the door of the cohort of the exercise to newcomers, or opens it. Answered with DoorAnswer. */
export const doorRequest = z.strictObject({ closed: z.boolean() });
export interface DoorAnswer { closed: boolean }

/** POST /api/exercises/ID/people/PARTICIPANT/link: a link with which somebody who came by the code goes on in another browser. Its token is that of their session from now on; the one before opens nothing any more. */
export interface WayBack { token: string }

/** POST /api/staff/look: what a staff link opens. */
export const staffLookRequest = z.strictObject({ token: z.string().min(1).max(128) });
export interface StaffLook { link: string; role: StaffRole; sight: Sight | null; name: string; exercises: { id: string; title: string; world: number; watched: string | null }[] }

/** POST /api/staff: comes in by a staff link, into one of the exercises that it opens. Answered with Session. */
export const staffEntryRequest = z.strictObject({ token: z.string().min(1).max(128), exercise: z.string().max(64), name: z.string().trim().min(1).max(40) });
export type StaffEntryRequest = z.infer<typeof staffEntryRequest>;

/** POST /api/instructor: turns the token of the printed link into one that a browser keeps. Answered with { token }. */
export const instructorRequest = z.strictObject({ token: z.string().min(1).max(128) });

/** GET /api/exercises/ID/session (or /api/session), with the session's token: the room is there and may be joined by its id. */
export interface SessionCheck extends Session { room: string }

/** GET /api/exercises/ID/replay?as=SEAT|public|control: what that viewer saw, phase by phase; each frame tells what changed since the one before. */
export interface ReplayFrame { number: number; at: number; turn: number; phase: Phase; status: Status; slices: Record<string, { set: Documents; gone: string[] }> }
export interface ReplayAnswer { exercise: string; title: string; as: string; frames: ReplayFrame[] }

/** GET /api/exercises/ID/calendar, with the session's token: what opens /api/exercises/ID/calendar.ics?token=… and nothing else. */
export interface CalendarToken { token: string }

/** One of the worlds that a code leads into. */
export interface WorldPreview {
  exercise: string;
  /** From 0. */
  world: number;
  status: Status;
  /** Who joined, seated or not. */
  people: number;
  seats: { id: SeatId; name: string; ministry: string; people: number }[];
}

/** GET /api/join/CODE: what a person sees before giving a name: the world where the fewest are, and all that may be chosen. */
export interface JoinPreview extends WorldPreview {
  title: string;
  /** Only those come in who are expected by name. */
  closed: boolean;
  worlds: WorldPreview[];
}

/** POST /api/practice: one person alone, bots in every other seat. */
export const practiceRequest = z.strictObject({ scenario: z.string().max(64), name: z.string().trim().min(1).max(40), seat: z.string().regex(/^[A-Z]{3}$/).optional(), bots: z.enum(BOT_CHARACTERS).optional() });
export type PracticeRequest = z.infer<typeof practiceRequest>;

export type { BotCharacter };
