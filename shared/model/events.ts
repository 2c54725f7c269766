// What happened: every event type with its data. Events carry keys and parameters, never sentences.
import type { Change } from './change.ts';
import type { Clause, Deadline, Deception, Dispute, DueInject, Evidence, Finding, Ground, HostGrant, Inspection, Loan, Invitation, Message, Moment, Motion, Move, MovedBots, Notice, Order, Package, Pledge, Remedy, Report, ReportTruth, RowMark, Score, Settings, Snapshot, Source } from './entities.ts';
import type {
  Audience, BotCharacter, BySeat, ChannelKind, ControlDeed, CrisisId, DisputeStage, Domain, HypothesisId, InjectId, InstrumentId, InstrumentKind, InvitationId, Marking, MembershipRole, MotionKind,
  OrganisationId, Phase, ProhibitedAct, RegionId, ReportId, SeatId, Status, TeamRole, ThreatId,
} from './vocabulary.ts';
import type { EffectDraft, Parameters } from '../scenario/schema.ts';

/** Data of each event type. Who may see an event is its `audience`; fields that some of the audience may not see are redacted by view/event-for. */
export interface EventData {
  // the course of the exercise
  exerciseCreated: { settings: Settings };
  truthDrawn: { truths: Record<ThreatId, HypothesisId> };
  seatTaken: { participant: string; seat: SeatId };
  seatLeft: { participant: string; seat: SeatId };
  /** By exercise control: which people it moved, after the events that moved them, and which bots played the seats concerned. */
  peopleMoved: { did: Extract<ControlDeed, 'moved' | 'swapped'>; moves: Move[]; bots: MovedBots };
  seatHandedToBot: { seat: SeatId; character: BotCharacter };
  // teams: people by their opaque ids; what a draft says stands under the commitment
  roleGiven: { participant: string; seat: SeatId; role: TeamRole };
  deputyNamed: { seat: SeatId; deputy: string | null };
  draftLaid: { draft: string; seat: SeatId; drafter: string; revises: string | null; commitment: string };
  draftApproved: { draft: string; seat: SeatId; approver: string };
  draftReturned: { draft: string; seat: SeatId; returner: string; commitment: string };
  draftWithdrawn: { draft: string; seat: SeatId };
  /** What it came to follows it, by the same command. */
  draftReleased: { draft: string; seat: SeatId; drafter: string; approvers: string[]; releaser: string };
  /** Its phase is over. */
  draftLapsed: { draft: string; seat: SeatId };
  orderApproved: { seat: SeatId; orders: string[]; approver: string };
  practiceStarted: Record<string, never>;
  /** Everything is as it was before it, but where people sit. */
  practiceEnded: Record<string, never>;
  exerciseStarted: Record<string, never>;
  turnStarted: { turn: number };
  phaseStarted: { phase: Phase; turn: number; deadline: number | null };
  /** `seats`: whose orders are missing. */
  clockPaused: { reason: string; remaining: number | null; seats?: SeatId[] };
  clockResumed: { deadline: number | null; reason?: string };
  phaseExtended: { seconds: number; deadline: number | null; remaining: number | null; reason?: string };
  /** Exercise control went on, and said why. */
  phaseCutShort: { phase: Phase; reason: string };
  breakCalled: { minutes: number; until: number; remaining: number | null; reason: string };
  breakExtended: { minutes: number; until: number; reason: string };
  /** Dates of a course: moved by exercise control, or put off because the phase began late, the clock had stood still, or nobody could reach the server. */
  deadlinesMoved: { deadlines: Deadline[]; because: 'control' | 'late' | 'paused' | 'away'; reason: string };
  /** The lock waits for the orders of these seats. */
  ordersAwaited: { seats: SeatId[]; deadline: number };
  /** What the seat was late with: orders that stood for them (`dropped` of them no longer possible), a bot's, or nothing. */
  ordersStoodIn: { seat: SeatId; by: 'standing' | 'last' | 'bot' | 'nobody'; orders: number; dropped: number };
  standingMarked: { seat: SeatId; standing: boolean };
  seatReady: { seat: SeatId; ready: boolean };
  ordersLocked: { turn: number };
  exerciseEnded: { status: Status; early: boolean; reason?: string };
  exerciseScored: { scores: BySeat<Score> };
  snapshotTaken: { snapshot: Snapshot };
  redLineBroken: { seat: SeatId; redLine: string };

  // numbers: every change of a stored number travels in one of these
  numbersChanged: { step: string; changes: Change[] };

  pressureLaid: { value: number; region: RegionId | null; crisis?: CrisisId; name: string; by: SeatId | null };

  // consent
  invitationSent: { invitation: Invitation };
  invitationAnswered: { invitation: InvitationId; seat: SeatId; accept: boolean };
  invitationClosed: { invitation: InvitationId; status: 'accepted' | 'refused' | 'withdrawn' | 'expired'; by: SeatId | null };

  // orders
  /** `marks`: of a team, as they stand with this sheet. */
  ordersSaved: { seat: SeatId; orders: Order[]; commitment: string; marks?: Record<string, RowMark> };
  orderCancelled: { seat: SeatId; order: string; action: string; reason: string };
  orderDone: { seat: SeatId; order: string; action: string };
  pointsSpent: { seat: SeatId; points: number; action: string };

  // messages
  messageSent: { message: Omit<Message, 'text'>; commitment: string };
  messageHidden: { message: string };
  messageRestored: { message: string };

  // diplomacy
  visitHeld: { from: SeatId; to: SeatId };
  visitRefused: { from: SeatId; to: SeatId };
  channelOpened: { parties: SeatId[]; channel: ChannelKind };
  channelUnanswered: { from: SeatId; to: SeatId; channel: ChannelKind };
  /** `instrument`: what a private one is about; a public one does not say. */
  demarcheMade: { from: SeatId; to: SeatId; public: boolean; instrument?: InstrumentId };
  reconciliationMade: { from: SeatId; to: SeatId };
  reconciliationRefused: { from: SeatId; to: SeatId };
  incidentCleared: { crisis: CrisisId; by: SeatId[] };

  // instruments
  instrumentTabled: { instrument: InstrumentId; by: SeatId | 'control'; parties: SeatId[]; kind: InstrumentKind; title: string; classification: Marking; clauses: Clause[]; minParties?: number };
  instrumentAmended: { instrument: InstrumentId; by: SeatId; version: number; kind: InstrumentKind; title: string; clauses: Clause[] };
  instrumentSigned: { instrument: InstrumentId; seat: SeatId; version: number };
  instrumentFullySigned: { instrument: InstrumentId };
  instrumentRatified: { instrument: InstrumentId; seat: SeatId; price: number };
  instrumentConcluded: { instrument: InstrumentId; entersTurn: number };
  /** `among`: those who concluded it, where others named did not. */
  instrumentEnteredIntoForce: { instrument: InstrumentId; version: number; among?: SeatId[] };
  accessionDeclared: { instrument: InstrumentId; seat: SeatId; price: number; entersTurn: number };
  partyAcceded: { instrument: InstrumentId; seat: SeatId };
  clauseConditionChanged: { instrument: InstrumentId; clause: number; holds: boolean };
  groundGiven: { instrument: InstrumentId; ground: Ground };
  instrumentSuspended: { instrument: InstrumentId; seat: SeatId; lawful: boolean };
  withdrawalNotified: { instrument: InstrumentId; seat: SeatId; effective: number; lawful: boolean };
  partyLeft: { instrument: InstrumentId; seat: SeatId };
  instrumentEnded: { instrument: InstrumentId; reason: 'withdrawn' | 'expired' };
  instrumentLapsed: { instrument: InstrumentId };
  obligationFound: { finding: Finding };
  // disputes and pledges
  disputeFiled: { dispute: Dispute };
  remedyProposed: { dispute: string; by: SeatId; remedy: Remedy };
  remedyAnswered: { dispute: string; seat: SeatId; accept: boolean };
  mediatorsAsked: { dispute: string; by: SeatId; seats: SeatId[] };
  /** It enters its next stage, in the turn named. */
  disputeAdvanced: { dispute: string; stage: DisputeStage; turn: number };
  disputeSettled: { dispute: string; filer: SeatId; respondent: SeatId; stage: DisputeStage; remedy: Remedy; dueTurn: number };
  disputeDismissed: { dispute: string; filer: SeatId; respondent: SeatId };
  disputeClosed: { dispute: string; filer: SeatId; respondent: SeatId };
  remedyJudged: { dispute: string; filer: SeatId; respondent: SeatId; fulfilled: boolean };
  remedyPaid: { dispute: string; from: SeatId; to: SeatId; amount: number };
  /** The words of a pledge stand under the commitment. */
  pledgeMade: { pledge: Omit<Pledge, 'text'>; commitment: string };
  pledgeKept: { pledge: string; by: SeatId };
  pledgeMissed: { pledge: string; by: SeatId };
  pledgeReturned: { pledge: string; by: SeatId };

  findingUncovered: { finding: Finding; by: SeatId[] };

  // intelligence
  reportCollected: { seat: SeatId; report: Report; truth: ReportTruth };
  reportDelivered: { seat: SeatId; report: Report; truth: ReportTruth | null };
  reportShared: { from: SeatId; to: SeatId[]; report: ReportId; event: string; originator: SeatId | 'control' };
  /** Which receivers it should not have gone to: control's alone until discovered. */
  illicitShareMade: { share: string; from: SeatId; to: SeatId[]; event: string; originator: SeatId | 'control' };
  reportSanitised: { seat: SeatId; report: Report; truth: ReportTruth };
  reportsFused: { parties: SeatId[]; threat: ThreatId };
  reportUpdated: { seat: SeatId; report: ReportId; credibility: Report['credibility']; reliability: Report['reliability']; evidence: number };
  illicitShareDiscovered: { share: string; from: SeatId; originator: SeatId | 'control' };
  releaseGranted: { originator: SeatId; holder: SeatId; event: string; to: SeatId[] };
  deceptionPlanted: { deception: Deception };
  deceptionDetected: { by: SeatId; target: SeatId; report: ReportId; threat: ThreatId; claim: HypothesisId };
  sweepDone: { seat: SeatId; found: number };
  /** A report has become public; nobody is told by whom. */
  reportPublished: { threat: ThreatId; claim: HypothesisId; originator: SeatId | 'control' };
  sourceBurned: { seat: SeatId; source: string };
  leakOccurred: { seat: SeatId; report: Report; originator: SeatId | 'control'; traced: boolean; deliberate: boolean };
  attributionMade: { seat: SeatId; threat: ThreatId; claim: HypothesisId; accused: SeatId | null; public: boolean };
  attributionJudged: { seat: SeatId; threat: ThreatId; claim: HypothesisId; accused: SeatId | null; right: boolean; public: boolean };
  warningGiven: { seat: SeatId; threat: ThreatId; turn: number; type: string; region: RegionId };

  // forces
  exerciseHeld: { parties: SeatId[]; domain: string; region: RegionId; notified: boolean };
  invested: { parties: SeatId[]; domain: string };
  trained: { seat: SeatId };
  hardened: { seat: SeatId };
  civilMilitaryRaised: { seat: SeatId };
  cyberOpDone: { seat: SeatId; threat: ThreatId; mode: 'disrupt' | 'defend'; success: boolean };
  cyberOperationExposed: { seat: SeatId; threat: ThreatId };
  packageLent: { loan: Loan };
  packageReturned: { loan: string; from: SeatId; to: SeatId; domain: Domain };
  /** `by`: how many more; `reason` is a key for the sentence. */
  packagesChanged: { seat: SeatId; domain: Domain; by: number; reason: string };
  aidGiven: { from: SeatId; to: SeatId; what: 'money' | 'capability' | 'package'; amount: number; domain: Domain };
  inspectionHeld: { inspection: Inspection };
  courseHeld: { provider: SeatId; trainee: SeatId; domain: string };
  standardised: { parties: SeatId[] };
  forceShown: { seat: SeatId; region: RegionId; notified: boolean };
  packagesDeployed: { seat: SeatId; crisis: CrisisId; packages: Package[] };
  /** `packages` are what is left there. */
  packagesRecalled: { seat: SeatId; crisis: CrisisId; packages: Package[]; reason: string };
  activityNotified: { notice: Notice };
  paymentMade: { from: SeatId | 'fund'; to: SeatId | 'fund'; amount: number; instrument: InstrumentId };

  // crises
  crisisOpened: { crisis: CrisisId; severity: number; rung: number };
  crisisClosed: { crisis: CrisisId };
  /** What the crisis step computed, for the debrief: coverage in ten-thousandths, K in thousandths. */
  crisisAssessed: { crisis: CrisisId; coverage: number; cohesion: number; pressure: number; points: Record<string, number>; incidentChance: number; harm: BySeat<number> };
  severityRecorded: { crisis: CrisisId; severity: number; rung: number };
  incidentOpened: { crisis: CrisisId; parties: SeatId[] };
  /** `shield`: severity that does not harm those who defended themselves. */
  threatEventStruck: { threat: ThreatId; event: string; crisis: CrisisId; type: string; shield: number };

  // ideas that no action covers; what people say of them is bound by the commitment
  matrixProposed: { matrix: string; seat: SeatId; commitment: string };
  matrixArgued: { matrix: string; seat: SeatId; side: 'for' | 'against'; commitment: string };
  matrixWithdrawn: { matrix: string; seat: SeatId };
  matrixRemoved: { matrix: string; seat: SeatId };
  matrixJudged: { matrix: string; seat: SeatId; odds: number; success: boolean; commitment: string };
  /** What exercise control laid down for success, whatever the draw said. */
  matrixRuled: { matrix: string; effects: EffectDraft[] };
  /** What a seat played by a bot will do this turn, and nothing else (ruling 23). */
  actsAnnounced: { seat: SeatId; actions: string[] };

  // organisations
  motionTabled: { motion: Motion };
  /** Known to the voter alone until the lock. */
  voteCast: { motion: string; seat: SeatId; vote: 'yes' | 'no' };
  silenceBroken: { motion: string; organisation: OrganisationId; kind: MotionKind; seat: SeatId };
  /** What members see of each other's votes once a motion is decided. */
  votesShown: { motion: string; organisation: OrganisationId; kind: MotionKind; votes: BySeat<'yes' | 'no'> };
  motionAdopted: { motion: string; organisation: OrganisationId; kind: MotionKind; by: SeatId | 'control' };
  motionFailed: { motion: string; organisation: OrganisationId; kind: MotionKind; by: SeatId | 'control' };
  levyRaised: { organisation: OrganisationId; amount: number; dueTurn: number; payers: SeatId[] };
  /** Money into or out of the common fund. */
  contributionMade: { organisation: OrganisationId; from: SeatId | 'fund'; to: SeatId | 'fund'; amount: number };
  standardSet: { organisation: OrganisationId; level: number };
  normAdopted: { organisation: OrganisationId; act: ProhibitedAct };
  normBroken: { organisation: OrganisationId; act: ProhibitedAct; seat: SeatId };
  sanctionImposed: { organisation: OrganisationId; seat: SeatId };
  standingForceRaised: { organisation: OrganisationId; domain: Domain; packages: number };
  forumHeld: { host: SeatId; guests: SeatId[]; organisation: OrganisationId | null };
  forumFailed: { host: SeatId; guests: SeatId[] };
  hostGranted: { grant: HostGrant };
  hostRevoked: { host: SeatId; guest: SeatId; crisis: CrisisId };
  mandateGiven: { organisation: OrganisationId; crisis: CrisisId };
  /** `role` null: it belongs no longer. */
  membershipChanged: { organisation: OrganisationId; seat: SeatId; role: MembershipRole | null; expelled: boolean };

  // injects
  injectFired: { inject: InjectId; to: Audience; by: 'schedule' | 'condition' | 'event' | 'control' };
  decisionTaken: { inject: InjectId; seat: SeatId; option: string; byDefault: boolean };
  /** An inject has come due and waits for its turn, or another inject scheduled it. */
  injectDue: DueInject;
  injectSkipped: { inject: InjectId };
  injectHeld: { inject: InjectId; held: boolean };
  /** By exercise control, before it fires. What is left out stays as it was; null: as planned. New words stand under the commitment. */
  injectChanged: { inject: InjectId; to?: 'all' | SeatId[] | null; at?: Moment | null; objective?: string | null; commitment?: string };
  /** Skipped by exercise control, or no longer. */
  injectDropped: { inject: InjectId; dropped: boolean };
  /** Written by exercise control; its words stand under the commitment. `at` null: fired at once. */
  injectWritten: { inject: InjectId; from: string; to: 'all' | SeatId[]; effects: EffectDraft[]; at: Moment | null; objective?: string | null; commitment: string };
  /** `act`: sequence number of the event that is taken back; `by`: who had done it. */
  actUndone: { act: number; by: string; did: ControlDeed; subject: string };
  /** Its words stand under the commitment. */
  headlinePublished: { headline: string; commitment: string };
  headlineWithdrawn: { headline: string };
  /** By exercise control; told to those who see the number. */
  numberOverridden: { override: string; path: string; before: number; after: number; reason: string };
  evidenceNoted: { evidence: Evidence };
  // observations of evaluators; all that one says stands under the commitment
  observationPinned: { observation: string; private: boolean; disclosed: boolean; commitment: string };
  observationChanged: { observation: string; private: boolean; disclosed: boolean; commitment: string };
  observationRemoved: { observation: string; private: boolean };
  parameterChanged: { name: keyof Parameters; value: number };
  /** Duties that these seats miss are excused up to and including that turn. */
  forceMajeureDeclared: { seats: SeatId[]; until: number };
  sourceGranted: { seat: SeatId; source: Source };
  sourceLost: { seat: SeatId; source: string };
  availabilityChanged: { actions: string[]; clauses: string[]; available: boolean };
}

export type EventType = keyof EventData;

/** An event before the record gives it a place. */
export type NewEvent = {
  [T in EventType]: {
    type: T;
    data: EventData[T];
    audience: Audience;
    /** Free text of people, kept out of the hash chain so that it can be deleted; `commitment` in the data binds it. */
    private?: { salt: string; texts: Record<string, string> };
  };
}[EventType];

/** An event in the record. */
export type Event = NewEvent & {
  seq: number;
  /** Milliseconds since the epoch. */
  at: number;
  turn: number;
  phase: Phase;
  /** `control:…`, `evaluator:…`, `participant:…`, `bot:SEAT`, `clock`. */
  actor: string;
  /** Id of the command that caused it. */
  command: string | null;
};
