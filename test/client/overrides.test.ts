// What exercise control can set by hand: every number in the form is one that the rules let it set, with the level it stands at.
import { describe, expect, it } from 'vitest';
import { newestHeadlines } from '../../client/headlines.ts';
import { personasOf } from '../../client/instructor/personas.ts';
import { levelOf } from '../../client/instructor/levels.ts';
import { settableOf, settableSubjects } from '../../client/instructor/overrides.tsx';
import { locate } from '../../shared/model/fields.ts';
import { viewFor } from '../../shared/view/view-for.ts';
import { playedTurn } from './fixture.ts';

const table = playedTurn();
const look = () => viewFor(table.state, { kind: 'control' });
const paths = settableSubjects(look().public).flatMap(({ id }) => settableOf(look().public, id));

describe('numbers to set by hand', () => {
  it('are those of every country, of open crises and of organisations', () => {
    expect(new Set(paths.map((path) => path.split('/')[0]))).toEqual(new Set(['seat', 'trust', 'pair', 'crisis', ...(Object.keys(look().public.organisations).length > 0 ? ['organisation'] : [])]));
  });
  it.each(paths)('%s stands at what the rules hold', (path) => {
    const place = locate(table.state, path)!;
    expect(levelOf(look(), path)).toBe(place.holder[place.key]);
  });
});

describe('headlines', () => {
  it('are read newest first, and within a phase the later one first', () => {
    for (const text of ['One', 'Two', 'Three']) table.control({ type: 'publishHeadline', outlet: 'The Herald', text });
    expect(newestHeadlines(look().public, 2).map(({ text }) => text)).toEqual(['Three', 'Two']);
  });
});

describe('whom exercise control may speak for', () => {
  it('itself first, then everybody the scenario lets write and every outlet so far, each once', () => {
    const { control, public: view } = look();
    const personas = personasOf(control!, view.headlines);
    expect([personas[0], personas.filter((name) => name === 'The Herald').length, new Set(personas).size]).toEqual(['Exercise control', 1, personas.length]);
    expect(Object.values(control!.msel).every(({ from }) => personas.includes(from))).toBe(true);
  });
});
