// report: hands seats a graded report; what it claims may follow the hidden truth or its cover story.
import type { Report } from '../../model/state.ts';
import type { Credibility } from '../../model/vocabulary.ts';
import { believe } from '../intelligence/delivery.ts';
import { evidenceOf } from '../intelligence/grading.ts';
import type { Effect } from './effect.ts';

export const report: Effect<'report'> = {
  kind: 'report',
  about: 'Hands seats an intelligence report as graded here. `claim: truth` or `claim: cover` follows what was drawn for this exercise.',
  example: 'report: { to: [COL], threat: launches, claim: truth, reliability: A, credibility: 3, marking: S, text: Heat of the engine. }',
  run(desk, draft, { inject }) {
    const { state } = desk;
    const { truth } = state.threats[draft.threat]!;
    const { hypotheses } = state.scenario.threats[draft.threat]!;
    const claim = draft.claim === 'truth' ? truth : draft.claim === 'cover' ? hypotheses[truth]!.cover : draft.claim;
    const inPlay = (seats: readonly string[]) => seats.filter((seat) => state.seatIds.includes(seat));
    const originator = draft.originator && state.seatIds.includes(draft.originator) ? draft.originator : 'control';
    const event = `${desk.id('source', inject, draft.threat, draft.text)}@${state.turn}`;
    const credibility = draft.credibility as Credibility;
    for (const seat of inPlay(draft.to)) {
      const copy: Report = {
        id: desk.id('report', event, seat), event, originator, from: originator === seat ? null : 'control', threat: draft.threat, claim,
        reliability: draft.reliability, givenReliability: draft.reliability, credibility, marking: draft.marking,
        releasable: [...new Set([...inPlay(draft.to), ...inPlay(draft.releasableTo)])].sort(), originatorControlled: draft.originatorControlled, cleared: [], sanitised: false,
        turn: state.turn, evidence: evidenceOf(credibility, draft.reliability), text: draft.text, fabricated: false, sharedWith: [],
      };
      desk.emit({ type: 'reportDelivered', data: { seat, report: copy, truth: { genuine: claim === truth, parent: null } }, audience: [seat] });
      believe(desk, seat, copy, 'reportReceived');
    }
  },
};
