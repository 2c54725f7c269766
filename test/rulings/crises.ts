// D. Crises: relief, pressure, the ladder, incidents, deterrence.
import type { State } from '../../shared/model/state.ts';
import { scaled } from '../../shared/model/arithmetic.ts';
import { closeQuietCrises, crises as crisisStep, deployments, reliefOf } from '../../shared/rules/steps/crisis.ts';
import { burdenIndex, fairShare } from '../../shared/rules/steps/burden.ts';
import { Working } from '../../shared/rules/working.ts';
import { eventFor } from '../../shared/view/event-for.ts';
import { build, step } from '../rules/build.ts';
import type { Subject } from './ruling.ts';
import { equal } from './ruling.ts';

const packages = (state: State, bySeat: Record<string, [string, number, string?][]>) => {
  for (const [seat, list] of Object.entries(bySeat)) state.crises.C1!.deployments[seat] = list.map(([domain, count, as]) => ({ domain, count, ...(as ? { as } : {}) }) as never);
};
const resolved = (bend: (state: State) => void = () => {}) => {
  const work = new Working(build(bend), 0);
  crisisStep(work);
  return work;
};
const moves = (work: Working, path: string) => work.events.flatMap((event) => (event.type === 'numbersChanged' ? event.data.changes : [])).filter((change) => change.path === path)
  .flatMap(({ factors }) => factors.map(({ name, value }) => [name, value / 1000] as const));
const press = (value: number, region: string | null = null, name = 'test', by: string | null = null) => ({ value, region, name, by });

export const crises: Subject = {
  letter: 'D', name: 'Crises',
  rulings: [
    { id: 'D.1', title: 'Packages of a domain that the true cause does not call for', ruling: 'They bring no relief, however many: knowing what it is comes before sending something.',
      check: () => equal(scaled(reliefOf(...pair((state) => packages(state, { ARD: [['LAND', 2], ['DIS', 2]] }))).coverage, 100), 0) },
    { id: 'D.2', title: 'More packages of a domain than are demanded', ruling: 'What is above the demand of a domain counts for nothing and does not spill over into another.',
      check: () => {
        const two = scaled(reliefOf(...pair((state) => packages(state, { ARD: [['CYB', 4]] }))).coverage, 10_000);
        equal(two, 2222);
      } },
    { id: 'D.3', title: 'Unmanned systems standing in for ships', ruling: 'They count as the domain they stand in for, at 70 percent, and use up an unmanned package.',
      check: () => equal(scaled(reliefOf(...pair((state) => { state.seats.ARD!.capability.UXS = 65; packages(state, { ARD: [['UXS', 1, 'SEA']] }); })).points.SEA!, 1000), Math.floor(65 * 62 * 0.7 + 0.5)) },
    { id: 'D.4', title: 'A single contributor', ruling: 'Cohesion is 1: nobody stands in its way and nobody helps.',
      check: () => equal(scaled(reliefOf(...pair((state) => packages(state, { DRA: [['SEA', 2]] }))).cohesion, 1000), 1000) },
    { id: 'D.5', title: 'Two contributors who have never worked together', ruling: 'Interoperability of 20 takes 16 percent off what they achieve: goodwill is no standard.',
      check: () => equal(scaled(reliefOf(...pair((state) => packages(state, { ARD: [['SEA', 1]], DRA: [['SEA', 1]] }))).cohesion, 1000), 830) },
    { id: 'D.6', title: 'Pressure of 3 and of 6', ruling: 'One rung and two. Pressure is counted per crisis and is gone after the crisis step.',
      check: () => equal([3, 6, 2].map((value) => resolved((state) => { state.pressures.push(press(value)); }).state.crises.C1!.rung), [4, 5, 3]) },
    { id: 'D.7', title: 'Pressure that rises while relief covers half of the demand', ruling: 'Raising comes first: forces in place do not calm what diplomacy stirs up.',
      check: () => equal(resolved((state) => { state.pressures.push(press(3)); packages(state, { ARD: [['SEA', 2], ['ISR', 2], ['CYB', 2]], BEL: [['SEA', 2], ['ISR', 2], ['CYB', 2]] }); }).state.crises.C1!.rung, 4) },
    { id: 'D.8', title: 'A show of force in another region', ruling: 'Acts with a region press on crises there alone; acts without one press on every open crisis.',
      check: () => equal([press(3, 'elsewhere'), press(3, 'sound'), press(3)].map((one) => resolved((state) => { state.pressures.push(one); }).state.crises.C1!.rung), [3, 4, 4]) },
    { id: 'D.9', title: 'Two adversaries talk each other down', ruling: 'When both who are present deconflict, the rung falls by one; when one does, only the incident is cleared.',
      check: () => {
        const both = (talking: string[]) => resolved((state) => {
          packages(state, { ARD: [['SEA', 1]], DRA: [['SEA', 1]] });
          for (const by of talking) state.pressures.push(press(-1, 'sound', 'deconfliction', by));
        }).state.crises.C1!.rung;
        equal([both(['ARD', 'DRA']), both(['ARD'])], [2, 3]);
      } },
    { id: 'D.10', title: 'An incident nobody clears', ruling: 'At the next crisis step the rung rises by one: what is not explained is answered.',
      check: () => equal(moves(resolved((state) => { state.crises.C1!.incident = { turn: 1, parties: ['ARD', 'DRA'] }; }), 'crisis/C1/rung'), [['incident', 1]]) },
    { id: 'D.11', title: 'The sponsor itself shows force', ruling: 'It deters nobody: only a show by somebody else takes severity away, at most two of them.',
      check: () => {
        const shown = (...by: string[]) => resolved((state) => { for (const seat of by) state.pressures.push(press(0, 'sound', 'showOfForce', seat)); });
        const deterred = (...by: string[]) => moves(shown(...by), 'crisis/C1/severity').find(([name]) => name === 'deterrence')?.[1] ?? 0;
        equal([deterred('DRA'), deterred('ARD'), deterred('ARD', 'BEL', 'COR')], [0, -6, -12]);
      } },
    { id: 'D.12', title: 'Severity of a crisis in which everybody is exposed alike', ruling: 'Harm is S·x/1000 of opinion and S·x/2000 of budget, rounded per crisis and per seat.',
      check: () => {
        const work = resolved();
        const severity = work.state.crises.C1!.severity;
        equal(moves(work, 'seat/BEL/publicOpinion').filter(([name]) => name === 'harm'), [['harm', -Math.floor(severity * 70 / 1000 + 0.5)]]);
      } },
    { id: 'D.13', title: 'Two packages in two crises', ruling: 'Opinion counts the sum: a ministry is seen to help wherever it helps.',
      check: () => equal(step(build((state) => packages(state, { ARD: [['SEA', 1], ['ISR', 1]], BEL: [['SEA', 1]] })), deployments).changes.filter(({ factors }) => factors.some(({ name }) => name === 'contribution')).map(({ path }) => path), ['seat/ARD/publicOpinion']) },
    { id: 'D.14', title: 'A crisis that stands at 0', ruling: 'It closes when it stood at 0 at the end of two turns: one quiet week is no peace.',
      check: () => {
        const closed = (history: number[]) => step(build((state) => { state.crises.C1!.history = history.map((severity, turn) => ({ turn, severity, rung: 0 })); }), closeQuietCrises).events.length;
        equal([closed([0]), closed([4, 0]), closed([0, 0])], [0, 0, 1]);
      } },
    { id: 'D.15', title: 'The fair share of a rich and of a poor ministry', ruling: 'By income over the mean of all seats in play, fixed at the start, rounded up.',
      check: () => equal(['ARD', 'BEL', 'COR', 'DRA'].map((seat) => fairShare(build(), seat)), [7, 5, 5, 6]) },
    { id: 'D.16', title: 'A seat that sends nothing and shares everything', ruling: 'It carries 30 of 100: words are part of the burden, and not most of it.',
      check: () => equal(burdenIndex(build((state) => { state.shares.push({ from: 'COR', to: ['ARD'], event: 'C1@2', originator: 'COR' }); })).COR, 30) },
    { id: 'D.17', title: 'Why relief came to what it did', ruling: 'Until the debrief relief is one line for participants: its split by domain would name the hidden cause.',
      check: () => {
        const state = build((bent) => packages(bent, { ARD: [['SEA', 2], ['CYB', 1]], BEL: [['SEA', 1]] }));
        const work = new Working(state, 0);
        crisisStep(work);
        const event = work.events.find((one) => one.type === 'numbersChanged' && one.data.step === 'crisis.severity')!;
        const seen = eventFor(state, event as never, { kind: 'seat', seat: 'ARD' })!.changes[0]!.factors.map(({ name, with: domain }) => [name, domain]);
        equal(seen.filter(([name]) => name === 'relief'), [['relief', undefined]]);
      } },
  ],
};

function pair(bend: (state: State) => void): [State, State['crises'][string]] {
  const state = build(bend);
  return [state, state.crises.C1!];
}
