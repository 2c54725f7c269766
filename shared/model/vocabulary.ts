// The words of the exercise: every closed list, as a constant and as a type. Nothing here behaves.

/** Military domains of capability and packages (model guide, section 2). Their order breaks ties. */
export const DOMAINS = ['LAND', 'SEA', 'AMD', 'CYB', 'ISR', 'UXS', 'LOG', 'DIS'] as const;
export type Domain = (typeof DOMAINS)[number];
export type ByDomain<T> = Record<Domain, T>;

/** Phases of a turn, in order. */
export const PHASES = ['briefing', 'negotiation', 'orders', 'resolution', 'review'] as const;
export type Phase = (typeof PHASES)[number];

/** Life of an exercise: people gather, it runs (or stands paused), then everything is disclosed. */
export const STATUSES = ['lobby', 'running', 'paused', 'debrief'] as const;
export type Status = (typeof STATUSES)[number];

/** Classification markings, lowest first. */
export const MARKINGS = ['U', 'R', 'C', 'S', 'TS'] as const;
export type Marking = (typeof MARKINGS)[number];

/** Reliability of a source, best first; F cannot be judged and ranks between C and D (ruling 5). */
export const RELIABILITIES = ['A', 'B', 'C', 'F', 'D', 'E'] as const;
export type Reliability = (typeof RELIABILITIES)[number];

/** Credibility of a report: 1 confirmed … 5 improbable, 6 cannot be judged. */
export const CREDIBILITIES = [1, 2, 3, 4, 5, 6] as const;
export type Credibility = (typeof CREDIBILITIES)[number];

export const CHANNELS = ['hotline', 'liaison', 'securelink'] as const;
export type ChannelKind = (typeof CHANNELS)[number];

/** Instruments in order of bindingness 1, 2, 3. */
export const INSTRUMENT_KINDS = ['mou', 'agreement', 'treaty'] as const;
export type InstrumentKind = (typeof INSTRUMENT_KINDS)[number];
export const BINDINGNESS: Record<InstrumentKind, number> = { mou: 1, agreement: 2, treaty: 3 };

export const INSTRUMENT_STATUSES = ['tabled', 'signed', 'inForce', 'suspended', 'ended', 'lapsed'] as const;
export type InstrumentStatus = (typeof INSTRUMENT_STATUSES)[number];

export const FINDINGS = ['met', 'notDue', 'excused', 'missed'] as const;
export type FindingResult = (typeof FINDINGS)[number];

export const DECISION_RULES = ['consensus', 'qualifiedMajority', 'leadNation'] as const;
export type DecisionRule = (typeof DECISION_RULES)[number];

/** Acts that a NORM may forbid (model guide, section 3). */
export const PROHIBITED_ACTS = ['cyberOperation', 'showOfForce', 'deception', 'leak', 'unmannedForce'] as const;
export type ProhibitedAct = (typeof PROHIBITED_ACTS)[number];

/** How far a dispute may go, each stage after the one before it (ruling 56). */
export const DISPUTE_STAGES = ['consultation', 'mediation', 'arbitration'] as const;
export type DisputeStage = (typeof DISPUTE_STAGES)[number];

/** What makes a missed duty good (ruling 57). */
export const REMEDIES = ['cure', 'pay', 'deploy', 'suspend'] as const;
export type RemedyKind = (typeof REMEDIES)[number];

export const INVITATION_STATUSES = ['open', 'accepted', 'refused', 'withdrawn', 'expired'] as const;
export type InvitationStatus = (typeof INVITATION_STATUSES)[number];

/** The two pots of the budget (ruling 43): labels of an expense, not accounts. */
export const POTS = ['national', 'international'] as const;
export type Pot = (typeof POTS)[number];

/** Characters a bot can play (model guide, section 7). */
export const BOT_CHARACTERS = ['cooperator', 'titForTat', 'freeRider', 'hawk', 'hedger', 'isolationist'] as const;
export type BotCharacter = (typeof BOT_CHARACTERS)[number];

/** What an organisation can be moved to do (model guide, section 3, action 12). */
export const MOTION_KINDS = ['mandate', 'levy', 'standard', 'norm', 'sanction', 'admission', 'expulsion', 'attribution', 'standingForce'] as const;
export type MotionKind = (typeof MOTION_KINDS)[number];

/** What a seat can be in an organisation, and what it can ask of one. */
export const MEMBERSHIP_ROLES = ['member', 'observer', 'partner'] as const;
export type MembershipRole = (typeof MEMBERSHIP_ROLES)[number];
export const MEMBERSHIP_REQUESTS = ['join', 'observe', 'partner', 'leave'] as const;
export type MembershipRequest = (typeof MEMBERSHIP_REQUESTS)[number];

/** What a line of the master scenario events list is: news, news held ready for a certain course, or something participants are expected to do. */
export const INJECT_TYPES = ['inject', 'contingency', 'expectedAction'] as const;
export type InjectType = (typeof INJECT_TYPES)[number];

/** How a task was performed, in the eyes of an evaluator: without challenges, with some, with major ones, or unable to be (model guide, section 6). */
export const RATINGS = ['P', 'S', 'M', 'U'] as const;
export type Rating = (typeof RATINGS)[number];

/** Odds in percent that exercise control can give an idea (model guide, section 5). */
export const MATRIX_ODDS = [20, 35, 50, 65, 80] as const;

/** What exercise control can take back: nothing of it has been seen by anybody else, or it can be put exactly as it was. */
export const CONTROL_DEEDS = ['held', 'released', 'changed', 'dropped', 'restored', 'written', 'hidden', 'handedOver', 'moved', 'swapped', 'published', 'overridden'] as const;
export type ControlDeed = (typeof CONTROL_DEEDS)[number];

/** What somebody is in a team that shares a seat: one signs, each of the others has an area. In the order in which people take them. */
export const TEAM_ROLES = ['minister', 'policy', 'intelligence', 'resources'] as const;
export type TeamRole = (typeof TEAM_ROLES)[number];

/** What became of something that a member of a team laid before the others. */
export const DRAFT_STATUSES = ['open', 'returned', 'released', 'withdrawn', 'lapsed'] as const;
export type DraftStatus = (typeof DRAFT_STATUSES)[number];

/** Highest rung of the escalation ladder: 0 routine … 9 regional war. */
export const RUNG_MAX = 9;

/** A seat's code, three capital letters chosen by the scenario. */
export type SeatId = string;
export type BySeat<T> = Record<SeatId, T>;
export type ThreatId = string;
export type HypothesisId = string;
export type CrisisId = string;
export type RegionId = string;
export type InstrumentId = string;
export type ReportId = string;
export type InvitationId = string;
export type OrganisationId = string;
export type InjectId = string;

/** Key of an unordered pair of seats. */
export type PairId = string;
export function pairOf(a: SeatId, b: SeatId): PairId {
  return a < b ? `${a}-${b}` : `${b}-${a}`;
}

/** Who may see something: everybody, the seats named, or exercise control alone until the debrief. */
export type Audience = 'all' | 'control' | readonly SeatId[];

/** What happens at the lock when orders of people are missing: wait and then stand still, use standing orders, let a bot write them this once. */
export const MISSING_ORDERS = ['pause', 'standing', 'bot'] as const;
export type MissingOrders = (typeof MISSING_ORDERS)[number];

/** What takes the place of missing orders when exercise control goes on by hand. */
export const STAND_INS = ['nobody', 'standing', 'bot'] as const;
export type StandIn = (typeof STAND_INS)[number];
