// INCIDENT_PROC: stop, call, look into it together: an agreed procedure halves the risk of incidents, and after one the parties talk it down.
import { z } from 'zod';
import { field } from '../actions/action.ts';
import type { Incident } from '../../model/state.ts';
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

export const incidentProc = clause<Params>({
  kind: 'INCIDENT_PROC',
  parameters,
  due(duty) {
    if (incidentsOf(duty, duty.turn - 1).length > 0) return duty.turn;
    return incidentsOf(duty, duty.turn).length > 0 ? duty.turn + 1 : null;
  },
  comply(check) {
    const waiting = incidentsOf(check, check.turn - 1);
    if (waiting.length === 0) return 'notDue';
    const calls = happened(check, 'incidentCleared');
    const answered = ({ crisis, parties }: Incident) => calls.some((call) => call.crisis === crisis && call.by.some((seat) => (check.params.joint ? seat === check.seat : parties.includes(seat))));
    return waiting.every(answered) ? 'met' : 'missed';
  },
});
