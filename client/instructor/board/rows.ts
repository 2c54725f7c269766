// What the board shows of each seat: the seat's own sight reckoned into a row, who is there, and what it needs. A row stays the same object while it says the same.
import { useMemo, useSyncExternalStore } from 'react';
import { NEEDS, needsOf, seatStrip, type Around, type Manning, type Need, type SeatStrip } from '../../../shared/view/seat-strip.ts';
import type { BotCharacter, InjectId, SeatId } from '../../../shared/model/vocabulary.ts';
import type { SeatView, Sight } from '../../../shared/view/view.ts';
import { t } from '../../locales/text.ts';
import { sightThrough, store, useStore, type Presence } from '../../store.ts';

export interface Row {
  seat: SeatId;
  name: string;
  ministry: string;
  bot: BotCharacter | null;
  people: Presence[];
  strip: SeatStrip;
  needs: Need[];
}

/** How often the board looks whether somebody has been away for long, in milliseconds. */
const GLANCE = 5000;
const glance = () => Math.floor(Date.now() / GLANCE) * GLANCE;
function everyGlance(listener: () => void): () => void {
  const ticking = setInterval(listener, GLANCE);
  return () => clearInterval(ticking);
}

/** Server time to within a few seconds. */
export function useGlance(): number {
  const offset = useStore((state) => state.clockOffset);
  return useSyncExternalStore(everyGlance, glance) + offset;
}

const LAST_MINUTE = 60_000;

/** Whether the phase ends within a minute or should be over: told anew when that changes, not with every second. */
function lastMinute(): boolean {
  const { view, clockOffset } = store.get();
  if (!view || view.public.exercise.breakUntil !== null) return false;
  const { remaining, deadline } = view.public.exercise;
  return (remaining ?? (deadline === null ? Infinity : deadline - Date.now() - clockOffset)) < LAST_MINUTE;
}

function everySecond(listener: () => void): () => void {
  const stop = store.subscribe(listener);
  const ticking = setInterval(listener, 1000);
  return () => {
    stop();
    clearInterval(ticking);
  };
}
const NONE_OPENED: readonly InjectId[] = [];

const held = new WeakMap<SeatView, { see: Sight; around: Around; strip: SeatStrip }>();
const latest = new Map<SeatId, { text: string; strip: SeatStrip }>();

function stripOf(see: Sight, around: Around): SeatStrip {
  const known = held.get(see.own);
  if (known?.see === see && known.around.seen === around.seen && known.around.late === around.late) return known.strip;
  const made = seatStrip(see, around);
  const text = JSON.stringify(made);
  const before = latest.get(see.own.seat.id);
  const strip = before?.text === text ? before.strip : made;
  latest.set(strip.seat, { text, strip });
  held.set(see.own, { see, around, strip });
  return strip;
}

export function manningOf(people: readonly Presence[], bot: BotCharacter | null): Manning {
  return { people: people.length, connected: people.filter(({ connected }) => connected).length, bot: bot !== null, since: Math.max(0, ...people.map(({ since }) => since)) };
}

/** A row for each seat in play, in the order of the scenario. */
export function useRows(): Row[] {
  const view = useStore((state) => state.view!);
  const presence = useStore((state) => state.presence);
  const opened = useStore((state) => state.opened);
  const now = useGlance();
  const ending = useSyncExternalStore(everySecond, lastMinute);
  return useMemo(() => view.public.exercise.seats.flatMap((seat): Row[] => {
    const see = sightThrough(view, view.seats?.[seat] ?? null);
    if (!see) return [];
    const { name = seat, ministry = '', bot = null } = view.public.seats[seat] ?? {};
    const people = Object.values(presence).filter((person) => person.seat === seat && person.role === 'participant');
    const strip = stripOf(see, { seen: opened[seat] ?? NONE_OPENED, late: ending && (view.control?.late.includes(seat) ?? false) });
    return [{ seat, name, ministry, bot, people, strip, needs: needsOf(strip, manningOf(people, bot), { at: now, phase: view.public.exercise.phase }) }];
  }), [view, presence, opened, now, ending]);
}

const rank = ({ needs }: Row) => (needs[0] === undefined ? NEEDS.length : NEEDS.indexOf(needs[0]));

/** Those in need first, the gravest need before the others; else as they were. */
export function needyFirst(rows: readonly Row[]): Row[] {
  return [...rows].sort((a, b) => rank(a) - rank(b));
}

/** Milliseconds since something happened, in words. */
export function sinceText(milliseconds: number): string {
  const minutes = Math.floor(Math.max(0, milliseconds) / 60_000);
  return minutes === 0 ? t('board.justNow') : t('board.minutes', { minutes });
}
