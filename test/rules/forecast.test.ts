// The forecast of an order sheet agrees with what the lock then does.
import { describe, expect, test } from 'vitest';
import { forecast } from '../../shared/rules/pricing.ts';
import { seatSight } from '../../shared/view/view-for.ts';
import { build } from './build.ts';
import { Table } from './table.ts';

describe('forecast', () => {
  test('what is not carried over to the next turn is not there to be spent', () => {
    const play = new Table(build((state) => {
      state.phase = 'orders';
      (state.parameters as { carryPercent: number }).carryPercent = 50;
      Object.assign(state.seats.DRA!, { budget: 10, income: 1 });
    }));
    // Half of 10 and an income of 1: enough for one order at 4, not for two.
    const orders = ['TRAIN', 'HARDEN'].map((action) => ({ id: action, action, params: {}, intent: '', invitation: null }));
    const { available, orders: priced } = forecast(seatSight(play.state, 'DRA'), orders);
    expect(available).toBe(6);
    expect(priced.map(({ affordable }) => affordable)).toEqual([true, false]);
    play.ask('DRA', { type: 'saveOrders', orders });
    play.ask('control', { type: 'advancePhase' });
    expect(play.of('orderCancelled')).toEqual([{ seat: 'DRA', order: 'HARDEN', action: 'HARDEN', reason: 'tooLittleMoney' }]);
    expect(play.of('trained')).toEqual([{ seat: 'DRA' }]);
  });
});
