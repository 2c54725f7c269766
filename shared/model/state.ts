// The state of an exercise: plain JSON, integers only, no classes. Everything here follows from the record.
import type { InjectDraft, Parameters, Scenario } from '../scenario/schema.ts';
import type { Change } from './change.ts';
import type {
  ClockAct, ControlAct, Crisis, Deadline, Deception, Decision, Dispute, DueInject, Evidence, Finding, Headline, HostGrant, IllicitShare, Incident, InjectChange, Inspection, Loan, Instrument, Invitation, MatrixOrder, Message, Ministry, Motion, Notice, Observation, Organisation, Override, Pair, Pledge, Report, ReportTruth, Score, Settings, Sheet, Snapshot, StandingOrders, TeamDraft, Threat,
} from './entities.ts';
import type { NewEvent } from './events.ts';
import type {
  Audience, BotCharacter, BySeat, CrisisId, HypothesisId, InjectId, InstrumentId, InvitationId, OrganisationId, PairId, Phase, RegionId, ReportId, SeatId, Status, TeamRole, ThreatId,
} from './vocabulary.ts';

export type * from './entities.ts';

/** Numbers as they stood when the turn began, for the rules that read them. */
export interface TurnStart {
  trust: BySeat<BySeat<number>>;
  publicOpinion: BySeat<number>;
  tally: Record<string, number>;
  /** Claims each seat held per threat, with the events behind them (ruling 18). */
  held: BySeat<{ event: string; threat: ThreatId; claim: HypothesisId }[]>;
}

/** The exercise as it was set up, to go back to after a practice turn. */
export type Standing = Omit<State, 'scenario' | 'id' | 'settings' | 'seatIds' | 'practice'>;

export interface State {
  /** Immutable; stands here by reference and is left out of digests. */
  readonly scenario: Scenario;
  readonly id: string;
  /** Secret until the debrief. */
  readonly seed: string;
  readonly settings: Settings;
  readonly seatIds: SeatId[];
  /** Numbers of the rules: the scenario's, as injects have changed them. */
  parameters: Parameters;
  status: Status;
  turn: number;
  phase: Phase;
  clock: {
    /** Milliseconds since the epoch when the phase ends; null while paused or without limit. */
    deadline: number | null;
    /** Milliseconds left while paused. */
    remaining: number | null;
    /** Why it stands still. */
    reason: string | null;
    /** When a break is over and it goes on by itself. */
    until: number | null;
    /** Seats whose orders the lock waits for. */
    awaited: SeatId[] | null;
  };
  /** Of a course: when phases end, with how often each date was moved; earliest first. */
  schedule: (Deadline & { moves: number })[];
  /** What was done to the clock lately, oldest first. */
  clockActs: ClockAct[];
  /** A practice turn: what it was begun from, while it runs, and the event that began it; and the events, after the first named and up to the second, of those that were thrown away. */
  practice: { before: Standing | null; from: number; past: { from: number; to: number }[] };
  ready: SeatId[];
  /** Which seat each participant sits in, by opaque participant id. Several may share one. */
  seating: Record<string, SeatId>;
  /** The ministry that each participant got up from, or that was handed to a bot, while the exercise was under way: they know its secrets. */
  left: Record<string, SeatId>;
  /** The ministries that each participant has sat in, whose secret briefs they have read, in order. Practice turns count. */
  briefsRead: Record<string, SeatId[]>;
  /** What each participant is in the team of their seat. Nobody is anything where the settings have no teams. */
  team: Record<string, TeamRole>;
  /** Who stands in for the minister of each seat, by opaque participant id. */
  deputies: BySeat<string>;
  /** What members of teams have laid before the others. */
  teamDrafts: Record<string, TeamDraft>;
  /** Seats played by a bot now. */
  bots: BySeat<BotCharacter>;
  seats: BySeat<Ministry>;
  /** trust[a][b]: how far a trusts b. */
  trust: BySeat<BySeat<number>>;
  pairs: Record<PairId, Pair>;
  crises: Record<CrisisId, Crisis>;
  threats: Record<ThreatId, Threat>;
  /** Tenths of a deciban per seat, threat and hypothesis. */
  beliefs: BySeat<Record<ThreatId, Record<HypothesisId, number>>>;
  reports: BySeat<Record<ReportId, Report>>;
  /** Per visible event id. */
  reportTruths: Record<string, ReportTruth>;
  /** Counterfeits, by id. */
  deceptions: Record<string, Deception>;
  /** Of this turn and the last. */
  illicitShares: IllicitShare[];
  instruments: Record<InstrumentId, Instrument>;
  findings: Finding[];
  disputes: Record<string, Dispute>;
  pledges: Record<string, Pledge>;
  /** Latest of each inspector and inspected. */
  inspections: Record<string, Inspection>;
  loans: Loan[];
  invitations: Record<InvitationId, Invitation>;
  sheets: BySeat<Sheet>;
  /** What stands for the orders of a seat that is late. */
  standing: BySeat<StandingOrders>;
  messages: Message[];
  notices: Notice[];
  /** Injects that fired, with their turn, phase and recipients. */
  injects: { id: InjectId; turn: number; phase: Phase; to: Audience; options: string[] | null }[];
  decisions: Decision[];
  /** Injects that wait for their turn. */
  dueInjects: DueInject[];
  /** Injects that came due and that chance held back. */
  skippedInjects: { id: InjectId; turn: number }[];
  /** For injects that wait for events: how often those had happened, by the keys of `tally`, when the inject last came due. */
  heard: Record<InjectId, Record<string, number>>;
  evidence: Evidence[];
  /** Of evaluators, in order of time; those taken away among them. */
  observations: Record<string, Observation>;
  /** By id, in order of time; those taken back among them. */
  headlines: Record<string, Headline>;
  /** Numbers that exercise control set, in order of time. */
  overrides: Override[];
  /** Injects that exercise control holds back. */
  heldInjects: InjectId[];
  /** What exercise control has made different of injects. */
  injectChanges: Record<InjectId, InjectChange>;
  /** Injects that exercise control wrote while the exercise ran. */
  writtenInjects: InjectDraft[];
  /** What exercise control did last and can still take back, oldest first. */
  controlActs: ControlAct[];
  matrix: Record<string, MatrixOrder>;
  /** Acts that seats played by a bot have announced this turn (ruling 23). */
  announced: BySeat<string[]>;
  /** Turn up to which an inject excuses what a seat misses. */
  excused: BySeat<number>;
  organisations: Record<OrganisationId, Organisation>;
  motions: Record<string, Motion>;
  /** What hosts have granted, in order of time. */
  hostGrants: HostGrant[];
  /** Actions and clauses available now; null means all. */
  unlocked: { actions: string[]; clauses: string[] } | null;
  /** Public attributions and per-seat wrong or right calls. */
  attributions: { seat: SeatId; threat: ThreatId; claim: HypothesisId; accused: SeatId | null; turn: number; right: boolean; public: boolean }[];
  /** Of this turn and the last, cleared or not. */
  incidents: Incident[];
  /** Seats warned of a threat's next event this turn. */
  warnings: BySeat<ThreatId[]>;
  redLines: BySeat<string[]>;
  /** Own-origin reports leaked, illicitly passed or burned, per seat. */
  compromised: BySeat<number>;
  /** Sum over turns of crisis harm to public opinion, as positive points. */
  harm: BySeat<number>;
  highestRung: number;
  turnStart: TurnStart;
  snapshots: Snapshot[];
  /** What was done this turn, for compliance; numbers and bookkeeping are left out. */
  deeds: NewEvent[];
  /** How often each event that conditions ask for has happened so far, by `NAME` and by `NAME/SEAT` for those it concerns. */
  tally: Record<string, number>;
  /** Pressure laid on crises, spent in the next crisis step (ruling 31). A null region presses on every crisis, a crisis named on that one alone. */
  pressures: { value: number; region: RegionId | null; crisis?: CrisisId; name: string; by: SeatId | null }[];
  /** Reports passed on this turn; trust for it is given at resolution (ruling 17). */
  shares: { from: SeatId; to: SeatId[]; event: string; originator: SeatId | 'control' }[];
  /** Paths of the numbers that moved in the latest resolution, for markers of change. */
  lastChanges: Change[];
  scores: BySeat<Score> | null;
  /** Counters per key, for ids that never repeat. */
  counters: Record<string, number>;
  /** Sequence number of the last event applied. */
  seq: number;
}
