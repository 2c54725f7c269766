// What a condition may call: every function with its form, its sentence in the guide and what it looks at in the state.
import { round } from '../model/arithmetic.ts';
import { shares } from '../model/belief.ts';
import type { State } from '../model/state.ts';
import { bindingVersion, clausesIn } from './instruments/binding.ts';
import { normsOn } from './instruments/norms.ts';
import { MARKINGS, pairOf } from '../model/vocabulary.ts';
import type { ChannelKind, Marking } from '../model/vocabulary.ts';
import { pointsOf } from './packages.ts';

/** What the text given to a function must name, so that a misspelling is found before class. */
export type ArgumentKind =
  | 'seat' | 'seats' | 'clause' | 'clauseOrKind' | 'event' | 'channel' | 'marking' | 'threat' | 'crisis' | 'organisation' | 'motionKind' | 'act' | 'domain' | 'inject' | 'option' | 'parameter';

interface ConditionFunction {
  signature: string;
  names: readonly ArgumentKind[];
  about: string;
  example: string;
  run(state: State, ...args: never[]): boolean | number | string;
}

const binding = (state: State) => Object.values(state.instruments).flatMap((instrument) => {
  const version = instrument.status === 'inForce' ? instrument.versions.find((one) => one.version === instrument.binding) : undefined;
  return version ? [{ parties: instrument.parties, version: { kind: version.kind, clauses: clausesIn(instrument) } }] : [];
});

/** Is there a text in force among all these seats that has such a clause, or is of that kind of instrument? */
const inForce = (state: State, kind: string, seats: string[]) => Object.values(state.instruments).some((instrument) => {
  if (instrument.status !== 'inForce' || !seats.every((seat) => instrument.parties.includes(seat))) return false;
  return bindingVersion(instrument)?.kind === kind || clausesIn(instrument, kind).length > 0;
});

const happened = (state: State, key: string) => (state.tally[key] ?? 0) > (state.turnStart.tally[key] ?? 0);

const missed = (state: State, kind: string, seat: string | null) => state.findings.some((finding) =>
  finding.visible && finding.result === 'missed' && finding.turn === state.turn && finding.kind === kind && (seat === null || finding.seat === seat));

const deployedTo = (state: State, seat: string, crisis: string) => (state.crises[crisis]?.deployments[seat] ?? []).reduce((sum, one) => sum + one.count, 0);

/** Every function a condition may call. Several entries of one name are its forms. */
export const FUNCTIONS: readonly ConditionFunction[] = [
  {
    signature: 'inForce(string): bool', names: ['clauseOrKind'], example: 'inForce("TRAINING")',
    about: 'A text with this clause, or of this kind (mou, agreement, treaty), is in force between anybody.',
    run: (state, kind: string) => inForce(state, kind, []),
  },
  {
    signature: 'inForce(string, list<string>): bool', names: ['clauseOrKind', 'seats'], example: 'inForce("INTEL_SHARE", ["NIH", "COL"])',
    about: 'Such a text is in force, and all these seats are parties to it.',
    run: (state, kind: string, seats: string[]) => inForce(state, kind, seats),
  },
  {
    signature: 'highest(string, string, string): int', names: ['clause', 'parameter', 'seat'], example: 'highest("ACCESS", "cap", "NIH") > 2',
    about: 'The highest value of a number in clauses of this kind that bind the seat; 0 without any.',
    run: (state, kind: string, parameter: string, seat: string) => binding(state).reduce((most, { parties, version }) => {
      if (!parties.includes(seat)) return most;
      const values = version.clauses.filter((clause) => clause.kind === kind).map((clause) => clause.params[parameter]);
      return Math.max(most, ...values.filter((value): value is number => Number.isSafeInteger(value)));
    }, 0),
  },
  {
    signature: 'missed(string): bool', names: ['clause'], example: 'missed("INTEL_SHARE")',
    about: 'A duty under such a clause was found missed this turn, visibly.',
    run: (state, kind: string) => missed(state, kind, null),
  },
  {
    signature: 'missed(string, string): bool', names: ['clause', 'seat'], example: 'missed("INTEL_SHARE", "COL")',
    about: 'The same, by this seat.',
    run: (state, kind: string, seat: string) => missed(state, kind, seat),
  },
  {
    signature: 'happened(string): bool', names: ['event'], example: 'happened("forceShown")',
    about: 'This event took place this turn.',
    run: (state, name: string) => happened(state, name),
  },
  {
    signature: 'happened(string, string): bool', names: ['event', 'seat'], example: 'happened("exerciseHeld", "NIH")',
    about: 'The same, and it concerns this seat.',
    run: (state, name: string, seat: string) => happened(state, `${name}/${seat}`),
  },
  {
    signature: 'count(string): int', names: ['event'], example: 'count("exerciseHeld") >= 2',
    about: 'How often this event has taken place since the exercise began.',
    run: (state, name: string) => state.tally[name] ?? 0,
  },
  {
    signature: 'count(string, string): int', names: ['event', 'seat'], example: 'count("reportShared", "COL") >= 2',
    about: 'How many of them concern this seat.',
    run: (state, name: string, seat: string) => state.tally[`${name}/${seat}`] ?? 0,
  },
  {
    signature: 'fired(string): bool', names: ['inject'], example: 'fired("07-anniversary")',
    about: 'This inject has fired.',
    run: (state, inject: string) => state.injects.some((one) => one.id === inject),
  },
  {
    signature: 'decided(string, string): bool', names: ['inject', 'option'], example: 'decided("06-congress", "hold")',
    about: 'A seat chose this option of the inject, or it became the default.',
    run: (state, inject: string, option: string) => state.decisions.some((one) => one.inject === inject && one.option === option),
  },
  {
    signature: 'attributed(string): bool', names: ['seat'], example: 'attributed("COL")',
    about: 'A public attribution named a hypothesis that this seat sponsors.',
    run: (state, seat: string) => state.attributions.some((one) => one.public && state.scenario.threats[one.threat]?.hypotheses[one.claim]?.sponsor === seat),
  },
  {
    signature: 'trust(string, string): int', names: ['seat', 'seat'], example: 'trust("NIH", "COL") >= 60',
    about: 'How far the first seat trusts the second, 0 to 100.',
    run: (state, from: string, towards: string) => state.trust[from]?.[towards] ?? 0,
  },
  {
    signature: 'grievance(string, string): int', names: ['seat', 'seat'], example: 'grievance("NIH", "HAN") < 50',
    about: 'The grievance between two seats, 0 to 100.',
    run: (state, a: string, b: string) => state.pairs[pairOf(a, b)]?.grievance ?? 0,
  },
  {
    signature: 'interoperability(string, string): int', names: ['seat', 'seat'], example: 'interoperability("NIH", "COL") >= 60',
    about: 'How well the forces of two seats work together, 0 to 100.',
    run: (state, a: string, b: string) => state.pairs[pairOf(a, b)]?.interoperability ?? 0,
  },
  {
    signature: 'channel(string, string, string): bool', names: ['channel', 'seat', 'seat'], example: 'channel("hotline", "NIH", "HAN")',
    about: 'This channel (hotline, liaison, securelink) is open between the two seats.',
    run: (state, kind: string, a: string, b: string) => state.pairs[pairOf(a, b)]?.channels.includes(kind as ChannelKind) ?? false,
  },
  {
    signature: 'deployed(string): int', names: ['seat'], example: 'deployed("COL") <= 4',
    about: 'How many packages the seat has in all crises together.',
    run: (state, seat: string) => Object.keys(state.crises).reduce((sum, crisis) => sum + deployedTo(state, seat, crisis), 0),
  },
  {
    signature: 'deployed(string, string): int', names: ['seat', 'crisis'], example: 'deployed("COL", "karsa") > 0',
    about: 'How many packages the seat has in this crisis.',
    run: (state, seat: string, crisis: string) => deployedTo(state, seat, crisis),
  },
  {
    signature: 'deployed(string, string, string): int', names: ['seat', 'crisis', 'domain'], example: 'deployed("COL", "karsa", "LAND") == 0',
    about: 'How many packages of one domain the seat has in a crisis. Unmanned systems count as what they are, not as what they stand in for.',
    run: (state, seat: string, crisis: string, domain: string) => (state.crises[crisis]?.deployments[seat] ?? []).reduce((sum, one) => sum + (one.domain === domain ? one.count : 0), 0),
  },
  {
    signature: 'passedOn(string, string): bool', names: ['seat', 'marking'], example: 'passedOn("COL", "TS")',
    about: 'The seat has passed on a report marked so (U, R, C, S, TS) or higher.',
    run: (state, seat: string, marking: string) => Object.values(state.reports[seat] ?? {}).some((report) =>
      report.sharedWith.length > 0 && MARKINGS.indexOf(report.marking) >= MARKINGS.indexOf(marking as Marking)),
  },
  {
    signature: 'truth(string): string', names: ['threat'], example: 'truth("karsa") == "salvo"',
    about: 'The true hypothesis of a threat: whoever gets such an inject may guess it.',
    run: (state, threat: string) => state.threats[threat]?.truth ?? '',
  },
  {
    signature: 'sponsor(string): string', names: ['threat'], example: 'sponsor("karsa") == "HAN"',
    about: 'The seat behind the true hypothesis, empty if there is none: whoever gets such an inject may guess it.',
    run: (state, threat: string) => {
      const held = state.threats[threat];
      return (held && state.scenario.threats[threat]!.hypotheses[held.truth]!.sponsor) ?? '';
    },
  },
  {
    signature: 'belief(string, string): int', names: ['seat', 'threat'], example: 'belief("NIH", "karsa") >= 70',
    about: 'Percent that the seat gives the true hypothesis.',
    run: (state, seat: string, threat: string) => {
      const levels = state.beliefs[seat]?.[threat];
      return levels ? shares(levels)[state.threats[threat]!.truth]! : 0;
    },
  },
  {
    signature: 'warned(string, string): bool', names: ['seat', 'threat'], example: 'warned("NIH", "karsa")',
    about: 'The seat was warned of the next event of the threat this turn.',
    run: (state, seat: string, threat: string) => state.warnings[seat]?.includes(threat) ?? false,
  },
  {
    signature: 'attributedRightly(string): bool', names: ['threat'], example: 'attributedRightly("karsa")',
    about: 'A public attribution has named the true cause.',
    run: (state, threat: string) => state.attributions.some((one) => one.public && one.right && one.threat === threat),
  },
  {
    signature: 'attributedWrongly(string): bool', names: ['seat'], example: 'attributedWrongly("HAN")',
    about: 'The seat was publicly accused, and wrongly.',
    run: (state, seat: string) => state.attributions.some((one) => one.public && !one.right && one.accused === seat),
  },
  {
    signature: 'attributedWrongly(string, string): bool', names: ['seat', 'seat'], example: 'attributedWrongly("NIH", "HAN")',
    about: 'The first seat publicly accused the second, and wrongly.',
    run: (state, by: string, seat: string) => state.attributions.some((one) => one.public && !one.right && one.seat === by && one.accused === seat),
  },
  {
    signature: 'leaks(string): int', names: ['seat'], example: 'leaks("COL") == 0',
    about: 'How many of the seat\'s own reports have leaked or were passed on illicitly.',
    run: (state, seat: string) => state.compromised[seat] ?? 0,
  },
  {
    signature: 'coverage(string): int', names: ['crisis'], example: 'coverage("karsa") >= 60',
    about: 'Percent of what the crisis really needs that packages covered at the last resolution.',
    run: (state, crisis: string) => round(state.crises[crisis]?.coverage ?? 0, 100),
  },
  {
    signature: 'points(string, string): int', names: ['crisis', 'domain'], example: 'points("karsa", "LOG") >= 10',
    about: 'Whole points that the packages now in the crisis bring in this domain, before interoperability tells.',
    run: (state, id: string, domain: string) => {
      const crisis = state.crises[id];
      const points = crisis && pointsOf(state, crisis)[domain];
      return points ? Number(points.n / points.d) : 0;
    },
  },
  {
    signature: 'notified(string): bool', names: ['seat'], example: 'notified("COL")',
    about: 'The seat has given notice of an activity this turn.',
    run: (state, seat: string) => happened(state, `activityNotified/${seat}`),
  },
  {
    signature: 'hosted(string, string): bool', names: ['seat', 'seat'], example: 'hosted("NIH", "COL")',
    about: 'The first seat admits packages of the second: it is let in to a crisis there, or a clause ACCESS stands.',
    run: (state, host: string, guest: string) => Object.values(state.crises).some(({ id, hosts }) => hosts.includes(guest) && state.scenario.crises[id]!.region === state.scenario.seats[host]?.region)
      || state.hostGrants.some((grant) => grant.host === host && grant.guest === guest)
      || binding(state).some(({ parties, version }) => parties.includes(host) && parties.includes(guest)
        && version.clauses.some(({ kind, params }) => kind === 'ACCESS' && params.host === host && params.guest === guest)),
  },
  {
    signature: 'member(string, string): bool', names: ['organisation', 'seat'], example: 'member("committee", "NIH")',
    about: 'The seat is a member of the organisation.',
    run: (state, organisation: string, seat: string) => state.organisations[organisation]?.members.includes(seat) ?? false,
  },
  {
    signature: 'expelled(string, string): bool', names: ['organisation', 'seat'], example: 'expelled("committee", "HAN")',
    about: 'The organisation has expelled the seat.',
    run: (state, organisation: string, seat: string) => state.organisations[organisation]?.expelled.includes(seat) ?? false,
  },
  {
    signature: 'mandated(string, string): bool', names: ['organisation', 'crisis'], example: 'mandated("committee", "karsa")',
    about: 'The organisation has mandated a mission in the crisis.',
    run: (state, organisation: string, crisis: string) => state.organisations[organisation]?.mandates.some((one) => one.crisis === crisis) ?? false,
  },
  {
    signature: 'adopted(string, string): bool', names: ['organisation', 'motionKind'], example: 'adopted("committee", "mandate")',
    about: 'The organisation has adopted a motion of this kind (mandate, levy, standard, norm, sanction, admission, expulsion, attribution, standingForce).',
    run: (state, organisation: string, kind: string) => Object.values(state.motions).some((one) => one.organisation === organisation && one.kind === kind && one.status === 'adopted'),
  },
  {
    signature: 'norm(string, string): bool', names: ['act', 'seat'], example: 'norm("cyberOperation", "COL")',
    about: 'The seat adheres to a norm against such an act (cyberOperation, showOfForce, deception, leak, unmannedForce).',
    run: (state, act: string, seat: string) => normsOn(state, seat).some((one) => one === act),
  },
  {
    signature: 'inDispute(string, string): bool', names: ['seat', 'seat'], example: 'inDispute("NIH", "HAN")',
    about: 'A dispute filed by one of the two against the other is open.',
    run: (state, a: string, b: string) => Object.values(state.disputes).some(({ filer, respondent, status }) => status === 'open' && pairOf(filer, respondent) === pairOf(a, b)),
  },
];
