// Commands of a seat and of control: when they are possible, what they cost, and every refusal a person can meet there.
import { describe, expect, test } from 'vitest';
import type { Command } from '../../shared/model/commands.ts';
import type { State } from '../../shared/model/state.ts';
import { decide } from '../../shared/rules/decide.ts';
import { build } from './build.ts';
import { Table } from './table.ts';

const orders = (...list: [string, Record<string, unknown>][]): Command => ({
  type: 'saveOrders', orders: list.map(([action, params], index) => ({ id: `o${index}`, action, params, intent: '', invitation: null })),
});

const table = (bend: (state: State) => void = () => {}) => new Table(build(bend));
const inOrders = (bend: (state: State) => void = () => {}) => table((state) => {
  state.phase = 'orders';
  bend(state);
});

describe('C consent', () => {
  test('C.24 an invitation is open until the lock and seen by its parties alone', () => {
    const play = table();
    play.ask('ARD', { type: 'invite', action: 'VISIT', params: { partner: 'BEL' } });
    expect(play.of('invitationSent')[0]!.invitation).toMatchObject({ status: 'open', from: 'ARD', to: ['BEL'] });
    expect(play.events.find(({ type }) => type === 'invitationSent')!.audience).toEqual(['ARD', 'BEL']);
  });
  test('C.24 no answer by the lock is a refusal at the same price', () => {
    const play = table();
    play.ask('ARD', { type: 'invite', action: 'VISIT', params: { partner: 'BEL' } });
    play.ask('control', { type: 'advancePhase' });
    play.ask('control', { type: 'advancePhase' });
    expect(play.of('invitationClosed')).toMatchObject([{ status: 'expired' }]);
    expect(play.factors('seat/ARD/politicalCapital')).toMatchObject({ visitRefused: -1000 });
  });
  test('C.25 an invitation holds one point of the inviter, released when it is refused', () => {
    const play = table();
    play.ask('ARD', { type: 'invite', action: 'VISIT', params: { partner: 'BEL' } });
    expect(play.state.seats.ARD!.pointsSpent).toBe(1);
    play.ask('BEL', { type: 'answerInvitation', invitation: Object.keys(play.state.invitations)[0]!, accept: false });
    expect(play.state.seats.ARD!.pointsSpent).toBe(0);
  });
  test.each([['EXERCISE', { partners: ['BEL'], domain: 'SEA', region: 'sound' }, 1], ['STANDARDISE', { partners: ['BEL'] }, 1], ['VISIT', { partner: 'BEL' }, 0], ['CHANNEL', { partner: 'BEL', channel: 'liaison' }, 0]] as const)(
    'C.25 accepting %s costs the guest %s points', (action, params, points) => {
      const play = table();
      play.ask('ARD', { type: 'invite', action, params });
      play.accept('BEL');
      expect(play.state.seats.BEL!.pointsSpent).toBe(typeof points === 'number' ? points : 0);
    });
  test('C.26 a joint exercise goes ahead with those who accepted, at their price', () => {
    const play = table();
    play.ask('ARD', { type: 'invite', action: 'EXERCISE', params: { partners: ['BEL', 'COR'], domain: 'SEA', region: 'sound' } });
    play.accept('BEL');
    play.ask('control', { type: 'advancePhase' });
    play.ask('control', { type: 'advancePhase' });
    expect(play.of('exerciseHeld')).toMatchObject([{ parties: ['ARD', 'BEL'] }]);
    expect(play.factors('seat/ARD/budget').order).toBe(-5000);
  });
  test('C an accepted act stands on every sheet though nobody put it there', () => {
    const play = table();
    play.ask('ARD', { type: 'invite', action: 'VISIT', params: { partner: 'BEL' } });
    play.accept('BEL');
    play.ask('control', { type: 'advancePhase' });
    play.ask('ARD', orders(['TRAIN', {}]));
    play.ask('control', { type: 'advancePhase' });
    expect(play.of('visitHeld')).toEqual([{ from: 'ARD', to: 'BEL' }]);
  });
});

describe('B orders', () => {
  test('B.14 the lowest order that cannot be paid is cancelled, and the seat alone learns why', () => {
    const play = inOrders((state) => {
      state.turn = 1;
      state.seats.ARD!.budget = 10;
    });
    play.ask('ARD', orders(['TRAIN', {}], ['INVEST', { domain: 'SEA' }], ['HARDEN', {}]));
    play.ask('control', { type: 'advancePhase' });
    expect(play.of('orderCancelled')).toEqual([{ seat: 'ARD', order: 'o2', action: 'HARDEN', reason: 'tooLittleMoney' }]);
    expect(play.events.find(({ type }) => type === 'orderCancelled')!.audience).toEqual(['ARD']);
  });
  test('B.15 there is no income on turn 1', () => {
    const play = inOrders((state) => {
      state.turn = 1;
    });
    play.ask('control', { type: 'advancePhase' });
    expect(play.factors('seat/ARD/budget').income).toBeUndefined();
  });
  test('B.11 orders share one pool of points with what was done in negotiation', () => {
    const play = table();
    play.ask('ARD', { type: 'invite', action: 'VISIT', params: { partner: 'BEL' } });
    play.ask('control', { type: 'advancePhase' });
    const four = orders(['TRAIN', {}], ['HARDEN', {}], ['INVEST', { domain: 'SEA' }], ['COLLECT', { threat: 'cables', source: 'A1' }]);
    expect(play.tries('ARD', four)).toMatchObject({ code: 'tooFewPoints', params: { needed: 4, left: 3 } });
  });
  test('B.13 a deployment stays and is paid for every turn until it is changed', () => {
    const play = inOrders((state) => {
      state.crises.C1!.deployments.ARD = [{ domain: 'SEA', count: 2 }];
    });
    play.ask('control', { type: 'advancePhase' });
    expect(play.state.crises.C1!.deployments.ARD).toEqual([{ domain: 'SEA', count: 2 }]);
    expect(play.factors('seat/ARD/budget').standingDeployment).toBe(-8000);
  });
  test('D.36 unmanned systems stand in for another domain at 70 %', () => {
    const play = inOrders((state) => {
      state.seats.ARD!.capability.UXS = 50;
    });
    play.ask('ARD', orders(['DEPLOY', { crisis: 'C1', packages: [{ domain: 'UXS', count: 1, as: 'SEA' }] }]));
    play.ask('control', { type: 'advancePhase' });
    expect(play.of('crisisAssessed')[0]!.points).toEqual({ SEA: (50 * 62 * 7) / 10 });
  });
});

describe('refusals where people act', () => {
  const open = { type: 'act', action: 'DEMARCHE', params: { partner: 'BEL' } } as const;
  test.each<[string, Table, string, Command, string, string | null]>([
    ['an order in the form of an act', table(), 'ARD', { type: 'act', action: 'TRAIN', params: {} }, 'notImmediate', null],
    ['an act nobody knows', table(), 'ARD', { type: 'act', action: 'INVADE', params: {} }, 'unknownAction', null],
    ['a missing parameter', table(), 'ARD', { type: 'act', action: 'DEMARCHE', params: {} }, 'parameterMissing', 'partner'],
    ['a parameter of the wrong kind', table(), 'ARD', { type: 'act', action: 'DEMARCHE', params: { partner: 7 } }, 'parameterInvalid', 'partner'],
    ['a parameter that does not exist', table(), 'ARD', { type: 'act', action: 'DEMARCHE', params: { partner: 'BEL', loud: true } }, 'parameterUnknown', null],
    ['oneself as partner', table(), 'ARD', { type: 'act', action: 'DEMARCHE', params: { partner: 'ARD' } }, 'partnerIsSelf', 'partner'],
    ['somebody who is not there', table(), 'ARD', { type: 'act', action: 'DEMARCHE', params: { partner: 'ZZZ' } }, 'partnerNotInPlay', 'partner'],
    ['an act while orders are written', inOrders(), 'ARD', { type: 'invite', action: 'VISIT', params: { partner: 'BEL' } }, 'wrongPhase', null],
    ['anything while the clock stands', table((state) => { state.status = 'paused'; }), 'ARD', open, 'notRunning', null],
    ['an act that is not unlocked', table((state) => { state.unlocked = { actions: [], clauses: [] }; }), 'ARD', open, 'actionLocked', null],
    ['an act of which only the clause of that name is unlocked', table((state) => { state.unlocked = { actions: [], clauses: ['EXERCISE'] }; }), 'ARD', { type: 'invite', action: 'EXERCISE', params: { partners: ['BEL'], domain: 'SEA', region: 'sound' } }, 'actionLocked', null],
    ['too little political capital', table((state) => { state.seats.ARD!.politicalCapital = 0; }), 'ARD', open, 'tooLittleCapital', null],
    ['more packages than there are', inOrders(), 'ARD', orders(['DEPLOY', { crisis: 'C1', packages: [{ domain: 'SEA', count: 3 }] }]), 'tooFewPackages', 'o0/packages'],
    ['a crisis that is over', inOrders((state) => { state.crises.C1!.open = false; }), 'ARD', orders(['DEPLOY', { crisis: 'C1', packages: [] }]), 'crisisClosed', 'o0/crisis'],
    ['a source one does not have', inOrders(), 'ARD', orders(['COLLECT', { threat: 'cables', source: 'B1' }]), 'sourceUnknown', 'o0/source'],
    ['naming a cause again that one has rightly named', inOrders((state) => { state.attributions.push({ seat: 'ARD', threat: 'cables', claim: 'sab', accused: null, turn: 1, right: true, public: true }); }), 'ARD', orders(['ATTRIBUTE', { threat: 'cables', claim: 'sab' }]), 'alreadyAttributed', 'o0/threat'],
    ['a joint act without invitation', inOrders(), 'ARD', orders(['VISIT', { partner: 'BEL' }]), 'needsInvitation', 'o0'],
    ['the same training twice', inOrders(), 'ARD', orders(['TRAIN', {}], ['TRAIN', {}]), 'capReached', 'o1'],
    ['a secure link without security', table((state) => { state.seats.ARD!.security = 40; }), 'ARD', { type: 'invite', action: 'CHANNEL', params: { partner: 'BEL', channel: 'securelink' } }, 'securityTooLow', 'channel'],
    ['an empty message', table(), 'ARD', { type: 'sendMessage', to: ['BEL'], text: '  ' }, 'emptyMessage', 'text'],
    ['somebody else\'s invitation', table(), 'ARD', { type: 'answerInvitation', invitation: 'none', accept: true }, 'invitationUnknown', 'invitation'],
    ['a decision nobody asked for', table(), 'ARD', { type: 'decideInject', inject: 'none', option: 'x' }, 'injectUnknown', 'inject'],
  ])('%s', (_what, play, seat, command, code, subject) => expect(play.tries(seat, command)).toMatchObject({ code, subject }));

  const CONTROL: Command[] = [
    { type: 'startExercise' }, { type: 'pause', reason: '' }, { type: 'resume' }, { type: 'extendPhase', seconds: 60 }, { type: 'advancePhase' }, { type: 'endExercise' },
    { type: 'seatParticipant', participant: 'x', seat: null }, { type: 'handToBot', seat: 'ARD', character: 'cooperator' }, { type: 'speak', persona: 'Press', to: ['ARD'], text: 'x' },
    { type: 'hideMessage', message: 'x' }, { type: 'fireInject', inject: 'x' },
  ];
  test.each(CONTROL)('a participant may not $type', (command) => expect(table().tries('ARD', command)).toMatchObject({ code: 'notControl' }));

  test('a participant without a seat can do nothing of a seat', () => {
    const request = { actor: { kind: 'participant', id: 'p', seat: null } as const, command: open, id: 'c', at: 0, nonce: '' };
    expect(decide(build(), request)).toMatchObject({ ok: false, refusal: { code: 'noSeat' } });
  });
  test('control cannot act for a seat through a seat\'s commands', () => expect(table().tries('control', open)).toMatchObject({ code: 'notYourSeat' }));
});

describe('B the clock', () => {
  const phases = { briefing: 60, negotiation: 60, orders: 0, resolution: 60, review: 60 };
  test('a phase lasts as long as the settings say, and 0 means without limit', () => {
    const play = table((state) => Object.assign(state.settings, { phases }));
    play.ask('control', { type: 'advancePhase' });
    expect(play.state.clock.deadline).toBeNull();
    play.ask('control', { type: 'advancePhase' });
    expect(play.state.clock.deadline).toBe(2 + 60_000);
  });
  test('a pause keeps what was left, also when that was no limit', () => {
    const play = table((state) => Object.assign(state, { clock: { deadline: 5000, remaining: null, reason: null } }));
    play.ask('control', { type: 'pause', reason: 'Fire drill' });
    expect(play.state.clock).toMatchObject({ deadline: null, remaining: 4999, reason: 'Fire drill', until: null });
    play.ask('control', { type: 'resume' });
    expect(play.state.clock.deadline).toBe(2 + 4999);
    const open = table();
    open.ask('control', { type: 'pause', reason: '' });
    open.ask('control', { type: 'resume' });
    expect(open.state.clock.deadline).toBeNull();
  });
  test('extending moves the deadline of a running phase and the rest of a paused one', () => {
    const play = table((state) => Object.assign(state, { clock: { deadline: 5000, remaining: null, reason: null } }));
    play.ask('control', { type: 'extendPhase', seconds: 60 });
    expect(play.state.clock.deadline).toBe(65_000);
    play.ask('control', { type: 'pause', reason: '' });
    play.ask('control', { type: 'extendPhase', seconds: 60 });
    expect(play.state.clock.remaining).toBe(64_998 + 60_000);
  });
  test('everybody ready starts the next phase; one who takes it back does not', () => {
    const play = table((state) => Object.assign(state, { seating: { a: 'ARD', b: 'BEL' } }));
    play.ask('ARD', { type: 'setReady', ready: true });
    expect(play.state.phase).toBe('negotiation');
    play.ask('ARD', { type: 'setReady', ready: false });
    play.ask('BEL', { type: 'setReady', ready: true });
    expect(play.state.phase).toBe('negotiation');
    play.ask('ARD', { type: 'setReady', ready: true });
    expect(play.state.phase).toBe('orders');
  });
});
