// LEAK: make a held report public without one's name under it (model guide, section 3, action 27; ruling 73).
import { z } from 'zod';
import { clamp, round } from '../../model/arithmetic.ts';
import { path } from '../../model/fields.ts';
import type { Report, State } from '../../model/state.ts';
import { publish } from '../intelligence/publication.ts';
import { blame } from '../steps/blame.ts';
import { loss } from '../trust.ts';
import { action, field } from './action.ts';
import { reportHeld } from './checks.ts';

/** Trust the originator loses in a traced leaker, the standing that costs at home, and what people there think of it. */
const TRUST_LOST = 20;
const CAPITAL_LOST = 5;
const OPINION_LOST = 3;

/** Chance in percent that the leaker is found: the fewer hold the report and the better its originator guards its own, the likelier. */
function traceChance(state: State, { event, originator }: Report): number {
  const holders = state.seatIds.filter((seat) => Object.values(state.reports[seat]!).some((held) => held.event === event)).length;
  return clamp(Math.floor(80 / holders) + round(state.seats[originator]!.security, 4), 10, 90);
}

export const LEAK = action({
  code: 'LEAK',
  timing: 'order',
  group: 'intelligence',
  opensFrom: ['report'],
  visibility: 'secret',
  parameters: z.strictObject({ report: field.report() }),
  refuse: (see, { report }) => reportHeld(see, report),
  step: 'leak',
  resolve(desk, { host, params: { report: id } }) {
    const { state } = desk;
    const report = state.reports[host]![id]!;
    desk.add(path.seat(host, 'publicOpinion'), 2, { name: 'leak', cause: 'LEAK', sees: [host] });
    // Nobody looks for the leaker of one's own report, or of one that came from outside.
    const { originator } = report;
    const injured = originator !== 'control' && originator !== host ? originator : null;
    const traced = injured !== null && desk.succeeds(`trace.leak/${host}/${report.event}`, traceChance(state, report) * 100);
    desk.emit({ type: 'leakOccurred', data: { seat: host, report, originator, traced, deliberate: true }, audience: traced ? [host, injured] : [host] });
    publish(desk, report);
    if (!traced) return;
    const reason = { name: 'leakTraced', cause: 'LEAK', sees: [host, injured] };
    loss(desk, injured, host, TRUST_LOST, reason);
    desk.add(path.seat(host, 'politicalCapital'), -CAPITAL_LOST, reason);
    blame(desk, host, OPINION_LOST, reason);
  },
});
