// Which injects somebody of each seat has opened, as their pages tell: for the board of exercise control, and not part of the record.
import type { State } from '../shared/model/state.ts';
import type { InjectId, SeatId } from '../shared/model/vocabulary.ts';
import { seatView } from '../shared/view/view-for.ts';
import type { Opened } from '../shared/wire/documents.ts';

export class OpenedInjects {
  readonly #seats = new Map<SeatId, Set<InjectId>>();

  /** Notes those that the seat has; true if any of them is news. What it has not been sent is nothing it could have opened. */
  note(state: State, seat: SeatId, injects: readonly InjectId[]): boolean {
    const sent = seatView(state, seat).injects;
    const held = this.#seats.get(seat);
    const news = injects.filter((inject) => Object.hasOwn(sent, inject) && !held?.has(inject));
    if (news.length > 0) this.#seats.set(seat, new Set([...(held ?? []), ...news]));
    return news.length > 0;
  }

  /** After a practice turn: the same injects come once more. */
  forget(): void {
    this.#seats.clear();
  }

  all(): Opened {
    return Object.fromEntries([...this.#seats].map(([seat, injects]) => [seat, [...injects]]));
  }
}
