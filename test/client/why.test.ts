// Ledgers: factors merge, add up, and every name that the rules use has words.
import { readFileSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { hasText } from '../../client/locales/text.ts';
import { changesIn, factorText, ledgerOf, numberName, thousandths } from '../../client/panels/why/paths.ts';
import { threeSentences } from '../../client/panels/review/sentences.ts';
import type { Change } from '../../shared/model/change.ts';
import { playedTurn } from './fixture.ts';

const table = playedTurn();
const view = table.sight('NIH').public;
const change = (path: string, before: number, after: number, factors: [string, number, string?][]): Change =>
  ({ path, before, after, factors: factors.map(([name, value, partner]) => ({ name, value, sees: 'all', ...(partner ? { with: partner } : {}) })) });

describe('a ledger', () => {
  it('gathers a turn’s changes of one number and merges factors of one name and partner', () => {
    const ledger = ledgerOf('seat/NIH/readiness', [
      change('seat/NIH/readiness', 50, 56, [['training', 6000]]),
      change('seat/COL/readiness', 10, 12, [['training', 2000]]),
      change('seat/NIH/readiness', 56, 60, [['exercise', 5000, 'SEA'], ['training', 2000], ['decay', -3000]]),
    ])!;
    expect(ledger).toMatchObject({ before: 50, after: 60 });
    expect(ledger.lines).toEqual([{ name: 'training', value: 8000 }, { name: 'exercise', value: 5000, with: 'SEA' }, { name: 'decay', value: -3000 }]);
  });

  it('closes a sum that does not add up with other causes, and puts closing lines last', () => {
    const ledger = ledgerOf('crisis/karsa/severity', [change('crisis/karsa/severity', 50, 43, [['rounding', 120], ['drift', 9000]])])!;
    expect(ledger.lines.map(({ name, value }) => [name, value])).toEqual([['drift', 9000], ['otherCauses', -16120], ['rounding', 120]]);
    expect(ledger.lines.reduce((sum, { value }) => sum + value, 0)).toBe((43 - 50) * 1000);
  });

  it('is nothing for a number that did not move', () => {
    expect(ledgerOf('seat/NIH/budget', [])).toBeNull();
  });

  it('adds up for every number of a played turn', () => {
    const changes = changesIn(table.history('NIH', 1));
    const paths = [...new Set(changes.map(({ path }) => path))];
    expect(paths.length).toBeGreaterThan(5);
    for (const path of paths) {
      const { before, after, lines } = ledgerOf(path, changes)!;
      expect(lines.reduce((sum, { value }) => sum + value, 0), path).toBe((after - before) * 1000);
      expect(numberName(path, view), path).not.toMatch(/[{}]|this number/);
      for (const line of lines) expect(factorText(line, view), line.name).not.toBe('another reason');
    }
  });

  it('writes thousandths the way people read them', () => {
    expect([16120, -2660, 4000, -500, 0].map(thousandths)).toEqual(['+16.12', '−2.66', '+4', '−0.5', '0']);
  });
});

function sources(folder: string): string[] {
  return readdirSync(folder).flatMap((name) => {
    const path = join(folder, name);
    return statSync(path).isDirectory() ? sources(path) : path.endsWith('.ts') ? [readFileSync(path, 'utf8')] : [];
  });
}

describe('names of factors', () => {
  const names = new Set(sources('shared/rules').flatMap((source) => [...source.matchAll(/(?:\.add|addThousandths|gain|loss|mutualGain|blame|believe|reason)\b[^;]*?\bname: '([a-zA-Z]+)'/g)].map((match) => match[1]!)));
  it('are found in the rules', () => {
    expect(names.size).toBeGreaterThan(30);
  });
  it.each([...names])('%s has words', (name) => {
    expect(hasText(`factor.${name}`)).toBe(true);
  });
});

describe('the three sentences', () => {
  it('tell what changed most, why, and what it means for this ministry, each with its ledger', () => {
    const sentences = threeSentences([
      change('crisis/karsa/severity', 35, 45, [['drift', 10000]]),
      change('seat/NIH/publicOpinion', 48, 45, [['harm', -3000]]),
      change('seat/NIH/readiness', 58, 61, [['training', 6000], ['decay', -3000]]),
    ], view, 'NIH');
    expect(sentences.map(({ path }) => path)).toEqual(['crisis/karsa/severity', 'crisis/karsa/severity', 'seat/NIH/publicOpinion']);
    expect(sentences[0]!.text).toBe('The severity of Karsa launches changed most: +10, from 35 to 45.');
    expect(sentences[1]!.text).toBe('The reason: the crisis drifts by itself.');
    expect(sentences[2]!.text).toContain('For you: the public opinion in Nihara changed by −3 to 45. Agreements cost more capital');
  });

  it('name what worked against it', () => {
    const [, why] = threeSentences([change('crisis/karsa/severity', 50, 43, [['drift', 9000], ['relief', -16000]])], view, null);
    expect(why!.text).toBe('The reason: relief by deployed packages; the crisis drifts by itself worked against it.');
  });

  it('say so when nothing moved, and never speak of levels of belief', () => {
    expect(threeSentences([], view, 'NIH')).toEqual([{ text: 'No number moved in this turn.', path: null }]);
    expect(threeSentences([change('belief/NIH/launches/test', 0, 70, [['ownCollection', 70000]])], view, 'NIH')).toHaveLength(1);
  });

  it('come out of a played turn whole', () => {
    const sentences = threeSentences(changesIn(table.history('NIH', 1)), view, 'NIH');
    expect(sentences).toHaveLength(3);
    for (const { text } of sentences) expect(text).not.toMatch(/[{}]|undefined|none/);
  });
});
