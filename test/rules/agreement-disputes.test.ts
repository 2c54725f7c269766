// Disputes, pledges, protests and late accession, played through commands: who may do what, what it costs, what comes of it, and who learns of it.
import { describe, expect, it } from 'vitest';
import type { Clause, Finding, State } from '../../shared/model/state.ts';
import type { Event } from '../../shared/model/events.ts';
import { seatSight, seatView, viewFor } from '../../shared/view/view-for.ts';
import { eventFor } from '../../shared/view/event-for.ts';
import { forecast } from '../../shared/rules/pricing.ts';
import { build, instrument } from './build.ts';
import { Table } from './table.ts';

const clause = (kind: string, params: Record<string, unknown>): Clause => ({ kind, params });
const INFOSEC = clause('INFOSEC', { minimum: 50, ceiling: 'S' });
const ORCON = clause('ORCON', { onward: 'free' });
const COST = clause('COST_SHARE', { key: 'equal', amount: 1 });
const TERM = clause('TERM', { duration: 6, renewal: 'auto', notice: 1 });
const DISPUTE = (method: string, remedy = 'cure', amount = 2) => clause('DISPUTE', { method, remedy, amount });

/** A finding of last turn about the first clause. */
const finding = (more: Partial<Finding> = {}): Finding => ({ id: 'f', turn: 1, instrument: 'm', clause: 0, kind: 'INFOSEC', seat: 'COR', result: 'missed', visible: false, injured: ['ARD', 'BEL'], ...more });

interface Setting {
  clauses?: Clause[];
  findings?: Finding[];
  bend?(state: State): void;
}

/** Negotiation of turn 2, with a text between ARD, BEL and COR in force since turn 1 and, unless said otherwise, a hidden breach by COR in turn 1. */
function play({ clauses = [INFOSEC, DISPUTE('arbitrate')], findings = [finding()], bend = () => {} }: Setting = {}) {
  const table = new Table(build((state) => {
    state.instruments.m = instrument('m', clauses);
    state.findings.push(...findings);
    for (const seat of ['ARD', 'BEL', 'COR']) state.seats[seat]!.security = 60;
    bend(state);
  }));
  const until = (phase: State['phase']) => {
    const from = table.events.length;
    do table.ask('control', { type: 'advancePhase' });
    while (table.state.phase !== phase);
    return table.events.slice(from);
  };
  const act = (seat: string, action: string, params: Record<string, unknown>) => table.tries(seat, { type: 'act', action, params })?.code ?? null;
  const file = (more: Record<string, unknown> = {}) => act('ARD', 'DISPUTE', { instrument: 'm', partner: 'COR', clause: 1, turn: 1, ...more });
  const only = () => Object.values(table.state.disputes)[0]!;
  const remedy = (seat: string, move: string, more: Record<string, unknown> = {}) => act(seat, 'REMEDY', { dispute: only().id, move, ...more });
  const capital = (seat: string) => table.state.seats[seat]!.politicalCapital;
  return { table, state: table.state, until, act, file, only, remedy, capital };
}

const types = (events: readonly Event[]) => events.map(({ type }) => type);

describe('filing a dispute', () => {
  it('J.DISPUTE takes one point and one of political capital, and the parties learn of it', () => {
    const { file, state, capital, table } = play();
    const before = capital('ARD');
    expect(file()).toBeNull();
    expect([before - capital('ARD'), state.seats.ARD!.pointsSpent]).toEqual([1, 1]);
    expect(table.events.find(({ type }) => type === 'disputeFiled')!.audience).toEqual(['ARD', 'BEL', 'COR']);
    for (const seat of ['ARD', 'BEL', 'COR']) expect(Object.keys(seatView(state, seat).disputes)).toHaveLength(1);
    expect(Object.keys(seatView(state, 'DRA').disputes)).toEqual([]);
  });

  it.each([
    ['oneself', { partner: 'ARD' }, 'partnerIsSelf'], ['a seat that is no party', { partner: 'DRA' }, 'notParty'], ['an article that is not there', { clause: 7 }, 'clauseUnknown'],
    ['an article that nobody can miss', { clause: 2 }, 'clauseUnknown'], ['this very turn', { turn: 2 }, 'parameterInvalid'], ['an instrument nobody knows', { instrument: 'x' }, 'instrumentUnknown'],
  ])('F.56 not against %s', (_name, more, code) => {
    expect(play().file(more)).toBe(code);
  });

  it('F.56 not twice over the same duty', () => {
    const { file } = play();
    file();
    expect(file()).toBe('alreadyOpen');
  });

  it('F.56 whether the suspicion is true shows neither in what is refused nor in what is filed', () => {
    const filed = (findings: Finding[]) => {
      const { file, table } = play({ findings });
      expect(file()).toBeNull();
      return table.events.map((event) => JSON.stringify(eventFor(table.state, event, { kind: 'seat', seat: 'BEL' })));
    };
    const views = [[finding()], [], [finding({ result: 'met' })]].map(filed);
    expect(new Set(views.map((one) => JSON.stringify(one))).size).toBe(1);
  });
});

describe('consultation', () => {
  it('F.56 a remedy that the other side accepts settles it, and admits nothing', () => {
    const { file, remedy, only, state } = play();
    file();
    expect(remedy('COR', 'propose', { remedy: 'cure' })).toBeNull();
    expect(remedy('COR', 'accept')).toBe('notInvited');
    expect(remedy('ARD', 'accept')).toBeNull();
    expect(only()).toMatchObject({ status: 'settled', remedy: { kind: 'cure', dueTurn: 3, fulfilled: null } });
    expect(state.findings[0]!.visible).toBe(false);
    expect(Object.keys(seatView(state, 'ARD').findings)).toEqual([]);
  });

  it('F.56 outsiders of the dispute have no say in it', () => {
    const { file, remedy } = play();
    file();
    expect([remedy('BEL', 'propose'), remedy('DRA', 'propose')]).toEqual(['notInvited', 'disputeUnknown']);
  });

  it('F.56 refusing costs nothing here, and a new proposal is open again', () => {
    const { file, remedy, capital, only } = play();
    file();
    remedy('COR', 'propose', { remedy: 'pay', amount: 1 });
    const before = capital('ARD');
    expect([remedy('ARD', 'refuse'), remedy('ARD', 'accept'), remedy('COR', 'propose', { remedy: 'pay', amount: 3 }), remedy('ARD', 'accept')]).toEqual([null, 'notInvited', null, null]);
    expect([capital('ARD'), only().remedy!.amount]).toEqual([before, 3]);
  });

  it('F.56 without a word on disputes in the text it ends with the turn', () => {
    const { file, only, until } = play({ clauses: [INFOSEC] });
    file();
    until('resolution');
    expect(only().status).toBe('closed');
  });

  it('F.56 the filer may drop it, nobody else', () => {
    const { file, remedy, only } = play();
    file();
    expect([remedy('COR', 'drop'), remedy('ARD', 'drop'), only().status, remedy('ARD', 'propose')]).toEqual(['notInvited', null, 'closed', 'disputeOver']);
  });
});

describe('a scenario that opens disputes', () => {
  const open = (actions: string[]) => play({ bend: (state) => { state.unlocked = { actions, clauses: [] }; } });
  it('F.56 opens what is said in them too, whether or not it names that', () => {
    const { file, remedy } = open(['DISPUTE']);
    expect([file(), remedy('COR', 'propose', { remedy: 'cure' }), remedy('ARD', 'accept')]).toEqual([null, null, null]);
  });
  it('F.56 and without disputes there is nothing to be said', () => {
    expect(open([]).act('ARD', 'REMEDY', { dispute: 'none', move: 'drop' })).toBe('actionLocked');
  });
});

describe('mediation', () => {
  /** A dispute that consultation did not settle, in turn 3. */
  function mediated(clauses: Clause[] = [INFOSEC, DISPUTE('mediate')]) {
    const game = play({ clauses });
    game.file();
    game.until('negotiation');
    return game;
  }

  it('F.56 follows in the next turn if the text allows it', () => {
    const { only } = mediated();
    expect(only()).toMatchObject({ status: 'open', stage: 'mediation', stageTurn: 3, proposal: null });
  });

  it('F.56 the first third seat that is willing proposes, and both sides must accept', () => {
    const { remedy, only } = mediated();
    expect([remedy('ARD', 'propose'), remedy('BEL', 'propose', { remedy: 'pay', amount: 2 }), remedy('ARD', 'accept'), only().status, remedy('COR', 'accept'), only().status]).toEqual(['notInvited', null, null, 'open', null, 'settled']);
  });

  it('F.56 refusing a mediator costs two of political capital, and closes it where the text goes no further', () => {
    const { remedy, capital, until, only } = mediated();
    remedy('BEL', 'propose', { remedy: 'pay', amount: 2 });
    const before = capital('COR');
    expect([remedy('COR', 'refuse'), before - capital('COR')]).toEqual([null, 2]);
    until('resolution');
    expect(only().status).toBe('closed');
  });

  it('F.56 a seat that is no party learns of it only when it is asked, and may then mediate; a second mediator comes too late', () => {
    const { remedy, state } = mediated();
    expect(remedy('DRA', 'propose')).toBe('disputeUnknown');
    expect(remedy('COR', 'ask', { seats: ['DRA'] })).toBeNull();
    expect(Object.keys(seatView(state, 'DRA').disputes)).toHaveLength(1);
    expect([remedy('DRA', 'propose', { remedy: 'cure' }), remedy('BEL', 'propose')]).toEqual([null, 'notInvited']);
    expect(Object.keys(seatView(state, 'DRA').instruments)).toEqual([]);
  });
});

describe('arbitration', () => {
  /** A dispute brought before arbitration in turn 4, and the events of that resolution. */
  function arbitrated(setting: Setting = {}) {
    const game = play(setting);
    game.file();
    game.until('negotiation');
    game.until('negotiation');
    expect(game.only()).toMatchObject({ stage: 'arbitration', stageTurn: 4 });
    const events = game.until('resolution');
    return { ...game, events };
  }

  it('F.56 a true finding comes to light, its penalty falls, and the remedy of the text binds', () => {
    const { events, only, state, table } = arbitrated();
    expect(types(events)).toEqual(expect.arrayContaining(['findingUncovered', 'disputeSettled']));
    expect(state.findings[0]!.visible).toBe(true);
    expect(only()).toMatchObject({ status: 'settled', remedy: { kind: 'cure', dueTurn: 5 } });
    expect([table.factors('trust/ARD/COR').breach, table.factors('seat/COR/politicalCapital').breach]).toEqual([-4000, -1000]);
  });

  it('F.56 an unfounded one is dismissed, and costs its filer two', () => {
    const { only, table, state } = arbitrated({ findings: [] });
    expect(only().status).toBe('dismissed');
    expect(table.factors('seat/ARD/politicalCapital').disputeDismissed).toBe(-2000);
    expect(state.findings.filter(({ turn }) => turn === 1)).toEqual([]);
  });

  it('F.56 what a mediator proposed can no longer be accepted before arbitration', () => {
    const { file, until, remedy, only } = play();
    file();
    until('negotiation');
    remedy('BEL', 'propose', { remedy: 'pay', amount: 1 });
    until('negotiation');
    expect([only().stage, remedy('ARD', 'accept'), remedy('COR', 'refuse')]).toEqual(['arbitration', 'notInvited', 'notInvited']);
  });

  it('F.56 what was excused was not missed', () => {
    expect(arbitrated({ findings: [finding({ result: 'excused' })] }).only().status).toBe('dismissed');
  });

  it('F.57 the text may impose a deployment: to the worst crisis', () => {
    expect(arbitrated({ clauses: [INFOSEC, DISPUTE('arbitrate', 'deploy', 1)] }).only().remedy).toMatchObject({ kind: 'deploy', amount: 1, crisis: 'C1', dueTurn: 5 });
  });

  it('F.57 or the right to suspend, at once and for the filer alone', () => {
    const { state, until, act } = arbitrated({ clauses: [ORCON, DISPUTE('arbitrate', 'suspend')], findings: [finding({ kind: 'ORCON', turn: 1 })] });
    expect([seatView(state, 'ARD').grounds, seatView(state, 'BEL').grounds]).toEqual([['m'], []]);
    until('negotiation');
    const trust = state.trust.BEL!.ARD!;
    expect([act('ARD', 'SUSPEND', { instrument: 'm', lift: false }), state.trust.BEL!.ARD]).toEqual([null, trust]);
  });
});

describe('remedies', () => {
  function settled(remedyParams: Record<string, unknown>, setting: Setting = {}) {
    const game = play(setting);
    game.file();
    game.remedy('COR', 'propose', remedyParams);
    game.remedy('ARD', 'accept');
    return game;
  }

  it('F.57 a payment is made with the payments of the turn, is seen in the forecast, and restores trust', () => {
    const { until, table, state } = settled({ remedy: 'pay', amount: 3 });
    expect(forecast(seatSight(state, 'COR')).duties).toContainEqual({ name: 'remedy', amount: 3 });
    until('resolution');
    expect([table.factors('seat/COR/budget').remedyPaid, table.factors('seat/ARD/budget').remedyReceived]).toEqual([-3000, 3000]);
    expect(table.of('remedyJudged')).toMatchObject([{ fulfilled: true }]);
    expect(table.factors('trust/BEL/COR').remedyFulfilled).toBeGreaterThan(0);
  });

  it('F.57 what is owed and not there is not paid: a missed duty of its own', () => {
    const { until, table, state } = settled({ remedy: 'pay', amount: 20 }, { bend: ({ seats }) => { Object.assign(seats.COR!, { budget: 0, income: 10 }); } });
    until('resolution');
    expect(table.of('remedyPaid')).toEqual([]);
    expect(table.of('remedyJudged')).toMatchObject([{ fulfilled: false }]);
    expect(state.findings.at(-1)).toMatchObject({ seat: 'COR', result: 'missed', visible: true, turn: 2 });
    expect(table.factors('trust/ARD/COR').breach).toBe(-4000);
  });

  it('F.57 a cure is checked again next turn: kept', () => {
    const { until, table } = settled({ remedy: 'cure' });
    until('resolution');
    expect(table.of('remedyJudged')).toEqual([]);
    until('resolution');
    expect(table.of('remedyJudged')).toMatchObject([{ fulfilled: true }]);
  });

  it('F.57 a cure is checked again next turn: missed once more, and now it shows', () => {
    const { until, table, state } = settled({ remedy: 'cure' }, { bend: ({ seats }) => { seats.COR!.security = 60; } });
    until('negotiation');
    state.seats.COR!.security = 20;
    until('resolution');
    expect(table.of('remedyJudged')).toMatchObject([{ fulfilled: false }]);
    expect(table.of('findingUncovered')).toMatchObject([{ finding: { turn: 3, kind: 'INFOSEC' } }]);
    expect(table.factors('seat/COR/politicalCapital').breach).toBe(-1000);
  });

  it('F.57 a deployment that was made, and one that was not', () => {
    for (const sent of [0, 1]) {
      const { until, table } = settled({ remedy: 'deploy', amount: 1, crisis: 'C1' });
      until('negotiation');
      if (sent > 0) table.order('COR', ['DEPLOY', { crisis: 'C1', packages: [{ domain: 'SEA', count: 1 }] }]);
      until('resolution');
      expect(table.of('remedyJudged')).toMatchObject([{ fulfilled: sent > 0 }]);
    }
  });

  it('F.57 a deployment needs a crisis', () => {
    const game = play();
    game.file();
    expect(game.remedy('COR', 'propose', { remedy: 'deploy' })).toBe('parameterMissing');
  });
});

describe('pledges', () => {
  const SECURE = clause('INFOSEC', { minimum: 50, ceiling: 'S' });
  const pledge = (more: Record<string, unknown> = {}) => ({ to: [], text: 'We will keep our house safe.', clause: SECURE, turn: 3, ...more });

  it('F.58 words alone cost nothing and move nothing', () => {
    const { act, state, until, table } = play();
    expect(act('ARD', 'PLEDGE', pledge({ clause: null }))).toBeNull();
    expect(Object.values(state.pledges)).toMatchObject([{ status: 'said', stake: 0, text: 'We will keep our house safe.' }]);
    until('resolution');
    expect(table.events.filter(({ type }) => ['pledgeKept', 'pledgeMissed', 'pledgeReturned'].includes(type))).toEqual([]);
  });

  it('F.58 the words are under a commitment, not in the data', () => {
    const { act, table } = play();
    act('ARD', 'PLEDGE', pledge());
    const made = table.events.find(({ type }) => type === 'pledgeMade')!;
    expect([JSON.stringify(made.data).includes('house'), made.private!.texts]).toEqual([false, { text: 'We will keep our house safe.' }]);
  });

  it('F.58 kept to the end: the stake comes back, and all who saw it gain trust', () => {
    const { act, until, table, capital } = play();
    const before = capital('ARD');
    act('ARD', 'PLEDGE', pledge());
    expect(before - capital('ARD')).toBe(2);
    expect(table.state.seats.ARD!.pointsSpent).toBe(0);
    until('resolution');
    expect(table.of('pledgeKept')).toEqual([]);
    until('resolution');
    expect(table.of('pledgeKept')).toMatchObject([{ by: 'ARD' }]);
    expect(table.factors('seat/ARD/politicalCapital').pledgeStake ?? 0).toBe(0);
    for (const seat of ['BEL', 'COR', 'DRA']) expect(table.factors(`trust/${seat}/ARD`).pledgeKept).toBeGreaterThan(0);
  });

  it('F.58 broken: six besides the stake, two of public opinion, six of trust', () => {
    const { act, until, table } = play();
    act('ARD', 'PLEDGE', pledge({ clause: clause('LIMIT', { domain: 'SEA', region: 'sound', cap: 0 }) }));
    table.order('ARD', ['DEPLOY', { crisis: 'C1', packages: [{ domain: 'SEA', count: 1 }] }]);
    until('resolution');
    expect(table.of('pledgeMissed')).toMatchObject([{ by: 'ARD' }]);
    expect([table.factors('seat/ARD/politicalCapital').pledgeMissed, table.factors('seat/ARD/politicalCapital').pledgeStake, table.factors('seat/ARD/publicOpinion').pledgeMissed, table.factors('trust/DRA/ARD').pledgeMissed]).toEqual([-6000, -2000, -2000, -6000]);
  });

  it('F.58 what is done before its turn is kept at once', () => {
    const { act, until, table } = play();
    act('ARD', 'PLEDGE', pledge({ clause: clause('AID', { from: 'ARD', to: 'BEL', what: 'money', amount: 2, condition: 'always' }), turn: 5 }));
    table.order('ARD', ['AID', { partner: 'BEL', what: 'money', amount: 2 }]);
    until('resolution');
    expect(table.of('pledgeKept')).toHaveLength(1);
  });

  it('F.58 what could not be put to the test gives the stake back and no more', () => {
    const { act, until, table } = play();
    act('ARD', 'PLEDGE', pledge({ clause: clause('MUTUAL_ASSIST', { crisis: 'C1', rung: 9, minimum: 1, within: 0 }), turn: 2 }));
    until('resolution');
    expect([table.of('pledgeReturned').length, table.of('pledgeKept').length, table.factors('trust/BEL/ARD').pledgeKept]).toEqual([1, 0, undefined]);
  });

  it('F.58 one given to some is theirs alone: in the views, the events and the reasons', () => {
    const { act, until, state, table } = play();
    act('ARD', 'PLEDGE', pledge({ to: ['BEL'], clause: clause('LIMIT', { domain: 'SEA', region: 'sound', cap: 0 }) }));
    expect([Object.keys(seatView(state, 'BEL').pledges).length, Object.keys(seatView(state, 'COR').pledges).length, Object.keys(viewFor(state, { kind: 'observer' }).public.pledges).length]).toEqual([1, 0, 0]);
    table.order('ARD', ['DEPLOY', { crisis: 'C1', packages: [{ domain: 'SEA', count: 1 }] }]);
    until('resolution');
    const seen = (seat: string) => JSON.stringify(table.events.map((event) => eventFor(state, event, { kind: 'seat', seat })));
    expect([seen('COR').includes('ledge'), seen('BEL').includes('pledgeMissed')]).toEqual([false, true]);
    expect(table.factors('trust/COR/ARD').pledgeMissed).toBeUndefined();
  });

  it('F.58 a public one is public', () => {
    const { act, state } = play();
    act('ARD', 'PLEDGE', pledge());
    expect(Object.keys(viewFor(state, { kind: 'observer' }).public.pledges)).toHaveLength(1);
  });

  it.each([
    ['past the end of the game', { turn: 20 }, 'parameterInvalid'], ['in the past', { turn: 1 }, 'parameterInvalid'], ['what one seat cannot promise', { clause: clause('TERM', { duration: 1, renewal: 'end', notice: 0 }) }, 'clauseUnknown'],
    ['what is not said', { clause: clause('LIMIT', { domain: 'SEA', region: 'sound' }) }, 'parameterMissing'], ['to oneself', { to: ['ARD'] }, 'partnerIsSelf'],
  ])('F.58 no pledge %s', (_name, more, code) => {
    expect(play().act('ARD', 'PLEDGE', pledge(more))).toBe(code);
  });

  it('F.58 at most two a turn, until the lock', () => {
    const { act, until } = play();
    until('orders');
    expect([1, 2, 3].map(() => act('ARD', 'PLEDGE', pledge({ clause: null })))).toEqual([null, null, 'capReached']);
    until('resolution');
    expect(act('ARD', 'PLEDGE', pledge({ clause: null }))).toBe('wrongPhase');
  });
});

describe('protests as a ground', () => {
  it('F.54 from the next turn on a protest over the instrument makes suspending it lawful, and no longer than two turns', () => {
    const { act, until, state } = play({ findings: [] });
    expect(act('ARD', 'DEMARCHE', { partner: 'COR', public: false, instrument: 'm' })).toBeNull();
    expect(seatView(state, 'ARD').grounds).toEqual([]);
    until('negotiation');
    expect([seatView(state, 'ARD').grounds, seatView(state, 'COR').grounds, seatView(state, 'BEL').grounds]).toEqual([['m'], [], []]);
    const trust = state.trust.COR!.ARD!;
    expect([act('ARD', 'SUSPEND', { instrument: 'm', lift: false }), state.trust.COR!.ARD]).toEqual([null, trust]);
  });

  it('F.54 so it makes leaving at once', () => {
    const { act, until, state } = play({ findings: [], clauses: [INFOSEC, TERM] });
    act('ARD', 'DEMARCHE', { partner: 'COR', public: false, instrument: 'm' });
    until('negotiation');
    const capital = state.seats.ARD!.politicalCapital;
    expect([act('ARD', 'WITHDRAW', { instrument: 'm', atOnce: true }), state.seats.ARD!.politicalCapital]).toEqual([null, capital]);
  });

  it('F.54 two turns later it is stale', () => {
    const { act, until, state } = play({ findings: [] });
    act('ARD', 'DEMARCHE', { partner: 'COR', public: false, instrument: 'm' });
    for (let turn = 0; turn < 3; turn += 1) until('negotiation');
    expect(seatView(state, 'ARD').grounds).toEqual([]);
  });

  it.each([
    ['an instrument nobody knows', 'x', 'COR', 'instrumentUnknown'], ['one the other is no party to', 'm', 'DRA', 'notParty'],
  ])('F.54 not over %s', (_name, instrumentId, partner, code) => {
    expect(play().act('ARD', 'DEMARCHE', { partner, public: false, instrument: instrumentId })).toBe(code);
  });

  it('F.54 which text a public protest is about stays between the two', () => {
    const { act, table, state } = play();
    act('ARD', 'DEMARCHE', { partner: 'COR', public: true, instrument: 'm' });
    const seen = table.events.map((event) => eventFor(state, event, { kind: 'seat', seat: 'DRA' }));
    expect(JSON.stringify(seen)).not.toContain('"m"');
  });
});

describe('fewer parties than named, and late accession', () => {
  const tabled = (minParties: number, kind = 'mou', clauses = [COST, TERM]) => {
    const game = play({ clauses: [], bend: (state) => { state.instruments = {}; } });
    expect(game.act('ARD', 'TABLE', { title: 'Watch', kind, parties: ['BEL', 'COR'], classification: 'R', minParties, clauses })).toBeNull();
    const text = () => Object.values(game.state.instruments)[0]!;
    return { ...game, text, sign: (seat: string) => game.act(seat, 'SIGN', { instrument: text().id, version: 1 }), ratify: (seat: string) => game.act(seat, 'RATIFY', { instrument: text().id }) };
  };
  const windowCloses = (until: (phase: State['phase']) => unknown) => { for (let turn = 0; turn < 3; turn += 1) until('negotiation'); };

  it('F.47 an MoU binds those who signed when the window closes, if they are enough', () => {
    const { sign, until, text } = tabled(2);
    for (const seat of ['ARD', 'BEL']) expect(sign(seat)).toBeNull();
    expect(text().status).toBe('tabled');
    windowCloses(until);
    expect(text()).toMatchObject({ status: 'inForce', parties: ['ARD', 'BEL'], invited: ['COR'] });
  });

  it('F.47 lapses if they are not enough, and by default needs all', () => {
    const few = tabled(3);
    for (const seat of ['ARD', 'BEL']) few.sign(seat);
    windowCloses(few.until);
    expect(few.text().status).toBe('lapsed');
    const all = tabled(0);
    for (const seat of ['ARD', 'BEL']) all.sign(seat);
    windowCloses(all.until);
    expect(all.text().status).toBe('lapsed');
  });

  it('F.47 an agreement binds its ratifiers: enough signatures are enough to ratify', () => {
    const { sign, ratify, until, text } = tabled(2, 'agreement');
    sign('ARD');
    expect(ratify('ARD')).toBe('notFullySigned');
    sign('BEL');
    expect([ratify('ARD'), ratify('BEL'), ratify('COR')]).toEqual([null, null, 'notFullySigned']);
    windowCloses(until);
    expect(text()).toMatchObject({ status: 'inForce', parties: ['ARD', 'BEL'] });
  });

  it('F.47 a named seat joins late, at the next Briefing, and is bound from then on', () => {
    const { sign, ratify, until, text, state, table } = tabled(2, 'agreement');
    for (const seat of ['ARD', 'BEL']) { sign(seat); }
    for (const seat of ['ARD', 'BEL']) { ratify(seat); }
    windowCloses(until);
    expect([Object.keys(seatView(state, 'COR').instruments), Object.keys(seatView(state, 'COR').accessions), Object.keys(seatView(state, 'DRA').accessions)]).toEqual([[], [text().id], []]);
    const before = state.seats.COR!.politicalCapital;
    expect([ratify('COR'), ratify('COR')]).toEqual([null, 'alreadyRatified']);
    expect(state.seats.COR!.politicalCapital).toBeLessThan(before);
    expect(table.events.find(({ type }) => type === 'accessionDeclared')!.audience).toEqual(['ARD', 'BEL', 'COR']);
    until('negotiation');
    expect(text()).toMatchObject({ parties: ['ARD', 'BEL', 'COR'], invited: [] });
    expect(Object.keys(seatView(state, 'COR').obligations)).toHaveLength(1);
  });

  it('F.47 nobody joins what has ended meanwhile', () => {
    const { sign, until, text, state } = tabled(2);
    for (const seat of ['ARD', 'BEL']) sign(seat);
    windowCloses(until);
    expect(sign('COR')).toBeNull();
    Object.assign(text(), { status: 'ended', endedTurn: state.turn });
    until('negotiation');
    expect(text().parties).toEqual(['ARD', 'BEL']);
  });

  it('F.47 what a late party pays at home is its own business', () => {
    const { sign, ratify, until, table, state } = tabled(2, 'agreement');
    for (const seat of ['ARD', 'BEL']) sign(seat);
    for (const seat of ['ARD', 'BEL']) ratify(seat);
    windowCloses(until);
    ratify('COR');
    const declared = table.events.find(({ type }) => type === 'accessionDeclared')!;
    expect(eventFor(state, declared, { kind: 'seat', seat: 'ARD' })!.data).not.toHaveProperty('price');
  });

  it('F.47 fewer than two, or more than are named, are no number of parties', () => {
    const { act } = play({ clauses: [], bend: (state) => { state.instruments = {}; } });
    for (const minParties of [1, 4]) expect(act('ARD', 'TABLE', { title: 'Watch', kind: 'mou', parties: ['BEL', 'COR'], classification: 'R', minParties, clauses: [COST] })).toBe('parameterInvalid');
  });
});

describe('incidents', () => {
  it('D.33 one that nobody clears raises the rung once, and is over', () => {
    const { until, state } = play({ bend: (it) => { it.crises.C1!.incident = { turn: 1, parties: ['ARD', 'DRA'] }; it.incidents.push({ crisis: 'C1', turn: 1, parties: ['ARD', 'DRA'], called: [] }); } });
    until('review');
    expect(state.crises.C1!.incident?.turn).toBe(1);
    until('negotiation');
    expect([state.crises.C1!.incident, state.incidents.filter(({ turn }) => turn < 2)]).toEqual([null, []]);
  });

  it.each([
    ['at once', 2, ['ARD', 'BEL']],
    ['a turn later, after another one that nobody was in', 1, []],
  ])('F.INCIDENT_PROC is kept by those who call %s', (_when, turn, latest) => {
    const { until, table, state } = play({ clauses: [{ kind: 'INCIDENT_PROC', params: { joint: true } }], findings: [], bend: (it) => {
      it.crises.C1!.incident = { turn, parties: latest };
      it.incidents.push({ crisis: 'C1', turn, parties: ['ARD', 'BEL'], called: [] });
    } });
    for (const seat of ['ARD', 'BEL']) table.order(seat, ['DECONFLICT', { crisis: 'C1' }]);
    for (let turns = 0; turns < turn; turns += 1) until('review');
    expect(state.findings.map(({ seat, kind, result }) => `${seat} ${kind} ${result}`)).toEqual(['ARD INCIDENT_PROC met', 'BEL INCIDENT_PROC met']);
  });
});
