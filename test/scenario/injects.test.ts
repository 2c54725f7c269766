// Injects fire by time, by condition and by hand; their effects land; decisions close with their defaults.
import { describe, expect, it } from 'vitest';
import { shares } from '../../shared/model/belief.ts';
import type { Event, NewEvent } from '../../shared/model/events.ts';
import type { Phase } from '../../shared/model/vocabulary.ts';
import { decide as decideCommand } from '../../shared/rules/decide.ts';
import { EFFECTS } from '../../shared/rules/effects/catalogue.ts';
import { closeDecisions, fireConditional, fireManually, fireScheduled, injectStep } from '../../shared/rules/injects.ts';
import { forceMajeure } from '../../shared/rules/instruments/compliance.ts';
import { packagesHeld } from '../../shared/rules/packages.ts';
import { draw } from '../../shared/rules/random.ts';
import { crises, reliefOf } from '../../shared/rules/steps/crisis.ts';
import { concludeEvaluation, evaluate } from '../../shared/rules/steps/evaluation.ts';
import { Working } from '../../shared/rules/working.ts';
import { EFFECT_KINDS } from '../../shared/scenario/schema.ts';
import { settingsFor, setup } from '../../shared/scenario/setup.ts';
import { parseScenario } from '../../shared/scenario/parse.ts';
import { eventFor } from '../../shared/view/event-for.ts';
import { viewFor } from '../../shared/view/view-for.ts';
import { parse as parseYaml, stringify } from 'yaml';
import { ISLE, SMALL } from './small.ts';

type Loose = Record<string, unknown>;

/** The small scenario with these injects instead of its own, and room for a third seat that may be left out. */
function start(injects: Loose[], seats: string[] = ['ARD', 'BEL'], bend: (data: Loose) => void = () => {}): Working {
  const data = parseYaml(SMALL) as { seats: Record<string, Loose>; injects: Loose[] } & Loose;
  data.seats.CAR = { ...data.seats.BEL, name: 'Carvia', region: 'SOUND', optional: true };
  data.injects = injects.map((inject) => ({ title: 'Title', text: 'Text.', to: 'all', ...inject }));
  bend(data);
  const { scenario, problems } = parseScenario(stringify(data), { file: 'injects.yaml', maps: { isle: ISLE } });
  if (!scenario) throw new Error(JSON.stringify(problems, null, 1));
  const settings = settingsFor(scenario, { seats });
  if (!settings.ok) throw new Error(settings.refusal.code);
  const work = new Working(setup(scenario, { id: 'x', seed: 'injects', settings: settings.value }), 0);
  work.emit({ type: 'turnStarted', data: { turn: 1 }, audience: 'all' });
  return work;
}

function enter(work: Working, phase: Phase, turn = work.state.turn): NewEvent[] {
  const before = work.events.length;
  if (turn !== work.state.turn) work.emit({ type: 'turnStarted', data: { turn }, audience: 'all' });
  work.emit({ type: 'phaseStarted', data: { phase, turn, deadline: null }, audience: 'all' });
  work.step('scheduled', (desk) => fireScheduled(desk, work.state, phase));
  return work.events.slice(before);
}

const conditional = (work: Working) => work.step('conditional', (desk) => fireConditional(desk, work.state));
const fired = (work: Working) => work.state.injects.map(({ id, turn }) => `${id}@${turn}`);

describe('when injects fire', () => {
  it('fires at its turn and phase, in the order of ids, once', () => {
    const work = start([{ id: 'b-2', at: { turn: 1 } }, { id: 'a-1', at: { turn: 1 } }, { id: 'c-3', at: { turn: 2, phase: 'orders' } }]);
    enter(work, 'briefing');
    expect(fired(work)).toEqual(['a-1@1', 'b-2@1']);
    enter(work, 'briefing');
    enter(work, 'orders');
    enter(work, 'briefing', 2);
    expect(fired(work)).toEqual(['a-1@1', 'b-2@1']);
    enter(work, 'orders');
    expect(fired(work)).toEqual(['a-1@1', 'b-2@1', 'c-3@2']);
  });

  it('fires at its time only if its condition holds then', () => {
    const work = start([{ id: 'no', at: { turn: 1 }, when: 'turn > 1' }, { id: 'yes', at: { turn: 1 }, when: 'turn == 1' }]);
    enter(work, 'briefing');
    enter(work, 'briefing', 2);
    expect(fired(work)).toEqual(['yes@1']);
  });

  it('fires once when a condition comes true, or again each turn', () => {
    const work = start([{ id: 'again', when: 'turn >= 1', once: false }, { id: 'first', when: 'turn >= 1' }, { id: 'later', when: 'turn == 2' }]);
    for (const turn of [1, 2]) {
      enter(work, 'briefing', turn);
      conditional(work);
      conditional(work);
    }
    expect(fired(work)).toEqual(['again@1', 'first@1', 'again@2', 'later@2']);
  });

  it('leaves manual injects to exercise control', () => {
    const work = start([{ id: 'card', manual: true, at: { turn: 1 } }]);
    enter(work, 'briefing');
    conditional(work);
    expect(fired(work)).toEqual([]);
    let done: boolean | null = null;
    work.step('control', (desk) => void (done = fireManually(desk, work.state, 'card')));
    expect([done, fired(work)]).toEqual([true, ['card@1']]);
    work.step('control', (desk) => void (done = fireManually(desk, work.state, 'nothing')));
    expect(done).toBe(false);
  });

  it('reaches only recipients in play, and nobody else learns of it', () => {
    const work = start([{ id: 'both', at: { turn: 1 }, to: ['CAR', 'BEL'] }, { id: 'gone', at: { turn: 1 }, to: ['CAR'] }]);
    const events = enter(work, 'briefing').filter((event) => event.type === 'injectFired');
    expect(events.map(({ data, audience }) => ({ data, audience }))).toEqual([{ data: { inject: 'both', to: ['BEL'], by: 'schedule' }, audience: ['BEL'] }]);
  });
});

describe('when injects wait, and for what', () => {
  const trained = (work: Working, ...parties: string[]) => work.emit({ type: 'exerciseHeld', data: { parties, domain: 'SEA', region: 'SOUND', notified: false }, audience: 'all' });
  const briefing = (work: Working, turn: number) => {
    enter(work, 'briefing', turn);
    conditional(work);
  };

  it('after an event: at the next point at which injects are judged, and once', () => {
    const work = start([{ id: 'it', after: 'exerciseHeld' }]);
    briefing(work, 1);
    expect(fired(work)).toEqual([]);
    trained(work, 'ARD');
    // Between step 12 and the next briefing the events of the turn are forgotten, but not that they happened.
    briefing(work, 2);
    trained(work, 'ARD');
    briefing(work, 3);
    expect(fired(work)).toEqual(['it@2']);
  });

  it('after an event, again after the next one, once a turn', () => {
    const work = start([{ id: 'it', after: 'exerciseHeld', once: false }]);
    trained(work, 'ARD');
    briefing(work, 1);
    trained(work, 'ARD');
    conditional(work);
    expect(fired(work)).toEqual(['it@1']);
    briefing(work, 2);
    briefing(work, 3);
    expect(fired(work)).toEqual(['it@1', 'it@2']);
  });

  it('after an event and only if a condition holds then', () => {
    const work = start([{ id: 'it', after: 'exerciseHeld', when: 'turn >= 2' }]);
    trained(work, 'ARD');
    briefing(work, 1);
    briefing(work, 2);
    expect(fired(work)).toEqual(['it@2']);
  });

  it('to those concerned: the seats of the events since it last fired, and nobody else learns of it', () => {
    const work = start([{ id: 'it', after: 'exerciseHeld', once: false, to: 'concerned', effects: [{ add: { path: 'seat/*/readiness', by: -5 } }] }]);
    trained(work, 'BEL');
    briefing(work, 1);
    trained(work, 'ARD');
    briefing(work, 2);
    const to = work.events.flatMap((event) => (event.type === 'injectFired' ? [[event.data.by, event.data.to, event.audience]] : []));
    expect(to).toEqual([['event', ['BEL'], ['BEL']], ['event', ['ARD'], ['ARD']]]);
    expect([work.state.seats.ARD!.readiness, work.state.seats.BEL!.readiness]).toEqual([55, 55]);
  });

  it('an event that concerns nobody in play fires nothing for those concerned', () => {
    const work = start([{ id: 'it', after: 'crisisOpened', to: 'concerned' }]);
    work.emit({ type: 'crisisOpened', data: { crisis: 'cables', severity: 40, rung: 2 }, audience: 'all' });
    briefing(work, 1);
    expect(fired(work)).toEqual([]);
  });

  it('delay: its time or its condition comes, and so many turns later it fires', () => {
    const work = start([{ id: 'time', at: { turn: 1, phase: 'orders' }, delay: 1 }, { id: 'when', when: 'turn == 1', delay: 2 }]);
    briefing(work, 1);
    enter(work, 'orders');
    expect(work.state.dueInjects.map(({ inject, turn }) => `${inject}@${turn}`)).toEqual(['when@3', 'time@2']);
    briefing(work, 2);
    expect(fired(work)).toEqual([]);
    enter(work, 'orders');
    briefing(work, 3);
    expect([fired(work), work.state.dueInjects]).toEqual([['time@2', 'when@3'], []]);
    expect(work.events.filter(({ type }) => type === 'injectDue').every(({ audience }) => audience === 'control')).toBe(true);
  });

  it('prob: fires or is held back for good by the draw inject/ID, and control alone hears of that', () => {
    const injects = Array.from({ length: 40 }, (_, index) => ({ id: `p-${index}`, when: 'turn >= 1', prob: 40 }));
    const work = start(injects);
    briefing(work, 1);
    const drawn = injects.filter(({ id }) => draw('injects', 1, `inject/${id}`) < 4000).map(({ id }) => `${id}@1`).sort();
    expect(fired(work).sort()).toEqual(drawn);
    expect([drawn.length > 8, drawn.length < 24]).toEqual([true, true]);
    expect(work.state.skippedInjects.length).toBe(40 - drawn.length);
    expect(work.events.filter(({ type }) => type === 'injectSkipped').every(({ audience }) => audience === 'control')).toBe(true);
    briefing(work, 2);
    expect(fired(work).length).toBe(drawn.length);
  });

  it('schedule: another inject fires that many turns later, whatever its own trigger; never again if it fires once', () => {
    const work = start([
      { id: 'a', at: { turn: 1 }, effects: [{ schedule: { inject: 'b', turns: 1 } }, { schedule: { inject: 'c', turns: 0 } }, { schedule: { inject: 'gone', turns: 1 } }] },
      { id: 'b', manual: true, effects: [{ schedule: { inject: 'c', turns: 0 } }] }, { id: 'c', when: 'turn > 9' }, { id: 'gone', manual: true, to: ['CAR'] },
    ]);
    briefing(work, 1);
    expect(fired(work)).toEqual(['a@1', 'c@1']);
    briefing(work, 2);
    conditional(work);
    expect(fired(work)).toEqual(['a@1', 'c@1', 'b@2']);
    // What cannot fire is taken off the list.
    expect(work.state.dueInjects).toEqual([]);
    expect(work.state.skippedInjects.map(({ id }) => id).sort()).toEqual(['c', 'gone']);
  });

  it('schedule: one that schedules itself comes back, once a turn', () => {
    const work = start([{ id: 'tick', at: { turn: 1 }, once: false, effects: [{ schedule: { inject: 'tick', turns: 1 } }] }]);
    for (const turn of [1, 2, 3]) briefing(work, turn);
    expect(fired(work)).toEqual(['tick@1', 'tick@2', 'tick@3']);
  });

  it('held by exercise control: does not fire by itself, and does by hand', () => {
    const work = start([{ id: 'it', when: 'turn >= 1' }]);
    work.emit({ type: 'injectHeld', data: { inject: 'it', held: true }, audience: 'control' });
    briefing(work, 1);
    expect(fired(work)).toEqual([]);
    work.emit({ type: 'injectHeld', data: { inject: 'it', held: false }, audience: 'control' });
    briefing(work, 2);
    expect(fired(work)).toEqual(['it@2']);
  });
});

describe('notes for the evaluation', () => {
  const judged = (work: Working) => {
    work.step('evaluation', evaluate);
    return work.state.evidence.map(({ turn, inject, objective, task, met }) => ({ turn, inject, objective, task, met }));
  };

  it('what was expected is judged at the end of that many turns later', () => {
    const expected = { when: 'count("exerciseHeld") > 0', within: 1 };
    const work = start([{ id: 'a', at: { turn: 1 }, objective: 'draft', expected }, { id: 'b', at: { turn: 1 }, expected: { when: 'turn > 9', within: 0 } }]);
    enter(work, 'briefing');
    expect(judged(work)).toEqual([{ turn: 1, inject: 'b', objective: null, task: null, met: false }]);
    enter(work, 'briefing', 2);
    work.emit({ type: 'exerciseHeld', data: { parties: ['ARD'], domain: 'SEA', region: 'SOUND', notified: false }, audience: 'all' });
    expect(judged(work).slice(1)).toEqual([{ turn: 2, inject: 'a', objective: 'draft', task: null, met: true }]);
    enter(work, 'briefing', 3);
    expect(judged(work).length).toBe(2);
  });

  it('what would be due beyond the last turn is judged at its end; what comes behind the last lock is not judged', () => {
    const expected = { when: 'turn > 9', within: 5 };
    const work = start([{ id: 'a', at: { turn: 2 }, expected }, { id: 'b', at: { turn: 3, phase: 'review' }, expected }]);
    enter(work, 'briefing', 2);
    enter(work, 'review', 3);
    expect(judged(work)).toEqual([{ turn: 3, inject: 'a', objective: null, task: null, met: false }]);
  });

  it('a task that can be judged is noted once when it is done, or as not done at the end', () => {
    const work = start([], ['ARD', 'BEL'], (data) => {
      data.learning = [{ id: 'draft', text: 'Draft.', tasks: ['Talk.', { text: 'Exercise.', done: 'count("exerciseHeld", "BEL") > 0' }, { text: 'Never.', done: 'turn > 9' }, { text: 'Look.' }] }];
    });
    expect(judged(work)).toEqual([]);
    work.emit({ type: 'exerciseHeld', data: { parties: ['BEL'], domain: 'SEA', region: 'SOUND', notified: false }, audience: 'all' });
    judged(work);
    expect(judged(work)).toEqual([{ turn: 1, inject: null, objective: 'draft', task: 1, met: true }]);
    work.step('end', concludeEvaluation);
    expect(work.state.evidence.slice(1).map(({ task, met }) => [task, met])).toEqual([[2, false]]);
    expect(work.events.filter(({ type }) => type === 'evidenceNoted').every(({ audience }) => audience === 'control')).toBe(true);
  });

  it('are seen by exercise control alone before the debrief', () => {
    const { state } = start([]);
    state.evidence = [{ id: 'e', objective: 'draft', task: 0, inject: null, turn: 1, met: true }];
    expect(viewFor(state, { kind: 'control' }).control!.evidence).toEqual({ e: state.evidence[0] });
    expect(JSON.stringify(viewFor(state, { kind: 'seat', seat: 'ARD' }))).not.toContain('"met"');
  });
});

describe('what effects do', () => {
  const run = (effects: Loose[], to: string | string[] = 'all', seats?: string[]) => {
    const work = start([{ id: 'it', at: { turn: 1 }, to, effects }], seats);
    const events = enter(work, 'briefing');
    return { work, state: work.state, events, of: (type: string) => events.filter((event) => event.type === type) };
  };

  it('has one entry for every effect of the schema', () => {
    expect(Object.keys(EFFECTS).sort()).toEqual([...EFFECT_KINDS].sort());
    for (const [kind, effect] of Object.entries(EFFECTS)) expect([effect.kind, effect.example.startsWith(`${kind}: `)]).toEqual([kind, true]);
  });

  it('add: moves a number, each recipient\'s by *, none of an absent seat, none if its condition fails', () => {
    const { state, of } = run([
      { add: { path: 'seat/ARD/politicalCapital', by: -4 } }, { add: { path: 'seat/*/publicOpinion', by: 3 } },
      { add: { path: 'seat/CAR/publicOpinion', by: 3 } }, { add: { path: 'seat/ARD/readiness', by: 9, when: 'turn == 2' } },
    ], ['ARD', 'BEL']);
    expect([state.seats.ARD!.politicalCapital, state.seats.ARD!.publicOpinion, state.seats.BEL!.publicOpinion, state.seats.ARD!.readiness]).toEqual([36, 53, 53, 60]);
    const changes = of('numbersChanged').flatMap((event) => (event.type === 'numbersChanged' ? event.data.changes : []));
    expect(changes.map(({ path }) => path)).toEqual(['seat/ARD/politicalCapital', 'seat/ARD/publicOpinion', 'seat/BEL/publicOpinion']);
    expect(changes[0]!.factors).toEqual([{ name: 'inject', cause: 'it', sees: ['ARD', 'BEL'], value: -4000 }]);
  });

  it('set and scale: to a number, to a share of it rounded half up, in the order they are written', () => {
    const { state, of } = run([
      { set: { path: 'seat/ARD/security', to: 35 } }, { scale: { path: 'seat/*/income', percent: 85 } }, { scale: { path: 'seat/ARD/politicalCapital', percent: 51 } },
      { add: { path: 'seat/BEL/budget', by: 5 } }, { scale: { path: 'seat/BEL/budget', percent: 200 } }, { set: { path: 'seat/BEL/readiness', to: 1, when: 'turn == 2' } }, { set: { path: 'crisis/cables/rung', to: 30 } },
    ]);
    expect([state.seats.ARD!.security, state.seats.ARD!.income, state.seats.BEL!.income, state.seats.ARD!.politicalCapital, state.seats.BEL!.budget, state.seats.BEL!.readiness]).toEqual([35, 17, 17, 20, 46, 60]);
    expect(state.crises.cables!.rung).toBe(9);
    for (const event of of('numbersChanged')) if (event.type === 'numbersChanged') for (const { before, after, factors } of event.data.changes) expect(factors.reduce((sum, { value }) => sum + value, 0)).toBe((after - before) * 1000);
  });

  it('add: demand of a crisis, whatever its cause, known to control alone; a common fund', () => {
    const { state, of } = run([{ add: { path: 'crisis/cables/demand/DIS', by: 6 } }, { add: { path: 'crisis/cables/demand/LOG', by: -100 } }, { add: { path: 'organisation/league/fund', by: 9 } }]);
    expect([state.crises.cables!.demand.DIS, state.crises.cables!.demand.LOG, state.organisations.league!.fund]).toEqual([6, -100, 9]);
    const seen = of('numbersChanged').flatMap((event) => eventFor(state, event as Event, { kind: 'seat', seat: 'ARD' })?.changes ?? []);
    expect(seen.map(({ path }) => path)).toEqual(['organisation/league/fund']);
    // Of storms only LOG was needed: six points of DIS per four seats are left.
    state.threats.cables!.truth = 'storm';
    state.crises.cables!.deployments.ARD = [{ domain: 'DIS', count: 3 }];
    expect(Object.keys(reliefOf(state, state.crises.cables!).covered)).toEqual(['DIS']);
    state.crises.cables!.demand.DIS = 0;
    expect(reliefOf(state, state.crises.cables!)).toMatchObject({ coverage: { n: 1n, d: 1n }, covered: {} });
  });

  it('reveal: the true cause for certain, to those seats alone, as a report they may pass on', () => {
    const { state, of } = run([{ reveal: { threat: 'cables', to: ['BEL', 'CAR'], text: 'The pilot has spoken.' } }, { reveal: { threat: 'cables', to: ['ARD'], when: 'turn > 1', text: 'No.' } }]);
    const { truth } = state.threats.cables!;
    expect(shares(state.beliefs.BEL!.cables!)[truth]).toBe(100);
    expect(state.beliefs.ARD!.cables).toEqual({ storm: 0, thieves: 0 });
    const [held] = Object.values(state.reports.BEL!);
    expect(held).toMatchObject({ claim: truth, reliability: 'A', credibility: 1, text: 'The pilot has spoken.', originator: 'control' });
    expect(of('reportDelivered').map(({ audience }) => audience)).toEqual([['BEL']]);
    // Belief stays the sum of its reports.
    expect(state.beliefs.BEL!.cables![truth]).toBe((truth === 'storm' ? 10 : 0) + held!.evidence);
  });

  it('strike: an event of a threat happens now, once, and only in an open crisis', () => {
    const strike = { strike: { threat: 'cables', event: 'second' } };
    expect(run([strike]).of('threatEventStruck')).toEqual([]);
    const work = start([{ id: '1', title: 'a', at: { turn: 1 }, effects: [{ spawn: 'cables' }] }, { id: '2a', at: { turn: 1, phase: 'orders' }, effects: [strike] }, { id: '3a', at: { turn: 1, phase: 'review' }, effects: [strike] }].map((one) => ({ ...one, id: `i-${one.id}` })));
    for (const phase of ['briefing', 'orders', 'review'] as const) enter(work, phase);
    expect([work.state.crises.cables!.severity, work.state.threats.cables!.struck]).toEqual([48, ['second']]);
  });

  it('incident: opens with what follows from it, among those in play, in an open crisis alone', () => {
    const incident = { incident: { crisis: 'cables', parties: ['BEL', 'ARD', 'CAR'] } };
    expect(run([incident]).of('incidentOpened')).toEqual([]);
    const work = start([{ id: 'a', at: { turn: 1 }, effects: [{ spawn: 'cables' }] }, { id: 'b', at: { turn: 1, phase: 'orders' }, effects: [incident] }]);
    enter(work, 'briefing');
    enter(work, 'orders');
    expect(work.state.crises.cables).toMatchObject({ incident: { turn: 1, parties: ['ARD', 'BEL'] }, pressureCarry: 2 });
    expect([work.state.seats.ARD!.publicOpinion, work.state.seats.BEL!.publicOpinion]).toEqual([48, 48]);
  });

  it('pressure: on one crisis or on all, kept until the next crisis step, over the end of a turn', () => {
    const { state, work, of } = run([{ spawn: 'cables' }, { pressure: { value: 3, crisis: 'cables' } }, { pressure: { value: -1 } }]);
    expect(of('pressureLaid').every(({ audience }) => audience === 'control')).toBe(true);
    work.emit({ type: 'turnStarted', data: { turn: 2 }, audience: 'all' });
    crises(work);
    expect(work.events.flatMap((event) => (event.type === 'crisisAssessed' ? [event.data.pressure] : []))).toEqual([2]);
    expect(state.pressures).toEqual([]);
  });

  it('forceMajeure: excuses those in play for so many turns, publicly', () => {
    const { state, of } = run([{ forceMajeure: { seats: ['ARD', 'CAR'], turns: 2 } }]);
    expect(of('forceMajeureDeclared')).toMatchObject([{ data: { seats: ['ARD'], until: 2 }, audience: 'all' }]);
    const excused = (turn: number) => ['ARD', 'BEL'].map((seat) => forceMajeure({ ...state, turn }, seat));
    expect([excused(1), excused(2), excused(3)]).toEqual([[true, false], [true, false], [false, false]]);
    expect(viewFor(state, { kind: 'observer' }).public.seats.ARD!.excused).toBe(true);
  });

  it('param: a number of the rules, for everybody, and the scenario keeps its own', () => {
    const { state, of } = run([{ param: { name: 'deployPrice', value: 6 } }, { param: { name: 'ap', value: 4 } }]);
    expect([state.parameters.deployPrice, state.scenario.parameters.deployPrice, viewFor(state, { kind: 'observer' }).public.exercise.parameters.deployPrice]).toEqual([6, 4, 6]);
    expect(of('parameterChanged').length).toBe(1);
  });

  it('grant and remove: packages beside the capability; deployed ones come home at once if too few are left', () => {
    const work = start([
      { id: 'a', at: { turn: 1 }, to: ['ARD'], effects: [{ grant: { seat: 'ARD', package: 'SEA' } }, { grant: { seat: 'CAR', package: 'SEA' } }, { spawn: 'cables' }] },
      { id: 'b', at: { turn: 1, phase: 'orders' }, to: ['ARD'], effects: [{ remove: { seat: 'ARD', package: 'SEA', count: 2 } }, { remove: { seat: 'BEL', package: 'AMD', count: 4 } }] },
    ]);
    enter(work, 'briefing');
    expect(packagesHeld(work.state.seats.ARD!).SEA).toBe(3);
    work.state.crises.cables!.deployments.ARD = [{ domain: 'SEA', count: 3 }, { domain: 'LOG', count: 1 }];
    work.emit({ type: 'phaseStarted', data: { phase: 'orders', turn: 1, deadline: null }, audience: 'all' });
    injectStep(work, 'orders', (desk) => fireScheduled(desk, work.state, 'orders'));
    expect([packagesHeld(work.state.seats.ARD!).SEA, packagesHeld(work.state.seats.BEL!).AMD]).toEqual([1, 0]);
    expect(work.state.crises.cables!.deployments.ARD).toEqual([{ domain: 'SEA', count: 1 }, { domain: 'LOG', count: 1 }]);
    const audiences = work.events.flatMap((event) => (event.type === 'packagesChanged' ? [event.audience] : []));
    expect(audiences).toEqual([['ARD'], ['ARD'], ['BEL']]);
  });

  it('grant and remove: sources', () => {
    const { state, of } = run([
      { grant: { seat: 'ARD', source: { id: 'ARD-9', threat: 'cables', reliability: 'A' } } }, { grant: { seat: 'ARD', source: { id: 'ARD-1', threat: 'cables', reliability: 'A' } } },
      { remove: { seat: 'BEL', source: 'BEL-1' } },
    ]);
    expect([state.seats.ARD!.sources.map(({ id, reliability, burned }) => [id, reliability, burned]), state.seats.BEL!.sources]).toEqual([[['ARD-1', 'B', false], ['ARD-9', 'A', false]], []]);
    expect([...of('sourceGranted'), ...of('sourceLost')].map(({ audience }) => audience)).toEqual([['ARD'], ['BEL']]);
  });

  it('evidence: a note for control alone', () => {
    const { state, of } = run([{ evidence: { objective: 'draft', task: 0 } }, { evidence: { objective: 'draft', met: false } }]);
    expect(state.evidence).toMatchObject([{ objective: 'draft', task: 0, inject: 'it', turn: 1, met: true }, { objective: 'draft', task: null, met: false }]);
    expect(of('evidenceNoted').every(({ audience }) => audience === 'control')).toBe(true);
  });

  it('motion, mandate, admit, expel: what happens in an organisation, to those in play', () => {
    const { state, of } = run([
      { motion: { organisation: 'league', kind: 'mandate', params: { crisis: 'cables' }, by: 'BEL' } }, { mandate: { organisation: 'league', crisis: 'cables' } },
      { admit: { organisation: 'league', seat: 'CAR' } }, { admit: { organisation: 'league', seat: 'ARD' } }, { expel: { organisation: 'league', seat: 'BEL' } }, { expel: { organisation: 'league', seat: 'CAR' } },
    ]);
    expect(of('motionTabled')).toMatchObject([{ data: { motion: { organisation: 'league', kind: 'mandate', by: 'BEL', status: 'open', closesTurn: 1 } }, audience: ['ARD', 'BEL'] }]);
    expect(state.organisations.league).toMatchObject({ members: ['ARD'], expelled: ['BEL'], mandates: [{ crisis: 'cables', since: 1 }] });
    expect(of('membershipChanged').map(({ data }) => data)).toMatchObject([{ seat: 'BEL', role: null, expelled: true }]);
  });

  it('add: two of one path add up and stop at the limit', () => {
    const { state } = run([{ add: { path: 'crisis/cables/rung', by: 5 } }, { add: { path: 'crisis/cables/rung', by: 5 } }]);
    expect(state.crises.cables!.rung).toBe(9);
  });

  it('spawn and close: open and close a crisis once', () => {
    const { state, of, work } = run([{ spawn: 'cables' }]);
    expect([state.crises.cables!.open, of('crisisOpened').length]).toEqual([true, 1]);
    state.crises.cables!.deployments.ARD = [{ domain: 'SEA', count: 1 }];
    work.step('close', (desk) => EFFECTS.close.run(desk, 'cables', { inject: 'it', reason: 'inject', recipients: [], audience: 'all' }));
    expect([work.state.crises.cables!.open, work.state.crises.cables!.deployments]).toEqual([false, {}]);
    const before = work.events.length;
    work.step('close', (desk) => EFFECTS.close.run(desk, 'cables', { inject: 'it', reason: 'inject', recipients: [], audience: 'all' }));
    expect(work.events.length).toBe(before);
  });

  it.each(['truth', 'cover', 'storm'])('report: claims %s, moves belief, tells only its receivers', (claim) => {
    const { state, of } = run([{ report: { to: ['ARD', 'CAR'], originator: 'ARD', releasableTo: ['BEL'], threat: 'cables', claim, reliability: 'B', credibility: 3, marking: 'S', text: 'A keel.' } }]);
    const [held] = Object.values(state.reports.ARD!);
    const { truth } = state.threats.cables!;
    const expected = claim === 'truth' ? truth : claim === 'cover' ? state.scenario.threats.cables!.hypotheses[truth]!.cover : claim;
    expect(held).toMatchObject({ originator: 'ARD', from: null, claim: expected, reliability: 'B', credibility: 3, marking: 'S', releasable: ['ARD', 'BEL'], evidence: 34 });
    expect(state.beliefs.ARD!.cables![expected]).toBe(34);
    expect(state.beliefs.BEL!.cables).toEqual({ storm: 10, thieves: 0 });
    expect(of('reportDelivered').map(({ audience }) => audience)).toEqual([['ARD']]);
    expect(state.reportTruths[held!.event]).toEqual({ genuine: expected === truth, parent: null });
  });

  it('table: puts a draft before its parties with every parameter filled in, unless one is absent', () => {
    const table = { id: 'draft', title: 'Draft', kind: 'mou', parties: ['BEL', 'ARD'], tabledBy: 'ARD', clauses: [{ kind: 'EXERCISE', params: { domains: ['SEA'], every: 2, minimum: 2 } }] };
    const { state, of } = run([{ table }, { table: { ...table, id: 'other', parties: ['ARD', 'CAR'] } }]);
    const [instrument] = Object.values(state.instruments);
    expect(of('instrumentTabled').map(({ audience }) => audience)).toEqual([['ARD', 'BEL']]);
    expect(instrument).toMatchObject({ parties: ['ARD', 'BEL'], tabledBy: 'ARD', status: 'tabled' });
    expect(instrument!.versions[0]!.clauses).toEqual([{ kind: 'EXERCISE', params: { domains: ['SEA'], every: 2, minimum: 2, rotation: false } }]);
  });

  it('unlock and lock: change what is available', () => {
    const { state } = run([{ unlock: { actions: ['TRAIN'], clauses: ['TERM'] } }, { lock: { actions: ['SHARE'] } }]);
    expect(state.unlocked).toEqual({ actions: ['COLLECT', 'TRAIN'], clauses: ['INFOSEC', 'TERM'] });
  });

  it('message: is a message of somebody else, bound by a commitment', () => {
    const { state, of } = run([{ message: { from: 'The ambassador', text: 'We regret it.' } }], ['BEL']);
    expect(state.messages).toMatchObject([{ from: 'control', persona: 'The ambassador', to: ['BEL'], text: 'We regret it.', turn: 1 }]);
    const [event] = of('messageSent');
    expect(event).toMatchObject({ audience: ['BEL'], data: { commitment: expect.stringMatching(/^[0-9a-f]{64}$/) } });
    expect(JSON.stringify(event!.data)).not.toContain('We regret');
  });
});

describe('decisions', () => {
  const decide = {
    question: 'Speak?', default: 'wait',
    options: [
      { id: 'speak', label: 'Speak', effects: [{ add: { path: 'seat/*/publicOpinion', by: 5 } }] },
      { id: 'wait', label: 'Wait', effects: [{ add: { path: 'seat/*/publicOpinion', by: -1 } }] },
    ],
  };
  const close = (work: Working) => work.step('decisions', (desk) => closeDecisions(desk, work.state));
  const opinions = ({ state }: Working) => [state.seats.ARD!.publicOpinion, state.seats.BEL!.publicOpinion];

  it('take effect at the lock for each seat, by default where nobody decided', () => {
    const work = start([{ id: 'ask', at: { turn: 1 }, decide }]);
    enter(work, 'briefing');
    work.emit({ type: 'decisionTaken', data: { inject: 'ask', seat: 'ARD', option: 'speak', byDefault: false }, audience: ['ARD'] });
    expect(opinions(work)).toEqual([50, 50]);
    enter(work, 'resolution');
    close(work);
    expect(opinions(work)).toEqual([55, 49]);
    const taken = work.events.filter((event) => event.type === 'decisionTaken' && event.data.byDefault);
    expect(taken.map(({ data, audience }) => ({ data, audience }))).toEqual([{ data: { inject: 'ask', seat: 'BEL', option: 'wait', byDefault: true }, audience: ['BEL'] }]);
    enter(work, 'briefing', 2);
    enter(work, 'resolution');
    close(work);
    expect(opinions(work)).toEqual([55, 49]);
  });

  it('may have longer: within counts the turns until the deadline', () => {
    const work = start([{ id: 'ask', at: { turn: 1 }, to: ['ARD'], decide: { ...decide, within: 1 } }]);
    enter(work, 'briefing');
    expect(viewFor(work.state, { kind: 'seat', seat: 'ARD' }).own!.injects.ask!.decide!.dueTurn).toBe(2);
    enter(work, 'resolution');
    close(work);
    expect(opinions(work)).toEqual([50, 50]);
    enter(work, 'negotiation', 2);
    work.state.status = 'running';
    const asked = decideCommand(work.state, { actor: { kind: 'bot', seat: 'ARD' }, command: { type: 'decideInject', inject: 'ask', option: 'speak' }, id: 'x', at: 0, nonce: '' });
    expect(asked.ok).toBe(true);
    if (asked.ok) work.emit(...asked.value);
    enter(work, 'resolution');
    close(work);
    expect(opinions(work)).toEqual([55, 50]);
  });

  it('that would be due beyond the last turn are due at its lock', () => {
    const work = start([{ id: 'ask', at: { turn: 2 }, to: ['ARD'], decide: { ...decide, within: 5 } }]);
    enter(work, 'briefing', 2);
    enter(work, 'resolution', 3);
    close(work);
    expect(opinions(work)).toEqual([49, 50]);
  });

  it('asked for behind the lock are due at the next one', () => {
    const work = start([{ id: 'ask', at: { turn: 1, phase: 'review' }, to: ['ARD'], decide }]);
    enter(work, 'resolution');
    close(work);
    enter(work, 'review');
    close(work);
    expect(opinions(work)).toEqual([50, 50]);
    enter(work, 'resolution', 2);
    close(work);
    expect(opinions(work)).toEqual([49, 50]);
  });
});
