// The things an exercise is made of: ministries, crises, reports, instruments, orders, messages. Plain JSON, integers only.
import type { DraftCommand } from './commands.ts';
import type {
  BotCharacter, ByDomain, BySeat, ChannelKind, ControlDeed, Credibility, CrisisId, DisputeStage, Domain, DraftStatus, FindingResult, HypothesisId, InjectId, InstrumentId, InstrumentKind, InstrumentStatus, InvitationId, InvitationStatus, Marking, MissingOrders, MotionKind, OrganisationId, Phase, ProhibitedAct, Rating, RegionId, Reliability, RemedyKind, ReportId, SeatId, TeamRole, ThreatId,
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
  /** People who share a seat have roles: one signs, others prepare. Left out, as in older records: they do not. */
  teams?: boolean;
  /** `course`: phases end at the dates of `schedule`, not after their length. Left out, as in older records: `class`. */
  mode?: 'class' | 'course';
  /** Time zone in which a course's dates were meant, by its name in the zone database. */
  zone?: string;
  /** Of a course: when phases end, earliest first. */
  schedule?: Deadline[];
  /** Left out: `pause`. */
  missingOrders?: MissingOrders;
  /** How long the lock waits for missing orders, in seconds. Left out: what is usual in the mode. */
  grace?: number;
}

/** When a phase of a course ends, in milliseconds since the epoch. */
export interface Deadline {
  turn: number;
  phase: Phase;
  at: number;
}

/** What a seat's orders are if it is late: those it marked, or else its last ones. */
export interface StandingOrders {
  orders: Order[];
  turn: number;
  marked: boolean;
}

/** What was done to the clock, for the line that everybody reads: type and data of the event. */
export interface ClockAct {
  at: number;
  turn: number;
  phase: Phase;
  type: string;
  data: Record<string, unknown>;
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
  /** Packages lent, granted or taken away, beside what the capability yields. */
  extraPackages: Partial<ByDomain<number>>;
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
  /** Points per four seats that injects added to the demand, whatever the cause. */
  demand: ByDomain<number>;
  /** Part of the demand covered at the last resolution, in ten-thousandths: control's alone. */
  coverage: number;
  /** Pressure carried into the next crisis step: +2 after an incident. */
  pressureCarry: number;
  /** Severity after each turn since it opened, turn by turn. */
  history: { turn: number; severity: number; rung: number }[];
  deployments: BySeat<Package[]>;
  /** Seats whose packages the owner of the region admits. */
  hosts: SeatId[];
  /** An incident waiting to be cleared: by DECONFLICT of either party, or the rung rises. */
  incident: { turn: number; parties: SeatId[] } | null;
  /** Severity that does not harm a seat in the next crisis step, because it defended itself. */
  shields: BySeat<number>;
}

/** An incident between ships or aircraft of two seats. */
export interface Incident {
  crisis: CrisisId;
  turn: number;
  parties: SeatId[];
  /** Parties that have called since. */
  called: SeatId[];
}

export interface Threat {
  id: ThreatId;
  /** The true hypothesis: control's alone until the debrief. */
  truth: HypothesisId;
  /** Scheduled events that have struck. */
  struck: string[];
  /** The next event counts half (ATTRIBUTE, CYBER_OP). */
  nextHalved: boolean;
  /** Seats that the next event harms by half only (CYBER_OP). */
  defenders: SeatId[];
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
  /** Seats to which its originator has consented that this holder passes it on. */
  cleared: SeatId[];
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

/** A counterfeit report and who it was aimed at. */
export interface Deception {
  id: string;
  by: SeatId;
  to: SeatId[];
  threat: ThreatId;
  claim: HypothesisId;
  /** The event under which it is held. */
  event: string;
  turn: number;
  /** Targets that have seen through it. */
  foundBy: SeatId[];
}

/** A report passed to somebody who should not have had it. */
export interface IllicitShare {
  id: string;
  from: SeatId;
  to: SeatId[];
  event: string;
  originator: SeatId | 'control';
  turn: number;
  discovered: boolean;
}

/** A package lent to another ministry, and the last turn it may keep it. */
export interface Loan {
  id: string;
  from: SeatId;
  to: SeatId;
  domain: Domain;
  until: number;
}

/** What an inspection showed; `packages` is null where it came to nothing. */
export interface Inspection {
  id: string;
  inspector: SeatId;
  inspected: SeatId;
  region: RegionId;
  turn: number;
  packages: ByDomain<number> | null;
  /** Kinds of clauses found broken in secret. */
  found: string[];
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
  /** Parties that are enough for entry into force when the window closes (ruling 47). */
  minParties: number;
  /** Seats it names that are no party: they may still join. */
  invited: SeatId[];
  /** Turn whose briefing makes an invited seat a party. */
  acceding: BySeat<number>;
  /** Conditional clauses that bind, by their place, with the first turn they do. */
  active: Record<string, number>;
  /** Rights to suspend that no finding gives. */
  grounds: Ground[];
  /** Turn at which each withdrawal takes effect. */
  withdrawals: BySeat<number>;
  endedTurn: number | null;
}

/** A seat's right to suspend an instrument, or to leave it at once, from one turn to another. */
export interface Ground {
  seat: SeatId;
  from: number;
  until: number;
}

/** What one side of a dispute offers, or its mediator (ruling 57). */
export interface Remedy {
  kind: RemedyKind;
  /** Credits to pay, or packages to deploy. */
  amount: number;
  /** Where to deploy them. */
  crisis: CrisisId | null;
}

/** A quarrel over a missed duty (rulings 56 and 57). */
export interface Dispute {
  id: string;
  instrument: InstrumentId;
  clause: number;
  /** Kind of the clause. */
  kind: string;
  /** Turn of the duty that is said to have been missed. */
  about: number;
  filer: SeatId;
  respondent: SeatId;
  /** How far the text lets it go, and what arbitration would impose. */
  method: DisputeStage;
  imposed: Pick<Remedy, 'kind' | 'amount'>;
  stage: DisputeStage;
  status: 'open' | 'settled' | 'dismissed' | 'closed';
  filedTurn: number;
  /** Turn of the present stage. */
  stageTurn: number;
  /** Third seats asked to mediate. */
  asked: SeatId[];
  proposal: { by: SeatId; remedy: Remedy; answers: BySeat<'accepted' | 'refused'> } | null;
  remedy: (Remedy & { dueTurn: number; fulfilled: boolean | null }) | null;
  /** Those who know of it. */
  seenBy: SeatId[];
}

/** A word given by one seat, for a stake or for nothing (ruling 58). */
export interface Pledge {
  id: string;
  by: SeatId;
  /** Seats it was given to; none named: to everybody. */
  to: SeatId[];
  clause: Clause | null;
  text: string;
  /** Political capital staked. */
  stake: number;
  turn: number;
  dueTurn: number;
  status: 'said' | 'open' | 'kept' | 'missed' | 'returned';
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
  /** Takes effect when all have accepted, and is no order. */
  atOnce?: true;
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
  /** These orders are to stand for a turn in which the seat is late. */
  standing?: true;
  /** In a team: who wrote an order, and whose word stands behind it. What is not marked is the ministry's. */
  marks?: Record<string, RowMark>;
}

/** People by their opaque ids. */
export interface RowMark {
  by: string;
  approved: string | null;
}

/** The people of one seat by their opaque ids, and who of them stands in for the minister. */
export interface Team {
  members: Record<string, TeamRole>;
  deputy: string | null;
}

/** Something a seat could ask for that a member of its team has laid before the others. */
export interface TeamDraft {
  id: string;
  seat: SeatId;
  /** Who drafted it; people by their opaque ids. */
  by: string;
  turn: number;
  phase: Phase;
  at: number;
  /** Null once its words were deleted. */
  command: DraftCommand | null;
  note: string;
  status: DraftStatus;
  /** Others who agree. */
  approvals: string[];
  /** Why it was sent back. */
  remark: { by: string; text: string } | null;
  /** The earlier draft that it says anew. */
  revises: string | null;
  /** Who released, returned or withdrew it. */
  decidedBy: string | null;
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
  /** Who wrote it, by opaque id: within a team alone, for to others a ministry speaks with one voice. */
  by?: string;
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

/** An inject that has come due, or that another scheduled, and the turn from which it fires. */
export interface DueInject {
  inject: InjectId;
  turn: number;
  /** Seats that the event it waited for was about. */
  concerned: SeatId[];
}

/** A phase of a turn. */
export interface Moment {
  turn: number;
  phase: Phase;
}

/** What exercise control has made different of an inject; the scenario itself stays as it is. */
export interface InjectChange {
  title?: string;
  text?: string;
  to?: 'all' | SeatId[];
  /** The response expected, and the learning objective it serves; null: none. */
  expect?: string;
  objective?: string | null;
  /** Fires then, instead of by its own time, event, condition, delay and chance. */
  at?: Moment;
  /** Skipped by exercise control: it never fires. */
  dropped?: boolean;
}

/** Somebody who is seated elsewhere; null: in no seat. `role`: what they were in the team that they leave. */
export interface Move {
  participant: string;
  from: SeatId | null;
  to: SeatId | null;
  role?: TeamRole;
}

/** Bots of seats that people were moved from or to. */
export type MovedBots = BySeat<{ before: BotCharacter | null; after: BotCharacter | null }>;

/** An act of exercise control that can still be taken back, with what stood before it. */
export interface ControlAct {
  /** Sequence number of its event. */
  id: number;
  /** Who did it, as the record names people. */
  by: string;
  did: ControlDeed;
  /** Id of the inject, message or headline, the seat, the path of the number, or the people, joined by `+`. */
  subject: string;
  /** `people` of a seat: who sat in it. */
  before: { inject: { held: boolean; change: InjectChange | null } } | { seat: { bot: BotCharacter | null; people: string[] } } | { moved: { moves: Move[]; bots: MovedBots } } | { number: { before: number; after: number } } | null;
}

/** An idea that no action covers: argued by everybody, judged by exercise control (model guide, section 5). */
export interface MatrixOrder {
  id: string;
  seat: SeatId;
  turn: number;
  /** What the ministry does, what that brings about, and three reasons why it should. */
  act: string;
  effect: string;
  reasons: string[];
  arguments: { seat: SeatId; side: 'for' | 'against'; text: string }[];
  /** `removed`: taken away by exercise control, words and all. */
  status: 'open' | 'judged' | 'withdrawn' | 'removed';
  /** Percent; null until judged. */
  odds: number | null;
  success: boolean | null;
  /** What came of it, in the words of exercise control. */
  outcome: string;
}

/** A note for the evaluation: whether a task, an objective or the expected response to an inject was seen. */
export interface Evidence {
  id: string;
  objective: string | null;
  /** Which of the objective's tasks, counted from 0; null: not a task of its own. */
  task: number | null;
  inject: InjectId | null;
  turn: number;
  met: boolean;
}

/** An evaluator's note on a moment of the exercise. People of exercise control are named by their opaque ids. */
export interface Observation {
  id: string;
  by: string;
  /** The moment: `seq` is the place of the event that pinned it. */
  turn: number;
  phase: Phase;
  seq: number;
  at: number;
  text: string;
  objective: string | null;
  seat: SeatId | null;
  rating: Rating | null;
  /** Read by its author alone. */
  private: boolean;
  /** Read by everybody once the debrief has begun. */
  disclosed: boolean;
  /** Its latest wording, if it is not the first. */
  changed: { by: string; at: number; seq: number } | null;
  removed: { by: string; at: number } | null;
}

/** News that everybody reads, put out by exercise control in the name of a newspaper, a station, a spokesperson. */
export interface Headline {
  id: string;
  outlet: string;
  text: string;
  turn: number;
  phase: Phase;
  /** Taken back by exercise control: its words are gone from every screen. */
  withdrawn: boolean;
}

/** A number that exercise control set by hand, and why. */
export interface Override {
  id: string;
  /** As in fields.ts. */
  path: string;
  before: number;
  after: number;
  reason: string;
  turn: number;
  phase: Phase;
  at: number;
  by: string;
  undone: { by: string; at: number } | null;
}

/** An organisation as it stands now (model guide, section 2); what its charter fixes for good is in the scenario. */
export interface Organisation {
  id: OrganisationId;
  members: SeatId[];
  observers: SeatId[];
  partners: SeatId[];
  standard: number;
  /** Common fund, credits. */
  fund: number;
  /** What each payer owes to the fund in step 4 of the turn it is due. */
  levies: { amount: number; dueTurn: number; payers: SeatId[] }[];
  mandates: { crisis: CrisisId; since: number }[];
  /** Acts that its members have forsworn. */
  norms: ProhibitedAct[];
  sanctioned: SeatId[];
  expelled: SeatId[];
  /** Packages that each member holds ready for missions the organisation mandates. */
  standingForce: { domain: Domain; packages: number; since: number } | null;
  /** Outsiders that a forum let in, and the turn in which they may table motions. */
  forum: { guests: SeatId[]; turn: number } | null;
}

/** A host admits packages of another ministry to a crisis in its own region (model guide, section 3, action 35; ruling 28). */
export interface HostGrant {
  id: string;
  host: SeatId;
  guest: SeatId;
  region: RegionId;
  crisis: CrisisId;
  /** Packages admitted at most. */
  cap: number;
  /** Last turn of it; null without end. */
  until: number | null;
}

/** Something moved in an organisation. */
export interface Motion {
  id: string;
  organisation: OrganisationId;
  kind: MotionKind;
  params: Record<string, unknown>;
  by: SeatId | 'control';
  turn: number;
  /** Turn at whose lock it closes (ruling 59). */
  closesTurn: number;
  votes: BySeat<'yes' | 'no'>;
  brokenBy: SeatId[];
  status: 'open' | 'adopted' | 'failed';
  decidedTurn: number | null;
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
  /** Agreements in force, and leaks so far; records from before they were counted do not say. */
  inForce?: number;
  leaks?: number;
}
