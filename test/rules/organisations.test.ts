// Organisations: motions, silence and votes, what adoption does, membership, forums, common funds, and hosts (rulings 28, 42, 59-63).
import { describe, expect, test } from 'vitest';
import type { Command } from '../../shared/model/commands.ts';
import type { Change } from '../../shared/model/change.ts';
import type { State } from '../../shared/model/state.ts';
import { eventFor } from '../../shared/view/event-for.ts';
import { seatSight, viewFor } from '../../shared/view/view-for.ts';
import { forecast } from '../../shared/rules/pricing.ts';
import { build, refusalOf } from './build.ts';
import { Table } from './table.ts';

const THREE = ['ARD', 'BEL', 'COR'];
const ORGANISATIONS = {
  compact: { name: 'Compact', members: THREE, rule: 'consensus', standard: 1, fund: 3 },
  council: { name: 'Council', members: THREE, observers: ['DRA'], rule: 'qualifiedMajority', weights: { ARD: 2 } },
  pact: { name: 'Pact', members: THREE, rule: 'leadNation', lead: 'ARD' },
  ring: { name: 'Ring', members: ['ARD', 'BEL'], rule: 'consensus', chairs: ['ARD'] },
};

const at = (bend: (state: State) => void = () => {}) => new Table(build(bend, ORGANISATIONS));
/** The crisis lies in a region of COR. */
const abroad = (bend: (state: State) => void = () => {}) => at((state) => {
  state.scenario.crises.C1!.region = 'cor';
  bend(state);
});
const move = (organisation: string, kind: string, params: Record<string, unknown> = {}): Command => ({ type: 'act', action: 'MOTION', params: { organisation, kind, ...params } });
const vote = (play: Table, said: 'yes' | 'no' | 'break', motion = Object.keys(play.state.motions)[0]!): Command => ({ type: 'act', action: 'VOTE', params: { motion, vote: said } });
const mandate = (organisation: string) => move(organisation, 'mandate', { crisis: 'C1' });
const next = (play: Table, times = 1) => {
  for (let time = 0; time < times; time += 1) play.ask('control', { type: 'advancePhase' });
};
/** From Negotiation through the resolution. */
const resolve = (play: Table) => next(play, 2);
const status = (play: Table) => Object.values(play.state.motions).map((motion) => motion.status);
const factorsOf = (play: Table, path: string) => play.of('numbersChanged').flatMap(({ changes }) => changes.filter((change: Change) => change.path === path).flatMap(({ factors }) => factors.map(({ name, value }) => [name, value / 1000] as const)));
const sum = (play: Table, path: string, name: string) => factorsOf(play, path).filter(([one]) => one === name).reduce((all, [, value]) => all + value, 0);
const audienceOf = (play: Table, type: string) => play.events.find((event) => event.type === type)?.audience;

describe('G silence', () => {
  test('G.59 silence that ends at the lock adopts, in the same turn', () => {
    const play = at();
    play.ask('ARD', mandate('compact'));
    expect(status(play)).toEqual(['open']);
    resolve(play);
    expect(status(play)).toEqual(['adopted']);
    expect(play.state.organisations.compact!.mandates).toEqual([{ crisis: 'C1', since: 2 }]);
  });
  test('G.59 tabled in Orders it is decided at the next lock', () => {
    const play = at((state) => {
      state.phase = 'orders';
    });
    play.ask('ARD', mandate('compact'));
    next(play);
    expect(status(play)).toEqual(['open']);
    next(play, 5);
    expect([play.state.turn, ...status(play)]).toEqual([3, 'adopted']);
  });
  test('G.59 breaking it fails the motion at once, at a price in capital and in the trust of its author', () => {
    const play = at();
    play.ask('ARD', mandate('compact'));
    const { politicalCapital } = play.state.seats.BEL!;
    const trust = play.state.trust.ARD!.BEL!;
    play.ask('BEL', vote(play, 'break'));
    expect(status(play)).toEqual(['failed']);
    expect([play.state.seats.BEL!.politicalCapital, play.state.trust.ARD!.BEL!]).toEqual([politicalCapital - 1, trust - 1]);
    resolve(play);
    expect(play.state.organisations.compact!.mandates).toEqual([]);
  });
  test('G.59 it can be broken until the lock', () => {
    const play = at();
    play.ask('ARD', mandate('compact'));
    next(play);
    play.ask('COR', vote(play, 'break'));
    expect(status(play)).toEqual(['failed']);
  });
  test('G.59 the author cannot break its own', () => {
    const play = at();
    play.ask('ARD', mandate('compact'));
    expect(play.tries('ARD', vote(play, 'break'))).toMatchObject({ code: 'ownMotion' });
  });
  test('G.63 where nobody but the subject could have spoken, silence says nothing', () => {
    const play = at();
    play.ask('ARD', move('ring', 'expulsion', { seat: 'BEL' }));
    resolve(play);
    expect(status(play)).toEqual(['failed']);
  });
  test('G.59 moving costs a point and political capital', () => {
    const play = at();
    play.ask('ARD', mandate('compact'));
    expect([play.state.seats.ARD!.pointsSpent, sum(play, 'seat/ARD/politicalCapital', 'motion')]).toEqual([1, -1]);
  });
});

describe('G votes', () => {
  test.each<[string, Record<string, 'yes' | 'no'>, string, number]>([
    ['its author alone has half of four votes', {}, 'failed', 65],
    ['two of four votes and one more are enough', { BEL: 'yes' }, 'adopted', 65],
    ['a no is no yes', { BEL: 'no', COR: 'no' }, 'failed', 65],
    ['exactly the majority is enough', { BEL: 'yes' }, 'adopted', 75],
    ['one point more is not', { BEL: 'yes' }, 'failed', 76],
  ])('G.60 %s', (_what, votes, outcome, majority) => {
    const play = at((state) => {
      state.scenario.organisations.council!.majority = majority;
    });
    play.ask('ARD', mandate('council'));
    for (const [seat, said] of Object.entries(votes)) play.ask(seat, vote(play, said));
    resolve(play);
    expect(status(play)).toEqual([outcome]);
  });
  test('G.60 the parameter says how many percent where the charter does not', () => {
    const play = at((state) => {
      state.parameters.qualifiedMajority = 76;
    });
    play.ask('ARD', mandate('council'));
    play.ask('BEL', vote(play, 'yes'));
    resolve(play);
    expect(status(play)).toEqual(['failed']);
  });
  test('G.60 votes change until the lock', () => {
    const play = at();
    play.ask('ARD', mandate('council'));
    play.ask('BEL', vote(play, 'yes'));
    next(play);
    play.ask('BEL', vote(play, 'no'));
    next(play);
    expect(status(play)).toEqual(['failed']);
    expect(play.of('votesShown')).toMatchObject([{ votes: { ARD: 'yes', BEL: 'no' } }]);
  });
  test('G.63 the subject has no vote and does not count', () => {
    const play = at();
    play.ask('BEL', move('council', 'sanction', { seat: 'ARD' }));
    expect(play.tries('ARD', vote(play, 'no'))).toMatchObject({ code: 'noVote' });
    play.ask('COR', vote(play, 'yes'));
    resolve(play);
    expect(status(play)).toEqual(['adopted']);
  });
  test('G.61 the lead nation decides, and moving is its yes', () => {
    const play = at();
    play.ask('ARD', mandate('pact'));
    play.ask('BEL', vote(play, 'no'));
    play.ask('COR', vote(play, 'no'));
    resolve(play);
    expect(status(play)).toEqual(['adopted']);
  });
  test('G.61 no answer of the lead nation fails it', () => {
    const play = at();
    play.ask('BEL', mandate('pact'));
    play.ask('COR', vote(play, 'yes'));
    resolve(play);
    expect(status(play)).toEqual(['failed']);
  });
  test('G.61 only those who opted in owe a levy, by a yes or by packages on a mission', () => {
    const levied = (bend: (state: State) => void) => {
      const play = at(bend);
      play.ask('ARD', move('pact', 'levy', { amount: 3 }));
      resolve(play);
      return play.of('levyRaised');
    };
    expect(levied(() => {})).toMatchObject([{ amount: 3, dueTurn: 3, payers: ['ARD'] }]);
    expect(levied((state) => {
      state.organisations.pact!.mandates = [{ crisis: 'C1', since: 1 }];
      state.crises.C1!.deployments.COR = [{ domain: 'SEA', count: 1 }];
    })).toMatchObject([{ payers: ['ARD', 'COR'] }]);
  });
  test('the order in which members speak changes nothing', () => {
    const outcome = (seats: string[]) => {
      const play = at();
      play.ask('ARD', mandate('council'));
      play.ask('BEL', move('council', 'standard', { level: 2 }));
      const [first, second] = Object.keys(play.state.motions);
      for (const seat of seats) play.ask(seat, vote(play, seat === 'COR' ? 'no' : 'yes', seat === 'ARD' ? second : first));
      resolve(play);
      const { organisations, seats: ministries, trust } = play.state;
      return { organisations, ministries, trust };
    };
    expect(outcome(['ARD', 'BEL', 'COR'])).toEqual(outcome(['COR', 'BEL', 'ARD']));
  });
});

describe('G what adoption does', () => {
  const adopted = (kind: string, params: Record<string, unknown>, bend: (state: State) => void = () => {}) => {
    const play = at(bend);
    play.ask('ARD', move('compact', kind, params));
    resolve(play);
    return play;
  };
  test('a standard raises what STANDARDISE can reach', () => {
    expect(adopted('standard', { level: 3 }).state.organisations.compact!.standard).toBe(3);
  });
  test('G.63 a sanction takes 2 of public opinion and no trust', () => {
    const play = adopted('sanction', { seat: 'DRA' });
    expect(play.factors('seat/DRA/publicOpinion').sanction).toBe(-2000);
    expect(play.state.organisations.compact!.sanctioned).toEqual(['DRA']);
    expect(Object.keys(play.factors('trust/DRA/ARD'))).not.toContain('sanction');
  });
  test('G.63 an expelled member is a member no more, and it can be read that it was expelled', () => {
    const { members, expelled } = adopted('expulsion', { seat: 'COR' }).state.organisations.compact!;
    expect([members, expelled]).toEqual([['ARD', 'BEL'], ['COR']]);
  });
  test('a norm binds the members, and its breach costs them alone', () => {
    const play = at((state) => {
      state.organisations.compact!.norms = ['showOfForce'];
    });
    play.ask('control', { type: 'advancePhase' });
    play.order('BEL', ['SHOW_FORCE', { region: 'sound' }]);
    play.order('DRA', ['SHOW_FORCE', { region: 'sound' }]);
    next(play);
    expect(play.of('normBroken')).toEqual([{ organisation: 'compact', act: 'showOfForce', seat: 'BEL' }]);
    expect([sum(play, 'seat/BEL/politicalCapital', 'normBroken'), sum(play, 'seat/BEL/publicOpinion', 'normBroken'), sum(play, 'trust/ARD/BEL', 'normBroken'), sum(play, 'trust/DRA/BEL', 'normBroken')]).toEqual([-6, -3, -6, 0]);
  });
  test('H.75 a right attribution in common calms the crisis once', () => {
    const play = adopted('attribution', { threat: 'cables', claim: 'sab', accused: 'DRA' });
    expect(play.of('attributionMade').map(({ seat }) => seat)).toEqual(['ARD', 'BEL', 'COR']);
    expect(play.factors('crisis/C1/severity').attribution).toBe(-5000);
  });
  test('H.75 a wrong one costs each of them, and they forgive each other', () => {
    const play = adopted('attribution', { threat: 'cables', claim: 'acc' });
    for (const seat of THREE) expect(sum(play, `seat/${seat}/politicalCapital`, 'wrongAttribution')).toBe(-8);
    expect([sum(play, 'trust/DRA/BEL', 'wrongAttribution'), sum(play, 'trust/ARD/BEL', 'wrongAttribution')]).toEqual([-5, 0]);
  });
  test('H.75 who voted no has no part in it', () => {
    const play = at();
    play.ask('ARD', move('council', 'attribution', { threat: 'cables', claim: 'acc' }));
    play.ask('BEL', vote(play, 'yes'));
    play.ask('COR', vote(play, 'no'));
    resolve(play);
    expect(play.of('attributionMade').map(({ seat }) => seat)).toEqual(['ARD', 'BEL']);
  });
  test('a standing force keeps packages back for missions of the organisation', () => {
    const play = adopted('standingForce', { domain: 'SEA', count: 2 });
    expect(play.state.organisations.compact!.standingForce).toEqual({ domain: 'SEA', packages: 2, since: 2 });
    const sent = { crisis: 'C1', packages: [{ domain: 'SEA', count: 2 }] };
    expect(refusalOf(play.state, 'ARD', 'DEPLOY', sent)).toMatchObject({ code: 'heldReady', params: { domain: 'SEA', free: 0 } });
    play.state.organisations.compact!.mandates = [{ crisis: 'C1', since: 2 }];
    expect(refusalOf(play.state, 'ARD', 'DEPLOY', sent)).toBeNull();
  });
  test('whoever is moved against or for is LEAD to the author', () => {
    const play = at((state) => {
      state.scenario.seats.ARD!.objectives = [{ code: 'LEAD', weight: 100, text: 'Lead.' }];
    });
    const lead = () => seatSight(play.state, 'ARD').own.brief.objectives[0]!.value;
    expect(lead()).toEqual({ known: true, value: 0 });
    play.ask('ARD', mandate('compact'));
    resolve(play);
    expect(lead()).toEqual({ known: true, value: 3333 });
  });
});

describe('E.42 common funds', () => {
  const deployed = (bend: (state: State) => void = () => {}) => at((state) => {
    state.organisations.compact!.mandates = [{ crisis: 'C1', since: 1 }];
    for (const seat of ['ARD', 'BEL']) state.crises.C1!.deployments[seat] = [{ domain: 'SEA', count: 2 }];
    bend(state);
  });
  test('E.42 a mandate pays back a credit a package, in order of codes while the fund lasts', () => {
    const play = deployed();
    resolve(play);
    expect([play.factors('seat/ARD/budget').reimbursement, play.factors('seat/BEL/budget').reimbursement]).toEqual([2000, 1000]);
    expect(play.state.organisations.compact!.fund).toBe(0);
  });
  test('E.42 an empty fund pays nothing', () => {
    const play = deployed((state) => {
      state.organisations.compact!.fund = 0;
    });
    resolve(play);
    expect(play.factors('seat/ARD/budget').reimbursement).toBeUndefined();
  });
  test('E.42 outsiders get nothing', () => {
    const play = deployed((state) => {
      state.crises.C1!.deployments = { DRA: [{ domain: 'SEA', count: 1 }] };
    });
    resolve(play);
    expect([play.factors('seat/DRA/budget').reimbursement, play.state.organisations.compact!.fund]).toEqual([undefined, 3]);
  });
  test('E.42 a package is paid for once where two organisations mandate the crisis', () => {
    const play = deployed((state) => {
      Object.assign(state.organisations.council!, { fund: 10, mandates: [{ crisis: 'C1', since: 1 }] });
      state.organisations.compact!.fund = 10;
    });
    resolve(play);
    expect([play.factors('seat/ARD/budget').reimbursement, play.state.organisations.council!.fund]).toEqual([2000, 10]);
  });
  test('E.42 a levy fills the fund in step 4 of the next turn', () => {
    const play = at();
    play.ask('ARD', move('compact', 'levy', { amount: 4 }));
    resolve(play);
    expect([play.state.organisations.compact!.fund, play.state.organisations.compact!.levies]).toEqual([3, [{ amount: 4, dueTurn: 3, payers: THREE }]]);
    next(play, 5);
    expect([play.state.turn, play.state.organisations.compact!.fund]).toEqual([3, 15]);
    expect(sum(play, 'seat/BEL/budget', 'levy')).toBe(-4);
  });
  test('E.42 nobody gives what it does not have, and what is paid in is what was paid', () => {
    const play = at((state) => {
      state.organisations.compact!.levies = [{ amount: 15, dueTurn: 2, payers: THREE }];
      Object.assign(state.seats.COR!, { budget: 0, income: 10 });
    });
    resolve(play);
    const paid = play.of('contributionMade').filter(({ to }) => to === 'fund').reduce((all, { amount }) => all + amount, 0);
    const given = THREE.reduce((all, seat) => all - sum(play, `seat/${seat}/budget`, 'levy'), 0);
    expect(paid).toBe(given);
    expect(play.state.organisations.compact!.fund).toBe(3 + paid);
    expect(sum(play, 'seat/COR/budget', 'levy')).toBe(-10);
  });
  test('E.42 what flows between seats and fund is conserved with payouts too', () => {
    const play = deployed((state) => {
      state.organisations.compact!.levies = [{ amount: 2, dueTurn: 2, payers: THREE }];
    });
    resolve(play);
    const seats = ['ARD', 'BEL', 'COR', 'DRA'].reduce((all, seat) => all + sum(play, `seat/${seat}/budget`, 'levy') + sum(play, `seat/${seat}/budget`, 'reimbursement'), 0);
    expect(play.state.organisations.compact!.fund - 3).toBe(-seats);
    expect(sum(play, 'seat/BEL/budget', 'reimbursement')).toBe(2);
  });
  test('E.42 a levy is a duty of the forecast, and orders have what is left', () => {
    const play = at((state) => {
      state.organisations.compact!.levies = [{ amount: 20, dueTurn: 2, payers: THREE }];
    });
    expect(forecast(seatSight(play.state, 'ARD')).duties).toContainEqual({ name: 'levy', amount: 20 });
    next(play);
    play.order('ARD', ['TRAIN', {}], ['INVEST', { domain: 'SEA' }]);
    next(play);
    expect(play.of('orderCancelled')).toMatchObject([{ seat: 'ARD', action: 'INVEST', reason: 'tooLittleMoney' }]);
  });
});

describe('C.28 hosts', () => {
  const sent = (count: number) => ({ crisis: 'C1', packages: [{ domain: 'SEA', count }] });
  const host = (act: string, partner: string, more: Record<string, unknown> = {}) => ({ act, partner, crisis: 'C1', ...more });
  const grant = (partner: string, more: Record<string, unknown> = {}): Command => ({ type: 'act', action: 'HOST', params: host('grant', partner, more) });
  test('C.28 a region of nobody, and one’s own, need no consent', () => {
    expect(refusalOf(at().state, 'ARD', 'DEPLOY', sent(1))).toBeNull();
    expect(refusalOf(abroad().state, 'COR', 'DEPLOY', sent(1))).toBeNull();
    expect(refusalOf(abroad().state, 'ARD', 'DEPLOY', sent(1))).toMatchObject({ code: 'noHostConsent' });
    expect(refusalOf(abroad().state, 'ARD', 'DEPLOY', sent(0))).toBeNull();
  });
  test('C.28 the owner grants: its capital pays, its opinion likes it, the cap holds', () => {
    const play = abroad();
    play.ask('COR', grant('ARD', { cap: 1 }));
    expect([sum(play, 'seat/COR/politicalCapital', 'hosting'), sum(play, 'seat/COR/publicOpinion', 'hosting'), play.state.seats.COR!.pointsSpent]).toEqual([-2, 1, 0]);
    expect(refusalOf(play.state, 'ARD', 'DEPLOY', sent(1))).toBeNull();
    expect(refusalOf(play.state, 'ARD', 'DEPLOY', sent(2))).toMatchObject({ code: 'hostCapPassed', params: { cap: 1 } });
    expect(refusalOf(play.state, 'BEL', 'DEPLOY', sent(1))).toMatchObject({ code: 'noHostConsent' });
  });
  test('C.28 a request takes effect as soon as the owner accepts, and the owner pays', () => {
    const play = abroad();
    play.ask('ARD', { type: 'invite', action: 'HOST', params: host('request', 'COR', { cap: 2 }) });
    expect(play.of('hostGranted')).toEqual([]);
    play.accept('COR');
    expect(play.of('hostGranted')).toMatchObject([{ grant: { host: 'COR', guest: 'ARD', crisis: 'C1', cap: 2, until: null } }]);
    expect([sum(play, 'seat/COR/politicalCapital', 'hosting'), sum(play, 'seat/ARD/politicalCapital', 'hosting')]).toEqual([-2, 0]);
  });
  test('C.28 an owner without the capital cannot accept', () => {
    const play = abroad((state) => {
      state.seats.COR!.politicalCapital = 1;
    });
    play.ask('ARD', { type: 'invite', action: 'HOST', params: host('request', 'COR') });
    const [invitation] = Object.keys(play.state.invitations);
    expect(play.tries('COR', { type: 'answerInvitation', invitation: invitation!, accept: true })).toMatchObject({ code: 'tooLittleCapital' });
  });
  test('C.28 taken back, packages leave in the next step 8', () => {
    const play = abroad((state) => {
      state.hostGrants = [{ id: 'g', host: 'COR', guest: 'ARD', region: 'cor', crisis: 'C1', cap: 4, until: null }];
      state.crises.C1!.deployments.ARD = [{ domain: 'SEA', count: 2 }];
    });
    play.ask('COR', { type: 'act', action: 'HOST', params: host('revoke', 'ARD') });
    expect(play.state.crises.C1!.deployments.ARD).toBeDefined();
    resolve(play);
    expect(play.state.crises.C1!.deployments.ARD).toBeUndefined();
    expect(play.of('packagesRecalled')).toMatchObject([{ seat: 'ARD', crisis: 'C1', packages: [], reason: 'noHostConsent' }]);
  });
  test('C.28 a lower cap sends home what is above it', () => {
    const play = abroad((state) => {
      state.crises.C1!.deployments.ARD = [{ domain: 'SEA', count: 2 }, { domain: 'ISR', count: 1 }];
    });
    play.ask('COR', grant('ARD', { cap: 1 }));
    resolve(play);
    expect(play.state.crises.C1!.deployments.ARD).toEqual([{ domain: 'SEA', count: 1 }]);
  });
  test('C.28 a grant ends after its last turn', () => {
    const play = abroad();
    play.ask('COR', grant('ARD', { until: 2 }));
    play.ask('control', { type: 'advancePhase' });
    play.order('ARD', ['DEPLOY', sent(1)]);
    next(play, 2);
    expect(play.state.crises.C1!.deployments.ARD).toEqual([{ domain: 'SEA', count: 1 }]);
    next(play, 4);
    expect([play.state.turn, play.state.crises.C1!.deployments.ARD, play.state.hostGrants]).toEqual([3, undefined, []]);
  });
  test('G.62 a mandate replaces the host, in the turn of its adoption', () => {
    const play = abroad();
    play.ask('ARD', mandate('compact'));
    next(play);
    play.order('ARD', ['DEPLOY', sent(1)]);
    next(play);
    expect(play.state.crises.C1!.deployments.ARD).toEqual([{ domain: 'SEA', count: 1 }]);
    expect(play.factors('seat/ARD/budget').reimbursement).toBeUndefined();
  });
  test('G.62 a mandate that fails cancels what hoped for it, and the money comes back', () => {
    const play = abroad();
    play.ask('ARD', mandate('council'));
    next(play);
    play.order('BEL', ['DEPLOY', sent(2)], ['TRAIN', {}]);
    next(play);
    expect(status(play)).toEqual(['failed']);
    expect(play.state.crises.C1!.deployments.BEL).toBeUndefined();
    expect([sum(play, 'seat/BEL/budget', 'order'), sum(play, 'seat/BEL/budget', 'refund')]).toEqual([-12, 8]);
    expect(play.state.sheets.BEL!.outcomes).toMatchObject({ BEL0: { done: false, reason: 'noHostConsent' }, BEL1: { done: true } });
  });
  test('G.62 silence broken before the lock takes the permission away at once', () => {
    const play = abroad();
    play.ask('ARD', mandate('compact'));
    expect(refusalOf(play.state, 'BEL', 'DEPLOY', sent(1))).toBeNull();
    play.ask('COR', vote(play, 'break'));
    expect(refusalOf(play.state, 'BEL', 'DEPLOY', sent(1))).toMatchObject({ code: 'noHostConsent' });
  });
  test('C.28 where the scenario insists on the host, no mandate replaces it', () => {
    const play = abroad((state) => {
      state.scenario.crises.C1!.hostRequired = true;
      state.organisations.compact!.mandates = [{ crisis: 'C1', since: 1 }];
    });
    expect(refusalOf(play.state, 'ARD', 'DEPLOY', sent(1))).toMatchObject({ code: 'noHostConsent' });
    play.ask('COR', grant('ARD'));
    expect(refusalOf(play.state, 'ARD', 'DEPLOY', sent(1))).toBeNull();
  });
  test('C.28 a mandate admits members, not outsiders', () => {
    const play = abroad((state) => {
      state.organisations.compact!.mandates = [{ crisis: 'C1', since: 1 }];
    });
    expect(refusalOf(play.state, 'ARD', 'DEPLOY', sent(1))).toBeNull();
    expect(refusalOf(play.state, 'DRA', 'DEPLOY', sent(1))).toMatchObject({ code: 'noHostConsent' });
  });
  test.each<[string, Table, string, Record<string, unknown>, string]>([
    ['a crisis in nobody’s region', at(), 'ARD', host('request', 'COR'), 'consentNotNeeded'],
    ['one’s own region', abroad(), 'COR', host('request', 'ARD'), 'consentNotNeeded'],
    ['somebody else than the owner', abroad(), 'ARD', host('request', 'BEL'), 'notHost'],
    ['granting what is not one’s own', abroad(), 'BEL', host('grant', 'ARD'), 'notHost'],
    ['taking back what was never given', abroad(), 'COR', host('revoke', 'ARD'), 'grantUnknown'],
    ['a turn that is over', abroad(), 'COR', host('grant', 'ARD', { until: 1 }), 'parameterInvalid'],
    ['oneself', abroad(), 'COR', host('grant', 'COR'), 'partnerIsSelf'],
    ['an empty purse of capital', abroad((state) => void (state.seats.COR!.politicalCapital = 0)), 'COR', host('grant', 'ARD'), 'tooLittleCapital'],
  ])('refuses %s', (_what, play, seat, params, code) => {
    expect(refusalOf(play.state, seat, 'HOST', params)).toMatchObject({ code });
  });
});

describe('membership', () => {
  const ask = (organisation: string, request: string): Command => ({ type: 'act', action: 'MEMBERSHIP', params: { organisation, request } });
  test('an application is a motion that members decide by silence', () => {
    const play = at();
    play.ask('DRA', ask('compact', 'join'));
    expect(play.of('motionTabled')[0]!.motion).toMatchObject({ kind: 'admission', by: 'DRA', params: { seat: 'DRA', role: 'member' } });
    resolve(play);
    expect(play.state.organisations.compact!.members).toEqual(['ARD', 'BEL', 'COR', 'DRA']);
    expect(audienceOf(play, 'membershipChanged')).toBe('all');
  });
  test('a member breaks silence over it, and the applicant trusts it less', () => {
    const play = at();
    play.ask('DRA', ask('compact', 'observe'));
    play.ask('BEL', vote(play, 'break'));
    resolve(play);
    expect([play.state.organisations.compact!.observers, sum(play, 'trust/DRA/BEL', 'silenceBroken')]).toEqual([[], -1]);
  });
  test('an observer becomes a partner, and is an observer no more', () => {
    const play = at();
    play.ask('DRA', ask('council', 'partner'));
    for (const seat of ['ARD', 'BEL']) play.ask(seat, vote(play, 'yes'));
    resolve(play);
    expect(play.state.organisations.council).toMatchObject({ observers: [], partners: ['DRA'] });
  });
  test('leaving is at once, and what is owed stays owed', () => {
    const play = at((state) => {
      state.organisations.compact!.levies = [{ amount: 3, dueTurn: 2, payers: ['COR'] }];
    });
    play.ask('COR', ask('compact', 'leave'));
    expect([play.state.organisations.compact!.members, play.state.organisations.compact!.expelled]).toEqual([['ARD', 'BEL'], []]);
    resolve(play);
    expect(sum(play, 'seat/COR/budget', 'levy')).toBe(-3);
  });
  test('classification follows membership', () => {
    const play = at((state) => {
      state.scenario.organisations.compact!.ceiling = 'S';
    });
    const members = () => seatSight(play.state, 'ARD').public.organisations.compact!.members;
    expect(members()).toContain('COR');
    play.ask('COR', ask('compact', 'leave'));
    expect(members()).not.toContain('COR');
  });
  test.each([
    ['an organisation that is not there', 'ARD', { organisation: 'league', request: 'join' }, 'organisationUnknown'],
    ['a member that would join', 'ARD', { organisation: 'compact', request: 'join' }, 'alreadyMember'],
    ['an outsider that would leave', 'DRA', { organisation: 'compact', request: 'leave' }, 'notMember'],
  ])('refuses %s', (_what, seat, params, code) => {
    expect(refusalOf(at().state, seat, 'MEMBERSHIP', params)).toMatchObject({ code });
  });
  test('refuses a second application before the first is decided', () => {
    const play = at();
    play.ask('DRA', ask('compact', 'join'));
    expect(play.tries('DRA', ask('compact', 'observe'))).toMatchObject({ code: 'alreadyMoved' });
  });
});

describe('C.26 forums', () => {
  const invite: Command = { type: 'invite', action: 'FORUM', params: { partners: ['BEL', 'COR', 'DRA'], organisation: 'compact' } };
  test('all pairs gain, the host pays 4 and each guest 1', () => {
    const play = at();
    play.ask('ARD', invite);
    for (const seat of ['BEL', 'DRA']) play.accept(seat);
    resolve(play);
    expect(play.of('forumHeld')).toEqual([{ host: 'ARD', guests: ['BEL', 'DRA'], organisation: 'compact' }]);
    expect([sum(play, 'seat/ARD/budget', 'order'), sum(play, 'seat/DRA/budget', 'order')]).toEqual([-4, -1]);
    expect(sum(play, 'trust/BEL/DRA', 'forum')).toBeGreaterThan(0);
    expect(play.of('pressureLaid')).toContainEqual({ value: -1, region: null, name: 'forum', by: 'ARD' });
  });
  test.each([[['BEL'], 'order'], [[], 'forumFailed']] as const)('with %j as guests it fails, and the host loses half', (guests, factor) => {
    const play = at();
    play.ask('ARD', invite);
    for (const seat of guests) play.accept(seat);
    resolve(play);
    expect(play.of('forumHeld')).toEqual([]);
    expect([sum(play, 'seat/ARD/budget', factor), sum(play, 'seat/BEL/budget', 'order')]).toEqual([-2, 0]);
  });
  test('outsiders who came may table there in the turn that follows, and no longer', () => {
    const play = at();
    play.ask('ARD', invite);
    for (const seat of ['BEL', 'DRA']) play.accept(seat);
    expect(play.tries('DRA', mandate('compact'))).toMatchObject({ code: 'notMember' });
    resolve(play);
    next(play, 3);
    expect([play.state.turn, play.state.phase]).toEqual([3, 'negotiation']);
    expect(refusalOf(play.state, 'DRA', 'MOTION', { organisation: 'compact', kind: 'mandate', crisis: 'C1' })).toBeNull();
    next(play, 5);
    expect(refusalOf(play.state, 'DRA', 'MOTION', { organisation: 'compact', kind: 'mandate', crisis: 'C1' })).toMatchObject({ code: 'notMember' });
  });
});

describe('refusals of motions and votes', () => {
  test.each<[string, string, Record<string, unknown>, string]>([
    ['an organisation that is not there', 'ARD', { organisation: 'league', kind: 'levy' }, 'organisationUnknown'],
    ['an outsider', 'DRA', { organisation: 'compact', kind: 'levy' }, 'notMember'],
    ['an observer', 'DRA', { organisation: 'council', kind: 'levy' }, 'notMember'],
    ['a member that is no chair', 'BEL', { organisation: 'ring', kind: 'levy' }, 'notChair'],
    ['a mandate for nothing', 'ARD', { organisation: 'compact', kind: 'mandate' }, 'parameterMissing'],
    ['a mandate for a crisis nobody knows', 'ARD', { organisation: 'compact', kind: 'mandate', crisis: 'C9' }, 'crisisUnknown'],
    ['the standard that stands', 'ARD', { organisation: 'compact', kind: 'standard', level: 1 }, 'alreadyAdopted'],
    ['an expulsion of no member', 'ARD', { organisation: 'compact', kind: 'expulsion', seat: 'DRA' }, 'notMember'],
    ['an expulsion of oneself', 'ARD', { organisation: 'compact', kind: 'expulsion', seat: 'ARD' }, 'partnerIsSelf'],
    ['an attribution to nothing', 'ARD', { organisation: 'compact', kind: 'attribution', threat: 'cables', claim: 'ghosts' }, 'hypothesisUnknown'],
  ])('a motion: %s', (_what, seat, params, code) => {
    expect(refusalOf(at().state, seat, 'MOTION', params)).toMatchObject({ code });
  });
  test('a motion: the same twice, one that comes too late, one without the capital', () => {
    const play = at();
    play.ask('ARD', mandate('compact'));
    expect(play.tries('BEL', mandate('compact'))).toMatchObject({ code: 'alreadyMoved' });
    const late = at((state) => void Object.assign(state, { turn: 6, phase: 'orders' }));
    expect(late.tries('ARD', mandate('compact'))).toMatchObject({ code: 'motionTooLate' });
    expect(at((state) => void (state.seats.ARD!.politicalCapital = 0)).tries('ARD', mandate('compact'))).toMatchObject({ code: 'tooLittleCapital' });
  });
  test('a vote: where silence decides, where votes do, by outsiders, on what is decided, without the capital', () => {
    const silent = at((state) => void (state.seats.COR!.politicalCapital = 0));
    silent.ask('ARD', mandate('compact'));
    expect(silent.tries('BEL', vote(silent, 'yes'))).toMatchObject({ code: 'silenceDecides' });
    expect(silent.tries('DRA', vote(silent, 'break'))).toMatchObject({ code: 'motionUnknown' });
    expect(silent.tries('COR', vote(silent, 'break'))).toMatchObject({ code: 'tooLittleCapital' });
    silent.ask('BEL', vote(silent, 'break'));
    expect(silent.tries('BEL', vote(silent, 'break'))).toMatchObject({ code: 'motionClosed' });
    const counted = at();
    counted.ask('ARD', mandate('council'));
    expect(counted.tries('BEL', vote(counted, 'break'))).toMatchObject({ code: 'votesDecide' });
    expect(counted.tries('DRA', vote(counted, 'yes'))).toMatchObject({ code: 'notMember' });
  });
});

describe('K who learns what', () => {
  const seen = (play: Table, seat: string) => JSON.stringify([viewFor(play.state, { kind: 'seat', seat }), play.events.map((event) => eventFor(play.state, event, { kind: 'seat', seat }))]);
  test('K outsiders learn neither of a motion nor of how it ended', () => {
    const play = at();
    play.ask('ARD', move('compact', 'levy', { amount: 5 }));
    const [id] = Object.keys(play.state.motions);
    resolve(play);
    expect(seen(play, 'BEL')).toContain(id!);
    expect(seen(play, 'DRA')).not.toContain(id!);
    expect(seen(play, 'DRA')).not.toMatch(/levyRaised|motionAdopted|motionTabled|"levies":\{"/);
  });
  test('K an outsider’s view is the same whether there is a motion or not', () => {
    const quiet = at();
    const busy = at();
    busy.ask('ARD', move('compact', 'levy', { amount: 5 }));
    expect(viewFor(busy.state, { kind: 'seat', seat: 'DRA' })).toEqual(viewFor(quiet.state, { kind: 'seat', seat: 'DRA' }));
    expect(viewFor(busy.state, { kind: 'observer' })).toEqual(viewFor(quiet.state, { kind: 'observer' }));
  });
  test('K a vote is its voter’s own until the lock, and afterwards the members’', () => {
    const play = at();
    play.ask('ARD', mandate('council'));
    play.ask('BEL', vote(play, 'no'));
    const votes = (seat: string) => Object.values(seatSight(play.state, seat).own.motions)[0]!.votes;
    expect([votes('ARD'), votes('BEL'), votes('COR'), votes('DRA')]).toEqual([{ ARD: 'yes' }, { BEL: 'no' }, {}, {}]);
    expect(play.events.filter(({ type }) => type === 'voteCast').map(({ audience }) => audience)).toEqual([['ARD'], ['BEL']]);
    resolve(play);
    expect([votes('COR'), votes('DRA')]).toEqual([{ ARD: 'yes', BEL: 'no' }, {}]);
    expect(audienceOf(play, 'votesShown')).toEqual(THREE);
  });
  test('K what a motion says before the lock does not give its author’s vote away', () => {
    const play = at();
    play.ask('ARD', mandate('council'));
    const tabled = eventFor(play.state, play.events.find(({ type }) => type === 'motionTabled')!, { kind: 'seat', seat: 'BEL' });
    expect(JSON.stringify(tabled)).not.toContain('yes');
  });
  test('K observers read motions, and an applicant its own', () => {
    const play = at();
    play.ask('ARD', mandate('council'));
    play.ask('DRA', { type: 'act', action: 'MEMBERSHIP', params: { organisation: 'compact', request: 'join' } });
    expect(Object.values(seatSight(play.state, 'DRA').own.motions).map(({ kind }) => kind).sort()).toEqual(['admission', 'mandate']);
  });
  test('K grants are public, a request is between the two', () => {
    const play = abroad();
    play.ask('ARD', { type: 'invite', action: 'HOST', params: { act: 'request', partner: 'COR', crisis: 'C1' } });
    expect(seen(play, 'BEL')).not.toContain('"HOST"');
    play.accept('COR');
    expect(Object.values(seatSight(play.state, 'BEL').public.hostGrants)).toMatchObject([{ host: 'COR', guest: 'ARD' }]);
    expect(audienceOf(play, 'hostGranted')).toBe('all');
  });
  test('K who owes what is known to those who read motions; the fund is public', () => {
    const play = at((state) => {
      state.organisations.compact!.levies = [{ amount: 2, dueTurn: 2, payers: ['ARD', 'BEL'] }];
    });
    expect(seatSight(play.state, 'ARD').own.levies).toMatchObject({ 'compact/0': { amount: 2, dueTurn: 2 } });
    expect(seatSight(play.state, 'COR').own.levies).toEqual({});
    resolve(play);
    expect(seatSight(play.state, 'DRA').public.organisations.compact!.fund).toBe(7);
    expect(seen(play, 'DRA')).not.toContain('contributionMade');
  });
});
