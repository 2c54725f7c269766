// STANDING_FORCE: each party holds packages back for the missions named, and has them on the spot within the notice once one of those is on.
import { z } from 'zod';
import { field } from '../actions/action.ts';
import { activation, mandatesOf } from '../instruments/standing-force.ts';
import type { StandingForceParams } from '../instruments/standing-force.ts';
import { count, deployedBy, packagesHeld } from '../packages.ts';
import { clause } from './clause.ts';
import type { DutyCase } from './clause.ts';
import { everyTurn, meansOf } from './duties.ts';

const parameters = z.strictObject({ domain: field.domain(), packages: field.number(1, 4), notice: field.number(0, 2), missions: field.crises() });

const calledUpon = ({ state, seat, params, since }: DutyCase<StandingForceParams>) => activation(state.crises, params, since, mandatesOf(state.organisations, seat));

export const standingForce = clause<StandingForceParams>({
  kind: 'STANDING_FORCE',
  parameters,
  intrusiveness: () => 2,
  visible: false,
  narrow({ params, state }, restriction) {
    if (restriction.of === 'domain') return restriction.domain === params.domain ? null : params;
    if (restriction.of === 'region') {
      const missions = params.missions.filter((mission) => state.scenario.crises[mission]?.region !== restriction.region);
      return params.missions.length > 0 && missions.length === 0 ? null : { ...params, missions };
    }
    return params;
  },
  due(duty) {
    const called = calledUpon(duty);
    if (!called) return everyTurn(duty);
    const due = called.turn + duty.params.notice;
    return due >= duty.turn ? due : null;
  },
  comply(check) {
    const { state, seat, turn, params: { domain, packages, notice } } = check;
    const called = calledUpon(check);
    const of = (list: Parameters<typeof count>[0]) => count(list.filter((one) => one.domain === domain));
    if (!called) return packagesHeld(meansOf(state, seat))[domain] - of(deployedBy(state.crises, seat)) >= packages ? 'met' : 'missed';
    if (turn > called.turn + notice) return 'notDue';
    if (of(state.crises[called.crisis]!.deployments[seat] ?? []) >= packages) return 'met';
    return turn < called.turn + notice ? 'notDue' : 'missed';
  },
});
