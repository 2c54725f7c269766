// The lock: whose order is whose, and which orders fall away when the points are gone.
import { describe, expect, test } from 'vitest';
import { build } from './build.ts';
import { Table } from './table.ts';

const sheet = (...orders: [string, string, Record<string, unknown>][]) => ({
  type: 'saveOrders' as const, orders: orders.map(([id, action, params]) => ({ id, action, params, intent: '', invitation: null })),
});

describe('lock', () => {
  test('orders of two seats that happen to bear the same id are two orders', () => {
    const play = new Table(build((state) => {
      state.phase = 'orders';
    }));
    play.ask('ARD', sheet(['o1', 'TRAIN', {}]));
    play.ask('DRA', sheet(['o1', 'HARDEN', {}]));
    play.ask('control', { type: 'advancePhase' });
    expect(play.of('trained')).toEqual([{ seat: 'ARD' }]);
    expect(play.of('hardened')).toEqual([{ seat: 'DRA' }]);
    expect(play.factors('seat/DRA/budget')).toMatchObject({ order: -4000 });
  });

  test('ruling 11: points that were spent after the sheet was saved are missing at the lock, from the lowest rank up', () => {
    const play = new Table(build());
    for (const seat of play.state.seatIds) play.state.seats[seat]!.budget = 40;
    play.ask('ARD', sheet(['a', 'TRAIN', {}], ['b', 'HARDEN', {}], ['c', 'SHOW_FORCE', { region: 'sea' }], ['d', 'SHOW_FORCE', { region: 'sea' }]));
    play.ask('ARD', { type: 'invite', action: 'VISIT', params: { partner: 'BEL' } });
    play.accept('BEL');
    play.ask('control', { type: 'advancePhase' });
    play.ask('control', { type: 'advancePhase' });
    expect(play.of('visitHeld')).toHaveLength(1);
    expect(play.of('orderCancelled')).toEqual([{ seat: 'ARD', order: 'd', action: 'SHOW_FORCE', reason: 'tooFewPoints' }]);
  });
});
