// Tempest Ring: checks clean against its real map, keeps to the numbers of its outline, and plays with six, eight and ten seats.
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { DOMAINS } from '../../shared/model/vocabulary.ts';
import { failuresOf, holds } from '../../shared/rules/conditions.ts';
import type { Scenario } from '../../shared/scenario/schema.ts';
import { settingsFor } from '../../shared/scenario/setup.ts';
import { playExercise } from '../../shared/simulation/play.ts';
import { SCENARIOS, readMaps, readScenario } from '../../server/scenarios.ts';
import { Room } from './room.ts';

const maps = readMaps();
const parsed = readScenario(join(SCENARIOS, 'tempest-ring', 'scenario.yaml'), maps);
const scenario = parsed.scenario as Scenario;

/** Rows of the model guide, section 8(b): Y/B RD PO PC SOV RISK SEC CMF | LAND SEA AMD CYB ISR UXS LOG DIS | exposure to typhoon/piracy. */
const ROWS = {
  PAL: '12/8 48 44 30 7 4 40 1|45 40 20 30 35 30 30 45|90/40',
  SUL: '16/14 55 50 36 8 5 45 1|55 50 30 40 40 35 45 50|40/70',
  MAL: '17/15 57 51 38 7 5 50 1|50 52 40 48 45 40 50 48|35/70',
  SGA: '22/22 68 54 42 5 4 75 3|45 60 65 75 70 65 65 50|30/55',
  VNT: '16/15 60 52 38 9 6 60 0|65 55 50 45 40 40 45 45|30/30',
  TON: '15/13 54 46 34 7 5 45 1|55 45 35 40 40 35 50 50|25/35',
  AUR: '24/22 64 52 42 4 5 70 2|55 65 55 65 70 60 70 65|15/35',
  NIH: '28/26 66 50 40 6 3 65 2|55 75 75 65 75 60 75 75|15/45',
  IND: '26/24 62 55 44 9 6 60 1|70 70 55 60 60 55 65 65|15/40',
  ZHE: '32/30 64 56 46 9 7 65 1|80 80 75 75 70 75 75 70|10/40',
};
const SEATS = Object.keys(ROWS);

/** What each seat is measured by; how much each part weighs was found by simulation. */
const OBJECTIVES: Record<string, string> = {
  PAL: 'S(typhoon) AUT PART SAFE', SUL: 'S(piracy) AUT SAFE', MAL: 'S(piracy) PART FIS', SGA: 'LEAD S(piracy) SECR TRUTH', VNT: 'AUT PART FIS RDY',
  TON: 'LEAD PART FIS', AUR: 'PART MOD(LOG) LEAD', NIH: 'PART TIES(PAL) RDY LEAD', IND: 'AUT TIES(SGA) LEAD', ZHE: 'DETER TIES(PAL) LEAD',
};

const demand = (needs: Record<string, number>) => Object.entries(needs).map(([domain, points]) => `${domain}${points}`).join(' ');

/** Orders packages to the typhoon. */
function send(room: Room, seat: string, packages: { domain: string; count: number }[]): void {
  room.ask({ kind: 'bot', seat }, { type: 'saveOrders', orders: [{ id: 'o', action: 'DEPLOY', params: { crisis: 'typhoon', packages }, intent: '', invitation: null }] });
}

describe('Tempest Ring, the file', () => {
  it('checks clean', () => {
    expect(parsed.problems).toEqual([]);
    expect(scenario.id).toBe('tempest-ring');
  });

  it.each(Object.entries(ROWS))('keeps the numbers of %s', (code, row) => {
    const seat = scenario.seats[code]!;
    const domains = DOMAINS.map((domain) => seat.capability[domain]).join(' ');
    const { income, budget, readiness, publicOpinion, politicalCapital, sovereignty, risk, security, civilMilitary, exposure } = seat;
    const national = [`${income}/${budget}`, readiness, publicOpinion, politicalCapital, sovereignty, risk, security, civilMilitary].join(' ');
    expect(`${national}|${domains}|${exposure.typhoon}/${exposure.piracy}`).toBe(row);
    expect(seat.objectives.map(({ code: objective, seat: whose, crisis, domain }) =>
      `${objective}${whose ?? crisis ?? domain ? `(${whose ?? crisis ?? domain})` : ''}`).join(' ')).toBe(OBJECTIVES[code]);
    expect(seat.objectives.reduce((sum, { weight }) => sum + weight, 0)).toBe(100);
  });

  it('keeps grievances, crises and causes', () => {
    const grievances = scenario.relations.filter(({ grievance }) => grievance !== undefined).map(({ between, grievance }) => `${between.join('–')} ${grievance}`);
    expect(grievances).toEqual(['SUL–MAL 45', 'VNT–ZHE 60', 'PAL–ZHE 50', 'IND–ZHE 55', 'NIH–ZHE 50']);
    // How bad they begin and how fast they grow was found by simulation.
    expect(scenario.crises.typhoon).toMatchObject({ rung: 1, hostRequired: true, region: 'PAL', open: false });
    expect(scenario.crises.piracy).toMatchObject({ rung: 2, hostRequired: false, region: 'STRAIT_KERIN', open: false });
    const causes = Object.entries(scenario.threats).flatMap(([threat, { hypotheses }]) =>
      Object.entries(hypotheses).map(([name, { weight, cover, demand: needs }]) => `${threat} ${name} ${weight} ${cover} ${demand(needs)}`));
    expect(causes).toEqual([
      'typhoon storm 100 storm DIS18 LOG16 UXS4',
      'piracy gang 40 cell SEA16 UXS8 LAND4',
      'piracy cell 40 gang LAND14 ISR8 DIS4',
      'piracy insiders 20 gang CYB14 ISR8',
    ]);
  });

  it('has the Lagoon Ministers\' Meeting: six members, four partners, and one of each to lead a working group', () => {
    const { members, partners, chairs, rule, ceiling, standard } = scenario.organisations.meeting!;
    expect({ members, partners, rule, ceiling, standard }).toEqual({
      members: ['PAL', 'SUL', 'MAL', 'SGA', 'VNT', 'TON'], partners: ['AUR', 'NIH', 'IND', 'ZHE'], rule: 'consensus', ceiling: 'R', standard: 1,
    });
    expect(chairs.filter((seat) => members.includes(seat))).toEqual(['TON', 'SGA']);
    expect(chairs.filter((seat) => partners.includes(seat))).toEqual(['NIH', 'IND']);
  });

  it('has all seventeen injects of its outline, and each of them serves a learning objective', () => {
    const numbers = new Set(scenario.injects.map(({ id }) => Number.parseInt(id, 10)));
    for (let number = 1; number <= 17; number += 1) expect([...numbers]).toContain(number);
    for (const { id, mode, objective } of scenario.injects) expect([id, mode !== undefined, objective !== undefined]).toEqual([id, true, true]);
    for (const { id, tasks } of scenario.learning) {
      expect(scenario.injects.some(({ objective }) => objective === id)).toBe(true);
      expect(tasks.every((task) => typeof task !== 'string' && task.done !== undefined)).toBe(true);
    }
  });

  it.each([
    { inject: '01-landfall', at: 1, to: 'all' }, { inject: '02-offers', at: 1, to: ['PAL'] }, { inject: '03-tug', at: 1, to: ['SUL', 'MAL'] }, { inject: '04-anomaly', at: 1, to: ['SGA'] },
    { inject: '05-slots', at: 2, to: 'all' }, { inject: '06-survey', at: 2, to: ['ZHE'] }, { inject: '07-parliament', at: 2, to: ['NIH'] }, { inject: '08-agenda', at: 2, to: ['TON'] },
    { inject: '09-near-miss', at: undefined, to: ['NIH', 'ZHE'] }, { inject: '10-cut', at: 3, to: ['AUR'] }, { inject: '11-hostages', at: 3, to: ['MAL'] }, { inject: '12-desk', at: 3, to: ['IND'] },
    { inject: '13-hub', at: 4, to: 'all' }, { inject: '14-insider', at: 4, to: ['SUL'] }, { inject: '15-thank-you', at: undefined, to: ['PAL'] }, { inject: '16-disease', at: 5, to: 'all' },
    { inject: '17-occupation', at: undefined, to: 'all' },
  ])('$inject comes when and to whom the outline says', ({ inject, at, to }) => {
    const found = scenario.injects.find(({ id }) => id === inject)!;
    expect({ at: found.at?.turn, to: found.to }).toEqual({ at, to });
  });

  it('begins gently: a dozen kinds of act, and everything by turn 3', () => {
    const [first, ...later] = scenario.unlock;
    expect(first!.turn).toBe(1);
    expect(first!.actions.filter((code) => !['AMEND', 'RATIFY', 'VOTE'].includes(code)).length).toBeLessThanOrEqual(12);
    expect(later.map(({ turn }) => turn)).toEqual([2, 3]);
  });

  it('gives every template clauses that are available by the turn it names', () => {
    const turnOf = (kind: string) => scenario.unlock.find(({ clauses }) => clauses.includes(kind))!.turn;
    for (const { text, clauses } of scenario.templates) expect(Math.max(...clauses.map(({ kind }) => turnOf(kind)))).toBe(text.includes('from turn 2') ? 2 : 1);
  });

  it('takes no more than 90 minutes in four turns, with ten for the briefing and sixteen for the debrief', () => {
    const seconds = Object.values(scenario.phases).reduce((sum, one) => sum + one, 0) * 4;
    expect(seconds).toBeLessThanOrEqual((90 - 10 - 16) * 60);
  });

  it('tells every seat a story of its own', () => {
    for (const [code, seat] of Object.entries(scenario.seats)) {
      expect(seat.brief.public.split(/\s+/).length, code).toBeGreaterThan(180);
      expect(seat.brief.secret.split(/\s+/).length, code).toBeGreaterThan(220);
      expect(seat.goals.every((goal) => goal.length <= 90), code).toBe(true);
      // Whoever is not at the table today is still on the map: each brief says how it sees all nine others.
      for (const [other, { name }] of Object.entries(scenario.seats)) if (other !== code) expect(seat.brief.public, `${code} on ${other}`).toContain(name);
    }
    expect(scenario.hints.map(({ turn }) => turn)).toEqual([1, 2, 3, 4, 5, 6]);
    expect(Object.keys(scenario.glossary).length).toBeGreaterThanOrEqual(15);
    expect(scenario.variants.map(({ seats }) => seats.length)).toEqual([6, 8, 10]);
  });
});

describe('Tempest Ring, the first turns', () => {
  it.each(scenario.variants.map(({ seats }) => ({ seats })))('opens with $seats', ({ seats }) => {
    const room = new Room(scenario, seats, 'tempest');
    expect(room.fired()).toEqual(['01-landfall@1', '01b-appeal@1', '02-offers@1', '03-tug@1', '03b-lookouts@1', '04-anomaly@1', '04b-flat@1']);
    expect(room.state.crises.typhoon).toMatchObject({ open: true, severity: scenario.crises.typhoon!.severity, rung: 1 });
    expect(room.state.crises.piracy).toMatchObject({ open: true, severity: 40, rung: 2 });
    expect(Object.values(room.state.instruments).filter(({ status }) => status === 'inForce').map(({ parties }) => parties)).toEqual([['NIH', 'PAL'], ['MAL', 'SGA', 'SUL']]);
    expect(Object.values(room.state.reports.SGA!).map(({ marking }) => marking).sort()).toEqual(['C', 'S']);
    for (const seat of seats) for (const { id, broken } of scenario.seats[seat]!.redLines) expect([seat, id, holds(room.state, broken)]).toEqual([seat, id, false]);
  });

  it('lets Nihara land under the old agreement, and nobody else without the leave of Palawea', () => {
    const room = new Room(scenario, SEATS, 'tempest');
    room.until(1, 'orders');
    expect(() => send(room, 'ZHE', [{ domain: 'DIS', count: 2 }])).toThrow('noHostConsent');
    send(room, 'NIH', [{ domain: 'DIS', count: 1 }, { domain: 'LOG', count: 1 }]);
    room.until(1, 'review');
    expect(Object.keys(room.state.crises.typhoon!.deployments)).toEqual(['NIH']);
  });

  it('lets in whom Palawea admits, with as many packages as it says', () => {
    const room = new Room(scenario, SEATS, 'tempest');
    room.until(1, 'negotiation');
    room.act('PAL', 'HOST', { act: 'grant', partner: 'ZHE', crisis: 'typhoon', cap: 2, until: 4 });
    room.until(1, 'orders');
    expect(() => send(room, 'ZHE', [{ domain: 'DIS', count: 3 }])).toThrow();
    send(room, 'ZHE', [{ domain: 'DIS', count: 2 }]);
    room.until(1, 'review');
    expect(Object.keys(room.state.crises.typhoon!.deployments)).toEqual(['ZHE']);
  });

  it('lets only those who lead a working group put motions, one of the partners among them', () => {
    const room = new Room(scenario, SEATS, 'tempest');
    room.until(1, 'negotiation');
    const mandate = { organisation: 'meeting', kind: 'mandate', crisis: 'typhoon' };
    expect(() => room.act('PAL', 'MOTION', mandate)).toThrow('notChair');
    expect(() => room.act('AUR', 'MOTION', mandate)).toThrow('notMember');
    room.act('NIH', 'MOTION', mandate);
    room.until(1, 'review');
    expect(holds(room.state, 'mandated("meeting", "typhoon")')).toBe(true);
    // Not even that replaces the leave of Palawea.
    room.until(2, 'orders');
    expect(() => send(room, 'AUR', [{ domain: 'LOG', count: 1 }])).toThrow();
  });

  it('breaks two red lines when the Meeting puts Zhenghai out, and none when Vantao breaks silence', () => {
    for (const stopped of [false, true]) {
      const room = new Room(scenario, SEATS, 'tempest');
      room.until(1, 'negotiation');
      room.act('SGA', 'MOTION', { organisation: 'meeting', kind: 'expulsion', seat: 'ZHE' });
      const [motion] = Object.keys(room.state.motions);
      if (stopped) room.act('VNT', 'VOTE', { motion, vote: 'break' });
      room.until(1, 'review');
      expect([room.state.redLines.ZHE, room.state.redLines.VNT]).toEqual(stopped ? [[], []] : [['not-expelled'], ['no-naming']]);
    }
  });

  it('punishes an airfield without rules until a text binds Palawea', () => {
    const room = new Room(scenario, SEATS, 'tempest');
    room.until(2, 'briefing');
    expect(room.fired()).toContain('05-slots@2');
    expect(room.state.crises.typhoon!.drift).toBe(scenario.crises.typhoon!.drift + 2);
  });

  it('keeps the attack on the hub and the insider to the exercises in which they are true', () => {
    const truths = new Set<string>();
    for (let seed = 0; truths.size < 3 && seed < 60; seed += 1) {
      const room = new Room(scenario, SEATS, `seed-${seed}`);
      const truth = room.state.threats.piracy!.truth;
      if (truths.has(truth)) continue;
      truths.add(truth);
      room.until(4, 'briefing');
      const fired = room.fired().map((id) => id.split('@')[0]);
      expect([truth, fired.includes('13-hub'), fired.includes('14-insider')]).toEqual([truth, truth === 'cell', truth === 'insiders']);
    }
    expect(truths.size).toBe(3);
  });

  it.each(scenario.variants.map(({ seats }) => ({ seats })))('is scored at its end with $seats, without an expression that fails', ({ seats }) => {
    const room = new Room(scenario, seats, 'tempest');
    room.until(6, 'review');
    room.ask({ kind: 'control', id: 'c' }, { type: 'advancePhase' });
    expect(room.state.status).toBe('debrief');
    expect(Object.keys(room.state.scores!)).toEqual([...seats].sort());
    // What names a seat that is not in play does not hold: that is meant, and all that fails.
    const absent = SEATS.filter((seat) => !seats.includes(seat));
    expect(failuresOf(scenario).filter(({ expression }) => !absent.some((seat) => expression.includes(seat)))).toEqual([]);
    for (const seat of seats) for (const { broken } of scenario.seats[seat]!.redLines) expect(typeof holds(room.state, broken)).toBe('boolean');
  });
});

describe('Tempest Ring, played by bots', () => {
  it.each(scenario.variants.map(({ seats }) => ({ seats })))('comes to its end with $seats, and no command is refused', ({ seats }) => {
    const settings = settingsFor(scenario, { seats });
    if (!settings.ok) throw new Error(settings.refusal.code);
    const { state, refused } = playExercise(scenario, { seed: 'tempest', settings: settings.value });
    expect(refused).toEqual([]);
    expect(state.status).toBe('debrief');
    expect(Object.keys(state.scores!)).toEqual([...seats].sort());
  });
});
