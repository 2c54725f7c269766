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
    play.ask('ARD', sheet(['a', 'TRAIN', {}], ['b', 'HARDEN', {}], ['c', 'SHOW_FORCE', { region: 'sound' }], ['d', 'SHOW_FORCE', { region: 'sound' }]));
    play.ask('ARD', { type: 'invite', action: 'VISIT', params: { partner: 'BEL' } });
    play.accept('BEL');
    play.ask('control', { type: 'advancePhase' });
    play.ask('control', { type: 'advancePhase' });
    expect(play.of('visitHeld')).toHaveLength(1);
    expect(play.of('orderCancelled')).toEqual([{ seat: 'ARD', order: 'd', action: 'SHOW_FORCE', reason: 'tooFewPoints' }]);
  });
});

describe('ruling 13: deployments that cannot be paid', () => {
  const deployed = (bend: (play: Table) => void = () => {}) => {
    const play = new Table(build((state) => {
      state.phase = 'orders';
      // 3 and an income of 18 make 21: five packages at 4, and one too many.
      state.crises.C1!.deployments.BEL = [{ domain: 'SEA', count: 2 }, { domain: 'CYB', count: 2 }, { domain: 'ISR', count: 2 }];
    }));
    bend(play);
    play.ask('control', { type: 'advancePhase' });
    return play;
  };

  test('the weakest capability comes home, one package after the other', () => {
    const play = deployed();
    expect(play.of('packagesRecalled')).toEqual([{
      seat: 'BEL', crisis: 'C1', reason: 'tooLittleMoney', packages: [{ domain: 'SEA', count: 1 }, { domain: 'CYB', count: 2 }, { domain: 'ISR', count: 2 }],
    }]);
    expect(play.state.crises.C1!.deployments.BEL).toEqual([{ domain: 'SEA', count: 1 }, { domain: 'CYB', count: 2 }, { domain: 'ISR', count: 2 }]);
    expect(play.factors('seat/BEL/budget')).toMatchObject({ standingDeployment: -20_000 });
  });

  test('orders go before deployments do', () => {
    const play = deployed((table) => table.ask('BEL', sheet(['o1', 'TRAIN', {}])));
    expect(play.of('orderCancelled')).toMatchObject([{ seat: 'BEL', order: 'o1', reason: 'tooLittleMoney' }]);
    expect(play.of('packagesRecalled')).toHaveLength(1);
  });

  test('whoever can pay keeps everything', () => {
    const play = deployed((table) => {
      table.state.seats.BEL!.budget = 6;
    });
    expect(play.of('packagesRecalled')).toEqual([]);
  });
});
