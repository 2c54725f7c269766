// Notes that an inject has been before the reader's eyes, once per exercise, and tells the room: exercise control sees who has not read what.
import { useEffect, useRef, type RefObject } from 'react';
import type { InjectId } from '../../../shared/model/vocabulary.ts';
import { keepOpened, openedInjects } from '../../session.ts';
import { store } from '../../store.ts';

function opened(inject: InjectId): void {
  const { session, role, seat, cursor } = store.get();
  // Somebody who looks at another's screen, or back at the past, reads nothing for the seat.
  if (!session || role !== 'participant' || seat === null || cursor.mode !== 'live') return;
  // What was read in practice comes once more.
  const notebook = store.get().view?.public.exercise.practice ? `${session.exercise}.practice` : session.exercise;
  const before = openedInjects(notebook);
  if (before.includes(inject)) return;
  keepOpened(notebook, [...before, inject]);
  store.tellOpened([inject]);
}

/** To be given to what names the inject: once that is on the screen, the inject counts as opened. */
export function useOpened<E extends Element>(inject: InjectId): RefObject<E | null> {
  const place = useRef<E>(null);
  useEffect(() => {
    const watcher = new IntersectionObserver((entries) => {
      if (!entries.some(({ isIntersecting }) => isIntersecting)) return;
      watcher.disconnect();
      opened(inject);
    });
    watcher.observe(place.current!);
    return () => watcher.disconnect();
  }, [inject]);
  return place;
}
