// I. Scoring: objectives, order, judgement, red lines, shared failure.
import type { State } from '../../shared/model/state.ts';
import type { Objective } from '../../shared/scenario/schema.ts';
import { objectiveValue, scoreOf } from '../../shared/rules/scoring.ts';
import { build, instrument } from '../rules/build.ts';
import type { Subject } from './ruling.ts';
import { equal } from './ruling.ts';

const value = (code: Objective['code'], bend: (state: State) => void = () => {}, more: Partial<Objective> = {}) => objectiveValue(build(bend), 'ARD', { code, weight: 100, text: '', ...more } as Objective);

export const scoring: Subject = {
  letter: 'I', name: 'Scoring',
  rulings: [
    { id: 'I.1', title: 'Readiness 20 above the start', ruling: 'Full marks; 40 below is nothing; it is reckoned from one’s own start, so that poor forces are not handicapped.',
      check: () => equal([-40, 0, 20].map((by) => value('RDY', (state) => { state.seats.ARD!.readiness += by; })), [0, 6667, 10_000]) },
    { id: 'I.2', title: 'No crisis touches the seat', ruling: 'SAFE is full: there was nothing to be kept safe from.',
      check: () => equal(value('SAFE', (state) => { state.seats.ARD!.exposure = {}; }), 10_000) },
    { id: 'I.3', title: 'A crisis of S·x/1000 of 6 that never opened', ruling: 'Its exposure is not counted, neither for safety nor for severity.',
      check: () => equal(value('S', (state) => { state.crises.C1!.openedTurn = 0; }, { crisis: 'C1' }), 10_000) },
    { id: 'I.4', title: 'Money in the bank at the end', ruling: 'One year’s income is full marks; hoarding more brings nothing.',
      check: () => equal([0, 12, 24, 60].map((budget) => value('FIS', (state) => { state.seats.ARD!.budget = budget; })), [0, 5000, 10_000, 10_000]) },
    { id: 'I.5', title: 'Three texts of one’s own in force', ruling: 'Full marks for leadership. A text that lapsed counts for nothing.',
      check: () => equal([0, 1, 3].map((count) => value('LEAD', (state) => { for (let one = 0; one < count; one += 1) state.instruments[`m${one}`] = instrument(`m${one}`, [{ kind: 'HOTLINE', params: { within: 1 } }]); })), [0, 3333, 10_000]) },
    { id: 'I.6', title: 'The trust of one, and of all', ruling: 'TIES runs from 30 to 70 for one partner; PART is the mean of all incoming trust, full at 70.',
      check: () => equal([value('TIES', () => {}, { seat: 'BEL' }), value('PART')], [8500, 7095]) },
    { id: 'I.7', title: 'Obligations that weigh 2 and 10', ruling: 'AUT is full up to 2 and gone at 10: a little commitment is free.',
      check: () => equal([value('AUT'), value('AUT', (state) => { state.instruments.m = instrument('m', Array.from({ length: 2 }, () => ({ kind: 'MUTUAL_ASSIST', params: { crisis: 'C1', rung: 5, minimum: 1, within: 1 } }))); })], [10_000, 5000]) },
    { id: 'I.8', title: 'The highest rung of the whole exercise', ruling: 'DETER looks at the worst moment, not at the end: a war that stopped was a war.',
      check: () => equal([3, 5, 8].map((rung) => value('DETER', (state) => { state.highestRung = rung; })), [10_000, 6000, 0]) },
    { id: 'I.9', title: 'Sure of the truth at 65 percent', ruling: 'TRUTH runs from 40 to 90, on the number people read.',
      check: () => equal(value('TRUTH', (state) => { state.beliefs.ARD!.cables = { sab: 57, acc: 0, crim: 0 }; }), 5000) },
    { id: 'I.10', title: 'A threat with one hypothesis', ruling: 'Skipped for truth and judgement: there is nothing to find out.',
      check: () => equal(value('TRUTH', (state) => { state.scenario.threats.cables!.hypotheses = { sab: state.scenario.threats.cables!.hypotheses.sab! }; }), 10_000) },
    { id: 'I.11', title: 'A red line broken in turn 2 and mended in turn 3', ruling: 'Once broken it stays broken: ten points, whatever came later.',
      check: () => {
        const score = (lines: string[]) => scoreOf(build((state) => { state.redLines.ARD = lines; }), 'ARD').total;
        equal(score([]) - score(['line']), 1000);
      } },
    { id: 'I.12', title: 'Regional war at any time', ruling: 'A shared failure: nobody scores more than 40, however well it did for itself.',
      check: () => {
        const capped = scoreOf(build((state) => { state.highestRung = 9; }), 'ARD');
        equal([capped.capped, capped.total], [true, 4000]);
      } },
    { id: 'I.13', title: 'A crisis of 97 that fell to 80 before the end', ruling: 'No shared failure: severity counts as it stands at the end, war at any time.',
      check: () => equal([97, 80].map((severity) => scoreOf(build((state) => { state.crises.C1!.severity = severity; }), 'ARD').capped), [true, false]) },
  ],
};
