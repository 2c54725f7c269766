// The form of a catalogue entry for an action, and the fields its parameters are made of.
import { z } from 'zod';
import { isReserved } from '../../model/names.ts';
import type { NewEvent } from '../../model/events.ts';
import type { Pot, SeatId } from '../../model/vocabulary.ts';
import { CHANNELS, DOMAINS, INSTRUMENT_KINDS, MARKINGS } from '../../model/vocabulary.ts';
import type { Sight } from '../../view/view.ts';
import type { Refusal } from '../refusals.ts';
import type { Invitation, State } from '../../model/state.ts';
import type { StepDesk } from '../steps/desk.ts';

/** What an action is opened from on the screen. */
export type Thing = 'country' | 'crisis' | 'threat' | 'threats' | 'report' | 'instrument' | 'organisation' | 'ministry';

/** When an action takes effect: at once; at resolution from the order sheet; at resolution once the others have consented. */
export type Timing = 'immediate' | 'order' | 'joint';

/** The steps of the resolution in which orders act (model guide, section 4; rulings, section J). */
export const STEPS = ['instruments', 'collect', 'deceive', 'share', 'attribute', 'sweep', 'leak', 'build', 'diplomacy', 'force', 'crisis'] as const;
export type Step = (typeof STEPS)[number];

export interface Price {
  /** Budget credits. */
  money: number;
  /** Political capital. */
  capital: number;
}

/** An act to be carried out at resolution: who leads it, who takes part, with what parameters. */
export interface Deed<P = Record<string, unknown>> {
  action: string;
  host: SeatId;
  /** Host and every consenting guest, in order of code. */
  parties: SeatId[];
  params: P;
  /** The order of each party it came from. */
  orders: Record<SeatId, string>;
  /** Invited seats that refused or did not answer. */
  declined: SeatId[];
}

/** What a party of a joint act is: prices and points differ. */
export interface Part {
  role: 'host' | 'guest';
  /** Number of parties the price is reckoned for. */
  parties: number;
}

export interface Action<P = Record<string, unknown>> {
  code: string;
  timing: Timing;
  group: 'diplomacy' | 'agreements' | 'forces' | 'intelligence' | 'ministry';
  opensFrom: readonly Thing[];
  /** An action that is answered with this one: where that is available, this one is. */
  answers?: string;
  /** Action points of the one who does it or invites. */
  points: number;
  /** Action points of an accepting guest (ruling 25). */
  guestPoints: number;
  pot: Pot;
  /** Who learns of it when it happens. */
  visibility: 'public' | 'parties' | 'secret';
  /** How often per turn; null for no limit. */
  cap: number | null | ((see: Sight) => number);
  parameters: z.ZodType<P> & { shape: Record<string, z.ZodType> };
  /** Seats that must consent. */
  partners(params: P, self: SeatId): SeatId[];
  /** May it go ahead with those who accepted, or only with all (ruling 26)? */
  partial: boolean;
  /** For joint acts: may it be done without partners, as an order of one's own? */
  alone: boolean;
  /** For immediate acts: still possible while orders are written, until the lock (rulings, section J). */
  untilLock: boolean;
  price(see: Sight, params: P, part: Part): Price;
  /** The first reason against it that the asking seat may know, or null. */
  refuse(see: Sight, params: P): Refusal | null;
  /** For immediate acts, and for joint ones that this time need nobody's consent: what happens at once. */
  perform?(state: State, self: SeatId, params: P, see: Sight, context: ActContext): NewEvent[];
  /** For orders and joint acts: the step it belongs to and what it does there. */
  step?: Step;
  resolve?(desk: StepDesk, deed: Deed<P>): void;
  /** What the same deed does in a later sub-step. */
  follow?: { step: Step; run(desk: StepDesk, deed: Deed<P>): void };
  /** What the one asked must be able to do to consent, beside its points; null: nothing stands against it. */
  acceptable?(see: Sight, params: P): Refusal | null;
  /** For joint acts that take effect at once when everybody asked has accepted, and never as orders. */
  consented?(state: State, invitation: Invitation, context: ActContext): NewEvent[];
  /** For joint acts that found no (or not enough) consent. */
  declined?(desk: StepDesk, deed: Deed<P>): void;
}

/** What an immediate act needs besides state: a desk for the numbers it moves, and ids drawn by key. */
export interface ActContext {
  desk: StepDesk;
  /** An opaque id that tells nobody anything about what others did. */
  newId(kind: string): string;
  /** Puts free text of people where it can be deleted; the commitment binds the event to it. */
  sealed(texts: Record<string, string>): { commitment: string; private: NonNullable<NewEvent['private']> };
}

/** Fills in what most actions share. */
export function action<P>(entry: Pick<Action<P>, 'code' | 'timing' | 'group' | 'opensFrom' | 'parameters' | 'visibility'> & Partial<Action<P>>): Action<P> {
  return {
    points: 1,
    guestPoints: 0,
    pot: 'national',
    cap: null,
    partners: () => [],
    partial: false,
    alone: false,
    untilLock: false,
    price: () => ({ money: 0, capital: 0 }),
    refuse: () => null,
    ...entry,
  };
}

/** What kind of control a parameter is chosen with; read back by forms and guides through `fieldOf`. */
export interface Field {
  field: 'seat' | 'seats' | 'domain' | 'domains' | 'region' | 'regions' | 'crisis' | 'crises' | 'threat' | 'threats' | 'hypothesis' | 'report' | 'event' | 'source' | 'instrument' | 'organisation' | 'motion' | 'dispute' | 'flag' | 'choice' | 'number' | 'packages' | 'clauses' | 'text' | 'marking' | 'restriction' | 'condition' | 'clause' | 'orders';
  /** For choices. */
  options?: readonly string[];
  min?: number;
  max?: number;
  optional?: boolean;
  /** Asked only while another parameter has one of these values, or any at all; otherwise it does not matter. */
  only?: { parameter: string; is: readonly unknown[] | 'set' };
}

const id = () => z.string().min(1).max(64).refine((name) => !isReserved(name));
const withField = <T extends z.ZodType>(schema: T, field: Field): T => schema.meta({ ...field }) as T;

const RESTRICTION = new RegExp(`^(domain/(${DOMAINS.join('|')})|marking/(${MARKINGS.join('|')})|region/.{1,64})$`);

const CONDITION = /^(severity\/[\w-]{1,40}\/([1-9]\d?|100)|rung\/[\w-]{1,40}\/[1-9]|open\/[\w-]{1,40}|struck\/[A-Z]{3})$/;
const clauseText = z.strictObject({ kind: z.string().max(30), params: z.record(z.string().max(40), z.unknown()).default({}) });

/** Parameter fields. Each is a zod schema that carries the control it is chosen with. */
export const field = {
  seat: () => withField(z.string().regex(/^[A-Z]{3}$/), { field: 'seat' }),
  optionalSeat: () => withField(z.string().regex(/^[A-Z]{3}$/).nullable().default(null), { field: 'seat', optional: true }),
  seats: (min = 1, max = 11) => withField(z.array(z.string().regex(/^[A-Z]{3}$/)).min(min).max(max), { field: 'seats', min, max }),
  domain: () => withField(z.enum(DOMAINS), { field: 'domain' }),
  domains: () => withField(z.array(z.enum(DOMAINS)).min(1).max(DOMAINS.length), { field: 'domains', min: 1, max: DOMAINS.length }),
  region: () => withField(id(), { field: 'region' }),
  regions: () => withField(z.array(id()).min(1).max(12), { field: 'regions', min: 1, max: 12 }),
  crisis: () => withField(id(), { field: 'crisis' }),
  /** None named has a meaning of its own in each clause. */
  crises: () => withField(z.array(id()).max(6), { field: 'crises', min: 0, max: 6 }),
  threat: () => withField(id(), { field: 'threat' }),
  /** None named means every threat. */
  threats: () => withField(z.array(id()).max(12), { field: 'threats', min: 0, max: 12 }),
  hypothesis: () => withField(id(), { field: 'hypothesis' }),
  report: () => withField(id(), { field: 'report' }),
  /** A report by its event, which its originator knows it by too. */
  event: () => withField(id(), { field: 'event' }),
  source: () => withField(id(), { field: 'source' }),
  instrument: () => withField(id(), { field: 'instrument' }),
  organisation: () => withField(id(), { field: 'organisation' }),
  motion: () => withField(id(), { field: 'motion' }),
  optionalInstrument: () => withField(id().nullable().default(null), { field: 'instrument', optional: true }),
  optionalCrisis: () => withField(id().nullable().default(null), { field: 'crisis', optional: true }),
  dispute: () => withField(id(), { field: 'dispute' }),
  marking: () => withField(z.enum(MARKINGS).default('R'), { field: 'marking', options: MARKINGS }),
  /** What a caveat leaves out: `domain/SEA`, `region/NIH`, `marking/S` (reports marked higher than that). */
  restriction: () => withField(z.string().regex(RESTRICTION), { field: 'restriction' }),
  /** When a conditional clause binds: `severity/C1/60`, `rung/C1/5` (at or above; `any` for any open crisis), `open/C1`, `struck/ARD` (an open crisis at home). */
  condition: () => withField(z.string().regex(CONDITION), { field: 'condition' }),
  /** One clause inside another, or as a promise of its own. */
  clause: () => withField(clauseText, { field: 'clause' }),
  optionalClause: () => withField(clauseText.nullable().default(null), { field: 'clause', optional: true }),
  flag: (value = false) => withField(z.boolean().default(value), { field: 'flag' }),
  choice: <const O extends readonly [string, ...string[]]>(options: O) => withField(z.enum(options), { field: 'choice', options }),
  number: (min: number, max: number, value?: number) => withField(value === undefined ? z.int().min(min).max(max) : (z.int().min(min).max(max).default(value) as unknown as z.ZodInt), { field: 'number', min, max }),
  text: (max: number) => withField(z.string().trim().min(1).max(max), { field: 'text', max }),
  packages: () => withField(z.array(z.strictObject({ domain: z.enum(DOMAINS), count: z.int().min(0).max(4), as: z.enum(['LAND', 'SEA', 'ISR']).optional() })).max(8), { field: 'packages' }),
  clauses: () => withField(z.array(clauseText).min(1).max(20), { field: 'clauses', min: 1, max: 20 }),
  channel: () => withField(z.enum(CHANNELS), { field: 'choice', options: CHANNELS }),
  instrumentKind: () => withField(z.enum(INSTRUMENT_KINDS), { field: 'choice', options: INSTRUMENT_KINDS }),
};

/** A parameter that matters only while another one has one of these values. */
export function onlyWhile<T extends z.ZodType>(schema: T, parameter: string, ...is: readonly unknown[]): T {
  return schema.meta({ ...fieldOf(schema)!, only: { parameter, is } }) as T;
}

/** A parameter that matters only while another one, which may be left open, has a value. */
export function onlyWith<T extends z.ZodType>(schema: T, parameter: string): T {
  return schema.meta({ ...fieldOf(schema)!, only: { parameter, is: 'set' } }) as T;
}

/** The field of a parameter; a default around the schema does not hide it. */
export function fieldOf(schema: z.ZodType): Field | null {
  const own = schema.meta() as Field | undefined;
  if (own?.field) return own;
  const inner = (schema as { unwrap?: () => z.ZodType }).unwrap?.();
  return inner ? fieldOf(inner) : null;
}
