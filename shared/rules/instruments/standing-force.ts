// Standing forces: packages that parties hold back for missions they have named, and when such a mission is on.
import type { Organisation } from '../../model/state.ts';
import type { CrisisId, Domain, SeatId } from '../../model/vocabulary.ts';
import type { Sight } from '../../view/view.ts';
import { clausesInForce } from './binding.ts';

export interface StandingForceParams {
  domain: Domain;
  /** Packages that each party holds back. */
  packages: number;
  /** Turns from activation until they are on the spot. */
  notice: number;
  missions: CrisisId[];
}

type Crises = Record<CrisisId, { id: CrisisId; open: boolean; openedTurn: number }>;

type Mandates = Organisation['mandates'];

/** Crises that organisations of the seat have mandated. */
export function mandatesOf(organisations: Record<string, Pick<Organisation, 'members' | 'mandates'>>, seat: SeatId): Mandates {
  return Object.values(organisations).filter(({ members }) => members.includes(seat)).flatMap(({ mandates }) => mandates);
}

/** The mission that activates a force, and since when; null while it stands by. Where the text names none, it is whatever an organisation of the party mandates. */
export function activation(crises: Crises, { missions }: Pick<StandingForceParams, 'missions'>, since: number, mandates: Mandates): { crisis: CrisisId; turn: number } | null {
  const called = missions.length > 0 ? missions.map((crisis) => ({ crisis, since: 0 })) : mandates;
  const on = called.flatMap(({ crisis, since: mandated }) => (crises[crisis]?.open ? [{ crisis, turn: Math.max(crises[crisis].openedTurn, mandated, since) }] : []));
  return on.sort((a, b) => a.turn - b.turn || (a.crisis < b.crisis ? -1 : 1))[0] ?? null;
}

/** Has the asking seat a standing force whose mission is on? Then two of its deployments cost the points of one. */
export function activatedInSight(see: Sight): boolean {
  const mandates = mandatesOf(see.public.organisations, see.own.seat.id);
  return clausesInForce<StandingForceParams>(see.own.instruments, 'STANDING_FORCE').some(({ params }) => activation(see.public.crises, params, 0, mandates) !== null);
}
