// What the less scrupulous characters do in secret, and how the careful ones guard against it.
import type { SeatId } from '../model/vocabulary.ts';
import { illegality } from '../rules/intelligence/legality.ts';
import type { ReportView, Sight } from '../view/view.ts';
import type { Agenda, Wish } from './agenda.ts';
import { hostileCrises, others, sponsored } from './outlook.ts';
import { reportsHeld } from './reports.ts';

/** Trust below which another ministry counts as an adversary, and from which it is fair game for a forgery. */
const ADVERSARY = 35;
/** Public opinion that makes a ministry want applause. */
const UNPOPULAR = 50;

function adversaries(see: Sight): SeatId[] {
  return others(see).filter((seat) => see.own.relations[seat]!.trust < ADVERSARY);
}

/** A forgery for adversaries, blaming a cause that nobody here believes in, in the second turn and every third after it. */
export function forgeries(see: Sight): Wish[] {
  const to = adversaries(see);
  if (to.length === 0 || see.public.exercise.turn % 3 !== 2) return [];
  return Object.values(see.own.beliefs).slice(0, 1).flatMap(({ threat, shares }) => {
    const claim = Object.keys(shares).sort((a, b) => shares[a]! - shares[b]! || (a < b ? -1 : 1))[0];
    return claim === undefined || Object.keys(shares).length < 2 ? [] : [{ action: 'DECEIVE', params: { threat, claim, to, reliability: 'B', credibility: 3 } }];
  });
}

/** Somebody else's report that blames a seat finds its way into the press when the ministry is unpopular. */
export function indiscretions(see: Sight): Wish[] {
  if (see.own.ministry.publicOpinion >= UNPOPULAR) return [];
  const report = reportsHeld(see).find((one) => one.originator !== see.own.seat.id && one.originator !== 'control' && one.marking !== 'U' && !one.fabricated && blames(see, one));
  return report ? [{ action: 'LEAK', params: { report: report.id } }] : [];
}

/** What somebody outside the circle has said about a seat is shown to one friend who has not heard it, whoever's consent that would need. */
export function confidences(see: Sight, agenda: Agenda, friends: readonly SeatId[]): void {
  if (!agenda.could('SHARE')) return;
  for (const report of reportsHeld(see)) {
    const { originator, fabricated, sharedWith } = report;
    if (fabricated || originator === see.own.seat.id || originator === 'control' || friends.includes(originator) || sharedWith.length > 0 || !blames(see, report)) continue;
    const friend = friends.find((seat) => seat !== report.from && illegality(see, report, seat) !== null);
    if (friend && agenda.act({ action: 'SHARE', params: { report: report.id, to: [friend], originatorControlled: false } })) return;
  }
}

/** Does the report say that a seat stands behind it? */
function blames(see: Sight, { threat, claim }: Pick<ReportView, 'threat' | 'claim'>): boolean {
  return (see.public.threats[threat]?.hypotheses.find(({ id }) => id === claim)?.sponsor ?? null) !== null;
}

/** A blow against a threat that somebody is believed to stand behind. */
export function disruptions(see: Sight): Wish[] {
  return hostileCrises(see).slice(0, 1).map(({ threat }) => ({ action: 'CYBER_OP', params: { threat, mode: 'disrupt' } }));
}

/** Cover against the threat that hits this seat hardest. */
export function coverAgainst(see: Sight): Wish[] {
  const worst = Object.values(see.public.crises)
    .filter(({ id, open, threat }) => open && (see.own.ministry.exposure[id] ?? 0) > 0 && sponsored(see, threat) > 0)
    .sort((a, b) => b.severity * (see.own.ministry.exposure[b.id] ?? 0) - a.severity * (see.own.ministry.exposure[a.id] ?? 0))[0];
  return worst ? [{ action: 'CYBER_OP', params: { threat: worst.threat, mode: 'defend' } }] : [];
}

/** Whoever has told others something looks now and then where it went. */
export function sweeps(see: Sight): Wish[] {
  const told = Object.values(see.own.reports).some(({ from, sharedWith, turn }) => (from !== null || sharedWith.length > 0) && turn >= see.public.exercise.turn - 1);
  return told && see.public.exercise.turn % 2 === 0 ? [{ action: 'CI_SWEEP', params: {} }] : [];
}
