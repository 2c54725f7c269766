// The life of an instrument: signing, ratifying, suspending, leaving, lapsing and expiring, with every refusal (rulings, section F).
import { describe, expect, it } from 'vitest';
import type { Clause, Finding, State } from '../../shared/model/state.ts';
import { instrumentsAtBriefing, instrumentsAtStart, instrumentsAtStep5 } from '../../shared/rules/instruments/lifecycle.ts';
import { act, build, differences, draft, fold, instrument, refusalOf, step } from './build.ts';

const clause = (kind: string, params: Record<string, unknown>): Clause => ({ kind, params });
const TERM = clause('TERM', { duration: 2, renewal: 'end', notice: 1 });
const COST = clause('COST_SHARE', { key: 'equal', amount: 2 });
const types = (events: { type: string }[]) => events.map(({ type }) => type);
const missed = (more: Partial<Finding> = {}): Finding =>
  ({ id: 'f', turn: 1, instrument: 'm', clause: 0, kind: 'COST_SHARE', seat: 'BEL', result: 'missed', visible: true, injured: ['ARD', 'COR'], ...more });

function withDraft(more: Parameters<typeof draft>[2] = {}, bend: (state: State) => void = () => {}): State {
  return build((state) => {
    state.instruments.d = draft('d', [COST, TERM], more);
    bend(state);
  });
}

function inForce(more: Parameters<typeof instrument>[2] = {}, clauses: Clause[] = [COST]): State {
  return build((state) => {
    state.instruments.m = instrument('m', clauses, more);
  });
}

describe('SIGN', () => {
  const sign = { instrument: 'd', version: 1 };

  it('F.16 the last signature brings an MoU into force at once, so that it binds this Resolution', () => {
    const state = withDraft();
    expect(types(act(state, 'ARD', 'SIGN', sign).events)).toEqual(['instrumentSigned']);
    expect(types(act(state, 'BEL', 'SIGN', sign).events)).toEqual(['instrumentSigned']);
    expect(types(act(state, 'COR', 'SIGN', sign).events)).toEqual(['instrumentSigned', 'instrumentFullySigned', 'instrumentEnteredIntoForce']);
    expect(state.instruments.d).toMatchObject({ status: 'inForce', binding: 1, inForceSince: 2 });
  });

  it('an agreement that all have signed waits for ratification', () => {
    const state = withDraft({ kind: 'agreement', signatures: { ARD: 1, BEL: 1 } });
    act(state, 'COR', 'SIGN', sign);
    expect(state.instruments.d).toMatchObject({ status: 'signed', binding: null });
  });

  it('is told to the parties; entry into force to all if unclassified', () => {
    const open = withDraft({ classification: 'U', signatures: { ARD: 1, BEL: 1 } });
    const closed = withDraft({ signatures: { ARD: 1, BEL: 1 } });
    const parties = ['ARD', 'BEL', 'COR'];
    expect(act(open, 'COR', 'SIGN', sign).events.map(({ audience }) => audience)).toEqual([parties, parties, 'all']);
    expect(act(closed, 'COR', 'SIGN', sign).events.map(({ audience }) => audience)).toEqual([parties, parties, parties]);
  });

  it.each([
    { why: 'a draft unknown to the seat', seat: 'DRA', params: sign, code: 'instrumentUnknown' },
    { why: 'a stale version, with both', seat: 'ARD', params: { ...sign, version: 2 }, code: 'staleVersion', told: { named: 2, current: 1 } },
    { why: 'a second signature', seat: 'ARD', params: sign, code: 'alreadySigned', more: { signatures: { ARD: 1 } } },
    { why: 'a text in force without amendment', seat: 'ARD', params: sign, code: 'notTabled', more: { status: 'inForce' as const, binding: 1, inForceSince: 1 } },
    { why: 'a text that ended', seat: 'ARD', params: sign, code: 'notTabled', more: { status: 'ended' as const } },
  ])('is refused for $why: $code', ({ seat, params, code, told, more }) => {
    expect(refusalOf(withDraft(more), seat, 'SIGN', params)).toMatchObject({ code, params: told ?? {} });
  });

  it('is refused to a seat that may read the text and is no party', () => {
    expect(refusalOf(inForce({ classification: 'U' }), 'DRA', 'SIGN', { instrument: 'm', version: 1 })).toMatchObject({ code: 'notParty' });
  });
});

describe('RATIFY', () => {
  const signed = (more: Parameters<typeof draft>[2] = {}, bend?: (state: State) => void) =>
    withDraft({ kind: 'treaty', status: 'signed', signatures: { ARD: 1, BEL: 1, COR: 1 }, ...more }, bend);

  it('F.44 costs each ratifier its own price once, and enters into force at the next Briefing', () => {
    const state = signed();
    // ARD: A = 46 − ⌊6/5⌉ − ⌊10/4⌉ = 42; BEL: 41 − 1 − ⌊15/4⌉ = 36; COR: 44 − 1 − 4 = 39.
    expect(differences(act(state, 'ARD', 'RATIFY', { instrument: 'd' }).changes)).toEqual({ 'seat/ARD/politicalCapital': -3 });
    expect(differences(act(state, 'BEL', 'RATIFY', { instrument: 'd' }).changes)).toEqual({ 'seat/BEL/politicalCapital': -7 });
    const last = act(state, 'COR', 'RATIFY', { instrument: 'd' });
    expect(differences(last.changes)).toEqual({ 'seat/COR/politicalCapital': -4 });
    expect(types(last.events)).toEqual(['instrumentRatified', 'instrumentConcluded']);
    expect(state.instruments.d).toMatchObject({ status: 'signed', binding: null, entersTurn: 3 });
    step(state, instrumentsAtBriefing);
    expect(state.instruments.d!.status).toBe('signed');
    state.turn = 3;
    step(state, instrumentsAtBriefing);
    expect(state.instruments.d).toMatchObject({ status: 'inForce', binding: 1, inForceSince: 3, entersTurn: null });
  });

  it('F.44 is never refused on acceptability, only on capital', () => {
    const poor = signed({}, ({ seats }) => {
      Object.assign(seats.ARD!, { publicOpinion: 0, politicalCapital: 26 });
    });
    // A = 13 − 1 − 3 = 9, so the price is 3 + 31.
    expect(refusalOf(poor, 'ARD', 'RATIFY', { instrument: 'd' })).toEqual({ code: 'tooLittleCapital', subject: null, params: { price: 34, capital: 26 } });
    poor.seats.ARD!.politicalCapital = 33;
    expect(refusalOf(poor, 'ARD', 'RATIFY', { instrument: 'd' })).toBeNull();
  });

  it.each([
    { why: 'a text not signed by all', code: 'notFullySigned', more: { status: 'tabled' as const, signatures: { ARD: 1 } } },
    { why: 'an MoU', code: 'notFullySigned', more: { kind: 'mou' as const } },
    { why: 'a text that lapsed', code: 'notFullySigned', more: { status: 'lapsed' as const } },
    { why: 'a second ratification', code: 'alreadyRatified', more: { ratifications: { ARD: 3 } } },
    { why: 'a text that is in force', code: 'alreadyRatified', more: { status: 'inForce' as const, binding: 1, inForceSince: 1 } },
  ])('is refused for $why: $code', ({ code, more }) => {
    expect(refusalOf(signed(more), 'ARD', 'RATIFY', { instrument: 'd' })).toMatchObject({ code, subject: 'instrument' });
  });

  it('is refused to outsiders', () => {
    expect(refusalOf(signed(), 'DRA', 'RATIFY', { instrument: 'd' })).toMatchObject({ code: 'instrumentUnknown' });
    expect(refusalOf(inForce({ classification: 'U' }), 'DRA', 'RATIFY', { instrument: 'm' })).toMatchObject({ code: 'notParty' });
  });

  it('F.48 of an amendment costs only what it adds', () => {
    const access = clause('ACCESS', { host: 'ARD', guest: 'BEL', regions: ['ard'], cap: 1, purpose: 'basing' });
    const state = inForce({ kind: 'treaty' }, [COST, TERM]);
    act(state, 'BEL', 'AMEND', { instrument: 'm', version: 1, title: 'Text', kind: 'treaty', clauses: [COST, TERM, access] });
    for (const seat of ['ARD', 'BEL', 'COR']) act(state, seat, 'SIGN', { instrument: 'm', version: 2 });
    expect(state.instruments.m).toMatchObject({ status: 'inForce', binding: 1 });
    // ARD: A falls from 42 to 46 − ⌊24/5⌉ − 3 = 38, so the price rises from 3 to 5.
    expect(differences(act(state, 'ARD', 'RATIFY', { instrument: 'm' }).changes)).toEqual({ 'seat/ARD/politicalCapital': -2 });
    expect(differences(act(state, 'BEL', 'RATIFY', { instrument: 'm' }).changes)).toEqual({});
    act(state, 'COR', 'RATIFY', { instrument: 'm' });
    state.turn = 3;
    step(state, instrumentsAtBriefing);
    expect(state.instruments.m).toMatchObject({ binding: 2, inForceSince: 3 });
  });
});

describe('lapsing', () => {
  it.each([
    { status: 'tabled' as const, turn: 4, lapsed: false },
    { status: 'tabled' as const, turn: 5, lapsed: true },
    { status: 'signed' as const, turn: 5, lapsed: true },
  ])('of a text $status in turn 2, at the Briefing of turn $turn: $lapsed', ({ status, turn, lapsed }) => {
    const state = withDraft({ status, kind: 'agreement' });
    state.turn = turn;
    step(state, instrumentsAtBriefing);
    expect(state.instruments.d!.status).toBe(lapsed ? 'lapsed' : status);
  });

  it('does not touch what is concluded', () => {
    const state = withDraft({ status: 'signed', kind: 'agreement', entersTurn: 5 });
    state.turn = 5;
    expect(types(step(state, instrumentsAtBriefing).events)).toEqual(['instrumentEnteredIntoForce']);
  });
});

describe('SUSPEND', () => {
  it.each([
    { why: 'a visible miss of another party', finding: missed(), lawful: true },
    { why: 'a miss of two turns ago', finding: missed({ turn: 0 }), lawful: true },
    { why: 'a miss of three turns ago', finding: missed({ turn: -1 }), lawful: false },
    { why: 'a hidden miss', finding: missed({ visible: false }), lawful: false },
    { why: 'a miss of one\'s own', finding: missed({ seat: 'ARD' }), lawful: false },
    { why: 'a miss under another text', finding: missed({ instrument: 'x' }), lawful: false },
    { why: 'a duty that was met', finding: missed({ result: 'met' }), lawful: false },
  ])('F.54 on $why: lawful $lawful', ({ finding, lawful }) => {
    const state = inForce({ kind: 'agreement' });
    state.findings.push(finding);
    const { events, changes } = act(state, 'ARD', 'SUSPEND', { instrument: 'm' });
    expect(events).toMatchObject([{ type: 'instrumentSuspended', data: { seat: 'ARD', lawful } }]);
    expect(differences(changes)).toEqual(lawful ? {} : { 'trust/BEL/ARD': -8, 'trust/COR/ARD': -8, 'seat/ARD/politicalCapital': -4 });
    expect(state.instruments.m).toMatchObject({ status: 'suspended', suspendedBy: 'ARD' });
  });

  it('is lifted by the one who suspended; terms and windows run on', () => {
    const state = inForce({ status: 'suspended', suspendedBy: 'ARD' });
    expect(refusalOf(state, 'BEL', 'SUSPEND', { instrument: 'm', lift: true })).toMatchObject({ code: 'notInForce' });
    act(state, 'ARD', 'SUSPEND', { instrument: 'm', lift: true });
    expect(state.instruments.m).toMatchObject({ status: 'inForce', suspendedBy: null, inForceSince: 1, binding: 1 });
  });

  it('does not lose an amendment under way when it is lifted', () => {
    const state = inForce({ status: 'suspended', suspendedBy: 'ARD', kind: 'agreement' }, [COST, TERM]);
    act(state, 'BEL', 'AMEND', { instrument: 'm', version: 1, title: 'New', kind: 'agreement', clauses: [COST, TERM] });
    act(state, 'ARD', 'SUSPEND', { instrument: 'm', lift: true });
    expect(state.instruments.m).toMatchObject({ binding: 1, versions: [{ version: 1 }, { version: 2 }] });
  });

  it.each([
    { why: 'a draft', more: { status: 'tabled' as const, binding: null, inForceSince: null }, seat: 'ARD', code: 'notInForce' },
    { why: 'what is suspended already', more: { status: 'suspended' as const, suspendedBy: 'BEL' }, seat: 'ARD', code: 'notInForce' },
    { why: 'an outsider who cannot see it', more: {}, seat: 'DRA', code: 'instrumentUnknown' },
    { why: 'an outsider who can', more: { classification: 'U' as const }, seat: 'DRA', code: 'notParty' },
  ])('is refused for $why: $code', ({ more, seat, code }) => {
    expect(refusalOf(inForce(more), seat, 'SUSPEND', { instrument: 'm' })).toMatchObject({ code });
  });
});

describe('WITHDRAW', () => {
  it.each([
    { kind: 'mou' as const, clauses: [COST], effective: 2 },
    { kind: 'agreement' as const, clauses: [COST], effective: 3 },
    { kind: 'treaty' as const, clauses: [COST], effective: 4 },
    { kind: 'treaty' as const, clauses: [COST, TERM], effective: 3 },
  ])('F.54 from a $kind with $clauses.length clauses takes effect in turn $effective, free of penalty', ({ kind, clauses, effective }) => {
    const state = inForce({ kind }, clauses);
    const { events, changes } = act(state, 'COR', 'WITHDRAW', { instrument: 'm' });
    expect(events).toMatchObject([{ type: 'withdrawalNotified', data: { seat: 'COR', effective, lawful: true } }]);
    expect(changes).toEqual([]);
  });

  it('F.54 leaving a treaty at once is unlawful: 12 of trust with each party, 6 PC', () => {
    const state = inForce({ kind: 'treaty' });
    const { events, changes } = act(state, 'COR', 'WITHDRAW', { instrument: 'm', atOnce: true });
    expect(events).toMatchObject([{ data: { effective: 2, lawful: false } }]);
    expect(differences(changes)).toEqual({ 'trust/ARD/COR': -12, 'trust/BEL/COR': -12, 'seat/COR/politicalCapital': -6 });
  });

  it.each([
    { why: 'no notice to wait for', kind: 'mou' as const, finding: null },
    { why: 'another party\'s miss', kind: 'treaty' as const, finding: missed() },
  ])('leaving at once is lawful with $why', ({ kind, finding }) => {
    const state = inForce({ kind });
    if (finding) state.findings.push(finding);
    const { events, changes } = act(state, 'COR', 'WITHDRAW', { instrument: 'm', atOnce: true });
    expect(events).toMatchObject([{ data: { effective: 2, lawful: true } }]);
    expect(changes).toEqual([]);
  });

  it('F.54 duties run until step 5 of the turn the notice ends; two are left, the text binds them', () => {
    const state = inForce({ withdrawals: { COR: 3 } });
    expect(step(state, instrumentsAtStep5).events).toEqual([]);
    state.turn = 3;
    expect(types(step(state, instrumentsAtStep5).events)).toEqual(['partyLeft']);
    expect(state.instruments.m).toMatchObject({ status: 'inForce', parties: ['ARD', 'BEL'], withdrawals: {} });
  });

  it('F.54 one left: it ends', () => {
    const state = inForce({ withdrawals: { COR: 2, BEL: 1 } });
    expect(step(state, instrumentsAtStep5).events).toMatchObject([{ type: 'partyLeft', data: { seat: 'BEL' } }, { type: 'partyLeft', data: { seat: 'COR' } }, { type: 'instrumentEnded', data: { reason: 'withdrawn' } }]);
    expect(state.instruments.m).toMatchObject({ status: 'ended', endedTurn: 2 });
  });

  it('takes one\'s own draft off the table', () => {
    const state = withDraft();
    act(state, 'ARD', 'WITHDRAW', { instrument: 'd' });
    expect(state.instruments.d!.status).toBe('lapsed');
  });

  it.each([
    { why: 'somebody else\'s draft', more: { status: 'tabled' as const, binding: null, inForceSince: null }, seat: 'BEL', code: 'notInForce' },
    { why: 'notice given before', more: { withdrawals: { BEL: 3 } }, seat: 'BEL', code: 'alreadyWithdrawn' },
    { why: 'what has ended', more: { status: 'ended' as const }, seat: 'BEL', code: 'notInForce' },
    { why: 'an outsider who cannot see it', more: {}, seat: 'DRA', code: 'instrumentUnknown' },
    { why: 'an outsider who can', more: { classification: 'U' as const }, seat: 'DRA', code: 'notParty' },
  ])('is refused for $why: $code', ({ more, seat, code }) => {
    expect(refusalOf(inForce(more), seat, 'WITHDRAW', { instrument: 'm' })).toMatchObject({ code });
  });
});

describe('what a scenario begins with', () => {
  const begun = (status: 'tabled' | 'inForce', more: Record<string, unknown> = {}, leftOut: string[] = []) => {
    const state = build((it) => {
      it.turn = 1;
      for (const seat of leftOut) it.scenario.seats[seat] = it.scenario.seats.ARD!;
      (it.scenario as { instruments: unknown }).instruments = [{ id: 'old', title: 'Old', kind: 'treaty', parties: ['COR', 'ARD'], classification: 'U', status, clauses: [COST, TERM], ...more }];
    });
    return { state, ...step(state, instrumentsAtStart) };
  };

  it('is on the table of its parties', () => {
    const { state, events } = begun('tabled');
    expect(events).toMatchObject([{ type: 'instrumentTabled', audience: ['ARD', 'COR'], data: { by: 'control' } }]);
    expect(Object.values(state.instruments)).toMatchObject([{ status: 'tabled', parties: ['ARD', 'COR'], signatures: {} }]);
  });

  it('or in force, known to all if unclassified', () => {
    const { state, events } = begun('inForce');
    expect(events.map(({ audience }) => audience)).toEqual([['ARD', 'COR'], 'all']);
    expect(Object.values(state.instruments)).toMatchObject([{ status: 'inForce', binding: 1, inForceSince: 1, signatures: { ARD: 1, COR: 1 } }]);
    expect(begun('inForce', { classification: 'R' }).events.map(({ audience }) => audience)).toEqual([['ARD', 'COR'], ['ARD', 'COR']]);
  });

  it.each([
    { what: 'a draft', status: 'tabled' as const, parties: ['ARD', 'COR', 'XYZ'], bound: null },
    { what: 'a text of one who is there', status: 'inForce' as const, parties: ['ARD', 'XYZ'], bound: null },
    { what: 'a text of two who are there', status: 'inForce' as const, parties: ['COR', 'ARD', 'XYZ'], bound: ['ARD', 'COR'] },
    {
      what: 'a text about one who is not', status: 'inForce' as const, parties: ['COR', 'ARD', 'XYZ'], bound: null,
      clauses: [{ kind: 'ACCESS', params: { host: 'XYZ', guest: 'ARD', regions: ['sound'], cap: 1, purpose: 'transit' } }, TERM],
    },
  ])('with a party not in play: $what binds $bound', ({ status, parties, bound, clauses = [COST, TERM] }) => {
    const { state } = begun(status, { parties, clauses, tabledBy: 'XYZ' }, ['XYZ']);
    expect(Object.values(state.instruments).map((one) => [one.tabledBy, one.parties])).toEqual(bound ? [['control', bound]] : []);
  });
});

describe('folding of events', () => {
  it('counts a text that a scenario begins with as signed', () => {
    const state = build();
    fold(state, [
      { type: 'instrumentTabled', data: { instrument: 's', by: 'control', parties: ['BEL', 'ARD'], kind: 'treaty', title: 'Old', classification: 'U', clauses: [COST, TERM] }, audience: 'all' },
      { type: 'instrumentEnteredIntoForce', data: { instrument: 's', version: 1 }, audience: 'all' },
    ]);
    expect(state.instruments.s).toMatchObject({ status: 'inForce', parties: ['ARD', 'BEL'], signatures: { ARD: 1, BEL: 1 }, inForceSince: 2 });
  });

  it('is total: what names an unknown instrument changes nothing', () => {
    const state = build();
    fold(state, [
      { type: 'instrumentSigned', data: { instrument: 'x', seat: 'ARD', version: 1 }, audience: 'all' },
      { type: 'instrumentEnteredIntoForce', data: { instrument: 'x', version: 1 }, audience: 'all' },
      { type: 'partyLeft', data: { instrument: 'x', seat: 'ARD' }, audience: 'all' },
      { type: 'instrumentLapsed', data: { instrument: 'x' }, audience: 'all' },
    ]);
    expect(state.instruments).toEqual({});
  });
});

describe('F.55 TERM', () => {
  it.each([
    { renewal: 'end', turn: 2, status: 'inForce' },
    { renewal: 'end', turn: 3, status: 'ended' },
    { renewal: 'auto', turn: 3, status: 'inForce' },
  ])('of two turns from turn 1, renewal $renewal, at step 5 of turn $turn: $status', ({ renewal, turn, status }) => {
    const state = inForce({}, [COST, clause('TERM', { duration: 2, renewal, notice: 0 })]);
    state.turn = turn;
    step(state, instrumentsAtStep5);
    expect(state.instruments.m!.status).toBe(status);
  });
});
