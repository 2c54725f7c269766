// The roster as the page holds it: read from the server, written back whole, taken back once, and matched with those who are here.
import { useCallback, useEffect, useState } from 'react';
import type { Expected } from '../../../shared/model/roster.ts';
import type { SeatId } from '../../../shared/model/vocabulary.ts';
import type { PublicView } from '../../../shared/view/view.ts';
import type { RosterAnswer } from '../../../shared/wire/messages.ts';
import { api } from '../../api.ts';
import { notify } from '../../design/index.ts';
import { t } from '../../locales/text.ts';
import { failureText } from '../../pages/failure.ts';
import { nameOf } from '../../seats.tsx';
import { store, useStore, type Presence } from '../../store.ts';
import type { Room } from './list.ts';

export interface Roster {
  answer: RosterAnswer;
  /** Writes the whole of it; false when that was refused. */
  keep: (entries: Expected[]) => Promise<boolean>;
  /** Puts back what stood before the last change made here; null where there is none. */
  undo: (() => void) | null;
}

const token = () => store.get().session?.token ?? '';

/** Null until it has been read. */
export function useRoster(): Roster | null {
  const exercise = useStore((state) => state.view!.public.exercise.id);
  const here = useStore((state) => Object.keys(state.presence).length);
  const [answer, setAnswer] = useState<RosterAnswer | null>(null);
  const [before, setBefore] = useState<Expected[] | null>(null);
  const read = useCallback(async () => {
    const found = await api.roster(exercise, token());
    if (found.ok) setAnswer(found.value);
  }, [exercise]);
  // Whoever comes may be one of those who are expected.
  useEffect(() => {
    let gone = false;
    void api.roster(exercise, token()).then((found) => !gone && found.ok && setAnswer(found.value));
    return () => {
      gone = true;
    };
  }, [exercise, here]);
  if (!answer) return null;
  const write = async (entries: Expected[]) => {
    const kept = await api.keepRoster(exercise, token(), { version: answer.version, entries });
    if (kept.ok) setAnswer(kept.value);
    else {
      notify(failureText(kept.failure), 'refusal');
      await read();
    }
    return kept.ok;
  };
  return {
    answer,
    async keep(entries) {
      const kept = await write(entries);
      if (kept) setBefore(answer.entries);
      return kept;
    },
    undo: before && (() => void write(before).then((kept) => {
      setBefore(null);
      if (kept) notify(t('roster.undone'));
    })),
  };
}

export function roomOf(view: PublicView, worlds: number): Room {
  return { worlds, seats: view.exercise.seats.map((id) => ({ id, name: nameOf(view, id) })) };
}

/** Where somebody sits: a seat, among the observers, or nowhere yet. */
export type Place = SeatId | 'watch' | 'none';

/** Somebody to be placed: expected, or here, or both. */
export interface Person {
  key: string;
  name: string;
  entry: Expected | null;
  /** In the world of this page. */
  participant: string | null;
  /** The world in which they are now. */
  in: number | null;
  /** The world they belong to; null where that is open. */
  world: number | null;
  place: Place;
}

const placeOf = ({ watches, seat }: Expected): Place => (watches ? 'watch' : (seat ?? 'none'));

/** Everybody expected and everybody who plays in the world of this page; where somebody is, counts for more than where they were expected. */
export function everybody({ entries, here, world }: RosterAnswer, presence: Readonly<Record<string, Presence>>): Person[] {
  const listed = new Set<string>();
  const expected = entries.map((entry): Person => {
    const come = here[entry.id] ?? [];
    const own = come.find((one) => one.world === world && presence[one.participant]);
    for (const { participant } of come) listed.add(participant);
    const now = own && presence[own.participant]!;
    return {
      key: entry.id, name: entry.name, entry, participant: now?.role === 'participant' ? own!.participant : null, in: own ? world : (come[0]?.world ?? null), world: own ? world : entry.world,
      place: now ? (now.role === 'observer' ? 'watch' : (now.seat ?? 'none')) : placeOf(entry),
    };
  });
  const others = Object.values(presence).filter(({ role, participant }) => role === 'participant' && !listed.has(participant));
  return [...expected, ...others.map(({ participant, name, seat }): Person => ({ key: participant, name: name || t('seat.someone'), entry: null, participant, in: world, world, place: seat ?? 'none' }))];
}

/** The entry of somebody who now belongs elsewhere. */
export function placedAt(entry: Expected, world: number | null, place: Place): Expected {
  return { ...entry, world: place === 'none' ? entry.world : world, seat: place === 'none' || place === 'watch' ? null : place, watches: place === 'watch' };
}

export function placeText(view: PublicView, place: Place): string {
  if (place === 'none' || place === 'watch') return t(`places.${place}`);
  return nameOf(view, place);
}
