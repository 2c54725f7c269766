// Messages grouped into threads: one per set of seats that take part.
import type { MessageView } from '../../../shared/view/view.ts';
import { sightOf, type StoreState } from '../../store.ts';

export interface Thread {
  key: string;
  /** Everyone but oneself, in order of code; `control` for exercise control. */
  others: string[];
  messages: MessageView[];
}

export function threadKey(members: readonly string[]): string {
  return [...new Set(members)].sort().join('+');
}

export function threadsOf(self: string, messages: readonly MessageView[]): Thread[] {
  const threads = new Map<string, Thread>();
  for (const message of [...messages].sort((a, b) => a.at - b.at)) {
    const others = [...new Set([message.from, ...message.to])].filter((member) => member !== self).sort();
    // Notes of a team to itself have a place of their own.
    if (others.length === 0) continue;
    const key = threadKey(others);
    let thread = threads.get(key);
    if (!thread) threads.set(key, (thread = { key, others, messages: [] }));
    thread.messages.push(message);
  }
  return [...threads.values()].sort((a, b) => b.messages.at(-1)!.at - a.messages.at(-1)!.at);
}

export function unreadIn(thread: Thread, self: string, readUntil: Record<string, number>): number {
  const seen = readUntil[thread.key] ?? 0;
  return thread.messages.filter((message) => message.from !== self && message.at > seen).length;
}

export function unreadMessages(state: StoreState): number {
  const sight = sightOf(state);
  if (!sight) return 0;
  const self = sight.own.seat.id;
  return threadsOf(self, Object.values(sight.own.messages)).reduce((sum, thread) => sum + unreadIn(thread, self, state.readUntil), 0);
}
