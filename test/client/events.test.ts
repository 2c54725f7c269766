// News: every event type is told or deliberately silent, and a played turn reads as sentences.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { BOT_CHARACTERS } from '../../shared/model/vocabulary.ts';
import { playExercise } from '../../shared/simulation/play.ts';
import { eventFor } from '../../shared/view/event-for.ts';
import { publicView, seatView } from '../../shared/view/view-for.ts';
import { SCENARIOS, readScenario } from '../../server/scenarios.ts';
import { SILENT, sentenceOf } from '../../client/events/sentence.ts';
import { TEXTS, hasText } from '../../client/locales/text.ts';
import { newsOf } from '../../client/panels/review/turn-review.tsx';
import { playedTurn } from './fixture.ts';

const source = readFileSync('shared/model/events.ts', 'utf8');
const body = source.slice(source.indexOf('export interface EventData {'), source.indexOf('export type EventType'));
const TYPES = [...body.matchAll(/^ {2}([a-zA-Z]+): /gm)].map((match) => match[1]!);

describe('event sentences', () => {
  it('are found in the contract', () => {
    expect(TYPES).toContain('exerciseHeld');
    expect(TYPES.length).toBeGreaterThan(60);
  });
  it.each(TYPES)('%s has a sentence or is silent, not both', (type) => {
    expect(hasText(`event.${type}`)).toBe(!(SILENT as ReadonlySet<string>).has(type));
  });
  it('are written for no other events', () => {
    const told = Object.keys(TEXTS).flatMap((key) => /^event\.([a-zA-Z]+)$/.exec(key)?.[1] ?? []).filter((name) => !['fund', 'someInstrument'].includes(name));
    expect(told.filter((name) => !TYPES.includes(name))).toEqual([]);
  });

  const table = playedTurn();
  const see = table.sight('NIH');
  const known = { view: see.public, own: see.own };

  it('put names in the place of ids', () => {
    const sentence = (type: string, data: Record<string, unknown>) => sentenceOf({ type: type as 'visitHeld', data }, known);
    expect(sentence('visitHeld', { from: 'NIH', to: 'COL' })).toBe('Nihara visited Columbria.');
    expect(sentence('packagesDeployed', { seat: 'NIH', crisis: 'karsa', packages: [{ domain: 'SEA', count: 2 }] })).toBe('Nihara deployed to Karsa launches: 2 × Sea.');
    expect(sentence('packagesDeployed', { seat: 'NIH', crisis: 'karsa', packages: [] })).toBe('Nihara recalled everything from Karsa launches.');
    expect(sentence('attributionMade', { seat: 'HAN', threat: 'launches', claim: Object.values(see.public.threats)[0]!.hypotheses[0]!.id, accused: null, public: true })).toMatch(/^Hanseo publicly named a cause of .*: [^{}]+\.$/);
    expect(sentence('orderCancelled', { seat: 'NIH', order: 'x', action: 'DEPLOY', reason: 'tooLittleMoney' })).toBe('Nihara’s order was cancelled: Deploy. There was not enough money.');
    expect(sentence('obligationFound', { finding: { id: 'f', turn: 1, instrument: 'none', clause: 0, kind: 'INFOSEC', seat: 'COL', result: 'missed', visible: true, injured: [] } })).toBe('Columbria, Protection of information under “an instrument”: missed.');
    expect(sentence('injectFired', { inject: 'unheard-of', to: 'all', by: 'schedule' })).toBe('News arrived.');
    expect(sentence('numbersChanged', { step: 'x' })).toBeNull();
  });

  it('name what becomes available, acts and clauses alike', () => {
    expect(sentenceOf({ type: 'availabilityChanged', data: { actions: ['NOTIFY', 'TRAIN'], clauses: ['NOTIFY'], available: true } }, known)).toBe('Now available: Notify an activity, Train and Prior notification.');
  });

  it('name to exercise control what is in nobody’s eyes but those of the parties', () => {
    const everything = newsOf(table.history('control', 1), { view: see.public, own: null }).map(({ text }) => text);
    expect(everything).toContain('Columbria signed “Agreement on air and missile defence training”, version 1.');
    expect(everything).toContain('News arrived: A launch at dawn.');
    for (const text of everything) expect(text).not.toMatch(/“an instrument”|News arrived\.|: \.$/);
    const answered = { type: 'invitationAnswered' as const, data: { invitation: 'i', seat: 'HAN', accept: true } };
    expect(sentenceOf({ ...answered, named: { action: 'VISIT' } }, { view: see.public, own: null })).toBe('Hanseo accepted: Visit.');
  });

  it.each(['shield-lesson', 'amber-sound', 'tempest-ring', 'dry-line'])('tell a whole exercise of bots without a gap: %s', (name) => {
    const played = readScenario(join(SCENARIOS, name, 'scenario.yaml')).scenario!;
    const seats = Object.keys(played.seats).sort();
    const { state, events } = playExercise(played, { seed: 'told', keep: true, bots: Object.fromEntries(seats.map((seat, index) => [seat, BOT_CHARACTERS[index % BOT_CHARACTERS.length]!])) });
    const view = publicView(state);
    const told = events.flatMap((event, number) => {
      const seen = eventFor(state, event, { kind: 'control' });
      return seen ? [{ ...seen, number, at: event.at, turn: event.turn, phase: event.phase }] : [];
    });
    for (const { number, text } of [null, ...seats.map((seat) => seatView(state, seat))].flatMap((own) => newsOf(told, { view, own }))) {
      expect(`${events[number]!.type}: ${text}`).not.toMatch(/[{}]|undefined|\bnone\b|\[object|: \.$/);
    }
  });

  it('tell a played turn without a gap', () => {
    const events = table.history('NIH', 1);
    const news = newsOf(events, known);
    expect(news.map(({ text }) => text)).toContain('A crisis opened: Karsa launches.');
    expect(news.some(({ text, own }) => own && text.startsWith('Nihara collected a report'))).toBe(true);
    for (const { text } of news) expect(text).not.toMatch(/[{}]|undefined|\bnone\b|\[object/);
  });
});
