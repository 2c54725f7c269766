// Step 9: what the threat does next, weaker when it was rightly named or when the coalition was warned (model guide, sections 2 and 3; ruling 40).
import { round } from '../../model/arithmetic.ts';
import { path } from '../../model/fields.ts';
import type { State, Threat } from '../../model/state.ts';
import type { ThreatId } from '../../model/vocabulary.ts';
import type { ThreatEvent } from '../../scenario/schema.ts';
import type { StepDesk } from './desk.ts';

/** Was the warning shared: at least two seats warned of the threat this turn, or one that passed a report on it on? */
function coalitionWarned(state: State, threat: ThreatId): boolean {
  const warned = state.seatIds.filter((seat) => state.warnings[seat]?.includes(threat));
  return warned.length >= 2 || (warned.length === 1 && state.shares.some(({ from }) => from === warned[0]));
}

export function threatEvents(desk: StepDesk): void {
  const { state } = desk;
  for (const threat of Object.values(state.threats)) {
    for (const event of state.scenario.threats[threat.id]!.events) {
      if (event.turn === state.turn) strike(desk, threat, event);
    }
  }
}

/** The event makes its crisis worse, once and only while that is open. */
export function strike(desk: StepDesk, threat: Threat, event: ThreatEvent): void {
  const { state } = desk;
  if (threat.struck.includes(event.id) || !state.crises[event.crisis]?.open) return;
  const full = event.warnedSeverity !== undefined && coalitionWarned(state, threat.id) ? event.warnedSeverity : event.severity;
  desk.add(path.severity(event.crisis), full, { name: 'threatEvent', cause: event.id });
  const struck = threat.nextHalved ? round(full, 2) : full;
  if (threat.nextHalved) desk.add(path.severity(event.crisis), struck - full, { name: 'threatEventHalved', cause: event.id, sees: 'control' });
  desk.emit({ type: 'threatEventStruck', data: { threat: threat.id, event: event.id, crisis: event.crisis, type: event.type, shield: round(struck, 2) }, audience: 'all' });
}
