// Every stored number that rules may move: its range, who may see it, and how a path names it.
import type { State } from './state.ts';
import type { Audience, Domain, PairId } from './vocabulary.ts';
import { RUNG_MAX, pairOf } from './vocabulary.ts';

/** Who sees a number: everybody; the seat it belongs to; the first seat of an arrow; both of a pair; control alone. */
export type Sees = 'all' | 'own' | 'both' | 'control';

interface FieldRule {
  min: number;
  max: number | null;
  sees: Sees;
}

/** Numbers of a ministry: `seat/CODE/NAME`. A new one does not compile until someone has said who sees it. */
export const SEAT_FIELDS = {
  budget: { min: 0, max: null, sees: 'own' },
  income: { min: 0, max: null, sees: 'all' },
  readiness: { min: 0, max: 100, sees: 'own' },
  politicalCapital: { min: 0, max: 100, sees: 'own' },
  publicOpinion: { min: 0, max: 100, sees: 'all' },
  security: { min: 0, max: 100, sees: 'own' },
  civilMilitary: { min: 0, max: 3, sees: 'own' },
  ai: { min: 0, max: 3, sees: 'own' },
} as const satisfies Record<string, FieldRule>;
export type SeatField = keyof typeof SEAT_FIELDS;

const OTHER_FIELDS = {
  /** `seat/CODE/capability/DOMAIN` */
  capability: { min: 0, max: 100, sees: 'own' },
  /** `seat/CODE/exposure/CRISIS` */
  exposure: { min: 0, max: 100, sees: 'own' },
  /** `trust/FROM/TOWARDS`: the ceiling is 100 - G/2 */
  trust: { min: 0, max: 100, sees: 'own' },
  /** `pair/A-B/grievance` */
  grievance: { min: 0, max: 100, sees: 'all' },
  /** `pair/A-B/interoperability` */
  interoperability: { min: 0, max: 100, sees: 'both' },
  /** `crisis/ID/severity` */
  severity: { min: 0, max: 100, sees: 'all' },
  /** `crisis/ID/rung` */
  rung: { min: 0, max: RUNG_MAX, sees: 'all' },
  /** `crisis/ID/drift` */
  drift: { min: -20, max: 30, sees: 'control' },
  /** `crisis/ID/demand/DOMAIN`: what injects added to the demand */
  demand: { min: -100, max: 100, sees: 'control' },
  /** `organisation/ID/fund` */
  fund: { min: 0, max: null, sees: 'all' },
  /** `belief/CODE/THREAT/HYPOTHESIS`, tenths of a deciban */
  belief: { min: 0, max: null, sees: 'own' },
} as const satisfies Record<string, FieldRule>;

export const path = {
  seat: (seat: string, field: SeatField) => `seat/${seat}/${field}`,
  capability: (seat: string, domain: Domain) => `seat/${seat}/capability/${domain}`,
  trust: (from: string, towards: string) => `trust/${from}/${towards}`,
  grievance: (a: string, b: string) => `pair/${pairOf(a, b)}/grievance`,
  interoperability: (a: string, b: string) => `pair/${pairOf(a, b)}/interoperability`,
  severity: (crisis: string) => `crisis/${crisis}/severity`,
  rung: (crisis: string) => `crisis/${crisis}/rung`,
  fund: (organisation: string) => `organisation/${organisation}/fund`,
  belief: (seat: string, threat: string, hypothesis: string) => `belief/${seat}/${threat}/${hypothesis}`,
};

/** A path taken apart: where the number is kept, its rule, and the seats it concerns. */
export interface Place {
  holder: Record<string, number>;
  key: string;
  rule: FieldRule;
  seats: string[];
}

/** Paths taken apart: they are made of codes of scenarios, so that there are few of them, and every turn moves the same. */
const PARTS = new Map<string, readonly string[]>();

function partsOf(where: string): readonly string[] {
  let parts = PARTS.get(where);
  if (!parts) PARTS.set(where, (parts = where.split('/')));
  return parts;
}

/** Goes from a holder to one of its parts: just so, or to a copy of it that may be changed. */
type Enter = <T extends object, K extends keyof T>(holder: T, key: K) => T[K];

const look: Enter = (holder, key) => holder[key];

/** Finds the number that `where` names, or null if there is none (a scenario's path is checked with this too). */
export function locate(state: State, where: string, enter = look): Place | null {
  const [kind, a = '', b = '', c = ''] = partsOf(where);
  switch (kind) {
    case 'seat': {
      const seat = enter(enter(state, 'seats'), a);
      if (seat && (b === 'capability' || b === 'exposure')) return place(enter(seat, b), c, OTHER_FIELDS[b], [a]);
      return b in SEAT_FIELDS ? place(seat, b, SEAT_FIELDS[b as SeatField], [a]) : null;
    }
    case 'trust':
      return place(enter(enter(state, 'trust'), a), b, OTHER_FIELDS.trust, [a]);
    case 'pair':
      return b === 'grievance' || b === 'interoperability' ? place(enter(enter(state, 'pairs'), a as PairId), b, OTHER_FIELDS[b], a.split('-')) : null;
    case 'organisation':
      return b === 'fund' ? place(enter(enter(state, 'organisations'), a), b, OTHER_FIELDS.fund, []) : null;
    case 'crisis': {
      const crisis = enter(enter(state, 'crises'), a);
      if (crisis && b === 'demand') return place(enter(crisis, b), c, OTHER_FIELDS.demand, []);
      return b === 'severity' || b === 'rung' || b === 'drift' ? place(crisis, b, OTHER_FIELDS[b], []) : null;
    }
    case 'belief': {
      const beliefs = enter(enter(state, 'beliefs'), a);
      return beliefs ? place(enter(beliefs, b), c, OTHER_FIELDS.belief, [a]) : null;
    }
    default:
      return null;
  }
}

function place(holder: object | undefined, key: string, rule: FieldRule, seats: string[]): Place | null {
  return holder && key in holder ? { holder: holder as Record<string, number>, key, rule, seats } : null;
}

/** Highest value the number may take now; null for no limit. */
export function ceiling(state: State, where: string, rule: FieldRule): number | null {
  if (!where.startsWith('trust/')) return rule.max;
  const [, from = '', towards = ''] = partsOf(where);
  return 100 - Math.ceil((state.pairs[pairOf(from, towards)]?.grievance ?? 0) / 2);
}

/** Is this a number of a crisis that has not opened yet, or how far a seat lies open to it? That there is such a crisis is control's to know. */
export function isUnheardOf({ crises }: Pick<State, 'crises'>, where: string): boolean {
  const [kind, a = '', b, c = ''] = partsOf(where);
  const crisis = kind === 'crisis' ? a : kind === 'seat' && b === 'exposure' ? c : null;
  return crisis !== null && crises[crisis]?.openedTurn === 0;
}

/** Who may see a change of this number before the debrief. */
export function audienceOf(where: string, sees: Sees, seats: string[]): Audience {
  if (sees === 'all') return 'all';
  return sees === 'control' ? 'control' : seats;
}
