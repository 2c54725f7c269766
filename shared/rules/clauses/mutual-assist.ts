// MUTUAL_ASSIST: once a crisis reaches a rung, the parties send so many packages within so many turns.
import { z } from 'zod';
import { DOMAINS } from '../../model/vocabulary.ts';
import { count, packagesHeld } from '../packages.ts';
import { field } from '../actions/action.ts';
import { clause } from './clause.ts';
import type { DutyCase } from './clause.ts';
import { meansOf, metBefore } from './duties.ts';

const parameters = z.strictObject({ crisis: field.crisis(), rung: field.number(1, 9), minimum: field.number(1, 4), within: field.number(0, 3) });
type Params = z.infer<typeof parameters>;

/** Last turn, not after this one, at whose end the crisis rose to the rung or was found there when the clause began to bind. */
function triggered({ state, params, turn, since }: DutyCase<Params>): number | null {
  const crisis = state.crises[params.crisis];
  if (!crisis?.open) return null;
  let trigger: number | null = null;
  let above = false;
  for (const entry of crisis.history) {
    if (entry.turn > turn) break;
    if (entry.rung >= params.rung && (!above || entry.turn < since)) trigger = Math.max(entry.turn, since);
    above = entry.rung >= params.rung;
    if (!above && entry.turn < since) trigger = null;
  }
  return trigger;
}

/** The party whose region is struck is the one assisted. */
function assisted({ state, params, seat }: DutyCase<Params>): boolean {
  return state.scenario.crises[params.crisis]?.region === state.scenario.seats[seat]?.region;
}

export const mutualAssist = clause<Params>({
  kind: 'MUTUAL_ASSIST',
  parameters,
  intrusiveness: () => 3,
  narrow({ params, state, seat }, restriction) {
    if (restriction.of === 'region') return state.scenario.crises[params.crisis]?.region === restriction.region ? null : params;
    if (restriction.of !== 'domain') return params;
    // It owes no more than it has elsewhere.
    const held = packagesHeld(meansOf(state, seat));
    const others = DOMAINS.reduce((sum, domain) => sum + (domain === restriction.domain ? 0 : held[domain]), 0);
    return others === 0 ? null : { ...params, minimum: Math.min(params.minimum, others) };
  },
  due(duty) {
    const trigger = assisted(duty) ? null : triggered(duty);
    if (trigger === null || metBefore(duty, trigger)) return null;
    const due = trigger + duty.params.within;
    return due >= duty.turn ? due : null;
  },
  comply(check) {
    const { state, params, seat, turn } = check;
    const trigger = assisted(check) ? null : triggered(check);
    if (trigger === null || turn > trigger + params.within || metBefore(check, trigger)) return 'notDue';
    if (count(state.crises[params.crisis]!.deployments[seat] ?? []) >= params.minimum) return 'met';
    return turn < trigger + params.within ? 'notDue' : 'missed';
  },
});
