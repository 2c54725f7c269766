// DECEIVE: hand others a counterfeit report that looks like a sanitised one of one's own (model guide, section 3, action 28; ruling 72).
import { z } from 'zod';
import type { Report } from '../../model/state.ts';
import type { Credibility } from '../../model/vocabulary.ts';
import { detectionChance, expose } from '../intelligence/deception.ts';
import { markingFor, sanitisedMarking } from '../intelligence/grading.ts';
import { copyFor, deliver } from '../intelligence/delivery.ts';
import { action, field } from './action.ts';
import { claimKnown, first, partners, threatKnown } from './checks.ts';

/** Nobody would believe better: letters from B and digits from 2. */
const LETTERS = ['B', 'C', 'D', 'E', 'F'] as const;

export const DECEIVE = action({
  code: 'DECEIVE',
  timing: 'order',
  group: 'intelligence',
  opensFrom: ['threat'],
  visibility: 'secret',
  parameters: z.strictObject({ threat: field.threat(), claim: field.hypothesis(), to: field.seats(1, 11), reliability: field.choice(LETTERS), credibility: field.number(2, 6, 3) }),
  price: () => ({ money: 3, capital: 0 }),
  refuse: (see, { threat, claim, to }) => first(threatKnown(see, threat), claimKnown(see, threat, claim), partners(see, to, 'to')),
  step: 'deceive',
  resolve(desk, { host, params: { threat, claim, to, reliability, credibility }, orders }) {
    const { state } = desk;
    const event = desk.id('sanitised', host, 'counterfeit', orders[host]!);
    const genuine = claim === state.threats[threat]!.truth;
    // The maker keeps a copy that moves nothing: to everybody else it is one of its reports like any other.
    const counterfeit: Report = {
      id: desk.id('report', host, event), event, originator: host, from: null, threat, claim, reliability, givenReliability: reliability,
      credibility: credibility as Credibility, marking: sanitisedMarking(markingFor(reliability)), releasable: state.seatIds.filter((seat) => seat !== host), originatorControlled: false, cleared: [],
      sanitised: true, turn: state.turn, evidence: 0, text: '', fabricated: true, sharedWith: [],
    };
    desk.emit({ type: 'reportDelivered', data: { seat: host, report: counterfeit, truth: { genuine, parent: null } }, audience: [host] });
    const targets = [...new Set(to)].sort();
    desk.emit({ type: 'deceptionPlanted', data: { deception: { id: desk.id('deception', host, event), by: host, to: targets, threat, claim, event, turn: state.turn, foundBy: [] } }, audience: [host] });
    const deceived: string[] = [];
    for (const target of targets) {
      const copy = copyFor(state, counterfeit, host, target, desk.id('copy', host, target, event))!;
      if (desk.succeeds(`deceive/${host}/${target}/${event}`, detectionChance(state, target, threat, claim) * 100)) {
        desk.emit({ type: 'reportDelivered', data: { seat: target, report: { ...copy, evidence: 0, fabricated: true }, truth: null }, audience: [target] });
        expose(desk, host, target, copy.id, { threat, claim });
      } else {
        deceived.push(target);
        deliver(desk, target, copy);
      }
    }
    if (deceived.length > 0) desk.emit({ type: 'reportShared', data: { from: host, to: deceived, report: counterfeit.id, event, originator: host }, audience: [host, ...deceived] });
  },
});
