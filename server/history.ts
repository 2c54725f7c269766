// What a viewer may see of stored events, numbered so that nothing hidden shifts the numbers.
import type { State } from '../shared/model/state.ts';
import { wasPractice } from '../shared/rules/practice.ts';
import { eventFor } from '../shared/view/event-for.ts';
import type { Viewer } from '../shared/view/view.ts';
import type { SeenEvent } from '../shared/wire/messages.ts';
import { readEvent } from './record-writer.ts';
import type { StoredEvent } from './store/store.ts';

export function seenEvents(state: State, stored: readonly StoredEvent[], viewer: Viewer): SeenEvent[] {
  const seen: SeenEvent[] = [];
  for (const line of stored) {
    const event = readEvent(line);
    // Written, but not yet shown to anybody.
    if (event.seq > state.seq) break;
    // A practice turn is the same turn once more: it was thrown away.
    if (wasPractice(state, event.seq)) continue;
    const visible = eventFor(state, event, viewer);
    if (visible) seen.push({ number: seen.length + 1, at: event.at, turn: event.turn, phase: event.phase, ...visible });
  }
  return seen;
}
