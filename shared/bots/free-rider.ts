// The free-rider: lets others carry the burden, signs light texts, keeps what can be seen and builds up its own forces (model guide, section 7).
import { CLAUSES } from '../rules/clauses/catalogue.ts';
import { DOMAINS } from '../model/vocabulary.ts';
import type { Sight } from '../view/view.ts';
import type { Wish } from './agenda.ts';
import { conducted } from './conduct.ts';
import { trusts, worstSeverity } from './outlook.ts';
import { acceptable, trim } from './texts.ts';

/** Severity above which even a free-rider sends something. */
const ALARMING = 75;

/** What a free-rider would buy: what its objectives ask for, else what it has least of. */
function investment(see: Sight): Wish {
  const wanted = see.own.brief.objectives.find(({ code, subject }) => code === 'MOD' && subject !== null)?.subject;
  const { capability } = see.own.ministry;
  const weakest = [...DOMAINS].sort((a, b) => capability[a] - capability[b])[0]!;
  return { action: 'INVEST', params: { domain: wanted ?? weakest, partners: [] } };
}

export const freeRider = conducted({
  deploys: (see) => (worstSeverity(see) > ALARMING ? 20 : 0),
  // Pooling would mean giving something away.
  accepts: (see, { action, from }) => action !== 'FUSE' && trusts(see, from),
  signs: acceptable,
  sharesWith: () => false,
  keeps: (_see, { kind }) => CLAUSES[kind]?.visible ?? true,
  acts: trim,
  proposals: () => [],
  orders: (see) => [{ action: 'TRAIN', params: {} }, investment(see)],
});
