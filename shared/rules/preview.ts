// What an inject, or effects that exercise control writes, would do now: nothing is done.
import type { Change } from '../model/change.ts';
import type { NewEvent } from '../model/events.ts';
import type { State } from '../model/state.ts';
import type { InjectId, SeatId } from '../model/vocabulary.ts';
import { faultOf } from '../scenario/check.ts';
import { NAMES } from '../scenario/names.ts';
import type { EffectDraft } from '../scenario/schema.ts';
import { runEffects } from './effects/catalogue.ts';
import type { Occasion } from './effects/effect.ts';
import { plannedInject } from './inject-list.ts';
import { fireManually, injectStep } from './injects.ts';
import { accept, refuse } from './refusals.ts';
import type { Result } from './refusals.ts';
import { Working } from './working.ts';

export interface Preview {
  /** Numbers before and after, by their paths. */
  changes: Change[];
  /** What would happen besides. */
  events: Pick<NewEvent, 'type' | 'data' | 'audience'>[];
}

/** An inject as if fired by hand now, to those it goes to or to these; effects as if an idea of `seat` had succeeded now, or as if an inject to these seats had brought them. */
export function preview(state: State, what: { inject: InjectId; to?: 'all' | SeatId[] | undefined } | { effects: readonly EffectDraft[]; seat: SeatId | null } | { effects: readonly EffectDraft[]; to: 'all' | readonly SeatId[] }): Result<Preview> {
  const work = new Working(state, 0);
  if ('inject' in what) {
    if (!plannedInject(state, what.inject)) return refuse('injectUnknown', 'inject');
    if (what.to) work.emit({ type: 'injectChanged', data: { inject: what.inject, to: what.to }, audience: 'control' });
    injectStep(work, 'preview', (desk) => fireManually(desk, work.state, what.inject));
  } else {
    const fault = faultOf(state.scenario, what.effects, NAMES);
    if (fault) return refuse('effectUnfit', `effects/${fault.place}`, { problem: fault.message });
    injectStep(work, 'preview', (desk) => runEffects(desk, what.effects, occasion(state, what)));
  }
  return accept({
    changes: work.events.flatMap((event) => (event.type === 'numbersChanged' ? event.data.changes : [])),
    events: work.events.flatMap(({ type, data, audience }) => (type === 'numbersChanged' || type === 'injectChanged' ? [] : [{ type, data, audience }])),
  });
}

function occasion({ seatIds }: State, what: { seat: SeatId | null } | { to: 'all' | readonly SeatId[] }): Occasion {
  if ('seat' in what) return { inject: 'preview', reason: 'matrix', recipients: what.seat === null ? [...seatIds] : [what.seat], audience: 'all' };
  return { inject: 'preview', reason: 'inject', recipients: seatIds.filter((seat) => what.to === 'all' || what.to.includes(seat)), audience: what.to };
}
