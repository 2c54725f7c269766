// Secret means secret: unique words are planted in every secret of an exercise, and no view or event that others get contains them.
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import type { State } from '../shared/model/state.ts';
import type { Scenario } from '../shared/scenario/schema.ts';
import { settingsFor, setup } from '../shared/scenario/setup.ts';
import { eventFor } from '../shared/view/event-for.ts';
import { viewFor } from '../shared/view/view-for.ts';
import type { Viewer } from '../shared/view/view.ts';
import { SCENARIOS, readScenario } from '../server/scenarios.ts';
import { build } from './rules/build.ts';
import { Table } from './rules/table.ts';

const SEATS = ['COL', 'HAN', 'MER', 'NIH'];
const SEED = 'canary-seed-7f3a';

/** An inject whose time does not come in what is played here. */
const UNFIRED = '12-notice-offer';

/** Word that only these viewers may ever read before the debrief. */
const canaries: { word: string; known: string[] }[] = [{ word: SEED, known: [] }];

function plant(label: string, known: string[]): string {
  const word = `canary-${label}-${canaries.length}-x9q`;
  canaries.push({ word, known });
  return word;
}

function planted(scenario: Scenario): Scenario {
  const copy = structuredClone(scenario) as Scenario;
  for (const [seat, draft] of Object.entries(copy.seats)) {
    draft.brief.secret += plant(`brief-${seat}`, [seat]);
    draft.goals[0] = plant(`goal-${seat}`, [seat]);
    draft.objectives[0]!.text = plant(`objective-${seat}`, [seat]);
    for (const line of draft.redLines) line.text = plant(`redline-${seat}`, [seat]);
  }
  for (const inject of copy.injects) {
    const to = typeof inject.to === 'string' ? SEATS : inject.to;
    inject.text += plant(`inject-${inject.id}`, to);
    if (inject.expect) inject.expect = plant(`expected-${inject.id}`, []);
    inject.note = plant(`note-${inject.id}`, []);
    for (const effect of inject.effects) if (effect.report) effect.report.text = plant(`report-${inject.id}`, effect.report.to);
  }
  return copy;
}

function play(): Table {
  const scenario = planted(readScenario(join(SCENARIOS, 'shield-lesson', 'scenario.yaml')).scenario!);
  const settings = settingsFor(scenario, { teams: true });
  if (!settings.ok) throw new Error(settings.refusal.code);
  const state: State = setup(scenario, { id: 'canary', seed: SEED, settings: settings.value });
  const table = new Table(state);
  for (const seat of SEATS) table.ask(seat, { type: 'takeSeat', seat });
  // A second person at one table: what they draft and write to each other stays in their ministry.
  const second = plant('participant', ['NIH']);
  table.ask(second, { type: 'takeSeat', seat: 'NIH' });
  table.ask('control', { type: 'startExercise' });
  table.ask('control', { type: 'advancePhase' });
  table.ask('NIH', { type: 'sendMessage', to: ['COL'], text: plant('message', ['NIH', 'COL']) });
  const draft = (label: string) => table.ask(second, { type: 'draftAct', command: { type: 'sendMessage', to: ['COL'], text: plant(`drafted-${label}`, ['NIH']) }, note: plant(`draft-note-${label}`, ['NIH']), revises: null });
  draft('waiting');
  draft('returned');
  table.ask('NIH', { type: 'returnDraft', draft: table.of('draftLaid')[1]!.draft, remark: plant('remark', ['NIH']) });
  table.ask(second, { type: 'sendMessage', to: ['NIH'], text: plant('team-note', ['NIH']) });
  table.ask('MER', { type: 'sendMessage', to: ['control'], text: plant('to-control', ['MER']) });
  table.ask('control', { type: 'speak', persona: 'Press', to: ['HAN'], text: plant('persona', ['HAN']) });
  const write = (label: string, known: string[], at: { turn: number; phase: 'orders' } | null) => table.ask('control', { type: 'writeInject', title: 'News', from: 'Press', text: plant(label, known), to: ['HAN'], effects: [], at });
  write('written', ['HAN'], null);
  write('written-for-later', [], { turn: 4, phase: 'orders' });
  table.ask('control', { type: 'changeInject', inject: '05-course-price', text: plant('reworded', ['MER']), to: ['MER'] });
  table.ask('control', { type: 'changeInject', inject: UNFIRED, text: plant('reworded-unfired', []), to: 'all' });
  table.ask('control', { type: 'dropInject', inject: UNFIRED, dropped: true });
  table.ask('control', { type: 'changeInject', inject: UNFIRED, text: plant('reworded-and-undone', []) });
  table.ask('control', { type: 'undoAct', act: table.events.at(-1)!.seq });
  for (const own of [false, true]) table.ask('control', { type: 'pinObservation', text: plant('observation', []), objective: 'draft', seat: 'NIH', rating: 'U', private: own, disclosed: false });
  table.ask('control', { type: 'pinObservation', text: plant('disclosed-later', []), objective: null, seat: null, rating: null, private: false, disclosed: true });
  table.ask('NIH', { type: 'act', action: 'TABLE', params: { title: plant('title', ['NIH', 'MER']), kind: 'mou', parties: ['MER'], clauses: [{ kind: 'INFOSEC', params: { minimum: 40, ceiling: 'C' } }], classification: 'S' } });
  table.ask('COL', { type: 'invite', action: 'VISIT', params: { partner: 'NIH' } });
  table.accept('NIH');
  table.ask('control', { type: 'advancePhase' });
  for (const seat of SEATS) {
    const source = table.state.seats[seat]!.sources[0]!.id;
    const threat = table.state.seats[seat]!.sources[0]!.threat;
    table.ask(seat, { type: 'saveOrders', orders: [
      { id: plant(`order-${seat}`, [seat]), action: 'COLLECT', params: { threat, source }, intent: plant(`intent-${seat}`, [seat]), invitation: null },
      { id: `${seat}-train`, action: 'TRAIN', params: {}, intent: '', invitation: null },
    ] });
  }
  for (let phase = 0; phase < 6; phase += 1) table.ask('control', { type: 'advancePhase' });
  return table;
}

let table: Table;
beforeAll(() => {
  table = play();
});

const VIEWERS: [string, Viewer][] = [...SEATS.map((seat): [string, Viewer] => [seat, { kind: 'seat', seat }]), ['observer', { kind: 'observer' }]];

const everythingSeenBy = (viewer: Viewer) => JSON.stringify([viewFor(table.state, viewer), table.events.map((event) => eventFor(table.state, event, viewer))]);

describe('secrecy before the debrief', () => {
  test('the exercise is still running and the canaries are out', () => {
    expect(table.state.status).toBe('running');
    expect(canaries.length).toBeGreaterThan(40);
  });

  test.each(VIEWERS)('%s reads no word that is not meant for it', (name, viewer) => {
    const seen = everythingSeenBy(viewer);
    expect(canaries.filter(({ word, known }) => !known.includes(name) && seen.includes(word))).toEqual([]);
  });

  test.each(VIEWERS.slice(0, 4))('%s reads its own secrets: the test can see a canary', (name, viewer) => {
    const seen = everythingSeenBy(viewer);
    expect(canaries.filter(({ word, known }) => known.includes(name) && /brief|goal|redline|intent|written|reworded|draft|remark|team-note|participant/.test(word) && !seen.includes(word))).toEqual([]);
  });

  test.each(VIEWERS)('%s is not told which hypothesis is true, nor whether a report is', (_name, viewer) => {
    const events = table.events.map((event) => eventFor(table.state, event, viewer)).filter((event) => event !== null);
    expect(events.filter(({ type }) => type === 'truthDrawn' || type === 'crisisAssessed' || type === 'snapshotTaken')).toEqual([]);
    expect(JSON.stringify([events, viewFor(table.state, viewer)])).not.toMatch(/"genuine"|"truth":|"truths":/);
  });

  test.each(VIEWERS)('%s sees relief as one factor, never by domain', (_name, viewer) => {
    const severity = table.events.flatMap((event) => eventFor(table.state, event, viewer)?.changes ?? []).filter(({ path }) => path.endsWith('/severity'));
    expect(severity.length).toBeGreaterThan(0);
    expect(severity.flatMap(({ factors }) => factors).filter(({ name, with: domain }) => name === 'relief' && domain !== undefined)).toEqual([]);
  });

  test('factors still add up for everybody who sees a change', () => {
    for (const [, viewer] of VIEWERS) {
      for (const { before, after, factors } of table.events.flatMap((event) => eventFor(table.state, event, viewer)?.changes ?? [])) {
        expect(factors.reduce((sum, { value }) => sum + value, 0)).toBe((after - before) * 1000);
      }
    }
  });

  test('numbers of one seat reach no other: budget, readiness, trust, belief', () => {
    for (const [name, viewer] of VIEWERS) {
      const paths = table.events.flatMap((event) => eventFor(table.state, event, viewer)?.changes ?? []).map(({ path }) => path);
      const foreign = paths.filter((path) => /^(seat\/[A-Z]+\/(budget|readiness|politicalCapital|security|capability)|trust|belief)\b/.test(path) && path.split('/')[1] !== name);
      expect(foreign).toEqual([]);
    }
  });
});

describe('what was done in confidence does not show in numbers that everybody sees', () => {
  const outsiderSees = (bend: (play: Table) => void, outsider: string) => {
    const play = new Table(build((state) => {
      state.phase = 'orders';
      state.pairs['ARD-BEL']!.grievance = 40;
    }));
    bend(play);
    play.ask('control', { type: 'advancePhase' });
    return play.events.flatMap((event) => eventFor(play.state, event, { kind: 'seat', seat: outsider })?.changes ?? []).flatMap(({ factors }) => factors.map(({ name }) => name));
  };

  test('a wrong attribution told to one ally', () => {
    const seen = outsiderSees((play) => play.order('ARD', ['ATTRIBUTE', { threat: 'cables', claim: 'crim', accused: 'BEL', public: false, to: ['COR'] }]), 'DRA');
    expect(seen).not.toContain('wrongAttribution');
    expect(seen).toContain('otherCauses');
  });

  test('a reconciliation that was turned down', () => {
    const seen = outsiderSees((play) => {
      play.state.phase = 'negotiation';
      play.ask('ARD', { type: 'invite', action: 'RECONCILE', params: { partner: 'BEL' } });
      play.ask('BEL', { type: 'answerInvitation', invitation: Object.keys(play.state.invitations)[0]!, accept: false });
      play.ask('control', { type: 'advancePhase' });
    }, 'DRA');
    expect(seen).not.toContain('reconciliationRefused');
  });
});

describe('a message that control has withdrawn', () => {
  const play = new Table(build());
  const word = 'canary-withdrawn';
  play.ask('ARD', { type: 'sendMessage', to: ['BEL'], text: word });
  const before = (viewer: Viewer) => JSON.stringify([viewFor(play.state, viewer), play.events.map((event) => eventFor(play.state, event, viewer))]);
  const read = before({ kind: 'seat', seat: 'BEL' });
  play.ask('control', { type: 'hideMessage', message: play.state.messages[0]!.id });

  test('was read before', () => expect(read).toContain(word));
  test.each(['ARD', 'BEL', 'COR'])('is neither on the screen nor in the history of %s', (seat) => expect(before({ kind: 'seat', seat })).not.toContain(word));
  test('stays readable for control', () => expect(before({ kind: 'control' })).toContain(word));
  test('stays withdrawn when everything is disclosed', () => {
    play.ask('control', { type: 'endExercise' });
    expect(before({ kind: 'seat', seat: 'BEL' })).not.toContain(word);
    expect(before({ kind: 'observer' })).not.toContain(word);
  });
});
