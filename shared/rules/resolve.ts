// The resolution of a turn: the steps of the model guide, section 4, in order. Each sub-step reads the state as it began.
import type { NewEvent } from '../model/events.ts';
import type { Working } from './working.ts';
import type { Deed, Step } from './actions/action.ts';
import { ACTIONS } from './actions/catalogue.ts';
import { judgeCompliance } from './instruments/compliance.ts';
import { disputesAtStep5, judgeRemedies } from './instruments/disputes.ts';
import { instrumentsAtStep5 } from './instruments/lifecycle.ts';
import { judgePledges } from './instruments/pledges.ts';
import { closeDecisions, fireConditional, injectStep } from './injects.ts';
import { cancellationEvents, docket } from './orders.ts';
import { hopefuls, withoutMandate } from './pending-mandates.ts';
import { recallEvents, recallMissing, recallUnadmitted } from './recall.ts';
import { burden } from './steps/burden.ts';
import { closeQuietCrises, crises, deployments } from './steps/crisis.ts';
import { decay } from './steps/decay.ts';
import { evaluate } from './steps/evaluation.ts';
import { closeInvitations } from './steps/invitations.ts';
import { leaks } from './steps/leaks.ts';
import { judgeNorms } from './steps/norms.ts';
import { decideMotions } from './steps/organisations.ts';
import { income, payments } from './steps/payments.ts';
import { shareTrust } from './steps/share-trust.ts';
import { snapshot } from './steps/snapshot.ts';
import { threatEvents } from './steps/threat-events.ts';

export function resolve(work: Working): void {
  const { state } = work;
  // 1 Lock
  work.emit({ type: 'ordersLocked', data: { turn: state.turn }, audience: 'all' });
  const { deeds: ordered, cancelled, recalls } = docket(state);
  work.emit(...cancellationEvents({ cancelled }), ...recallEvents(recalls));
  const refused = work.state.invitations;
  const declined = declinedDeeds(Object.values(refused).filter((invitation) => invitation.turn === state.turn));
  work.step('lock', closeInvitations);
  // 2 Pre-injects
  injectStep(work, 'injects.decisions', (desk) => closeDecisions(desk, work.state));
  injectStep(work, 'injects.before', (desk) => fireConditional(desk, work.state));
  // 3 and 4 Income, payments
  work.step('income', income);
  const waiting = hopefuls(work.state, ordered);
  work.step('payments', (desk) => payments(desk, ordered));
  // 5 Instruments, motions
  work.step('disputes', disputesAtStep5);
  work.step('instruments', instrumentsAtStep5);
  work.step('organisations', decideMotions);
  const deeds = withoutMandate(work, ordered, waiting);
  carryOut(work, 'instruments', deeds, declined);
  // 6 Intelligence: collect and own update, deceive, share and fuse, attribute, sweeps, leaks
  carryOut(work, 'collect', deeds, declined);
  carryOut(work, 'deceive', deeds, declined);
  carryOut(work, 'share', deeds, declined);
  work.step('intelligence.trust', shareTrust);
  carryOut(work, 'attribute', deeds, declined);
  carryOut(work, 'sweep', deeds, declined);
  carryOut(work, 'leak', deeds, declined);
  work.step('intelligence.leaks', leaks);
  // 7 Build, diplomacy, force
  carryOut(work, 'build', deeds, declined);
  carryOut(work, 'diplomacy', deeds, declined);
  carryOut(work, 'force', deeds, declined);
  // 8 Crises
  carryOut(work, 'crisis', deeds, declined);
  work.step('crisis.admission', recallUnadmitted);
  work.step('crisis.recalls', recallMissing);
  work.step('crisis.deployments', deployments);
  crises(work);
  // 9 Threat events
  work.step('threats', threatEvents);
  // 10 Compliance, burden
  work.step('compliance', (desk) => judgeCompliance(desk, work.state.deeds));
  // One name for all: that a norm, a pledge or a remedy was judged is not for everybody to know.
  work.step('compliance', (desk) => judgeNorms(desk, work.state.deeds));
  work.step('compliance', judgeRemedies);
  work.step('compliance', (desk) => judgePledges(desk, work.state.deeds));
  work.step('burden', burden);
  // 11 Political capital, decay
  work.step('decay', decay);
  // 12 Post-injects
  injectStep(work, 'injects.after', (desk) => fireConditional(desk, work.state));
  // 13 Snapshot
  work.step('crisis.close', closeQuietCrises);
  snapshot(work);
  work.step('evaluation', evaluate);
  work.emit(...done(deeds));
}

/** Joint acts nobody (or not everybody) agreed to: the inviter hears of it in the step the act belongs to. */
function declinedDeeds(invitations: readonly { action: string; from: string; to: string[]; params: Record<string, unknown>; answers: Record<string, string>; status: string; partial: boolean }[]): Deed[] {
  return invitations
    .filter((invitation) => {
      if (invitation.status === 'withdrawn') return false;
      const accepted = invitation.to.filter((seat) => invitation.answers[seat] === 'accepted').length;
      return accepted === 0 || (!invitation.partial && accepted < invitation.to.length);
    })
    .map(({ action, from, to, params, answers }) => ({ action, host: from, parties: [from], params, orders: {}, declined: to.filter((seat) => answers[seat] !== 'accepted') }));
}

/** The deeds of one step, all reading the state as the step began. */
function carryOut(work: Working, step: Step, deeds: readonly Deed[], declined: readonly Deed[]): void {
  work.step(step, (desk) => {
    for (const deed of deeds) {
      const action = ACTIONS[deed.action]!;
      if (action.step === step) action.resolve?.(desk, deed);
      if (action.follow?.step === step) action.follow.run(desk, deed);
    }
    for (const deed of declined) if (ACTIONS[deed.action]!.step === step) ACTIONS[deed.action]!.declined?.(desk, deed);
  });
}

function done(deeds: readonly Deed[]): NewEvent[] {
  return deeds.flatMap(({ action, orders }) => Object.entries(orders).map(([seat, order]): NewEvent => ({ type: 'orderDone', data: { seat, order, action }, audience: [seat] })));
}
