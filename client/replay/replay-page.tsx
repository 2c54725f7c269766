// The replay of an exercise: the same map and panels, fed from the record instead of the room, with nothing that can be changed.
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { seesAll } from '../../shared/model/roles.ts';
import type { SeatId } from '../../shared/model/vocabulary.ts';
import type { Refusal } from '../../shared/rules/refusals.ts';
import type { Session } from '../../shared/wire/messages.ts';
import { api } from '../api.ts';
import { Connection } from '../connection.ts';
import { EmptyState, Link, Progress } from '../design/index.ts';
import { t } from '../locales/text.ts';
import { roomTransport } from '../room-transport.ts';
import { instructorToken, sessionOf } from '../session.ts';
import { Shell } from '../shell/shell.tsx';
import { createStore, store, useStore, type Source } from '../store.ts';
import { ReplayFold } from './fold.ts';
import { ReplayBar } from './replay-bar.tsx';
import './replay.css';

/** Milliseconds that a moment stays at speed 1. */
const DWELL = 2000;

/** Ledgers and news come from the room, which keeps no state of this page; `eyes` is the seat they are told to. */
function sourceFor(session: Session, eyes: SeatId | null): Source {
  const connection = new Connection(session, roomTransport, createStore(), () => {});
  void connection.start();
  const over: Refusal = { code: 'exerciseEnded', subject: null, params: {} };
  return {
    send: () => Promise.resolve({ accepted: false, refusal: over }),
    preview: () => Promise.resolve({ ok: false, refusal: over }),
    // Only exercise control may ask with other eyes; after the debrief has begun everybody is told everything anyway.
    history: (turn: number) => connection.history(turn, seesAll(session) ? eyes : null),
    close: () => connection.close(),
  };
}

async function controlSession(exercise: string): Promise<Session | null> {
  if (instructorToken() === null) return null;
  const answer = await api.control(exercise);
  return answer.ok ? answer.value : null;
}

/** Opens the record as one viewer; `as` of undefined lets the server choose one's own eyes. */
function useFold(exercise: string, session: Session | null | undefined, as: string | undefined): { fold: ReplayFold | null; failed: boolean } {
  const [result, setResult] = useState<{ fold: ReplayFold | null; failed: boolean }>({ fold: null, failed: false });
  useEffect(() => {
    if (!session) return;
    let current = true;
    void api.replay(exercise, session.token, as).then((answer) => {
      if (current) setResult(answer.ok ? { fold: new ReplayFold(answer.value), failed: false } : { fold: null, failed: true });
    });
    return () => {
      current = false;
    };
  }, [exercise, session, as]);
  return session === null ? { fold: null, failed: true } : result;
}

function viewersFor(session: Session, fold: ReplayFold): { id: string; label: string }[] {
  const { public: view } = fold.viewAt(fold.frames.length - 1);
  const free = seesAll(session) || view.exercise.status === 'debrief';
  const seats = free ? view.exercise.seats : fold.seat === null ? [] : [fold.seat];
  return [
    { id: 'public', label: t('replay.public') },
    ...seats.map((id) => ({ id, label: view.seats[id]?.name ?? id })),
    ...(free ? [{ id: 'control', label: t('replay.control') }] : []),
  ];
}

/** The frame asked for in the address: after `?at=` a moment in milliseconds since the epoch, after `?turn=` the end of a turn. */
function frameInAddress(fold: ReplayFold): number | null {
  const asked = new URLSearchParams(location.search);
  const [at, turn] = ['at', 'turn'].map((name) => Number(asked.get(name) ?? NaN)) as [number, number];
  return Number.isFinite(at) ? fold.frameAt(at) : Number.isFinite(turn) ? fold.endOf(turn) : null;
}

export default function ReplayPage({ id }: { id: string }) {
  const own = useMemo(() => sessionOf(id), [id]);
  // Whoever has no session here may be exercise control; undefined until the server has said so.
  const [control, setControl] = useState<Session | null | undefined>(undefined);
  const session = own ?? control;
  const [as, setAs] = useState<string | undefined>(undefined);
  // Until somebody moves, the moment in the address.
  const [chosen, setIndex] = useState<number | null>(null);
  const [playing, setPlaying] = useState(false);
  const [speed, setSpeed] = useState(1);
  const { fold, failed } = useFold(id, session, as);
  const hasView = useStore((state) => state.view !== null);

  useEffect(() => {
    if (own) return;
    let current = true;
    void controlSession(id).then((found) => current && setControl(found));
    return () => {
      current = false;
    };
  }, [id, own]);
  const ready = fold !== null;
  const eyes = fold?.seat ?? null;
  const opened = useRef(false);
  useEffect(() => {
    if (!session || !ready) return;
    // Other eyes are told other things: the source is opened anew, what is open on the screen stays.
    const { panel, selection } = store.get();
    store.open(sourceFor(session, eyes), { session, role: session.role === 'control' ? 'control' : 'observer', connection: 'live', panel: opened.current ? panel : 'review', selection });
    opened.current = true;
  }, [session, ready, eyes]);
  useEffect(() => () => store.open(null), []);

  const last = fold ? fold.frames.length - 1 : 0;
  const asked = useMemo(() => (fold ? frameInAddress(fold) : null), [fold]);
  const index = chosen ?? asked ?? 0;
  const place = Math.min(index, last);
  useEffect(() => {
    const frame = fold?.frames[place];
    if (!fold || !frame) return;
    store.set({ view: fold.viewAt(place), seat: fold.seat, cursor: { mode: 'replay', turn: frame.turn, phase: frame.phase, event: place, events: fold.frames.length } });
  }, [fold, place]);
  useEffect(() => {
    if (!playing || !fold) return;
    const timer = setTimeout(() => {
      setIndex(Math.min(last, place + 1));
      if (place + 1 >= last) setPlaying(false);
    }, DWELL / speed);
    return () => clearTimeout(timer);
  }, [playing, fold, place, last, speed]);

  const switchTo = useCallback((next: string) => setAs(next), []);
  const viewers = useMemo(() => (session && fold && fold.frames.length > 0 ? viewersFor(session, fold) : []), [session, fold]);

  if (failed || (fold && fold.frames.length === 0)) {
    return (
      <main className="page-centre">
        <EmptyState title={t('replay.title')} action={<Link to="/">{t('page.unknown.home')}</Link>}>
          {failed ? t('replay.failed') : t('replay.empty')}
        </EmptyState>
      </main>
    );
  }
  if (!fold || !hasView) return <main className="page-centre"><Progress label={t('page.loading')} /></main>;
  return (
    <div className="replay">
      <Shell />
      <ReplayBar
        frames={fold.frames}
        index={place}
        bookmarks={fold.bookmarks()}
        playing={playing}
        speed={speed}
        as={fold.as}
        viewers={viewers}
        onIndex={(next) => setIndex(Math.max(0, Math.min(last, next)))}
        onPlay={(wanted) => {
          if (wanted && place >= last) setIndex(0);
          setPlaying(wanted);
        }}
        onSpeed={setSpeed}
        onAs={switchTo}
      />
    </div>
  );
}
