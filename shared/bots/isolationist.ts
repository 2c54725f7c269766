// The isolationist: helps only when it is hit itself, signs nothing, admits nobody, and puts its money into its own walls (model guide, section 7).
import type { Sight } from '../view/view.ts';
import { reluctant } from './assemblies.ts';
import { conducted } from './conduct.ts';
import { coverAgainst, sweeps } from './covert.ts';
import { purchases } from './free-rider.ts';
import { openCrises, trusts } from './outlook.ts';
import { leave } from './texts.ts';

/** Severity times exposure from which it is hit. */
const HIT = 4500;

/** Joint acts that open its doors or its files. */
const INTRUSIVE: ReadonlySet<string> = new Set(['EXERCISE', 'FUSE', 'INSPECT', 'HOST', 'STANDARDISE', 'RELEASE']);

/** Intrusiveness of a text that it still puts up with. */
const BEARABLE = 2;

const hit = (see: Sight) => openCrises(see).some(({ id, severity }) => severity * (see.own.ministry.exposure[id] ?? 0) >= HIT);

export const isolationist = conducted({
  deploys: (see) => (hit(see) ? 40 : 0),
  accepts: (see, { action, from }) => trusts(see, from) && !INTRUSIVE.has(action),
  votes: reluctant,
  breaksSilence: ({ kind }) => kind === 'levy' || kind === 'standingForce' || kind === 'norm',
  signs: () => false,
  sharesWith: () => false,
  // What was promised before its time is kept as long as it neither sends soldiers for others nor lets anybody in.
  keeps: (see, { kind }) => kind === 'MUTUAL_ASSIST' ? hit(see) : kind !== 'INSPECT',
  acts: (see, agenda) => leave(see, agenda, BEARABLE),
  proposals: () => [],
  orders: (see) => [{ action: 'HARDEN', params: {} }, ...coverAgainst(see), ...sweeps(see), ...purchases(see), { action: 'CIVMIL', params: {} }],
});
