// Clauses as sentences of a treaty text, in pieces: plain words, and the parameters that are marked in them.
import type { Clause } from '../../shared/model/state.ts';
import { CLAUSES } from '../../shared/rules/clauses/catalogue.ts';
import type { PublicView } from '../../shared/view/view.ts';
import { fieldOf } from '../../shared/rules/actions/action.ts';
import { conditionLabel, optionLabel, restrictionLabel, type Shape } from '../actions/parameters.ts';
import { hasText, list, t, tOr, type TextParams } from '../locales/text.ts';
import { placeName, rungName } from '../words.ts';

export interface Piece {
  text: string;
  /** Name of the parameter this piece states; null for the words around. */
  parameter: string | null;
  /** The parameter is still open. */
  blank: boolean;
}

/** Marks of a text: `[name|words]`. */
const MARK = /\[([a-zA-Z]+)\|([^\]]*)\]/g;

type Speak = (view: PublicView, name: string, value: unknown) => string | number | boolean;

const country: Speak = (view, _name, value) => view.seats[String(value)]?.name ?? String(value);
const several = (speak: Speak): Speak => (view, name, value) => list((value as unknown[]).map((one) => String(speak(view, name, one))));
const place: Speak = (view, _name, value) => placeName(view, String(value));
/** Words of a list stand inside a sentence: “Sea” becomes “sea”, “SECRET” stays. */
const option: Speak = (_view, name, value) => optionLabel(name, String(value)).replace(/^([A-Z])(?=[a-z])/, (letter) => letter.toLowerCase());
const asIs: Speak = (_view, _name, value) => value as string | number | boolean;
const threat: Speak = (view, _name, value) => view.threats[String(value)]?.name ?? String(value);

const SPEAK: Record<string, Speak> = {
  seat: country,
  domain: option,
  domains: several(option),
  regions: several(place),
  region: place,
  crisis: (view, _name, value) => view.crises[String(value)]?.name ?? String(value),
  crises: (view, name, value) => ((value as unknown[]).length === 0 ? t('clause.noMission') : several(SPEAK.crisis!)(view, name, value)),
  condition: (view, _name, value) => conditionLabel(view, String(value)).replace(/^([A-Z])(?=[a-z])/, (letter) => letter.toLowerCase()),
  clause: (view, _name, value) => proseOf(view, value as Clause).map(({ text }) => text).join(''),
  restriction: (view, _name, value) => restrictionLabel(view, String(value)).replace(/^([A-Z])(?=[a-z])/, (letter) => letter.toLowerCase()),
  threat,
  threats: (view, name, value) => ((value as unknown[]).length === 0 ? t('clause.allThreats') : several(threat)(view, name, value)),
  choice: option,
  marking: option,
  number: asIs,
  flag: asIs,
};

/** Choices whose words are already in the text itself. */
const IN_TEXT: ReadonlySet<string> = new Set(['key']);

function isBlank(value: unknown, field: string): boolean {
  if (value === undefined || value === null || value === '') return true;
  return Array.isArray(value) && value.length === 0 && field !== 'threats' && field !== 'crises';
}

/** Values for the sentence, and which of them are still open. */
function spoken(view: PublicView, shape: Shape, params: Record<string, unknown>): { values: TextParams; blanks: Set<string> } {
  const values: TextParams = {};
  const blanks = new Set<string>();
  for (const [name, schema] of Object.entries(shape)) {
    const field = fieldOf(schema)?.field ?? 'text';
    const value = params[name];
    if (isBlank(value, field)) {
      // A number stands in so that plural forms can be chosen; the piece is blanked afterwards.
      values[name] = field === 'number' ? 1 : field === 'flag' ? false : '';
      if (field !== 'flag') blanks.add(name);
    } else values[name] = IN_TEXT.has(name) ? String(value) : (SPEAK[field] ?? asIs)(view, name, value);
    if (typeof values[name] === 'string') values[name] = values[name].replace(/[[\]|]/g, ' ');
  }
  if (typeof values.rung === 'number') values.rungName = rungName(values.rung);
  return { values, blanks };
}

function pieces(text: string, blanks: ReadonlySet<string>): Piece[] {
  const found: Piece[] = [];
  let from = 0;
  for (const match of text.matchAll(MARK)) {
    if (match.index > from) found.push({ text: text.slice(from, match.index), parameter: null, blank: false });
    const name = match[1]!;
    const blank = blanks.has(name);
    // What joins the words to the ones before them is no part of what they state.
    const [, joint, words] = /^([\s,;]*)(.*)$/s.exec(match[2]!)!;
    if (joint !== '') found.push({ text: joint!, parameter: null, blank: false });
    if (blank || words !== '') found.push({ text: blank ? t('clause.blank') : words!, parameter: name, blank });
    from = match.index + match[0].length;
  }
  if (from < text.length) found.push({ text: text.slice(from), parameter: null, blank: false });
  return found;
}

/** A clause of a kind that is not known here is named, not hidden. */
export function proseOf(view: PublicView, { kind, params }: Clause): Piece[] {
  const entry = CLAUSES[kind];
  const key = `clause.${kind}.prose`;
  if (!entry || !hasText(key)) return [{ text: clauseTitle(kind), parameter: null, blank: false }];
  const { values, blanks } = spoken(view, entry.parameters.shape, params);
  return pieces(t(key, values), blanks);
}

export function clauseTitle(kind: string): string {
  return tOr(`clause.${kind}`, kind);
}
