// Checks that everything a scenario names is there, that its sums add up and that its expressions make sense; alone makes a Scenario.
import type { z } from 'zod';
import { SEAT_FIELDS, locate } from '../model/fields.ts';
import type { State } from '../model/state.ts';
import { BINDINGNESS, DOMAINS, pairOf } from '../model/vocabulary.ts';
import { EVENTS } from '../rules/occurrences.ts';
import { unwrapped } from '../rules/instruments/binding.ts';
import { fieldOf } from '../rules/actions/action.ts';
import { checkExpression } from '../rules/condition-check.ts';
import type { ExpressionFault } from '../rules/condition-check.ts';
import type { Names } from './names.ts';
import { suggest } from './problems.ts';
import type { ProblemCode } from './problems.ts';
import { reportShape } from './shape.ts';
import { parameters } from './schema.ts';
import type { ClauseDraft, EffectDraft, EffectKind, InjectDraft, Objective, Scenario, ScenarioDraft } from './schema.ts';
import type { Path, Sink, Source } from './source.ts';

/** What the map says of itself, beside its page. */
export interface MapSidecar {
  id: string;
  title: string;
  size: [number, number];
  /** Opening view: left, top, right, bottom. */
  home: number[];
  regions: { id: string; name: string; kind: 'country' | 'water' | 'other'; adjacent: string[] }[];
}

/** What a draft is checked against. */
export interface CheckContext {
  source: Source;
  maps: Record<string, MapSidecar>;
  names: Names;
}

/** The scenario, or null if `context.source.problems` now holds an error. */
export function check(draft: ScenarioDraft, context: CheckContext): Scenario | null {
  const checker = new Checker(draft, context.source, context.names);
  checker.findMap(context.maps);
  checker.head();
  for (const code of Object.keys(draft.seats)) checker.seat(code);
  checker.relations();
  checker.organisations();
  for (const id of Object.keys(draft.threats)) checker.threat(id);
  for (const id of Object.keys(draft.crises)) checker.crisis(id);
  checker.texts();
  checker.injects();
  if (!checker.map || context.source.problems.some((problem) => problem.severity === 'error')) return null;
  const whole: ScenarioDraft & Pick<Scenario, 'regions' | 'adjacency'> = { ...draft, ...geography(checker.map) };
  return whole as Scenario;
}

/** What is wrong with effects that somebody writes while the exercise runs: the first fault, with its place such as `0/add/path`; null if they fit the scenario. */
export function faultOf(scenario: Scenario, effects: readonly EffectDraft[], names: Names): { place: string; message: string } | null {
  let first: { place: string; message: string } | null = null;
  const tell = (path: Path, message: string) => void (first ??= { place: path.join('/'), message });
  const sink: Sink = { atValue: (path, _code, message) => tell(path, message), atKey: (path, _code, message) => tell(path, message), inText: (path, _start, _end, _code, message) => tell(path, message) };
  const checker = new Checker(scenario, sink, names);
  checker.regions = Object.keys(scenario.regions);
  effects.forEach((effect, index) => checker.effect([index], effect));
  return first;
}

/** What rules need of the map: names and kinds of regions, and neighbours told by either side. */
function geography(map: MapSidecar): Pick<Scenario, 'regions' | 'adjacency'> {
  const touches = (a: MapSidecar['regions'][number], b: MapSidecar['regions'][number]) => a.adjacent.includes(b.id) || b.adjacent.includes(a.id);
  return {
    regions: Object.fromEntries(map.regions.map(({ id, name, kind }) => [id, { name, kind }])),
    adjacency: Object.fromEntries(map.regions.map((one) => [one.id, map.regions.filter((other) => other !== one && touches(one, other)).map(({ id }) => id)])),
  };
}

type InstrumentDraft = ScenarioDraft['instruments'][number];

class Checker {
  readonly draft: ScenarioDraft;
  readonly source: Sink;
  readonly names: Names;
  readonly seats: string[];
  readonly crises: string[];
  readonly threats: string[];
  map: MapSidecar | null = null;
  /** Null where the map is not known. */
  regions: string[] | null = null;

  constructor(draft: ScenarioDraft, source: Sink, names: Names) {
    this.draft = draft;
    this.source = source;
    this.names = names;
    this.seats = Object.keys(draft.seats);
    this.crises = Object.keys(draft.crises);
    this.threats = Object.keys(draft.threats);
  }

  findMap(maps: CheckContext['maps']): void {
    const { map } = this.draft;
    this.map = (Object.hasOwn(maps, map) ? maps[map] : undefined) ?? null;
    if (!this.map) this.source.atValue(['map'], 'UNKNOWN_MAP', `There is no map ${map}.`, suggest(map, Object.keys(maps), 'Maps'));
    this.regions = this.map?.regions.map((region) => region.id) ?? null;
  }

  head(): void {
    const { length } = this.seats;
    if (length < SEATS.min || length > SEATS.max) this.source.atKey(['seats'], 'OUT_OF_RANGE', `A scenario has ${SEATS.min} to ${SEATS.max} seats, not ${length}.`);
    this.unique(['learning'], this.draft.learning.map((one) => one.id));
    this.draft.learning.forEach(({ tasks }, index) => tasks.forEach((task, place) => {
      if (typeof task === 'object' && task.done !== undefined) this.expression(['learning', index, 'tasks', place, 'done'], task.done);
    }));
    this.draft.variants.forEach((variant, index) => this.variant(['variants', index], variant));
    this.draft.unlock.forEach((entry, index) => {
      this.turn(['unlock', index, 'turn'], entry.turn);
      this.availability(['unlock', index], entry);
    });
    this.draft.hints.forEach((hint, index) => this.turn(['hints', index, 'turn'], hint.turn));
  }

  variant(path: Path, { seats }: ScenarioDraft['variants'][number]): void {
    seats.forEach((code, index) => {
      if (this.seatCode([...path, 'seats', index], code) && seats.indexOf(code) < index) this.source.atValue([...path, 'seats', index], 'DUPLICATE_ID', `${code} is named twice.`, 'Take one out.');
    });
    const missing = this.seats.filter((code) => !this.draft.seats[code]!.optional && !seats.includes(code));
    if (missing.length > 0) this.source.atKey([...path, 'seats'], 'VARIANT', `${missing.join(', ')} cannot be left out.`, 'Only seats with optional: true may be missing in a variant.');
  }

  seat(code: string): void {
    const seat = this.draft.seats[code]!;
    const path: Path = ['seats', code];
    if (this.region([...path, 'region'], seat.region)) {
      const owner = this.seats.find((other) => this.draft.seats[other]!.region === seat.region);
      if (owner !== code) this.source.atValue([...path, 'region'], 'DUPLICATE_ID', `Region ${seat.region} already belongs to ${owner}.`, 'Give each seat a region of its own.');
    }
    this.known([...path, 'affiliation'], seat.affiliation, Object.keys(this.draft.affiliations), 'UNKNOWN_AFFILIATION', 'Affiliations');
    for (const crisis of Object.keys(seat.exposure)) this.knownKey([...path, 'exposure', crisis], crisis, this.crises, 'UNKNOWN_CRISIS', 'Crises');
    seat.sources?.forEach((one, index) => this.known([...path, 'sources', index, 'threat'], one.threat, this.threats, 'UNKNOWN_THREAT', 'Threats'));
    if (seat.firstStep.seat) this.known([...path, 'firstStep', 'seat'], seat.firstStep.seat, this.seats, 'UNKNOWN_SEAT', 'Seats');
    this.unique([...path, 'sources'], (seat.sources ?? []).map((one) => one.id));
    seat.objectives.forEach((objective, index) => this.objective([...path, 'objectives', index], objective, code));
    this.hundred([...path, 'objectives'], seat.objectives.map((one) => one.weight), `The objectives of ${code}`);
    seat.redLines.forEach((line, index) => this.expression([...path, 'redLines', index, 'broken'], line.broken));
    this.unique([...path, 'redLines'], seat.redLines.map((one) => one.id));
    for (const [threat, beliefs] of Object.entries(seat.beliefs)) {
      if (!this.knownKey([...path, 'beliefs', threat], threat, this.threats, 'UNKNOWN_THREAT', 'Threats')) continue;
      for (const hypothesis of Object.keys(beliefs)) this.knownKey([...path, 'beliefs', threat, hypothesis], hypothesis, Object.keys(this.draft.threats[threat]!.hypotheses), 'UNKNOWN_HYPOTHESIS', 'Hypotheses');
    }
  }

  objective(path: Path, objective: Objective, self: string): void {
    const needs = SUBJECTS[objective.code] ?? [];
    for (const [field, duty] of needs) {
      if (duty === 'required' && objective[field] === undefined) this.source.atKey([...path, 'code'], 'OBJECTIVE_SUBJECT', `${objective.code} needs a ${field}.`, `Add a line ${field}: that says which.`);
    }
    for (const field of ['seat', 'crisis', 'domain'] as const) {
      if (objective[field] !== undefined && !needs.some(([name]) => name === field)) this.source.atKey([...path, field], 'OBJECTIVE_SUBJECT', `${objective.code} is not about a ${field}.`, 'Take this line out.');
    }
    if (objective.seat !== undefined && this.seatCode([...path, 'seat'], objective.seat) && objective.seat === self) {
      this.source.atValue([...path, 'seat'], 'OBJECTIVE_SUBJECT', 'A seat cannot seek its own trust.', 'Name another seat.');
    }
    if (objective.crisis !== undefined) this.known([...path, 'crisis'], objective.crisis, this.crises, 'UNKNOWN_CRISIS', 'Crises');
  }

  relations(): void {
    const seen = new Set<string>();
    this.draft.relations.forEach((relation, index) => {
      const path: Path = ['relations', index];
      const [a, b] = relation.between;
      const known = relation.between.map((code, place) => this.seatCode([...path, 'between', place], code));
      if (a === b) this.source.atKey([...path, 'between'], 'PARTIES', 'A relation is between two different seats.');
      else if (seen.has(pairOf(a, b))) this.source.atKey([...path, 'between'], 'DUPLICATE_ID', `${a} and ${b} have a relation above already.`, 'Put both into one.');
      seen.add(pairOf(a, b));
      // A seat misspelt above would make its right name wrong here.
      if (known.includes(false)) return;
      for (const code of Object.keys(relation.trust ?? {})) this.knownKey([...path, 'trust', code], code, relation.between, 'UNKNOWN_SEAT', 'Seats of this relation');
    });
  }

  organisations(): void {
    for (const [id, organisation] of Object.entries(this.draft.organisations)) {
      const path: Path = ['organisations', id];
      organisation.members.forEach((code, index) => this.seatCode([...path, 'members', index], code));
      organisation.observers.forEach((code, index) => this.seatCode([...path, 'observers', index], code));
      organisation.partners.forEach((code, index) => this.seatCode([...path, 'partners', index], code));
      organisation.chairs.forEach((code, index) => this.known([...path, 'chairs', index], code, [...organisation.members, ...organisation.partners], 'UNKNOWN_SEAT', 'Members and partners'));
      for (const code of Object.keys(organisation.weights)) this.knownKey([...path, 'weights', code], code, organisation.members, 'UNKNOWN_SEAT', 'Members');
      const roles = [...organisation.members, ...organisation.observers, ...organisation.partners];
      const twice = roles.find((code, index) => roles.indexOf(code) < index);
      if (twice !== undefined) this.source.atKey(path, 'DUPLICATE_ID', `${twice} has two places in ${id}.`, 'A seat is a member, an observer or a partner.');
      if (organisation.majority !== undefined && organisation.rule !== 'qualifiedMajority') this.source.atKey([...path, 'majority'], 'BAD_VALUE', `${id} does not decide by majority.`, 'Write rule: qualifiedMajority, or take this line out.');
      if (organisation.rule === 'leadNation' && organisation.lead === undefined) this.source.atKey(path, 'MISSING_FIELD', `${id} decides by its lead nation but names no lead.`, 'Add a line lead: with the code of a member.');
      if (organisation.lead !== undefined) this.known([...path, 'lead'], organisation.lead, organisation.members, 'UNKNOWN_SEAT', 'Members');
    }
  }

  threat(id: string): void {
    const threat = this.draft.threats[id]!;
    const path: Path = ['threats', id];
    const hypotheses = Object.keys(threat.hypotheses);
    if (hypotheses.length === 0) this.source.atKey([...path, 'hypotheses'], 'OUT_OF_RANGE', `${id} has no hypothesis.`, 'Give it at least one, better three.');
    for (const [name, hypothesis] of Object.entries(threat.hypotheses)) {
      const here: Path = [...path, 'hypotheses', name];
      if (this.known([...here, 'cover'], hypothesis.cover, hypotheses, 'UNKNOWN_HYPOTHESIS', 'Hypotheses') && hypothesis.cover === name && hypotheses.length > 1) {
        this.source.atValue([...here, 'cover'], 'COVER', `${name} cannot cover for itself.`, suggest(name, hypotheses.filter((one) => one !== name), 'Others'));
      }
      if (hypothesis.sponsor !== undefined) this.seatCode([...here, 'sponsor'], hypothesis.sponsor);
    }
    if (hypotheses.length > 0) this.hundred([...path, 'hypotheses'], Object.values(threat.hypotheses).map((one) => one.weight), `The chances of the hypotheses of ${id}`);
    threat.events.forEach((event, index) => {
      this.turn([...path, 'events', index, 'turn'], event.turn);
      this.known([...path, 'events', index, 'crisis'], event.crisis, this.crises, 'UNKNOWN_CRISIS', 'Crises');
    });
    this.unique([...path, 'events'], threat.events.map((one) => one.id));
  }

  crisis(id: string): void {
    const crisis = this.draft.crises[id]!;
    const path: Path = ['crises', id];
    this.region([...path, 'region'], crisis.region);
    this.known([...path, 'threat'], crisis.threat, this.threats, 'UNKNOWN_THREAT', 'Threats');
    if (crisis.organisation !== undefined) this.organisation([...path, 'organisation'], crisis.organisation);
    crisis.hostConsent.forEach((code, index) => this.seatCode([...path, 'hostConsent', index], code));
    const effects = this.draft.injects.flatMap(effectsOf);
    if (!crisis.open && !effects.some((effect) => effect.spawn === id)) {
      this.source.atKey(path, 'NEVER_OPENS', `Crisis ${id} never opens.`, `Add open: true, or an inject with the effect spawn: ${id}.`, 'warning');
    }
  }

  /** Templates and instruments. */
  texts(): void {
    this.unique(['templates'], this.draft.templates.map((one) => one.id));
    this.draft.templates.forEach((template, index) => this.clauses(['templates', index], template, this.seats));
    const tabled = this.draft.injects.flatMap((inject) => inject.effects.flatMap((effect) => (effect.table ? [effect.table.id] : [])));
    this.unique(['instruments'], this.draft.instruments.map((one) => one.id), tabled);
    this.draft.instruments.forEach((instrument, index) => this.instrument(['instruments', index], instrument));
  }

  instrument(path: Path, instrument: InstrumentDraft): void {
    instrument.parties.forEach((code, index) => {
      if (this.seatCode([...path, 'parties', index], code) && instrument.parties.indexOf(code) < index) this.source.atValue([...path, 'parties', index], 'PARTIES', `${code} is named twice.`);
    });
    if (instrument.tabledBy !== undefined) this.known([...path, 'tabledBy'], instrument.tabledBy, instrument.parties, 'PARTIES', 'Parties');
    this.clauses(path, instrument, instrument.parties);
  }

  clauses(path: Path, text: Pick<InstrumentDraft, 'kind' | 'clauses'>, parties: readonly string[]): void {
    text.clauses.forEach((clause, index) => this.clause([...path, 'clauses', index], clause, text, parties));
    if (BINDINGNESS[text.kind] >= 2 && !text.clauses.some((clause) => clause.kind === 'TERM')) {
      this.source.atKey([...path, 'clauses'], 'TERM_MISSING', `This ${text.kind} has no TERM clause.`, 'Agreements and treaties say how long they last: add a clause of kind TERM.');
    }
  }

  /** One clause; a condition wraps another. */
  clause(here: Path, clause: ClauseDraft, text: Pick<InstrumentDraft, 'clauses'>, parties: readonly string[]): void {
    if (!this.known([...here, 'kind'], clause.kind, Object.keys(this.names.clauses), 'UNKNOWN_CLAUSE', 'Clauses')) return;
    const { parameters: schema, misfit } = this.names.clauses[clause.kind]!;
    const parsed = schema.safeParse(clause.params);
    if (!parsed.success) return reportShape({ source: this.source, schema, data: clause.params, base: [...here, 'params'] }, parsed.error);
    this.parameters([...here, 'params'], schema, clause.params, parties);
    const fault = misfit?.(parsed.data, parties, text.clauses.map(unwrapped));
    if (fault) this.source.atValue([...here, 'params', fault.parameter], 'BAD_VALUE', `${fault.parameter} does not suit the parties.`, Object.entries(fault.limits).map(([limit, value]) => `${limit}: ${value}`).join(', '));
    if (clause.kind === 'IF') this.clause([...here, 'params', 'clause'], unwrapped({ kind: clause.kind, params: parsed.data }), text, parties);
  }

  /** Seats, regions and threats that parameters of a clause name. */
  parameters(path: Path, schema: z.ZodType, params: Record<string, unknown>, parties: readonly string[]): void {
    const shape = (schema as { shape?: Record<string, z.ZodType> }).shape ?? {};
    const lists: Record<string, [readonly string[] | null, ProblemCode, string]> = {
      seat: [parties, 'UNKNOWN_SEAT', 'Parties'], seats: [parties, 'UNKNOWN_SEAT', 'Parties'],
      region: [this.regions, 'UNKNOWN_REGION', 'Regions'], regions: [this.regions, 'UNKNOWN_REGION', 'Regions'],
      threat: [this.threats, 'UNKNOWN_THREAT', 'Threats'], threats: [this.threats, 'UNKNOWN_THREAT', 'Threats'], crisis: [this.crises, 'UNKNOWN_CRISIS', 'Crises'], crises: [this.crises, 'UNKNOWN_CRISIS', 'Crises'],
    };
    for (const [name, value] of Object.entries(params)) {
      const list = lists[(shape[name] && fieldOf(shape[name])?.field) ?? ''];
      if (!list?.[0]) continue;
      if (typeof value === 'string') this.known([...path, name], value, list[0], list[1], list[2]);
      if (Array.isArray(value)) value.forEach((item, index) => typeof item === 'string' && this.known([...path, name, index], item, list[0]!, list[1], list[2]));
    }
  }

  injects(): void {
    this.unique(['injects'], this.draft.injects.map((one) => one.id));
    this.draft.injects.forEach((inject, index) => this.inject(['injects', index], inject));
    this.schedules();
  }

  /** An inject that comes back to itself must be one that may fire again, and some turn must pass. */
  schedules(): void {
    const schedules = new Map(this.draft.injects.map((inject) => [inject.id, effectsOf(inject).flatMap(({ schedule }) => schedule ?? [])]));
    const waits = (id: string) => schedules.get(id) ?? [];
    this.draft.injects.forEach((inject, index) => {
      const reached = new Set<string>();
      const walk = (id: string): boolean => waits(id).some((next) => next.inject === inject.id || (!reached.has(next.inject) && (reached.add(next.inject), walk(next.inject))));
      const timeless = (id: string, seen: Set<string>): boolean => waits(id).some((next) => next.turns === 0 && (next.inject === inject.id || (!seen.has(next.inject) && timeless(next.inject, seen.add(next.inject)))));
      if (!walk(inject.id)) return;
      if (inject.once) this.source.atKey(['injects', index, 'id'], 'SCHEDULE', `Inject ${inject.id} schedules itself, but fires once.`, 'Write once: false, or take the effect schedule out.');
      else if (timeless(inject.id, new Set())) this.source.atKey(['injects', index, 'id'], 'SCHEDULE', `Inject ${inject.id} schedules itself for the same turn.`, 'Let a turn pass: turns: 1.');
    });
  }

  inject(path: Path, inject: InjectDraft): void {
    if (inject.at) this.turn([...path, 'at', 'turn'], inject.at.turn);
    if (inject.when !== undefined) this.expression([...path, 'when'], inject.when);
    if (inject.after !== undefined) this.known([...path, 'after'], inject.after, Object.keys(EVENTS), 'UNKNOWN_EVENT', 'Events');
    if (inject.after !== undefined && inject.at) this.source.atKey([...path, 'after'], 'BAD_VALUE', 'An inject waits for a time or for an event, not for both.', 'Take at: or after: out; with after: a condition in when: is judged too.');
    if (!inject.at && inject.when === undefined && inject.after === undefined && !inject.manual) {
      this.source.atKey([...path, 'id'], 'NEVER_FIRES', `Inject ${inject.id} never fires.`, 'Give it at: { turn: 1 }, a condition in when:, an event in after:, or manual: true.');
    }
    if (inject.at && inject.delay > 0) this.turn([...path, 'delay'], inject.at.turn + inject.delay);
    if (Array.isArray(inject.to)) inject.to.forEach((code, index) => this.seatCode([...path, 'to', index], code));
    if (inject.to === 'concerned' && inject.after === undefined) this.source.atValue([...path, 'to'], 'BAD_VALUE', 'Only an inject that waits for an event has seats that it concerns.', 'Write all, a list of seats, or an event in after:.');
    if (inject.expected) this.expression([...path, 'expected', 'when'], inject.expected.when);
    if (inject.objective !== undefined) this.known([...path, 'objective'], inject.objective, this.draft.learning.map((one) => one.id), 'UNKNOWN_OBJECTIVE', 'Learning objectives');
    inject.effects.forEach((effect, index) => this.effect([...path, 'effects', index], effect));
    if (!inject.decide) return;
    if (!inject.once) this.source.atKey([...path, 'once'], 'BAD_VALUE', 'An inject that asks for a decision fires once.', 'Take once: false out, or write a second inject.');
    const options = inject.decide.options.map((option) => option.id);
    this.unique([...path, 'decide', 'options'], options);
    this.known([...path, 'decide', 'default'], inject.decide.default, options, 'UNKNOWN_OPTION', 'Options');
    inject.decide.options.forEach((option, place) => option.effects.forEach((effect, index) => this.effect([...path, 'decide', 'options', place, 'effects', index], effect)));
  }

  effect(path: Path, effect: EffectDraft): void {
    for (const [kind, value] of Object.entries(effect)) EFFECT_CHECKS[kind as EffectKind]?.(this, [...path, kind], value as never);
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

  #skeleton: State | null = null;
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
function effectsOf(inject: InjectDraft): EffectDraft[] {
  return [...inject.effects, ...(inject.decide?.options.flatMap((option) => option.effects) ?? [])];
}

/** An object that has nothing but what was put into it. */
function bare<T>(entries: (readonly [string, T])[]): Record<string, T> {
  const object = Object.create(null) as Record<string, T>;
  for (const [key, value] of entries) object[key] = value;
  return object;
}

const SEATS = { min: 2, max: 12 };

/** Which fields an objective's code goes with. */
const SUBJECTS: Partial<Record<Objective['code'], [field: 'seat' | 'crisis' | 'domain', duty: 'required' | 'optional'][]>> = {
  TIES: [['seat', 'required']],
  S: [['crisis', 'required']],
  MOD: [['domain', 'optional']],
};

function checkNumber(checker: Checker, path: Path, { path: where, when }: { path: string; when?: string | undefined }): void {
  checker.path([...path, 'path'], where);
  if (when !== undefined) checker.expression([...path, 'when'], when);
}

function checkMembership(checker: Checker, path: Path, { organisation, seat }: { organisation: string; seat: string }): void {
  checker.organisation([...path, 'organisation'], organisation);
  checker.seatCode([...path, 'seat'], seat);
}

/** What is checked of each effect beyond its shape. */
const EFFECT_CHECKS: { [K in EffectKind]?: (checker: Checker, path: Path, value: NonNullable<EffectDraft[K]>) => void } = {
  report(checker, path, report) {
    for (const list of ['to', 'releasableTo'] as const) report[list].forEach((code, index) => checker.seatCode([...path, list, index], code));
    if (report.originator !== undefined) checker.seatCode([...path, 'originator'], report.originator);
    if (!checker.known([...path, 'threat'], report.threat, checker.threats, 'UNKNOWN_THREAT', 'Threats')) return;
    checker.known([...path, 'claim'], report.claim, ['truth', 'cover', ...Object.keys(checker.draft.threats[report.threat]!.hypotheses)], 'UNKNOWN_HYPOTHESIS', 'Claims');
  },
  spawn: (checker, path, crisis) => checker.known(path, crisis, checker.crises, 'UNKNOWN_CRISIS', 'Crises'),
  close: (checker, path, crisis) => checker.known(path, crisis, checker.crises, 'UNKNOWN_CRISIS', 'Crises'),
  add: checkNumber,
  set: checkNumber,
  scale: checkNumber,
  reveal(checker, path, { threat, to, when }) {
    to.forEach((code, index) => checker.seatCode([...path, 'to', index], code));
    checker.known([...path, 'threat'], threat, checker.threats, 'UNKNOWN_THREAT', 'Threats');
    if (when !== undefined) checker.expression([...path, 'when'], when);
  },
  strike(checker, path, { threat, event }) {
    if (!checker.known([...path, 'threat'], threat, checker.threats, 'UNKNOWN_THREAT', 'Threats')) return;
    checker.known([...path, 'event'], event, checker.draft.threats[threat]!.events.map((one) => one.id), 'UNKNOWN_EVENT', 'Events of this threat');
  },
  incident(checker, path, { crisis, parties }) {
    checker.known([...path, 'crisis'], crisis, checker.crises, 'UNKNOWN_CRISIS', 'Crises');
    parties.forEach((code, index) => checker.seatCode([...path, 'parties', index], code));
  },
  pressure(checker, path, { crisis }) {
    if (crisis !== undefined) checker.known([...path, 'crisis'], crisis, checker.crises, 'UNKNOWN_CRISIS', 'Crises');
  },
  forceMajeure: (checker, path, { seats }) => seats.forEach((code, index) => checker.seatCode([...path, 'seats', index], code)),
  param(checker, path, { name, value }) {
    const parsed = parameters.shape[name].safeParse(value);
    if (!parsed.success) reportShape({ source: checker.source, schema: parameters.shape[name], data: value, base: [...path, 'value'] }, parsed.error);
  },
  grant(checker, path, { seat, source }) {
    checker.seatCode([...path, 'seat'], seat);
    if (source) checker.known([...path, 'source', 'threat'], source.threat, checker.threats, 'UNKNOWN_THREAT', 'Threats');
  },
  remove(checker, path, { seat, source }) {
    if (checker.seatCode([...path, 'seat'], seat) && source !== undefined) checker.sourceOf([...path, 'source'], seat, source);
  },
  schedule: (checker, path, { inject }) => checker.known([...path, 'inject'], inject, checker.draft.injects.map((one) => one.id), 'UNKNOWN_INJECT', 'Injects'),
  evidence(checker, path, { objective, task }) {
    const { learning } = checker.draft;
    if (!checker.known([...path, 'objective'], objective, learning.map((one) => one.id), 'UNKNOWN_OBJECTIVE', 'Learning objectives') || task === undefined) return;
    const { length } = learning.find((one) => one.id === objective)!.tasks;
    if (task >= length) checker.source.atValue([...path, 'task'], 'OUT_OF_RANGE', `${objective} has ${length} ${length === 1 ? 'task' : 'tasks'}, counted from 0.`, `Write 0${length === 1 ? '' : ` to ${length - 1}`}.`);
  },
  motion(checker, path, { organisation, params, by }) {
    if (!checker.organisation([...path, 'organisation'], organisation)) return;
    if (by !== undefined) checker.known([...path, 'by'], by, checker.draft.organisations[organisation]!.members, 'UNKNOWN_SEAT', 'Members');
    if (typeof params.crisis === 'string') checker.known([...path, 'params', 'crisis'], params.crisis, checker.crises, 'UNKNOWN_CRISIS', 'Crises');
    if (typeof params.seat === 'string') checker.seatCode([...path, 'params', 'seat'], params.seat);
    if (typeof params.threat === 'string') checker.known([...path, 'params', 'threat'], params.threat, checker.threats, 'UNKNOWN_THREAT', 'Threats');
  },
  mandate(checker, path, { organisation, crisis }) {
    checker.organisation([...path, 'organisation'], organisation);
    checker.known([...path, 'crisis'], crisis, checker.crises, 'UNKNOWN_CRISIS', 'Crises');
  },
  admit: checkMembership,
  expel: checkMembership,
  table: (checker, path, instrument) => checker.instrument(path, instrument),
  unlock: (checker, path, names) => checker.availability(path, names),
  lock(checker, path, names) {
    checker.availability(path, names);
    if (checker.draft.unlock.length === 0) checker.source.atKey(path, 'NOTHING_TO_LOCK', 'Nothing can be locked here.', 'Add a section unlock: that says what is available from turn 1.');
  },
};
