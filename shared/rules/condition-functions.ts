// What a condition may call: every function with its form, its sentence in the guide and what it looks at in the state.
import type { EventType } from '../model/events.ts';
import type { State } from '../model/state.ts';
import { MARKINGS, pairOf } from '../model/vocabulary.ts';
import type { ChannelKind, Marking } from '../model/vocabulary.ts';

/** Public events that conditions may ask for, with what they mean. */
export const EVENTS = {
  visitHeld: 'a ministerial visit took place',
  visitRefused: 'a visit was refused',
  reconciliationMade: 'two ministries reconciled over an old grievance',
  exerciseHeld: 'an exercise was held',
  forceShown: 'a show of force was made',
  packagesDeployed: 'packages were deployed, or a deployment was changed',
  packagesRecalled: 'packages were recalled',
  activityNotified: 'an activity was notified in advance',
  crisisOpened: 'a crisis opened',
  incidentOpened: 'an incident took place',
  incidentCleared: 'an incident was cleared',
  threatEventStruck: 'a threat struck',
} as const satisfies Partial<Record<EventType, string>>;

/** What the text given to a function must name, so that a misspelling is found before class. */
export type ArgumentKind = 'seat' | 'seats' | 'clause' | 'clauseOrKind' | 'event' | 'channel' | 'marking' | 'threat' | 'inject' | 'option' | 'parameter';

interface ConditionFunction {
  signature: string;
  names: readonly ArgumentKind[];
  about: string;
  example: string;
  run(state: State, ...args: never[]): boolean | number | string;
}

const binding = (state: State) => Object.values(state.instruments).flatMap((instrument) => {
  const version = instrument.status === 'inForce' ? instrument.versions.find((one) => one.version === instrument.binding) : undefined;
  return version ? [{ parties: instrument.parties, version }] : [];
});

/** Texts in force among all these seats that have such a clause, or are of that kind of instrument. */
const inForce = (state: State, kind: string, seats: string[]) => binding(state).some(({ parties, version }) =>
  seats.every((seat) => parties.includes(seat)) && (version.kind === kind || version.clauses.some((clause) => clause.kind === kind)));

const missed = (state: State, kind: string, seat: string | null) => state.findings.some((finding) =>
  finding.visible && finding.result === 'missed' && finding.turn === state.turn && finding.kind === kind && (seat === null || finding.seat === seat));

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
    about: 'This public event took place this turn.',
    run: (state, type: string) => state.deeds.some((deed) => deed.type === type),
  },
  {
    signature: 'count(string): int', names: ['event'], example: 'count("exerciseHeld") >= 2',
    about: 'How often this public event has taken place since the exercise began.',
    run: (state, type: string) => state.tally[type] ?? 0,
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
    run: (state, seat: string) => Object.values(state.crises).reduce((sum, crisis) => sum + (crisis.deployments[seat] ?? []).reduce((part, one) => part + one.count, 0), 0),
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
];
