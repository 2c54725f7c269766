// The form of a catalogue entry for an inject effect: what it says in the authoring guide and what it does at the desk.
import type { Audience, InjectId, SeatId } from '../../model/vocabulary.ts';
import type { EffectDraft, EffectKind } from '../../scenario/schema.ts';
import type { StepDesk } from '../steps/desk.ts';

/** What an effect belongs to: an inject, or an idea that exercise control has judged. */
export interface Occasion {
  /** Id of the inject or of the idea. */
  inject: InjectId;
  /** Name of the factor of a number that moves by it. */
  reason: 'inject' | 'matrix';
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
