// Every subject of the rulings, and the page that tells them to an instructor.
import { consent } from './consent.ts';
import { exerciseControl } from './control.ts';
import { crises } from './crises.ts';
import { eyes } from './eyes.ts';
import { injects } from './injects.ts';
import { instruments } from './instruments.ts';
import { intelligence } from './intelligence.ts';
import { money } from './money.ts';
import { numbers } from './numbers.ts';
import { organisations } from './organisations.ts';
import { phases } from './phases.ts';
import { practice } from './practice.ts';
import { refusals } from './refusals.ts';
import { overTheRules } from './overrides.ts';
import type { Subject } from './ruling.ts';
import { scoring } from './scoring.ts';
import { seats } from './seating.ts';
import { teams } from './teams.ts';

export const SUBJECTS: readonly Subject[] = [numbers, phases, consent, crises, money, instruments, organisations, intelligence, scoring, injects, eyes, exerciseControl, overTheRules, seats, teams, practice, refusals];

export function page(): string {
  const cell = (text: string) => text.replaceAll('|', '\\|');
  const tables = SUBJECTS.map(({ letter, name, rulings }) => [
    `## ${letter}. ${name}`, '', '| no. | what happens | ruling |', '| --- | --- | --- |', ...rulings.map(({ id, title, ruling, code }) => `| ${id} | ${cell(title)} | ${code ? `\`${code}\`: ` : ''}${cell(ruling)} |`), '',
  ].join('\n'));
  return [
    '# Rulings', '',
    'What the rules say where people argue, and why. Each row is a test: the position behind it is set up, played and compared in the file named after its subject.',
    'Dispute one by changing its position and its text; the page is made by `node test/rulings/write.ts`.', '', ...tables,
  ].join('\n');
}
