// A seat in one row: its status from how things stand, its counts and money as it reckons them itself, and what it needs somebody for.
import { describe, expect, test } from 'vitest';
import type { State } from '../../shared/model/state.ts';
import { potsOf } from '../../shared/rules/pots.ts';
import { AWAY_AFTER, needsOf, seatStrip, statusOf, type Manning, type Need, type SeatStatus, type SeatStrip } from '../../shared/view/seat-strip.ts';
import { seatSight } from '../../shared/view/view-for.ts';
import { build, draft } from '../rules/build.ts';

const NOW = { runs: true, phase: 'negotiation' as const, ready: false, orders: 0, unread: 0, talks: 0, late: false };

test.each<[SeatStatus, string, Partial<Parameters<typeof statusOf>[0]>]>([
  ['none', 'before the start and after the end', { runs: false, ready: true, unread: 1 }],
  ['ready', 'that said so, whatever else is open', { ready: true, unread: 2, talks: 1 }],
  ['ready', 'in Orders without any: it wants none', { phase: 'orders', ready: true }],
  ['reading', 'with an inject unread in Briefing', { phase: 'briefing', unread: 1 }],
  ['reading', 'with an inject unread while it negotiates', { unread: 1, talks: 3 }],
  ['negotiating', 'with an invitation or a text under way', { talks: 1 }],
  ['working', 'that does nothing anybody else can see', {}],
  ['ordersIn', 'with an order saved', { phase: 'orders', orders: 1, unread: 1 }],
  ['working', 'without orders and with time left', { phase: 'orders' }],
  ['late', 'without orders in the last minute', { phase: 'orders', late: true, unread: 1 }],
  ['working', 'after the lock, orders or none', { phase: 'review', orders: 1 }],
])('%s: a seat %s', (status, _what, now) => {
  expect(statusOf({ ...NOW, ...now })).toBe(status);
});

const stripOf = (bend: (state: State) => void, around: Partial<Parameters<typeof seatStrip>[1]> = {}) => {
  const state = build((played) => {
    played.bots = {};
    bend(played);
  });
  return { strip: seatStrip(seatSight(state, 'ARD'), { seen: [], late: false, ...around }), see: seatSight(state, 'ARD') };
};

describe('the row of a seat', () => {
  test('counts what is before it and not opened, and what waits for its word', () => {
    const bend = (state: State) => {
      const fired = (id: string) => {
        state.scenario.injects.push({ id, title: id, manual: true, delay: 0, prob: 100, once: true, to: ['ARD'], type: 'inject', from: 'Staff', text: '…', effects: [] });
        state.injects.push({ id, turn: 2, phase: 'briefing', to: ['ARD'], options: null });
      };
      fired('news');
      fired('more');
      state.instruments['pact'] = draft('pact', [], { parties: ['ARD', 'BEL'] });
      state.instruments['signed'] = draft('signed', [], { parties: ['ARD', 'BEL'], signatures: { ARD: 1 } });
      state.invitations['visit'] = { id: 'visit', action: 'VISIT', params: {}, from: 'BEL', to: ['ARD'], answers: {}, status: 'open', turn: 2, points: 1, partial: false };
    };
    expect(stripOf(bend, { seen: ['news'] }).strip).toMatchObject({ unread: 1, invitations: 1, drafts: 1, duties: 0, decisions: 0, status: 'reading' });
    expect(stripOf(bend, { seen: ['news', 'more'] }).strip).toMatchObject({ unread: 0, status: 'negotiating' });
  });

  test('its money is what its own budget says, over-commitment too', () => {
    const { strip, see } = stripOf((state) => {
      Object.assign(state.seats['ARD']!, { budget: 0, income: 8 });
      state.sheets['ARD'] = { orders: [1, 2, 3, 4].map((each) => ({ id: `o${each}`, action: 'INVEST', params: { domain: 'SEA', partners: [] }, intent: each === 2 ? 'Ships last.' : '', invitation: null })), outcomes: {} };
    });
    const pots = potsOf(see, see.own.sheet.orders);
    expect(pots.overcommitted).toBeGreaterThan(0);
    expect(strip).toMatchObject({ orders: 4, intent: 'Ships last.', money: { whole: pots.reckoned.budget + pots.reckoned.income, free: pots.reckoned.left, over: pots.overcommitted } });
  });

  test.each([
    ['orders', 'running', true], ['resolution', 'running', false], ['review', 'running', false], ['orders', 'debrief', false],
  ] as const)('in %s (%s) more on the sheet than there is counts as too much: %s', (phase, status, counts) => {
    const { strip } = stripOf((state) => {
      Object.assign(state, { phase, status });
      Object.assign(state.seats['ARD']!, { budget: 3, income: 0 });
      state.sheets['ARD'] = { orders: [1, 2].map((each) => ({ id: `o${each}`, action: 'INVEST', params: { domain: 'SEA', partners: [] }, intent: '', invitation: null })), outcomes: {} };
    });
    expect(strip.money.over > 0).toBe(counts);
    if (!counts) expect(strip.money).toEqual({ whole: 3, free: 3, over: 0 });
  });

  test.each([
    { levels: [34, 0, 0], hypothesis: 'sab' },
    { levels: [0, 0, 0], hypothesis: null },
  ])('believes $hypothesis where $levels are its reasons', ({ levels, hypothesis }) => {
    const { strip } = stripOf((state) => {
      state.beliefs['ARD']!['cables'] = { sab: levels[0]!, acc: levels[1]!, crim: levels[2]! };
    });
    expect(strip.beliefs).toMatchObject([{ threat: 'cables', hypothesis }]);
  });

  test('of a threat whose crises are over nothing is told', () => {
    expect(stripOf((state) => { state.crises['C1']!.open = false; }).strip.beliefs).toEqual([]);
  });
});

const STRIP: SeatStrip = { seat: 'ARD', status: 'working', orders: 0, points: 3, unread: 0, invitations: 0, decisions: 0, drafts: 0, duties: 0, money: { whole: 9, free: 9, over: 0 }, beliefs: [], intent: '' };
const HERE: Manning = { people: 1, connected: 1, bot: false, since: 0 };
const BOT: Manning = { people: 0, connected: 0, bot: true, since: 0 };

test.each<[Need[], string, Partial<SeatStrip>, Manning, 'briefing' | 'negotiation' | 'orders']>([
  [[], 'that plays', {}, HERE, 'negotiation'],
  [['nobody'], 'that nobody plays', {}, { ...HERE, people: 0, connected: 0 }, 'negotiation'],
  [[], 'that a bot plays, whatever it left undone', { status: 'late', unread: 2, decisions: 1, money: { whole: 1, free: 0, over: 3 } }, BOT, 'orders'],
  [['away'], 'of which everybody is away', {}, { ...HERE, people: 2, connected: 0, since: 0 }, 'negotiation'],
  [[], 'of which somebody is still there', {}, { ...HERE, people: 2, connected: 1, since: 0 }, 'negotiation'],
  [[], 'whose connection has only just dropped', {}, { ...HERE, connected: 0, since: 100_000 - AWAY_AFTER + 1 }, 'negotiation'],
  [['late', 'over'], 'with more than one need: the gravest first', { status: 'late', money: { whole: 1, free: 0, over: 2 } }, HERE, 'orders'],
  [['decisions', 'duties'], 'before the lock', { decisions: 1, duties: 1 }, HERE, 'orders'],
  [['duties'], 'that said ready: its decision stands by default, its duty does not', { status: 'ready', decisions: 1, duties: 1 }, HERE, 'orders'],
  [[], 'with the whole turn before it', { decisions: 1, duties: 1, unread: 1 }, HERE, 'briefing'],
  [['unread'], 'that negotiates without having read', { unread: 1 }, HERE, 'negotiation'],
  [[], 'of an exercise that does not run', { status: 'none', unread: 1 }, { ...HERE, people: 0 }, 'negotiation'],
])('%j: a seat %s', (needs, _what, strip, manning, phase) => {
  expect(needsOf({ ...STRIP, ...strip }, manning, { at: 100_000, phase })).toEqual(needs);
});
