// Checks that everything a scenario names is there, that its sums add up and that its expressions make sense; alone makes a Scenario.
import { pairOf } from '../model/vocabulary.ts';
import { CheckDesk, effectsOf } from './checks/desk.ts';
import { checkEffect } from './checks/effects.ts';
import { checkInjects } from './checks/injects.ts';
import { checkClauses, checkInstrument } from './checks/instruments.ts';
import type { Names } from './names.ts';
import { suggest } from './problems.ts';
import type { EffectDraft, Objective, Scenario, ScenarioDraft } from './schema.ts';
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
  const map = (Object.hasOwn(context.maps, draft.map) ? context.maps[draft.map] : undefined) ?? null;
  const desk = new CheckDesk(draft, context.source, context.names, map?.regions.map(({ id }) => id) ?? null);
  if (!map) context.source.atValue(['map'], 'UNKNOWN_MAP', `There is no map ${draft.map}.`, suggest(draft.map, Object.keys(context.maps), 'Maps'));
  checkHead(desk);
  for (const code of desk.seats) checkSeat(desk, code);
  checkRelations(desk);
  checkOrganisations(desk);
  for (const id of desk.threats) checkThreat(desk, id);
  for (const id of desk.crises) checkCrisis(desk, id);
  checkTexts(desk);
  checkInjects(desk);
  if (!map || context.source.problems.some((problem) => problem.severity === 'error')) return null;
  const whole: ScenarioDraft & Pick<Scenario, 'regions' | 'adjacency'> = { ...draft, ...geography(map) };
  return whole as Scenario;
}

/** What is wrong with effects that somebody writes while the exercise runs: the first fault, with its place such as `0/add/path`; null if they fit the scenario. */
export function faultOf(scenario: Scenario, effects: readonly EffectDraft[], names: Names): { place: string; message: string } | null {
  let first: { place: string; message: string } | null = null;
  const tell = (path: Path, message: string) => void (first ??= { place: path.join('/'), message });
  const sink: Sink = { atValue: (path, _code, message) => tell(path, message), atKey: (path, _code, message) => tell(path, message), inText: (path, _start, _end, _code, message) => tell(path, message) };
  const desk = new CheckDesk(scenario, sink, names, Object.keys(scenario.regions));
  effects.forEach((effect, index) => checkEffect(desk, [index], effect));
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

const SEATS = { min: 2, max: 12 };

/** Which fields an objective's code goes with. */
const SUBJECTS: Partial<Record<Objective['code'], [field: 'seat' | 'crisis' | 'domain', duty: 'required' | 'optional'][]>> = {
  TIES: [['seat', 'required']],
  S: [['crisis', 'required']],
  MOD: [['domain', 'optional']],
};

function checkHead(desk: CheckDesk): void {
  const { length } = desk.seats;
  if (length < SEATS.min || length > SEATS.max) desk.source.atKey(['seats'], 'OUT_OF_RANGE', `A scenario has ${SEATS.min} to ${SEATS.max} seats, not ${length}.`);
  desk.unique(['learning'], desk.draft.learning.map((one) => one.id));
  desk.draft.learning.forEach(({ tasks }, index) => tasks.forEach((task, place) => {
    if (typeof task === 'object' && task.done !== undefined) desk.expression(['learning', index, 'tasks', place, 'done'], task.done);
  }));
  desk.draft.variants.forEach((variant, index) => checkVariant(desk, ['variants', index], variant));
  desk.draft.unlock.forEach((entry, index) => {
    desk.turn(['unlock', index, 'turn'], entry.turn);
    desk.availability(['unlock', index], entry);
  });
  desk.draft.hints.forEach((hint, index) => desk.turn(['hints', index, 'turn'], hint.turn));
}

function checkVariant(desk: CheckDesk, path: Path, { seats }: ScenarioDraft['variants'][number]): void {
  seats.forEach((code, index) => {
    if (desk.seatCode([...path, 'seats', index], code) && seats.indexOf(code) < index) desk.source.atValue([...path, 'seats', index], 'DUPLICATE_ID', `${code} is named twice.`, 'Take one out.');
  });
  const missing = desk.seats.filter((code) => !desk.draft.seats[code]!.optional && !seats.includes(code));
  if (missing.length > 0) desk.source.atKey([...path, 'seats'], 'VARIANT', `${missing.join(', ')} cannot be left out.`, 'Only seats with optional: true may be missing in a variant.');
}

function checkSeat(desk: CheckDesk, code: string): void {
  const seat = desk.draft.seats[code]!;
  const path: Path = ['seats', code];
  if (desk.region([...path, 'region'], seat.region)) {
    const owner = desk.seats.find((other) => desk.draft.seats[other]!.region === seat.region);
    if (owner !== code) desk.source.atValue([...path, 'region'], 'DUPLICATE_ID', `Region ${seat.region} already belongs to ${owner}.`, 'Give each seat a region of its own.');
  }
  desk.known([...path, 'affiliation'], seat.affiliation, Object.keys(desk.draft.affiliations), 'UNKNOWN_AFFILIATION', 'Affiliations');
  for (const crisis of Object.keys(seat.exposure)) desk.knownKey([...path, 'exposure', crisis], crisis, desk.crises, 'UNKNOWN_CRISIS', 'Crises');
  seat.sources?.forEach((one, index) => desk.known([...path, 'sources', index, 'threat'], one.threat, desk.threats, 'UNKNOWN_THREAT', 'Threats'));
  if (seat.firstStep.seat) desk.known([...path, 'firstStep', 'seat'], seat.firstStep.seat, desk.seats, 'UNKNOWN_SEAT', 'Seats');
  desk.unique([...path, 'sources'], (seat.sources ?? []).map((one) => one.id));
  seat.objectives.forEach((objective, index) => checkObjective(desk, [...path, 'objectives', index], objective, code));
  desk.hundred([...path, 'objectives'], seat.objectives.map((one) => one.weight), `The objectives of ${code}`);
  seat.redLines.forEach((line, index) => desk.expression([...path, 'redLines', index, 'broken'], line.broken));
  desk.unique([...path, 'redLines'], seat.redLines.map((one) => one.id));
  for (const [threat, beliefs] of Object.entries(seat.beliefs)) {
    if (!desk.knownKey([...path, 'beliefs', threat], threat, desk.threats, 'UNKNOWN_THREAT', 'Threats')) continue;
    for (const hypothesis of Object.keys(beliefs)) desk.knownKey([...path, 'beliefs', threat, hypothesis], hypothesis, Object.keys(desk.draft.threats[threat]!.hypotheses), 'UNKNOWN_HYPOTHESIS', 'Hypotheses');
  }
}

function checkObjective(desk: CheckDesk, path: Path, objective: Objective, self: string): void {
  const needs = SUBJECTS[objective.code] ?? [];
  for (const [field, duty] of needs) {
    if (duty === 'required' && objective[field] === undefined) desk.source.atKey([...path, 'code'], 'OBJECTIVE_SUBJECT', `${objective.code} needs a ${field}.`, `Add a line ${field}: that says which.`);
  }
  for (const field of ['seat', 'crisis', 'domain'] as const) {
    if (objective[field] !== undefined && !needs.some(([name]) => name === field)) desk.source.atKey([...path, field], 'OBJECTIVE_SUBJECT', `${objective.code} is not about a ${field}.`, 'Take this line out.');
  }
  if (objective.seat !== undefined && desk.seatCode([...path, 'seat'], objective.seat) && objective.seat === self) {
    desk.source.atValue([...path, 'seat'], 'OBJECTIVE_SUBJECT', 'A seat cannot seek its own trust.', 'Name another seat.');
  }
  if (objective.crisis !== undefined) desk.known([...path, 'crisis'], objective.crisis, desk.crises, 'UNKNOWN_CRISIS', 'Crises');
}

function checkRelations(desk: CheckDesk): void {
  const seen = new Set<string>();
  desk.draft.relations.forEach((relation, index) => {
    const path: Path = ['relations', index];
    const [a, b] = relation.between;
    const known = relation.between.map((code, place) => desk.seatCode([...path, 'between', place], code));
    if (a === b) desk.source.atKey([...path, 'between'], 'PARTIES', 'A relation is between two different seats.');
    else if (seen.has(pairOf(a, b))) desk.source.atKey([...path, 'between'], 'DUPLICATE_ID', `${a} and ${b} have a relation above already.`, 'Put both into one.');
    seen.add(pairOf(a, b));
    // A seat misspelt above would make its right name wrong here.
    if (known.includes(false)) return;
    for (const code of Object.keys(relation.trust ?? {})) desk.knownKey([...path, 'trust', code], code, relation.between, 'UNKNOWN_SEAT', 'Seats of this relation');
  });
}

function checkOrganisations(desk: CheckDesk): void {
  for (const [id, organisation] of Object.entries(desk.draft.organisations)) {
    const path: Path = ['organisations', id];
    organisation.members.forEach((code, index) => desk.seatCode([...path, 'members', index], code));
    organisation.observers.forEach((code, index) => desk.seatCode([...path, 'observers', index], code));
    organisation.partners.forEach((code, index) => desk.seatCode([...path, 'partners', index], code));
    organisation.chairs.forEach((code, index) => desk.known([...path, 'chairs', index], code, [...organisation.members, ...organisation.partners], 'UNKNOWN_SEAT', 'Members and partners'));
    for (const code of Object.keys(organisation.weights)) desk.knownKey([...path, 'weights', code], code, organisation.members, 'UNKNOWN_SEAT', 'Members');
    const roles = [...organisation.members, ...organisation.observers, ...organisation.partners];
    const twice = roles.find((code, index) => roles.indexOf(code) < index);
    if (twice !== undefined) desk.source.atKey(path, 'DUPLICATE_ID', `${twice} has two places in ${id}.`, 'A seat is a member, an observer or a partner.');
    if (organisation.majority !== undefined && organisation.rule !== 'qualifiedMajority') desk.source.atKey([...path, 'majority'], 'BAD_VALUE', `${id} does not decide by majority.`, 'Write rule: qualifiedMajority, or take this line out.');
    if (organisation.rule === 'leadNation' && organisation.lead === undefined) desk.source.atKey(path, 'MISSING_FIELD', `${id} decides by its lead nation but names no lead.`, 'Add a line lead: with the code of a member.');
    if (organisation.lead !== undefined) desk.known([...path, 'lead'], organisation.lead, organisation.members, 'UNKNOWN_SEAT', 'Members');
  }
}

function checkThreat(desk: CheckDesk, id: string): void {
  const threat = desk.draft.threats[id]!;
  const path: Path = ['threats', id];
  const hypotheses = Object.keys(threat.hypotheses);
  if (hypotheses.length === 0) desk.source.atKey([...path, 'hypotheses'], 'OUT_OF_RANGE', `${id} has no hypothesis.`, 'Give it at least one, better three.');
  for (const [name, hypothesis] of Object.entries(threat.hypotheses)) {
    const here: Path = [...path, 'hypotheses', name];
    if (desk.known([...here, 'cover'], hypothesis.cover, hypotheses, 'UNKNOWN_HYPOTHESIS', 'Hypotheses') && hypothesis.cover === name && hypotheses.length > 1) {
      desk.source.atValue([...here, 'cover'], 'COVER', `${name} cannot cover for itself.`, suggest(name, hypotheses.filter((one) => one !== name), 'Others'));
    }
    if (hypothesis.sponsor !== undefined) desk.seatCode([...here, 'sponsor'], hypothesis.sponsor);
  }
  if (hypotheses.length > 0) desk.hundred([...path, 'hypotheses'], Object.values(threat.hypotheses).map((one) => one.weight), `The chances of the hypotheses of ${id}`);
  threat.events.forEach((event, index) => {
    desk.turn([...path, 'events', index, 'turn'], event.turn);
    desk.known([...path, 'events', index, 'crisis'], event.crisis, desk.crises, 'UNKNOWN_CRISIS', 'Crises');
  });
  desk.unique([...path, 'events'], threat.events.map((one) => one.id));
}

function checkCrisis(desk: CheckDesk, id: string): void {
  const crisis = desk.draft.crises[id]!;
  const path: Path = ['crises', id];
  desk.region([...path, 'region'], crisis.region);
  desk.known([...path, 'threat'], crisis.threat, desk.threats, 'UNKNOWN_THREAT', 'Threats');
  if (crisis.organisation !== undefined) desk.organisation([...path, 'organisation'], crisis.organisation);
  crisis.hostConsent.forEach((code, index) => desk.seatCode([...path, 'hostConsent', index], code));
  const effects = desk.draft.injects.flatMap(effectsOf);
  if (!crisis.open && !effects.some((effect) => effect.spawn === id)) {
    desk.source.atKey(path, 'NEVER_OPENS', `Crisis ${id} never opens.`, `Add open: true, or an inject with the effect spawn: ${id}.`, 'warning');
  }
}

/** Templates and instruments. */
function checkTexts(desk: CheckDesk): void {
  desk.unique(['templates'], desk.draft.templates.map((one) => one.id));
  desk.draft.templates.forEach((template, index) => checkClauses(desk, ['templates', index], template, desk.seats));
  const tabled = desk.draft.injects.flatMap((inject) => inject.effects.flatMap((effect) => (effect.table ? [effect.table.id] : [])));
  desk.unique(['instruments'], desk.draft.instruments.map((one) => one.id), tabled);
  desk.draft.instruments.forEach((instrument, index) => checkInstrument(desk, ['instruments', index], instrument));
}
