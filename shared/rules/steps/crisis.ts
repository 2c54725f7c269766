// Step 8: what the packages achieve, where the rung and the severity go, incidents and harm (model guide, section 4; rulings 31-38).
import { clamp, divided, fraction, larger, plus, round, scaled, smaller, times } from '../../model/arithmetic.ts';
import type { Fraction } from '../../model/arithmetic.ts';
import { path } from '../../model/fields.ts';
import type { Crisis, State } from '../../model/state.ts';
import type { BySeat, Domain, SeatId } from '../../model/vocabulary.ts';
import { DOMAINS, pairOf } from '../../model/vocabulary.ts';
import { clausesInForce } from '../instruments/binding.ts';
import { count, deployedBy, pointsOf } from '../packages.ts';
import type { Working } from '../working.ts';
import type { StepDesk } from './desk.ts';
import { pairsOf } from './pairs.ts';

/** Trust below which a pair is hostile. */
const HOSTILE = 35;

/** Public opinion welcomes a visible contribution of two packages or more, all crises together (ruling 35), and recovers from a low start of the turn (ruling 19). */
export function deployments(desk: StepDesk): void {
  for (const seat of desk.state.seatIds) {
    if (desk.state.turnStart.publicOpinion[seat]! < 50) desk.add(path.seat(seat, 'publicOpinion'), 1, { name: 'recovery' });
    if (count(deployedBy(desk.state.crises, seat)) >= 2) desk.add(path.seat(seat, 'publicOpinion'), 2, { name: 'contribution', cause: 'DEPLOY' });
  }
}

interface Relief {
  /** Points per domain. */
  points: Record<string, Fraction>;
  cohesion: Fraction;
  coverage: Fraction;
  /** Covered part of the whole demand, per domain. */
  covered: Record<string, Fraction>;
}

const sum = (fractions: readonly Fraction[]) => fractions.reduce(plus, fraction(0));

/** K: how well the contributors work together (model guide, section 4). */
function cohesionOf(state: State, crisis: Crisis): Fraction {
  const contributors = Object.keys(crisis.deployments).filter((seat) => count(crisis.deployments[seat]!) > 0).sort();
  if (contributors.length < 2) return fraction(1);
  const pairs = pairsOf(contributors);
  const interoperability = fraction(pairs.reduce((total, [a, b]) => total + state.pairs[pairOf(a, b)]!.interoperability, 0), pairs.length);
  const best = contributors.map((seat) => Math.max(...crisis.deployments[seat]!.map(({ domain }) => state.seats[seat]!.capability[domain])));
  const spread = Math.max(...best) - Math.min(...best);
  const together = times(plus(interoperability, fraction(-40)), fraction(8, 1000));
  return smaller(fraction(3, 2), larger(fraction(1, 2), sum([fraction(1), together, fraction(-2 * spread, 1000)])));
}

export function reliefOf(state: State, crisis: Crisis): Relief {
  const draft = state.scenario.crises[crisis.id]!;
  const { hypotheses } = state.scenario.threats[draft.threat]!;
  const { demand } = hypotheses[state.threats[draft.threat]!.truth]!;
  const points = pointsOf(state, crisis);
  const cohesion = cohesionOf(state, crisis);
  const scale = fraction(state.seatIds.length * draft.demandQuarters, 16);
  const asked = (domain: Domain) => Math.max(0, (demand[domain] ?? 0) + crisis.demand[domain]);
  const needed = Object.fromEntries(DOMAINS.filter((domain) => asked(domain) > 0).map((domain) => [domain, times(fraction(asked(domain)), scale)]));
  // Where nothing is needed any more, all of it is there.
  if (Object.keys(needed).length === 0) return { points, cohesion, coverage: fraction(1), covered: {} };
  const whole = sum(Object.values(needed));
  const covered = Object.fromEntries(Object.entries(needed).map(([domain, need]) => [domain, divided(smaller(need, times(points[domain] ?? fraction(0), cohesion)), whole)]));
  return { points, cohesion, coverage: sum(Object.values(covered)), covered };
}

/** Pressure on a crisis this turn: acts in its region, acts everywhere, and what an incident left (ruling 31). */
function pressuresOn(state: State, crisis: Crisis) {
  const { region } = state.scenario.crises[crisis.id]!;
  const acts = state.pressures.filter((pressure) => (pressure.crisis === undefined ? pressure.region === null || pressure.region === region : pressure.crisis === crisis.id));
  return { acts, total: acts.reduce((all, { value }) => all + value, 0) + crisis.pressureCarry };
}

/** +2 from pressure 6, +1 from 3, else −1 when pressure falls to −3 or relief reaches half; then incident and deconfliction (ruling 34). */
function rungMoves(state: State, crisis: Crisis, pressure: number, coverage: Fraction): { name: string; value: number }[] {
  const halfCovered = coverage.n * 2n >= coverage.d;
  const moves: { name: string; value: number }[] = [];
  if (pressure >= 6) moves.push({ name: 'pressure', value: 2 });
  else if (pressure >= 3) moves.push({ name: 'pressure', value: 1 });
  else if (pressure <= -3) moves.push({ name: 'pressureEased', value: -1 });
  else if (halfCovered) moves.push({ name: 'relief', value: -1 });
  if (crisis.incident && crisis.incident.turn < state.turn) moves.push({ name: 'incident', value: 1 });
  const talking = new Set(state.pressures.filter(({ name, region }) => name === 'deconfliction' && region === state.scenario.crises[crisis.id]!.region).map(({ by }) => by));
  const { region } = state.scenario.crises[crisis.id]!;
  const present = presentIn(state, crisis, region).filter((seat) => talking.has(seat));
  if (present.length >= 2) moves.push({ name: 'deconfliction', value: -1 });
  return moves;
}

/** Seats with packages in the crisis, or that showed force in its region this turn (ruling 32). */
function presentIn(state: State, crisis: Crisis, region: string): SeatId[] {
  const showing = state.pressures.filter(({ name, region: where }) => name === 'showOfForce' && where === region).flatMap(({ by }) => by ?? []);
  return [...new Set([...Object.keys(crisis.deployments), ...showing])].sort();
}

/** The sponsor's adversaries deter it by showing force; its own show does not (ruling 37). */
function deterrence(state: State, crisis: Crisis): number {
  const { threat, region } = state.scenario.crises[crisis.id]!;
  const { sponsor } = state.scenario.threats[threat]!.hypotheses[state.threats[threat]!.truth]!;
  if (!sponsor) return 0;
  const shows = state.pressures.filter(({ name, region: where, by }) => name === 'showOfForce' && where === region && by !== sponsor).length;
  return Math.min(2, shows) * state.parameters.deter;
}

/** Have the two a hotline, or an agreed procedure for incidents? */
function connected(state: State, a: SeatId, b: SeatId): boolean {
  return state.pairs[pairOf(a, b)]!.channels.includes('hotline')
    || clausesInForce(state.instruments, 'INCIDENT_PROC').some(({ parties }) => parties.includes(a) && parties.includes(b));
}

/** Chance of an incident in basis points, and its most likely pair (ruling 33). */
function incidentRisk(state: State, crisis: Crisis, rung: number): { chance: number; parties: SeatId[] } {
  const { incidentBase, incidentPair } = state.parameters;
  const present = presentIn(state, crisis, state.scenario.crises[crisis.id]!.region);
  const lowest = (a: SeatId, b: SeatId) => Math.min(state.trust[a]![b]!, state.trust[b]![a]!);
  const hostile = pairsOf(present).filter(([a, b]) => lowest(a, b) < HOSTILE);
  // Half the risk where a hotline or an agreed procedure exists: counted in halves of a percent.
  const halves = hostile.reduce((all, [a, b]) => all + (connected(state, a, b) ? incidentPair : 2 * incidentPair), 0);
  const parties = [...hostile].sort(([a, b], [c, d]) => lowest(a, b) - lowest(c, d) || (pairOf(a, b) < pairOf(c, d) ? -1 : 1))[0] ?? [];
  return { chance: clamp(2 * incidentBase * rung + halves, 0, 120) * 50, parties: [...parties] };
}

export function crises(work: Working): void {
  const open = Object.values(work.state.crises).filter(({ open: is }) => is);
  if (open.length === 0) return;
  const assessed = open.map((crisis) => ({ crisis, relief: reliefOf(work.state, crisis), pressure: pressuresOn(work.state, crisis) }));
  work.step('crisis.rung', (desk) => {
    for (const { crisis, relief, pressure } of assessed) {
      for (const { name, value } of rungMoves(desk.state, crisis, pressure.total, relief.coverage)) desk.add(path.rung(crisis.id), value, { name });
    }
  });
  work.step('crisis.severity', (desk) => {
    for (const { crisis, relief } of assessed) {
      const rung = desk.state.crises[crisis.id]!.rung;
      desk.add(path.severity(crisis.id), crisis.drift, { name: 'drift' });
      desk.add(path.severity(crisis.id), 2 * Math.max(0, rung - 2), { name: 'escalation' });
      for (const [domain, part] of Object.entries(relief.covered)) {
        desk.addThousandths(path.severity(crisis.id), -scaled(times(part, fraction(desk.state.parameters.relief)), 1000), { name: 'relief', with: domain, sees: 'control' });
      }
      desk.add(path.severity(crisis.id), -deterrence(desk.state, crisis), { name: 'deterrence', sees: 'control' });
    }
  });
  const risks = new Map(assessed.map(({ crisis }) => [crisis.id, incidentRisk(work.state, crisis, work.state.crises[crisis.id]!.rung)]));
  const harms = new Map(assessed.map(({ crisis }) => [crisis.id, harmOf(work.state, crisis.id)]));
  work.step('crisis.harm', (desk) => {
    for (const [crisis, harm] of harms) {
      for (const seat of desk.state.seatIds) {
        desk.add(path.seat(seat, 'publicOpinion'), -harm[seat]!.opinion, { name: 'harm', cause: crisis });
        desk.add(path.seat(seat, 'budget'), -harm[seat]!.budget, { name: 'harm', cause: crisis, sees: [seat] });
      }
    }
  });
  work.step('crisis.incidents', (desk) => {
    for (const { crisis } of assessed) incident(desk, crisis, risks.get(crisis.id)!);
  });
  for (const { crisis, relief, pressure } of assessed) {
    const { severity, rung } = work.state.crises[crisis.id]!;
    const harm = Object.fromEntries(Object.entries(harms.get(crisis.id)!).map(([seat, { opinion }]) => [seat, opinion]));
    const points = Object.fromEntries(Object.entries(relief.points).map(([domain, value]) => [domain, scaled(value, 1000)]));
    work.emit({
      type: 'crisisAssessed', audience: 'control',
      data: { crisis: crisis.id, coverage: scaled(relief.coverage, 10_000), cohesion: scaled(relief.cohesion, 1000), pressure: pressure.total, points, incidentChance: risks.get(crisis.id)!.chance, harm },
    });
    work.emit({ type: 'severityRecorded', data: { crisis: crisis.id, severity, rung }, audience: 'all' });
  }
}

/** Harm of the new severity to a seat: PO −⌊S·x/1000⌉, B −⌊S·x/2000⌉, per crisis (ruling 35). */
function harmOf(state: State, crisis: string): BySeat<{ opinion: number; budget: number }> {
  const { severity, shields } = state.crises[crisis]!;
  return Object.fromEntries(state.seatIds.map((seat) => {
    const exposed = Math.max(0, severity - (shields[seat] ?? 0)) * (state.seats[seat]!.exposure[crisis] ?? 0);
    return [seat, { opinion: round(exposed, 1000), budget: round(exposed, 2000) }];
  }));
}

function incident(desk: StepDesk, crisis: Crisis, { chance, parties }: { chance: number; parties: SeatId[] }): void {
  if (desk.succeeds(`incident/${crisis.id}`, chance)) openIncident(desk, crisis, parties);
}

/** Public opinion turns on the parties, unless only unmanned systems met (ruling 33). */
export function openIncident(desk: StepDesk, crisis: Crisis, parties: SeatId[]): void {
  const unmanned = (seat: SeatId) => {
    const packages = crisis.deployments[seat] ?? [];
    return packages.length > 0 && packages.every(({ domain }) => domain === 'UXS');
  };
  for (const seat of parties) if (!parties.every(unmanned)) desk.add(path.seat(seat, 'publicOpinion'), -2, { name: 'incident', cause: crisis.id });
  desk.emit({ type: 'incidentOpened', data: { crisis: crisis.id, parties }, audience: 'all' });
}

/** A crisis that stood at 0 in two snapshots closes; its packages return free (ruling 38). */
export function closeQuietCrises(desk: StepDesk): void {
  for (const crisis of Object.values(desk.state.crises)) {
    const [before, last] = crisis.history.slice(-2);
    if (crisis.open && last?.severity === 0 && before?.severity === 0) desk.emit({ type: 'crisisClosed', data: { crisis: crisis.id }, audience: 'all' });
  }
}
