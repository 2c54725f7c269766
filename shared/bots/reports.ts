// What a bot does with intelligence: collects, passes on what it lawfully may, takes the source out where the marking stands in the way, names the cause.
import type { SeatId } from '../model/vocabulary.ts';
import { MARKINGS } from '../model/vocabulary.ts';
import { markingFor } from '../rules/intelligence/grading.ts';
import { ceilingBetween, illegality } from '../rules/intelligence/legality.ts';
import { perSight } from '../view/look.ts';
import type { ReportView, Sight } from '../view/view.ts';
import type { Agenda, Wish } from './agenda.ts';
import { available, others } from './outlook.ts';

/** Share of belief, in percent, at which a bot says in public what it thinks. */
const SURE = 85;

/** One collection per source that can be tasked, the result going to those who may have it. */
export function collections(see: Sight, sharesWith: (seat: SeatId) => boolean, releases: (report: Pick<ReportView, 'event'>) => boolean): Wish[] {
  return see.own.ministry.sources
    .filter(({ threat, burned }) => !burned && see.public.threats[threat])
    .map(({ id, threat, reliability }) => {
      const marking = MARKINGS.indexOf(markingFor(reliability));
      const shareWith = available(see, 'SHARE') && releases({ event: `${id}@${see.public.exercise.turn}` }) ? others(see).filter((seat) => sharesWith(seat) && MARKINGS.indexOf(ceilingBetween(see, seat)) >= marking) : [];
      return { action: 'COLLECT', params: { threat, source: id, shareWith, originatorControlled: false } };
    });
}

/** Every report of its own, handed to it by somebody outside, or cleared by its originator, that a seat may have and has not got. */
export function tellings(see: Sight, sharesWith: (seat: SeatId) => boolean, releases: (report: ReportView) => boolean): Wish[] {
  return untold(see).flatMap(({ report, seats }) => {
    if (!releases(report)) return [];
    const to = seats.filter((seat) => sharesWith(seat) && illegality(see, report, seat) === null);
    return to.length > 0 ? [{ action: 'SHARE', params: { report: report.id, to, originatorControlled: false } }] : [];
  });
}

/** Passes them on, as many as there are points for. */
export function passOn(agenda: Agenda, told: () => readonly Wish[]): void {
  if (!agenda.could('SHARE')) return;
  for (const wish of told()) {
    if (!agenda.could('SHARE')) return;
    agenda.act(wish);
  }
}

/** Makes a copy without its source of what a partner may not have as it is. */
export function sanitise(see: Sight, agenda: Agenda, sharesWith: (seat: SeatId) => boolean): void {
  for (const { report, seats, sanitised } of untold(see)) {
    if (!agenda.could('SANITISE')) return;
    if (report.originator !== see.own.seat.id || sanitised) continue;
    const lowered = Math.max(0, MARKINGS.indexOf(report.marking) - 2);
    const helps = seats.some((seat) => sharesWith(seat) && illegality(see, report, seat) === 'classification' && MARKINGS.indexOf(ceilingBetween(see, seat)) >= lowered);
    if (helps) agenda.act({ action: 'SANITISE', params: { report: report.id } });
  }
}

/** Public attribution, once, in the last turn but one (later it changes nothing, earlier it is rash), unless the character is rash. */
export function attributions(see: Sight, { sure = SURE, rash = false } = {}): Wish[] {
  const { turn, turns } = see.public.exercise;
  if (!rash && turn !== turns - 1) return [];
  return Object.values(see.own.beliefs).flatMap(({ threat, shares }) => {
    if (Object.keys(shares).length < 2) return [];
    const claim = Object.keys(shares).sort().find((hypothesis) => shares[hypothesis]! >= sure);
    if (claim === undefined) return [];
    // Only who is rash names the seat behind it.
    const sponsor = see.public.threats[threat]?.hypotheses.find(({ id }) => id === claim)?.sponsor ?? null;
    if (sponsor === see.own.seat.id) return [];
    return [{ action: 'ATTRIBUTE', params: { threat, claim, accused: rash && sponsor && see.public.seats[sponsor] ? sponsor : null, public: true, to: [] } }];
  });
}

/** A report that somebody lacks who may be told of it, as far as its originator is concerned. */
interface Untold {
  report: ReportView;
  /** Who has it in neither form, as far as this seat knows: telling the same thing twice would look like two reports. */
  seats: SeatId[];
  /** Is it without its source, or is there such a copy of it? */
  sanitised: boolean;
}

/** Every report that it holds, in order of id. */
export const reportsHeld = perSight((see): readonly ReportView[] => Object.values(see.own.reports).sort((a, b) => (a.id < b.id ? -1 : 1)));

/** In order of id. */
const untold = perSight((see): readonly Untold[] => {
  const self = see.own.seat.id;
  const all = others(see);
  const reports = reportsHeld(see);
  const found: Untold[] = [];
  for (const report of reports) {
    const { originator, from, cleared, fabricated } = report;
    const own = originator === self;
    const free = own || from === 'control';
    if (fabricated || !(free || cleared.length > 0)) continue;
    const copies = reports.filter((one) => (one.originator === self) === own && sameContent(one, report));
    const seats = all.filter((seat) => seat !== originator && seat !== from && (free || cleared.includes(seat)) && !copies.some(({ sharedWith }) => sharedWith.includes(seat)));
    if (seats.length > 0) found.push({ report, seats, sanitised: copies.some(({ sanitised }) => sanitised) });
  }
  return found;
});

/** Is one the original form of the other, or its sanitised one? */
function sameContent(a: ReportView, b: ReportView): boolean {
  return a.turn === b.turn && a.threat === b.threat && a.claim === b.claim && a.reliability === b.reliability && a.text === b.text;
}
