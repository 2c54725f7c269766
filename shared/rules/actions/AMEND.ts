// AMEND: put a new version on the table; signatures under the old one lapse, and what is in force binds until it is replaced (ruling 48).
import { z } from 'zod';
import { latest, versionsKey } from '../instruments/binding.ts';
import { boundClauses, faultIn } from '../instruments/draft.ts';
import { partiesOf } from '../instruments/lifecycle.ts';
import { refusal } from '../refusals.ts';
import type { InstrumentView } from '../../view/view.ts';
import { action, field } from './action.ts';
import { first } from './checks.ts';
import { binds, current, onInstrument, onTheTable } from './instrument-checks.ts';

interface Wanted {
  title: string;
  kind: string;
  clauses: readonly unknown[];
}

function same(held: InstrumentView, { title, kind, clauses }: Wanted): boolean {
  const now = latest(held);
  return now.title === title && now.kind === kind && JSON.stringify(now.clauses) === JSON.stringify(clauses);
}

export const AMEND = action({
  code: 'AMEND',
  timing: 'immediate',
  group: 'agreements',
  opensFrom: ['instrument'],
  visibility: 'parties',
  points: 0,
  pot: 'international',
  /** `version` is the one the new text starts from. */
  parameters: z.strictObject({ instrument: field.instrument(), version: field.number(1, 999), title: field.text(120), kind: field.instrumentKind(), clauses: field.clauses() }),
  refuse: (see, { instrument, version, title, kind, clauses }) => onInstrument(see, instrument, (held) => first(
    binds(held) ? null : onTheTable(held),
    current(held, version),
    // Capital was spent on this text: it stands until it enters into force or lapses.
    held.ratified.length > 0 && latest(held).version !== held.binding ? refusal('alreadyRatified', 'instrument', { seat: held.ratified[0]! }) : null,
    faultIn(see, { kind, parties: held.parties, clauses, replaces: instrument }),
  ) ?? (same(held, { title, kind, clauses: boundClauses(clauses) }) ? refusal('nothingChanged', 'clauses') : null)),
  perform(state, self, { instrument, title, kind, clauses }) {
    const held = state.instruments[instrument]!;
    const version = Math.max(state.counters[versionsKey(instrument)] ?? 0, latest(held).version) + 1;
    return [{ type: 'instrumentAmended', data: { instrument, by: self, version, kind, title, clauses: boundClauses(clauses) }, audience: partiesOf(held) }];
  },
});
