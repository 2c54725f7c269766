// Frames of a replay folded into views: each frame tells what changed, every moment can be shown.
import type { SeatId } from '../../shared/model/vocabulary.ts';
import type { View } from '../../shared/view/view.ts';
import type { Documents } from '../../shared/wire/documents.ts';
import type { ReplayAnswer, ReplayFrame } from '../../shared/wire/messages.ts';
import { Assembler } from '../assemble.ts';

type Slices = Record<string, Documents>;

function next(before: Slices, frame: ReplayFrame): Slices {
  const slices: Slices = { ...before };
  for (const [slice, { set, gone }] of Object.entries(frame.slices)) {
    const documents = { ...before[slice], ...set };
    for (const key of gone) delete documents[key];
    slices[slice] = documents;
  }
  return slices;
}

export class ReplayFold {
  readonly frames: readonly ReplayFrame[];
  readonly as: string;
  /** Documents at each frame; texts are shared between frames. */
  readonly #at: Slices[];
  readonly #assembler = new Assembler();

  constructor({ frames, as }: ReplayAnswer) {
    this.frames = frames;
    this.as = as;
    let slices: Slices = {};
    this.#at = frames.map((frame) => (slices = next(slices, frame)));
  }

  /** The seat whose eyes it is seen with; null for everybody's and for exercise control's. */
  get seat(): SeatId | null {
    return this.as === 'public' || this.as === 'control' ? null : this.as;
  }

  viewAt(index: number): View {
    const slices = this.#at[Math.max(0, Math.min(this.#at.length - 1, index))]!;
    const isControl = this.as === 'control';
    const seats: [SeatId, Iterable<[string, string]>][] = isControl
      ? Object.entries(slices).filter(([slice]) => slice.startsWith('seat/')).map(([slice, documents]) => [slice.slice('seat/'.length), Object.entries(documents)])
      : this.seat === null ? [] : [[this.seat, Object.entries(slices.seat ?? {})]];
    return this.#assembler.take({ documents: Object.entries(slices.public ?? {}), seats, control: isControl ? Object.entries(slices.control ?? {}) : null, notebook: null, seat: this.seat, isControl });
  }

  /** The first frame that shows what had happened by then. */
  frameAt(at: number): number {
    const found = this.frames.findIndex((frame) => frame.at >= at);
    return found < 0 ? this.frames.length - 1 : found;
  }

  /** The last frame of a turn; of one that was not played, the last of all. */
  endOf(turn: number): number {
    const found = this.frames.findLastIndex((frame) => frame.turn === turn && frame.status !== 'debrief');
    return found < 0 ? this.frames.length - 1 : found;
  }

  /** The first frame of each turn, for the bookmarks. */
  bookmarks(): { turn: number; frame: number }[] {
    const turns = [...new Set(this.frames.map(({ turn }) => turn))].filter((turn) => turn > 0);
    return turns.map((turn) => ({ turn, frame: this.frames.findIndex((frame) => frame.turn === turn) }));
  }
}
