// The exercise as one viewer may see it: the only shape that wires, bots, prices, exports and screens are fed with.
import type {
  BotCharacter, ByDomain, BySeat, ChannelKind, CrisisId, DecisionRule, Domain, HypothesisId, InjectId, InjectType, InstrumentId, InstrumentKind,
  InstrumentStatus, InvitationId, Marking, MissingOrders, PairId, Phase, RegionId, ReportId, SeatId, Status, ThreatId,
} from '../model/vocabulary.ts';
import type { Clause, ClockAct, ControlAct, Deadline, Dispute, Evidence, Finding, HostGrant, Inspection, InstrumentVersion, Invitation, Loan, MatrixOrder, Message, Moment, Motion, Notice, Observation, Order, Organisation, Override, Package, Pledge, Report, Score, Settings, Sheet, Snapshot, Source, StandingOrders, Team, TeamDraft } from '../model/state.ts';
import type { ClauseDraft, FirstStep, Parameters } from '../scenario/schema.ts';
import type { ObservationView } from './observations.ts';
import type { INVITATION, MESSAGE, MOTION, REPORT, Shown, TEAM_DRAFT } from './visibility.ts';
import type { WorldStrip } from './world-strip.ts';

/** Something that may be hidden: never a sentinel. */
export type Known<T> = { known: true; value: T } | { known: false };

/** Who looks. An observer sees what everybody sees; control sees every slice, and `person` of it an own notebook besides. */
export type Viewer = { kind: 'seat'; seat: SeatId } | { kind: 'observer' } | { kind: 'control'; person?: string };

export interface ExerciseView {
  id: string;
  scenario: string;
  title: string;
  date: string;
  situation: string;
  map: string;
  status: Status;
  turn: number;
  turns: number;
  /** What happens now is thrown away afterwards. */
  practice: boolean;
  phase: Phase;
  deadline: number | null;
  remaining: number | null;
  pauseReason: string | null;
  /** The clock stands still for a break that is over then. */
  breakUntil: number | null;
  /** Whose orders the lock waits for, or waited for. */
  awaited: SeatId[] | null;
  /** `course`: phases end at dates, meant in the time zone `zone`. */
  mode: 'class' | 'course';
  zone: string | null;
  missingOrders: MissingOrders;
  /** How long the lock waits for missing orders, in milliseconds. */
  grace: number;
  phases: Settings['phases'];
  advanceWhenReady: boolean;
  namesShown: boolean;
  /** People who share a seat have roles. */
  teams: boolean;
  seats: SeatId[];
  /** Regions of the map. */
  regions: RegionId[];
  parameters: Parameters;
  /** Actions and clauses available now; null: all. */
  unlocked: { actions: string[]; clauses: string[] } | null;
  /** When each becomes available, for "from turn 3" beside what is locked. */
  unlocksAt: { actions: Record<string, number>; clauses: Record<string, number> };
  hint: string | null;
}

export interface PublicSeat {
  id: SeatId;
  name: string;
  ministry: string;
  region: RegionId;
  affiliation: string;
  income: number;
  publicOpinion: number;
  /** Everybody may read these from open sources. */
  sovereignty: number;
  bot: BotCharacter | null;
  /** Acts that a rival played by the program has announced for this turn, and does no others (ruling 23); null: nothing announced. */
  announced: string[] | null;
  /** What it misses this turn is excused by an inject. */
  excused: boolean;
  people: number;
  ready: boolean;
  brief: string;
}

export interface CrisisView {
  id: CrisisId;
  number: number;
  name: string;
  summary: string;
  region: RegionId;
  threat: ThreatId;
  open: boolean;
  openedTurn: number;
  severity: number;
  rung: number;
  history: { turn: number; severity: number; rung: number }[];
  deployments: BySeat<Package[]>;
  /** Seats whose land lies in its region or beside it. */
  near: SeatId[];
  hostRequired: boolean;
  hosts: SeatId[];
  incident: { turn: number; parties: SeatId[] } | null;
}

export interface ThreatView {
  id: ThreatId;
  name: string;
  /** `domains`: the kinds of packages each would call for, most needed first; `sponsor`: the seat that would stand behind it. */
  hypotheses: { id: HypothesisId; name: string; text: string; domains: Domain[]; sponsor: SeatId | null }[];
}

export interface OrganisationView {
  id: string;
  name: string;
  /** What its charter says; empty where the scenario gives none. */
  charter: string;
  members: SeatId[];
  observers: SeatId[];
  partners: SeatId[];
  rule: DecisionRule;
  /** For leadNation. */
  lead: SeatId | null;
  /** For qualifiedMajority: percent of all votes that a motion needs. */
  majority: number;
  /** Votes of each member. */
  weights: BySeat<number>;
  /** The members that may table motions. */
  chairs: SeatId[];
  standard: number;
  ceiling: Marking;
  minimumSecurity: number;
  fund: number;
  mandates: Organisation['mandates'];
  norms: Organisation['norms'];
  sanctioned: SeatId[];
  expelled: SeatId[];
  standingForce: Organisation['standingForce'];
  forum: Organisation['forum'];
}

export interface InstrumentView {
  id: InstrumentId;
  title: string;
  kind: InstrumentKind;
  parties: SeatId[];
  tabledBy: SeatId | 'control';
  classification: Marking;
  status: InstrumentStatus;
  /** All versions for parties; for others the binding one alone. */
  versions: InstrumentVersion[];
  signatures: BySeat<number>;
  ratified: SeatId[];
  binding: number | null;
  inForceSince: number | null;
  entersTurn: number | null;
  tabledTurn: number;
  suspendedBy: SeatId | null;
  /** Parties that are enough for entry into force, and named seats that may still join. */
  minParties: number;
  invited: SeatId[];
  /** Conditional clauses that bind now, with the first turn they do. */
  active: Record<string, number>;
  withdrawals: BySeat<number>;
}

export interface PublicView {
  exercise: ExerciseView;
  /** Of a course: when phases end, earliest first. */
  schedule: Deadline[];
  /** What was done to the clock lately, oldest first. */
  clockActs: ClockAct[];
  affiliations: Record<string, { name: string }>;
  seats: Record<SeatId, PublicSeat>;
  /** Grievances are common knowledge. */
  pairs: Record<PairId, { grievance: number }>;
  crises: Record<CrisisId, CrisisView>;
  threats: Record<ThreatId, ThreatView>;
  organisations: Record<string, OrganisationView>;
  /** In force and unclassified. */
  instruments: Record<InstrumentId, InstrumentView>;
  notices: Record<string, Notice>;
  /** Packages that hosts admit, by id. */
  hostGrants: Record<string, HostGrant>;
  /** Pledges given to everybody. */
  pledges: Record<string, Pledge>;
  /** Ideas that no action covers, with what people said of them. */
  matrix: Record<string, MatrixOrder>;
  templates: Record<string, { id: string; title: string; text: string; kind: InstrumentKind; clauses: ClauseDraft[] }>;
  glossary: Record<string, string>;
  /** What the press says: the latest, with news that went to everybody. */
  headlines: Record<string, HeadlineView>;
  /** Present once everything is disclosed. */
  debrief: Record<string, DebriefView>;
}

export interface HeadlineView {
  id: string;
  outlet: string;
  text: string;
  turn: number;
  phase: Phase;
}

export interface DebriefView {
  truths: Record<ThreatId, HypothesisId>;
  scores: BySeat<Score>;
  snapshots: Snapshot[];
  severity: Record<CrisisId, { turn: number; severity: number; rung: number }[]>;
  questions: string[];
  evidence: Evidence[];
  /** `judged`: tasks, counted from 0, that the program can see done. */
  learning: { id: string; text: string; tasks: string[]; judged: number[] }[];
  /** Those that exercise control disclosed. */
  observations: Record<string, ObservationView>;
  early: boolean;
}

export interface MinistryView {
  budget: number;
  income: number;
  readiness: number;
  capability: ByDomain<number>;
  /** Packages each capability yields. */
  packages: ByDomain<number>;
  politicalCapital: number;
  publicOpinion: number;
  sovereignty: number;
  risk: number;
  security: number;
  civilMilitary: number;
  ai: number;
  exposure: Record<CrisisId, number>;
  sources: Source[];
}

/** What the ministry may do this turn, and has done: changes with every act, its means far less often. */
export interface EffortView {
  points: number;
  pointsSpent: number;
  actsThisTurn: Record<string, number>;
}

export interface RelationView {
  seat: SeatId;
  /** How far this seat trusts the other, 0-100. */
  trust: number;
  /** How far the other trusts this seat, in fifths of the scale only: 0 hostile … 4 close. */
  trusted: number;
  grievance: number;
  interoperability: number;
  channels: ChannelKind[];
}

export interface BeliefView {
  threat: ThreatId;
  /** Percent per hypothesis, rounded half up (ruling 3). */
  shares: Record<HypothesisId, number>;
  /** Tenths of a deciban, for decomposition into reports. */
  levels: Record<HypothesisId, number>;
}

export type ReportView = Shown<Report, typeof REPORT>;

export interface MotionView extends Shown<Motion, typeof MOTION> {
  /** One's own while it is open; afterwards members see all. */
  votes: BySeat<'yes' | 'no'>;
}

export type InvitationView = Shown<Invitation, typeof INVITATION>;

/** A duty under an instrument in force, and whether it is already done this turn. */
export interface ObligationView {
  id: string;
  instrument: InstrumentId;
  clause: number;
  kind: string;
  params: Record<string, unknown>;
  dueTurn: number;
  done: boolean;
}

export type TeamDraftView = Shown<TeamDraft, typeof TEAM_DRAFT>;
export type MessageView = Shown<Message, typeof MESSAGE>;

export interface InjectView {
  id: InjectId;
  title: string;
  from: string;
  text: string;
  turn: number;
  /** `dueTurn`: turn at whose lock it is taken. */
  decide: { question: string; dueTurn: number; options: { id: string; label: string }[]; default: string; taken: string | null } | null;
}

export interface ObjectiveView {
  code: string;
  subject: string | null;
  weight: number;
  text: string;
  /** Present value ×100 of 0-100. Before the debrief: hidden where it would name the hidden cause, by quarters where it is made of others’ trust. */
  value: Known<number>;
}

export interface SeatView {
  /** `announces`: a rival that says at Briefing which acts it may take, and takes no others while a bot plays it (ruling 23). `aims`: its objectives, however far it is. */
  seat: { id: SeatId; announces: boolean; aims: Pick<ObjectiveView, 'code' | 'subject'>[] };
  ministry: MinistryView;
  effort: EffortView;
  brief: { secret: string; goals: string[]; firstStep: FirstStep; objectives: ObjectiveView[]; redLines: { id: string; text: string; broken: boolean }[] };
  relations: Record<SeatId, RelationView>;
  beliefs: Record<ThreatId, BeliefView>;
  reports: Record<ReportId, ReportView>;
  /** Every instrument this seat is a party to. */
  instruments: Record<InstrumentId, InstrumentView>;
  /** Texts in force that name this seat, which it may still join. */
  accessions: Record<InstrumentId, InstrumentView>;
  /** Instruments that this seat may suspend now, or leave at once, by a protest or a remedy. */
  grounds: InstrumentId[];
  obligations: Record<string, ObligationView>;
  /** Disputes this seat knows of. */
  disputes: Record<string, Dispute>;
  /** Pledges between this seat and others; public ones are in the public view. */
  pledges: Record<string, Pledge>;
  findings: Record<string, Finding>;
  /** Inspections this seat made or admitted, the latest with each other seat. */
  inspections: Record<string, Inspection>;
  loans: Record<string, Loan>;
  invitations: Record<InvitationId, InvitationView>;
  /** Motions in organisations that this seat belongs to, and its own applications. */
  motions: Record<string, MotionView>;
  /** What this seat owes to common funds by decisions of organisations. */
  levies: Record<string, { organisation: string; amount: number; dueTurn: number }>;
  sheet: Sheet;
  /** Who of this seat is what; null where the exercise has no teams. */
  team: Team | null;
  /** What the team has before it, and what became of what it had lately. */
  drafts: Record<string, TeamDraftView>;
  /** What stands for its orders if it is late; null: nothing yet. */
  standing: StandingOrders | null;
  messages: Record<string, MessageView>;
  injects: Record<InjectId, InjectView>;
  /** Threats whose cause this seat has rightly named. */
  attributed: ThreatId[];
  warnings: Record<ThreatId, { threat: ThreatId; turn: number; type: string; region: RegionId }>;
}

/** One line of the master scenario events list, as it would reach people now. `to` is empty where the event decides whom it concerns. */
export interface MselRow {
  id: InjectId;
  title: string;
  type: InjectType;
  mode: string | null;
  from: string;
  to: SeatId[];
  text: string;
  trigger: { turn: number; phase: Phase } | { when: string } | { after: string; when?: string } | null;
  /** Turns it waits once it has come due, and the percent chance that it fires then. */
  delay: number;
  chance: number;
  expect: string | null;
  objective: string | null;
  /** For evaluators. */
  note: string | null;
  /** `skipped` by chance, `dropped` by exercise control; `past`: its time came, and it did not fire. */
  state: 'planned' | 'held' | 'due' | 'fired' | 'skipped' | 'dropped' | 'past';
  turn: number | null;
  /** When it came or will come; null where that is open. */
  when: Moment | null;
  /** Set by exercise control instead of its own trigger. */
  at: Moment | null;
  /** What exercise control has made different. */
  changed: ('words' | 'recipients' | 'time' | 'purpose')[];
  /** What was planned of it where something else is told now. */
  planned: { title: string; text: string; to: SeatId[]; expect: string | null; objective: string | null } | null;
  /** By exercise control, while the exercise ran. */
  written: boolean;
  once: boolean;
  /** People have read it: its words stay. */
  seen: boolean;
  /** Its time has begun: once skipped, it stays skipped. */
  over: boolean;
}

/** What exercise control alone sees before the debrief. */
export interface ControlSlice {
  truths: Record<ThreatId, { truth: HypothesisId; name: string }>;
  seating: Record<string, { participant: string; seat: SeatId }>;
  /** Ministries whose secret briefs each participant has read, in order: all that they have sat in. */
  briefsRead: Record<string, SeatId[]>;
  /** The master scenario events list. `turn`: when it fired, was held back by chance, or will come due. */
  msel: Record<InjectId, MselRow>;
  /** What exercise control would take back now. */
  undo: Pick<ControlAct, 'id' | 'by' | 'did' | 'subject'> | null;
  /** Notes for the evaluation, and the objectives they are about. */
  evidence: Record<string, Evidence>;
  learning: DebriefView['learning'];
  /** Of all evaluators, without their notebooks. */
  observations: Record<string, Observation>;
  overrides: Record<string, Override>;
  messages: Record<string, MessageView>;
  /** The whole exercise in a handful of figures. */
  world: WorldStrip;
  /** Seats that people sit in and whose orders are missing while orders are written. */
  late: SeatId[];
}

/** What one person of exercise control keeps to themselves. */
export interface NotebookView {
  notebook: Record<string, Observation>;
}

/** What a seat sees: the argument of prices, refusals and bots. */
export interface Sight {
  public: PublicView;
  own: SeatView;
}

export interface View {
  public: PublicView;
  own: SeatView | null;
  control: ControlSlice | null;
  /** Of the person who looks, if they are of exercise control. */
  notebook: NotebookView | null;
  /** For control: every seat's slice, so that its exact screen can be shown. */
  seats: BySeat<SeatView> | null;
}

export type { Order, Sheet, Clause };
