// The form of a catalogue entry for an inject effect: what it says in the authoring guide and what it does at the desk.
import type { Audience, InjectId, SeatId } from '../../model/vocabulary.ts';
import type { EffectDraft, EffectKind } from '../../scenario/schema.ts';
import type { StepDesk } from '../steps/desk.ts';

/** The inject an effect belongs to. */
export interface Occasion {
  inject: InjectId;
  /** Those of its recipients who are in play. */
  recipients: SeatId[];
  /** Who may know of it: observers only if it is addressed to all. */
  audience: Audience;
}

export interface Effect<K extends EffectKind = EffectKind> {
  kind: K;
  /** A sentence for the authoring guide. */
  about: string;
  /** How it is written in a scenario file. */
  example: string;
  run(desk: StepDesk, value: NonNullable<EffectDraft[K]>, occasion: Occasion): void;
}
