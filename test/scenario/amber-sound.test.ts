// Amber Sound: the file holds what the outline of the model guide (section 8a) says, and plays to its end in every size of class.
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Event } from '../../shared/model/events.ts';
import type { Settings } from '../../shared/model/state.ts';
import { BOT_CHARACTERS, DOMAINS } from '../../shared/model/vocabulary.ts';
import { failuresOf, holds } from '../../shared/rules/conditions.ts';
import type { Scenario } from '../../shared/scenario/schema.ts';
import { settingsFor, setup } from '../../shared/scenario/setup.ts';
import { playExercise } from '../../shared/simulation/play.ts';
import { SCENARIOS, readMaps, readScenario } from '../../server/scenarios.ts';
import { Room } from './room.ts';

const parsed = readScenario(join(SCENARIOS, 'amber-sound', 'scenario.yaml'), readMaps());
const scenario = parsed.scenario as Scenario;

const COMPACT = ['ARD', 'BEL', 'COR', 'TES', 'SUN', 'OST'];
const ALL = [...COMPACT, 'KVE', 'DRA'];

/** Income, budget, readiness, opinion, capital, sovereignty, risk, security, civil-military | LAND SEA AMD CYB ISR UXS LOG DIS | exposure, letter of the source. */
const SEATS: [seat: string, numbers: string, letter: string, objectives: string][] = [
  ['ARD', '24 22 62 52 40 4 5 65 1|55 65 55 50 55 45 60 45|60', 'B', 'SAFE LEAD DETER FIS'],
  ['BEL', '18 16 58 48 35 5 4 60 1|45 50 45 60 60 50 45 45|70', 'B', 'SAFE TRUTH PART'],
  ['COR', '16 14 60 50 38 6 5 45 0|55 55 35 55 45 40 50 50|40', 'C', 'FIS PART MOD(SEA) SAFE'],
  ['TES', '34 30 66 50 45 3 6 70 2|70 75 75 70 75 70 75 55|25', 'A', 'LEAD PART FIS RDY'],
  ['KVE', '20 20 60 54 42 8 4 75 2|50 60 42 55 80 60 50 45|50', 'A', 'SECR AUT SAFE'],
  ['SUN', '12 10 52 50 34 4 3 55 2|30 35 30 80 45 50 35 40|80', 'C', 'SAFE MOD(CYB) PART'],
  ['OST', '17 15 58 46 36 7 6 50 1|65 50 50 45 45 40 55 50|45', 'C', 'TIES(BEL) AUT SAFE RDY'],
  ['DRA', '22 22 64 55 44 9 7 60 0|70 60 65 60 50 55 60 40|35', 'B', 'AUT DETER TIES(KVE) FIS'],
];

/** Injects of the outline: number, how each comes, and to whom. */
const OUTLINE: [number: string, trigger: string, to: string[] | string][] = [
  ['01', 'turn 1', 'all'], ['02', 'turn 1', ['BEL']], ['03', 'turn 1', ['SUN']], ['04', 'turn 2', 'all'],
  ['05', 'turn 2', ['KVE']], ['06', 'turn 2', ['COR']], ['07', 'turn 3 if', ['DRA']], ['08', 'turn 3 if', COMPACT],
  ['09', 'when', 'all'], ['10', 'turn 3 if', ['ARD', 'DRA']], ['11', 'after leakOccurred', 'concerned'], ['12', 'turn 4', 'all'],
  ['13', 'turn 4', ['TES']], ['14', 'manual', ['OST']], ['15', 'when', 'all'], ['16', 'turn 5', 'all'],
];

/** Seeds that draw each of the three truths with eight seats. */
const SEEDS: Record<string, string> = Object.fromEntries(['service', 'ring', 'accident'].map((truth) => [truth, Array.from({ length: 60 }, (_, index) => `amber-${index}`)
  .find((seed) => setup(scenario, { id: 'room', seed, settings: settingsOf() }).threats.cables!.truth === truth)!]));

function settingsOf(seats: string[] = ALL): Settings {
  const settings = settingsFor(scenario, { seats });
  if (!settings.ok) throw new Error(settings.refusal.code);
  return settings.value;
}

const inject = (id: string) => scenario.injects.find((one) => one.id === id)!;
const words = (text: string) => text.split(/\s+/).length;

describe('Amber Sound, the file', () => {
  it('checks clean', () => {
    expect(parsed.problems).toEqual([]);
    expect(scenario.id).toBe('amber-sound');
  });

  it('8(a) lasts a class of 90 minutes when four turns are played, and six turns at most', () => {
    const seconds = Object.values(scenario.phases).reduce((sum, one) => sum + one, 0) * 4;
    expect(scenario.phases).toEqual({ briefing: 120, negotiation: 360, orders: 240, resolution: 30, review: 180 });
    expect(seconds).toBeLessThanOrEqual((90 - 10 - 16) * 60);
    expect(scenario.turns).toBe(6);
  });

  it.each(SEATS)('8(a) %s has the numbers and objectives of the outline', (code, numbers, letter, objectives) => {
    const seat = scenario.seats[code]!;
    const { income, budget, readiness, publicOpinion, politicalCapital, sovereignty, risk, security, civilMilitary, capability, exposure } = seat;
    expect([
      [income, budget, readiness, publicOpinion, politicalCapital, sovereignty, risk, security, civilMilitary].join(' '),
      DOMAINS.map((domain) => capability[domain]).join(' '), exposure.cables,
    ].join('|')).toBe(numbers);
    expect(seat.sources!.map(({ reliability }) => reliability)).toEqual([letter]);
    // How much each of them weighs was found by simulation.
    expect(seat.objectives.map(({ code: name, seat: whom, domain }) => `${name}${whom || domain ? `(${whom ?? domain})` : ''}`).join(' ')).toBe(objectives);
    expect(seat.objectives.reduce((sum, { weight }) => sum + weight, 0)).toBe(100);
    expect(seat.optional).toBe(['OST', 'DRA'].includes(code));
    expect(seat.redLines.length).toBeGreaterThanOrEqual(1);
  });

  it('8(a) grievances, trust and interoperability at the start', () => {
    const { pairs, trust } = setup(scenario, { id: 'room', seed: 's', settings: settingsOf() });
    const grievances = Object.entries(pairs).filter(([, { grievance }]) => grievance !== 10).map(([pair, { grievance }]) => `${pair} ${grievance}`);
    expect(grievances.sort()).toEqual(['ARD-DRA 40', 'BEL-DRA 60', 'BEL-OST 50', 'KVE-TES 30']);
    for (const a of ALL) {
      for (const b of ALL.filter((other) => other !== a)) {
        const allies = COMPACT.includes(a) && COMPACT.includes(b);
        expect([a, b, trust[a]![b], pairs[[a, b].sort().join('-')]!.interoperability]).toEqual([a, b, allies ? 55 : 40, allies ? 60 : 40]);
      }
    }
  });

  it('8(a) the organisations and the treaty of old', () => {
    const { compact, forum } = scenario.organisations;
    expect(compact).toMatchObject({ members: COMPACT, rule: 'consensus', standard: 2, ceiling: 'S' });
    expect(forum).toMatchObject({ rule: 'consensus', ceiling: 'R' });
    expect([...forum!.members].sort()).toEqual([...ALL].sort());
    expect(scenario.instruments).toMatchObject([{ kind: 'treaty', status: 'inForce', parties: COMPACT }]);
    expect(scenario.instruments[0]!.clauses.map(({ kind }) => kind)).toEqual(['MUTUAL_ASSIST', 'TERM']);
  });

  it('8(a) the crisis and its three causes', () => {
    expect(scenario.crises.cables).toMatchObject({ rung: 3, region: 'SOUND_AMBER' });
    const { denial, hypotheses } = scenario.threats.cables!;
    expect(denial).toBe(10);
    expect(hypotheses).toMatchObject({
      service: { weight: 50, cover: 'accident', sponsor: 'DRA', demand: { SEA: 16, ISR: 12, CYB: 8 } },
      ring: { weight: 25, cover: 'service', demand: { SEA: 10, ISR: 8, CYB: 10, LOG: 8 } },
      accident: { weight: 25, cover: 'service', demand: { SEA: 8, LOG: 12, DIS: 14 } },
    });
    for (const { sponsor, demand } of Object.values(hypotheses)) expect([sponsor ?? 'DRA', Object.keys(demand).length >= 3]).toEqual(['DRA', true]);
  });

  it.each(OUTLINE)('8(a) inject %s comes %s to %s', (number, trigger, to) => {
    const one = scenario.injects.find(({ id }) => id.startsWith(`${number}-`))!;
    const written = one.manual ? 'manual' : one.after !== undefined ? `after ${one.after}` : one.at ? `turn ${one.at.turn}${one.when === undefined ? '' : ' if'}` : 'when';
    expect([written, one.to]).toEqual([trigger, to]);
    expect(one.expect).toMatch(/\w/);
  });

  it('8(a) what the injects of the outline do', () => {
    const report = (id: string) => inject(id).effects.find((effect) => effect.report)!.report!;
    expect(report('02-anchor-drag')).toMatchObject({ to: ['BEL'], claim: 'truth', reliability: 'C', credibility: 3, originatorControlled: true });
    expect(report('03-landing-station')).toMatchObject({ to: ['SUN'], claim: 'cover', reliability: 'B', credibility: 3, marking: 'R' });
    expect(report('05-array')).toMatchObject({ to: ['KVE'], claim: 'truth', reliability: 'A', credibility: 2, marking: 'S' });
    expect(inject('04-media').effects.map(({ add }) => `${add!.path} ${add!.by}`).sort()).toEqual([...COMPACT].sort().map((seat) => `seat/${seat}/publicOpinion -2`));
    expect(inject('06-registry').decide!.options.map(({ id }) => id)).toEqual(['publish', 'bury']);
    expect(inject('09-insurers').effects).toEqual([{ add: { path: 'seat/*/income', by: -1 } }]);
    expect(inject('13-other-theatre').effects).toEqual([{ remove: { seat: 'TES', package: 'SEA', count: 1 } }]);
    expect(inject('14-archive').effects).toEqual([{ add: { path: 'pair/BEL-OST/grievance', by: 10 } }]);
    expect(inject('15-suspect-ship').decide!.options.map(({ id }) => id)).toEqual(['board', 'escort', 'inspect']);
    expect(inject('16a-repaired').effects).toEqual([{ add: { path: 'crisis/cables/severity', by: -8 } }]);
  });

  it('begins with a dozen kinds of act, and has them all by turn 3', () => {
    const first = scenario.unlock.find(({ turn }) => turn === 1)!;
    expect(first.actions.filter((code) => code !== 'AMEND' && code !== 'RATIFY').length).toBe(12);
    expect(Math.max(...scenario.unlock.map(({ turn }) => turn))).toBe(3);
  });

  it('has something to learn from in every part', () => {
    for (const seat of Object.values(scenario.seats)) {
      expect(words(seat.brief.public)).toBeGreaterThan(200);
      expect(words(seat.brief.secret)).toBeGreaterThan(200);
      expect(seat.goals.every((goal) => goal.length <= 90)).toBe(true);
      for (const other of ALL) if (scenario.seats[other] !== seat) expect(seat.brief.public).toContain(scenario.seats[other]!.name);
    }
    expect(scenario.hints.map(({ turn }) => turn)).toEqual([1, 2, 3, 4, 5, 6]);
    expect(Object.keys(scenario.glossary).length).toBeGreaterThanOrEqual(20);
    expect(scenario.templates.length).toBeGreaterThanOrEqual(5);
    for (const { id } of scenario.learning) expect(scenario.injects.filter(({ objective }) => objective === id).length).toBeGreaterThanOrEqual(4);
    for (const seat of ALL) expect(scenario.injects.some(({ to, decide }) => decide !== undefined && Array.isArray(to) && to.length === 1 && to[0] === seat)).toBe(true);
  });

  it('has variants for six, seven and eight seats', () => {
    expect(scenario.variants.map(({ seats }) => seats.length).sort()).toEqual([6, 7, 8]);
    for (const { seats } of scenario.variants) expect(settingsFor(scenario, { seats }).ok).toBe(true);
  });
});

const VARIANTS = [[6, ['ARD', 'BEL', 'COR', 'TES', 'KVE', 'SUN']], [7, ['ARD', 'BEL', 'COR', 'TES', 'KVE', 'SUN', 'DRA']], [8, ALL]] as const;

describe('Amber Sound, played', () => {
  it.each(VARIANTS)('opens with %i seats, the treaty in force among those who are there', (_size, seats) => {
    const room = new Room(scenario, [...seats], SEEDS.service!);
    expect(room.fired()).toEqual(['01-cx2-dark@1', '02-anchor-drag@1', '02a-repair-ship@1', '03-landing-station@1']);
    expect(room.state.crises.cables).toMatchObject({ open: true, severity: scenario.crises.cables!.severity, rung: 3 });
    expect(Object.values(room.state.reports.BEL!)).toMatchObject([{ claim: 'service', reliability: 'C', credibility: 3, originatorControlled: true }]);
    expect(Object.values(room.state.reports.SUN!)).toMatchObject([{ claim: 'accident', reliability: 'B', credibility: 3 }]);
    expect(Object.values(room.state.instruments)).toMatchObject([{ status: 'inForce', parties: COMPACT.filter((seat) => (seats as readonly string[]).includes(seat)).sort() }]);
  });

  it.each(Object.keys(SEEDS))('the ministry of Dravik is told only if its service did it: %s', (truth) => {
    const room = new Room(scenario, ALL, SEEDS[truth]!);
    room.until(3, 'negotiation');
    expect(room.fired().includes('07-service-briefing@3')).toBe(truth === 'service');
  });

  it('the frigates meet where nobody can ring, and not where a hotline is open', () => {
    const silent = new Room(scenario, ALL, 'fog');
    silent.until(3, 'negotiation');
    expect(silent.fired()).toContain('10-near-collision@3');
    expect(silent.state.crises.cables!.incident).toMatchObject({ parties: ['ARD', 'DRA'] });
    const open = new Room(scenario, ALL, 'fog');
    open.state.pairs['ARD-DRA']!.channels.push('hotline');
    open.until(3, 'negotiation');
    expect(open.fired()).not.toContain('10-near-collision@3');
  });

  it('Belmora asks the Compact for a mandate, and silence is consent', () => {
    const room = new Room(scenario, ALL, 'silence');
    room.until(3, 'review');
    expect(room.fired()).toContain('08-consultation@3');
    expect(Object.values(room.state.motions)).toMatchObject([{ organisation: 'compact', kind: 'mandate', by: 'BEL' }]);
    expect(holds(room.state, 'mandated("compact", "cables")')).toBe(true);
  });

  it('the second cable goes dark in turn 4, once', () => {
    const room = new Room(scenario, ALL, 'second');
    room.until(5, 'briefing');
    const struck = room.events.filter((event): event is Extract<Event, { type: 'threatEventStruck' }> => event.type === 'threatEventStruck');
    expect(struck.map(({ turn, data }) => `${data.event}@${turn}`)).toEqual(['second-cable@4']);
  });

  it('calm days mend two cables if ten points of logistics are there', () => {
    const without = new Room(scenario, ALL, 'calm');
    without.until(6, 'negotiation');
    expect(without.fired()).toContain('16b-window-closed@6');
    const mended = new Room(scenario, ALL, 'calm');
    mended.until(5, 'orders');
    for (const [seat, count] of [['TES', 3], ['ARD', 2]] as const) {
      mended.state.seats[seat]!.budget = 60;
      mended.ask({ kind: 'bot', seat }, { type: 'saveOrders', orders: [{ id: 'repair', action: 'DEPLOY', params: { crisis: 'cables', packages: [{ domain: 'LOG', count }] }, intent: '', invitation: null }] });
    }
    mended.until(5, 'review');
    expect(mended.fired()).toContain('16a-repaired@5');
  });

  it('plays to its end without an expression that fails, and everybody is scored', () => {
    for (const [, seats] of VARIANTS) {
      const room = new Room(scenario, [...seats], 'end');
      room.until(6, 'review');
      room.ask({ kind: 'control', id: 'c' }, { type: 'advancePhase' });
      expect(room.state.status).toBe('debrief');
      expect(Object.keys(room.state.scores!)).toEqual([...seats].sort());
      for (const { redLines } of Object.values(scenario.seats)) for (const { broken } of redLines) expect(typeof holds(room.state, broken)).toBe('boolean');
    }
    expect(failuresOf(scenario)).toEqual([]);
  });

  it.each(BOT_CHARACTERS)('bots of the character %s play each truth to its end, and nothing they ask is refused', (character) => {
    for (const seed of Object.values(SEEDS)) {
      const played = playExercise(scenario, { seed, bots: Object.fromEntries(ALL.map((seat) => [seat, character])) });
      expect(played.state.status).toBe('debrief');
      expect(played.refused).toEqual([]);
    }
  });

  it('the characters that the file gives its seats play every size of class', () => {
    for (const [, seats] of VARIANTS) {
      const played = playExercise(scenario, { seed: 'cast', settings: settingsOf([...seats]) });
      expect([played.state.status, played.refused]).toEqual(['debrief', []]);
    }
    expect(failuresOf(scenario)).toEqual([]);
  });
});
