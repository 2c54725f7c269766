// COLLECT: task a source against a threat, and say in advance with whom the result is shared (model guide, section 3, action 23; ruling 17).
import { z } from 'zod';
import { believe } from '../intelligence/delivery.ts';
import { accuracy, corroborated, credibilityFor, evidenceOf, hasOtherSource, markingFor } from '../intelligence/grading.ts';
import { passOn } from '../intelligence/sharing.ts';
import { refusal } from '../refusals.ts';
import type { Report } from '../../model/state.ts';
import { action, field } from './action.ts';
import { first, isUnlocked, partners, threatKnown } from './checks.ts';

/** Share of failed collections, in basis points, that report the cover story. */
const COVER = 6000;

export const COLLECT = action({
  code: 'COLLECT',
  timing: 'order',
  group: 'intelligence',
  opensFrom: ['threat', 'crisis'],
  visibility: 'secret',
  parameters: z.strictObject({ threat: field.threat(), source: field.source(), shareWith: field.seats(0, 11).default([]), originatorControlled: field.flag() }),
  price: (see) => ({ money: see.public.exercise.parameters.collectPrice, capital: 0 }),
  refuse(see, { threat, source, shareWith }) {
    const held = see.own.ministry.sources.find(({ id }) => id === source);
    return first(
      threatKnown(see, threat),
      held && held.threat === threat ? null : refusal('sourceUnknown', 'source'),
      partners(see, shareWith, 'shareWith'),
      // Promising a report in advance is sharing: a hold on the one holds the other.
      shareWith.length > 0 && !isUnlocked(see, 'SHARE') ? refusal('actionLocked', 'shareWith', { action: 'SHARE', turn: 0 }) : null,
    );
  },
  step: 'collect',
  resolve(desk, { host, params: { threat, source, shareWith, originatorControlled } }) {
    const { state } = desk;
    const ministry = state.seats[host]!;
    const held = ministry.sources.find(({ id }) => id === source)!;
    const { hypotheses, denial } = state.scenario.threats[threat]!;
    const { truth } = state.threats[threat]!;
    const percent = accuracy(ministry, held.reliability, denial);
    const event = `${source}@${state.turn}`;
    const genuine = desk.succeeds(`intel.acc/${host}/${source}`, percent * 100);
    const { cover } = hypotheses[truth]!;
    const others = Object.keys(hypotheses).filter((id) => id !== truth && id !== cover);
    const misled = desk.succeeds(`intel.cover/${host}/${source}`, COVER) || others.length === 0 ? cover : others[desk.draw(`intel.other/${host}/${source}`) % others.length]!;
    const claim = genuine ? truth : misled;
    const alone = credibilityFor(percent);
    const credibility = hasOtherSource(Object.values(state.reports[host]!), { event, threat, claim }) ? corroborated(alone) : alone;
    const report: Report = {
      id: desk.id('report', host, event), event, originator: host, from: null, threat, claim, reliability: held.reliability, givenReliability: held.reliability,
      credibility, marking: markingFor(held.reliability), releasable: [...shareWith], originatorControlled, cleared: [], sanitised: false, turn: state.turn,
      evidence: evidenceOf(credibility, held.reliability), text: '', fabricated: false, sharedWith: [],
    };
    desk.emit({ type: 'reportCollected', data: { seat: host, report, truth: { genuine, parent: null } }, audience: [host] });
    believe(desk, host, report, 'ownCollection');
  },
  // Sharing what was just collected is a sub-step of its own: corroboration compares with what was held before it.
  follow: {
    step: 'share',
    run(desk, { host, params: { source, shareWith } }) {
      const report = Object.values(desk.state.reports[host]!).find(({ event }) => event === `${source}@${desk.state.turn}`);
      if (report && shareWith.length > 0) passOn(desk, host, report, shareWith);
    },
  },
});
