// What happened, as a sentence: every event that people are told of, with its ids turned into names.
import type { EventType } from '../../shared/model/events.ts';
import type { Deadline, Invitation } from '../../shared/model/state.ts';
import type { MotionKind, Phase } from '../../shared/model/vocabulary.ts';
import type { PublicView, SeatView } from '../../shared/view/view.ts';
import type { SeenEvent } from '../../shared/wire/messages.ts';
import { optionLabel } from '../actions/parameters.ts';
import { clauseTitle } from '../clauses/prose.ts';
import { pauseText, spanText, timeText, whenText } from '../clock/when.ts';
import { hasText, list, t, tOr, type TextParams } from '../locales/text.ts';
import { nameOf, namesOf } from '../seats.tsx';
import { numberName } from '../panels/why/paths.ts';
import { gradeOf, placeName, rungName } from '../words.ts';

/** Events that move the exercise on without being news: their effect is seen elsewhere. */
export const SILENT: ReadonlySet<EventType> = new Set<EventType>([
  'exerciseCreated', 'truthDrawn', 'turnStarted', 'phaseStarted', 'seatReady', 'standingMarked', 'ordersLocked', 'exerciseScored', 'snapshotTaken',
  'numbersChanged', 'pressureLaid', 'ordersSaved', 'pointsSpent', 'messageSent', 'messageHidden', 'messageRestored', 'crisisAssessed', 'reportUpdated', 'instrumentFullySigned', 'seatTaken', 'seatLeft', 'peopleMoved',
  'groundGiven', 'injectDue', 'injectSkipped', 'injectHeld', 'injectChanged', 'injectDropped', 'injectWritten', 'actUndone', 'evidenceNoted', 'matrixRuled', 'observationPinned', 'observationChanged', 'observationRemoved', 'headlineWithdrawn',
]);

/** What a sentence may draw on besides the event itself. */
export interface Known {
  view: PublicView;
  own: SeatView | null;
  /** Names that came with the event, for whoever may know what is in no view of theirs. */
  named?: SeenEvent['named'];
  /** Codes of joint acts by the ids of their invitations, where these were told: views keep those of late alone. */
  proposals?: ReadonlyMap<string, string>;
}

/** What was proposed in these events. */
export function proposalsIn(events: readonly Pick<SeenEvent, 'type' | 'data'>[]): ReadonlyMap<string, string> {
  return new Map(events.flatMap(({ type, data }) => (type === 'invitationSent' ? [[(data.invitation as Invitation).id, (data.invitation as Invitation).action]] : [])));
}

type Data = Record<string, unknown>;
type Say = (known: Known, value: unknown, data: Data) => string | number | boolean;

const seatName: Say = ({ view }, value) => (value === null || value === undefined ? 'none' : value === 'fund' ? t('event.fund') : nameOf(view, String(value)));
const seatNames: Say = ({ view }, value) => (Array.isArray(value) ? (value.length === 0 ? 'none' : namesOf(view, value as string[])) : seatName({ view, own: null }, value, {}));
const instrumentTitle: Say = ({ view, own, named }, value, data) => own?.instruments[String(value)]?.title ?? view.instruments[String(value)]?.title ?? named?.instrument ?? (typeof data.title === 'string' ? data.title : t('event.someInstrument'));
const threatName: Say = ({ view }, value) => view.threats[String(value)]?.name ?? String(value);
const actionName = (code: unknown) => tOr(`action.${String(code)}`, String(code));
const claimOf = (view: PublicView, threat: unknown, claim: unknown) => view.threats[String(threat)]?.hypotheses.find(({ id }) => id === claim)?.name ?? String(claim);

/** How each field of an event's data is said. A field that is missing here is said as it stands. */
const SAY: Record<string, Say> = {
  seat: seatName, filer: seatName, respondent: seatName, holder: seatName, target: seatName, inspector: seatName, inspected: seatName, from: seatName, by: seatNames, provider: seatName, trainee: seatName, originator: seatName, accused: seatName, host: seatName, guest: seatName,
  to: seatNames, parties: seatNames, seats: seatNames, guests: seatNames, payers: seatNames,
  stage: (_known, value) => tOr(`stage.${String(value)}`, String(value)),
  remedy: (_known, value) => (value === null ? 'none' : optionLabel('remedy', (value as { kind: string }).kind)),
  clause: (_known, value, { kind }) => (typeof kind === 'string' ? clauseTitle(kind) : String(value)),
  actions: (_known, value) => list((value as string[]).map(actionName)),
  organisation: ({ view }, value) => (value === null ? 'none' : view.organisations[String(value)]?.name ?? String(value)),
  motion: (_known, value) => (typeof value === 'string' ? 'none' : t(`motion.${(value as { kind: MotionKind }).kind}`)),
  act: (_known, value) => optionLabel('act', String(value)),
  votes: ({ view }, value) => list(Object.entries(value as Record<string, string>).map(([seat, vote]) => `${nameOf(view, seat)} ${optionLabel('vote', vote)}`)),
  role: (_known, value) => (value === null ? 'none' : String(value)),
  instrument: instrumentTitle,
  crisis: ({ view }, value) => view.crises[String(value)]?.name ?? String(value),
  threat: threatName,
  claim: ({ view }, value, { threat }) => claimOf(view, threat, value),
  region: ({ view }, value) => (value === null ? '' : placeName(view, String(value))),
  what: (_known, value) => optionLabel('what', String(value)),
  found: (_known, value) => (Array.isArray(value) ? (value.length === 0 ? 'none' : list(value.map((kind) => clauseTitle(String(kind))))) : (value as number)),
  domain: (_known, value) => optionLabel('domain', String(value)),
  channel: (_known, value) => tOr(`channel.${String(value)}`, String(value)),
  action: (_known, value) => actionName(value),
  kind: (_known, value) => tOr(`instrumentKind.${String(value)}`, String(value)),
  rung: (_known, value) => rungName(Number(value)),
  inject: ({ own, named }, value) => own?.injects[String(value)]?.title ?? named?.inject ?? 'none',
  option: ({ own, named }, value, { inject }) => own?.injects[String(inject)]?.decide?.options.find(({ id }) => id === value)?.label ?? named?.option ?? String(value),
  redLine: ({ own, named }, value) => named?.redLine ?? own?.brief.redLines.find(({ id }) => id === value)?.text ?? String(value),
  packages: (_known, value) => {
    // How many each member of an organisation holds ready.
    if (typeof value === 'number') return value;
    const packages = value as { domain: string; count: number }[];
    return packages.length === 0 ? 'none' : list(packages.map(({ domain, count }) => `${count} × ${tOr(`domain.${domain}`, domain)}`));
  },
  clauses: (_known, value) => (Array.isArray(value) ? (value.length === 0 ? 'none' : list(value.map((one) => clauseTitle(typeof one === 'string' ? one : String((one as { kind: string }).kind))))) : ''),
};

/** The motion by its kind, which is what people know it by. */
const moved = ({ kind, ...data }: Data): Data => ({ ...data, motion: { kind } });

/** Data that stands one level down is lifted up, so that sentences can name it. */
const LIFT: Partial<Record<EventType, (data: Data, known: Known) => Data>> = {
  invitationSent: ({ invitation }) => ({ ...(invitation as Data) }),
  invitationAnswered: proposed,
  invitationClosed: proposed,
  headlinePublished: ({ texts }) => ({ ...(texts as Data | undefined) }),
  numberOverridden: ({ path, ...data }, { view }) => ({ ...data, number: numberName(String(path), view) }),
  obligationFound: ({ finding }) => findingData(finding),
  disputeFiled: ({ dispute }) => ({ ...(dispute as Data) }),
  pledgeMade: ({ pledge }) => ({ ...(pledge as Data) }),
  findingUncovered: ({ finding }) => findingData(finding),
  inspectionHeld: ({ inspection }) => {
    const { inspector, inspected, found } = inspection as Data;
    return { inspector, inspected, found };
  },
  deceptionPlanted: ({ deception }) => deception as Data,
  packageLent: ({ loan }) => loan as Data,
  sourceGranted: ({ seat, source }) => ({ seat, threat: (source as Data).threat }),
  silenceBroken: moved,
  votesShown: moved,
  motionAdopted: moved,
  motionFailed: moved,
  phaseExtended: ({ seconds, reason }) => ({ longer: Number(seconds) >= 0, length: spanText(Math.abs(Number(seconds)) * 1000), reason: reason ?? '' }),
  phaseCutShort: ({ phase, reason }) => ({ phase: t(`phase.${phase as Phase}`), reason }),
  breakCalled: ({ until, reason }) => ({ time: timeText(Number(until)), reason }),
  breakExtended: ({ until, reason }) => ({ time: timeText(Number(until)), reason }),
  deadlinesMoved: ({ deadlines, ...data }) => {
    const moved = deadlines as Deadline[] | undefined;
    const { turn, phase, at, count } = { count: moved?.length ?? 0, ...data, ...moved?.[0] } as Deadline & { count: number };
    return { turn, phase, when: whenText(at), count, because: data.because, reason: data.reason };
  },
  ordersAwaited: ({ seats, deadline }, { view }) => ({ seats, time: view.exercise.mode === 'course' ? whenText(Number(deadline)) : timeText(Number(deadline)) }),
  ordersStoodIn: ({ by, ...data }) => ({ ...data, how: by }),
  clockResumed: ({ reason }) => ({ reason: reason ?? '' }),
  clockPaused: ({ reason }) => ({ reason: pauseText(String(reason)) }),
  exerciseEnded: ({ early, reason }) => ({ early, reason: reason ?? '' }),
  availabilityChanged: ({ available, actions, clauses }) => ({ available, what: list([...(actions as string[]).map(actionName), ...(clauses as string[]).map(clauseTitle)]) }),
  hostGranted: ({ grant }) => grant as Data,
  motionTabled: ({ motion }) => ({ motion, organisation: (motion as Data).organisation, by: (motion as Data).by }),
  activityNotified: ({ notice }) => {
    const { activity, ...rest } = notice as Data;
    return { ...rest, action: activity };
  },
  reportCollected: (data) => ({ ...data, ...reportData(data.report) }),
  reportDelivered: (data) => ({ ...data, ...reportData(data.report) }),
  reportSanitised: (data) => ({ ...data, ...reportData(data.report) }),
  leakOccurred: ({ originator, ...data }) => ({ ...data, ...reportData(data.report), originator }),
};

function proposed({ invitation, ...data }: Data, { own, named, proposals }: Known): Data {
  const id = String(invitation);
  return { ...data, action: proposals?.get(id) ?? own?.invitations[id]?.action ?? named?.action ?? '' };
}

function findingData(finding: unknown): Data {
  const { kind, ...rest } = finding as Data;
  return { ...rest, clause: clauseTitle(String(kind)) };
}

function reportData(report: unknown): Data {
  const { threat, claim, from, originator, ...rest } = report as Data & { reliability: 'A'; credibility: 1 };
  return { threat, claim, from, originator, grade: gradeOf(rest) };
}

/** A sentence, or null for an event that is no news or cannot be told. */
export function sentenceOf(event: Pick<SeenEvent, 'type' | 'data' | 'named'>, from: Known): string | null {
  const key = `event.${event.type}`;
  if (SILENT.has(event.type) || !hasText(key)) return null;
  const known: Known = { ...from, named: event.named };
  const data = LIFT[event.type]?.(event.data, known) ?? event.data;
  const params: TextParams = {};
  for (const [name, value] of Object.entries(data)) {
    const said = SAY[name] ? SAY[name](known, value, data) : value;
    if (typeof said === 'string' || typeof said === 'number') params[name] = said;
    else if (typeof said === 'boolean') params[name] = String(said);
  }
  if (typeof params.reason === 'string') params.reason = params.reason === '' ? 'none' : tOr(`cancelled.${params.reason}`, params.reason);
  return t(key, params);
}

/** Events that only this seat and control know of. */
export const OWN_NEWS: ReadonlySet<EventType> = new Set<EventType>(['orderDone', 'orderCancelled', 'trained', 'hardened', 'civilMilitaryRaised', 'cyberOpDone', 'sweepDone', 'deceptionPlanted', 'packagesChanged', 'sourceGranted', 'sourceLost', 'invested', 'reportCollected', 'reportDelivered', 'reportSanitised', 'warningGiven', 'redLineBroken', 'decisionTaken', 'sourceBurned', 'paymentMade', 'obligationFound']);
