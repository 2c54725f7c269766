// Disputes and pledges on the screen: who may say what in which stage, what waits, which missed duty can be disputed, and how pledges are grouped.
import { describe, expect, it } from 'vitest';
import { disputeFor, movesFor, pledgesOf, stagesOf, waitingDisputes } from '../../client/panels/instruments/disputes.ts';
import { remedyText } from '../../client/panels/instruments/dispute-card.tsx';
import type { Dispute, Finding, Pledge } from '../../shared/model/state.ts';
import type { Sight } from '../../shared/view/view.ts';
import { Table } from './fixture.ts';

const table = new Table({ everything: true });
table.until('negotiation');
const INSTRUMENT = Object.keys(table.state.instruments)[0]!;

const dispute = (part: Partial<Dispute> = {}): Dispute => ({
  id: 'd', instrument: INSTRUMENT, clause: 0, kind: 'TRAINING', about: 1, filer: 'NIH', respondent: 'COL', method: 'arbitration', imposed: { kind: 'pay', amount: 3 },
  stage: 'consultation', status: 'open', filedTurn: 1, stageTurn: 1, asked: [], proposal: null, remedy: null, seenBy: ['COL', 'NIH'], ...part,
});
const proposal = (by: string, answers: NonNullable<Dispute['proposal']>['answers'] = {}) => ({ by, remedy: { kind: 'pay' as const, amount: 2, crisis: null }, answers });
const sight = (seat: string, held: Dispute): Sight => {
  const see = table.sight(seat);
  return { ...see, own: { ...see.own, disputes: { [held.id]: held } } };
};

describe('moves in a dispute', () => {
  it.each<[string, string, Partial<Dispute>, string[]]>([
    ['the filer with nothing proposed', 'NIH', {}, ['propose', 'ask', 'drop']],
    ['the respondent with nothing proposed', 'COL', {}, ['propose', 'ask']],
    ['the respondent with a proposal of the filer', 'COL', { proposal: proposal('NIH') }, ['accept', 'refuse', 'propose', 'ask']],
    ['the one who proposed', 'NIH', { proposal: proposal('NIH') }, ['propose', 'ask', 'drop']],
    ['a side whose text knows only consultation', 'COL', { method: 'consultation' }, ['propose']],
    ['a third seat in consultation', 'HAN', {}, []],
    ['a third seat in mediation', 'HAN', { stage: 'mediation' }, ['propose']],
    ['a side in mediation before the mediator has spoken', 'COL', { stage: 'mediation' }, ['ask']],
    ['a side in mediation', 'COL', { stage: 'mediation', proposal: proposal('HAN') }, ['accept', 'refuse', 'ask']],
    ['anybody in arbitration but the filer, who may drop it', 'NIH', { stage: 'arbitration' }, ['drop']],
    ['anybody, once it is settled', 'NIH', { status: 'settled' }, []],
  ])('of %s', (_who, seat, part, moves) => {
    const held = dispute(part);
    expect(movesFor(sight(seat, held), held)).toEqual(moves);
  });

  it('are the ones the rules allow', () => {
    const held = dispute({ proposal: proposal('NIH') });
    table.state.disputes.d = held;
    table.act('COL', 'REMEDY', { dispute: 'd', move: 'refuse' });
    expect(table.state.disputes.d!.proposal!.answers).toEqual({ COL: 'refused' });
    delete table.state.disputes.d;
  });
});

describe('what waits', () => {
  it.each<[string, string, Partial<Dispute>, number]>([
    ['a proposal to answer', 'COL', { proposal: proposal('NIH') }, 1],
    ['not one’s own proposal', 'NIH', { proposal: proposal('NIH') }, 0],
    ['a mediation one was asked for', 'HAN', { stage: 'mediation', asked: ['HAN'] }, 1],
    ['not a mediation in which somebody has spoken', 'HAN', { stage: 'mediation', asked: ['HAN'], proposal: proposal('MER') }, 0],
  ])('is %s', (_what, seat, part, count) => {
    expect(waitingDisputes(sight(seat, dispute(part)))).toHaveLength(count);
  });
});

describe('a dispute', () => {
  it('shows the stages that its text allows', () => {
    expect(stagesOf(dispute({ stage: 'mediation' })).map(({ state }) => state)).toEqual(['past', 'now', 'later']);
    expect(stagesOf(dispute({ method: 'consultation', status: 'closed' })).map(({ state }) => state)).toEqual(['past']);
  });
  it('says what is asked of whom', () => {
    const view = table.sight('NIH').public;
    expect(remedyText(view, dispute(), { kind: 'deploy', amount: 2, crisis: 'karsa' })).toBe('Columbria sends 2 packages to Karsa launches.');
    expect(remedyText(view, dispute(), { kind: 'pay', amount: 1, crisis: null })).toBe('Columbria pays Nihara 1 credit.');
  });
});

describe('a missed duty', () => {
  const finding = (part: Partial<Finding> = {}): Finding => ({ id: 'f', turn: 1, instrument: INSTRUMENT, clause: 0, kind: 'TRAINING', seat: 'COL', result: 'missed', visible: true, injured: ['NIH'], ...part });
  const see = table.sight('NIH');
  const held = see.own.instruments[INSTRUMENT]!;
  const later: Sight = { public: { ...see.public, exercise: { ...see.public.exercise, turn: 2 } }, own: { ...see.own, instruments: { [INSTRUMENT]: { ...held, status: 'inForce', binding: 1, inForceSince: 1 } } } };
  it('of another party can be disputed, once', () => {
    const place = held.versions[0]!.clauses.findIndex(({ kind }) => kind === 'TRAINING');
    const params = { instrument: INSTRUMENT, partner: 'COL', clause: place + 1, turn: 1 };
    expect(disputeFor(later, finding({ clause: place }))).toEqual(params);
    const filed = { ...later, own: { ...later.own, disputes: { d: dispute({ clause: place }) } } };
    expect(disputeFor(filed, finding({ clause: place }))).toBeNull();
  });
  it('of one’s own, or one that was kept, cannot', () => {
    expect([disputeFor(later, finding({ seat: 'NIH' })), disputeFor(later, finding({ result: 'met' }))]).toEqual([null, null]);
  });
});

describe('pledges', () => {
  it('are grouped by who gave them to whom; an observer knows the public ones', () => {
    const pledge = (id: string, by: string, to: string[]): Pledge => ({ id, by, to, clause: null, text: 'Words.', stake: 0, turn: 1, dueTurn: 1, status: 'said' });
    const see = table.sight('NIH');
    const told: Sight = { public: { ...see.public, pledges: { a: pledge('a', 'COL', []), b: pledge('b', 'NIH', []) } }, own: { ...see.own, pledges: { c: pledge('c', 'HAN', ['NIH']) } } };
    const groups = (seat: Sight | null) => pledgesOf(told.public, seat).map(({ group, pledges }) => [group, pledges.map(({ id }) => id)]);
    expect(groups(told)).toEqual([['ours', ['b']], ['toUs', ['c']], ['public', ['a']]]);
    expect(groups(null)).toEqual([['public', ['a', 'b']]]);
  });
});
