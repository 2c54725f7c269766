// Drafting: tabling and amending instruments, contradictions between clauses, and every refusal of a text (rulings 48 and 49).
import { describe, expect, it } from 'vitest';
import type { Clause, State } from '../../shared/model/state.ts';
import { instrumentsAtBriefing } from '../../shared/rules/instruments/lifecycle.ts';
import { act, build, draft, instrument, refusalOf, step } from './build.ts';

const clause = (kind: string, params: Record<string, unknown>): Clause => ({ kind, params });
const TERM = clause('TERM', { duration: 2, renewal: 'end', notice: 1 });
const SHARE = clause('INTEL_SHARE', { threats: [], minimum: 1, ceiling: 'C' });
const COST = clause('COST_SHARE', { key: 'equal', amount: 2 });
const SECURITY = (ceiling: string) => clause('INFOSEC', { minimum: 50, ceiling });
const TABLED = { title: 'Cable watch', kind: 'mou', parties: ['BEL', 'COR'], clauses: [SHARE, COST] };

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

describe('TABLE', () => {
  it('puts version 1 before the parties, the one who tables included, and signs for nobody', () => {
    const state = build();
    const { events } = act(state, 'ARD', 'TABLE', TABLED);
    expect(events).toMatchObject([{ type: 'instrumentTabled', audience: ['ARD', 'BEL', 'COR'] }]);
    const [held] = Object.values(state.instruments);
    expect(held).toMatchObject({ parties: ['ARD', 'BEL', 'COR'], status: 'tabled', signatures: {}, binding: null, tabledBy: 'ARD', classification: 'R' });
    expect(held!.versions).toHaveLength(1);
  });

  it.each([
    { why: 'two live drafts already', params: TABLED, code: 'tooManyDrafts', subject: null, bend: ({ instruments }: State) => { instruments.d = draft('d', [COST]); instruments.e = draft('e', [COST], { status: 'signed' }); } },
    { why: 'oneself among the others', params: { ...TABLED, parties: ['ARD'] }, code: 'partnerIsSelf', subject: 'parties' },
    { why: 'a seat not in play', params: { ...TABLED, parties: ['XYZ'] }, code: 'partnerNotInPlay', subject: 'parties' },
    { why: 'an unknown clause', params: { ...TABLED, clauses: [SHARE, clause('TELEPATHY', {})] }, code: 'clauseUnknown', subject: 'clauses/1' },
    { why: 'a clause named like a property of objects', params: { ...TABLED, clauses: [clause('constructor', {})] }, code: 'clauseUnknown', subject: 'clauses/0' },
    { why: 'a clause not yet available', params: TABLED, code: 'clauseLocked', subject: 'clauses/1', bend: (state: State) => { state.unlocked = { actions: ['TABLE'], clauses: ['INTEL_SHARE'] }; } },
    { why: 'an unbound parameter', params: { ...TABLED, clauses: [COST, SHARE, clause('INTEL_SHARE', { threats: [], ceiling: 'C' })] }, code: 'parameterMissing', subject: 'clauses/2/minimum' },
    { why: 'a parameter left empty', params: { ...TABLED, clauses: [clause('INTEL_SHARE', { threats: [], minimum: 1, ceiling: '' })] }, code: 'parameterMissing', subject: 'clauses/0/ceiling' },
    { why: 'a parameter out of range', params: { ...TABLED, clauses: [clause('COST_SHARE', { key: 'equal', amount: 500 })] }, code: 'parameterInvalid', subject: 'clauses/0/amount' },
    { why: 'a parameter of another kind', params: { ...TABLED, clauses: [clause('COST_SHARE', { key: 'equal', amount: 2, colour: 'red' })] }, code: 'parameterUnknown', subject: 'clauses/0/colour' },
    { why: 'a seat in a clause that is no party', params: { ...TABLED, clauses: [clause('TRAINING', { domain: 'SEA', provider: 'ARD', trainee: 'DRA', places: 1 })] }, code: 'parameterInvalid', subject: 'clauses/0/trainee' },
    { why: 'one seat on both ends', params: { ...TABLED, clauses: [clause('TRAINING', { domain: 'SEA', provider: 'ARD', trainee: 'ARD', places: 1 })] }, code: 'parameterInvalid', subject: 'clauses/0/trainee' },
    { why: 'a guest that is its own host', params: { ...TABLED, clauses: [clause('ACCESS', { host: 'BEL', guest: 'BEL', regions: ['bel'], cap: 1, purpose: 'relief' })] }, code: 'parameterInvalid', subject: 'clauses/0/guest' },
    { why: 'more participants than parties', params: { ...TABLED, clauses: [clause('EXERCISE', { domains: ['SEA'], every: 2, minimum: 4, rotation: false })] }, code: 'parameterInvalid', subject: 'clauses/0/minimum' },
    { why: 'more participants than parties, one named twice', params: { ...TABLED, parties: ['BEL', 'BEL'], clauses: [clause('EXERCISE', { domains: ['SEA'], every: 2, minimum: 3, rotation: false })] }, code: 'parameterInvalid', subject: 'clauses/0/minimum' },
    { why: 'an unknown crisis', params: { ...TABLED, clauses: [clause('MUTUAL_ASSIST', { crisis: 'C9', rung: 4, minimum: 1, within: 1 })] }, code: 'crisisUnknown', subject: 'clauses/0/crisis' },
    { why: 'an unknown threat', params: { ...TABLED, clauses: [clause('INTEL_SHARE', { threats: ['ghosts'], minimum: 1, ceiling: 'C' })] }, code: 'threatUnknown', subject: 'clauses/0/threats' },
    { why: 'an agreement without TERM', params: { ...TABLED, kind: 'agreement' }, code: 'termMissing', subject: 'clauses' },
    { why: 'a treaty without TERM', params: { ...TABLED, kind: 'treaty' }, code: 'termMissing', subject: 'clauses' },
  ])('is refused for $why: $code', ({ params, code, subject, bend }) => {
    expect(refusalOf(build(bend), 'ARD', 'TABLE', params)).toMatchObject({ code, subject });
  });

  it('does not count what is in force, ended or tabled by others as live drafts', () => {
    const state = build(({ instruments }) => {
      instruments.a = draft('a', [COST]);
      instruments.b = instrument('b', [COST]);
      instruments.c = draft('c', [COST], { tabledBy: 'BEL' });
      instruments.d = draft('d', [COST], { status: 'lapsed' });
    });
    expect(refusalOf(state, 'ARD', 'TABLE', TABLED)).toBeNull();
  });

  it('tells limits with a refusal: the range of a number, the number of parties', () => {
    const out = { ...TABLED, clauses: [clause('EXERCISE', { domains: ['SEA'], every: 9, minimum: 2, rotation: false })] };
    expect(refusalOf(build(), 'ARD', 'TABLE', out)?.params).toEqual({ kind: 'EXERCISE', min: 1, max: 6 });
    const many = { ...TABLED, clauses: [clause('EXERCISE', { domains: ['SEA'], every: 2, minimum: 4, rotation: false })] };
    expect(refusalOf(build(), 'ARD', 'TABLE', many)?.params).toEqual({ kind: 'EXERCISE', max: 3 });
  });
});

describe('F.49 contradictions', () => {
  it('names the pair: INTEL_SHARE above the ceiling of INFOSEC', () => {
    expect(refusalOf(build(), 'ARD', 'TABLE', { ...TABLED, clauses: [SHARE, SECURITY('R')] }))
      .toEqual({ code: 'clausesContradict', subject: 'clauses/0', params: { kind: 'INTEL_SHARE', other: 'INFOSEC', otherClause: 1, instrument: '' } });
    expect(refusalOf(build(), 'ARD', 'TABLE', { ...TABLED, clauses: [SHARE, SECURITY('C')] })).toBeNull();
  });

  it('with what is in force between two of the parties, not with what binds others', () => {
    const state = build(({ instruments }) => {
      instruments.m = instrument('m', [SECURITY('R')], { parties: ['ARD', 'BEL'] });
    });
    expect(refusalOf(state, 'ARD', 'TABLE', TABLED)).toEqual({ code: 'clausesContradict', subject: 'clauses/0', params: { kind: 'INTEL_SHARE', other: 'INFOSEC', otherClause: 0, instrument: 'm' } });
    expect(refusalOf(state, 'ARD', 'TABLE', { ...TABLED, parties: ['COR'] })).toBeNull();
  });

  it('does not hold an amendment against the text it replaces', () => {
    const state = inForce({}, [SECURITY('R')]);
    expect(refusalOf(state, 'ARD', 'AMEND', { instrument: 'm', version: 1, title: 'Text', kind: 'mou', clauses: [SECURITY('C'), SHARE] })).toBeNull();
  });
});

describe('AMEND', () => {
  const amended = { instrument: 'd', version: 1, title: 'Better text', kind: 'agreement', clauses: [COST, TERM] };

  it('makes a version of which earlier signatures do not count', () => {
    const state = withDraft({ signatures: { ARD: 1 } });
    act(state, 'BEL', 'AMEND', amended);
    expect(state.instruments.d).toMatchObject({ signatures: {}, status: 'tabled', versions: [{ version: 1 }, { version: 2, by: 'BEL', title: 'Better text' }] });
  });

  it('brings a text that all had signed back to the table', () => {
    const state = withDraft({ kind: 'agreement', status: 'signed', signatures: { ARD: 1, BEL: 1, COR: 1 } });
    act(state, 'BEL', 'AMEND', amended);
    expect(state.instruments.d!.status).toBe('tabled');
  });

  it.each([
    { why: 'unknown to the seat', seat: 'DRA', params: amended, code: 'instrumentUnknown', subject: 'instrument' },
    { why: 'a stale version, with both', seat: 'BEL', params: { ...amended, version: 3 }, code: 'staleVersion', subject: 'version', told: { named: 3, current: 1 } },
    { why: 'nothing changed', seat: 'BEL', params: { ...amended, title: 'Text', kind: 'mou' }, code: 'nothingChanged', subject: 'clauses' },
    { why: 'a text without TERM', seat: 'BEL', params: { ...amended, clauses: [COST] }, code: 'termMissing', subject: 'clauses' },
    { why: 'a text that lapsed', seat: 'BEL', params: amended, code: 'notTabled', subject: 'instrument', more: { status: 'lapsed' as const } },
    { why: 'a text somebody has ratified', seat: 'BEL', params: amended, code: 'alreadyRatified', subject: 'instrument', more: { status: 'signed' as const, ratifications: { ARD: 3 } } },
  ])('is refused for $why: $code', ({ seat, params, code, subject, more, told }) => {
    expect(refusalOf(withDraft(more), seat, 'AMEND', params)).toMatchObject({ code, subject, params: told ?? {} });
  });

  it('is refused to a seat that may read the text and is no party', () => {
    const state = inForce({ classification: 'U' });
    expect(refusalOf(state, 'DRA', 'AMEND', { ...amended, instrument: 'm' })).toMatchObject({ code: 'notParty' });
  });

  it('F.48 leaves the old text binding until all have agreed to the new one', () => {
    const state = inForce({}, [COST]);
    act(state, 'ARD', 'AMEND', { ...amended, instrument: 'm', kind: 'mou', clauses: [SHARE] });
    expect(state.instruments.m).toMatchObject({ status: 'inForce', binding: 1, inForceSince: 1 });
    for (const seat of ['ARD', 'BEL']) act(state, seat, 'SIGN', { instrument: 'm', version: 2 });
    expect(state.instruments.m!.binding).toBe(1);
    act(state, 'COR', 'SIGN', { instrument: 'm', version: 2 });
    expect(state.instruments.m).toMatchObject({ status: 'inForce', binding: 2, inForceSince: 2 });
  });

  it('F.48 without agreement in time nothing changes, and the number of the lapsed version is not used again', () => {
    const state = inForce({}, [COST]);
    act(state, 'ARD', 'AMEND', { ...amended, instrument: 'm', kind: 'mou', clauses: [SHARE] });
    state.turn = 5;
    step(state, instrumentsAtBriefing);
    expect(state.instruments.m).toMatchObject({ status: 'inForce', binding: 1, inForceSince: 1, signatures: { ARD: 1, BEL: 1, COR: 1 }, versions: [{ version: 1 }] });
    act(state, 'ARD', 'AMEND', { ...amended, instrument: 'm', kind: 'mou', clauses: [SHARE] });
    expect(state.instruments.m!.versions.map(({ version }) => version)).toEqual([1, 3]);
  });
});
