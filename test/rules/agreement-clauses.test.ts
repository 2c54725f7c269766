// Clauses on forces, conduct and circumstances: what they ask, what breaks them, what they change in prices, points and risks.
import { describe, expect, it } from 'vitest';
import type { Clause, State } from '../../shared/model/state.ts';
import type { NewEvent } from '../../shared/model/events.ts';
import { dutyWishes } from '../../shared/bots/duties.ts';
import { ACTIONS } from '../../shared/rules/actions/catalogue.ts';
import { judgeCompliance } from '../../shared/rules/instruments/compliance.ts';
import { circumstancesAtBriefing } from '../../shared/rules/instruments/lifecycle.ts';
import { obligationsOf } from '../../shared/rules/instruments/obligations.ts';
import { uncover } from '../../shared/rules/instruments/uncovering.ts';
import { acceptabilityOf } from '../../shared/rules/instruments/acceptability.ts';
import { cashFlows } from '../../shared/rules/money.ts';
import { pointsOf } from '../../shared/rules/points.ts';
import { objectiveValue } from '../../shared/rules/scoring.ts';
import { resolve } from '../../shared/rules/resolve.ts';
import { Working } from '../../shared/rules/working.ts';
import { seatSight, seatView } from '../../shared/view/view-for.ts';
import { build, differences, instrument, ownReport, refusalOf, step } from './build.ts';

const clause = (kind: string, params: Record<string, unknown>): Clause => ({ kind, params });
const LIMIT = clause('LIMIT', { domain: 'SEA', region: 'sound', cap: 1 });
const NORM = (act: string, secret = false) => clause('NORM', { act, secret });
const FORCE = (more: Record<string, unknown> = {}) => clause('STANDING_FORCE', { domain: 'SEA', packages: 1, notice: 1, missions: [], ...more });
const ASSIST = clause('MUTUAL_ASSIST', { crisis: 'C1', rung: 3, minimum: 2, within: 1 });
const CAVEAT = (kind: string, restriction: string) => clause('CAVEAT', { party: 'BEL', clause: kind, restriction });

/** A text with these clauses in force between ARD, BEL and COR since turn 1. */
function bound(clauses: Clause[], bend: (state: State) => void = () => {}, more: Parameters<typeof instrument>[2] = {}): State {
  return build((state) => {
    state.instruments.m = instrument('m', clauses, more);
    bend(state);
  });
}

/** Findings of one party after the check of step 10, and what changed. */
function judged(state: State, events: NewEvent[] = []) {
  const { changes } = step(state, (desk) => judgeCompliance(desk, events));
  return { of: (seat: string) => state.findings.filter((finding) => finding.seat === seat).map(({ result }) => result).join(), changes: differences(changes) };
}

const deploy = (state: State, seat: string, domain: 'SEA' | 'UXS' | 'ISR', count: number) => {
  state.crises.C1!.deployments[seat] = [...(state.crises.C1!.deployments[seat] ?? []), { domain, count }];
};
const incident = (state: State, turn: number, called: string[] = []) => state.incidents.push({ crisis: 'C1', turn, parties: ['ARD', 'BEL'], called });
const cleared = (...by: string[]): NewEvent => ({ type: 'incidentCleared', data: { crisis: 'C1', by }, audience: 'all' });

describe('what a clause asks of ARD', () => {
  const table: [string, Clause[], (state: State) => void, NewEvent[], string][] = [
    ['F.LIMIT within the cap', [LIMIT], (state) => deploy(state, 'ARD', 'SEA', 1), [], 'met'],
    ['F.LIMIT above the cap', [LIMIT], (state) => deploy(state, 'ARD', 'SEA', 2), [], 'missed'],
    ['F.LIMIT of another domain', [LIMIT], (state) => deploy(state, 'ARD', 'ISR', 2), [], ''],
    ['F.LIMIT with nothing there', [LIMIT], () => {}, [], ''],
    ['F.NORM kept: nothing to find', [NORM('showOfForce')], () => {}, [], ''],
    ['F.NORM a show of force is public', [NORM('showOfForce')], () => {}, [{ type: 'forceShown', data: { seat: 'ARD', region: 'sound', notified: true }, audience: 'all' }], 'missed'],
    ['F.NORM a show of force by another', [NORM('showOfForce')], () => {}, [{ type: 'forceShown', data: { seat: 'DRA', region: 'sound', notified: true }, audience: 'all' }], ''],
    ['F.NORM a cyber operation that stayed hidden', [NORM('cyberOperation')], () => {}, [{ type: 'cyberOpDone', data: { seat: 'ARD', threat: 'cables', mode: 'disrupt', success: true }, audience: ['ARD'] }], ''],
    ['F.NORM a cyber operation that was exposed', [NORM('cyberOperation')], () => {}, [{ type: 'cyberOperationExposed', data: { seat: 'ARD', threat: 'cables' }, audience: 'all' }], 'missed'],
    ['F.NORM a counterfeit seen through by an adherent', [NORM('deception')], () => {}, [{ type: 'deceptionDetected', data: { by: 'ARD', target: 'BEL', report: 'r', threat: 'cables', claim: 'sab' }, audience: ['ARD', 'BEL'] }], 'missed'],
    ['F.NORM a counterfeit seen through by somebody else', [NORM('deception')], () => {}, [{ type: 'deceptionDetected', data: { by: 'ARD', target: 'DRA', report: 'r', threat: 'cables', claim: 'sab' }, audience: ['ARD', 'DRA'] }], ''],
    ['F.NORM a leak traced by its originator', [NORM('leak')], () => {}, [{ type: 'leakOccurred', data: { seat: 'ARD', report: ownReport('r', 'BEL'), originator: 'BEL', traced: true, deliberate: true }, audience: ['ARD', 'BEL'] }], 'missed'],
    ['F.NORM a leak nobody traced', [NORM('leak')], () => {}, [{ type: 'leakOccurred', data: { seat: 'ARD', report: ownReport('r', 'BEL'), originator: 'BEL', traced: false, deliberate: true }, audience: ['ARD'] }], ''],
    ['F.NORM an accident is no leak', [NORM('leak')], () => {}, [{ type: 'leakOccurred', data: { seat: 'ARD', report: ownReport('r', 'BEL'), originator: 'BEL', traced: true, deliberate: false }, audience: ['ARD', 'BEL'] }], ''],
    ['F.NORM unmanned systems in a crisis', [NORM('unmannedForce')], (state) => deploy(state, 'ARD', 'UXS', 1), [], 'missed'],
    ['F.STANDARD before its turn, not reached', [clause('STANDARD', { level: 3, domains: ['SEA'], by: 4 })], () => {}, [], ''],
    ['F.STANDARD in its turn, not reached with COR', [clause('STANDARD', { level: 2, domains: ['SEA'], by: 2 })], () => {}, [], 'missed'],
    ['F.STANDARD in its turn, reached', [clause('STANDARD', { level: 1, domains: ['SEA'], by: 2 })], () => {}, [], 'met'],
    ['F.STANDING_FORCE held back', [FORCE()], () => {}, [], 'met'],
    ['F.STANDING_FORCE everything is out', [FORCE({ packages: 2 })], (state) => deploy(state, 'ARD', 'SEA', 1), [], 'missed'],
    ['F.STANDING_FORCE called upon, still under way', [FORCE({ missions: ['C1'], notice: 1 })], () => {}, [], ''],
    ['F.STANDING_FORCE called upon, too late', [FORCE({ missions: ['C1'], notice: 0 })], () => {}, [], 'missed'],
    ['F.STANDING_FORCE called upon, on the spot', [FORCE({ missions: ['C1'], notice: 0 })], (state) => deploy(state, 'ARD', 'SEA', 1), [], 'met'],
    ['F.INCIDENT_PROC no incident', [clause('INCIDENT_PROC', { joint: false })], () => {}, [], ''],
    ['F.INCIDENT_PROC the incident is of this turn', [clause('INCIDENT_PROC', { joint: false })], (state) => incident(state, 2), [], ''],
    ['F.INCIDENT_PROC nobody called', [clause('INCIDENT_PROC', { joint: false })], (state) => incident(state, 1), [], 'missed'],
    ['F.INCIDENT_PROC one call is enough', [clause('INCIDENT_PROC', { joint: false })], (state) => incident(state, 1), [cleared('BEL')], 'met'],
    ['F.INCIDENT_PROC called at once, in the turn of the incident', [clause('INCIDENT_PROC', { joint: true })], (state) => incident(state, 1, ['ARD', 'BEL']), [], 'met'],
    ['F.INCIDENT_PROC jointly, the other called at once', [clause('INCIDENT_PROC', { joint: true })], (state) => incident(state, 1, ['BEL']), [], 'missed'],
    ['F.INCIDENT_PROC jointly, the other called', [clause('INCIDENT_PROC', { joint: true })], (state) => incident(state, 1), [cleared('BEL')], 'missed'],
    ['F.INCIDENT_PROC jointly, both called', [clause('INCIDENT_PROC', { joint: true })], (state) => incident(state, 1), [cleared('ARD'), cleared('BEL')], 'met'],
    ['F.50 force majeure: S·x at 6000 excuses', [FORCE({ packages: 4 })], (state) => { state.crises.C1!.severity = 100; }, [], 'excused'],
    ['F.50 force majeure declared excuses', [FORCE({ packages: 4 })], (state) => { state.excused.ARD = 2; }, [], 'excused'],
  ];
  it.each(table)('%s', (_name, clauses, bend, events, result) => {
    expect(judged(bound(clauses, bend), events).of('ARD')).toBe(result);
  });

  it('F.STANDARD excuses whoever called on all with whom it falls short, and was turned down', () => {
    const invitation = { id: 'i', action: 'STANDARDISE', params: { partners: ['COR'] }, from: 'ARD', to: ['COR'], answers: { COR: 'refused' as const }, status: 'refused' as const, turn: 2, points: 1, partial: false };
    const state = bound([clause('STANDARD', { level: 2, domains: ['SEA'], by: 2 })], (it) => { it.invitations.i = invitation; });
    const { of } = judged(state);
    expect([of('ARD'), of('COR')]).toEqual(['excused', 'missed']);
  });
});

describe('breaches', () => {
  const shown: NewEvent[] = [{ type: 'forceShown', data: { seat: 'ARD', region: 'sound', notified: true }, audience: 'all' }];

  it('F.53 a norm has numbers of its own, whatever the text binds', () => {
    const { changes } = judged(bound([NORM('showOfForce')], undefined, { kind: 'treaty' }), shown);
    expect(changes).toEqual({ 'trust/BEL/ARD': -6, 'trust/COR/ARD': -6, 'seat/ARD/politicalCapital': -6, 'seat/ARD/publicOpinion': -3 });
  });

  it('F.52 a secret norm: nobody is told, nothing is lost until it comes to light, and then all of it', () => {
    const state = bound([NORM('showOfForce', true)]);
    const { events, changes } = step(state, (desk) => judgeCompliance(desk, shown));
    expect([events.map(({ audience }) => audience), changes]).toEqual([['control'], []]);
    expect(Object.keys(seatView(state, 'BEL').findings)).toEqual([]);
    const found = step(state, (desk) => uncover(desk, state.findings[0]!, ['BEL']));
    expect(differences(found.changes)).toMatchObject({ 'seat/ARD/politicalCapital': -6, 'seat/ARD/publicOpinion': -3, 'trust/COR/ARD': -6 });
    expect(Object.values(seatView(state, 'COR').findings)).toMatchObject([{ kind: 'NORM', visible: true }]);
  });

  it('F.52 who passes a limit is hidden, also from the count of what others see', () => {
    const state = bound([LIMIT], (it) => deploy(it, 'ARD', 'SEA', 2));
    judged(state);
    expect([seatView(state, 'BEL').findings, Object.keys(seatView(state, 'ARD').findings).length]).toEqual([{}, 1]);
  });

  it('F.53 a public opinion that a secret text moves tells outsiders no reason', () => {
    const state = bound([NORM('showOfForce')]);
    const { changes } = step(state, (desk) => judgeCompliance(desk, shown));
    expect(changes.find(({ path }) => path === 'seat/ARD/publicOpinion')!.factors[0]!.sees).toEqual(['ARD', 'BEL', 'COR']);
  });
});

describe('what clauses change', () => {
  const price = (state: State, seat: string) => ACTIONS.DEPLOY!.price(seatSight(state, seat), { crisis: 'C1', packages: [{ domain: 'SEA', count: 2 }] }, { role: 'host', parties: 1 }).money;
  const LOGISTICS = [clause('LOGISTICS', {})];

  it('E.42 LOGISTICS spares one credit a package beside a party’s land, for parties alone', () => {
    const state = bound(LOGISTICS);
    expect([price(state, 'ARD'), price(state, 'DRA')]).toEqual([6, 8]);
    expect(price(bound(LOGISTICS, undefined, { status: 'suspended' }), 'ARD')).toBe(8);
  });

  it('E.42 upkeep of standing packages is spared too, in the forecast of state and seat alike', () => {
    const standing = (clauses: Clause[]) => cashFlows(bound(clauses, (state) => deploy(state, 'ARD', 'SEA', 2)), [])('ARD').upkeep;
    expect([standing([]), standing(LOGISTICS)]).toEqual([8, 6]);
  });

  it('E.42 beside nobody’s land nothing is spared', () => {
    const state = bound(LOGISTICS, undefined, { parties: ['ARD', 'BEL'] });
    Object.assign(state.scenario.adjacency, { sound: ['dra'] });
    expect(price(state, 'ARD')).toBe(8);
  });

  const order = { action: 'DEPLOY', params: {}, invitation: null };
  it('J.STANDING_FORCE called upon: every second deployment costs no point', () => {
    const see = seatSight(bound([FORCE({ missions: ['C1'] })]), 'ARD');
    expect([0, 1, 2, 3].map((before) => pointsOf(see, order, ACTIONS.DEPLOY!, Array.from({ length: before }, () => order)))).toEqual([1, 0, 1, 0]);
  });
  it.each([
    ['standing by', [FORCE()], 'ARD'], ['of somebody else', [FORCE({ missions: ['C1'] })], 'DRA'],
  ] as const)('J.STANDING_FORCE %s: deployments cost what they cost', (_name, clauses, seat) => {
    expect(pointsOf(seatSight(bound([...clauses]), seat), order, ACTIONS.DEPLOY!, [order])).toBe(1);
  });

  it('J.STANDING_FORCE without named missions is called upon by a mandate of an organisation of the party', () => {
    const state = bound([FORCE()]);
    state.organisations.council = { id: 'council', members: ['ARD'], observers: [], partners: [], standard: 0, fund: 0, mandates: [{ crisis: 'C1', since: 2 }], expelled: [] } as unknown as State['organisations'][string];
    expect(obligationsOf(state, 'ARD')).toMatchObject([{ kind: 'STANDING_FORCE', dueTurn: 3 }]);
    expect(obligationsOf(state, 'BEL')).toMatchObject([{ kind: 'STANDING_FORCE', dueTurn: 2 }]);
  });

  it('D.33 an agreed procedure halves the risk of the pair, like a hotline', () => {
    const chance = (clauses: Clause[]) => {
      const state = bound(clauses, (it) => {
        for (const seat of ['ARD', 'DRA']) deploy(it, seat, 'SEA', 1);
        it.phase = 'resolution';
      }, { parties: ['ARD', 'DRA'] });
      const work = new Working(state, 0);
      resolve(work);
      return work.events.flatMap((event) => (event.type === 'crisisAssessed' ? [event.data.incidentChance] : []))[0]!;
    };
    expect(chance([]) - chance([clause('INCIDENT_PROC', { joint: false })])).toBe(250);
  });

  it('F.46 certain money under AID is support; what comes only in a crisis is not', () => {
    const standing = { publicOpinion: 50, politicalCapital: 40, sovereignty: 6, grievances: [] };
    const aid = (condition: string) => [clause('AID', { from: 'ARD', to: 'BEL', what: 'money', amount: 5, condition })];
    expect(acceptabilityOf(standing, aid('always'), 'BEL').parts).toContainEqual({ name: 'received', value: 5 });
    for (const [seat, condition] of [['ARD', 'always'], ['BEL', 'whileCrisis']] as const) expect(acceptabilityOf(standing, aid(condition), seat).parts.map(({ name }) => name)).not.toContain('received');
  });

  it('I.NORMS counts adherents a seat may know of: not those of a secret text among others', () => {
    const value = (state: State, seat: string) => objectiveValue(state, seat, { code: 'NORMS', weight: 1, text: '' });
    const state = bound([NORM('leak')], (it) => { it.instruments.n = instrument('n', [NORM('leak')], { parties: ['COR', 'DRA'] }); });
    // lin(3 of 4 seats, 1, 4) for ARD; all four for COR, party to both; two for DRA.
    expect(['ARD', 'COR', 'DRA'].map((seat) => value(state, seat))).toEqual([6667, 10000, 3333]);
    state.instruments.n!.classification = 'U';
    expect(value(state, 'ARD')).toBe(10000);
    expect(value(bound([LIMIT]), 'ARD')).toBe(0);
  });
});

describe('caveats', () => {
  const table: [string, Clause[], (state: State) => void, string][] = [
    ['F.CAVEAT without it assistance is owed', [ASSIST], () => {}, 'missed'],
    ['F.CAVEAT a region is left out', [ASSIST, CAVEAT('MUTUAL_ASSIST', 'region/sound')], () => {}, ''],
    ['F.CAVEAT another region is not', [ASSIST, CAVEAT('MUTUAL_ASSIST', 'region/ard')], () => {}, 'missed'],
    ['F.CAVEAT the only domain of an exercise', [clause('EXERCISE', { domains: ['SEA'], every: 1, minimum: 2, rotation: false }), CAVEAT('EXERCISE', 'domain/SEA')], () => {}, ''],
    ['F.CAVEAT one of two domains', [clause('EXERCISE', { domains: ['SEA', 'ISR'], every: 1, minimum: 2, rotation: false }), CAVEAT('EXERCISE', 'domain/SEA')], () => {}, 'missed'],
    ['F.CAVEAT a standing force of that domain', [FORCE({ packages: 4 }), CAVEAT('STANDING_FORCE', 'domain/SEA')], () => {}, ''],
    ['F.CAVEAT reports marked higher stay at home', [clause('INTEL_SHARE', { threats: [], minimum: 1, ceiling: 'S' }), CAVEAT('INTEL_SHARE', 'marking/R')], (state) => { state.reports.BEL!.r = ownReport('r', 'BEL', { turn: 2, marking: 'C' }); }, 'excused'],
    ['F.CAVEAT reports marked lower are owed', [clause('INTEL_SHARE', { threats: [], minimum: 1, ceiling: 'S' }), CAVEAT('INTEL_SHARE', 'marking/C')], (state) => { state.reports.BEL!.r = ownReport('r', 'BEL', { turn: 2, marking: 'C' }); }, 'missed'],
  ];
  it.each(table)('%s', (_name, clauses, bend, result) => {
    expect(judged(bound(clauses, bend)).of('BEL')).toBe(result);
  });
  it('F.CAVEAT narrows the duty of its party alone, and lightens the text for it', () => {
    const clauses = [ASSIST, CAVEAT('MUTUAL_ASSIST', 'region/sound')];
    expect(judged(bound(clauses)).of('COR')).toBe('missed');
    const burden = (seat: string) => acceptabilityOf({ publicOpinion: 50, politicalCapital: 50, sovereignty: 5, grievances: [] }, clauses, seat).parts[1]!.value;
    expect([burden('BEL'), burden('COR')]).toEqual([-2, -3]);
  });
});

describe('conditional clauses', () => {
  const HOLD = (condition: string, inner: Clause = FORCE({ packages: 4 })) => clause('IF', { condition, clause: inner });
  const briefed = (state: State) => step(state, circumstancesAtBriefing).events;

  it.each([
    ['rung/C1/3', true], ['rung/C1/4', false], ['severity/C1/50', true], ['severity/any/51', false], ['open/C1', true], ['struck/ARD', false],
  ])('F.IF %s holds: %s', (condition, holds) => {
    const state = bound([HOLD(condition)]);
    expect(briefed(state).length).toBe(holds ? 1 : 0);
    expect(judged(state).of('ARD')).toBe(holds ? 'missed' : '');
  });
  it('F.IF an open crisis at home strikes a seat', () => {
    const state = bound([HOLD('struck/ARD')]);
    state.scenario.crises.C1!.region = 'ard';
    expect(briefed(state)).toMatchObject([{ type: 'clauseConditionChanged', data: { clause: 0, holds: true }, audience: ['ARD', 'BEL', 'COR'] }]);
  });
  it('F.IF binds from the Briefing that finds the circumstance, and no longer once it is gone', () => {
    const state = bound([HOLD('rung/C1/3')]);
    expect(obligationsOf(state, 'ARD')).toEqual([]);
    briefed(state);
    expect(obligationsOf(state, 'ARD')).toMatchObject([{ kind: 'STANDING_FORCE', clause: 0, dueTurn: 2 }]);
    expect(briefed(state)).toEqual([]);
    state.crises.C1!.rung = 2;
    expect(briefed(state)).toMatchObject([{ data: { holds: false } }]);
    expect(obligationsOf(state, 'ARD')).toEqual([]);
  });
  it('F.45 costs what the clause in it costs, and counts for autonomy only while it binds', () => {
    const state = bound([HOLD('rung/C1/3')]);
    const autonomy = () => objectiveValue(state, 'ARD', { code: 'AUT', weight: 1, text: '' });
    const before = autonomy();
    briefed(state);
    expect(acceptabilityOf({ publicOpinion: 50, politicalCapital: 50, sovereignty: 5, grievances: [] }, [HOLD('rung/C1/3')], 'ARD').parts[1]!.value).toBe(-2);
    expect([before, autonomy()]).toEqual([10000, 10000]);
    state.instruments.o = instrument('o', [ASSIST]);
    expect(autonomy()).toBe(6250);
  });
});

describe('a bot that keeps its word', () => {
  const wishes = (state: State) => dutyWishes(seatSight(state, 'ARD'), () => true);
  it('F.INCIDENT_PROC deconflicts after an incident with a party', () => {
    const state = bound([clause('INCIDENT_PROC', { joint: false })], (it) => {
      incident(it, 1);
      it.crises.C1!.incident = { turn: 1, parties: ['ARD', 'BEL'] };
    });
    expect(wishes(state)).toEqual([{ action: 'DECONFLICT', params: { crisis: 'C1' } }]);
  });
  it.each([[4, [{ action: 'STANDARDISE', params: { partners: ['COR'] } }]], [5, []]])('F.STANDARD works on a standard due in turn %i when it is near', (by, asked) => {
    expect(wishes(bound([clause('STANDARD', { level: 2, domains: ['SEA'], by })]))).toEqual(asked);
  });
});

describe('drafting', () => {
  const TABLE = (clauses: Clause[]) => ({ title: 'Text', kind: 'mou', parties: ['BEL'], classification: 'R', clauses });
  const AID = (amount: number) => clause('AID', { from: 'ARD', to: 'BEL', what: 'money', amount, condition: 'always' });
  const CELL = (raw: boolean) => clause('FUSION_CELL', { host: 'ARD', raw });
  const contradictory: [string, Clause, Clause, boolean][] = [
    ['a limit below a standing force of its mission', LIMIT, FORCE({ packages: 2, missions: ['C1'] }), true],
    ['a limit that leaves room for it', LIMIT, FORCE({ packages: 1, missions: ['C1'] }), false],
    ['a limit on another domain', LIMIT, FORCE({ domain: 'ISR', packages: 2, missions: ['C1'] }), false],
    ['a limit below assistance there', LIMIT, ASSIST, true],
    ['prohibited reports in a raw cell', clause('ORCON', { onward: 'prohibited' }), CELL(true), true],
    ['prohibited reports in a cell of finished ones', clause('ORCON', { onward: 'prohibited' }), CELL(false), false],
    ['two sums of one aid', AID(2), AID(3), true],
    ['the same aid twice', AID(2), AID(2), false],
    ['two limits of one subject', LIMIT, clause('LIMIT', { domain: 'SEA', region: 'sound', cap: 2 }), true],
    ['a contradiction under a condition', clause('IF', { condition: 'open/C1', clause: LIMIT }), ASSIST, true],
  ];
  it.each(contradictory)('F.49 %s', (_name, one, other, refused) => {
    for (const clauses of [[one, other], [other, one]]) expect(refusalOf(build(), 'ARD', 'TABLE', TABLE(clauses))?.code ?? null).toBe(refused ? 'clausesContradict' : null);
    const state = build((it) => { it.instruments.m = instrument('m', [one], { parties: ['ARD', 'BEL'] }); });
    if (one.kind !== 'IF') expect(refusalOf(state, 'ARD', 'TABLE', TABLE([other]))?.code ?? null).toBe(refused ? 'clausesContradict' : null);
  });

  const faulty: [string, Clause[], string, string][] = [
    ['a nested parameter that is missing', [clause('IF', { condition: 'open/C1', clause: clause('HOTLINE', {}) })], 'parameterMissing', 'clauses/0/clause/within'],
    ['a nested kind that is unknown', [clause('IF', { condition: 'open/C1', clause: clause('LUNAR', {}) })], 'clauseUnknown', 'clauses/0/clause'],
    ['a condition in a condition', [clause('IF', { condition: 'open/C1', clause: clause('IF', { condition: 'open/C1', clause: LIMIT }) })], 'parameterInvalid', 'clauses/0/clause'],
    ['a condition on a crisis nobody knows', [clause('IF', { condition: 'open/C9', clause: LIMIT })], 'crisisUnknown', 'clauses/0/condition'],
    ['a condition of no known form', [clause('IF', { condition: 'weather', clause: LIMIT })], 'parameterInvalid', 'clauses/0/condition'],
    ['no clause in the condition', [clause('IF', { condition: 'open/C1' })], 'parameterMissing', 'clauses/0/clause'],
    ['a caveat on what the text has not', [LIMIT, CAVEAT('EXERCISE', 'domain/SEA')], 'parameterInvalid', 'clauses/1/clause'],
    ['a caveat of the wrong kind', [ASSIST, CAVEAT('MUTUAL_ASSIST', 'marking/C')], 'parameterInvalid', 'clauses/1/restriction'],
    ['a caveat on a region nobody knows', [ASSIST, CAVEAT('MUTUAL_ASSIST', 'region/moon')], 'regionUnknown', 'clauses/1/restriction'],
    ['a limit in a region nobody knows', [clause('LIMIT', { domain: 'SEA', region: 'moon', cap: 1 })], 'regionUnknown', 'clauses/0/region'],
    ['a mission nobody knows', [FORCE({ missions: ['C9'] })], 'crisisUnknown', 'clauses/0/missions'],
  ];
  it.each(faulty)('F.7 %s', (_name, clauses, code, subject) => {
    expect(refusalOf(build(), 'ARD', 'TABLE', TABLE(clauses))).toMatchObject({ code, subject });
  });
});
