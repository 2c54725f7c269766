// The desk at which a scenario is checked: the names that are there, how a place is told what is wrong, and the checks that all parts share.
import { SEAT_FIELDS, locate } from '../../model/fields.ts';
import type { State } from '../../model/state.ts';
import { DOMAINS, pairOf } from '../../model/vocabulary.ts';
import { checkExpression } from '../../rules/condition-check.ts';
import type { ExpressionFault } from '../../rules/condition-check.ts';
import type { Names } from '../names.ts';
import { suggest } from '../problems.ts';
import type { ProblemCode } from '../problems.ts';
import type { EffectDraft, InjectDraft, ScenarioDraft } from '../schema.ts';
import type { Path, Sink } from '../source.ts';

export class CheckDesk {
  readonly draft: ScenarioDraft;
  readonly source: Sink;
  readonly names: Names;
  readonly seats: string[];
  readonly crises: string[];
  readonly threats: string[];
  /** Null where the map is not known. */
  readonly regions: readonly string[] | null;
  #skeleton: State | null = null;

  constructor(draft: ScenarioDraft, source: Sink, names: Names, regions: readonly string[] | null) {
    this.draft = draft;
    this.source = source;
    this.names = names;
    this.regions = regions;
    this.seats = Object.keys(draft.seats);
    this.crises = Object.keys(draft.crises);
    this.threats = Object.keys(draft.threats);
  }

  organisation(path: Path, id: string): boolean {
    return this.known(path, id, Object.keys(this.draft.organisations), 'UNKNOWN_ORGANISATION', 'Organisations');
  }

  sourceOf(path: Path, seat: string, id: string): void {
    const held = this.draft.seats[seat]?.sources?.map((one) => one.id) ?? this.threats.map((_, index) => `${seat}-${index + 1}`);
    const granted = this.draft.injects.flatMap(effectsOf).flatMap(({ grant }) => (grant?.seat === seat && grant.source ? [grant.source.id] : []));
    this.known(path, id, [...held, ...granted], 'UNKNOWN_SOURCE', 'Sources of this seat');
  }

  availability(path: Path, names: { actions: string[]; clauses: string[] }): void {
    names.actions.forEach((name, index) => this.known([...path, 'actions', index], name, this.names.actions, 'UNKNOWN_ACTION', 'Actions'));
    names.clauses.forEach((name, index) => this.known([...path, 'clauses', index], name, Object.keys(this.names.clauses), 'UNKNOWN_CLAUSE', 'Clauses'));
  }

  expression(path: Path, text: string): void {
    const codes: Record<ExpressionFault['kind'], ProblemCode> = { syntax: 'EXPRESSION_SYNTAX', type: 'EXPRESSION_TYPE', name: 'EXPRESSION_NAME' };
    for (const fault of checkExpression(this.draft, text, { clauses: Object.keys(this.names.clauses) })) {
      this.source.inText(path, fault.start, fault.end, codes[fault.kind], fault.message, fault.name ? suggest(fault.name.written, fault.name.among, fault.name.what) : (fault.help ?? ''));
    }
  }

  path(path: Path, where: string): void {
    const places = where.includes('*') ? this.seats.map((code) => where.replace('*', code)) : [where];
    if (places.every((place) => locate(this.skeleton(), place) !== null)) return;
    this.source.atValue(path, 'UNKNOWN_PATH', `There is no number at ${where}.`, suggest(where, this.paths(), 'Numbers') || 'The guide lists the numbers an effect can change.');
  }

  /** A state in which every number of this scenario stands at its place, to look paths up in. */
  skeleton(): State {
    if (this.#skeleton) return this.#skeleton;
    const zeros = (names: Iterable<string>) => bare([...names].map((name) => [name, 0]));
    const others = (code: string) => this.seats.filter((other) => other !== code);
    const pairs = this.seats.flatMap((a) => others(a).map((b) => pairOf(a, b)));
    const skeleton = {
      seats: bare(this.seats.map((code) => [code, Object.assign(zeros(Object.keys(SEAT_FIELDS)), { capability: zeros(DOMAINS), exposure: zeros(this.crises) })])),
      trust: bare(this.seats.map((code) => [code, zeros(others(code))])),
      pairs: bare(pairs.map((pair) => [pair, zeros(['grievance', 'interoperability'])])),
      crises: bare(this.crises.map((id) => [id, Object.assign(zeros(['severity', 'rung', 'drift']), { demand: zeros(DOMAINS) })])),
      organisations: bare(Object.keys(this.draft.organisations).map((id) => [id, zeros(['fund'])])),
      beliefs: bare(this.seats.map((code) => [code, bare(this.threats.map((id) => [id, zeros(Object.keys(this.draft.threats[id]!.hypotheses))]))])),
    };
    this.#skeleton = skeleton as unknown as State;
    return this.#skeleton;
  }

  /** Every path an effect can name. */
  *paths(): Generator<string> {
    const walk = function* (node: object, prefix: string): Generator<string> {
      for (const [key, value] of Object.entries(node)) {
        if (typeof value === 'number') yield `${prefix}/${key}`;
        else yield* walk(value as object, `${prefix}/${key}`);
      }
    };
    const { seats, trust, pairs, crises, organisations, beliefs } = this.skeleton();
    for (const [kind, node] of Object.entries({ seat: seats, trust, pair: pairs, crisis: crises, organisation: organisations, belief: beliefs })) yield* walk(node, kind);
  }

  seatCode(path: Path, code: string): boolean {
    return this.known(path, code, this.seats, 'UNKNOWN_SEAT', 'Seats');
  }

  region(path: Path, id: string): boolean {
    return this.regions === null || this.known(path, id, this.regions, 'UNKNOWN_REGION', 'Regions');
  }

  turn(path: Path, turn: number): void {
    if (turn > this.draft.turns) this.source.atValue(path, 'TURN', `Turn ${turn} never comes: the scenario has ${this.draft.turns}.`, 'Choose an earlier turn, or raise turns.');
  }

  known(path: Path, name: string, among: readonly string[], code: ProblemCode, what: string): boolean {
    if (among.includes(name)) return true;
    this.source.atValue(path, code, `${name} is not one of the ${what.toLowerCase()}.`, suggest(name, among, what));
    return false;
  }

  knownKey(path: Path, name: string, among: readonly string[], code: ProblemCode, what: string): boolean {
    if (among.includes(name)) return true;
    this.source.atKey(path, code, `${name} is not one of the ${what.toLowerCase()}.`, suggest(name, among, what));
    return false;
  }

  unique(path: Path, ids: readonly string[], taken: readonly string[] = []): void {
    ids.forEach((id, index) => {
      if (ids.indexOf(id) < index || taken.includes(id)) this.source.atValue([...path, index, 'id'], 'DUPLICATE_ID', `The id ${id} is taken already.`, 'Choose another.');
    });
  }

  hundred(path: Path, weights: readonly number[], what: string): void {
    const sum = weights.reduce((total, one) => total + one, 0);
    if (sum !== 100) this.source.atKey(path, 'WEIGHTS', `${what} add up to ${sum}, not 100.`, sum > 100 ? `Take ${sum - 100} away.` : `Add ${100 - sum}.`);
  }
}

/** What an inject may do, whatever is decided. */
export function effectsOf(inject: InjectDraft): EffectDraft[] {
  return [...inject.effects, ...(inject.decide?.options.flatMap((option) => option.effects) ?? [])];
}

/** An object that has nothing but what was put into it. */
function bare<T>(entries: (readonly [string, T])[]): Record<string, T> {
  const object = Object.create(null) as Record<string, T>;
  for (const [key, value] of entries) object[key] = value;
  return object;
}
