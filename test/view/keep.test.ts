// Views whose parts are kept are the views made anew, after every event of games sensible and wild; a sight stays what it was when it was taken.
import { describe, expect, test } from 'vitest';
import type { State } from '../../shared/model/state.ts';
import { playExercise } from '../../shared/simulation/play.ts';
import { keepViews } from '../../shared/view/keep.ts';
import { controlView, publicView, seatSight, seatView } from '../../shared/view/view-for.ts';
import type { Sight } from '../../shared/view/view.ts';
import { randomPlayer } from '../games/random-player.ts';
import { SEATS, mixture, shieldLesson, startOf } from '../games/shield-lesson.ts';

const everything = (state: State) => JSON.stringify([publicView(state), controlView(state), ...state.seatIds.map((seat) => seatView(state, seat))]);

/** The same state as one that nobody keeps views of. */
const anew = (state: State) => ({ ...state });

/** Every part that the view of somebody has, looked at. */
const lookedAt = ({ public: shared, own }: Sight, like: Sight) => JSON.stringify([like.public, like.own].map((view, index) =>
  Object.keys(view).map((part) => [part, ([shared, own][index] as unknown as Record<string, unknown>)[part]])));

describe('kept views', () => {
  test.each([0, 1, 5, 10, 15])('are the views made anew after every event (game %i)', (number) => {
    const wild = Object.fromEntries(SEATS.filter((_seat, index) => (number >> index) % 2 === 1).map((seat) => [seat, randomPlayer]));
    let earlier: { sight: Sight; like: Sight } | null = null;
    const { state } = playExercise(shieldLesson, { seed: `kept-${number}`, bots: mixture(number), players: wild }, (present, event) => {
      if (everything(present) !== everything(anew(present))) expect(JSON.parse(everything(present)), `after event ${event.seq}, ${event.type}`).toEqual(JSON.parse(everything(anew(present))));
      if (earlier && event.seq % 7 === 0) {
        expect(lookedAt(earlier.sight, earlier.like), `a sight from before event ${event.seq}, ${event.type}`).toBe(lookedAt(earlier.like, earlier.like));
        earlier = null;
      }
      const seat = SEATS[event.seq % SEATS.length]!;
      earlier ??= { sight: seatSight(present, seat), like: structuredClone(seatSight(anew(present), seat)) };
      // Nothing of what watches the making of a view is left in it.
      if (event.type === 'phaseStarted') expect(() => structuredClone([publicView(present), controlView(present), seatView(present, seat)])).not.toThrow();
    });
    expect(state.status).toBe('debrief');
  });

  test('ask their ingredients first: a part stands while those come to the same, and is made anew when one does not', () => {
    const state = startOf('kept', {});
    keepViews(state);
    const before = publicView(state).seats;
    const bend = (part: object) => {
      state.seats = { ...state.seats, COL: { ...state.seats.COL!, ...part } };
      state.seq += 1;
      return publicView(state).seats;
    };
    expect(bend({ budget: 99 })).toBe(before);
    const opinion = before.COL!.publicOpinion + 1;
    expect(bend({ publicOpinion: opinion })).not.toBe(before);
    expect(publicView(state).seats.COL!.publicOpinion).toBe(opinion);
  });

  test('keep the identity of parts and entries that nothing touched', () => {
    const state = startOf('kept', {});
    keepViews(state);
    const [before, shared] = [seatView(state, 'NIH'), publicView(state)];
    state.seats = { ...state.seats, COL: { ...state.seats.COL!, budget: 99 } };
    state.seq += 1;
    const after = seatView(state, 'NIH');
    for (const part of ['ministry', 'relations', 'reports', 'invitations', 'beliefs'] as const) expect(after[part], part).toBe(before[part]);
    expect(seatView(state, 'COL').ministry.budget).toBe(99);
    expect(publicView(state).pairs).toBe(shared.pairs);
  });
});
