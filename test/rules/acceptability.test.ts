// What ratification costs and why: acceptability, thresholds and prices (model guide, section 3; rulings 44-48).
import { describe, expect, it } from 'vitest';
import { ratificationInSight, ratificationInState, ratificationOf, acceptabilityOf, intrusivenessInForce, intrusivenessOf } from '../../shared/rules/instruments/acceptability.ts';
import type { Clause } from '../../shared/model/state.ts';
import { parameters } from '../../shared/scenario/schema.ts';
import { seatSight } from '../../shared/view/view-for.ts';
import { build, draft, instrument } from './build.ts';

const ACCESS = (host: string, guest: string): Clause => ({ kind: 'ACCESS', params: { host, guest, regions: ['ard'], cap: 2, purpose: 'transit' } });
const SHARE: Clause = { kind: 'INTEL_SHARE', params: { threats: [], minimum: 1, ceiling: 'C' } };
const SECURITY: Clause = { kind: 'INFOSEC', params: { minimum: 50, ceiling: 'S' } };
const TERM: Clause = { kind: 'TERM', params: { duration: 4, renewal: 'end', notice: 1 } };
/** Σintr 5 for ARD: hosting 3, sharing 1, security 1. */
const FIVE = [ACCESS('ARD', 'BEL'), SHARE, SECURITY, TERM];

const standing = { publicOpinion: 50, politicalCapital: 40, sovereignty: 6, grievances: [10] };
const version = (kind: 'mou' | 'agreement' | 'treaty', clauses: Clause[]) => ({ version: 1, by: 'ARD', turn: 1, title: 'Text', kind, clauses });

describe('acceptability', () => {
  it('follows the example of the model: PO 50, PC 40, SOV 6, Σintr 5, G 10 give A = 36', () => {
    expect(acceptabilityOf(standing, FIVE, 'ARD')).toEqual({
      value: 36,
      parts: [{ name: 'support', value: 45 }, { name: 'sovereignty', value: -6 }, { name: 'grievance', value: -3 }],
      burdens: [
        { clause: 0, kind: 'ACCESS', intrusiveness: 3 }, { clause: 1, kind: 'INTEL_SHARE', intrusiveness: 1 },
        { clause: 2, kind: 'INFOSEC', intrusiveness: 1 }, { clause: 3, kind: 'TERM', intrusiveness: 0 },
      ],
    });
  });

  it('F.45 counts what this party bears: the guest of ACCESS bears nothing for it', () => {
    expect(intrusivenessOf([ACCESS('ARD', 'BEL')], 'ARD')).toBe(3);
    expect(intrusivenessOf([ACCESS('ARD', 'BEL')], 'BEL')).toBe(0);
  });

  it('F.45 sums all clauses in force on a seat for AUT, and none of drafts or suspended texts', () => {
    const instruments = {
      a: instrument('a', [SHARE, SECURITY]), b: instrument('b', [ACCESS('ARD', 'BEL')], { parties: ['ARD', 'BEL'] }),
      c: draft('c', [SHARE]), d: instrument('d', [SHARE], { status: 'suspended' }),
    };
    expect([intrusivenessInForce(instruments, 'ARD'), intrusivenessInForce(instruments, 'COR'), intrusivenessInForce(instruments, 'DRA')]).toEqual([5, 2, 0]);
  });

  it.each([
    { grievances: [10, 20], mean: 'mean 15', lost: -4 },
    { grievances: [40, 10, 10], mean: 'mean 20', lost: -5 },
    { grievances: [], mean: 'nobody', lost: 0 },
  ])('F.46 takes a quarter of the mean grievance over the other parties, rounded half up: $mean', ({ grievances, lost }) => {
    expect(acceptabilityOf({ ...standing, grievances }, [], 'ARD').parts[2]!.value).toBe(lost);
  });
});

describe('ratification', () => {
  it.each([
    { kind: 'mou' as const, price: 0, threshold: null },
    { kind: 'agreement' as const, price: 2, threshold: 30 },
    { kind: 'treaty' as const, price: 7, threshold: 40 },
  ])('of the example costs $price as $kind', ({ kind, price, threshold }) => {
    expect(ratificationOf(version(kind, FIVE), null, standing, 'ARD', parameters.parse({}))).toMatchObject({ price, threshold });
  });

  it('names what the price is made of', () => {
    expect(ratificationOf(version('treaty', FIVE), null, standing, 'ARD', parameters.parse({})).parts).toEqual([{ name: 'bindingness', value: 3 }, { name: 'shortfall', value: 4 }]);
  });

  it.each([
    { from: [TERM], to: FIVE, price: 4, why: 'the difference' },
    { from: FIVE, to: [TERM], price: 0, why: 'nothing when it becomes easier' },
  ])('F.48 an amendment costs $why', ({ from, to, price }) => {
    const found = ratificationOf(version('treaty', to), version('treaty', from), standing, 'ARD', parameters.parse({}));
    expect(found.price).toBe(price);
    expect(found.parts.reduce((sum, { value }) => sum + value, 0)).toBe(price);
  });

  it('is reckoned alike from the sight of a seat and from the state', () => {
    const state = build((it) => {
      it.instruments.t = draft('t', FIVE, { kind: 'treaty' });
    });
    for (const seat of ['ARD', 'BEL', 'COR']) {
      const see = seatSight(state, seat);
      expect(ratificationInSight(see, see.own.instruments.t!)).toEqual(ratificationInState(state, state.instruments.t!, seat));
    }
  });
});
