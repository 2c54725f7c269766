// The shape of a scenario file: one zod schema, from which the types, the published JSON Schema and the authoring help are made.
import { z } from 'zod';
import { CHANNELS, DECISION_RULES, DOMAINS, INSTRUMENT_KINDS, INSTRUMENT_STATUSES, MARKINGS, PHASES, RELIABILITIES } from '../model/vocabulary.ts';

const text = (max: number) => z.string().trim().min(1).max(max);
const score = z.int().min(0).max(100);
const seatCode = z.string().regex(/^[A-Z]{3}$/, 'three capital letters').describe('Code of a seat, three capital letters such as ARD.');
const id = z.string().regex(/^[a-z][a-z0-9-]{0,31}$/i, 'letters, digits and hyphens, starting with a letter');
const money = z.int().min(0).max(400).describe('Budget credits.');
const marking = z.enum(MARKINGS);
const capability = z.partialRecord(z.enum(DOMAINS), score);
const expression = text(400).describe('A condition in CEL, for example: crises.karsa.severity >= 60 && inForce("INTEL_SHARE", ["NIH", "COL"]).');

/** Objective codes of the model guide, section 6, with the subject that some of them need. */
export const OBJECTIVES = ['SAFE', 'RDY', 'MOD', 'FIS', 'PART', 'TIES', 'LEAD', 'AUT', 'DETER', 'TRUTH', 'SECR', 'NORMS', 'S'] as const;
export type ObjectiveCode = (typeof OBJECTIVES)[number];

const objective = z.strictObject({
  code: z.enum(OBJECTIVES),
  weight: z.int().min(1).max(100).describe('Weights of a seat add up to 100.'),
  domain: z.enum(DOMAINS).optional().describe('For MOD: only this capability counts.'),
  seat: seatCode.optional().describe('For TIES: whose trust is sought.'),
  crisis: id.optional().describe('For S: which crisis.'),
  text: text(200).describe('The objective in a sentence, as the ministry would put it.'),
});

const clauseDraft = z.strictObject({ kind: text(30), params: z.record(z.string(), z.unknown()).default({}) });

const instrumentDraft = z.strictObject({
  id,
  title: text(120),
  kind: z.enum(INSTRUMENT_KINDS),
  parties: z.array(seatCode).min(2).max(12),
  tabledBy: seatCode,
  classification: marking.default('R'),
  status: z.enum(INSTRUMENT_STATUSES).default('tabled'),
  clauses: z.array(clauseDraft).min(1).max(20),
});

const report = z.strictObject({
  to: z.array(seatCode).min(1),
  threat: id,
  claim: z.union([z.literal('truth'), z.literal('cover'), id]).describe('A hypothesis, or `truth` or `cover` to follow what was drawn.'),
  reliability: z.enum(RELIABILITIES),
  credibility: z.int().min(1).max(6),
  marking: marking.default('R'),
  originatorControlled: z.boolean().default(false),
  text: text(400),
});

/** Effects an inject may have. Each has its own file in shared/rules/effects. */
const effect = z.union([
  z.strictObject({ message: z.strictObject({ from: text(60), text: text(800) }) }).describe('A message from a non-player to the recipients of the inject.'),
  z.strictObject({ report }).describe('An intelligence report handed to seats.'),
  z.strictObject({ spawn: id }).describe('Opens a crisis.'),
  z.strictObject({ close: id }).describe('Closes a crisis; its packages return.'),
  z.strictObject({ add: z.strictObject({ path: text(80), by: z.int().min(-100).max(100), when: expression.optional() }) }).describe('Adds to a number, for example seat/NIH/publicOpinion.'),
  z.strictObject({ table: instrumentDraft }).describe('Puts a draft on the table.'),
  z.strictObject({ unlock: z.array(text(30)).min(1) }).describe('Makes actions or clauses available from now on.'),
  z.strictObject({ lock: z.array(text(30)).min(1) }).describe('Takes actions or clauses away from now on.'),
]);
export type EffectDraft = z.infer<typeof effect>;

const decision = z.strictObject({
  question: text(300),
  options: z.array(z.strictObject({ id, label: text(120), effects: z.array(effect).default([]) })).min(2).max(5),
  default: id.describe('Taken when nobody decided by the lock.'),
});

const inject = z.strictObject({
  id,
  title: text(120),
  at: z.strictObject({ turn: z.int().min(1).max(20), phase: z.enum(PHASES).default('briefing') }).optional(),
  when: expression.optional(),
  manual: z.boolean().default(false).describe('Only exercise control fires it.'),
  once: z.boolean().default(true),
  to: z.union([z.literal('all'), z.array(seatCode).min(1)]),
  from: text(60).default('Exercise control'),
  text: text(2000),
  expect: text(300).optional().describe('The response expected from participants.'),
  objective: id.optional().describe('The learning objective it serves.'),
  effects: z.array(effect).default([]),
  decide: decision.optional(),
});

const seat = z.strictObject({
  name: text(40),
  ministry: text(80),
  region: id.describe('Region of the map that this seat owns.'),
  affiliation: id,
  optional: z.boolean().default(false).describe('May be left out of a small exercise.'),
  income: z.int().min(1).max(60),
  budget: money,
  readiness: score,
  publicOpinion: score,
  politicalCapital: score,
  sovereignty: z.int().min(0).max(10),
  risk: z.int().min(0).max(10),
  security: score,
  civilMilitary: z.int().min(0).max(3),
  capability: z.record(z.enum(DOMAINS), score),
  exposure: z.record(id, score).default({}).describe('Share of harm per crisis, 0 to 100.'),
  sources: z.array(z.strictObject({ id, threat: id, reliability: z.enum(RELIABILITIES) })).optional().describe('Left out: one source per threat, its letter following ISR.'),
  brief: z.strictObject({ public: text(4000), secret: text(4000) }),
  goals: z.array(text(160)).length(3).describe('What this seat wants, in three short sentences.'),
  firstStep: text(240).describe('The one next step shown to a newcomer.'),
  objectives: z.array(objective).min(1).max(6),
  redLines: z.array(z.strictObject({ id, text: text(200), broken: expression })).max(4).default([]),
  beliefs: z.record(id, z.record(id, z.int().min(0).max(600))).default({}),
});

const hypothesis = z.strictObject({
  name: text(80),
  text: text(400),
  weight: z.int().min(1).max(100),
  cover: id.describe('The hypothesis that failing collection tends to report instead.'),
  sponsor: seatCode.optional(),
  demand: capability.describe('Points needed per four seats.'),
});

const threat = z.strictObject({
  name: text(80),
  denial: z.int().min(0).max(30).default(0),
  hypotheses: z.record(id, hypothesis),
  events: z.array(z.strictObject({
    id,
    turn: z.int().min(1).max(20),
    crisis: id,
    type: text(80),
    severity: z.int().min(0).max(40),
    warnedSeverity: z.int().min(0).max(40).optional().describe('Used instead when at least two seats were warned and shared.'),
  })).default([]),
});

const crisis = z.strictObject({
  name: text(80),
  summary: text(400),
  region: id,
  threat: id,
  severity: score,
  rung: z.int().min(0).max(9),
  drift: z.int().min(-20).max(30),
  demandQuarters: z.int().min(1).max(16).default(4).describe('demand_x in quarters: 4 is 1.'),
  hostRequired: z.boolean().default(false),
  hostConsent: z.array(seatCode).default([]).describe('Seats whose packages the owner of the region has admitted from the start.'),
  open: z.boolean().default(false).describe('Open from the first turn, without an inject.'),
});

const organisation = z.strictObject({
  name: text(80),
  members: z.array(seatCode).min(2),
  observers: z.array(seatCode).default([]),
  rule: z.enum(DECISION_RULES),
  lead: seatCode.optional(),
  standard: z.int().min(0).max(3).default(0),
  ceiling: marking.default('R'),
  minimumSecurity: score.default(0),
});

/** Scenario-overridable numbers (rulings, section L). */
export const parameters = z.strictObject({
  ap: z.int().min(1).max(8).default(4),
  capFail: score.default(40),
  carryPercent: score.default(100),
  readinessDecay: z.int().min(0).max(10).default(3),
  fair: z.int().min(1).max(10).default(5),
  deter: z.int().min(0).max(20).default(6),
  warn: z.int().min(50).max(95).default(70),
  relief: z.int().min(5).max(50).default(22).describe('rho: severity that full coverage takes away.'),
  burdenGap: z.int().min(0).max(20).default(4).describe('t_gap.'),
  burdenCredit: z.int().min(0).max(10).default(2).describe('t_con.'),
  deployPrice: z.int().min(1).max(10).default(4),
  exerciseBase: z.int().min(0).max(20).default(6),
  exerciseEach: z.int().min(0).max(10).default(2),
  exerciseReadiness: z.int().min(0).max(20).default(5),
  exerciseInteroperability: z.int().min(0).max(20).default(4),
  exerciseTrust: z.int().min(0).max(20).default(4),
  trainReadiness: z.int().min(0).max(20).default(6),
  shareTrust: z.int().min(0).max(20).default(3),
  shareCap: z.int().min(0).max(20).default(6),
  collectPrice: z.int().min(0).max(20).default(3),
  showPressure: z.int().min(0).max(10).default(3),
  draftsMax: z.int().min(1).max(5).default(2),
  thresholdAgreement: score.default(30),
  thresholdTreaty: score.default(40),
  incidentBase: z.int().min(0).max(10).default(2),
  incidentPair: z.int().min(0).max(20).default(5),
  leakMax: z.int().min(0).max(10000).default(3000).describe('Basis points.'),
  forceMajeure: z.int().min(0).max(10000).default(6000),
});
export type Parameters = z.infer<typeof parameters>;

const seconds = z.int().min(5).max(7 * 24 * 3600);

export const scenarioSchema = z.strictObject({
  format: z.literal(1),
  id,
  title: text(80),
  summary: text(400).describe('Two sentences for the card that an instructor picks.'),
  situation: text(4000).describe('What everybody knows at the start.'),
  date: text(40).describe('Scenario date of turn 1, in words.'),
  turns: z.int().min(1).max(20),
  phases: z.strictObject({ briefing: seconds, negotiation: seconds, orders: seconds, resolution: seconds, review: seconds }).describe('Length of each phase in seconds.'),
  map: id.describe('A map in assets/maps.'),
  learning: z.array(z.strictObject({ id, text: text(200), tasks: z.array(text(200)).min(1).max(8) })).min(1).max(8),
  parameters: parameters.prefault({}),
  unlock: z.array(z.strictObject({ turn: z.int().min(1).max(20), actions: z.array(text(30)).default([]), clauses: z.array(text(30)).default([]) })).default([]).describe('What becomes available when. Left out: everything from turn 1.'),
  affiliations: z.record(id, z.strictObject({ name: text(60) })),
  seats: z.record(seatCode, seat),
  relations: z.array(z.strictObject({
    between: z.tuple([seatCode, seatCode]),
    grievance: score.optional(),
    interoperability: score.optional(),
    trust: z.record(seatCode, score).optional().describe('Trust of the seat named in the other one.'),
    channels: z.array(z.enum(CHANNELS)).optional(),
  })).default([]),
  organisations: z.record(id, organisation).default({}),
  threats: z.record(id, threat),
  crises: z.record(id, crisis),
  templates: z.array(z.strictObject({ id, title: text(120), text: text(300), kind: z.enum(INSTRUMENT_KINDS), clauses: z.array(clauseDraft).min(1).max(20) })).default([]).describe('Ready drafts that a participant can start from.'),
  instruments: z.array(instrumentDraft).default([]),
  injects: z.array(inject).default([]),
  hints: z.array(z.strictObject({ turn: z.int().min(1), text: text(240) })).default([]),
  debrief: z.array(text(300)).min(1),
  glossary: z.record(text(40), text(300)).default({}),
});

/** A parsed file: its shape is right, its references are not yet checked. */
export type ScenarioDraft = z.infer<typeof scenarioSchema>;

declare const checked: unique symbol;
/** A scenario whose references and expressions were checked, with what it needs of its map: only `check` makes one. */
export type Scenario = ScenarioDraft & {
  readonly [checked]: true;
  /** Regions of the map by id. */
  readonly regions: Record<string, { name: string; kind: 'country' | 'water' | 'other' }>;
  /** Neighbours of each region, both ways. */
  readonly adjacency: Record<string, string[]>;
};

export type SeatDraft = ScenarioDraft['seats'][string];
export type Objective = SeatDraft['objectives'][number];
export type Hypothesis = ScenarioDraft['threats'][string]['hypotheses'][string];
export type InjectDraft = ScenarioDraft['injects'][number];
export type ClauseDraft = ScenarioDraft['templates'][number]['clauses'][number];
