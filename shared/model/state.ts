// The state of an exercise: plain JSON, integers only, no classes. Everything here follows from the record.
import type { Scenario } from '../scenario/schema.ts';
import type { Change } from './change.ts';
import type { NewEvent } from './events.ts';
import type {
  Audience, BotCharacter, ByDomain, BySeat, ChannelKind, Credibility, CrisisId, Domain, FindingResult, HypothesisId, InjectId,
  InstrumentId, InstrumentKind, InstrumentStatus, InvitationId, InvitationStatus, Marking, PairId, Phase, RegionId, Reliability,
  ReportId, SeatId, Status, ThreatId,
} from './vocabulary.ts';

/** What exercise control chose when creating the exercise. */
export interface Settings {
  /** Turns to play; at most what the scenario has. */
  turns: number;
  /** Length of each phase in seconds; 0: until everyone is ready or exercise control goes on. */
  phases: Record<Phase, number>;
  /** Seats in play, in order of code. */
  seats: SeatId[];
  /** Who plays a seat nobody sits in. */
  bots: BySeat<BotCharacter>;
  /** Start the next phase as soon as every seated participant is ready. */
  advanceWhenReady: boolean;
  /** Show participants' names to each other. */
  namesShown: boolean;
}

export interface Source {
  id: string;
  threat: ThreatId;
  reliability: Reliability;
  burned: boolean;
}

/** A ministry (model guide, section 2). Ranges are in fields.ts. */
export interface Ministry {
  budget: number;
  income: number;
  readiness: number;
  capability: ByDomain<number>;
  politicalCapital: number;
  publicOpinion: number;
  sovereignty: number;
  risk: number;
  security: number;
  civilMilitary: number;
  ai: number;
  exposure: Record<CrisisId, number>;
  sources: Source[];
  /** Action points already spent this turn on immediate acts and on invitations that still stand. */
  pointsSpent: number;
  /** Immediate acts per action this turn, for the caps. */
  actsThisTurn: Record<string, number>;
}

export interface Pair {
  grievance: number;
  interoperability: number;
  channels: ChannelKind[];
}

export interface Package {
  domain: Domain;
  count: number;
  /** For UXS: the domain it stands in for, at 70 %. */
  as?: Domain;
}

export interface Crisis {
  id: CrisisId;
  open: boolean;
  openedTurn: number;
  closedTurn: number | null;
  severity: number;
  rung: number;
  drift: number;
  /** Pressure carried into the next crisis step: +2 after an incident. */
  pressureCarry: number;
  /** Severity after each turn since it opened, turn by turn. */
  history: { turn: number; severity: number; rung: number }[];
  deployments: BySeat<Package[]>;
  /** Seats whose packages the owner of the region admits. */
  hosts: SeatId[];
  /** An incident waiting to be cleared: by DECONFLICT of either party, or the rung rises. */
  incident: { turn: number; parties: SeatId[] } | null;
}

export interface Threat {
  id: ThreatId;
  /** The true hypothesis: control's alone until the debrief. */
  truth: HypothesisId;
  /** Scheduled events that have struck. */
  struck: string[];
  /** The next event counts half (ATTRIBUTE, CYBER_OP). */
  nextHalved: boolean;
}

/** One holder's copy of a report: grade, source and marking may differ between holders. */
export interface Report {
  id: ReportId;
  /** What the holder sees as the event behind it: `source@turn`, or an opaque id when sanitised. Counts once per holder. */
  event: string;
  originator: SeatId | 'control';
  /** Who handed it over; null for one's own collection. */
  from: SeatId | 'control' | null;
  threat: ThreatId;
  claim: HypothesisId;
  reliability: Reliability;
  /** The letter before the receiver's trust capped it. */
  givenReliability: Reliability;
  credibility: Credibility;
  marking: Marking;
  releasable: SeatId[];
  originatorControlled: boolean;
  sanitised: boolean;
  turn: number;
  /** Tenths of a deciban this copy moved the holder's belief in its claim. */
  evidence: number;
  text: string;
  /** Found out as a fabrication by this holder. */
  fabricated: boolean;
  /** Seats this holder passed it to. */
  sharedWith: SeatId[];
}

/** What only control knows of a report event until the debrief. */
export interface ReportTruth {
  genuine: boolean;
  /** The event a sanitised copy hides. */
  parent: string | null;
}

export interface Clause {
  kind: string;
  params: Record<string, unknown>;
}

export interface InstrumentVersion {
  version: number;
  by: SeatId | 'control';
  turn: number;
  title: string;
  kind: InstrumentKind;
  clauses: Clause[];
}

export interface Instrument {
  id: InstrumentId;
  parties: SeatId[];
  tabledBy: SeatId | 'control';
  classification: Marking;
  status: InstrumentStatus;
  /** Every version, oldest first; the last is the current text. */
  versions: InstrumentVersion[];
  /** The version each party has signed. */
  signatures: BySeat<number>;
  /** What each party paid in political capital to ratify the current version. */
  ratifications: BySeat<number>;
  /** Version that binds now; null before entry into force. */
  binding: number | null;
  /** First turn it binds; null before entry into force. */
  inForceSince: number | null;
  /** Turn whose briefing brings it into force; null when not pending. */
  entersTurn: number | null;
  tabledTurn: number;
  suspendedBy: SeatId | null;
  /** Turn at which each withdrawal takes effect. */
  withdrawals: BySeat<number>;
  endedTurn: number | null;
}

/** Whether a duty was done in a turn (model guide, section 3; rulings 50-53). */
export interface Finding {
  id: string;
  turn: number;
  instrument: InstrumentId;
  clause: number;
  kind: string;
  seat: SeatId;
  result: FindingResult;
  visible: boolean;
  injured: SeatId[];
}

export interface Invitation {
  id: InvitationId;
  action: string;
  params: Record<string, unknown>;
  from: SeatId;
  to: SeatId[];
  answers: BySeat<'accepted' | 'refused'>;
  status: InvitationStatus;
  turn: number;
  /** Action points held back for it at the inviter. */
  points: number;
  /** May it go ahead with those who accepted, or only with all (ruling 26)? */
  partial: boolean;
}

/** One order on a sheet. Its rank is its place in the list. */
export interface Order {
  id: string;
  action: string;
  params: Record<string, unknown>;
  /** One line of why. */
  intent: string;
  /** The accepted invitation this order carries out, if it is a joint act. */
  invitation: InvitationId | null;
}

export interface Sheet {
  orders: Order[];
  /** Where an order stood after resolution: done, or cancelled and why. */
  outcomes: Record<string, { done: boolean; reason: string | null }>;
}

export interface Message {
  id: string;
  turn: number;
  phase: Phase;
  at: number;
  from: SeatId | 'control';
  /** Speaker name when control speaks as somebody else. */
  persona: string | null;
  to: SeatId[];
  text: string;
  hidden: boolean;
}

export interface Notice {
  id: string;
  by: SeatId;
  activity: string;
  region: RegionId;
  turn: number;
  madeTurn: number;
  observers: boolean;
}

export interface Decision {
  inject: InjectId;
  seat: SeatId;
  option: string | null;
}

/** A scored seat at the end (model guide, section 1; all ×100). */
export interface Score {
  total: number;
  national: number;
  order: number;
  judgement: number;
  redLines: string[];
  capped: boolean;
  objectives: { code: string; subject: string | null; weight: number; value: number }[];
}

/** What the end of each turn leaves behind for the debrief. */
export interface Snapshot {
  turn: number;
  publicOpinion: BySeat<number>;
  budget: BySeat<number>;
  /** Shown percentage of the true hypothesis, per threat and seat. */
  beliefInTruth: Record<ThreatId, BySeat<number>>;
  redLinesBroken: BySeat<string[]>;
}

/** Numbers as they stood when the turn began, for the rules that read them. */
export interface TurnStart {
  trust: BySeat<BySeat<number>>;
  publicOpinion: BySeat<number>;
  /** Claims each seat held per threat, with the events behind them (ruling 18). */
  held: BySeat<{ event: string; threat: ThreatId; claim: HypothesisId }[]>;
}

export interface State {
  /** Immutable; stands here by reference and is left out of digests. */
  readonly scenario: Scenario;
  readonly id: string;
  /** Secret until the debrief. */
  readonly seed: string;
  readonly settings: Settings;
  readonly seatIds: SeatId[];
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
  };
  ready: SeatId[];
  /** Which seat each participant sits in, by opaque participant id. Several may share one. */
  seating: Record<string, SeatId>;
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
  instruments: Record<InstrumentId, Instrument>;
  findings: Finding[];
  invitations: Record<InvitationId, Invitation>;
  sheets: BySeat<Sheet>;
  messages: Message[];
  notices: Notice[];
  /** Injects that fired, with their turn, phase and recipients. */
  injects: { id: InjectId; turn: number; phase: Phase; to: Audience; options: string[] | null }[];
  decisions: Decision[];
  /** Actions and clauses available now; null means all. */
  unlocked: { actions: string[]; clauses: string[] } | null;
  /** Public attributions and per-seat wrong or right calls. */
  attributions: { seat: SeatId; threat: ThreatId; claim: HypothesisId; turn: number; right: boolean; public: boolean }[];
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
  /** What was done this turn, for compliance and conditions; numbers and bookkeeping are left out. */
  deeds: NewEvent[];
  /** How often each kind of deed has happened so far. */
  tally: Record<string, number>;
  /** Pressure laid on crises this turn, spent in the crisis step (ruling 31). A null region presses on every crisis. */
  pressures: { value: number; region: RegionId | null; name: string; by: SeatId | null }[];
  /** Reports passed on this turn; trust for it is given at resolution (ruling 17). */
  shares: { from: SeatId; to: SeatId[]; event: string; originator: SeatId | 'control'; illicit: SeatId[] }[];
  /** Paths of the numbers that moved in the latest resolution, for markers of change. */
  lastChanges: Change[];
  scores: BySeat<Score> | null;
  /** Counters per key, for ids that never repeat. */
  counters: Record<string, number>;
  /** Sequence number of the last event applied. */
  seq: number;
}
