// Paths of numbers in words, and the turn's changes of one of them gathered into a ledger.
import type { Change, Factor } from '../../../shared/model/change.ts';
import type { PublicView } from '../../../shared/view/view.ts';
import type { SeenEvent } from '../../../shared/wire/messages.ts';
import { t, tOr, type TextParams } from '../../locales/text.ts';
import { optionLabel } from '../../actions/parameters.ts';

/** What a path is about: its last part names the number, the others the things it belongs to. */
export interface Subject {
  number: string;
  seat?: string;
  other?: string;
  crisis?: string;
  domain?: string;
  threat?: string;
  hypothesis?: string;
  organisation?: string;
}

export function subjectOf(path: string): Subject {
  const [kind = '', a = '', b = '', c = ''] = path.split('/');
  switch (kind) {
    case 'seat':
      if (b === 'capability') return { number: b, seat: a, domain: c };
      return b === 'exposure' ? { number: b, seat: a, crisis: c } : { number: b, seat: a };
    case 'trust':
      return { number: 'trust', seat: a, other: b };
    case 'pair': {
      const [one = '', two = ''] = a.split('-');
      return { number: b, seat: one, other: two };
    }
    case 'crisis':
      return { number: b, crisis: a };
    case 'organisation':
      return { number: b, organisation: a };
    case 'belief':
      return { number: 'belief', seat: a, threat: b, hypothesis: c };
    default:
      return { number: 'other' };
  }
}

export function numberName(path: string, view: PublicView): string {
  const { number, seat, other, crisis, domain, threat, hypothesis, organisation } = subjectOf(path);
  const seatName = (id: string | undefined) => (id ? (view.seats[id]?.name ?? id) : '');
  return tOr(`number.${number}`, t('number.other'), {
    seat: seatName(seat),
    other: seatName(other),
    crisis: crisis ? (view.crises[crisis]?.name ?? crisis) : '',
    organisation: organisation ? (view.organisations[organisation]?.name ?? organisation) : '',
    domain: domain ? tOr(`domain.${domain}`, domain) : '',
    threat: threat ? (view.threats[threat]?.name ?? threat) : '',
    hypothesis: hypothesis ? (view.threats[threat ?? '']?.hypotheses.find(({ id }) => id === hypothesis)?.name ?? hypothesis) : '',
  });
}

export interface Line {
  name: string;
  /** Thousandths. */
  value: number;
  with?: string;
}

export interface Ledger {
  path: string;
  before: number;
  after: number;
  lines: Line[];
}

/** Factors that only close a sum stand last, in this order. */
const CLOSING = ['otherCauses', 'rounding', 'limit'];

/** All changes of a turn that moved one number, as one ledger whose lines add up; null if nothing did. */
export function ledgerOf(path: string, changes: readonly Change[]): Ledger | null {
  const mine = changes.filter((change) => change.path === path);
  if (mine.length === 0) return null;
  const before = mine[0]!.before;
  const after = mine[mine.length - 1]!.after;
  const lines = mergedLines(mine.flatMap(({ factors }) => factors));
  const missing = (after - before) * 1000 - lines.reduce((sum, { value }) => sum + value, 0);
  if (missing !== 0) addTo(lines, { name: 'otherCauses', value: missing });
  return { path, before, after, lines: lines.filter(({ value }) => value !== 0).sort(byWeight) };
}

function mergedLines(factors: readonly Factor[]): Line[] {
  const lines: Line[] = [];
  for (const { name, value, with: partner } of factors) addTo(lines, { name, value, ...(partner === undefined ? {} : { with: partner }) });
  return lines;
}

function addTo(lines: Line[], line: Line): void {
  const held = lines.find(({ name, with: partner }) => name === line.name && partner === line.with);
  if (held) held.value += line.value;
  else lines.push(line);
}

function byWeight(a: Line, b: Line): number {
  const closing = CLOSING.indexOf(a.name) - CLOSING.indexOf(b.name);
  return closing === 0 ? Math.abs(b.value) - Math.abs(a.value) : closing;
}

/** Every change this viewer may see in a turn, oldest first. */
export function changesIn(events: readonly SeenEvent[]): Change[] {
  return [...events].sort((a, b) => a.number - b.number).flatMap(({ changes }) => changes);
}

/** A factor in words; who or what it was with is told where the text has room for it. */
export function factorText(line: Pick<Line, 'name' | 'with'>, view: PublicView): string {
  const params: TextParams = { with: line.with === undefined ? 'none' : withName(line.with, view) };
  return tOr(`factor.${line.name}`, t('factor.unnamed'), params);
}

function withName(id: string, view: PublicView): string {
  return view.seats[id]?.name ?? view.crises[id]?.name ?? view.threats[id]?.name ?? optionLabel('domain', id);
}

/** Thousandths as people read them: whole where whole, else up to two decimals. */
export function thousandths(value: number): string {
  const text = (Math.abs(value) / 1000).toFixed(2).replace(/\.?0+$/, '');
  return value > 0 ? `+${text}` : value < 0 ? `−${text}` : '0';
}
