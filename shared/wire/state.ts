// The Schema of the synchronised state: what everybody sees at the root, and one filtered slice per seat and for control.
import { schema, t } from '@colyseus/schema';

/** A set of JSON documents (see documents.ts), visible only to viewers it was added for. */
export const SliceState = schema({ documents: t.map('string') }, 'SliceState');
export type SliceState = InstanceType<typeof SliceState>;

/** Who is here now. Not part of the record. */
export const PresenceState = schema({
  seat: t.string().default(''),
  name: t.string().default(''),
  connected: t.boolean().default(false),
  /** Server time when they came or went last. */
  since: t.float64().default(0),
  role: t.string().default('participant'),
}, 'PresenceState');
export type PresenceState = InstanceType<typeof PresenceState>;

export const ExerciseState = schema({
  turn: t.uint16().default(0),
  phase: t.string().default('briefing'),
  status: t.string().default('lobby'),
  /** Server time in milliseconds when it was last sent, for the offset of the client's clock. */
  now: t.float64().default(0),
  documents: t.map('string'),
  /** By opaque participant id. */
  presence: t.map(PresenceState),
  /** One per seat: allocated at the start, so that a hidden change shifts nobody else's references. */
  seats: t.map(SliceState).view(),
  /** `control`, which all of exercise control see, and the notebook of each of these people by their opaque id. */
  control: t.map(SliceState).view(),
}, 'ExerciseState');
export type ExerciseState = InstanceType<typeof ExerciseState>;

/** Of the room of a cohort, which exercise control alone enters. */
export const CohortState = schema({
  /** Server time in milliseconds when it was last sent. */
  now: t.float64().default(0),
  documents: t.map('string'),
}, 'CohortState');
export type CohortState = InstanceType<typeof CohortState>;
