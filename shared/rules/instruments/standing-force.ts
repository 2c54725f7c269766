// Standing forces: packages that parties hold back for missions they have named, and when such a mission is on.
import type { CrisisId, Domain } from '../../model/vocabulary.ts';
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

/** The mission that activates a force, and since when; null while it stands by. */
export function activation(crises: Crises, { missions }: Pick<StandingForceParams, 'missions'>, since: number): { crisis: CrisisId; turn: number } | null {
  const on = missions.flatMap((id) => (crises[id]?.open ? [{ crisis: id, turn: Math.max(crises[id].openedTurn, since) }] : []));
  return on.sort((a, b) => a.turn - b.turn || (a.crisis < b.crisis ? -1 : 1))[0] ?? null;
}

/** Has the asking seat a standing force whose mission is on? Then two of its deployments cost the points of one. */
export function activatedInSight(see: Sight): boolean {
  return clausesInForce<StandingForceParams>(see.own.instruments, 'STANDING_FORCE').some(({ params }) => activation(see.public.crises, params, 0) !== null);
}
