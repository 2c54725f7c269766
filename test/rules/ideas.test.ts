// Ideas that no action covers, announcements of rivals, injects held back and looked at beforehand.
import { describe, expect, it } from 'vitest';
import type { Command } from '../../shared/model/commands.ts';
import type { EffectDraft } from '../../shared/scenario/schema.ts';
import { seatCommand, controlCommand } from '../../shared/model/commands.ts';
import { decide } from '../../shared/rules/decide.ts';
import { preview } from '../../shared/rules/preview.ts';
import { draw } from '../../shared/rules/random.ts';
import { eventFor } from '../../shared/view/event-for.ts';
import { viewFor } from '../../shared/view/view-for.ts';
import type { Viewer } from '../../shared/view/view.ts';
import { build } from './build.ts';
import { Table } from './table.ts';

const IDEA = { type: 'proposeMatrix', act: 'Send divers.', effect: 'The cable is repaired.', reasons: ['They are here.', 'The sea is calm.', 'It is cheap.'] } as const;
const proposal: Command = { ...IDEA, reasons: [...IDEA.reasons] };

function proposed(bend: Parameters<typeof build>[0] = () => {}): { play: Table; id: string } {
  const play = new Table(build(bend));
  play.ask('ARD', proposal);
  return { play, id: Object.keys(play.state.matrix)[0]! };
}

const judge = (matrix: string, effects: EffectDraft[] = [], odds: 20 | 35 | 50 | 65 | 80 = 50): Command => ({ type: 'judgeMatrix', matrix, odds, effects, outcome: 'So it went.' });

describe('ideas that no action covers', () => {
  it('cost one action point, are seen by everybody, and their words are not in the chain', () => {
    const { play, id } = proposed();
    expect(play.state.seats.ARD!.pointsSpent).toBe(1);
    expect(play.state.matrix[id]).toEqual({ id, seat: 'ARD', turn: 2, act: 'Send divers.', effect: 'The cable is repaired.', reasons: [...IDEA.reasons], arguments: [], status: 'open', odds: null, success: null, outcome: '' });
    expect(viewFor(play.state, { kind: 'observer' }).public.matrix[id]!.act).toBe('Send divers.');
    const [event] = play.events.filter(({ type }) => type === 'matrixProposed');
    expect([event!.audience, JSON.stringify(event!.data).includes('divers'), (event!.data as { commitment: string }).commitment.length]).toEqual(['all', false, 64]);
  });

  it.each([
    ['without an action point', 'ARD', proposal, 'tooFewPoints', (play: Table) => void (play.state.seats.ARD!.pointsSpent = play.state.parameters.ap)],
    ['one after another', 'ARD', proposal, 'matrixAlreadyOpen', (play: Table) => play.ask('ARD', proposal)],
    ['of nothing but blanks', 'ARD', { ...proposal, effect: '  ' } as Command, 'emptyMessage', () => {}],
    ['behind the lock', 'ARD', proposal, 'wrongPhase', (play: Table) => void (play.state.phase = 'review')],
    ['of exercise control', 'control', proposal, 'notYourSeat', () => {}],
  ] as [string, string, Command, string, (play: Table) => void][])('are refused %s', (_what, seat, command, code, bend) => {
    const play = new Table(build());
    bend(play);
    expect(play.tries(seat, command)?.code).toBe(code);
  });

  it('need three reasons', () => {
    expect([seatCommand.safeParse({ ...IDEA, reasons: IDEA.reasons.slice(1) }).success, seatCommand.safeParse(proposal).success]).toEqual([false, true]);
  });

  it('are argued by others, once on each side', () => {
    const { play, id } = proposed();
    const argue = (seat: string, side: 'for' | 'against', text = 'Because.') => play.tries(seat, { type: 'argueMatrix', matrix: id, side, text })?.code ?? null;
    expect([argue('BEL', 'against'), argue('BEL', 'for'), argue('BEL', 'against'), argue('ARD', 'for'), argue('COR', 'for', ' ')]).toEqual([null, null, 'alreadyArgued', 'matrixOwn', 'emptyMessage']);
    expect(play.tries('COR', { type: 'argueMatrix', matrix: 'nothing', side: 'for', text: 'x' })?.code).toBe('matrixUnknown');
    expect(play.state.matrix[id]!.arguments).toEqual([{ seat: 'BEL', side: 'against', text: 'Because.' }, { seat: 'BEL', side: 'for', text: 'Because.' }]);
    expect(JSON.stringify(play.of('matrixArgued'))).not.toContain('Because');
  });

  it('are withdrawn by whoever proposed them, without getting the point back, and then closed to all', () => {
    const { play, id } = proposed();
    expect(play.tries('BEL', { type: 'withdrawMatrix', matrix: id })?.code).toBe('matrixUnknown');
    play.ask('ARD', { type: 'withdrawMatrix', matrix: id });
    expect([play.state.matrix[id]!.status, play.state.seats.ARD!.pointsSpent]).toEqual(['withdrawn', 1]);
    expect([play.tries('ARD', { type: 'withdrawMatrix', matrix: id }), play.tries('BEL', { type: 'argueMatrix', matrix: id, side: 'for', text: 'x' }), play.tries('control', judge(id))].map((refused) => refused?.code)).toEqual(['matrixClosed', 'matrixClosed', 'matrixClosed']);
    play.ask('ARD', proposal);
    expect(Object.values(play.state.matrix).map(({ status }) => status)).toEqual(['withdrawn', 'open']);
  });

  it.each([20, 35, 50, 65, 80] as const)('succeed at %i percent if the draw matrix/ID says so, and their effects follow then alone', (odds) => {
    const { play, id } = proposed();
    const before = play.state.crises.C1!.severity;
    const success = draw(play.state.seed, play.state.turn, `matrix/${id}`) < odds * 100;
    play.ask('control', judge(id, [{ add: { path: 'crisis/C1/severity', by: -7 } }, { add: { path: 'seat/*/publicOpinion', by: 2 } }], odds));
    expect(play.state.matrix[id]).toMatchObject({ status: 'judged', odds, success, outcome: 'So it went.' });
    expect([play.state.crises.C1!.severity, play.state.seats.ARD!.publicOpinion, play.state.seats.BEL!.publicOpinion]).toEqual(success ? [before - 7, 54, 48] : [before, 52, 48]);
    expect(play.factors('crisis/C1/severity')).toEqual(success ? { matrix: -7000 } : {});
    expect(play.events.filter(({ type }) => type.startsWith('matrixJ') || type === 'matrixRuled').every(({ actor }) => actor === 'control:control')).toBe(true);
  });

  it('what was laid down for success is seen by control alone, whatever the draw said', () => {
    const { play, id } = proposed();
    play.ask('control', judge(id, [{ reveal: { threat: 'cables', to: ['COR'], text: 'canary-divers' } }], 20));
    for (const seat of ['ARD', 'BEL', 'DRA']) {
      const seen = JSON.stringify([viewFor(play.state, { kind: 'seat', seat }), play.events.map((event) => eventFor(play.state, event, { kind: 'seat', seat }))]);
      expect(seen.includes('canary-divers')).toBe(false);
    }
    expect(play.of('matrixRuled')).toMatchObject([{ matrix: id, effects: [{ reveal: { threat: 'cables' } }] }]);
  });

  it.each([
    ['a number that is not there', { add: { path: 'seat/ARD/moral', by: 3 } }, 'effects/0/add/path'],
    ['a seat that is not there', { grant: { seat: 'XYZ', package: 'SEA', count: 1 } }, 'effects/0/grant/seat'],
    ['a condition that makes no sense', { add: { path: 'seat/ARD/budget', by: 3, when: 'turn + 1' } }, 'effects/0/add/when'],
    ['a number of the rules out of its range', { param: { name: 'ap', value: 99 } }, 'effects/0/param/value'],
    ['an inject that is not there', { schedule: { inject: 'x-1', turns: 1 } }, 'effects/0/schedule/inject'],
  ] as [string, EffectDraft, string][])('cannot have effects that do not fit: %s', (_what, effect, subject) => {
    const { play, id } = proposed();
    expect(play.tries('control', judge(id, [effect]))).toMatchObject({ code: 'effectUnfit', subject, params: { problem: expect.stringMatching(/\.$/) } });
    expect(play.state.matrix[id]!.status).toBe('open');
    expect(preview(play.state, { effects: [effect], seat: 'ARD' })).toMatchObject({ ok: false, refusal: { code: 'effectUnfit', subject } });
  });

  it('odds are those of the model guide, and only control gives them', () => {
    const { play, id } = proposed();
    expect(controlCommand.safeParse({ type: 'judgeMatrix', matrix: id, odds: 60 }).success).toBe(false);
    expect(controlCommand.safeParse({ type: 'judgeMatrix', matrix: id, odds: 65 }).success).toBe(true);
    expect(play.tries('ARD', judge(id))?.code).toBe('notControl');
  });

  it('are taken away by control, with every word: from the screen and from the history of all but control', () => {
    const { play, id } = proposed();
    play.ask('BEL', { type: 'argueMatrix', matrix: id, side: 'against', text: 'Divers drown.' });
    const seen = (viewer: Viewer) => /[Dd]ivers/.test(JSON.stringify([viewFor(play.state, viewer).public, play.events.map((event) => eventFor(play.state, event, viewer))]));
    expect([seen({ kind: 'seat', seat: 'COR' }), seen({ kind: 'observer' })]).toEqual([true, true]);
    play.ask('control', { type: 'removeMatrix', matrix: id });
    expect([seen({ kind: 'seat', seat: 'ARD' }), seen({ kind: 'seat', seat: 'COR' }), seen({ kind: 'observer' }), seen({ kind: 'control' })]).toEqual([false, false, false, true]);
    expect([play.tries('control', { type: 'removeMatrix', matrix: id })?.code, play.tries('control', judge(id))?.code, play.tries('ARD', { type: 'removeMatrix', matrix: id })?.code]).toEqual(['matrixUnknown', 'matrixClosed', 'notControl']);
    play.ask('ARD', proposal);
    play.ask('control', { type: 'endExercise' });
    expect(play.tries('control', { type: 'removeMatrix', matrix: Object.keys(play.state.matrix)[1]! })).toBeNull();
  });

  it('stay open over the end of a turn', () => {
    const { play, id } = proposed();
    for (let phase = 0; phase < 4; phase += 1) play.ask('control', { type: 'advancePhase' });
    expect([play.state.turn, play.state.matrix[id]!.status]).toEqual([3, 'open']);
    expect(play.tries('control', judge(id))).toBeNull();
  });
});

describe('looking at effects before they are done', () => {
  it('tells numbers before and after and what would happen, and changes nothing', () => {
    const state = build();
    const before = JSON.stringify(state);
    const found = preview(state, { effects: [{ set: { path: 'seat/ARD/security', to: 10 } }, { close: 'C1' }, { add: { path: 'seat/*/readiness', by: -1 } }], seat: 'BEL' });
    expect(found).toMatchObject({ ok: true, value: { changes: [{ path: 'seat/ARD/security', before: 65, after: 10 }, { path: 'seat/BEL/readiness', before: 58, after: 57 }], events: [{ type: 'crisisClosed', data: { crisis: 'C1' }, audience: 'all' }] } });
    expect(JSON.stringify(state)).toBe(before);
  });

  it('tells of an inject as if it were fired by hand now', () => {
    const state = build((bent) => {
      bent.scenario.injects.push({ id: '1-x', title: 'X', manual: true, delay: 0, prob: 5, once: true, to: ['BEL'], type: 'inject', from: 'x', text: 'x', effects: [{ add: { path: 'seat/*/budget', by: 4 } }] });
    });
    expect(preview(state, { inject: '1-x' })).toMatchObject({ ok: true, value: { changes: [{ path: 'seat/BEL/budget', before: 3, after: 7 }], events: [{ type: 'injectFired', data: { inject: '1-x', to: ['BEL'], by: 'control' } }] } });
    expect(preview(state, { inject: 'nothing' })).toMatchObject({ ok: false, refusal: { code: 'injectUnknown' } });
    const play = new Table(state);
    play.ask('control', { type: 'holdInject', inject: '1-x', held: true });
    expect(viewFor(play.state, { kind: 'control' }).control!.msel['1-x']!.state).toBe('held');
    expect(play.tries('control', { type: 'holdInject', inject: '1-x', held: true })?.code).toBe('nothingChanged');
    expect(play.tries('control', { type: 'holdInject', inject: 'nothing', held: true })?.code).toBe('injectUnknown');
    expect(play.events.map((event) => eventFor(play.state, event, { kind: 'seat', seat: 'BEL' }))).toEqual([null]);
    play.ask('control', { type: 'fireInject', inject: '1-x' });
    expect([play.state.seats.BEL!.budget, viewFor(play.state, { kind: 'control' }).control!.msel['1-x']!.state]).toEqual([7, 'fired']);
  });
});

describe('ruling 23: a rival played by a bot announces up to three acts and does only those', () => {
  const rival = () => new Table(build((state) => {
    state.phase = 'briefing';
    state.scenario.seats.DRA!.signals = true;
    state.bots = { DRA: 'hawk', COR: 'hedger' };
  }));
  const asBot = (play: Table, seat: string, command: Command) => decide(play.state, { actor: { kind: 'bot', seat }, command, id: 'x', at: 0, nonce: '' });
  const announce = (...actions: string[]): Command => ({ type: 'announceActs', actions });
  const code = (result: ReturnType<typeof decide>) => (result.ok ? null : result.refusal.code);
  const announced = () => {
    const play = rival();
    const result = asBot(play, 'DRA', announce('SHOW_FORCE', 'TRAIN'));
    if (!result.ok) throw new Error(result.refusal.code);
    play.state.announced.DRA = ['SHOW_FORCE', 'TRAIN'];
    return { play, result };
  };

  it('publicly', () => {
    const { play, result } = announced();
    expect(result.value).toEqual([{ type: 'actsAnnounced', data: { seat: 'DRA', actions: ['SHOW_FORCE', 'TRAIN'] }, audience: 'all' }]);
    expect(viewFor(play.state, { kind: 'observer' }).public.seats.DRA!.announced).toEqual(['SHOW_FORCE', 'TRAIN']);
  });

  it('at Briefing, once, known acts, and only a seat that signals', () => {
    const { play } = announced();
    expect(code(asBot(play, 'DRA', announce('TRAIN')))).toBe('alreadyAnnounced');
    expect(code(asBot(play, 'COR', announce('TRAIN')))).toBe('notAnnouncing');
    expect(code(asBot(rival(), 'DRA', announce('DANCE')))).toBe('unknownAction');
    const late = rival();
    late.state.phase = 'negotiation';
    expect(code(asBot(late, 'DRA', announce('TRAIN')))).toBe('wrongPhase');
    expect(late.tries('DRA', announce('TRAIN'))?.code).toBe('notYourSeat');
    expect(seatCommand.safeParse(announce('TRAIN', 'SHARE', 'COLLECT', 'DEPLOY')).success).toBe(false);
  });

  it.each([
    ['an order', { type: 'saveOrders', orders: [{ id: 'o', action: 'HARDEN', params: {}, intent: '', invitation: null }] }, 'orders', 'notAnnounced'],
    ['an announced order', { type: 'saveOrders', orders: [{ id: 'o', action: 'TRAIN', params: {}, intent: '', invitation: null }] }, 'orders', null],
    ['an act', { type: 'act', action: 'DEMARCHE', params: { partner: 'ARD', public: true } }, 'negotiation', 'notAnnounced'],
    ['an invitation', { type: 'invite', action: 'VISIT', params: { partner: 'ARD' } }, 'negotiation', 'notAnnounced'],
  ] as [string, Command, 'orders' | 'negotiation', string | null][])('%s', (_what, command, phase, expected) => {
    const { play } = announced();
    play.state.phase = phase;
    expect(code(asBot(play, 'DRA', command))).toBe(expected);
  });

  it('a person who takes the seat over is free, and the next turn nothing is announced yet', () => {
    const { play } = announced();
    delete play.state.bots.DRA;
    play.state.phase = 'orders';
    play.order('DRA', ['HARDEN', {}]);
    expect(viewFor(play.state, { kind: 'observer' }).public.seats.DRA!.announced).toBeNull();
    for (let phase = 0; phase < 3; phase += 1) play.ask('control', { type: 'advancePhase' });
    expect(play.state.announced).toEqual({});
  });
});
