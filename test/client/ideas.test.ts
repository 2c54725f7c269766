// Ideas that no action covers: who may propose and argue, effects from the form, what a preview tells, and the list of injects in words.
import { describe, expect, it } from 'vitest';
import { effectsOf, numbersOf, rowAt, rowOf, subjectsOf, ROW_KINDS, type Row } from '../../client/instructor/effects.ts';
import { evidenceByObjective } from '../../client/instructor/evidence.tsx';
import { triggerText } from '../../client/instructor/msel.ts';
import { previewLines } from '../../client/instructor/preview.tsx';
import { ideasOf, proposing, sidesLeft } from '../../client/panels/orders/ideas.ts';
import { numberName } from '../../client/panels/why/paths.ts';
import { t } from '../../client/locales/text.ts';
import type { Evidence } from '../../shared/model/state.ts';
import { preview } from '../../shared/rules/preview.ts';
import { Table } from './fixture.ts';

const IDEA = { type: 'proposeMatrix' as const, act: 'Open the arsenal to the press.', effect: 'Opinion warms.', reasons: ['One', 'Two', 'Three'] };

function tableWithIdea(): { table: Table; id: string } {
  const table = new Table({ everything: true });
  table.until('negotiation');
  table.seat('NIH', IDEA);
  return { table, id: Object.keys(table.state.matrix)[0]! };
}

describe('an idea of one’s own', () => {
  it('can be put forward until the lock, one at a time, with a point left', () => {
    const { table } = tableWithIdea();
    expect([proposing(table.sight('NIH'), 3), proposing(table.sight('COL'), 4), proposing(table.sight('COL'), 0)]).toEqual(['waiting', 'open', 'points']);
    table.until('review');
    expect(proposing(table.sight('COL'), 4)).toBe('phase');
  });

  it('is argued by the others, once on each side', () => {
    const { table, id } = tableWithIdea();
    const left = (seat: string) => sidesLeft(table.sight(seat).public.matrix[id]!, seat);
    expect([left('NIH'), left('COL')]).toEqual([[], ['for', 'against']]);
    table.seat('COL', { type: 'argueMatrix', matrix: id, side: 'for', text: 'The press is eager.' });
    expect(left('COL')).toEqual(['against']);
    table.control({ type: 'judgeMatrix', matrix: id, odds: 50, effects: [], outcome: '' });
    expect(left('COL')).toEqual([]);
  });

  it('stands before those that are judged; a withdrawn one is gone', () => {
    const { table, id } = tableWithIdea();
    table.control({ type: 'judgeMatrix', matrix: id, odds: 80, effects: [], outcome: 'Done.' });
    table.seat('COL', IDEA);
    table.seat('HAN', IDEA);
    table.seat('HAN', { type: 'withdrawMatrix', matrix: Object.keys(table.state.matrix)[2]! });
    expect(ideasOf(table.sight('MER').public).map(({ seat, status }) => [seat, status])).toEqual([['COL', 'open'], ['NIH', 'judged']]);
  });
});

describe('effects from the form', () => {
  const { table, id } = tableWithIdea();
  const view = table.sight('NIH').public;

  it.each(ROW_KINDS.filter((kind) => kind !== 'written'))('a row of %s begins as something the rules can carry out, once its texts are filled in', (kind) => {
    const row = rowOf(kind, view, 'NIH');
    const filled = 'text' in row ? { ...row, text: 'Words.', ...('from' in row ? { from: 'The press' } : {}) } : row;
    const made = effectsOf([filled as Row]);
    expect(made).toMatchObject({ ok: true });
    expect(preview(table.state, { effects: made.ok ? made.effects : [], seat: 'NIH' })).toMatchObject({ ok: true });
  });

  it('offers numbers that are there and have names', () => {
    for (const { id: subject } of subjectsOf(view)) {
      for (const path of numbersOf(view, subject)) {
        expect(numberName(path, view)).not.toBe(t('number.other'));
        expect(preview(table.state, { effects: [{ add: { path, by: 1 } }], seat: 'NIH' })).toMatchObject({ ok: true });
      }
    }
  });

  it('reads one effect or a list as a scenario file writes them', () => {
    const written = (text: string) => effectsOf([{ kind: 'written', text }]);
    expect(written('spawn: karsa')).toEqual({ ok: true, effects: [{ spawn: 'karsa' }] });
    expect(written('- spawn: karsa\n- pressure: { value: 2 }')).toEqual({ ok: true, effects: [{ spawn: 'karsa' }, { pressure: { value: 2 } }] });
    expect(written('')).toEqual({ ok: true, effects: [] });
  });

  it.each([
    ['an unknown effect', 'explode: now'],
    ['broken YAML', 'spawn: ['],
    ['a number out of range', 'add: { path: seat/NIH/budget, by: 4000 }'],
  ])('names the row of %s', (_what, text) => {
    expect(effectsOf([rowOf('pressure', view, 'NIH'), { kind: 'written', text }])).toMatchObject({ ok: false, row: 1, problem: expect.stringMatching(/\S/) });
  });

  it('finds the row of an effect that the rules refuse', () => {
    const rows: Row[] = [{ kind: 'written', text: '- spawn: karsa\n- spawn: karsa' }, { kind: 'add', subject: 'seat/NIH', number: 'seat/NIH/nothing', by: 1 }];
    const made = effectsOf(rows);
    const found = preview(table.state, { effects: made.ok ? made.effects : [], seat: 'NIH' });
    expect(found).toMatchObject({ ok: false, refusal: { code: 'effectUnfit', subject: 'effects/2/add/path' } });
    expect([0, 1, 2].map((index) => rowAt(rows, index))).toEqual([0, 0, 1]);
  });

  it('a preview puts moves of one number together, and nothing is done', () => {
    const found = preview(table.state, { effects: [{ add: { path: 'seat/NIH/budget', by: 2 } }, { add: { path: 'seat/NIH/budget', by: 1 } }, { pressure: { value: 2 } }], seat: 'NIH' });
    const before = table.state.seats.NIH!.budget;
    const { moves, rest } = previewLines(found.ok ? found.value : { changes: [], events: [] });
    expect(moves).toEqual([{ path: 'seat/NIH/budget', before, after: before + 3 }]);
    expect(rest.map(({ type }) => type)).toContain('pressureLaid');
    expect([table.state.seats.NIH!.budget, table.state.matrix[id]!.status]).toEqual([before, 'open']);
  });
});

describe('the list of injects', () => {
  const plain = { delay: 0, chance: 100 };
  it.each([
    ['by hand', { ...plain, trigger: null }, 'By hand alone'],
    ['at a time', { ...plain, trigger: { turn: 3, phase: 'briefing' as const } }, 'Turn 3, Briefing'],
    ['on a condition', { ...plain, trigger: { when: 'turn > 2' } }, 'When turn > 2'],
    ['after an event', { ...plain, trigger: { after: 'leakOccurred' } }, 'After: leakOccurred'],
    ['after an event, on a condition', { ...plain, trigger: { after: 'leakOccurred', when: 'turn > 2' } }, 'After: leakOccurred, when turn > 2'],
    ['with a delay and by chance', { trigger: null, delay: 2, chance: 40 }, 'By hand alone · Waits 2 turns once due · Chance 40%'],
  ])('says in words when one comes %s', (_what, row, text) => {
    expect(triggerText(row)).toBe(text);
  });
});

describe('evidence', () => {
  const note = (id: string, part: Partial<Evidence>): Evidence => ({ id, objective: null, task: null, inject: null, turn: 1, met: true, ...part });
  const learning = [{ id: 'share', text: 'Share.', tasks: ['Once.'], judged: [0] }, { id: 'judge', text: 'Judge.', tasks: [], judged: [] }];
  it('stands under its objective, oldest first; what serves none comes last', () => {
    const groups = evidenceByObjective({ learning, evidence: { b: note('b', { objective: 'share', turn: 2 }), a: note('a', { objective: 'share' }), c: note('c', { inject: '01-x' }) } });
    expect(groups.map(({ objective, notes }) => [objective?.id ?? null, notes.map(({ id }) => id)])).toEqual([['share', ['a', 'b']], ['judge', []], [null, ['c']]]);
  });
});
