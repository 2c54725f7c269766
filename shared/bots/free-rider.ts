// The free-rider: lets others carry the burden, signs light texts, keeps what can be seen and builds up its own forces (model guide, section 7).
import type { Clause } from '../model/state.ts';
import { CLAUSES } from '../rules/clauses/catalogue.ts';
import { visibleAtOnce } from '../rules/clauses/clause.ts';
import { DOMAINS } from '../model/vocabulary.ts';
import type { Sight } from '../view/view.ts';
import type { Wish } from './agenda.ts';
import { reluctant } from './assemblies.ts';
import { conducted } from './conduct.ts';
import { trusts, worstSeverity } from './outlook.ts';
import { acceptable, burden, trim } from './texts.ts';

/** Severity above which even a free-rider sends something. */
const ALARMING = 75;

/** Would everybody see it at once if this promise were broken? */
const seen = (clause: Clause) => CLAUSES[clause.kind] === undefined || visibleAtOnce(CLAUSES[clause.kind]!, clause.params);

/** Training and equipment, unless the ministry would rather be praised for money it has kept. */
export function purchases(see: Sight): Wish[] {
  const wanted = (code: string) => see.own.seat.aims.find((objective) => objective.code === code);
  const thrifty = wanted('FIS') !== undefined;
  const { capability } = see.own.ministry;
  const weakest = [...DOMAINS].sort((a, b) => capability[a] - capability[b])[0]!;
  const training: Wish = { action: 'TRAIN', params: {} };
  const investment: Wish = { action: 'INVEST', params: { domain: wanted('MOD')?.subject ?? weakest, partners: [] } };
  return [...(wanted('RDY') || !thrifty ? [training] : []), ...(wanted('MOD') || !thrifty ? [investment] : [])];
}

export const freeRider = conducted({
  deploys: (see) => (worstSeverity(see) > ALARMING ? 20 : 0),
  // Pooling would mean giving something away.
  accepts: (see, { action, from }) => action !== 'FUSE' && trusts(see, from),
  // A promise that costs it a say is not given: what is seen to be broken costs more. What nobody sees costs it nothing.
  signs: (see, text) => acceptable(see, text) && burden(see, text, seen) === 0,
  sharesWith: () => false,
  keeps: (_see, { kind, params }) => seen({ kind, params }),
  votes: reluctant,
  acts: (see, agenda) => trim(see, agenda, seen),
  proposals: () => [],
  orders: purchases,
});
