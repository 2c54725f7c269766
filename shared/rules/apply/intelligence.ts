// How reports, warnings and attributions change the state. Belief itself moves as a number.
import type { Event, EventData, EventType } from '../../model/events.ts';
import type { State } from '../../model/state.ts';

type Handlers = { [T in EventType]?: (state: State, data: EventData[T], event: Event) => void };

export const applyIntelligence: Handlers = {
  illicitShareMade(state, { share, from, to, event, originator }) {
    state.illicitShares.push({ id: share, from, to, event, originator, turn: state.turn, discovered: false });
    if (originator !== from && originator !== 'control') state.compromised[originator] = (state.compromised[originator] ?? 0) + 1;
  },
  illicitShareDiscovered(state, { share }) {
    state.illicitShares = state.illicitShares.map((one) => (one.id === share ? { ...one, discovered: true } : one));
  },
  deceptionPlanted(state, { deception }) {
    state.deceptions[deception.id] = { ...deception, foundBy: [] };
  },
  deceptionDetected(state, { by, target, report }) {
    const held = state.reports[target]?.[report];
    if (held) Object.assign(held, { fabricated: true, evidence: 0 });
    for (const deception of Object.values(state.deceptions)) {
      if (deception.by === by && deception.event === held?.event && !deception.foundBy.includes(target)) deception.foundBy.push(target);
    }
  },
  reportUpdated(state, { seat, report, credibility, reliability, evidence }) {
    const held = state.reports[seat]?.[report];
    if (held) Object.assign(held, { credibility, reliability, evidence });
  },
  leakOccurred(state, { originator }) {
    if (originator !== 'control') state.compromised[originator] = (state.compromised[originator] ?? 0) + 1;
  },
  sourceBurned(state, { seat, source }) {
    const order = ['A', 'B', 'C', 'D', 'E'] as const;
    state.seats[seat]!.sources = state.seats[seat]!.sources.map((one) =>
      one.id === source ? { ...one, burned: true, reliability: order[Math.min(4, Math.max(0, order.indexOf(one.reliability as 'A')) + 1)]! } : one);
  },
  attributionJudged(state, { seat, threat, claim, accused, right, public: open }) {
    state.attributions.push({ seat, threat, claim, accused, turn: state.turn, right, public: open });
    if (right) state.threats[threat]!.nextHalved = true;
  },
  warningGiven(state, { seat, threat }) {
    state.warnings[seat] = [...(state.warnings[seat] ?? []), threat];
  },
};
