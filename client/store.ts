// The one store of the page: the present view, who looks, live or replay, the connection, and what is selected.
import { useRef, useSyncExternalStore } from 'react';
import type { Refusal, Result } from '../shared/rules/refusals.ts';
import type { AskedCommand } from '../shared/model/commands.ts';
import { askedInItsName } from '../shared/model/roles.ts';
import type { InjectId, Phase, SeatId } from '../shared/model/vocabulary.ts';
import type { SeatView, Sight, View } from '../shared/view/view.ts';
import type { Opened } from '../shared/wire/documents.ts';
import type { HistoryAnswer, PreviewAnswer, PreviewRequest, Session } from '../shared/wire/messages.ts';

/** `starting` before the first state; `reconnecting` while the link is being restored; `ended` when it will not be. */
export type ConnectionStatus = 'idle' | 'starting' | 'live' | 'reconnecting' | 'ended';

export type Cursor = { mode: 'live' } | { mode: 'replay'; turn: number; phase: Phase; event: number; events: number };

/** What map and panels point at together. */
export type Selection =
  | { kind: 'region'; id: string }
  | { kind: 'seat'; id: SeatId }
  | { kind: 'crisis'; id: string }
  | { kind: 'threat'; id: string }
  | { kind: 'report'; id: string }
  | { kind: 'instrument'; id: string }
  | { kind: 'organisation'; id: string }
  | { kind: 'thread'; seats: string[] };

export interface Presence {
  participant: string;
  name: string;
  seat: SeatId | null;
  role: Session['role'];
  connected: boolean;
  /** Server time when they came or went last. */
  since: number;
}

export interface StoreState {
  session: Session | null;
  role: Session['role'];
  /** The seat one sits in. */
  seat: SeatId | null;
  /** The seat whose screen exercise control, or a replay, looks at. */
  lookingAs: SeatId | null;
  /** Exercise control acts for the seat it looks at. */
  acting: boolean;
  view: View | null;
  cursor: Cursor;
  connection: ConnectionStatus;
  /** Why the connection ended, as a text key. */
  endedBecause: string | null;
  /** Server time minus time here, in milliseconds. */
  clockOffset: number;
  presence: Record<string, Presence>;
  /** Injects that somebody of each seat has opened; for exercise control alone. */
  opened: Opened;
  /** The door is closed to newcomers; told to exercise control alone. */
  doorClosed: boolean;
  selection: Selection | null;
  /** Id of the panel beside the map; null when the map has all the room. */
  panel: string | null;
  /** Newest message seen per thread key, for unread counts. */
  readUntil: Record<string, number>;
  /** Unsent text per thread key. */
  drafts: Record<string, string>;
  /** The welcome screen is open. */
  welcome: boolean;
  /** Of the control room, as it was left to look as a seat: the open tab, null for the first one, and whether the board puts those in need first. */
  controlTab: string | null;
  needyFirst: boolean;
}

export type SendAnswer = { accepted: true } | { accepted: false; refusal: Refusal };

/** Where the view comes from: a live room, or a record being replayed. */
export interface Source {
  /** `as`: the ministry in whose name exercise control asks. */
  send(command: AskedCommand, as: SeatId | null): Promise<SendAnswer>;
  history(turn: number, as: SeatId | null): Promise<HistoryAnswer>;
  /** What an inject or effects would do now; for exercise control of a live room. */
  preview(asked: PreviewRequest): Promise<Result<PreviewAnswer>>;
  /** Tells a live room which injects were before somebody's eyes. */
  tellOpened?(injects: readonly InjectId[]): void;
  close(): void;
}

export const EMPTY: StoreState = {
  session: null,
  role: 'participant',
  seat: null,
  lookingAs: null,
  acting: false,
  view: null,
  cursor: { mode: 'live' },
  connection: 'idle',
  endedBecause: null,
  clockOffset: 0,
  presence: {},
  opened: {},
  doorClosed: false,
  selection: null,
  panel: 'tray',
  readUntil: {},
  drafts: {},
  welcome: false,
  controlTab: null,
  needyFirst: false,
};

export function createStore() {
  let state: StoreState = EMPTY;
  let source: Source | null = null;
  const listeners = new Set<() => void>();
  const histories = new Map<string, Promise<HistoryAnswer>>();

  return {
    get: () => state,
    set(part: Partial<StoreState>): void {
      state = { ...state, ...part };
      listeners.forEach((listener) => listener());
    },
    subscribe(listener: () => void): () => void {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    /** Takes a new source; the old one is closed and everything it told is forgotten. */
    open(next: Source | null, start: Partial<StoreState> = {}): void {
      source?.close();
      source = next;
      histories.clear();
      this.set({ ...EMPTY, ...start });
    },
    async send(command: AskedCommand): Promise<SendAnswer> {
      if (!source) return { accepted: false, refusal: { code: 'notRunning', subject: null, params: {} } };
      return source.send(command, askedInItsName(command.type) ? actsFor(state) : null);
    },
    tellOpened(injects: readonly InjectId[]): void {
      source?.tellOpened?.(injects);
    },
    preview(asked: PreviewRequest): Promise<Result<PreviewAnswer>> {
      return source ? source.preview(asked) : Promise.resolve({ ok: false, refusal: { code: 'notRunning', subject: null, params: {} } });
    },
    /** What this viewer may see of a turn; a turn that is over is asked for once. */
    history(turn: number, as: SeatId | null = state.lookingAs): Promise<HistoryAnswer> {
      if (!source) return Promise.resolve({ turn, events: [] });
      const current = state.view?.public.exercise;
      const key = `${turn}/${as ?? ''}/${current?.status === 'debrief' ? 'disclosed' : ''}`;
      const over = current !== undefined && (turn < current.turn || current.status === 'debrief');
      const held = histories.get(key);
      if (held && over) return held;
      const asked = source.history(turn, as);
      if (over) {
        histories.set(key, asked);
        asked.catch(() => histories.delete(key));
      }
      return asked;
    },
  };
}
export type Store = ReturnType<typeof createStore>;

export const store = createStore();
export const send = (command: AskedCommand) => store.send(command);
export const select = (selection: Selection | null) => store.set({ selection });
export const openPanel = (panel: string | null) => store.set({ panel });

/** Same keys with identical values, or identical. */
export function same(a: unknown, b: unknown): boolean {
  if (Object.is(a, b)) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
  if (Array.isArray(a) !== Array.isArray(b)) return false;
  const keys = Object.keys(a);
  return keys.length === Object.keys(b).length && keys.every((key) => key in b && Object.is((a as Record<string, unknown>)[key], (b as Record<string, unknown>)[key]));
}

/**
 * Draws again only when what is selected differs; lists and plain objects are compared entry by entry.
 * One state and one selector give one value, however deep it is.
 */
export function useStore<T>(selector: (state: StoreState) => T): T {
  const held = useRef<{ state: StoreState; selector: (state: StoreState) => T; value: T } | null>(null);
  return useSyncExternalStore(store.subscribe, () => {
    const state = store.get();
    const before = held.current;
    if (before && before.state === state && before.selector === selector) return before.value;
    const value = selector(state);
    held.current = { state, selector, value: before && same(before.value, value) ? before.value : value };
    return held.current.value;
  });
}

const sights = new WeakMap<SeatView, Sight>();

/** What the seat in question sees: one's own, or the one looked at. Null for observers and the lobby. */
export function sightOf({ view, lookingAs }: StoreState): Sight | null {
  return view && sightThrough(view, lookingAs === null ? view.own : (view.seats?.[lookingAs] ?? null));
}

/** What a seat sees, of a view that has its slice: the same object while both of its halves are. */
export function sightThrough(view: View, own: SeatView | null): Sight | null {
  if (!own) return null;
  const held = sights.get(own);
  if (held && held.public === view.public) return held;
  const sight = { public: view.public, own };
  sights.set(own, sight);
  return sight;
}

export const useSight = (): Sight | null => useStore(sightOf);
export const useExercise = () => useStore((state) => state.view?.public.exercise ?? null);

/** The seat in whose name exercise control acts on this page; null: in none. */
export function actsFor({ role, lookingAs, acting, cursor }: StoreState): SeatId | null {
  return role === 'control' && acting && cursor.mode === 'live' ? lookingAs : null;
}

/** The seat that what is done on this page is done for. */
export const actingSeat = (state: StoreState): SeatId | null => actsFor(state) ?? state.seat;

/** True where nothing can be changed: observers, someone else's screen, a replay, a link that is gone, the debrief. */
export function readOnly(state: StoreState): boolean {
  if (state.cursor.mode === 'replay' || state.view?.public.exercise.status === 'debrief') return true;
  return actsFor(state) === null && (state.role !== 'participant' || state.lookingAs !== null || state.seat === null);
}
export const useReadOnly = () => useStore(readOnly);
