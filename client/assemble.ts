// Puts the synchronised documents together into a view, keeping the identity of whatever did not change.
import { fromDocuments, type Slice, type SliceKind } from '../shared/wire/documents.ts';
import type { SeatView, View } from '../shared/view/view.ts';
import type { SeatId } from '../shared/model/vocabulary.ts';
import { same } from './store.ts';

type Entries = Iterable<[string, string]>;

/** One slice over time: the parts and the whole stay the same object while their content does. */
class SliceKeeper<K extends SliceKind> {
  readonly kind: K;
  #cache = new Map<string, { text: string; value: unknown }>();
  #held: Slice[K] | null = null;

  constructor(kind: K) {
    this.kind = kind;
  }

  take(documents: Entries): Slice[K] {
    const next = fromDocuments(this.kind, documents, this.#cache) as unknown as Record<string, unknown>;
    const held = this.#held as unknown as Record<string, unknown> | null;
    if (held) for (const [part, value] of Object.entries(next)) if (same(held[part], value)) next[part] = held[part];
    if (!held || !same(held, next)) this.#held = next as unknown as Slice[K];
    return this.#held!;
  }
}

export interface Received {
  documents: Entries;
  seats: Iterable<[SeatId, Entries]>;
  control: Entries | null;
  /** Of the person who looks. */
  notebook: Entries | null;
  /** The seat that the viewer sits in. */
  seat: SeatId | null;
  isControl: boolean;
}

/** Turns each received state into a View. */
export class Assembler {
  #public = new SliceKeeper('public');
  #control = new SliceKeeper('control');
  #notebook = new SliceKeeper('notebook');
  #seats = new Map<SeatId, SliceKeeper<'seat'>>();
  #seatViews: Record<SeatId, SeatView> = {};

  take(received: Received): View {
    const seats: Record<SeatId, SeatView> = {};
    for (const [seat, documents] of received.seats) {
      const list = [...documents];
      if (list.length === 0) continue;
      let keeper = this.#seats.get(seat);
      if (!keeper) this.#seats.set(seat, (keeper = new SliceKeeper('seat')));
      seats[seat] = keeper.take(list);
    }
    if (!same(this.#seatViews, seats)) this.#seatViews = seats;
    return {
      public: this.#public.take(received.documents),
      own: received.seat === null || received.isControl ? null : (this.#seatViews[received.seat] ?? null),
      control: received.control === null ? null : this.#control.take(received.control),
      notebook: received.notebook === null ? null : this.#notebook.take(received.notebook),
      seats: received.isControl ? this.#seatViews : null,
    };
  }
}
