// The form of a catalogue entry for a kind of motion: its parameters, whom it is about, what stands against it and what its adoption does.
import type { z } from 'zod';
import type { Motion } from '../../model/state.ts';
import type { MotionKind, OrganisationId, SeatId } from '../../model/vocabulary.ts';
import type { OrganisationView, Sight } from '../../view/view.ts';
import type { Refusal } from '../refusals.ts';
import type { StepDesk } from '../steps/desk.ts';

/** A motion that has been adopted. */
export interface Adopted<P> {
  motion: Motion;
  organisation: OrganisationId;
  params: P;
  /** Members, as the step began, who carry the decision: under a lead nation those who opted in, else all who did not vote no. */
  behind: SeatId[];
}

export interface MotionType<P = Record<string, unknown>> {
  kind: MotionKind;
  parameters: z.ZodType<P>;
  /** Seats it is about: they have no vote on it (ruling 63). */
  subjects(params: P): SeatId[];
  /** The first reason against moving it that the asking seat may know, or null. */
  refuse(see: Sight, organisation: OrganisationView, params: P): Refusal | null;
  /** Does its adoption change who belongs to the organisation, and with that who hears of the rest? */
  changesMembers: boolean;
  /** What its adoption does, in resolution step 5. */
  adopt(desk: StepDesk, adopted: Adopted<P>): void;
}

export function motionType<P>(entry: Pick<MotionType<P>, 'kind' | 'parameters' | 'adopt'> & Partial<MotionType<P>>): MotionType<P> {
  return { subjects: () => [], refuse: () => null, changesMembers: false, ...entry };
}
