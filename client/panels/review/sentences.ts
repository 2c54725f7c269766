// The review in three sentences: what changed most, why, and what it means for this ministry. Each names the ledger it opens.
import type { Change } from '../../../shared/model/change.ts';
import type { PublicView } from '../../../shared/view/view.ts';
import { list, t, tOr } from '../../locales/text.ts';
import { signed } from '../../words.ts';
import { factorText, ledgerOf, numberName, subjectOf, type Ledger } from '../why/paths.ts';

export interface Sentence {
  text: string;
  /** The number whose ledger it opens; null where nothing changed. */
  path: string | null;
}

/** How much a change by one weighs against a change by one of another number: a rung is worth many points of trust. */
const WEIGHT: Record<string, number> = {
  severity: 15, rung: 80, publicOpinion: 20, politicalCapital: 8, budget: 6, readiness: 8, trust: 10, grievance: 12, interoperability: 8, security: 6, capability: 6, income: 20, civilMilitary: 20, ai: 20,
};

/** Numbers that are this ministry's own: what the third sentence is about. */
export function isOwn(path: string, self: string): boolean {
  const { number, seat, other } = subjectOf(path);
  if (number === 'belief' || number === 'exposure') return false;
  return seat === self || (other === self && (number === 'grievance' || number === 'interoperability'));
}

export function weightOf({ path, before, after }: Ledger): number {
  return Math.abs(after - before) * (WEIGHT[subjectOf(path).number] ?? 0);
}

/** All ledgers of a turn, heaviest first; equal ones in the order of their paths. */
export function ledgersByWeight(changes: readonly Change[]): Ledger[] {
  const paths = [...new Set(changes.map(({ path }) => path))].sort();
  return paths.map((path) => ledgerOf(path, changes)!).filter((ledger) => weightOf(ledger) > 0).sort((a, b) => weightOf(b) - weightOf(a));
}

function whatText(ledger: Ledger, view: PublicView): string {
  const { before, after } = ledger;
  return t('review.what', { number: numberName(ledger.path, view), direction: after > before ? 'up' : 'down', change: signed(after - before), before, after });
}

/** The reasons that worked in the direction of the change, strongest first; closing lines are no reasons. */
export function reasonsOf(ledger: Ledger, view: PublicView): string[] {
  const direction = Math.sign(ledger.after - ledger.before);
  return ledger.lines.filter(({ name, value }) => Math.sign(value) === direction && name !== 'rounding' && name !== 'limit').map((line) => factorText(line, view));
}

function whyText(ledger: Ledger, view: PublicView): string {
  const direction = Math.sign(ledger.after - ledger.before);
  const against = ledger.lines.find(({ name, value }) => Math.sign(value) === -direction && name !== 'rounding' && name !== 'limit');
  const reasons = reasonsOf(ledger, view).slice(0, 2);
  if (reasons.length === 0) return t('review.whyUnknown');
  return t('review.why', { reasons: list(reasons), against: against ? factorText(against, view) : 'none' });
}

function meaningText(ledger: Ledger, view: PublicView): string {
  const { before, after } = ledger;
  const { number, other, seat } = subjectOf(ledger.path);
  const direction = after > before ? 'up' : 'down';
  const partner = other !== undefined ? (view.seats[other]?.name ?? other) : '';
  const consequence = tOr(`meaning.${number}.${direction}`, '', { after, partner, seat: seat ? (view.seats[seat]?.name ?? seat) : '' });
  return t('review.meaning', { number: numberName(ledger.path, view), change: signed(after - before), after, consequence });
}

/** Three sentences, or the one that says that nothing moved. */
export function threeSentences(changes: readonly Change[], view: PublicView, self: string | null): Sentence[] {
  const ledgers = ledgersByWeight(changes);
  const most = ledgers[0];
  if (!most) return [{ text: t('review.nothing'), path: null }];
  const sentences: Sentence[] = [{ text: whatText(most, view), path: most.path }, { text: whyText(most, view), path: most.path }];
  const own = self === null ? undefined : ledgers.find((ledger) => ledger !== most && isOwn(ledger.path, self)) ?? (isOwn(most.path, self) ? most : undefined);
  if (own) sentences.push({ text: meaningText(own, view), path: own.path });
  else sentences.push({ text: self === null ? t('review.forAll') : t('review.forYouNothing'), path: null });
  return sentences;
}
