// entente bench: measures the figures of the performance table, each against its goal.
import { BENCHES } from '../bench/benches.ts';
import type { Figure } from '../bench/figure.ts';
import { EXIT, Misuse, columns } from './verb.ts';
import type { Verb } from './verb.ts';

export const bench: Verb = {
  usage: '[NAME…]',
  about: ['Measures on this machine, now; all of it if no name is given. Fails if a goal is not met.', '', ...columns(BENCHES.map(({ name, summary }) => [name, summary]))].join('\n'),
  options: {},
  async run({ positionals, json }) {
    const unknown = positionals.find((name) => !BENCHES.some((entry) => entry.name === name));
    if (unknown !== undefined) throw new Misuse(`There is no measurement "${unknown}".`);
    const figures: Figure[] = [];
    for (const { name, run } of BENCHES) if (positionals.length === 0 || positionals.includes(name)) figures.push(...(await run()));
    if (json) console.log(JSON.stringify({ figures }, null, 2));
    else console.log(columns(figures.map((one) => [one.name, told(one)])).join('\n'));
    return figures.every(({ met }) => met) ? EXIT.ok : EXIT.fault;
  },
};

function told({ value, unit, goal, met, peer, ratio }: Figure): string {
  const judged = ratio === undefined ? `goal ${goal} ${unit}` : `${ratio} times the plain ${peer} ${unit}, goal ${goal} times`;
  return `${value} ${unit} (${judged}) ${met ? 'met' : 'MISSED'}`;
}
