// Bots: what each character does, that they work from their sight alone, and that they stop when they have nothing to say.
import { describe, expect, test } from 'vitest';
import type { SeatCommand } from '../../shared/model/commands.ts';
import type { State } from '../../shared/model/state.ts';
import type { BotCharacter, SeatId } from '../../shared/model/vocabulary.ts';
import { BOT_CHARACTERS } from '../../shared/model/vocabulary.ts';
import { BOTS, botCommands } from '../../shared/bots/bots.ts';
import { PHRASES } from '../../shared/bots/phrases.ts';
import { forecast } from '../../shared/rules/pricing.ts';
import { seatSight } from '../../shared/view/view-for.ts';
import { placed } from '../../shared/record/replay.ts';
import { apply } from '../../shared/rules/apply.ts';
import { decide } from '../../shared/rules/decide.ts';
import { playExercise } from '../../shared/simulation/play.ts';
import { mixture, shieldLesson, startOf } from '../games/shield-lesson.ts';
import { build, draft, instrument, ownReport } from '../rules/build.ts';
import { Table } from '../rules/table.ts';

function asked(state: State, seat: SeatId, character: BotCharacter): SeatCommand[] {
  state.bots[seat] = character;
  return botCommands(state, seat).map(({ command }) => command);
}

const acts = (commands: readonly SeatCommand[], action: string) => commands.filter((command) => 'action' in command && command.action === action);
const orders = (commands: readonly SeatCommand[]) => commands.flatMap((command) => (command.type === 'saveOrders' ? command.orders : []));

/** Everybody rich and at the order sheets. */
const atOrders = (bend: (state: State) => void = () => {}) => build((state) => {
  state.phase = 'orders';
  for (const ministry of Object.values(state.seats)) ministry.budget = 60;
  bend(state);
});

function packages(commands: readonly SeatCommand[]): number {
  const deploy = orders(commands).find(({ action }) => action === 'DEPLOY');
  return ((deploy?.params.packages ?? []) as { count: number }[]).reduce((sum, { count }) => sum + count, 0);
}

describe('every character', () => {
  test.each(BOT_CHARACTERS)('%s: is a function of its sight, changes nothing and never holds up a phase', (character) => {
    for (const phase of ['briefing', 'negotiation', 'orders', 'resolution', 'review'] as const) {
      const state = build((bent) => {
        bent.phase = phase;
        bent.reports.ARD!.r1 = ownReport('r1', 'ARD');
        bent.instruments.d = draft('d', [{ kind: 'INTEL_SHARE', params: { threats: [], minimum: 1, ceiling: 'C' } }]);
      });
      const sight = freeze(seatSight(state, 'ARD'));
      const context = { draw: () => 4999 };
      const commands = BOTS[character](sight, context);
      expect(BOTS[character](sight, context)).toEqual(commands);
      expect(commands.filter(({ type }) => type === 'setReady')).toEqual([]);
      if (phase === 'resolution' || phase === 'review') expect(commands).toEqual([]);
    }
  });

  test.each(BOT_CHARACTERS)('%s: has nothing to ask for while the exercise stands still', (character) => {
    for (const status of ['lobby', 'paused', 'debrief'] as const) {
      const state = build((bent) => {
        bent.status = status;
      });
      expect(asked(state, 'ARD', character)).toEqual([]);
    }
  });

  test('stops once it has asked: nobody has anything to add at the end of a phase', () => {
    playExercise(shieldLesson, { seed: 'quiet', bots: mixture(11) }, (state, event) => {
      if (event.type !== 'seatReady' && event.type !== 'ordersLocked') return;
      for (const seat of state.seatIds) expect(botCommands(state, seat)).toEqual([]);
    });
  });

  test('commands have ids of their own, the same for the same sight', () => {
    const state = atOrders((bent) => {
      bent.phase = 'negotiation';
      bent.bots.ARD = 'cooperator';
    });
    const ids = botCommands(state, 'ARD').map(({ id }) => id);
    expect(ids.length).toBeGreaterThan(0);
    expect(new Set(ids).size).toBe(ids.length);
    expect(botCommands(state, 'ARD').map(({ id }) => id)).toEqual(ids);
  });

  test('nobody sits there: nothing is asked', () => {
    const state = build((bent) => {
      delete bent.bots.ARD;
    });
    expect(botCommands(state, 'ARD')).toEqual([]);
  });
});

function freeze<T>(value: T): T {
  if (typeof value === 'object' && value !== null && !Object.isFrozen(value)) {
    Object.freeze(value);
    Object.values(value).forEach(freeze);
  }
  return value;
}

describe('invitations', () => {
  const invited = (trust: number, bend: (state: State) => void = () => {}) => {
    const play = new Table(build((state) => {
      state.trust.BEL!.ARD = trust;
      bend(state);
    }));
    play.ask('ARD', { type: 'invite', action: 'VISIT', params: { partner: 'BEL' } });
    return play.state;
  };
  const answer = (state: State, character: BotCharacter) => asked(state, 'BEL', character).find(({ type }) => type === 'answerInvitation');

  test.each(BOT_CHARACTERS)('ruling 83: %s accepts from trust 30 on', (character) => {
    expect(answer(invited(30), character)).toMatchObject({ accept: true });
    expect(answer(invited(29), character)).toMatchObject({ accept: false });
  });

  test('what cannot be paid is declined', () => {
    const play = new Table(build((state) => {
      state.seats.ARD!.budget = 20;
      state.seats.BEL!.budget = 0;
      state.seats.BEL!.income = 0;
    }));
    play.ask('ARD', { type: 'invite', action: 'EXERCISE', params: { partners: ['BEL'], domain: 'SEA', region: 'sound', observers: [] } });
    expect(answer(play.state, 'cooperator')).toMatchObject({ accept: false });
  });

  test('a free-rider does not pool what it knows', () => {
    const play = new Table(build((state) => {
      state.seats.BEL!.budget = 20;
    }));
    play.ask('ARD', { type: 'invite', action: 'FUSE', params: { partners: ['BEL'], threat: 'cables' } });
    expect(answer(play.state, 'freeRider')).toMatchObject({ accept: false });
    expect(answer(play.state, 'cooperator')).toMatchObject({ accept: true });
  });
});

describe('agreements', () => {
  const heavy = [{ kind: 'INTEL_SHARE', params: { threats: [], minimum: 1, ceiling: 'C' } }, { kind: 'HOTLINE', params: { within: 1 } }];

  test('a text that is acceptable at home is signed, one that is not stays on the table', () => {
    const offered = (capital: number) => build((state) => {
      state.seats.ARD!.politicalCapital = capital;
      state.instruments.d = draft('d', [...heavy, { kind: 'TERM', params: { duration: 4, renewal: 'auto', notice: 1 } }], { kind: 'treaty' });
    });
    expect(acts(asked(offered(80), 'ARD', 'cooperator'), 'SIGN')).toHaveLength(1);
    expect(acts(asked(offered(10), 'ARD', 'cooperator'), 'SIGN')).toEqual([]);
  });

  test('a free-rider offers a lighter version once', () => {
    const state = build((bent) => {
      bent.instruments.d = draft('d', heavy);
    });
    const [amend] = acts(asked(state, 'BEL', 'freeRider'), 'AMEND');
    expect(amend).toMatchObject({ params: { instrument: 'd', version: 1, clauses: [heavy[1]] } });
    state.instruments.d!.versions.push({ ...state.instruments.d!.versions[0]!, version: 2, by: 'BEL' });
    expect(acts(asked(state, 'BEL', 'freeRider'), 'AMEND')).toEqual([]);
  });

  test('tit-for-tat protests against a missed duty, and suspends what is broken twice', () => {
    const missed = (turns: number[]) => build((state) => {
      state.instruments.m = instrument('m', heavy, { parties: ['ARD', 'BEL'] });
      state.findings = turns.map((turn) => ({ id: `f${turn}`, turn, instrument: 'm', clause: 0, kind: 'INTEL_SHARE', seat: 'BEL', result: 'missed', visible: true, injured: ['ARD'] }));
    });
    expect(acts(asked(missed([1]), 'ARD', 'titForTat'), 'DEMARCHE')).toMatchObject([{ params: { partner: 'BEL', public: false } }]);
    expect(acts(asked(missed([1]), 'ARD', 'titForTat'), 'SUSPEND')).toEqual([]);
    expect(acts(asked(missed([1, 2]), 'ARD', 'titForTat'), 'SUSPEND')).toMatchObject([{ params: { instrument: 'm', lift: false } }]);
    expect(acts(asked(missed([1]), 'ARD', 'cooperator'), 'DEMARCHE')).toEqual([]);
  });
});

describe('reports', () => {
  const holding = build((state) => {
    state.reports.ARD!.r1 = ownReport('r1', 'ARD', { marking: 'R' });
    state.reports.ARD!.r2 = ownReport('r2', 'ARD', { marking: 'TS' });
  });

  test('a cooperator shares all that is legal with all, a free-rider nothing', () => {
    expect(acts(asked(holding, 'ARD', 'cooperator'), 'SHARE')).toMatchObject([{ params: { report: 'r1', to: ['BEL', 'COR', 'DRA'] } }]);
    expect(acts(asked(holding, 'ARD', 'freeRider'), 'SHARE')).toEqual([]);
  });

  test('a copy without its source is made of what is too secret to share', () => {
    const secret = build((state) => {
      state.reports.ARD!.r2 = ownReport('r2', 'ARD', { marking: 'S' });
      state.seats.ARD!.budget = 10;
    });
    expect(acts(asked(secret, 'ARD', 'cooperator'), 'SANITISE')).toMatchObject([{ params: { report: 'r2' } }]);
    expect(acts(asked(secret, 'ARD', 'titForTat'), 'SANITISE')).toEqual([]);
  });

  test('nobody passes on what another seat has made', () => {
    const held = build((state) => {
      state.reports.ARD!.b1 = ownReport('b1', 'BEL', { from: 'BEL', marking: 'R', releasable: ['ARD', 'COR', 'DRA'] });
    });
    expect(acts(asked(held, 'ARD', 'cooperator'), 'SHARE')).toEqual([]);
  });
});

describe('forces', () => {
  test('a cooperator sends its fair share, a free-rider a fifth of it and only when things are bad', () => {
    // Fair would be 5 x 24 x 4 / 78, seven; it has six that any cause calls for.
    expect(packages(asked(atOrders(), 'ARD', 'cooperator'))).toBe(6);
    expect(packages(asked(atOrders(), 'COR', 'cooperator'))).toBe(5);
    expect(packages(asked(atOrders(), 'ARD', 'freeRider'))).toBe(0);
    const alarming = atOrders((state) => {
      state.crises.C1!.severity = 76;
    });
    expect(packages(asked(alarming, 'ARD', 'freeRider'))).toBe(1);
  });

  test('tit-for-tat answers with the half-way between what the others carry and the least of them', () => {
    const carried = (counts: Record<SeatId, number>, bend: (state: State) => void = () => {}) => atOrders((state) => {
      state.crises.C1!.openedTurn = 1;
      for (const [seat, count] of Object.entries(counts)) state.crises.C1!.deployments[seat] = [{ domain: 'SEA', count }];
      bend(state);
    });
    const nobody = packages(asked(carried({}), 'ARD', 'titForTat'));
    const everybody = packages(asked(carried({ BEL: 5, COR: 5, DRA: 6 }), 'ARD', 'titForTat'));
    expect(everybody).toBe(6);
    // 30 percent for reports that may have gone elsewhere, 15 more by chance.
    expect([2, 3]).toContain(nobody);
    const contrite = carried({}, (state) => {
      state.instruments.m = instrument('m', [{ kind: 'HOTLINE', params: { within: 1 } }]);
      state.findings = [{ id: 'f', turn: 1, instrument: 'm', clause: 0, kind: 'HOTLINE', seat: 'ARD', result: 'missed', visible: true, injured: ['BEL'] }];
    });
    expect(packages(asked(contrite, 'ARD', 'titForTat'))).toBe(6);
  });

  test('what is believed decides what is sent', () => {
    const believing = (hypothesis: string) => atOrders((state) => {
      state.beliefs.ARD!.cables = { sab: 0, acc: 0, crim: 0, [hypothesis]: 300 };
    });
    const sent = (hypothesis: string) => orders(asked(believing(hypothesis), 'ARD', 'cooperator')).find(({ action }) => action === 'DEPLOY')!.params.packages;
    expect(sent('sab')).not.toEqual(sent('acc'));
  });

  test('a deployment that stands as wanted is left alone', () => {
    const play = new Table(atOrders());
    for (const { command } of botCommandsOf(play.state, 'ARD')) play.ask('ARD', command);
    play.ask('control', { type: 'advancePhase' });
    const kept = play.state;
    kept.phase = 'orders';
    kept.turn = 3;
    kept.seats.ARD!.budget = 60;
    kept.sheets.ARD = { orders: [], outcomes: {} };
    expect(orders(asked(kept, 'ARD', 'cooperator')).filter(({ action }) => action === 'DEPLOY')).toEqual([]);
  });
});

function botCommandsOf(state: State, seat: SeatId) {
  state.bots[seat] = 'cooperator';
  return botCommands(state, seat);
}

describe('duties', () => {
  const bound = (phase: 'negotiation' | 'orders') => atOrders((state) => {
    state.phase = phase;
    state.seats.ARD!.security = 40;
    state.instruments.m = instrument('m', [
      { kind: 'INFOSEC', params: { minimum: 60, ceiling: 'S' } },
      { kind: 'TRAINING', params: { domain: 'SEA', provider: 'BEL', trainee: 'ARD', places: 1 } },
      { kind: 'EXERCISE', params: { domains: ['SEA'], every: 2, minimum: 2, rotation: false } },
    ], { parties: ['ARD', 'BEL'] });
  });

  test('what needs a partner is proposed, what one does alone is ordered, and nothing is refused', () => {
    const proposing = bound('negotiation');
    const invited = asked(proposing, 'ARD', 'titForTat').filter(({ type }) => type === 'invite');
    expect(invited).toMatchObject([{ action: 'EXCHANGE', params: { partner: 'BEL', role: 'take' } }, { action: 'EXERCISE', params: { partners: ['BEL'], domain: 'SEA' } }]);
    const writing = bound('orders');
    const sheet = orders(asked(writing, 'ARD', 'titForTat')).map(({ action }) => action);
    expect(sheet[0]).toBe('HARDEN');
    expect(sheet).not.toContain('EXCHANGE');
    for (const state of [proposing, writing]) {
      const play = new Table(state);
      for (const { command } of botCommands(state, 'ARD')) play.ask('ARD', command);
    }
  });

  test('the same act promised in two texts is proposed once', () => {
    const state = bound('negotiation');
    state.instruments.n = instrument('n', [{ kind: 'TRAINING', params: { domain: 'SEA', provider: 'BEL', trainee: 'ARD', places: 1 } }], { parties: ['ARD', 'BEL'] });
    expect(acts(asked(state, 'ARD', 'titForTat'), 'EXCHANGE')).toHaveLength(1);
    const play = new Table(state);
    for (const { command } of botCommands(state, 'ARD')) play.ask('ARD', command);
  });

  test('a free-rider leaves undone what nobody sees', () => {
    expect(orders(asked(bound('orders'), 'ARD', 'freeRider')).map(({ action }) => action)).not.toContain('HARDEN');
    expect(asked(bound('negotiation'), 'ARD', 'freeRider').filter(({ type }) => type === 'invite')).toHaveLength(2);
  });
});

describe('decisions', () => {
  test('ruling 83: take the default, once, and not before the orders are written', () => {
    const decided: string[] = [];
    const { state } = playExercise(shieldLesson, { seed: 'decided', bots: mixture(2) }, (_state, event) => {
      if (event.type !== 'decisionTaken') return;
      expect(event.phase).toBe('orders');
      expect(event.data.byDefault).toBe(false);
      expect(event.data.option).toBe(shieldLesson.injects.find(({ id }) => id === event.data.inject)!.decide!.default);
      decided.push(`${event.data.seat} ${event.data.inject}`);
    });
    const asking = state.injects.filter(({ id }) => shieldLesson.injects.find((inject) => inject.id === id)!.decide);
    expect(decided).toHaveLength(asking.length);
    expect(decided.length).toBeGreaterThan(0);
    expect(new Set(decided).size).toBe(decided.length);
  });
});

describe('words', () => {
  const lines = Object.values(PHRASES).flat() as string[];

  test('a person who writes is answered once a turn, from the table', () => {
    const play = new Table(build((state) => {
      delete state.bots.BEL;
    }));
    play.ask('BEL', { type: 'sendMessage', to: ['ARD'], text: 'Will you share?' });
    const [reply, ...more] = asked(play.state, 'ARD', 'cooperator').filter(({ type }) => type === 'sendMessage');
    expect(more).toEqual([]);
    expect(reply).toMatchObject({ to: ['BEL'] });
    expect(lines).toContain((reply as { text: string }).text);
    play.ask('ARD', reply!);
    play.ask('BEL', { type: 'sendMessage', to: ['ARD'], text: 'And now?' });
    expect(asked(play.state, 'ARD', 'cooperator').filter(({ type }) => type === 'sendMessage')).toEqual([]);
  });

  test('bots do not chat among themselves', () => {
    const play = new Table(build());
    play.ask('BEL', { type: 'sendMessage', to: ['ARD'], text: 'Will you share?' });
    expect(asked(play.state, 'ARD', 'cooperator').filter(({ type }) => type === 'sendMessage')).toEqual([]);
  });
});

describe('hawk, hedger, isolationist', () => {
  /** Sure of a cause that DRA stands behind. */
  const convinced = (turn: number, bend: (state: State) => void = () => {}) => atOrders((state) => {
    state.turn = turn;
    state.beliefs.ARD!.cables = { sab: 300, acc: 0, crim: 0 };
    bend(state);
  });

  test('a hawk shows force in odd turns where another seat is believed to stand behind the crisis, and names it', () => {
    const did = (turn: number) => orders(asked(convinced(turn), 'ARD', 'hawk')).map(({ action }) => action);
    expect([did(3).includes('SHOW_FORCE'), did(4).includes('SHOW_FORCE'), did(4).includes('CYBER_OP')]).toEqual([true, false, true]);
    expect(orders(asked(convinced(3), 'ARD', 'hawk')).find(({ action }) => action === 'ATTRIBUTE')).toMatchObject({ params: { claim: 'sab', accused: 'DRA' } });
    const accident = convinced(3, (state) => { state.beliefs.ARD!.cables = { sab: 0, acc: 300, crim: 0 }; });
    expect(orders(asked(accident, 'ARD', 'hawk')).map(({ action }) => action)).not.toContain('SHOW_FORCE');
  });

  test('a hawk sends half its share and protests in public to the seat it suspects', () => {
    expect(packages(asked(atOrders(), 'COR', 'hawk'))).toBe(3);
    const protesting = convinced(4, (state) => { state.phase = 'negotiation'; });
    expect(acts(asked(protesting, 'ARD', 'hawk'), 'DEMARCHE')).toMatchObject([{ params: { partner: 'DRA', public: true } }]);
  });

  test('an unpopular hawk lets somebody else’s report that blames a seat into the press', () => {
    const held = (opinion: number) => convinced(4, (state) => {
      state.seats.ARD!.publicOpinion = opinion;
      state.reports.ARD!.b = ownReport('B1', 'BEL', { id: 'b', from: 'BEL' });
    });
    const leaks = (state: State) => orders(asked(state, 'ARD', 'hawk')).filter(({ action }) => action === 'LEAK').map(({ params }) => params.report);
    expect([leaks(held(45)), leaks(held(55))]).toEqual([['b'], []]);
  });

  test.each([[50, 2], [60, 3]])('a hedger in a crisis of %i sends %i of five', (severity, sent) => {
    const state = atOrders((bent) => { bent.crises.C1!.severity = severity; });
    expect(packages(asked(state, 'COR', 'hedger'))).toBe(sent);
  });

  test('a hedger signs an understanding and no agreement, and shares about half of what it has', () => {
    const text = (kind: 'mou' | 'agreement') => build((state) => {
      state.seats.ARD!.politicalCapital = 90;
      state.instruments.d = draft('d', [{ kind: 'HOTLINE', params: { within: 1 } }, { kind: 'TERM', params: { duration: 4, renewal: 'auto', notice: 1 } }], { kind });
    });
    expect(['mou', 'agreement'].map((kind) => acts(asked(text(kind as 'mou'), 'ARD', 'hedger'), 'SIGN').length)).toEqual([1, 0]);
    const rich = build((state) => {
      for (let number = 0; number < 6; number += 1) state.reports.ARD![`r${number}`] = ownReport(`r${number}`, 'ARD', { marking: 'R' });
    });
    const given = acts(asked(rich, 'ARD', 'hedger'), 'SHARE').length;
    expect(given).toBeGreaterThan(0);
    expect(given).toBeLessThan(6);
  });

  test('a hedger never spends its reserve', () => {
    const state = atOrders((bent) => { bent.seats.ARD!.budget = 5; });
    const play = new Table(state);
    for (const { command } of (state.bots.ARD = 'hedger', botCommands(state, 'ARD'))) play.ask('ARD', command);
    const { left } = forecast(seatSight(state, 'ARD'));
    expect(left).toBeGreaterThanOrEqual(6);
  });

  test.each([[70, 0], [75, 3]])('an isolationist of exposure 60 sends in a crisis of %i packages %i', (severity, sent) => {
    const state = atOrders((bent) => { bent.crises.C1!.severity = severity; });
    expect(packages(asked(state, 'ARD', 'isolationist'))).toBe(sent);
  });

  test('an isolationist hardens first, signs nothing and shares nothing', () => {
    const state = build((bent) => {
      bent.reports.ARD!.r = ownReport('r', 'ARD', { marking: 'R' });
      bent.instruments.d = draft('d', [{ kind: 'HOTLINE', params: { within: 1 } }]);
    });
    expect(asked(state, 'ARD', 'isolationist')).toEqual([]);
    expect(orders(asked(atOrders(), 'ARD', 'isolationist')).map(({ action }) => action)).toContain('HARDEN');
  });
});

describe('promises', () => {
  /** A text in force between ARD and BEL, everybody well off, in Negotiation or at the order sheets. */
  const bound = (kind: string, params: Record<string, unknown>, { phase = 'orders', parties = ['ARD', 'BEL'], ...bend }: { phase?: State['phase']; parties?: SeatId[]; wronged?: boolean; suspect?: boolean } = {}) => atOrders((state) => {
    state.phase = phase;
    state.instruments.m = instrument('m', [{ kind, params }], { parties, kind: 'agreement' });
    if (bend.wronged) state.findings = [{ id: 'f', turn: 1, instrument: 'm', clause: 0, kind, seat: 'BEL', result: 'missed', visible: true, injured: ['ARD'] }];
    state.beliefs.ARD!.cables = { sab: bend.suspect ? 300 : 0, acc: 0, crim: 0 };
  });
  const sheet = (state: State, character: BotCharacter) => orders(asked(state, 'ARD', character));
  const gives = (state: State, character: BotCharacter) => sheet(state, character).filter(({ action, params }) => action === 'AID' && params.partner === 'BEL').map(({ params }) => params.partner);
  const aid = { from: 'ARD', to: 'BEL', what: 'money', amount: 3, condition: 'always' };

  test.each<{ who: BotCharacter; does: string; wronged?: boolean; given: number }>([
    { who: 'cooperator', does: 'pays what it owes', given: 1 },
    { who: 'titForTat', does: 'pays whoever keeps its word', given: 1 },
    { who: 'titForTat', does: 'pays nothing to whoever missed a duty last turn', wronged: true, given: 0 },
    { who: 'cooperator', does: 'pays all the same', wronged: true, given: 1 },
    { who: 'freeRider', does: 'pays, for the other sees it', given: 1 },
  ])('aid: $who $does', ({ who, wronged, given }) => {
    expect(gives(bound('AID', aid, { wronged: wronged ?? false }), who)).toHaveLength(given);
  });

  test('aid that cannot be paid is not ordered', () => {
    const poor = bound('AID', { ...aid, amount: 20 });
    Object.assign(poor.seats.ARD!, { budget: 0, income: 5 });
    expect(gives(poor, 'cooperator')).toEqual([]);
  });

  test('tit-for-tat that missed a duty itself begins again by giving', () => {
    const contrite = bound('AID', aid, { wronged: true });
    contrite.findings.push({ ...contrite.findings[0]!, id: 'own', seat: 'ARD', injured: ['BEL'] });
    expect(gives(contrite, 'titForTat')).toEqual(['BEL']);
  });

  const sent = (state: State, character: BotCharacter, domain: string) =>
    ((sheet(state, character).find(({ action }) => action === 'DEPLOY')?.params.packages ?? []) as { domain: string }[]).some((one) => one.domain === domain);

  test.each<{ who: BotCharacter; text: [string, Record<string, unknown>]; domain: string; sends: boolean }>([
    { who: 'cooperator', text: ['LIMIT', { domain: 'SEA', region: 'sound', cap: 0 }], domain: 'SEA', sends: false },
    { who: 'hawk', text: ['LIMIT', { domain: 'SEA', region: 'sound', cap: 0 }], domain: 'SEA', sends: true },
    { who: 'cooperator', text: ['LIMIT', { domain: 'SEA', region: 'bel', cap: 0 }], domain: 'SEA', sends: true },
    { who: 'cooperator', text: ['STANDING_FORCE', { domain: 'LOG', packages: 1, notice: 1, missions: ['C1'] }], domain: 'LOG', sends: true },
    { who: 'freeRider', text: ['STANDING_FORCE', { domain: 'LOG', packages: 1, notice: 1, missions: ['C1'] }], domain: 'LOG', sends: false },
  ])('forces: $who under $text.0 sends $domain: $sends', ({ who, text, domain, sends }) => {
    expect(sent(bound(...text), who, domain)).toBe(sends);
  });

  test.each<{ who: BotCharacter; sends: number }>([
    { who: 'cooperator', sends: 4 }, { who: 'isolationist', sends: 0 }, { who: 'freeRider', sends: 4 },
  ])('assistance: $who that is not hit sends $sends of four', ({ who, sends }) => {
    const state = bound('MUTUAL_ASSIST', { crisis: 'C1', rung: 3, minimum: 4, within: 1 });
    state.seats.ARD!.exposure.C1 = 10;
    expect(Math.min(4, packages(asked(state, 'ARD', who)))).toBe(sends);
  });

  const called = ([kind, params, action, call]: readonly [string, Record<string, unknown>, string, Record<string, unknown>], more: Parameters<typeof bound>[2] & { from?: SeatId; trust?: number } = {}) => {
    const { from = 'BEL', trust = 60 } = more;
    const state = bound(kind, params, { parties: ['ARD', from], ...more, phase: 'negotiation' });
    state.trust.ARD![from] = trust;
    const play = new Table(state);
    play.ask(from, { type: 'invite', action, params: { partner: 'ARD', ...call } });
    return play.state;
  };
  const hotline = ['HOTLINE', { within: 0 }, 'CHANNEL', { channel: 'hotline' }] as const;
  const inspect = ['INSPECT', { quota: 1, regions: ['ard'] }, 'INSPECT', { region: 'ard' }] as const;

  test.each<{ who: BotCharacter; does: string; call: Parameters<typeof called>[0]; more: Parameters<typeof called>[1]; accept: boolean }>([
    { who: 'cooperator', does: 'picks up for a party it hardly trusts', call: hotline, more: { trust: 10 }, accept: true },
    { who: 'titForTat', does: 'does not pick up for a party that missed a duty', call: hotline, more: { wronged: true }, accept: false },
    { who: 'hawk', does: 'does not pick up for whoever it holds to be behind the crisis', call: hotline, more: { from: 'DRA', suspect: true }, accept: false },
    { who: 'hawk', does: 'picks up for others', call: hotline, more: { from: 'BEL', suspect: true }, accept: true },
    { who: 'titForTat', does: 'lets an inspection in that it promised', call: inspect, more: { trust: 10 }, accept: true },
    { who: 'isolationist', does: 'lets nobody in, whatever was promised', call: inspect, more: {}, accept: false },
  ])('calls: $who $does', ({ who, call, more, accept }) => {
    expect(asked(called(call, more), 'ARD', who).find(({ type }) => type === 'answerInvitation')).toMatchObject({ accept });
  });

  test.each<{ who: BotCharacter; suspect: boolean; quarrel: number; talks: number }>([
    { who: 'cooperator', suspect: true, quarrel: 60, talks: 1 }, { who: 'hawk', suspect: false, quarrel: 40, talks: 1 },
    { who: 'hawk', suspect: true, quarrel: 40, talks: 0 }, { who: 'hawk', suspect: false, quarrel: 60, talks: 0 },
  ])('incidents: $who, suspicious: $suspect, quarrel $quarrel', ({ who, suspect, quarrel, talks }) => {
    const state = bound('INCIDENT_PROC', { joint: true }, { parties: ['ARD', 'DRA'], suspect });
    state.pairs['ARD-DRA']!.grievance = quarrel;
    state.crises.C1!.incident = { turn: 1, parties: ['ARD', 'DRA'] };
    expect(sheet(state, who).filter(({ action }) => action === 'DECONFLICT')).toHaveLength(talks);
  });

  test.each<{ who: BotCharacter; does: string; turn: number; invited: SeatId[] }>([
    { who: 'cooperator', does: 'looks where a clause lets it', turn: 3, invited: ['BEL'] },
    { who: 'cooperator', does: 'leaves two turns between', turn: 4, invited: [] },
    { who: 'hedger', does: 'does not look', turn: 3, invited: [] },
  ])('inspections: $who $does', ({ who, turn, invited }) => {
    const state = bound('INSPECT', { quota: 1, regions: ['bel'] }, { phase: 'negotiation' });
    state.turn = turn;
    expect(asked(state, 'ARD', who).flatMap((one) => (one.type === 'invite' && one.action === 'INSPECT' ? [one.params.partner] : []))).toEqual(invited);
  });

  test.each([[false, 0], [true, 1]])('whoever has promised notice of exercises calls none without it: announced %s', (announced, calls) => {
    const state = bound('NOTIFY', { activity: 'EXERCISE', ahead: 1 }, { phase: 'negotiation' });
    // ARD calls the partners together in turns that four divides.
    Object.assign(state, { turn: 4, notices: announced ? [{ id: 'n', by: 'ARD', activity: 'EXERCISE', region: 'ard', turn: 4, madeTurn: 3, observers: true }] : [] });
    expect(asked(state, 'ARD', 'cooperator').filter((one) => one.type === 'invite' && one.action === 'EXERCISE')).toHaveLength(calls);
  });

  test('a free-rider signs what nobody would see it break, and nothing else that costs it a say', () => {
    const offered = (kind: string, params: Record<string, unknown>) => build((state) => { state.instruments.d = draft('d', [{ kind, params }]); });
    const signs = (state: State) => acts(asked(state, 'ARD', 'freeRider'), 'SIGN').length;
    expect([signs(offered('INFOSEC', { minimum: 60, ceiling: 'S' })), signs(offered('COST_SHARE', { key: 'equal', amount: 1 }))]).toEqual([1, 0]);
  });

  test('a hawk shows a friend what an outsider said about a suspect, without asking', () => {
    const told = (marking: 'R' | 'S', claim: string) => {
      const state = build((bent) => {
        bent.reports.ARD!.d = ownReport('D1', 'DRA', { id: 'd', from: 'DRA', marking, claim, releasable: ['ARD'] });
      }, { pact: { name: 'Pact', charter: 'Together.', members: ['ARD', 'BEL'], rule: 'consensus', standard: 0, ceiling: 'S' } });
      return acts(asked(state, 'ARD', 'hawk'), 'SHARE');
    };
    expect(told('R', 'sab')).toMatchObject([{ params: { report: 'd', to: ['BEL'] } }]);
    expect(told('R', 'acc')).toEqual([]);
  });
});

describe('drafts', () => {
  const wary = { id: 'wary', title: 'Contact', text: '', kind: 'mou' as const, clauses: [{ kind: 'HOTLINE', params: { within: 1 } }] };
  const purse = { id: 'purse', title: 'Purse', text: '', kind: 'mou' as const, clauses: [{ kind: 'COST_SHARE', params: { key: 'equal', amount: 1 } }] };
  const look = { id: 'look', title: 'Look', text: '', kind: 'mou' as const, clauses: [{ kind: 'INSPECT', params: { quota: 1, regions: ['sound'] } }] };
  const rules = { id: 'rules', title: 'Rules', text: '', kind: 'mou' as const, clauses: [{ kind: 'INCIDENT_PROC', params: { joint: false } }] };
  const offered = (templates: readonly unknown[], bend: (state: State) => void = () => {}) => {
    const state = build(bend);
    (state.scenario as { templates: unknown }).templates = templates;
    state.seats.ARD!.sovereignty = 3;
    return state;
  };
  const tables = (state: State, character: BotCharacter) => acts(asked(state, 'ARD', character), 'TABLE').map((one) => (one as unknown as { params: { title: string; parties: SeatId[] } }).params).map(({ title, parties }) => [title, ...parties]);
  const before = (title: string) => (state: State) => { state.instruments.old = instrument('old', purse.clauses, { title, parties: ['ARD', 'COR'], status: 'lapsed', tabledTurn: 1 }); };

  test.each<{ who: BotCharacter; does: string; state: () => State; tabled: string[] }>([
    { who: 'cooperator', does: 'offers what costs trust to the partner it trusts most', state: () => offered([purse, wary]), tabled: ['Purse', 'BEL'] },
    { who: 'cooperator', does: 'offers what builds trust to the seat it trusts least', state: () => offered([wary, purse]), tabled: ['Contact', 'DRA'] },
    { who: 'hawk', does: 'offers nothing to whoever is no ally', state: () => offered([wary, purse]), tabled: [] },
    { who: 'cooperator', does: 'takes another text than last time', state: () => offered([purse, wary], before('Purse')), tabled: ['Contact', 'DRA'] },
    { who: 'titForTat', does: 'would rather look than believe', state: () => offered([purse, look]), tabled: ['Look', 'DRA'] },
    { who: 'cooperator', does: 'offers inspections to the seat it suspects', state: () => offered([purse, look], (state) => { state.beliefs.ARD!.cables = { sab: 300, acc: 0, crim: 0 }; }), tabled: ['Look', 'DRA'] },
    { who: 'cooperator', does: 'offers rules for incidents to the seat it has met', state: () => offered([purse, rules], (state) => { state.crises.C1!.incident = { turn: 1, parties: ['ARD', 'COR'] }; }), tabled: ['Rules', 'COR'] },
  ])('$who $does', ({ who, state, tabled }) => {
    expect(tables(state(), who)).toEqual(tabled.length > 0 ? [tabled] : []);
  });
});

describe('when a phase ends', () => {
  test.each([2, 7, 11])('no bot has anything left to ask for, though none was woken for what it did itself (game %i)', (number) => {
    const seed = `quiet-${number}`;
    const bots = mixture(number);
    const { requests } = playExercise(shieldLesson, { seed, bots, keep: true });
    const state = startOf(seed, bots);
    for (const request of requests) {
      if (request.command.type === 'advancePhase') for (const seat of Object.keys(bots)) expect(botCommands(state, seat), `${seat} at the end of ${state.phase} ${state.turn}`).toEqual([]);
      const decided = decide(state, request);
      if (decided.ok) for (const event of placed(state, decided.value, request)) apply(state, event);
    }
    expect(state.status).toBe('debrief');
  });
});
