// What waits for a seat: invitations to answer, injects to decide, texts to sign or ratify, duties to do; read from its sight, wherever that is shown.
import type { SeatId } from '../model/vocabulary.ts';
import { isPending, latest } from '../rules/instruments/binding.ts';
import { enoughSigned } from '../rules/instruments/lifecycle.ts';
import type { InjectView, InstrumentView, InvitationView, ObligationView, Sight } from './view.ts';

/** Invitations can be answered until the orders are locked. */
export function canAnswer(sight: Sight): boolean {
  const { status, phase } = sight.public.exercise;
  return status !== 'debrief' && (phase === 'negotiation' || phase === 'orders');
}

/** Invitations that this seat has still to answer. */
export function unanswered(sight: Sight): InvitationView[] {
  if (!canAnswer(sight)) return [];
  const self = sight.own.seat.id;
  return Object.values(sight.own.invitations).filter((invitation) => invitation.status === 'open' && invitation.to.includes(self) && invitation.answers[self] === undefined);
}

export function undecided(sight: Sight): InjectView[] {
  return Object.values(sight.own.injects).filter((inject) => inject.decide !== null && inject.decide.taken === null && inject.decide.dueTurn >= sight.public.exercise.turn);
}

export type Next = 'sign' | 'ratify' | 'join' | 'wait' | 'none';

/** The one next step of this seat under a text that it is a party to. */
export function nextStep(instrument: InstrumentView, self: SeatId): Exclude<Next, 'join'> {
  if (!instrument.parties.includes(self) || !isPending(instrument)) return 'none';
  const { version, kind } = latest(instrument);
  if (instrument.signatures[self] !== version) return 'sign';
  if (enoughSigned(instrument) && kind !== 'mou' && !instrument.ratified.includes(self)) return 'ratify';
  return instrument.entersTurn === null ? 'wait' : 'none';
}

/** Texts on which this seat's answer is open. */
export function awaitedTexts({ own }: Sight): InstrumentView[] {
  return Object.values(own.instruments).filter((instrument) => ['sign', 'ratify'].includes(nextStep(instrument, own.seat.id)));
}

/** Duties that fall due this turn and are not done. */
export function openDuties({ public: { exercise }, own }: Sight): ObligationView[] {
  return Object.values(own.obligations).filter(({ dueTurn, done }) => dueTurn === exercise.turn && !done);
}
