// The changes of a turn, asked for once and shared by every “why?” on the screen.
import { useEffect, useState } from 'react';
import type { SeenEvent } from '../../../shared/wire/messages.ts';
import { store, useStore } from '../../store.ts';

export type Asked = { state: 'loading' } | { state: 'failed' } | { state: 'here'; events: SeenEvent[] };

/** What this viewer may see of a turn; asked again when the phase moves on, because more may have happened. */
export function useHistory(turn: number, wanted = true): Asked {
  const [asked, setAsked] = useState<Asked>({ state: 'loading' });
  const mark = useStore((state) => `${state.view?.public.exercise.turn}/${state.view?.public.exercise.phase}/${state.view?.public.exercise.status}/${state.lookingAs}/${state.seat}`);
  useEffect(() => {
    if (!wanted) return;
    let current = true;
    store.history(turn).then(
      ({ events }) => current && setAsked({ state: 'here', events }),
      () => current && setAsked({ state: 'failed' }),
    );
    return () => {
      current = false;
    };
  }, [turn, wanted, mark]);
  return asked;
}

/** The last turn whose resolution is over: what “why?” opens on. */
export function useLastResolved(): number {
  return useStore((state) => {
    const exercise = state.view?.public.exercise;
    if (!exercise) return 1;
    const over = exercise.phase === 'review' || exercise.status === 'debrief';
    return Math.max(1, over ? exercise.turn : exercise.turn - 1);
  });
}
