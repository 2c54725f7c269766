// reveal: tells seats the true cause for certain, as a report that leaves no doubt.
import type { Report } from '../../model/state.ts';
import { POWERS } from '../../model/powers.ts';
import { holds } from '../conditions.ts';
import { believe } from '../intelligence/delivery.ts';
import type { Effect } from './effect.ts';

/** Tenths of a deciban between the certain and all else: the reach of the table of belief (ruling 2). */
const CERTAIN = POWERS.length - 1;

export const reveal: Effect<'reveal'> = {
  kind: 'reveal',
  about: 'Tells seats the true cause of a threat for certain. They hold it as a report A1 and may pass that on.',
  example: 'reveal: { threat: launches, to: [COL], text: Their own engineer has spoken. }',
  run(desk, { threat, to, when, text }, { inject }) {
    if (when !== undefined && !holds(desk.state, when)) return;
    const { truth } = desk.state.threats[threat]!;
    const event = `${desk.id('source', inject, threat, text)}@${desk.state.turn}`;
    const told = to.filter((seat) => desk.state.seatIds.includes(seat)).sort();
    for (const seat of told) {
      const { [truth]: level, ...others } = desk.state.beliefs[seat]![threat]!;
      const copy: Report = {
        id: desk.id('report', event, seat), event, originator: 'control', from: 'control', threat, claim: truth,
        reliability: 'A', givenReliability: 'A', credibility: 1, marking: 'S', releasable: told, originatorControlled: false, cleared: [], sanitised: false,
        turn: desk.state.turn, evidence: Math.max(0, Math.max(0, ...Object.values(others)) + CERTAIN - level!), text, fabricated: false, sharedWith: [],
      };
      desk.emit({ type: 'reportDelivered', data: { seat, report: copy, truth: { genuine: true, parent: null } }, audience: [seat] });
      believe(desk, seat, copy, 'reportReceived');
    }
  },
};
