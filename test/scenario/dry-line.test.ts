// Dry Line: checks clean against its real map, keeps to the outline it was written from, and its story plays in every size of class.
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { DOMAINS, pairOf } from '../../shared/model/vocabulary.ts';
import { failuresOf, holds } from '../../shared/rules/conditions.ts';
import type { Scenario } from '../../shared/scenario/schema.ts';
import { settingsFor } from '../../shared/scenario/setup.ts';
import { playExercise } from '../../shared/simulation/play.ts';
import { SCENARIOS, readMaps, readScenario } from '../../server/scenarios.ts';
import { Room } from './room.ts';

const maps = readMaps();
const parsed = readScenario(join(SCENARIOS, 'dry-line', 'scenario.yaml'), maps);
const scenario = parsed.scenario as Scenario;

const TWELVE = ['AUR', 'COL', 'IND', 'KYZ', 'LUS', 'MER', 'NUB', 'ORL', 'SAH', 'TAR', 'WES', 'ZAW'];
/** Seats in the order in which a smaller class leaves them out. */
const DROPPED = ['ORL', 'LUS', 'ZAW', 'WES'];
const sizeOf = (seats: number) => TWELVE.filter((seat) => !DROPPED.slice(0, TWELVE.length - seats).includes(seat));

/** Income, budget, readiness, opinion, capital, sovereignty, risk, security, civil-military | capability by domain | exposure to the line and the dam. */
const SEATS: Record<string, string> = {
  COL: '34/30 64 50 42 3 6 75 2|75 75 75 75 80 75 75 55|15/20',
  WES: '24/20 60 47 38 5 4 65 2|65 60 55 65 60 55 60 55|25/25',
  LUS: '14/12 54 49 34 6 4 50 1|50 50 35 45 40 40 50 55|30/20',
  TAR: '30/28 64 56 44 9 8 60 1|80 55 70 75 65 65 60 45|20/25',
  KYZ: '14/12 52 48 34 8 5 45 0|55 20 30 40 35 30 40 40|35/30',
  ORL: '13/12 54 50 34 7 5 45 0|50 25 30 45 35 35 40 40|30/25',
  IND: '28/26 62 55 46 9 6 60 1|70 65 55 65 60 60 65 65|20/30',
  SAH: '12/8 45 42 28 8 4 35 1|45 20 15 25 30 20 25 30|90/70',
  NUB: '15/13 54 52 36 9 6 45 1|55 20 30 35 35 30 40 45|50/90',
  ZAW: '13/11 50 48 32 7 5 40 0|50 25 20 30 30 25 35 35|65/30',
  AUR: '22/20 62 52 40 4 4 70 2|55 60 50 60 65 60 70 70|10/20',
  MER: '14/14 56 55 44 5 3 65 3|40 40 30 60 50 50 45 50|15/25',
};

/** What each seat is measured by; how much each part weighs was found by simulation. */
const OBJECTIVES: Record<string, string> = {
  COL: 'LEAD TIES(IND) FIS DETER',
  WES: 'PART NORMS SAFE',
  LUS: 'FIS PART SAFE',
  TAR: 'LEAD TIES(SAH) AUT',
  KYZ: 'AUT FIS TIES(TAR)',
  ORL: 'AUT TIES(IND) FIS',
  IND: 'AUT LEAD MOD(UXS)',
  SAH: 'S(line) AUT SAFE',
  NUB: 'S(dam) AUT TIES(SAH)',
  ZAW: 'SAFE FIS PART',
  AUR: 'NORMS MOD(LOG) PART',
  MER: 'LEAD TRUTH TIES(TAR)',
};

/** Weight, cover and demand of every hypothesis. */
const CAUSES: Record<string, Record<string, string>> = {
  line: { water: '35 proxy LAND10 LOG12 DIS12', traffickers: '35 water LAND14 ISR10 UXS8', proxy: '30 water LAND16 CYB6 ISR10' },
  dam: { militia: '35 unit LAND4 CYB12 ISR8', unit: '35 neglect CYB12 ISR7', neglect: '30 unit CYB4 LOG8 DIS12' },
};

describe('Dry Line, the file', () => {
  it('checks clean', () => {
    expect(parsed.problems).toEqual([]);
    expect(scenario).toMatchObject({ id: 'dry-line', map: 'dry-line', turns: 8 });
  });

  it.each(Object.entries(SEATS))('gives %s the numbers of the outline', (code, row) => {
    const seat = scenario.seats[code]!;
    const { capability, exposure, readiness, publicOpinion, politicalCapital, sovereignty, risk, security, civilMilitary } = seat;
    const state = [readiness, publicOpinion, politicalCapital, sovereignty, risk, security, civilMilitary].join(' ');
    expect(`${seat.income}/${seat.budget} ${state}|${DOMAINS.map((domain) => capability[domain]).join(' ')}|${exposure.line}/${exposure.dam}`).toBe(row);
  });

  it.each(Object.entries(OBJECTIVES))('has %s want what the outline says', (code, row) => {
    const { objectives } = scenario.seats[code]!;
    const written = objectives.map(({ code: name, seat, domain, crisis }) => {
      const subject = seat ?? domain ?? crisis;
      return `${name}${subject === undefined ? '' : `(${subject})`}`;
    });
    expect(written.join(' ')).toBe(row);
    expect(objectives.reduce((sum, { weight }) => sum + weight, 0)).toBe(100);
  });

  it('holds the grievances, and thirty of trust between the two blocs', () => {
    const grievances = Object.fromEntries(scenario.relations.filter(({ grievance }) => grievance !== undefined).map(({ between: [a, b], grievance }) => [pairOf(a, b), grievance]));
    expect(grievances).toEqual({ 'NUB-SAH': 55, 'SAH-WES': 50, 'COL-TAR': 60, 'IND-TAR': 15, 'IND-WES': 30 });
    const pairs = ['COL', 'WES', 'LUS'].flatMap((west) => ['TAR', 'KYZ', 'ORL'].map((east) => scenario.relations.find(({ between }) => between.includes(west) && between.includes(east))?.trust));
    expect(pairs.map((trust) => Object.values(trust ?? {}))).toEqual(pairs.map(() => [30, 30]));
  });

  it('has three organisations that decide in three ways', () => {
    expect(scenario.organisations.mission).toMatchObject({ rule: 'qualifiedMajority', majority: 65 });
    expect([...scenario.organisations.mission!.members].sort()).toEqual(TWELVE);
    expect(scenario.organisations.pact).toMatchObject({ members: ['COL', 'WES', 'LUS'], rule: 'leadNation', lead: 'COL', ceiling: 'TS' });
    expect(scenario.organisations.sso).toMatchObject({ members: ['TAR', 'KYZ', 'ORL'], partners: ['IND'], rule: 'consensus', ceiling: 'S' });
    for (const { charter } of Object.values(scenario.organisations)) expect(charter?.length).toBeGreaterThan(200);
  });

  it('has two crises with the causes, covers and demands of the outline', () => {
    expect(scenario.crises.line).toMatchObject({ region: 'LINE', rung: 3, open: true });
    expect(scenario.crises.dam).toMatchObject({ region: 'NUB', rung: 1, open: false });
    expect(scenario.threats.line!.denial).toBe(0);
    expect(scenario.threats.dam!.denial).toBe(15);
    for (const [threat, causes] of Object.entries(CAUSES)) {
      const written = Object.entries(scenario.threats[threat]!.hypotheses).map(([id, { weight, cover, demand }]) =>
        [id, `${weight} ${cover} ${DOMAINS.filter((domain) => demand[domain]).map((domain) => `${domain}${demand[domain]}`).join(' ')}`]);
      expect(Object.fromEntries(written)).toEqual(causes);
    }
    expect(scenario.threats.line!.hypotheses.proxy!.sponsor).toBe('TAR');
  });

  it('has every inject of the outline, in its turn', () => {
    const numbered = Object.fromEntries(scenario.injects.filter(({ id }) => /^\d\d-/.test(id)).map((inject) => [inject.id.slice(0, 2), inject]));
    const turns = { '01': 1, '02': 1, '03': 1, '04': 2, '05': 2, '06': 2, '07': 3, '08': 3, '09': 3, '10': 4, '11': 4, '13': 5, '14': 5, '15': 5, '17': 6, '18': 6, '19': 7 };
    expect(Object.fromEntries(Object.keys(turns).map((number) => [number, numbered[number]?.at?.turn]))).toEqual(turns);
    expect(numbered['12']).toMatchObject({ when: 'attributedWrongly("TAR")', type: 'contingency' });
    expect(numbered['16']).toMatchObject({ after: 'cyberOperationExposed', type: 'contingency' });
    expect(numbered['20']).toMatchObject({ manual: true });
    expect(scenario.injects.filter(({ mode, expect: hoped, objective }) => !objective || (!hoped && !mode))).toEqual([]);
  });

  it('lets a class begin gently and have everything by turn three', () => {
    const [first, ...later] = scenario.unlock;
    const kinds = first!.actions.filter((code) => !['AMEND', 'RATIFY', 'VOTE'].includes(code));
    expect(first!.turn).toBe(1);
    expect(kinds.length).toBeLessThanOrEqual(12);
    expect(later.map(({ turn }) => turn)).toEqual([2, 3]);
    const used = new Set([...scenario.templates, ...scenario.instruments].flatMap(({ clauses }) => clauses.map(({ kind }) => kind)));
    const given = new Set(scenario.unlock.flatMap(({ clauses }) => clauses));
    expect([...used].filter((kind) => !given.has(kind))).toEqual([]);
    const tabled = scenario.instruments.filter(({ status }) => status === 'tabled').flatMap(({ clauses }) => clauses.map(({ kind }) => kind));
    expect(tabled.filter((kind) => !first!.clauses.includes(kind))).toEqual([]);
  });

  it('has something to read for every seat and something to learn in every part', () => {
    for (const [code, seat] of Object.entries(scenario.seats)) {
      for (const text of [seat.brief.public, seat.brief.secret]) expect([code, text.split(/\s+/).length > 170]).toEqual([code, true]);
      expect(seat.goals.every((goal) => goal.length <= 110)).toBe(true);
      expect(seat.redLines).toHaveLength(1);
      // Something from two others: the secret names at least two other countries.
      const named = Object.values(scenario.seats).filter(({ name }) => name !== seat.name && seat.brief.secret.includes(name));
      expect([code, named.length >= 2]).toEqual([code, true]);
    }
    expect(scenario.hints.map(({ turn }) => turn)).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
    expect(scenario.templates.length).toBeGreaterThanOrEqual(9);
    expect(Object.keys(scenario.glossary).length).toBeGreaterThanOrEqual(25);
    for (const { id, tasks } of scenario.learning) {
      expect(scenario.injects.some(({ objective }) => objective === id)).toBe(true);
      expect(tasks.filter((task) => typeof task !== 'string' && task.done !== undefined).length).toBeGreaterThanOrEqual(3);
    }
  });

  it('has a variant for every size from eight to twelve', () => {
    expect(scenario.variants.map(({ seats }) => [...seats].sort())).toEqual([12, 11, 10, 9, 8].map(sizeOf));
    expect(Object.entries(scenario.seats).filter(([, { optional }]) => optional).map(([code]) => code).sort()).toEqual([...DROPPED].sort());
  });

  it('takes a day for a turn', () => {
    expect(Object.values(scenario.phases).reduce((sum, one) => sum + one, 0)).toBe(24 * 3600);
  });
});

describe.each([8, 9, 10, 11, 12])('Dry Line, %i seats', (size) => {
  const seats = sizeOf(size);

  it('opens with the line, a mandate to vote on and the old protocol', () => {
    const room = new Room(scenario, seats, 'dry');
    expect(room.fired()).toEqual(['01-mandate@1', '02-militia-file@1', '03-heat@1']);
    expect(room.state.crises.line).toMatchObject({ open: true, severity: 55, rung: 3 });
    expect(room.state.crises.dam).toMatchObject({ open: false, drift: scenario.crises.dam!.drift + 2 });
    expect(Object.values(room.state.motions)).toMatchObject([{ organisation: 'mission', kind: 'mandate', by: 'control', status: 'open' }]);
    expect(Object.values(room.state.instruments).filter(({ status }) => status === 'tabled')).toMatchObject([{ parties: ['MER', 'NUB', 'SAH'] }]);
    expect(Object.values(room.state.instruments).filter(({ status }) => status === 'inForce')).toHaveLength(size === 8 ? 2 : 4);
    expect(Object.values(room.state.reports.SAH!)).toMatchObject([{ originator: 'SAH', marking: 'S', originatorControlled: true }]);
  });

  it('goes to its end without a condition that fails, and everybody is scored', () => {
    const room = new Room(scenario, seats, 'dry');
    room.until(3, 'negotiation');
    expect(room.state.crises.dam!.open).toBe(true);
    room.until(8, 'review');
    room.ask({ kind: 'control', id: 'c' }, { type: 'advancePhase' });
    expect(room.state.status).toBe('debrief');
    expect(Object.keys(room.state.scores!).sort()).toEqual(seats);
    for (const seat of seats) for (const { broken } of scenario.seats[seat]!.redLines) expect(typeof holds(room.state, broken)).toBe('boolean');
    for (const { tasks } of scenario.learning) for (const task of tasks) if (typeof task !== 'string' && task.done) holds(room.state, task.done);
    expect(failuresOf(scenario)).toEqual([]);
    expect(room.fired().filter((fired) => /^(05|07|10|19|28)-/.test(fired))).toEqual(['05-two-halls@2', '07-turbine-fault@3', '10-arrears@4', '19-withdrawal@7', '28-last-report@8']);
    expect(room.fired().some((fired) => fired.startsWith('18-'))).toBe(seats.includes('WES'));
    expect(room.fired().some((fired) => fired.startsWith('15-'))).toBe(seats.includes('ZAW'));
  });
});

/** A room of twelve whose hidden truth of the line is this one. */
function roomWhere(line: string): Room {
  for (let seed = 0; seed < 40; seed += 1) {
    const room = new Room(scenario, TWELVE, `line-${seed}`);
    if (room.state.threats.line!.truth === line) return room;
  }
  throw new Error(`No seed draws ${line}.`);
}

const mission = (room: Room) => room.state.organisations.mission!;

describe('Dry Line, its turning points', () => {
  it.each([{ votes: 7, mandated: false }, { votes: 8, mandated: true }])('has $votes of twelve votes decide on the mandate: $mandated', ({ votes, mandated }) => {
    const room = new Room(scenario, TWELVE, 'dry');
    room.until(1, 'negotiation');
    const [motion] = Object.values(room.state.motions);
    for (const seat of TWELVE.slice(0, votes)) room.act(seat, 'VOTE', { motion: motion!.id, vote: 'yes' });
    room.until(1, 'review');
    expect(mission(room).mandates.map(({ crisis }) => crisis)).toEqual(mandated ? ['line'] : []);
  });

  it('empties the fund in turn four, whatever is left of it', () => {
    const room = new Room(scenario, TWELVE, 'dry');
    room.until(3, 'review');
    expect(mission(room).fund).toBe(60);
    room.until(4, 'negotiation');
    expect(mission(room).fund).toBe(0);
  });

  it('tells Tarkhan of its handler when he is the truth, and nobody else', () => {
    const room = roomWhere('proxy');
    room.until(5, 'negotiation');
    expect(room.fired()).toContain('14-handler@5');
    const told = TWELVE.filter((seat) => Object.values(room.state.reports[seat]!).some(({ threat, claim, credibility }) => threat === 'line' && claim === 'proxy' && credibility === 1));
    expect(told).toEqual(['TAR']);
  });

  it('keeps the handler out of it when he is not', () => {
    const room = roomWhere('water');
    room.until(6, 'negotiation');
    expect(room.fired().filter((fired) => /^14a?-/.test(fired))).toEqual([]);
  });

  it('brings sixty days of ceasefire when Sahra and Nubira agree on a mediator, and none otherwise', () => {
    const { clauses } = scenario.templates.find(({ id }) => id === 'good-offices')!;
    const [silent, speaking] = [new Room(scenario, TWELVE, 'dry'), new Room(scenario, TWELVE, 'dry')];
    for (const room of [silent, speaking]) room.until(6, 'negotiation');
    speaking.act('NUB', 'TABLE', { title: 'Good offices', kind: 'mou', parties: ['SAH', 'MER'], classification: 'R', clauses });
    const text = Object.values(speaking.state.instruments).find(({ tabledBy }) => tabledBy === 'NUB')!;
    for (const seat of ['MER', 'NUB', 'SAH']) speaking.act(seat, 'SIGN', { instrument: text.id, version: 1 });
    for (const room of [silent, speaking]) room.until(7, 'negotiation');
    expect(speaking.fired()).toContain('17a-ceasefire@6');
    expect(silent.fired().some((fired) => fired.startsWith('17a-'))).toBe(false);
    expect(speaking.state.crises.line!.drift).toBe(silent.state.crises.line!.drift - 2);
  });

  it('has the old protocol hold the clause that Nubira cannot sign', () => {
    const room = new Room(scenario, TWELVE, 'dry');
    room.until(1, 'negotiation');
    const protocol = Object.values(room.state.instruments).find(({ status }) => status === 'tabled')!;
    for (const seat of protocol.parties) room.act(seat, 'SIGN', { instrument: protocol.id, version: 1 });
    for (const seat of protocol.parties) room.act(seat, 'RATIFY', { instrument: protocol.id });
    room.until(2, 'review');
    expect(room.state.redLines.NUB).toEqual(['limit']);
  });
});

describe('Dry Line with bots in every seat', () => {
  it.each([{ size: 12 }, { size: 8 }])('plays $size seats to the end without a refused command', ({ size }) => {
    const settings = settingsFor(scenario, { seats: sizeOf(size) });
    if (!settings.ok) throw new Error(settings.refusal.code);
    const { state, refused } = playExercise(scenario, { seed: 'dry-line', settings: settings.value });
    expect(refused).toEqual([]);
    expect(state.status).toBe('debrief');
    expect(failuresOf(scenario)).toEqual([]);
  }, 60_000);
});
