// Covert acts and their discovery: leaks, counterfeits, sweeps, inspections, releases, cyber operations, aid (model guide, section 3; rulings 40, 68-77).
import { describe, expect, it } from 'vitest';
import type { State } from '../../shared/model/state.ts';
import type { NewEvent } from '../../shared/model/events.ts';
import { ACTIONS } from '../../shared/rules/actions/catalogue.ts';
import { decide } from '../../shared/rules/decide.ts';
import { fuse } from '../../shared/rules/intelligence/fusion.ts';
import { detectionChance } from '../../shared/rules/intelligence/deception.ts';
import { illegality } from '../../shared/rules/intelligence/legality.ts';
import { guarded } from '../../shared/rules/intelligence/sweeps.ts';
import { recallMissing } from '../../shared/rules/recall.ts';
import { crises, reliefOf } from '../../shared/rules/steps/crisis.ts';
import { threatEvents } from '../../shared/rules/steps/threat-events.ts';
import { returnLoans } from '../../shared/rules/steps/loans.ts';
import { Working } from '../../shared/rules/working.ts';
import { scaled } from '../../shared/model/arithmetic.ts';
import { eventFor } from '../../shared/view/event-for.ts';
import { seatSight, seatView } from '../../shared/view/view-for.ts';
import { build, differences, fold, instrument, ownReport, refusalOf, step } from './build.ts';
import { Table } from './table.ts';

/** Resolves a deed of one seat alone and tells what happened. */
function done(state: State, host: string, action: string, params: Record<string, unknown>, parties = [host]) {
  const entry = ACTIONS[action]!;
  return step(state, (desk) => entry.resolve!(desk, { action, host, parties, params: entry.parameters.parse(params), orders: { [host]: 'order' }, declined: [] }));
}

/** A seed with which the draw comes out as wanted. */
function until(make: () => State, comesOut: (state: State) => boolean): State {
  for (let number = 0; number < 400; number += 1) {
    const seeded = () => Object.assign(make(), { seed: `seed-${number}` });
    if (comesOut(seeded())) return seeded();
  }
  throw new Error('no seed does it');
}

const types = (events: readonly NewEvent[]) => events.map(({ type }) => type);

describe('LEAK (action 27, ruling 73)', () => {
  const held = () => build((state) => {
    state.reports.ARD!.a = ownReport('A1', 'ARD', { id: 'a', event: 'A1@1', sharedWith: ['BEL'] });
    state.reports.BEL!.b = ownReport('A1', 'ARD', { id: 'b', event: 'A1@1', from: 'ARD', marking: 'S' });
  });
  const leaked = (is: boolean) => () => until(held, (state) => {
    done(state, 'BEL', 'LEAK', { report: 'b' });
    return state.trust.ARD!.BEL! < 60 === is;
  });
  const [untraced, traced] = [leaked(false), leaked(true)];

  it('H.73 gives everybody a copy with a letter no better than C, marked U, and burns the source', () => {
    const state = held();
    done(state, 'BEL', 'LEAK', { report: 'b' });
    for (const seat of ['COR', 'DRA']) expect(Object.values(state.reports[seat]!)).toMatchObject([{ event: 'A1@1', reliability: 'C', marking: 'U', from: 'control', originator: 'ARD' }]);
    expect(state.seats.ARD!.sources).toMatchObject([{ id: 'A1', burned: true, reliability: 'C' }]);
    expect(state.compromised.ARD).toBe(1);
  });
  it('H.73 tells everybody that a report is public and nobody by whom', () => {
    const state = untraced();
    const { events } = done(state, 'BEL', 'LEAK', { report: 'b' });
    const seen = events.filter((event) => eventFor(state, event as never, { kind: 'seat', seat: 'COR' }) !== null);
    expect(types(seen)).toEqual(['reportDelivered', 'reportPublished']);
    expect(JSON.stringify(seen, (key, value: unknown) => (key === 'releasable' ? [] : value))).not.toContain('BEL');
  });
  it('27 untraced: opinion +2 at home, and no more', () => {
    const { changes } = done(untraced(), 'BEL', 'LEAK', { report: 'b' });
    expect(differences(changes.filter(({ path }) => !path.startsWith('belief')))).toEqual({ 'seat/BEL/publicOpinion': 2 });
    expect(changes.find(({ path }) => path.endsWith('publicOpinion'))!.factors).toMatchObject([{ sees: ['BEL'] }]);
  });
  it('27 traced: the originator alone trusts 20 less, capital −5, and people at home mind', () => {
    const { changes } = done(traced(), 'BEL', 'LEAK', { report: 'b' });
    expect(differences(changes.filter(({ path }) => !path.startsWith('belief')))).toEqual({ 'seat/BEL/publicOpinion': -1, 'seat/BEL/politicalCapital': -5, 'trust/ARD/BEL': -20 });
  });
  it('27 one’s own report costs nobody trust, and nobody looks for the leaker', () => {
    const state = held();
    const { changes, events } = done(state, 'ARD', 'LEAK', { report: 'a' });
    expect(changes.filter(({ path }) => path.startsWith('trust'))).toEqual([]);
    expect(events.find(({ type }) => type === 'leakOccurred')!.audience).toEqual(['ARD']);
  });
  it('H.73 a sanitised report burns nothing', () => {
    const state = held();
    Object.assign(state.reports.BEL!.b!, { sanitised: true, event: 'opaque' });
    done(state, 'BEL', 'LEAK', { report: 'b' });
    expect(state.seats.ARD!.sources[0]!.burned).toBe(false);
  });
  it('27 two who leak the same report in one turn move belief once', () => {
    const state = held();
    const entry = ACTIONS.LEAK!;
    const { changes } = step(state, (desk) => {
      for (const [host, report] of [['ARD', 'a'], ['BEL', 'b']] as const) entry.resolve!(desk, { action: 'LEAK', host, parties: [host], params: { report }, orders: { [host]: 'o' }, declined: [] });
    });
    expect(differences(changes)['belief/COR/cables/sab']).toBe(26);
  });
});

describe('DECEIVE (action 28, ruling 72)', () => {
  const bare = () => build();
  const params = { threat: 'cables', claim: 'crim', to: ['BEL'], reliability: 'B', credibility: 3 };
  const believed = () => until(bare, (state) => { done(state, 'ARD', 'DECEIVE', params); return !Object.values(state.reports.BEL!)[0]!.fabricated; });
  const seenThrough = () => until(bare, (state) => { done(state, 'ARD', 'DECEIVE', params); return Object.values(state.reports.BEL!)[0]!.fabricated; });

  it('28 believed: it moves the target’s belief as a shared report would', () => {
    const { changes } = done(believed(), 'ARD', 'DECEIVE', params);
    expect(differences(changes)).toEqual({ 'belief/BEL/cables/crim': 34 });
  });
  it('28 a counterfeit looks like a sanitised report of the deceiver, share and all', () => {
    const state = believed();
    done(state, 'ARD', 'DECEIVE', params);
    expect(Object.values(seatView(state, 'BEL').reports)).toMatchObject([{ originator: 'ARD', from: 'ARD', sanitised: true, marking: 'U', fabricated: false, text: '' }]);
    expect(state.shares).toMatchObject([{ from: 'ARD', to: ['BEL'] }]);
    expect(Object.values(seatView(state, 'BEL').reports)[0]!.event).toMatch(/^[0-9a-z]{10}$/);
  });
  it('28 seen through: trust −25, grievance +5, capital −5, and belief stays', () => {
    const state = seenThrough();
    const { changes } = done(state, 'ARD', 'DECEIVE', params);
    expect(differences(changes)).toEqual({ 'trust/BEL/ARD': -25, 'pair/ARD-BEL/grievance': 5, 'seat/ARD/politicalCapital': -5 });
    expect(Object.values(state.reports.BEL!)[0]).toMatchObject({ fabricated: true, evidence: 0 });
    expect(state.shares).toEqual([]);
  });
  it('H.72 the maker’s own copy moves nothing and is no secret to it alone', () => {
    const state = believed();
    done(state, 'ARD', 'DECEIVE', params);
    expect(Object.values(state.reports.ARD!)).toMatchObject([{ fabricated: true, evidence: 0 }]);
    expect(JSON.stringify(seatView(state, 'BEL'))).not.toContain('deception');
  });
  it('H.72 punished once per deceiver and target, however often it is found', () => {
    const state = seenThrough();
    done(state, 'ARD', 'DECEIVE', params);
    state.turn = 3;
    const again = until(() => Object.assign(seenThrough(), { deceptions: structuredClone(state.deceptions) }), (one) => { one.turn = 3; const { events } = done(one, 'ARD', 'DECEIVE', { ...params, claim: 'acc' }); return types(events).includes('deceptionDetected'); });
    again.turn = 3;
    expect(differences(done(again, 'ARD', 'DECEIVE', { ...params, claim: 'acc' }).changes)['trust/BEL/ARD']).toBeUndefined();
  });
  it.each([
    ['SEC 60, nothing held', {}, 35], ['a contrary report held', { contrary: true }, 50], ['AI level 2', { ai: 2 }, 15], ['never below 5', { ai: 3, security: 0 }, 5], ['never above 90', { security: 100, contrary: true }, 60],
  ])('28 detection: %s', (_name, { contrary = false, ai = 0, security = 60 }: { contrary?: boolean; ai?: number; security?: number }, chance) => {
    const state = build((one) => {
      Object.assign(one.seats.BEL!, { ai, security });
      if (contrary) one.reports.BEL!.x = ownReport('B1', 'BEL', { claim: 'acc' });
    });
    expect(detectionChance(state, 'BEL', 'cables', 'crim')).toBe(chance);
  });
  it('28 no grade better than B2 is believed', () => {
    expect(ACTIONS.DECEIVE!.parameters.safeParse({ ...params, reliability: 'A' }).success).toBe(false);
    expect(ACTIONS.DECEIVE!.parameters.safeParse({ ...params, credibility: 1 }).success).toBe(false);
  });
});

describe('CI_SWEEP (action 29, ruling 74)', () => {
  const planted = () => build((state) => {
    state.reports.BEL!.fake = ownReport('x', 'ARD', { id: 'fake', event: 'opaque', from: 'ARD', claim: 'crim', evidence: 34, sanitised: true });
    state.beliefs.BEL!.cables!.crim = 34;
    state.deceptions.d = { id: 'd', by: 'ARD', to: ['BEL'], threat: 'cables', claim: 'crim', event: 'opaque', turn: 1, foundBy: [] };
    state.illicitShares.push({ id: 's', from: 'COR', to: ['DRA'], event: 'B1@1', originator: 'BEL', turn: 1, discovered: false });
  });
  const foundBoth = () => until(planted, (state) => { const { events } = done(state, 'BEL', 'CI_SWEEP', {}); return events.some(({ type, data }) => type === 'sweepDone' && (data as { found: number }).found === 2); });

  it('29 finds a counterfeit of the last turn: belief goes back, the report is marked, the deceiver pays', () => {
    const state = foundBoth();
    const { changes } = done(state, 'BEL', 'CI_SWEEP', {});
    expect(differences(changes)).toEqual({ 'belief/BEL/cables/crim': -34, 'trust/BEL/ARD': -25, 'pair/ARD-BEL/grievance': 5, 'seat/ARD/politicalCapital': -5, 'trust/BEL/COR': -15 });
    expect(state.reports.BEL!.fake!.fabricated).toBe(true);
    expect(state.illicitShares[0]!.discovered).toBe(true);
  });
  it('29 finds nothing aimed at others', () => {
    const { events, changes } = done(foundBoth(), 'DRA', 'CI_SWEEP', {});
    expect(events).toMatchObject([{ type: 'sweepDone', data: { found: 0 }, audience: ['DRA'] }]);
    expect(changes).toEqual([]);
  });
  it('H.74 looks for what others did: passing on one’s own report against the rules is no find', () => {
    const own = () => build((state) => { state.illicitShares.push({ id: 's', from: 'BEL', to: ['DRA'], event: 'B1@1', originator: 'BEL', turn: 1, discovered: false }); });
    for (let number = 0; number < 40; number += 1) {
      const { events, changes } = done(Object.assign(own(), { seed: `seed-${number}` }), 'BEL', 'CI_SWEEP', {});
      expect([events.map(({ data }) => (data as { found: number }).found), changes]).toEqual([[0], []]);
    }
  });
  it('H.74 looks back one turn and no further', () => {
    const state = foundBoth();
    state.turn = 3;
    expect(done(state, 'BEL', 'CI_SWEEP', {}).events).toMatchObject([{ type: 'sweepDone', data: { found: 0 } }]);
  });
  it('H.74 guards against leaks with SEC +10 in its own turn', () => {
    const state = planted();
    const before = guarded(state, 'BEL');
    done(state, 'BEL', 'CI_SWEEP', {});
    expect([before, guarded(state, 'BEL'), guarded(state, 'ARD'), state.seats.BEL!.security]).toEqual([60, 70, 65, 60]);
  });
});

describe('INSPECT (action 11) and uncovering (ruling 52)', () => {
  const breached = () => build((state) => {
    state.instruments.m = instrument('m', [{ kind: 'INFOSEC', params: { minimum: 70, ceiling: 'S' } }], { kind: 'agreement' });
    state.findings.push({ id: 'f', turn: 1, instrument: 'm', clause: 0, kind: 'INFOSEC', seat: 'COR', result: 'missed', visible: false, injured: ['ARD', 'BEL'] });
  });
  const params = { partner: 'COR', region: 'cor' };
  const saw = () => until(breached, (state) => { done(state, 'ARD', 'INSPECT', params, ['ARD', 'COR']); return state.findings[0]!.visible; });

  it('11 uncovers a hidden miss: every other party trusts 4b less, the breacher loses b', () => {
    const state = saw();
    const { changes, events } = done(state, 'ARD', 'INSPECT', params, ['ARD', 'COR']);
    expect(differences(changes)).toEqual({ 'trust/ARD/COR': -8, 'trust/BEL/COR': -8, 'seat/COR/politicalCapital': -2 });
    expect(events.find(({ type }) => type === 'findingUncovered')!.audience).toEqual(['ARD', 'BEL', 'COR']);
    expect(seatView(state, 'BEL').findings.f).toMatchObject({ visible: true });
  });
  it('11 shows the packages to the two, and to nobody else', () => {
    const state = saw();
    done(state, 'ARD', 'INSPECT', params, ['ARD', 'COR']);
    expect(Object.values(seatView(state, 'ARD').inspections)).toMatchObject([{ inspected: 'COR', packages: { SEA: 2, ISR: 1 }, found: ['INFOSEC'] }]);
    expect(seatView(state, 'BEL').inspections).toEqual({});
  });
  it('52 what is uncovered once is not punished twice', () => {
    const state = saw();
    done(state, 'ARD', 'INSPECT', params, ['ARD', 'COR']);
    expect(done(state, 'BEL', 'INSPECT', params, ['BEL', 'COR']).changes).toEqual([]);
  });
  it('11 under the clause a refusal is a miss; without a request nothing is due', () => {
    const state = build((one) => {
      one.instruments.m = instrument('m', [{ kind: 'INSPECT', params: { quota: 1, regions: ['cor'] } }]);
      one.phase = 'negotiation';
    });
    const table = new Table(state);
    table.ask('ARD', { type: 'invite', action: 'INSPECT', params });
    table.ask('COR', { type: 'answerInvitation', invitation: Object.keys(state.invitations)[0]!, accept: false });
    while (state.phase !== 'resolution') table.ask('control', { type: 'advancePhase' });
    expect(table.of('obligationFound').map(({ finding: { seat, kind, result } }) => [seat, kind, result])).toEqual([['COR', 'INSPECT', 'missed']]);
  });
});

describe('RELEASE (ruling 69)', () => {
  const controlled = () => build((state) => {
    state.reports.ARD!.a = ownReport('A1', 'ARD', { id: 'a', event: 'A1@1', marking: 'R', originatorControlled: true, sharedWith: ['BEL'] });
    state.reports.BEL!.b = ownReport('A1', 'ARD', { id: 'b', event: 'A1@1', from: 'ARD', marking: 'R', originatorControlled: true, releasable: ['BEL'] });
  });
  const request = { event: 'A1@1', originator: 'ARD', to: ['COR'] };

  it('H.69 without consent passing on is illegal; with it, it is lawful for those named alone', () => {
    const state = controlled();
    const table = new Table(state);
    const why = (to: string) => illegality(seatSight(state, 'BEL'), seatView(state, 'BEL').reports.b!, to);
    expect([why('COR'), why('DRA'), why('ARD')]).toEqual(['notReleasable', 'notReleasable', null]);
    table.ask('BEL', { type: 'invite', action: 'RELEASE', params: request });
    table.accept('ARD');
    expect([why('COR'), why('DRA')]).toEqual([null, 'notReleasable']);
    expect(table.of('releaseGranted')).toEqual([{ originator: 'ARD', holder: 'BEL', event: 'A1@1', to: ['COR'] }]);
  });
  it('H.69 takes effect at once, costs no points and leaves no order', () => {
    const state = controlled();
    const table = new Table(state);
    table.ask('BEL', { type: 'invite', action: 'RELEASE', params: request });
    table.accept('ARD');
    expect(state.seats.BEL!.pointsSpent).toBe(0);
    expect(seatView(state, 'BEL').sheet.orders).toEqual([]);
    expect(Object.values(state.invitations)[0]!.status).toBe('accepted');
  });
  it.each([
    ['a report one does not hold', { ...request, event: 'Z9@1' }, 'reportUnknown'],
    ['somebody who did not make it', { ...request, originator: 'COR', to: ['DRA'] }, 'notOriginator'],
    ['passing it to its originator', { ...request, to: ['ARD'] }, 'alreadyHolds'],
  ])('H.69 refuses %s', (_name, params, code) => {
    expect(refusalOf(controlled(), 'BEL', 'RELEASE', params)?.code).toBe(code);
  });
});

describe('FUSE and FUSION_CELL (action 26, ruling 77)', () => {
  const cell = (raw: boolean) => instrument('cell', [{ kind: 'FUSION_CELL', params: { host: 'ARD', raw } }], { parties: ['ARD', 'COR'] });
  it.each([[false, 'C'], [true, 'B']])('raw access %s: the letter ARD gives a report of COR’s, whom it trusts 50, is %s', (raw, letter) => {
    const state = build((one) => {
      one.instruments.cell = cell(raw);
      one.reports.COR!.c = ownReport('C1', 'COR', { reliability: 'B' });
    });
    step(state, (desk) => fuse(desk, ['ARD', 'COR'], 'cables'));
    expect(Object.values(state.reports.ARD!)).toMatchObject([{ reliability: letter }]);
  });
  it('H.77 a sanitised copy and its original count once inside the room', () => {
    const state = build((one) => {
      one.reports.ARD!.a = ownReport('A1', 'ARD', { event: 'A1@1', evidence: 34 });
      one.reports.BEL!.s = ownReport('s', 'ARD', { event: 'opaque', from: 'ARD', sanitised: true, credibility: 4, evidence: 9, reliability: 'B' });
      one.reportTruths.opaque = { genuine: true, parent: 'A1@1' };
    });
    const { changes } = step(state, (desk) => fuse(desk, ['ARD', 'BEL'], 'cables'));
    expect(differences(changes)).toEqual({ 'belief/BEL/cables/sab': 25 });
    expect(Object.keys(state.reports.BEL!)).toHaveLength(1);
  });
  it('26 costs nothing between the members of a cell', () => {
    const state = build((one) => { one.instruments.cell = cell(true); });
    const see = seatSight(state, 'ARD');
    const price = (partners: string[]) => ACTIONS.FUSE!.price(see, { partners, threat: 'cables' }, { role: 'host', parties: 2 }).money;
    expect([price(['COR']), price(['COR', 'BEL'])]).toEqual([0, 2]);
  });
  it('H.70 TOP SECRET passes within a cell alone, SECRET with INFOSEC and a secure link', () => {
    const state = build((one) => {
      one.instruments.i = instrument('i', [{ kind: 'INFOSEC', params: { minimum: 40, ceiling: 'TS' } }], { parties: ['ARD', 'COR'] });
      one.pairs['ARD-COR']!.channels.push('securelink');
      one.reports.ARD!.s = ownReport('A1', 'ARD', { id: 's', marking: 'S' });
      one.reports.ARD!.t = ownReport('A2', 'ARD', { id: 't', marking: 'TS' });
    });
    const why = (id: string) => illegality(seatSight(state, 'ARD'), seatView(state, 'ARD').reports[id]!, 'COR');
    const before = [why('s'), why('t')];
    state.instruments.cell = cell(false);
    expect([before, [why('s'), why('t')]]).toEqual([[null, 'classification'], [null, null]]);
  });
});

describe('CYBER_OP (action 33, ruling 40)', () => {
  const scheduled = () => build((state) => {
    const threat = state.scenario.threats.cables!;
    threat.events.push({ id: 'second', turn: 2, crisis: 'C1', type: 'second cable', severity: 9 });
  });
  const outcome = (mode: string, wanted: (events: readonly NewEvent[]) => boolean) => until(scheduled, (state) => wanted(done(state, 'ARD', 'CYBER_OP', { threat: 'cables', mode }).events));
  const success = (events: readonly NewEvent[]) => events.some(({ type, data }) => type === 'cyberOpDone' && (data as { success: boolean }).success);
  const exposed = (events: readonly NewEvent[]) => types(events).includes('cyberOperationExposed');

  it('40 a disruption that succeeds halves the next event for all, once', () => {
    const state = outcome('disrupt', success);
    done(state, 'ARD', 'CYBER_OP', { threat: 'cables', mode: 'disrupt' });
    expect(differences(step(state, threatEvents).changes)).toEqual({ 'crisis/C1/severity': 5 });
    expect(state.threats.cables!.nextHalved).toBe(false);
  });
  it('33 traced: pressure +4 everywhere, everybody knows, people at home mind', () => {
    const state = outcome('disrupt', exposed);
    const { events, changes } = done(state, 'ARD', 'CYBER_OP', { threat: 'cables', mode: 'disrupt' });
    expect(events.find(({ type }) => type === 'cyberOperationExposed')).toMatchObject({ audience: 'all', data: { seat: 'ARD' } });
    expect(state.pressures).toMatchObject([{ value: 4, region: null }]);
    expect(differences(changes)).toEqual({ 'seat/ARD/publicOpinion': -3 });
  });
  it('40 defending is never traced and shields the defender from half of the event', () => {
    const state = outcome('defend', success);
    const { events } = done(state, 'ARD', 'CYBER_OP', { threat: 'cables', mode: 'defend' });
    expect([exposed(events), events[0]!.audience]).toEqual([false, ['ARD']]);
    expect(differences(step(state, threatEvents).changes)).toEqual({ 'crisis/C1/severity': 9 });
    expect(state.crises.C1!.shields).toEqual({ ARD: 5 });
    const work = new Working(state, 0);
    crises(work);
    const severity = work.state.crises.C1!.severity;
    const harm = (work.events.find(({ type }) => type === 'crisisAssessed')!.data as { harm: Record<string, number> }).harm;
    expect([harm.ARD, harm.BEL]).toEqual([Math.floor(((severity - 5) * 60 + 500) / 1000), Math.floor((severity * 70 + 500) / 1000)]);
    expect(work.state.crises.C1!.shields).toEqual({});
  });
});

describe('CIVMIL (action 22)', () => {
  it('22 CMF +1, SEC −3, and a tenth more of each disaster relief package', () => {
    const state = build((one) => {
      one.scenario.threats.cables!.hypotheses.sab!.demand = { DIS: 40 };
      one.crises.C1!.deployments = { DRA: [{ domain: 'DIS', count: 1 }] };
    });
    const points = () => scaled(reliefOf(state, state.crises.C1!).points.DIS!, 1000);
    const before = points();
    const { changes } = done(state, 'DRA', 'CIVMIL', {});
    expect(differences(changes)).toEqual({ 'seat/DRA/civilMilitary': 1, 'seat/DRA/security': -3 });
    expect([before, points()]).toEqual([3000, 3300]);
  });
  it('22 ends at level 3', () => {
    const state = build((one) => { one.seats.ARD!.civilMilitary = 3; });
    expect(refusalOf(state, 'ARD', 'CIVMIL', {})?.code).toBe('capReached');
  });
});

describe('AID (action 19)', () => {
  it('19 money: the receiver has it, trusts ⌊x/2⌋ more, and an open gift makes its rivals uneasy', () => {
    const { changes } = done(build(), 'ARD', 'AID', { partner: 'BEL', what: 'money', amount: 9 });
    // BEL→ARD 64 of 95: gain(4) = 1; DRA and BEL are old rivals (G 60).
    expect(differences(changes)).toEqual({ 'seat/BEL/budget': 9, 'trust/BEL/ARD': 1, 'trust/DRA/ARD': -2 });
  });
  it('19 quietly: nobody else hears of it or minds', () => {
    const { changes, events } = done(build(), 'ARD', 'AID', { partner: 'BEL', what: 'capability', amount: 6, domain: 'SEA', public: false });
    expect(differences(changes)).toEqual({ 'seat/BEL/capability/SEA': 3, 'trust/BEL/ARD': 1 });
    expect(events).toMatchObject([{ type: 'aidGiven', audience: ['ARD', 'BEL'] }]);
  });
  it('19 a package on loan is the borrower’s for two more turns and then goes home', () => {
    const state = build();
    done(state, 'ARD', 'AID', { partner: 'BEL', what: 'package', domain: 'SEA' });
    const packages = () => [seatView(state, 'ARD').ministry.packages.SEA, seatView(state, 'BEL').ministry.packages.SEA];
    const lent = packages();
    state.turn = 4;
    step(state, returnLoans);
    const stillThere = packages();
    state.turn = 5;
    step(state, returnLoans);
    expect([lent, stillThere, packages()]).toEqual([[1, 3], [1, 3], [2, 2]]);
  });
  it('35 a package that is deployed and lent away is called home', () => {
    const state = build((one) => { one.crises.C1!.deployments = { ARD: [{ domain: 'SEA', count: 2 }] }; });
    done(state, 'ARD', 'AID', { partner: 'BEL', what: 'package', domain: 'SEA' });
    step(state, recallMissing);
    expect(state.crises.C1!.deployments.ARD).toEqual([{ domain: 'SEA', count: 1 }]);
  });
  it('19 refuses to lend what one does not have', () => {
    const state = build((one) => { one.seats.ARD!.extraPackages = { SEA: -2 }; });
    expect(refusalOf(state, 'ARD', 'AID', { partner: 'BEL', what: 'package', domain: 'SEA' })?.code).toBe('tooFewPackages');
  });
});

it('a covert order is refused for nothing that the seat may not know', () => {
  const state = build((one) => { one.phase = 'orders'; });
  const orders = [{ id: 'o', action: 'DECEIVE', params: { threat: 'cables', claim: 'sab', to: ['BEL'], reliability: 'C', credibility: 4 }, intent: '', invitation: null }];
  const decided = decide(state, { actor: { kind: 'participant', id: 'p', seat: 'ARD' }, command: { type: 'saveOrders', orders }, id: 'c', at: 0, nonce: '' });
  expect(decided.ok).toBe(true);
  fold(state, []);
});

describe('a forgery one knows of', () => {
  const state = () => build((bent) => { bent.reports.ARD!.f = ownReport('x', 'ARD', { id: 'f', event: 'opaque', fabricated: true, evidence: 0 }); });
  it.each([['SHARE', { report: 'f', to: ['BEL'] }], ['SANITISE', { report: 'f' }], ['LEAK', { report: 'f' }]])('28 is not used again: %s', (action, params) => {
    expect(refusalOf(state(), 'ARD', action, params)?.code).toBe('reportFabricated');
  });
});
