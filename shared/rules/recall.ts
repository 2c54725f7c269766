// Standing deployments that can no longer be paid come home, the weakest capability first (ruling 13).
import type { NewEvent } from '../model/events.ts';
import type { Package, State } from '../model/state.ts';
import type { CrisisId, SeatId } from '../model/vocabulary.ts';
import { DOMAINS } from '../model/vocabulary.ts';
import type { Deed } from './actions/action.ts';
import { roomInState } from './hosting.ts';
import { count, packagesHeld } from './packages.ts';
import type { StepDesk } from './steps/desk.ts';

export interface Recall {
  seat: SeatId;
  crisis: CrisisId;
  /** What is left there. */
  packages: Package[];
}

/** The package given up next among those that no order of this turn touches; null if there is none. */
export function nextRecall(state: State, seat: SeatId, deeds: readonly Deed[]): Recall | null {
  const touched = new Set(deeds.filter(({ action, host }) => action === 'DEPLOY' && host === seat).map(({ params }) => params.crisis));
  const { capability } = state.seats[seat]!;
  const standing = Object.values(state.crises)
    .filter(({ id, open }) => open && !touched.has(id))
    .flatMap(({ id, deployments }) => (deployments[seat] ?? []).filter(({ count }) => count > 0).map(({ domain }) => ({ crisis: id, domain })));
  const [weakest] = standing.sort((a, b) => capability[a.domain] - capability[b.domain] || DOMAINS.indexOf(a.domain) - DOMAINS.indexOf(b.domain) || (a.crisis < b.crisis ? -1 : 1));
  if (!weakest) return null;
  const there = state.crises[weakest.crisis]!.deployments[seat]!;
  const place = there.findIndex(({ domain, count }) => domain === weakest.domain && count > 0);
  const packages = there.map((one, index) => (index === place ? { ...one, count: one.count - 1 } : one)).filter(({ count }) => count > 0);
  return { seat, crisis: weakest.crisis, packages };
}

/** The state as it is once the package has left. */
export function afterRecall(state: State, { seat, crisis, packages }: Recall): State {
  const held = state.crises[crisis]!;
  return { ...state, crises: { ...state.crises, [crisis]: { ...held, deployments: { ...held.deployments, [seat]: packages } } } };
}

/** Deployments of which more packages are out than the ministry still has, lent or lost as they are: the excess comes home, latest crisis first. */
export function recallMissing(desk: StepDesk): void {
  const { crises, seats, seatIds } = desk.state;
  for (const seat of seatIds) {
    const left = packagesHeld(seats[seat]!);
    for (const { id, deployments } of Object.values(crises)) {
      const there = deployments[seat];
      if (!there) continue;
      const packages = there.map((one) => {
        const kept = Math.min(one.count, left[one.domain]);
        left[one.domain] -= kept;
        return { ...one, count: kept };
      }).filter(({ count }) => count > 0);
      if (packages.length < there.length || packages.some(({ count }, index) => count < there[index]!.count)) {
        desk.emit({ type: 'packagesRecalled', data: { seat, crisis: id, packages, reason: 'tooFewPackages' }, audience: 'all' });
      }
    }
  }
}

/** Packages that nothing admits any more leave, or as many as are above what the host admits: the last named first (ruling 28). */
export function recallUnadmitted(desk: StepDesk): void {
  for (const { id, open, deployments } of Object.values(desk.state.crises)) {
    if (!open) continue;
    for (const seat of Object.keys(deployments).sort()) {
      let room = roomInState(desk.state, seat, id);
      if (count(deployments[seat]!) <= room) continue;
      const packages = deployments[seat]!.map((one) => {
        const kept = Math.min(one.count, room);
        room -= kept;
        return { ...one, count: kept };
      }).filter(({ count: kept }) => kept > 0);
      desk.emit({ type: 'packagesRecalled', data: { seat, crisis: id, packages, reason: 'noHostConsent' }, audience: 'all' });
    }
  }
}

/** One event for each seat and crisis, telling what is left in the end. */
export function recallEvents(recalls: readonly Recall[]): NewEvent[] {
  const last = new Map(recalls.map((recall) => [`${recall.seat}/${recall.crisis}`, recall]));
  return [...last.values()].map((recall) => ({ type: 'packagesRecalled', data: { ...recall, reason: 'tooLittleMoney' }, audience: 'all' }));
}
