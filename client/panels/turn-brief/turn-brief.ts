// The brief with which a turn begins, for one ministry and from what it may know: what changed, what is due, what to decide.
import type { EventType } from '../../../shared/model/events.ts';
import { isPaid, potsOf } from '../../../shared/rules/pots.ts';
import type { Sight } from '../../../shared/view/view.ts';
import { awaitedTexts, nextStep, unanswered, undecided } from '../../../shared/view/waiting.ts';
import type { SeenEvent } from '../../../shared/wire/messages.ts';
import { clauseTitle } from '../../clauses/prose.ts';
import { OWN_NEWS, sentenceOf, type Known } from '../../events/sentence.ts';
import { list, t, tOr } from '../../locales/text.ts';
import { nameOf } from '../../seats.tsx';
import type { Selection } from '../../store.ts';
import { sentence, signed } from '../../words.ts';
import { waitingDisputes } from '../instruments/disputes.ts';
import { mayVote } from '../organisations/standing.ts';
import { ideasOf, sidesLeft } from '../orders/ideas.ts';
import { isOwn, ledgersByWeight, reasonsOf, weightOf } from '../review/sentences.ts';
import { actionName } from '../tray/describe.ts';
import { changesIn, numberName } from '../why/paths.ts';

export const SECTIONS = ['changed', 'due', 'decide'] as const;
export type Section = (typeof SECTIONS)[number];

export interface BriefLine {
  id: string;
  section: Section;
  text: string;
  /** Heaviest first; what is above `PRESSING` cannot wait. */
  weight: number;
  /** Where it leads; a number's ledger opens where the line stands. */
  opens: { panel: string; selection?: Selection } | { path: string };
}

/** What a minister reads in a minute. */
export const SENIOR_LINES = 5;
/** How many of the five each part of the brief has first; what one does not use, the others do. */
const SENIOR_SHARE: Record<Section, number> = { changed: 2, due: 1, decide: 2 };
const PRESSING = 1000;
/** A crisis that worsens by ten stands above the news; money that came in as every turn stands below it. */
const LIFT = 4;
const ROUTINE = 0.5;
/** Changed numbers that are worth a line. */
const MOST_NUMBERS = 8;

/** News that a minister is woken for. */
const WAKES: Partial<Record<EventType, number>> = {
  crisisOpened: 1500, redLineBroken: 1400, leakOccurred: 1300, incidentOpened: 1200, illicitShareDiscovered: 1100, warningGiven: 1100, instrumentSuspended: 900, withdrawalNotified: 900,
  instrumentEnteredIntoForce: 800, motionAdopted: 800, crisisClosed: 800, attributionJudged: 700, obligationFound: 600, sourceBurned: 600,
};

/** Of the turn before, and of this one up to now. */
export interface Histories {
  before: readonly SeenEvent[];
  now: readonly SeenEvent[];
}

/** Every line of the brief, section by section, heaviest first. */
export function turnBrief(see: Sight, { before, now }: Histories): BriefLine[] {
  const lines = [...numbersThatMoved(see, before), ...news(see, before, now), ...arrivals(see), ...due(see), ...decisions(see)];
  return SECTIONS.flatMap((section) => lines.filter((line) => line.section === section).sort((a, b) => b.weight - a.weight));
}

/** The five that cannot wait, in the order of the brief. */
export function seniorLines(lines: readonly BriefLine[]): BriefLine[] {
  const first = SECTIONS.flatMap((section) => lines.filter((line) => line.section === section).slice(0, SENIOR_SHARE[section]));
  const rest = lines.filter((line) => !first.includes(line)).sort((a, b) => b.weight - a.weight);
  const chosen = new Set([...first, ...rest].slice(0, SENIOR_LINES));
  return lines.filter((line) => chosen.has(line));
}

/** As plain text, to be copied into a message or printed. */
export function briefText(title: string, lines: readonly BriefLine[]): string {
  const parts = SECTIONS.map((section) => ({ section, mine: lines.filter((line) => line.section === section) })).filter(({ mine }) => mine.length > 0);
  return [title, ...parts.flatMap(({ section, mine }) => ['', t(`turnBrief.${section}`), ...mine.map(({ text }) => `- ${text}`)])].join('\n');
}

function numbersThatMoved(see: Sight, events: readonly SeenEvent[]): BriefLine[] {
  const self = see.own.seat.id;
  return ledgersByWeight(changesIn(events)).slice(0, MOST_NUMBERS).map((ledger) => {
    const own = isOwn(ledger.path, self);
    const reasons = reasonsOf(ledger, see.public).slice(0, 2);
    return {
      id: ledger.path, section: 'changed',
      text: t('turnBrief.number', { number: sentence(numberName(ledger.path, see.public)), change: signed(ledger.after - ledger.before), after: ledger.after, reasons: reasons.length === 0 ? 'none' : list(reasons) }),
      weight: weightOf(ledger) * (own ? 2 : 1) * (ledger.path.endsWith('/budget') ? ROUTINE : LIFT), opens: { path: ledger.path },
    };
  });
}

/** What was heard of: since the lock of the turn before, and of this turn what began it. */
function news(see: Sight, before: readonly SeenEvent[], now: readonly SeenEvent[]): BriefLine[] {
  const known: Known = { view: see.public, own: see.own };
  const heard = [...before.filter(({ phase }) => phase === 'resolution' || phase === 'review'), ...now.filter(({ phase }) => phase === 'briefing')];
  return heard.flatMap((event) => {
    if (event.type === 'orderDone' || event.type === 'paymentMade') return [];
    // Duties that were kept are as they should be.
    if (event.type === 'obligationFound' && (event.data.finding as { result?: string } | undefined)?.result !== 'missed') return [];
    const text = sentenceOf(event, known);
    if (text === null) return [];
    const weight = event.type === 'orderCancelled' ? 950 : (WAKES[event.type] ?? (OWN_NEWS.has(event.type) ? 200 : 100));
    return [{ id: `news/${event.turn}/${event.number}`, section: 'changed' as const, text: sentence(text), weight, opens: { panel: 'review' } }];
  });
}

function arrivals({ public: view, own }: Sight): BriefLine[] {
  const { turn, unlocked, unlocksAt } = view.exercise;
  const fresh = Object.values(own.injects).filter((inject) => inject.turn === turn && inject.decide === null);
  const codes = unlocked === null ? [] : Object.entries(unlocksAt.actions).filter(([code, from]) => from === turn && turn > 1 && unlocked.actions.includes(code)).map(([code]) => actionName(code));
  return [
    ...fresh.map((inject): BriefLine => ({ id: `inject/${inject.id}`, section: 'changed', text: t('turnBrief.inject', { title: inject.title, from: inject.from }), weight: 400, opens: { panel: 'tray' } })),
    ...(codes.length === 0 ? [] : [{ id: 'unlocked', section: 'changed' as const, text: t('turnBrief.unlocked', { actions: list(codes) }), weight: 500, opens: { panel: 'detail', selection: { kind: 'seat' as const, id: own.seat.id } } }]),
  ];
}

function due(see: Sight): BriefLine[] {
  const { public: view, own } = see;
  const { turn } = view.exercise;
  const when = (dueTurn: number) => (dueTurn <= turn ? 'now' : 'later');
  const duties = Object.values(own.obligations).filter(({ done, dueTurn }) => !done && dueTurn <= turn + 1).map((duty): BriefLine => ({
    id: `duty/${duty.id}`, section: 'due',
    text: t('turnBrief.duty', { clause: clauseTitle(duty.kind), instrument: own.instruments[duty.instrument]?.title ?? '', when: when(duty.dueTurn), turn: duty.dueTurn }),
    weight: duty.dueTurn <= turn ? PRESSING : 300, opens: { panel: 'instruments', selection: { kind: 'instrument', id: duty.instrument } },
  }));
  const pledges = Object.values({ ...view.pledges, ...own.pledges }).filter((pledge) => pledge.by === own.seat.id && pledge.status === 'open' && pledge.dueTurn <= turn + 1).map((pledge): BriefLine => ({
    id: `pledge/${pledge.id}`, section: 'due',
    text: t('turnBrief.pledge', { what: pledge.clause ? clauseTitle(pledge.clause.kind) : pledge.text, to: pledge.to.length === 0 ? t('turnBrief.everybody') : list(pledge.to.map((seat) => nameOf(view, seat))), when: when(pledge.dueTurn), turn: pledge.dueTurn }),
    weight: pledge.dueTurn <= turn ? 900 : 250, opens: { panel: 'instruments' },
  }));
  if (isPaid(view.exercise)) return [...duties, ...pledges];
  const { reckoned, overcommitted } = potsOf(see, own.sheet.orders);
  const sum = reckoned.duties.reduce((total, { amount }) => total + amount, 0);
  const money: BriefLine[] = sum === 0 ? [] : [{
    id: 'money', section: 'due', text: t('turnBrief.money', { sum, of: reckoned.budget + reckoned.income, names: list(reckoned.duties.map(({ name }) => tOr(`duty.${name}`, name).toLowerCase())) }), weight: 400, opens: { panel: 'ministry' },
  }];
  const over: BriefLine[] = overcommitted === 0 ? [] : [{ id: 'over', section: 'due', text: t('turnBrief.over', { sum: overcommitted }), weight: 2 * PRESSING, opens: { panel: 'orders' } }];
  return [...over, ...duties, ...pledges, ...money];
}

function decisions(see: Sight): BriefLine[] {
  const { public: view, own } = see;
  const { turn } = view.exercise;
  const self = own.seat.id;
  const line = (id: string, text: string, weight: number, opens: BriefLine['opens']): BriefLine => ({ id, section: 'decide', text, weight, opens });
  return [
    ...undecided(see).map(({ id, title, decide }) => line(`decide/${id}`, t('turnBrief.inject.decide', { title, question: decide!.question, when: decide!.dueTurn <= turn ? 'now' : 'later', turn: decide!.dueTurn }), decide!.dueTurn <= turn ? 2 * PRESSING : PRESSING, { panel: 'tray' })),
    ...waitingDisputes(see).map(({ id, instrument }) => line(`dispute/${id}`, t('turnBrief.dispute', { instrument: own.instruments[instrument]?.title ?? '' }), 900, { panel: 'tray' })),
    ...awaitedTexts(see).map((instrument) => line(`text/${instrument.id}`, t('turnBrief.text', { title: instrument.title, step: nextStep(instrument, self), names: list(instrument.parties.filter((seat) => seat !== self).map((seat) => nameOf(view, seat))) }), 800, { panel: 'instruments', selection: { kind: 'instrument', id: instrument.id } })),
    ...Object.values(own.motions).filter((motion) => motion.status === 'open' && (mayVote(see, motion) || view.exercise.phase === 'briefing') && motion.by !== self && motion.votes[self] === undefined)
      .map((motion) => line(`motion/${motion.id}`, t('turnBrief.motion', { kind: t(`motion.${motion.kind}`), organisation: view.organisations[motion.organisation]?.name ?? '', by: nameOf(view, motion.by) }), 850, { panel: 'organisations' })),
    ...unanswered(see).map(({ id, action, from }) => line(`invitation/${id}`, t('turnBrief.invitation', { from: nameOf(view, from), action: actionName(action) }), 950, { panel: 'tray' })),
    ...ideasOf(view).filter((idea) => sidesLeft(idea, self).length > 0).map(({ id, seat }) => line(`idea/${id}`, t('turnBrief.idea', { seat: nameOf(view, seat) }), 150, { panel: 'orders' })),
    ...(turn === 1 ? [line('first', own.brief.firstStep.text, 700, { panel: 'brief' })] : []),
  ];
}
