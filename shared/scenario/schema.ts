// The shape of a scenario file: one zod schema, from which the types, the published JSON Schema and the authoring help are made.
import { z } from 'zod';
import { isReserved } from '../model/names.ts';
import { BOT_CHARACTERS, CHANNELS, DECISION_RULES, DOMAINS, INJECT_TYPES, INSTRUMENT_KINDS, INSTRUMENT_STATUSES, MARKINGS, MOTION_KINDS, PHASES, RELIABILITIES } from '../model/vocabulary.ts';

const text = (max: number) => z.string().trim().min(1).max(max);
const score = z.int().min(0).max(100);
const seatCode = z.string().regex(/^[A-Z]{3}$/, 'three capital letters').describe('Code of a seat, three capital letters such as ARD.');
const id = z.string().regex(/^[A-Za-z][A-Za-z0-9-]{0,31}$/, 'letters, digits and hyphens, starting with a letter').refine((name) => !isReserved(name), 'a name that is not reserved');
const injectId = z.string().regex(/^(?=.*[A-Za-z])[A-Za-z0-9][A-Za-z0-9-]{0,31}$/, 'letters, digits and hyphens, with a letter among them').describe('Injects fire in the order of their ids: begin them with numbers.');
const region = z.string().regex(/^[A-Za-z][A-Za-z0-9_-]{0,31}$/, 'letters, digits, hyphens and underscores, starting with a letter').describe('A region of the map.');
const money = z.int().min(0).max(400).describe('Budget credits.');
const marking = z.enum(MARKINGS).describe('Classification: U unclassified, R restricted, C confidential, S secret, TS top secret.');
const capability = z.partialRecord(z.enum(DOMAINS), score);
/** Names that the catalogues decide: the published JSON Schema lists them. */
export const actionName = text(30).describe('Code of an action, such as SHARE.');
export const clauseName = text(30).describe('Kind of a clause, such as INFOSEC.');
export const eventName = text(40).describe('One of the events that conditions know, such as exerciseHeld.');
const expression = text(400).describe('A condition in CEL, for example: crises.karsa.severity >= 60 && inForce("INTEL_SHARE", ["NIH", "COL"]).');

/** Objective codes of the model guide, section 6, with the subject that some of them need. */
export const OBJECTIVES = ['SAFE', 'RDY', 'MOD', 'FIS', 'PART', 'TIES', 'LEAD', 'AUT', 'DETER', 'TRUTH', 'SECR', 'NORMS', 'S'] as const;
export type ObjectiveCode = (typeof OBJECTIVES)[number];

/** Where the button of a seat's first step leads. */
export const FIRST_STEPS = ['brief', 'messages', 'instruments', 'intelligence', 'orders', 'country'] as const;

const objective = z.strictObject({
  code: z.enum(OBJECTIVES).describe('SAFE public confidence, RDY readiness, MOD capability, FIS money left, PART trust of all, TIES trust of one, LEAD own texts in force, AUT few obligations, DETER low escalation, TRUTH knowing the cause, SECR own reports kept, NORMS norms shared, S severity of one crisis.'),
  weight: z.int().min(1).max(100).describe('Weights of a seat add up to 100.'),
  domain: z.enum(DOMAINS).optional().describe('For MOD: only this capability counts.'),
  seat: seatCode.optional().describe('For TIES: whose trust is sought.'),
  crisis: id.optional().describe('For S: which crisis.'),
  text: text(200).describe('The objective in a sentence, as the ministry would put it.'),
});

export const clauseDraft = z.strictObject({
  kind: clauseName,
  params: z.record(z.string(), z.unknown()).default({}).describe('Parameters of the clause; each kind has its own.'),
});

const instrumentKind = z.enum(INSTRUMENT_KINDS).describe('mou binds at the last signature; agreement and treaty need ratification.');

const instrumentDraft = z.strictObject({
  id: id.describe('Its id, different from all others.'),
  title: text(120).describe('Title of the text.'),
  kind: instrumentKind,
  parties: z.array(seatCode).min(2).max(12).describe('The seats that may sign.'),
  tabledBy: seatCode.optional().describe('Left out: exercise control tables it.'),
  classification: marking.default('R'),
  status: z.enum(INSTRUMENT_STATUSES).default('tabled').describe('Where its life stands at the start: tabled, or inForce for an old text.'),
  clauses: z.array(clauseDraft).min(1).max(20).describe('What it says, clause by clause.'),
});

const report = z.strictObject({
  to: z.array(seatCode).min(1).describe('Who gets it.'),
  originator: seatCode.optional().describe('The seat whose service made it; left out: somebody outside the exercise.'),
  releasableTo: z.array(seatCode).default([]).describe('Seats, besides those who get it, that it may lawfully be passed on to.'),
  threat: id.describe('The threat it is about.'),
  claim: id.describe('A hypothesis, or `truth` or `cover` to follow what was drawn.'),
  reliability: z.enum(RELIABILITIES).describe('Letter of the source: A reliable … E unreliable, F cannot be judged.'),
  credibility: z.int().min(1).max(6).describe('Digit of the report: 1 confirmed … 5 improbable, 6 cannot be judged.'),
  marking: marking.default('R'),
  originatorControlled: z.boolean().default(false).describe('ORCON: passing it on needs the consent of its originator.'),
  text: text(400).describe('What it says, without naming the hypothesis.'),
});

const availability = z.strictObject({
  actions: z.array(actionName).default([]).describe('Actions.'),
  clauses: z.array(clauseName).default([]).describe('Kinds of clauses.'),
}).describe('Actions and clauses by name.');

const turns = (least: number) => z.int().min(least).max(20);
const numberPath = text(80).describe('Which number, for example seat/NIH/publicOpinion; `seat/*/publicOpinion` means each recipient.');
const source = z.strictObject({
  id: id.describe('Its id.'),
  threat: id.describe('What it reports on.'),
  reliability: z.enum(RELIABILITIES).describe('Its letter.'),
});
const packages = z.int().min(1).max(4).default(1).describe('For package: how many.');
const packageOrSource = 'a package or a source, one of the two';
const oneOfTwo = (value: { package?: unknown; source?: unknown }) => (value.package === undefined) !== (value.source === undefined);
const membership = z.strictObject({ organisation: id.describe('The organisation.'), seat: seatCode });

/** Scenario-overridable numbers (rulings, section L). */
export const parameters = z.strictObject({
  ap: z.int().min(1).max(8).default(4).describe('Action points per seat and turn.'),
  capFail: score.default(40).describe('Highest score of anybody after a shared failure.'),
  carryPercent: score.default(100).describe('Percent of the budget that is kept for the next turn.'),
  readinessDecay: z.int().min(0).max(10).default(3).describe('Readiness lost per turn.'),
  fair: z.int().min(1).max(10).default(5).describe('Packages a seat of average income should send.'),
  deter: z.int().min(0).max(20).default(6).describe('Severity that a show of force takes away if somebody sponsors the threat.'),
  warn: z.int().min(50).max(95).default(70).describe('Percent of belief in the truth from which one is warned.'),
  relief: z.int().min(5).max(50).default(22).describe('rho: severity that full coverage takes away.'),
  burdenGap: z.int().min(0).max(20).default(4).describe('t_gap.'),
  burdenCredit: z.int().min(0).max(10).default(2).describe('t_con.'),
  deployPrice: z.int().min(1).max(10).default(4).describe('Price of a package per turn.'),
  exerciseBase: z.int().min(0).max(20).default(6).describe('Price of an exercise before it is counted per party.'),
  exerciseEach: z.int().min(0).max(10).default(2).describe('What each party adds to that price.'),
  exerciseReadiness: z.int().min(0).max(20).default(5).describe('Readiness that an exercise gives.'),
  exerciseInteroperability: z.int().min(0).max(20).default(4).describe('Interoperability that an exercise gives each pair.'),
  exerciseTrust: z.int().min(0).max(20).default(4).describe('Trust that an exercise gives each pair.'),
  trainReadiness: z.int().min(0).max(20).default(6).describe('Readiness that TRAIN gives.'),
  shareTrust: z.int().min(0).max(20).default(3).describe('Trust that a shared report gives.'),
  shareCap: z.int().min(0).max(20).default(6).describe('Reports that a seat may share per turn.'),
  collectPrice: z.int().min(0).max(20).default(3).describe('Price of COLLECT.'),
  showPressure: z.int().min(0).max(10).default(3).describe('Pressure that a show of force adds.'),
  draftsMax: z.int().min(1).max(5).default(2).describe('Live drafts a seat may have on the table.'),
  thresholdAgreement: score.default(30).describe('Acceptability from which an agreement costs no more than its kind.'),
  thresholdTreaty: score.default(40).describe('The same for a treaty.'),
  incidentBase: z.int().min(0).max(10).default(2).describe('Percent of incident chance per rung.'),
  incidentPair: z.int().min(0).max(20).default(5).describe('Percent of incident chance per pair that distrusts each other.'),
  leakMax: z.int().min(0).max(10000).default(3000).describe('Basis points.'),
  forceMajeure: z.int().min(0).max(10000).default(6000).describe('Severity times exposure from which a missed duty is excused.'),
  mandateReimbursement: z.int().min(0).max(10).default(1).describe('Credits per package that a mandated mission pays back from the common fund.'),
  pledgeStake: z.int().min(0).max(10).default(2).describe('Political capital staked on a pledge that can be checked.'),
  qualifiedMajority: z.int().min(51).max(100).default(65).describe('Percent of votes that a qualified majority needs.'),
});
export type Parameters = z.infer<typeof parameters>;
const parameterName = z.enum(Object.keys(parameters.shape) as [keyof Parameters, ...(keyof Parameters)[]]).describe('Name of a number of the rules.');

/** Effects an inject may have. What each does is in shared/rules/effects, one file per effect. */
export const effect = z.strictObject({
  message: z.strictObject({ from: text(60).describe('Who writes.'), text: text(800).describe('What they write.') }).optional().describe('A message from a non-player to the recipients.'),
  report: report.optional().describe('An intelligence report handed to seats.'),
  spawn: id.optional().describe('Opens a crisis.'),
  close: id.optional().describe('Closes a crisis; its packages return.'),
  add: z.strictObject({ path: numberPath, by: z.int().min(-100).max(100).describe('How much; negative takes away.'), when: expression.optional() }).optional().describe('Adds to a number.'),
  set: z.strictObject({ path: numberPath, to: z.int().min(-100).max(600).describe('What it becomes.'), when: expression.optional() }).optional().describe('Sets a number.'),
  scale: z.strictObject({ path: numberPath, percent: z.int().min(0).max(400).describe('Percent of what it is; rounded half up.'), when: expression.optional() }).optional().describe('Multiplies a number.'),
  reveal: z.strictObject({
    threat: id.describe('The threat.'),
    to: z.array(seatCode).min(1).describe('Who learns it.'),
    when: expression.optional(),
    text: text(400).describe('How they come to know it.'),
  }).optional().describe('Tells seats the true cause, for certain.'),
  strike: z.strictObject({ threat: id.describe('The threat.'), event: id.describe('One of its events.') }).optional().describe('An event of a threat strikes now, whenever it was due.'),
  incident: z.strictObject({ crisis: id.describe('The crisis.'), parties: z.array(seatCode).min(1).max(4).describe('Whose forces were involved.') }).optional().describe('Opens an incident.'),
  pressure: z.strictObject({ value: z.int().min(-9).max(9).describe('How much; 3 raises the rung, 6 raises it twice, -3 lowers it.'), crisis: id.optional().describe('Left out: on every crisis.') }).optional().describe('Presses on crises in their next step.'),
  forceMajeure: z.strictObject({ seats: z.array(seatCode).min(1).describe('Who is excused.'), turns: turns(1).default(1).describe('For how many turns, this one included.') }).optional().describe('Excuses missed duties.'),
  param: z.strictObject({ name: parameterName, value: z.int().describe('What it is from now on.') }).optional().describe('Changes a number of the rules.'),
  grant: z.strictObject({ seat: seatCode, package: z.enum(DOMAINS).optional().describe('A domain.'), count: packages, source: source.optional().describe('A new source.') })
    .refine(oneOfTwo, packageOrSource).optional().describe('Gives a seat packages or a source.'),
  remove: z.strictObject({ seat: seatCode, package: z.enum(DOMAINS).optional().describe('A domain.'), count: packages, source: id.optional().describe('Id of one of its sources.') })
    .refine(oneOfTwo, packageOrSource).optional().describe('Takes packages or a source from a seat.'),
  schedule: z.strictObject({ inject: injectId.describe('Id of an inject.'), turns: turns(0).default(1).describe('How many turns later; 0: as soon as injects are judged again.') }).optional().describe('Another inject fires later.'),
  evidence: z.strictObject({
    objective: id.describe('The learning objective.'),
    task: z.int().min(0).max(7).optional().describe('Which of its tasks, counted from 0; left out: the objective as a whole.'),
    met: z.boolean().default(true).describe('Whether it was done.'),
  }).optional().describe('Leaves a note for the evaluation.'),
  motion: z.strictObject({
    organisation: id.describe('The organisation.'),
    kind: z.enum(MOTION_KINDS).describe('What is moved.'),
    params: z.record(z.string(), z.unknown()).default({}).describe('What it is about, such as a crisis or a seat.'),
    by: seatCode.optional().describe('Left out: its secretariat.'),
  }).optional().describe('Tables a motion in an organisation.'),
  mandate: z.strictObject({ organisation: id.describe('The organisation.'), crisis: id.describe('The crisis.') }).optional().describe('The organisation has mandated a mission, at once.'),
  admit: membership.optional().describe('Makes a seat a member.'),
  expel: membership.optional().describe('Ends a membership by expulsion.'),
  table: instrumentDraft.optional().describe('Puts a draft on the table.'),
  unlock: availability.optional().describe('Makes actions and clauses available from now on.'),
  lock: availability.optional().describe('Takes actions and clauses away from now on.'),
}).refine((value) => Object.keys(value).length === 1, 'exactly one effect in each list item').meta({ minProperties: 1, maxProperties: 1 });
export type EffectDraft = z.infer<typeof effect>;
export type EffectKind = keyof EffectDraft;
export const EFFECT_KINDS = Object.keys(effect.shape) as EffectKind[];

const decision = z.strictObject({
  question: text(300).describe('What each recipient is asked.'),
  options: z.array(z.strictObject({
    id: id.describe('Named by default: and by decided(...) in expressions.'),
    label: text(120).describe('What the recipient reads.'),
    effects: z.array(effect).default([]).describe('What follows, at the lock; `*` in paths is the seat that chose.'),
  })).min(2).max(5).describe('Two to five answers.'),
  default: id.describe('Taken when nobody decided by the deadline.'),
  within: turns(0).default(0).describe('Turns until the deadline; 0: the lock of this turn.'),
});

const inject = z.strictObject({
  id: injectId,
  title: text(120).describe('A headline.'),
  at: z.strictObject({
    turn: z.int().min(1).max(20).describe('Turn in which it fires.'),
    phase: z.enum(PHASES).default('briefing').describe('Phase at whose start it fires.'),
  }).optional().describe('When it fires. With `when` as well: only if that holds then.'),
  when: expression.optional(),
  after: eventName.optional(),
  manual: z.boolean().default(false).describe('Only exercise control fires it, or the effect schedule of another inject.'),
  delay: turns(0).default(0).describe('Turns to wait once it has come due.'),
  prob: z.int().min(1).max(100).default(100).describe('Chance that it fires once it has come due, in percent.'),
  once: z.boolean().default(true).describe('false: again in every turn in which its condition holds, or after every such event.'),
  to: z.union([z.enum(['all', 'concerned']), z.array(seatCode).min(1)]).describe('`all`, or a list of seats such as [NIH, COL]; with after: also `concerned`, the seats that the event was about.'),
  type: z.enum(INJECT_TYPES).default('inject').describe('What it is in the master scenario events list: inject, contingency (held ready for a certain course), or expectedAction.'),
  mode: text(40).optional().describe('How it arrives, in a word or two: cable, press, call, briefing, video.'),
  note: text(400).optional().describe('A note for evaluators; participants never see it.'),
  from: text(60).default('Exercise control').describe('Who seems to send it.'),
  text: text(2000).describe('What recipients read.'),
  expect: text(300).optional().describe('The response expected from participants.'),
  expected: z.strictObject({
    when: expression,
    within: turns(0).default(1).describe('Turns they have; judged at the end of the last of them.'),
  }).optional().describe('The same as a condition: met or not met becomes a note for the evaluation.'),
  objective: id.optional().describe('The learning objective it serves.'),
  effects: z.array(effect).default([]).describe('What it does, one effect per list item.'),
  decide: decision.optional().describe('A choice that each recipient makes by a deadline.'),
});

const seat = z.strictObject({
  name: text(40).describe('Name of the country.'),
  ministry: text(80).describe('Name of the ministry.'),
  region: region.describe('Region of the map that this seat owns.'),
  affiliation: id.describe('One of the affiliations below; it gives the colour.'),
  optional: z.boolean().default(false).describe('May be left out of a small exercise.'),
  character: z.enum(BOT_CHARACTERS).optional().describe('Who plays it when nobody does.'),
  signals: z.boolean().default(false).describe('Played by the program it announces up to three acts at each briefing, and does no others.'),
  income: z.int().min(1).max(60).describe('Budget credits per turn, from turn 2 on.'),
  budget: money.describe('Budget credits of turn 1.'),
  readiness: score.describe('How fit the forces are.'),
  publicOpinion: score.describe('How content the public is with the ministry.'),
  politicalCapital: score.describe('What signatures, apologies and accusations are paid from.'),
  sovereignty: z.int().min(0).max(10).describe('How dear intrusive clauses are, 0 to 10.'),
  risk: z.int().min(0).max(10).describe('How well failures are borne at home, 0 to 10.'),
  security: score.describe('Information security.'),
  civilMilitary: z.int().min(0).max(3).describe('Civil and military services working together, 0 to 3.'),
  capability: z.record(z.enum(DOMAINS), score).describe('All eight domains; 25 points are one package.'),
  exposure: z.record(id, score).default({}).describe('Share of harm per crisis, 0 to 100.'),
  sources: z.array(source).optional().describe('Left out: one source per threat, its letter following ISR.'),
  brief: z.strictObject({
    public: text(4000).describe('What everybody knows of this seat. An empty line begins a new paragraph.'),
    secret: text(4000).describe('What this seat alone knows.'),
  }).describe('About a page.'),
  goals: z.array(text(160)).length(3).describe('What this seat wants, in three short sentences.'),
  firstStep: z.strictObject({
    text: text(240).describe('The step in a sentence.'),
    opens: z.enum(FIRST_STEPS).describe('Where its button leads.'),
    seat: seatCode.optional().describe('For messages and country: with whom.'),
  }).describe('The one next step shown to a newcomer, with a button that leads there.'),
  objectives: z.array(objective).min(1).max(6).describe('What the seat is scored by. Weights add up to 100.'),
  redLines: z.array(z.strictObject({
    id: id.describe('Its id.'),
    text: text(200).describe('The line, as the minister would say it.'),
    broken: expression,
  })).max(4).default([]).describe('What must not happen: true means broken, for good.'),
  beliefs: z.record(id, z.record(id, z.int().min(0).max(600))).default({}).describe('Leanings at the start, per threat and hypothesis, in tenths of a deciban; 100 makes ten to one.'),
});

const hypothesis = z.strictObject({
  name: text(80).describe('Its name.'),
  text: text(400).describe('What it would mean, in two or three sentences.'),
  weight: z.int().min(1).max(100).describe('Its chance of being true, in percent.'),
  cover: id.describe('The hypothesis that failing collection tends to report instead.'),
  sponsor: seatCode.optional().describe('The seat behind it, if there is one.'),
  demand: capability.describe('Points needed per four seats.'),
});

const threat = z.strictObject({
  name: text(80).describe('Its name.'),
  denial: z.int().min(0).max(30).default(0).describe('How well it hides: taken from the accuracy of collection.'),
  hypotheses: z.record(id, hypothesis).describe('Its possible causes; one is drawn and stays secret.'),
  events: z.array(z.strictObject({
    id: id.describe('Its id.'),
    turn: z.int().min(1).max(20).describe('Turn in which it strikes.'),
    crisis: id.describe('The crisis it makes worse.'),
    type: text(80).describe('What happens, in a few words: shown to whoever has early warning.'),
    severity: z.int().min(0).max(40).describe('How much worse.'),
    warnedSeverity: z.int().min(0).max(40).optional().describe('Used instead when at least two seats were warned and shared.'),
  })).default([]).describe('What it will do, and when.'),
});

const crisis = z.strictObject({
  name: text(80).describe('Its name.'),
  summary: text(400).describe('What it is, in a sentence.'),
  region,
  threat: id.describe('The threat behind it.'),
  severity: score.describe('Severity when it opens.'),
  rung: z.int().min(0).max(9).describe('Rung of escalation when it opens: 0 routine … 9 regional war.'),
  drift: z.int().min(-20).max(30).describe('How much worse it gets each turn by itself.'),
  demandQuarters: z.int().min(1).max(16).default(4).describe('demand_x in quarters: 4 is 1.'),
  hostRequired: z.boolean().default(false).describe('Packages need the consent of the owner of the region.'),
  hostConsent: z.array(seatCode).default([]).describe('Seats whose packages the owner of the region has admitted from the start.'),
  open: z.boolean().default(false).describe('Open from the first turn, without an inject.'),
  organisation: id.optional().describe('The organisation whose mandate stands for it, as in peacekeeping and relief.'),
});

const organisation = z.strictObject({
  name: text(80).describe('Its name.'),
  charter: text(1500).optional().describe('What its charter says. Everybody may read it.'),
  members: z.array(seatCode).min(2).describe('Its members.'),
  observers: z.array(seatCode).default([]).describe('Seats that look on.'),
  partners: z.array(seatCode).default([]).describe('Dialogue partners.'),
  rule: z.enum(DECISION_RULES).describe('How it decides: consensus unless somebody breaks silence, qualifiedMajority of votes, or leadNation.'),
  majority: z.int().min(51).max(100).optional().describe('For qualifiedMajority: percent of all votes; left out: the parameter qualifiedMajority.'),
  weights: z.record(seatCode, z.int().min(1).max(20)).default({}).describe('Votes of members; 1 if left out.'),
  chairs: z.array(seatCode).default([]).describe('The only ones that may table motions, members or dialogue partners; left out: every member.'),
  lead: seatCode.optional().describe('For leadNation: which member.'),
  standard: z.int().min(0).max(3).default(0).describe('Common standards, 0 to 3.'),
  ceiling: marking.default('R').describe('Highest marking that members may pass to each other.'),
  minimumSecurity: score.default(0).describe('Information security a member needs for that.'),
  fund: money.default(0).describe('Its common fund at the start.'),
});

const seconds = z.int().min(0).max(7 * 24 * 3600).describe('Seconds; 0: no limit.');

const turnNumber = z.int().min(1).max(20).describe('A turn.');

export const scenarioSchema = z.strictObject({
  format: z.literal(1).describe('Version of this format: 1.'),
  id: id.describe('Its id, the name of its folder.'),
  title: text(80).describe('Its title.'),
  summary: text(400).describe('Two sentences for the card that an instructor picks.'),
  situation: text(4000).describe('What everybody knows at the start. An empty line begins a new paragraph.'),
  date: text(40).describe('Scenario date of turn 1, in words.'),
  gentle: z.boolean().default(false).describe('For beginners: a shared failure need not be within reach. The balance report then does not ask for one.'),
  turns: z.int().min(1).max(20).describe('How many turns are played.'),
  phases: z.strictObject({
    briefing: seconds, negotiation: seconds, orders: seconds, resolution: seconds, review: seconds,
  }).describe('Length of each phase in seconds.'),
  map: id.describe('A map in assets/maps.'),
  learning: z.array(z.strictObject({
    id: id.describe('Its id.'),
    text: text(200).describe('What participants should be able to do afterwards.'),
    tasks: z.array(z.union([text(200), z.strictObject({
      text: text(200).describe('The task.'),
      done: expression.optional().describe('What shows that it was done, judged at the end of each turn over the whole exercise so far.'),
    })])).min(1).max(8).describe('What one can see them do if they are: each a sentence, or a sentence with what shows it.'),
  })).min(1).max(8).describe('Learning objectives.'),
  parameters: parameters.prefault({}).describe('Numbers of the rules. Change them only after a simulation.'),
  unlock: z.array(z.strictObject({
    turn: turnNumber,
    actions: z.array(actionName).default([]).describe('Actions.'),
    clauses: z.array(clauseName).default([]).describe('Kinds of clauses.'),
  })).max(20).default([]).describe('What becomes available when. Left out: everything from turn 1.'),
  affiliations: z.record(id, z.strictObject({ name: text(60).describe('Its name.') })).describe('Camps of seats; the map colours them.'),
  seats: z.record(seatCode, seat).describe('The ministries, by their codes.'),
  variants: z.array(z.strictObject({
    name: text(60).describe('Its name.'),
    seats: z.array(seatCode).min(2).describe('The seats in play.'),
    text: text(300).describe('What is different in it.'),
  })).max(6).default([]).describe('How to play it in a smaller class.'),
  relations: z.array(z.strictObject({
    between: z.tuple([seatCode, seatCode]).describe('Two seats.'),
    grievance: score.optional().describe('What they hold against each other; 10 if left out.'),
    interoperability: score.optional().describe('How well their forces work together; 25 if left out, 40 in one organisation.'),
    trust: z.record(seatCode, score).optional().describe('Trust of the seat named in the other one; 40 if left out, 55 in one organisation.'),
    channels: z.array(z.enum(CHANNELS)).optional().describe('Channels open from the start.'),
  })).default([]).describe('What lies between two seats.'),
  organisations: z.record(id, organisation).default({}).describe('Alliances, forums, committees.'),
  threats: z.record(id, threat).describe('Hidden causes that intelligence is about.'),
  crises: z.record(id, crisis).describe('What packages are sent to.'),
  templates: z.array(z.strictObject({
    id: id.describe('Its id.'),
    title: text(120).describe('Title of the text.'),
    text: text(300).describe('What it is good for.'),
    kind: instrumentKind,
    clauses: z.array(clauseDraft).min(1).max(20).describe('What it says.'),
  })).default([]).describe('Ready drafts that a participant can start from.'),
  instruments: z.array(instrumentDraft).default([]).describe('Texts that exist from the start.'),
  injects: z.array(inject).default([]).describe('News from outside: the master scenario events list.'),
  hints: z.array(z.strictObject({ turn: turnNumber, text: text(240).describe('A hint.') })).default([]).describe('A hint per turn, for those who want one.'),
  debrief: z.array(text(300)).min(1).describe('Questions for afterwards.'),
  glossary: z.record(text(40), text(300)).default({}).describe('Words and what they mean, for the help page.'),
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

export type FirstStep = SeatDraft['firstStep'];
export type SeatDraft = ScenarioDraft['seats'][string];
export type Objective = SeatDraft['objectives'][number];
export type Hypothesis = ScenarioDraft['threats'][string]['hypotheses'][string];
export type ThreatEvent = ScenarioDraft['threats'][string]['events'][number];
export type InjectDraft = ScenarioDraft['injects'][number];
export type ClauseDraft = ScenarioDraft['templates'][number]['clauses'][number];
