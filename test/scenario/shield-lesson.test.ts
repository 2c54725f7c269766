// The tutorial scenario: checks clean against its real map, and its lesson plays as the debrief will tell it.
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Instrument } from '../../shared/model/state.ts';
import { failuresOf, holds } from '../../shared/rules/conditions.ts';
import type { Scenario } from '../../shared/scenario/schema.ts';
import { SCENARIOS, readMaps, readScenario } from '../../server/scenarios.ts';
import { Room } from './room.ts';

const maps = readMaps();
const parsed = readScenario(join(SCENARIOS, 'shield-lesson', 'scenario.yaml'), maps);
const scenario = parsed.scenario as Scenario;

class Lesson extends Room {
  constructor(seats: string[]) {
    super(scenario, seats, 'shield');
  }

  draft(): Instrument {
    return Object.values(this.state.instruments)[0]!;
  }

  conclude(): void {
    const { id } = this.draft();
    for (const seat of ['NIH', 'COL']) this.act(seat, 'SIGN', { instrument: id, version: 1 });
    for (const seat of ['NIH', 'COL']) this.act(seat, 'RATIFY', { instrument: id });
  }
}

describe('Shield Lesson, the file', () => {
  it('checks clean', () => {
    expect(parsed.problems).toEqual([]);
    expect(scenario.id).toBe('shield-lesson');
  });

  it('begins with six kinds of act, amending and ratifying counted with what they belong to', () => {
    const [first] = scenario.unlock;
    expect(first!.turn).toBe(1);
    expect(first!.actions.filter((code) => code !== 'AMEND' && code !== 'RATIFY').length).toBeLessThanOrEqual(6);
    expect(scenario.templates.find(({ id }) => id === 'guided-draft')!.clauses.map(({ kind }) => kind)).toEqual([...first!.clauses]);
  });

  it('takes no more than 45 minutes with briefing and debrief', () => {
    const seconds = Object.values(scenario.phases).reduce((sum, one) => sum + one, 0) * scenario.turns;
    expect(seconds).toBeLessThanOrEqual((45 - 5 - 8) * 60);
  });

  it('has something to learn from in every part', () => {
    for (const seat of Object.values(scenario.seats)) {
      expect(seat.brief.public.split(/\s+/).length).toBeGreaterThan(150);
      expect(seat.brief.secret.split(/\s+/).length).toBeGreaterThan(150);
      expect(seat.goals.every((goal) => goal.length <= 90)).toBe(true);
    }
    expect(scenario.hints.map(({ turn }) => turn)).toEqual([1, 2, 3, 4]);
    expect(Object.keys(scenario.glossary).length).toBeGreaterThanOrEqual(15);
    expect(scenario.injects.map(({ id }) => Number.parseInt(id, 10)).filter((number, index, all) => all.indexOf(number) === index)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14]);
    for (const { id } of scenario.learning) expect(scenario.injects.some(({ objective }) => objective === id)).toBe(true);
  });
});

describe('Shield Lesson, the first turns', () => {
  it.each([{ seats: ['NIH', 'COL'] }, { seats: ['NIH', 'COL', 'HAN'] }, { seats: ['NIH', 'COL', 'HAN', 'MER'] }])('opens with $seats', ({ seats }) => {
    const room = new Lesson(seats);
    expect(room.fired()).toEqual(['01-launch@1', '02-satellite@1', '03-radar-gap@1', '04-draft@1']);
    expect(room.state.crises.karsa).toMatchObject({ open: true, severity: 35, rung: 2 });
    expect(room.state.seats.NIH!.exposure.karsa).toBe(75);
    expect(Object.values(room.state.reports.COL!)).toMatchObject([{ originator: 'COL', marking: 'S', reliability: 'A', credibility: 3 }]);
    expect(room.draft()).toMatchObject({ parties: ['COL', 'NIH'], tabledBy: 'COL', status: 'tabled' });
  });

  it('rewards an agreement concluded at once', () => {
    const room = new Lesson(['NIH', 'COL']);
    room.until(1, 'negotiation');
    const before = room.state.seats.NIH!.politicalCapital;
    room.conclude();
    expect(before - room.state.seats.NIH!.politicalCapital).toBe(2);
    room.until(2, 'negotiation');
    expect(room.draft().status).toBe('inForce');
    expect(room.fired().slice(4)).toEqual(['05-course-price@2', '03b-radar-gap-closed@2', '08-first-class@2']);
    expect(room.state.seats.NIH!.exposure.karsa).toBe(70);
    expect(room.state.seats.NIH!.capability.AMD).toBe(46);
    // The satellite report may now go to Nihara lawfully.
    const [report] = Object.values(room.state.reports.COL!);
    room.act('COL', 'SHARE', { report: report!.id, to: ['NIH'], originatorControlled: false });
    expect(room.events.some(({ type }) => type === 'illicitShareMade')).toBe(false);
    expect(Object.values(room.state.reports.NIH!)).toHaveLength(1);
  });

  it('makes the same share illicit without a clause on the security of information', () => {
    const room = new Lesson(['NIH', 'COL']);
    room.until(1, 'negotiation');
    const [report] = Object.values(room.state.reports.COL!);
    room.act('COL', 'SHARE', { report: report!.id, to: ['NIH'], originatorControlled: false });
    expect(room.events.some(({ type }) => type === 'illicitShareMade')).toBe(true);
  });

  it('holds sharing when nothing was concluded, and lifts the hold when it is', () => {
    const room = new Lesson(['NIH', 'COL', 'HAN']);
    room.until(2, 'negotiation');
    expect(room.fired()).toContain('06-congress@2');
    expect(room.state.unlocked!.actions).toContain('SHARE');
    room.conclude();
    room.until(3, 'briefing');
    expect(room.fired()).toContain('06a-hold@2');
    // By default Columbria accepted the hold at the lock; the text entered into force with this briefing.
    expect(room.state.decisions).toEqual([{ inject: '06-congress', seat: 'COL', option: 'hold' }]);
    expect(room.fired()).toContain('06b-hold-lifted@3');
    expect(room.state.unlocked!.actions).toContain('SHARE');
    expect(room.events.filter(({ type }) => type === 'availabilityChanged').map(({ data }) => (data as { available: boolean }).available)).toEqual([false, true]);
  });

  it('tells the injured party of a report that did not come', () => {
    const room = new Lesson(['NIH', 'COL']);
    room.until(1, 'negotiation');
    room.conclude();
    room.until(2, 'review');
    expect(room.fired().filter((id) => id.startsWith('11'))).toEqual(['11-columbria-missed@2', '11b-nihara-missed@2']);
  });

  it('plays to its end without an expression that fails, and everybody is scored', () => {
    const room = new Lesson(['NIH', 'COL', 'HAN', 'MER']);
    room.until(4, 'review');
    room.ask({ kind: 'control', id: 'c' }, { type: 'advancePhase' });
    expect(room.state.status).toBe('debrief');
    expect(Object.keys(room.state.scores!)).toEqual(['COL', 'HAN', 'MER', 'NIH']);
    expect(failuresOf(scenario)).toEqual([]);
    expect(room.fired()).toContain('12-notice-offer@4');
    expect(room.state.unlocked!.clauses).toContain('NOTIFY');
    for (const { redLines } of Object.values(scenario.seats)) for (const { broken } of redLines) expect(typeof holds(room.state, broken)).toBe('boolean');
  });

  it('plays with two seats without an expression that fails', () => {
    const room = new Lesson(['NIH', 'COL']);
    room.until(4, 'review');
    expect(failuresOf(scenario)).toEqual([]);
  });
});
