// Cost sharing: who pays what into the fund, and who gets it (ruling 41, and the worked turn of section 9).
import { describe, expect, it } from 'vitest';
import type { State } from '../../shared/model/state.ts';
import type { Payment } from '../../shared/rules/instruments/costs.ts';
import { costShares } from '../../shared/rules/instruments/costs.ts';
import { build, instrument } from './build.ts';

const share = (key: string, amount: number) => ({ kind: 'COST_SHARE', params: { key, amount } });
const under = (key: string, amount: number, more: Parameters<typeof instrument>[2] = {}, bend: (state: State) => void = () => {}) => build((state) => {
  state.instruments.m = instrument('m', [share(key, amount)], more);
  bend(state);
});
const paid = (payments: Payment[]) => Object.fromEntries(payments.map(({ from, amount }) => [from, amount]));
const got = (payouts: Payment[]) => Object.fromEntries(payouts.map(({ to, amount }) => [to, amount]));

describe('E.41 cost sharing', () => {
  it('the worked turn: ARD, BEL and COR pay 2 each; 6 are divided by packages 3:3', () => {
    const { payments, payouts } = costShares(under('equal', 2), { ARD: 3, BEL: 3, COR: 0, DRA: 2 });
    expect(payments).toEqual(['ARD', 'BEL', 'COR'].map((from) => ({ from, to: 'fund', amount: 2, instrument: 'm' })));
    expect(payouts).toEqual(['ARD', 'BEL'].map((to) => ({ from: 'fund', to, amount: 3, instrument: 'm' })));
  });

  it('refunds everybody when nobody deploys', () => {
    const { payments, payouts } = costShares(under('equal', 2), { DRA: 4 });
    expect(got(payouts)).toEqual(paid(payments));
  });

  it('by income: ⌊nqY/ΣY⌉, for 24, 18 and 16', () => {
    expect(paid(costShares(under('income', 2), {}).payments)).toEqual({ ARD: 2, BEL: 2, COR: 2 });
    expect(paid(costShares(under('income', 5), {}).payments)).toEqual({ ARD: 6, BEL: 5, COR: 4 });
  });

  it('by exposure to open crises: 60, 70 and 40; alike when nobody is exposed', () => {
    expect(paid(costShares(under('exposure', 5), {}).payments)).toEqual({ ARD: 5, BEL: 6, COR: 4 });
    const calm = under('exposure', 5, {}, (state) => {
      state.crises.C1!.open = false;
    });
    expect(paid(costShares(calm, {}).payments)).toEqual({ ARD: 5, BEL: 5, COR: 5 });
  });

  it.each<{ packages: Record<string, number>; amount: number; result: Record<string, number> }>([
    { packages: { ARD: 1, BEL: 1, COR: 1 }, amount: 1, result: { ARD: 1, BEL: 1, COR: 1 } },
    { packages: { ARD: 1, BEL: 2 }, amount: 2, result: { ARD: 2, BEL: 4 } },
    { packages: { BEL: 2, COR: 5 }, amount: 1, result: { BEL: 1, COR: 2 } },
  ])('pays out pro rata: $packages of a fund of 3·$amount', ({ packages, amount, result }) => {
    expect(got(costShares(under('equal', amount), packages).payouts)).toEqual(result);
  });

  it('gives the remainder to the first by code, and never pays out more or less than the fund', () => {
    const two = { parties: ['ARD', 'BEL', 'COR', 'DRA'] };
    expect(got(costShares(under('equal', 1, two), { ARD: 1, BEL: 1, COR: 1 }).payouts)).toEqual({ ARD: 2, BEL: 1, COR: 1 });
    for (let ard = 0; ard < 6; ard += 1) {
      for (let bel = 0; bel < 6; bel += 1) {
        for (const amount of [1, 2, 3, 7]) {
          const { payments, payouts } = costShares(under('income', amount, two), { ARD: ard, BEL: bel, COR: 1, DRA: 3 });
          const sum = (list: Payment[]) => list.reduce((total, one) => total + one.amount, 0);
          expect(sum(payouts)).toBe(sum(payments));
          expect(payouts.every((payout) => payout.amount > 0)).toBe(true);
        }
      }
    }
  });

  it.each([
    { why: 'suspended', more: { status: 'suspended' as const } },
    { why: 'a draft', more: { status: 'tabled' as const, binding: null, inForceSince: null } },
    { why: 'ended', more: { status: 'ended' as const } },
  ])('asks nothing under what is $why', ({ more }) => {
    expect(costShares(under('equal', 2, more), { ARD: 1 })).toEqual({ payments: [], payouts: [] });
  });

  it('asks for as many payments as the TERM has turns', () => {
    const lasting = (turn: number) => build((state) => {
      state.turn = turn;
      state.instruments.m = instrument('m', [share('equal', 2), { kind: 'TERM', params: { duration: 2, renewal: 'end', notice: 0 } }]);
    });
    expect([1, 2, 3].map((turn) => costShares(lasting(turn), {}).payments.length)).toEqual([3, 3, 0]);
  });
});
