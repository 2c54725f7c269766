// What can be asked: the commands of a seat, of exercise control and of the clock, as zod schemas with their types.
import { z } from 'zod';
import { isReserved } from './names.ts';
import { effect } from '../scenario/schema.ts';
import { BOT_CHARACTERS, MATRIX_ODDS, PHASES, RATINGS, STAND_INS, TEAM_ROLES } from './vocabulary.ts';
import type { SeatId } from './vocabulary.ts';

const id = z.string().min(1).max(64).refine((name) => !isReserved(name));
const seat = z.string().regex(/^[A-Z]{3}$/);
const text = (max: number) => z.string().max(max);
/** Everybody, or these seats. */
export const recipients = z.union([z.literal('all'), z.array(seat).min(1).max(12)]);
const moment = z.strictObject({ turn: z.int().min(1).max(20), phase: z.enum(PHASES) });
/** Up to the year 2100. */
export const deadline = z.strictObject({ turn: z.int().min(1).max(20), phase: z.enum(PHASES), at: z.int().min(0).max(4_102_444_800_000) });
/** Everybody reads it. */
const why = text(200).optional();
const params = z.record(z.string().max(40), z.unknown());

export const orderInput = z.strictObject({
  id,
  action: z.string().max(30),
  params,
  intent: text(200).default(''),
  invitation: id.nullable().default(null),
});
export type OrderInput = z.infer<typeof orderInput>;

/** What a member of a team may lay before the others instead of asking for it: all that a seat can ask for but its order sheet, its readiness, and what bots say. */
export const draftCommand = z.discriminatedUnion('type', [
  /** Carry out an immediate act (Negotiation). */
  z.strictObject({ type: z.literal('act'), action: z.string().max(30), params }),
  /** Invite others to a joint act; carried out at resolution if they accept. */
  z.strictObject({ type: z.literal('invite'), action: z.string().max(30), params }),
  z.strictObject({ type: z.literal('answerInvitation'), invitation: id, accept: z.boolean() }),
  z.strictObject({ type: z.literal('withdrawInvitation'), invitation: id }),
  /** A message to one or more seats; `control` asks exercise control, one's own seat alone is its team. */
  z.strictObject({ type: z.literal('sendMessage'), to: z.array(z.union([seat, z.literal('control')])).min(1).max(13), text: text(2000).min(1) }),
  z.strictObject({ type: z.literal('decideInject'), inject: id, option: id }),
  /** An idea that no action covers: what the ministry does, what that brings about, three reasons. */
  z.strictObject({ type: z.literal('proposeMatrix'), act: text(300).min(1), effect: text(300).min(1), reasons: z.array(text(200).min(1)).length(3) }),
  z.strictObject({ type: z.literal('argueMatrix'), matrix: id, side: z.enum(['for', 'against']), text: text(300).min(1) }),
  z.strictObject({ type: z.literal('withdrawMatrix'), matrix: id }),
]);
export type DraftCommand = z.infer<typeof draftCommand>;

/** Commands of a seat. The seat itself is never in them: the connection says who asks. */
export const seatCommand = z.discriminatedUnion('type', [
  ...draftCommand.options,
  /** Replace the saved order sheet, highest rank first. */
  z.strictObject({ type: z.literal('saveOrders'), orders: z.array(orderInput).max(20) }),
  /** This turn's sheet is to stand for a turn in which the seat is late; false: nothing marked stands any longer. */
  z.strictObject({ type: z.literal('markStanding'), standing: z.boolean() }),
  z.strictObject({ type: z.literal('setReady'), ready: z.boolean() }),
  /** Of a seat played by a bot that announces what it will do (ruling 23). */
  z.strictObject({ type: z.literal('announceActs'), actions: z.array(z.string().max(30)).min(1).max(3) }),
]);
export type SeatCommand = z.infer<typeof seatCommand>;

/** Commands of a participant who may not sit anywhere yet. */
export const participantCommand = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('takeSeat'), seat }),
  z.strictObject({ type: z.literal('leaveSeat') }),
]);
export type ParticipantCommand = z.infer<typeof participantCommand>;

/** Commands of a member of a team, about what the team does inside its seat. */
export const teamCommand = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('takeRole'), role: z.enum(TEAM_ROLES) }),
  /** By the minister: who stands in; null: nobody any more. */
  z.strictObject({ type: z.literal('nameDeputy'), deputy: id.nullable() }),
  /** Lays before the team what the seat could ask for. `revises`: the draft that it says anew. */
  z.strictObject({ type: z.literal('draftAct'), command: draftCommand, note: text(500).default(''), revises: id.nullable().default(null) }),
  z.strictObject({ type: z.literal('approveDraft'), draft: id }),
  z.strictObject({ type: z.literal('returnDraft'), draft: id, remark: text(500).min(1) }),
  z.strictObject({ type: z.literal('withdrawDraft'), draft: id }),
  /** Carries it out, as the seat's act. */
  z.strictObject({ type: z.literal('releaseDraft'), draft: id }),
  /** Stands behind an order that another wrote. */
  z.strictObject({ type: z.literal('approveOrder'), order: id }),
]);
export type TeamCommand = z.infer<typeof teamCommand>;

/** What an observation says. `private`: a notebook that its author alone reads; `disclosed`: everybody reads it once the debrief begins. */
const observed = {
  text: text(600).min(1),
  /** A learning objective of the scenario. */
  objective: id.nullable().default(null),
  seat: seat.nullable().default(null),
  rating: z.enum(RATINGS).nullable().default(null),
  private: z.boolean().default(false),
  disclosed: z.boolean().default(false),
};

/** Commands of exercise control. */
export const controlCommand = z.discriminatedUnion('type', [
  /** One turn with everything, before the start, that is thrown away afterwards. */
  z.strictObject({ type: z.literal('startPractice') }),
  z.strictObject({ type: z.literal('endPractice') }),
  z.strictObject({ type: z.literal('startExercise') }),
  z.strictObject({ type: z.literal('pause'), reason: text(200).default('') }),
  z.strictObject({ type: z.literal('resume'), reason: why }),
  z.strictObject({ type: z.literal('extendPhase'), seconds: z.int().min(-3600).max(24 * 3600), reason: why }),
  /** `missing`: what takes the place of orders that are missing at the lock; left out: as the settings say. */
  z.strictObject({ type: z.literal('advancePhase'), missing: z.enum(STAND_INS).optional(), reason: why }),
  z.strictObject({ type: z.literal('endExercise'), reason: why }),
  /** The clock stands still and goes on by itself. */
  z.strictObject({ type: z.literal('callBreak'), minutes: z.int().min(1).max(240), reason: text(200).default('') }),
  z.strictObject({ type: z.literal('extendBreak'), minutes: z.int().min(-240).max(240), reason: text(200).default('') }),
  /** Dates of a course, each with what it shall be. */
  z.strictObject({ type: z.literal('moveDeadlines'), deadlines: z.array(deadline).min(1).max(100), reason: text(200).default('') }),
  z.strictObject({ type: z.literal('seatParticipant'), participant: id, seat: seat.nullable() }),
  /** Whoever was the minister before changes places with the new one. */
  z.strictObject({ type: z.literal('giveRole'), participant: id, role: z.enum(TEAM_ROLES) }),
  /** Two people change places; one of them may have none. */
  z.strictObject({ type: z.literal('swapPeople'), a: id, b: id }),
  /** Everybody of two seats changes places, and so do the bots. */
  z.strictObject({ type: z.literal('swapSeats'), a: seat, b: seat }),
  z.strictObject({ type: z.literal('handToBot'), seat, character: z.enum(BOT_CHARACTERS) }),
  z.strictObject({ type: z.literal('speak'), persona: text(60).min(1), to: z.array(seat).min(1).max(12), text: text(2000).min(1) }),
  z.strictObject({ type: z.literal('hideMessage'), message: id }),
  /** News for everybody: on every screen and on the wall. */
  z.strictObject({ type: z.literal('publishHeadline'), outlet: text(60).min(1), text: text(140).min(1) }),
  /** Sets a number by hand; the reason is told to whoever sees the number. */
  z.strictObject({ type: z.literal('overrideNumber'), path: text(80).min(1), to: z.int().min(-1000).max(100_000), reason: text(300).min(1) }),
  z.strictObject({ type: z.literal('fireInject'), inject: id }),
  /** A held inject does not fire by itself. */
  z.strictObject({ type: z.literal('holdInject'), inject: id, held: z.boolean() }),
  /** Before it fires. What is left out stays as it is; null: as planned; no `objective`, and no response expected, where that is null and empty. */
  z.strictObject({ type: z.literal('changeInject'), inject: id, title: text(120).optional(), text: text(2000).optional(), to: recipients.nullable().optional(), at: moment.nullable().optional(), expect: text(300).optional(), objective: id.nullable().optional() }),
  /** One that is dropped never fires: skipped, in the words of the list. */
  z.strictObject({ type: z.literal('dropInject'), inject: id, dropped: z.boolean() }),
  /** `at` null: fires now. */
  z.strictObject({ type: z.literal('writeInject'), title: text(120), from: text(60), text: text(2000), to: recipients, effects: z.array(effect).max(20).default([]), at: moment.nullable(), expect: text(300).optional(), objective: id.nullable().optional() }),
  /** Takes back the last act that can be taken back; `act` says which the asker means. */
  z.strictObject({ type: z.literal('undoAct'), act: z.int().min(0) }),
  /** Takes an idea away with everything that was said of it. */
  z.strictObject({ type: z.literal('removeMatrix'), matrix: id }),
  /** The odds in percent that the idea succeeds, what follows if it does, and what came of it in words. */
  z.strictObject({ type: z.literal('judgeMatrix'), matrix: id, odds: z.literal(MATRIX_ODDS), effects: z.array(effect).max(20).default([]), outcome: text(800).default('') }),
  /** An evaluator's note on this very moment. */
  z.strictObject({ type: z.literal('pinObservation'), ...observed }),
  /** Says it anew; the moment stays. */
  z.strictObject({ type: z.literal('changeObservation'), observation: id, ...observed }),
  z.strictObject({ type: z.literal('removeObservation'), observation: id }),
]);
export type ControlCommand = z.infer<typeof controlCommand>;

/** What only the server asks for, and no wire carries: a bot hands in the orders of a seat that is late; the date that people missed because the server was away is put off by so many milliseconds. */
export type ServerCommand = { type: 'standIn'; orders: OrderInput[] } | { type: 'putOffDeadline'; by: number };

/** What people may ask for. */
export type AskedCommand = SeatCommand | ParticipantCommand | TeamCommand | ControlCommand;
export type Command = AskedCommand | ServerCommand;

/** Who asks, bound by the server to the connection. `id` is opaque: the roster stands beside the record. */
export type Actor =
  | { kind: 'participant'; id: string; seat: SeatId | null }
  | { kind: 'bot'; seat: SeatId }
  /** `seat`: the ministry in whose name it asks. */
  | { kind: 'control'; id: string; seat?: SeatId }
  | { kind: 'evaluator'; id: string }
  | { kind: 'clock' };

/** One command with everything that the rules may not fetch for themselves. */
export interface Request {
  actor: Actor;
  command: Command;
  /** Client-made id, so that a retry is applied once. */
  id: string;
  /** Milliseconds since the epoch. */
  at: number;
  /** Unpredictable text from the edge; salts the commitments to free text. Empty in simulations. */
  nonce: string;
}
