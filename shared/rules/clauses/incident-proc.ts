// INCIDENT_PROC: stop, call, look into it together: an agreed procedure halves the risk of incidents, and after one the parties talk it down.
import { z } from 'zod';
import { field } from '../actions/action.ts';
import type { Incident } from '../../model/state.ts';
import type { SeatId } from '../../model/vocabulary.ts';
import { clause } from './clause.ts';
import type { DutyCase } from './clause.ts';
import { happened, otherParties } from './duties.ts';

/** `joint`: each of the two calls the other; else one call is enough for both. */
const parameters = z.strictObject({ joint: field.flag() });
type Params = z.infer<typeof parameters>;

/** Incidents of that turn between the party and another one. */
function incidentsOf(duty: DutyCase<Params>, turn: number): Incident[] {
  return duty.state.incidents.filter((incident) => incident.turn === turn && turn >= duty.since && incident.parties.includes(duty.seat)
    && incident.parties.some((party) => otherParties(duty).includes(party)));
}

/** Did those call who have to? */
function answered({ params, seat }: DutyCase<Params>, { parties }: Incident, called: readonly SeatId[]): boolean {
  return params.joint ? called.includes(seat) : parties.some((party) => called.includes(party));
}

export const incidentProc = clause<Params>({
  kind: 'INCIDENT_PROC',
  parameters,
  due(duty) {
    const open = (turn: number) => incidentsOf(duty, turn).some((incident) => !answered(duty, incident, incident.called));
    if (open(duty.turn - 1)) return duty.turn;
    return open(duty.turn) ? duty.turn + 1 : null;
  },
  // Whoever called in the very turn of the incident has done it already.
  comply(check) {
    const waiting = incidentsOf(check, check.turn - 1);
    if (waiting.length === 0) return 'notDue';
    const calls = happened(check, 'incidentCleared');
    const callers = ({ crisis, called }: Incident) => [...called, ...calls.filter((call) => call.crisis === crisis).flatMap(({ by }) => by)];
    return waiting.every((incident) => answered(check, incident, callers(incident))) ? 'met' : 'missed';
  },
});
