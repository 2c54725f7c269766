// Does folding the same events give the same state every time? Names the first event after which it does not.
import type { Event } from '../../shared/model/events.ts';
import type { State } from '../../shared/model/state.ts';
import { digest } from '../../shared/record/replay.ts';

export type Fold = (state: State, event: Event) => void;

export function firstDifference(start: () => State, events: readonly Event[], fold: Fold): number | null {
  const once = start();
  const trail = events.map((event) => {
    fold(once, event);
    return digest(once);
  });
  const again = start();
  for (const [index, event] of events.entries()) {
    fold(again, event);
    if (digest(again) !== trail[index]) return event.seq;
  }
  return null;
}
