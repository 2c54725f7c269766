// Compliance: each clause kind's verdicts, windows, excuses and penalties, and the worked turn (model guide, sections 3 and 9; rulings 50-53).
import { describe, expect, it } from 'vitest';
import type { NewEvent } from '../../shared/model/events.ts';
import type { Clause, Finding, Instrument, Invitation, State } from '../../shared/model/state.ts';
import type { FindingResult } from '../../shared/model/vocabulary.ts';
import { judgeCompliance } from '../../shared/rules/instruments/compliance.ts';
import { obligationsOf } from '../../shared/rules/instruments/obligations.ts';
import { build, differences, instrument, ownReport, refusalOf, step } from './build.ts';

const clause = (kind: string, params: Record<string, unknown>): Clause => ({ kind, params });
const SHARE = clause('INTEL_SHARE', { threats: [], minimum: 1, ceiling: 'C' });
const EXERCISE = (every: number, rotation = false) => clause('EXERCISE', { domains: ['SEA', 'CYB'], every, minimum: 2, rotation });
const TRAINING = clause('TRAINING', { domain: 'SEA', provider: 'ARD', trainee: 'COR', places: 1 });
const COST = clause('COST_SHARE', { key: 'equal', amount: 2 });
const NOTIFY = clause('NOTIFY', { activity: 'EXERCISE', ahead: 1 });
const HOTLINE = (within: number) => clause('HOTLINE', { within });
const ASSIST = clause('MUTUAL_ASSIST', { crisis: 'C1', rung: 4, minimum: 2, within: 1 });
const ACCESS = clause('ACCESS', { host: 'ARD', guest: 'BEL', regions: ['sound'], cap: 2, purpose: 'relief' });

const shared = (from: string, to: string[], report: string): NewEvent =>
  ({ type: 'reportShared', data: { from, to, report, event: `${report}@1`, originator: from }, audience: [from, ...to] });
const exercised = (parties: string[], domain = 'SEA', region = 'sound'): NewEvent => ({ type: 'exerciseHeld', data: { parties, domain, region, notified: true }, audience: 'all' });
const paid = (from: string, amount: number): NewEvent => ({ type: 'paymentMade', data: { from, to: 'fund', amount, instrument: 'm' }, audience: 'all' });
const course = (provider: string, trainee: string, domain = 'SEA'): NewEvent => ({ type: 'courseHeld', data: { provider, trainee, domain }, audience: [provider, trainee] });

function declined(state: State, action: string, from: string, to: string[], params: Record<string, unknown>, more: Partial<Invitation> = {}) {
  state.invitations[`${from}.${action}`] = { id: `${from}.${action}`, action, params, from, to, answers: {}, status: 'refused', turn: 2, points: 1, partial: false, ...more };
}

function under(clauses: Clause[], more: Partial<Instrument> = {}, bend: (state: State) => void = () => {}): State {
  return build((state) => {
    state.instruments.m = instrument('m', clauses, more);
    state.crises.C1!.severity = 43;
    bend(state);
  });
}

function verdicts(state: State, events: NewEvent[] = []): Record<string, FindingResult> {
  const { events: found } = step(state, (desk) => judgeCompliance(desk, events));
  return Object.fromEntries(found.map((event) => (event.data as { finding: Finding }).finding).map(({ seat, kind, result }) => [`${seat} ${kind}`, result]));
}

describe('the worked turn, section 9', () => {
  // In force between ARD, BEL and COR: INTEL_SHARE, EXERCISE every 2, NOTIFY, COST_SHARE 2.
  const worked = () => under([SHARE, EXERCISE(2), NOTIFY, COST], {}, (state) => {
    state.reports.ARD!.a = ownReport('a', 'ARD');
    state.reports.BEL!.b = ownReport('b', 'BEL', { marking: 'S' });
    state.reports.COR!.c = ownReport('c', 'COR');
    state.notices.push({ id: 'n', by: 'ARD', activity: 'EXERCISE', region: 'sound', turn: 2, madeTurn: 1, observers: false });
  });
  const events = [shared('ARD', ['BEL', 'COR'], 'a'), shared('BEL', ['ARD'], 'b'), exercised(['ARD', 'BEL']), paid('ARD', 2), paid('BEL', 2), paid('COR', 2)];

  it('finds that COR missed INTEL_SHARE, and that class S counts (F.51)', () => {
    const found = verdicts(worked(), events);
    expect([found['ARD INTEL_SHARE'], found['BEL INTEL_SHARE'], found['COR INTEL_SHARE']]).toEqual(['met', 'met', 'missed']);
    expect([found['ARD NOTIFY'], found['BEL NOTIFY'], found['COR NOTIFY']]).toEqual(['met', 'met', undefined]);
    expect([found['ARD COST_SHARE'], found['BEL COST_SHARE'], found['COR COST_SHARE']]).toEqual(['met', 'met', 'met']);
  });

  it('takes ARD→COR −4, BEL→COR −4 and COR PC −1 for it', () => {
    const state = worked();
    // COR took part in an earlier exercise of the window, so that nothing but INTEL_SHARE is missed.
    state.findings.push({ id: 'f', turn: 1, instrument: 'm', clause: 1, kind: 'EXERCISE', seat: 'COR', result: 'met', visible: true, injured: [] });
    const { changes } = step(state, (desk) => judgeCompliance(desk, events));
    expect(differences(changes)).toEqual({ 'trust/ARD/COR': -4, 'trust/BEL/COR': -4, 'seat/COR/politicalCapital': -1 });
    expect(changes[0]!.factors).toMatchObject([{ name: 'breach', cause: 'm', with: 'INTEL_SHARE' }]);
  });
});

describe('INTEL_SHARE', () => {
  const holding = (bend: (state: State) => void = () => {}) => under([SHARE], {}, (state) => {
    state.reports.COR!.c = ownReport('c', 'COR');
    bend(state);
  });

  it.each([
    { why: 'one report reached another party', events: [shared('COR', ['ARD'], 'c')], result: 'met' },
    { why: 'it went to a seat that is no party', events: [shared('COR', ['DRA'], 'c')], result: 'missed' },
    { why: 'nothing was shared', events: [], result: 'missed' },
  ])('$result when $why', ({ events, result }) => {
    expect(verdicts(holding(), events)['COR INTEL_SHARE']).toBe(result);
  });

  it('F.51 counts only reports of one\'s own', () => {
    const state = holding(({ reports }) => {
      reports.COR!.c = ownReport('c', 'COR', { originator: 'ARD', from: 'ARD' });
    });
    expect(verdicts(state, [{ type: 'reportShared', data: { from: 'COR', to: ['BEL'], report: 'c', event: 'c@1', originator: 'ARD' }, audience: 'all' }])['COR INTEL_SHARE']).toBe('missed');
  });

  it('F.51 counts one report shared twice as one', () => {
    const state = holding();
    state.instruments.m!.versions[0]!.clauses = [clause('INTEL_SHARE', { threats: ['cables'], minimum: 2, ceiling: 'C' })];
    expect(verdicts(state, [shared('COR', ['ARD'], 'c'), shared('COR', ['BEL'], 'c')])['COR INTEL_SHARE']).toBe('missed');
  });

  it.each([
    { why: 'no report and no source', bend: (state: State) => { state.reports.COR = {}; state.seats.COR!.sources = []; }, result: 'excused' },
    { why: 'a burned source and no report', bend: (state: State) => { state.reports.COR = {}; state.seats.COR!.sources[0]!.burned = true; }, result: 'excused' },
    { why: 'a source and no report', bend: (state: State) => { state.reports.COR = {}; }, result: 'missed' },
    { why: 'no source and only what all parties have', bend: (state: State) => { state.reports.COR!.c!.sharedWith = ['ARD', 'BEL']; state.seats.COR!.sources = []; }, result: 'excused' },
    { why: 'no source and only a report above the ceiling', bend: (state: State) => { state.reports.COR!.c!.marking = 'S'; state.seats.COR!.sources = []; }, result: 'excused' },
    { why: 'no source but a report in hand', bend: (state: State) => { state.seats.COR!.sources = []; }, result: 'missed' },
  ])('F.51 with $why: $result', ({ bend, result }) => {
    expect(verdicts(holding(bend))['COR INTEL_SHARE']).toBe(result);
  });
});

describe('EXERCISE', () => {
  it('F.50 is checked on the last turn of its window only', () => {
    expect(verdicts(under([EXERCISE(3)]))).toEqual({});
    expect(verdicts(under([EXERCISE(2)]))).toEqual({ 'ARD EXERCISE': 'missed', 'BEL EXERCISE': 'missed', 'COR EXERCISE': 'missed' });
  });

  it('F.50 one event meets the whole window', () => {
    const state = under([EXERCISE(2)], { inForceSince: 2 });
    expect(verdicts(state, [exercised(['ARD', 'BEL'])])).toEqual({ 'ARD EXERCISE': 'met', 'BEL EXERCISE': 'met' });
    state.turn = 3;
    expect(verdicts(state)).toEqual({ 'COR EXERCISE': 'missed' });
    state.turn = 5;
    expect(verdicts(state)).toEqual({ 'ARD EXERCISE': 'missed', 'BEL EXERCISE': 'missed', 'COR EXERCISE': 'missed' });
  });

  it('an earlier finding of another kind does not meet the window', () => {
    const state = under([EXERCISE(2)]);
    state.findings.push({ id: 'f', turn: 1, instrument: 'm', clause: 0, kind: 'EXERCISE', seat: 'ARD', result: 'excused', visible: true, injured: [] });
    expect(verdicts(state)['ARD EXERCISE']).toBe('missed');
  });

  it.each([
    { why: 'another domain', event: exercised(['ARD', 'BEL'], 'LAND') },
    { why: 'too few parties', event: exercised(['ARD', 'DRA']) },
  ])('does not count $why', ({ event }) => {
    expect(verdicts(under([EXERCISE(2)]), [event])['ARD EXERCISE']).toBe('missed');
  });

  it.each([
    { why: 'called enough together and was turned down', to: ['BEL'], answers: {} as Record<string, 'accepted'>, excused: ['ARD'] },
    { why: 'called three together, of whom too few came', to: ['BEL', 'COR'], answers: { BEL: 'accepted' } as Record<string, 'accepted'>, minimum: 3, excused: ['ARD', 'BEL'] },
    { why: 'called outsiders only', to: ['DRA'], answers: {}, excused: [] },
    { why: 'called for another domain', to: ['BEL'], answers: {}, domain: 'LAND', excused: [] },
    { why: 'withdrew the call', to: ['BEL'], answers: {}, status: 'withdrawn' as const, excused: [] },
    { why: 'called before the window', to: ['BEL'], answers: {}, turn: 0, excused: [] },
  ])('excuses a party that $why: $excused', ({ to, answers, minimum = 2, domain = 'SEA', status = 'refused' as const, turn = 2, excused }) => {
    const state = under([clause('EXERCISE', { domains: ['SEA'], every: 2, minimum, rotation: false })]);
    declined(state, 'EXERCISE', 'ARD', to, { domain }, { answers, status, turn });
    const found = verdicts(state);
    expect(['ARD', 'BEL', 'COR'].filter((seat) => found[`${seat} EXERCISE`] === 'excused')).toEqual(excused);
  });

  it('with rotation is the duty of one party per window, in order of code', () => {
    const state = under([EXERCISE(1, true)]);
    expect(verdicts(state)).toEqual({ 'BEL EXERCISE': 'missed' });
    state.turn = 3;
    expect(verdicts(state)).toEqual({ 'COR EXERCISE': 'missed' });
  });
});

describe('TRAINING', () => {
  it.each([
    { why: 'the course was held', events: [course('ARD', 'COR')], results: ['met', 'met'] },
    { why: 'the course was the other way round', events: [course('COR', 'ARD')], results: ['missed', 'missed'] },
    { why: 'the domain was another', events: [course('ARD', 'COR', 'LAND')], results: ['missed', 'missed'] },
  ])('when $why: $results for provider and trainee, nothing for others', ({ events, results }) => {
    const found = verdicts(under([TRAINING]), events);
    expect([found['ARD TRAINING'], found['COR TRAINING'], found['BEL TRAINING']]).toEqual([...results, undefined]);
  });

  it('excuses the one whose offer was turned down', () => {
    const state = under([TRAINING]);
    declined(state, 'EXCHANGE', 'ARD', ['COR'], { partner: 'COR', domain: 'SEA', role: 'give' });
    expect(verdicts(state)).toEqual({ 'ARD TRAINING': 'excused', 'COR TRAINING': 'missed' });
  });
});

describe('NOTIFY', () => {
  it.each([
    { why: 'announced a turn ahead', notice: { madeTurn: 1, region: 'sound' }, result: 'met' },
    { why: 'announced in the same turn', notice: { madeTurn: 2, region: 'sound' }, result: 'missed' },
    { why: 'announced for another region', notice: { madeTurn: 1, region: 'ard' }, result: 'missed' },
    { why: 'not announced', notice: null, result: 'missed' },
  ])('of an exercise $why: $result', ({ notice, result }) => {
    const state = under([NOTIFY]);
    if (notice) state.notices.push({ id: 'n', by: 'ARD', activity: 'EXERCISE', turn: 2, observers: false, ...notice });
    expect(verdicts(state, [exercised(['ARD', 'DRA'])])).toEqual({ 'ARD NOTIFY': result });
  });

  it('asks nothing of those who did not do it, and names its activity', () => {
    const state = under([clause('NOTIFY', { activity: 'SHOW_FORCE', ahead: 1 })]);
    expect(verdicts(state, [exercised(['ARD', 'BEL'])])).toEqual({});
    expect(verdicts(state, [{ type: 'forceShown', data: { seat: 'COR', region: 'sound', notified: false }, audience: 'all' }])).toEqual({ 'COR NOTIFY': 'missed' });
  });
});

describe('HOTLINE', () => {
  const called = (within: number, more: Partial<Invitation> = {}) => under([HOTLINE(within)], {}, (state) => {
    declined(state, 'CHANNEL', 'ARD', ['BEL'], { partner: 'BEL', channel: 'hotline' }, more);
  });

  it('is missed by a party that left a call unanswered, at the end of the turns allowed', () => {
    expect(verdicts(called(0, { status: 'expired' }))).toEqual({ 'BEL HOTLINE': 'missed' });
    expect(verdicts(called(1))).toEqual({});
    expect(verdicts(called(1, { turn: 1 }))).toEqual({ 'BEL HOTLINE': 'missed' });
  });

  it('is not missed for another channel, a withdrawn call, a caller who is no party, or a line that stands by now', () => {
    expect(verdicts(called(0, { params: { partner: 'BEL', channel: 'liaison' } }))).toEqual({});
    expect(verdicts(called(0, { status: 'withdrawn' }))).toEqual({});
    expect(verdicts(called(0, { from: 'DRA' }))).toEqual({});
    const state = called(1, { turn: 1 });
    state.pairs['ARD-BEL']!.channels.push('hotline');
    expect(verdicts(state)).toEqual({});
  });

  it('is not missed for a call made before the clause bound', () => {
    const state = called(1, { turn: 1 });
    state.instruments.m!.inForceSince = 2;
    expect(verdicts(state)).toEqual({});
  });

  it('is met when the line opens', () => {
    expect(verdicts(under([HOTLINE(0)]), [{ type: 'channelOpened', data: { parties: ['ARD', 'BEL'], channel: 'hotline' }, audience: 'all' }]))
      .toEqual({ 'ARD HOTLINE': 'met', 'BEL HOTLINE': 'met' });
  });
});

describe('MUTUAL_ASSIST', () => {
  const risen = (rungs: number[], packages = 0) => under([ASSIST], {}, (state) => {
    const crisis = state.crises.C1!;
    crisis.history = rungs.map((rung, turn) => ({ turn, severity: 50, rung }));
    state.turn = rungs.length - 1;
    if (packages > 0) crisis.deployments.BEL = [{ domain: 'SEA', count: packages }];
  });

  it.each([
    { why: 'the rung is not reached', rungs: [3, 3, 3], packages: 0, result: undefined },
    { why: 'it was reached this turn', rungs: [3, 3, 4], packages: 0, result: undefined },
    { why: 'it was reached this turn and packages are there', rungs: [3, 3, 4], packages: 2, result: 'met' },
    { why: 'it was reached a turn ago', rungs: [3, 4, 4], packages: 0, result: 'missed' },
    { why: 'it was reached a turn ago and too few are there', rungs: [3, 4, 3], packages: 1, result: 'missed' },
    { why: 'it was reached a turn ago and packages are there', rungs: [3, 4, 4], packages: 2, result: 'met' },
    { why: 'the time allowed is over', rungs: [3, 4, 4, 4], packages: 0, result: undefined },
    { why: 'the rung was reached before entry into force', rungs: [4, 4, 4], packages: 0, result: 'missed' },
    { why: 'it fell and rose again', rungs: [4, 4, 3, 4, 4], packages: 0, result: 'missed' },
  ])('F.50 when $why: $result', ({ rungs, packages, result }) => {
    expect(verdicts(risen(rungs, packages))['BEL MUTUAL_ASSIST']).toBe(result);
  });

  it('asks nothing of the party whose region is struck, nor after the crisis has closed', () => {
    const state = risen([3, 4, 4]);
    state.crises.C1!.open = false;
    expect(verdicts(state)).toEqual({});
    const home = risen([3, 4, 4]);
    (home.scenario.crises.C1 as { region: string }).region = 'bel';
    expect(verdicts(home)).toEqual({ 'ARD MUTUAL_ASSIST': 'missed', 'COR MUTUAL_ASSIST': 'missed' });
  });
});

describe('ACCESS', () => {
  const guest = (packages: number) => under([ACCESS], { parties: ['ARD', 'BEL'] }, (state) => {
    state.crises.C1!.deployments.BEL = [{ domain: 'SEA', count: packages }];
  });

  it('is kept by host and guest while the guest stays within the cap, and broken by the guest above it', () => {
    expect(verdicts(guest(2))).toEqual({ 'ARD ACCESS': 'met', 'BEL ACCESS': 'met' });
    expect(verdicts(guest(3))).toEqual({ 'ARD ACCESS': 'met', 'BEL ACCESS': 'missed' });
  });

  it('does not count those whom the host has let in besides by a grant (F.28)', () => {
    const state = guest(5);
    state.hostGrants.push({ id: 'g', host: 'ARD', guest: 'BEL', region: 'sound', crisis: 'C1', cap: 3, until: null });
    expect(verdicts(state)).toEqual({ 'ARD ACCESS': 'met', 'BEL ACCESS': 'met' });
    state.crises.C1!.deployments.BEL = [{ domain: 'SEA', count: 6 }];
    expect(verdicts(state)).toEqual({ 'ARD ACCESS': 'met', 'BEL ACCESS': 'missed' });
  });

  it('asks nothing while the guest stays away', () => {
    expect(verdicts(under([ACCESS], { parties: ['ARD', 'BEL'] }))).toEqual({});
  });

  it('admits the guest to a crisis that needs the host\'s consent, as long as it is in force', () => {
    const state = under([{ ...ACCESS, params: { ...ACCESS.params, regions: ['ard'] } }], { parties: ['ARD', 'BEL'] }, ({ scenario }) => {
      Object.assign(scenario.crises.C1!, { region: 'ard', hostRequired: true });
    });
    const deploy = { crisis: 'C1', packages: [{ domain: 'SEA', count: 1 }] };
    expect(refusalOf(state, 'BEL', 'DEPLOY', deploy)).toBeNull();
    expect(refusalOf(state, 'COR', 'DEPLOY', deploy)).toMatchObject({ code: 'noHostConsent' });
    state.instruments.m!.status = 'suspended';
    expect(refusalOf(state, 'BEL', 'DEPLOY', deploy)).toMatchObject({ code: 'noHostConsent' });
  });
});

describe('clauses that stay hidden (F.52)', () => {
  it('INFOSEC asks for the minimum, and a miss costs nothing until it is found', () => {
    const state = under([clause('INFOSEC', { minimum: 60, ceiling: 'S' })]);
    const { events, changes } = step(state, (desk) => judgeCompliance(desk, []));
    expect(changes).toEqual([]);
    expect(events.every(({ audience }) => audience === 'control')).toBe(true);
    expect(state.findings.map(({ seat, result, visible }) => ({ seat, result, visible }))).toEqual([
      { seat: 'ARD', result: 'met', visible: false }, { seat: 'BEL', result: 'met', visible: false }, { seat: 'COR', result: 'missed', visible: false },
    ]);
  });

  it.each([
    { onward: 'consent', illicit: true, result: 'missed' },
    { onward: 'consent', illicit: false, result: 'met' },
    { onward: 'prohibited', illicit: false, result: 'missed' },
    { onward: 'free', illicit: true, result: undefined },
  ])('ORCON $onward, passed on with illicit=$illicit: $result', ({ onward, illicit, result }) => {
    const data = { from: 'BEL', to: ['DRA'], event: 'a@1', originator: 'ARD' };
    const events: NewEvent[] = [{ type: 'reportShared', data: { ...data, report: 'x' }, audience: ['BEL', 'DRA'] }];
    if (illicit) events.push({ type: 'illicitShareMade', data: { ...data, share: 's' }, audience: 'control' });
    expect(verdicts(under([clause('ORCON', { onward })]), events)).toEqual(result ? { 'BEL ORCON': result } : {});
  });

  it('ORCON is about what other parties originated', () => {
    const own = { from: 'BEL', to: ['DRA'], event: 'b@1', originator: 'BEL' };
    expect(verdicts(under([clause('ORCON', { onward: 'prohibited' })]), [{ type: 'reportShared', data: { ...own, report: 'b' }, audience: 'all' }])).toEqual({});
  });
});

describe('penalties and excuses', () => {
  it.each([{ kind: 'mou' as const, b: 1 }, { kind: 'agreement' as const, b: 2 }, { kind: 'treaty' as const, b: 3 }])('F.53 a $kind costs 4·$b of trust and $b PC per finding', ({ kind, b }) => {
    const state = under([COST, COST], { parties: ['ARD', 'BEL'], versions: instrument('m', [COST, COST], { kind }).versions });
    const { changes } = step(state, (desk) => judgeCompliance(desk, [paid('ARD', 4)]));
    expect(differences(changes)).toEqual({ 'trust/ARD/BEL': -8 * b, 'seat/BEL/politicalCapital': -2 * b });
  });

  it('excuses what a stricken ministry missed: S·x ≥ 6000', () => {
    const state = under([COST], {}, ({ crises, seats }) => {
      crises.C1!.severity = 86;
      seats.COR!.exposure.C1 = 69;
    });
    // ARD 86·60 = 5160, BEL 86·70 = 6020, COR 86·69 = 5934.
    expect(verdicts(state)).toEqual({ 'ARD COST_SHARE': 'missed', 'BEL COST_SHARE': 'excused', 'COR COST_SHARE': 'missed' });
  });

  it.each([{ exposure: 75, result: 'excused' }, { exposure: 74, result: 'missed' }])('excuses at S·x = 80·$exposure: $result', ({ exposure, result }) => {
    const state = under([COST], {}, ({ crises, seats }) => {
      crises.C1!.severity = 80;
      seats.COR!.exposure.C1 = exposure;
    });
    expect(verdicts(state)['COR COST_SHARE']).toBe(result);
  });

  it.each([
    { why: 'suspended', more: { status: 'suspended' as const } },
    { why: 'ended', more: { status: 'ended' as const } },
    { why: 'not yet in force', more: { status: 'signed' as const, binding: null, inForceSince: null } },
  ])('judges nothing under a text that is $why', ({ more }) => {
    expect(verdicts(under([COST, SHARE], more))).toEqual({});
  });

  it('judges the version that binds, not the amendment on the table', () => {
    const state = under([COST]);
    state.instruments.m!.versions.push({ version: 2, by: 'BEL', turn: 2, title: 'Text', kind: 'mou', clauses: [SHARE] });
    expect(Object.keys(verdicts(state))).toEqual(['ARD COST_SHARE', 'BEL COST_SHARE', 'COR COST_SHARE']);
  });
});

describe('obligations', () => {
  it('lists what is due and when, soonest first, and what is done already', () => {
    const state = under([EXERCISE(4), SHARE, NOTIFY], {}, ({ reports, deeds }) => {
      reports.ARD!.a = ownReport('a', 'ARD');
      deeds.push(shared('ARD', ['BEL'], 'a'));
    });
    expect(obligationsOf(state, 'ARD').map(({ id, kind, dueTurn, done }) => ({ id, kind, dueTurn, done }))).toEqual([
      { id: 'm/1', kind: 'INTEL_SHARE', dueTurn: 2, done: true }, { id: 'm/0', kind: 'EXERCISE', dueTurn: 4, done: false },
    ]);
    expect(obligationsOf(state, 'BEL').map(({ done }) => done)).toEqual([false, false]);
    expect(obligationsOf(state, 'DRA')).toEqual([]);
  });

  it('F.50 past the end of the exercise nothing is due', () => {
    expect(obligationsOf(under([EXERCISE(6)], { inForceSince: 2 }), 'ARD')).toEqual([]);
  });

  it('lists assistance from the turn that triggers it', () => {
    const state = under([ASSIST]);
    expect(obligationsOf(state, 'ARD')).toEqual([]);
    state.crises.C1!.history.push({ turn: 2, severity: 60, rung: 4 });
    expect(obligationsOf(state, 'ARD')).toMatchObject([{ kind: 'MUTUAL_ASSIST', dueTurn: 3 }]);
  });
});
