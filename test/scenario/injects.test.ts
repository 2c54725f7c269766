// Injects fire by time, by condition and by hand; their effects land; decisions close with their defaults.
import { describe, expect, it } from 'vitest';
import type { NewEvent } from '../../shared/model/events.ts';
import type { Phase } from '../../shared/model/vocabulary.ts';
import { EFFECTS } from '../../shared/rules/effects/catalogue.ts';
import { closeDecisions, fireConditional, fireManually, fireScheduled } from '../../shared/rules/injects.ts';
import { Working } from '../../shared/rules/working.ts';
import { EFFECT_KINDS } from '../../shared/scenario/schema.ts';
import { settingsFor, setup } from '../../shared/scenario/setup.ts';
import { parseScenario } from '../../shared/scenario/parse.ts';
import { parse as parseYaml, stringify } from 'yaml';
import { ISLE, SMALL } from './small.ts';

type Loose = Record<string, unknown>;

/** The small scenario with these injects instead of its own, and room for a third seat that may be left out. */
function start(injects: Loose[], seats: string[] = ['ARD', 'BEL']): Working {
  const data = parseYaml(SMALL) as { seats: Record<string, Loose>; injects: Loose[] };
  data.seats.CAR = { ...data.seats.BEL, name: 'Carvia', region: 'SOUND', optional: true };
  data.injects = injects.map((inject) => ({ title: 'Title', text: 'Text.', to: 'all', ...inject }));
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
