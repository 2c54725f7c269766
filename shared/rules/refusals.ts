// Every reason for which a command is not carried out: a code, what it is about, and numbers for the sentence.

export const REFUSALS = [
  // who and when
  'notYourSeat', 'notControl', 'notInItsName', 'watchesOnly', 'notesOnly', 'noSeat', 'seatUnknown', 'seatNotInPlay', 'seatKept', 'wrongPhase', 'notRunning', 'alreadyStarted', 'exerciseEnded', 'alreadyPaused', 'notPaused', 'alreadyOnBreak', 'notOnBreak',
  // the dates of a course
  'noSchedule', 'deadlineMissing', 'deadlineUnknown', 'deadlinePast', 'deadlinesUnordered',
  // the shape of what was asked
  'malformed', 'unknownAction', 'unknownCommand', 'parameterMissing', 'parameterInvalid', 'parameterUnknown',
  // availability
  'actionLocked', 'clauseLocked', 'notImmediate', 'notAnOrder', 'needsInvitation', 'capReached',
  // means
  'tooFewPoints', 'tooLittleMoney', 'tooLittleCapital', 'tooFewPackages', 'securityTooLow',
  // partners
  'partnerIsSelf', 'partnerMissing', 'partnerNotInPlay', 'alreadyOpen', 'alreadyConnected', 'grievanceMissing', 'notInvited', 'alreadyAnswered', 'invitationClosed', 'notYourInvitation', 'invitationUnknown',
  // instruments
  'instrumentUnknown', 'notParty', 'staleVersion', 'notTabled', 'notFullySigned', 'alreadySigned', 'alreadyRatified', 'notInForce', 'tooManyDrafts', 'termMissing', 'clauseUnknown', 'clausesContradict', 'nothingChanged', 'alreadyWithdrawn',
  'disputeUnknown', 'disputeOver',
  // organisations
  'organisationUnknown', 'notMember', 'notChair', 'alreadyMember', 'alreadyAdopted', 'alreadyMoved', 'motionUnknown', 'motionClosed', 'motionTooLate', 'noVote', 'ownMotion', 'silenceDecides', 'votesDecide',
  // intelligence
  'reportUnknown', 'threatUnknown', 'hypothesisUnknown', 'sourceUnknown', 'alreadyHolds', 'alreadySanitised', 'notOriginator', 'reportFabricated', 'alreadyAttributed',
  // crises and regions
  'crisisUnknown', 'crisisClosed', 'regionUnknown', 'rungTooHigh', 'noHostConsent', 'hostCapPassed', 'notHost', 'consentNotNeeded', 'grantUnknown', 'heldReady',
  // injects and messages
  'injectUnknown', 'injectFired', 'optionUnknown', 'alreadyDecided', 'notAddressed', 'messageUnknown', 'emptyMessage', 'injectDropped', 'momentPast', 'emptyInject', 'tooManyInjects', 'nothingToUndo', 'notLastAct',
  // ideas and announcements
  'matrixUnknown', 'matrixClosed', 'matrixAlreadyOpen', 'matrixOwn', 'alreadyArgued', 'effectUnfit', 'notAnnouncing', 'alreadyAnnounced', 'notAnnounced',
  // observations
  'observationUnknown', 'observationRemoved', 'observationNotYours', 'tooManyObservations', 'objectiveUnknown',
  // practice
  'practiceRunning', 'noPractice',
  // teams
  'noTeam', 'notYourArea', 'needsSecond', 'notYourReady', 'roleTaken', 'notInTeam', 'draftUnknown', 'draftClosed', 'ownDraft', 'notYourDraft', 'tooManyTeamDrafts', 'notApproved',
  // overrides and headlines
  'numberUnknown', 'reasonMissing', 'tooManyHeadlines',
  // orders
  'orderRepeated', 'orderUnknown', 'nothingToStand', 'notLate',
  // the door and the record
  'codeUnknown', 'doorClosed', 'exerciseFull', 'exerciseUnknown', 'scenarioUnknown', 'notSignedIn', 'notDisclosed', 'tooManyRequests', 'tooLarge', 'notRecorded',
  // staff
  'notInstructor', 'linkUnknown', 'tooManyLinks',
  // the roster
  'rosterChanged', 'nameTwice', 'nameHere', 'worldUnknown',
] as const;
export type RefusalCode = (typeof REFUSALS)[number];

export interface Refusal {
  code: RefusalCode;
  /** Parameter or object it is about: shown beside that field. */
  subject: string | null;
  /** Values for the sentence. */
  params: Record<string, string | number>;
}

export function refusal(code: RefusalCode, subject: string | null = null, params: Record<string, string | number> = {}): Refusal {
  return { code, subject, params };
}

export type Result<T> = { ok: true; value: T } | { ok: false; refusal: Refusal };

export function accept<T>(value: T): Result<T> {
  return { ok: true, value };
}

export function refuse<T = never>(code: RefusalCode, subject: string | null = null, params: Record<string, string | number> = {}): Result<T> {
  return { ok: false, refusal: refusal(code, subject, params) };
}
