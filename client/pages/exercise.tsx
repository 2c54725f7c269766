// The page of one exercise: opens the room and shows the screen that fits who one is.
import { Suspense, lazy, useEffect, useMemo } from 'react';
import type { SeatId } from '../../shared/model/vocabulary.ts';
import { Connection } from '../connection.ts';
import { Button, EmptyState, Link, Progress, notify } from '../design/index.ts';
import { refusalText, t, tOr } from '../locales/text.ts';
import { seesEverything } from '../may.tsx';
import { navigate } from '../router.ts';
import { roomTransport } from '../room-transport.ts';
import { forgetSession, keepReadMarks, markWelcomed, openedInjects, readMarks, sessionOf, wasWelcomed } from '../session.ts';
import { useArrivals } from '../shell/arrivals.ts';
import { Shell } from '../shell/shell.tsx';
import { SeatBadge, WorldName } from '../shell/top-bar.tsx';
import { store, useStore } from '../store.ts';
import { Frame } from './frame.tsx';
import { Lobby } from './lobby.tsx';
import { SeatChoice } from './seats-page.tsx';

const ControlRoom = lazy(() => import('../instructor/control-room.tsx'));

function useRoom(id: string): boolean {
  const session = useMemo(() => sessionOf(id), [id]);
  useEffect(() => {
    if (!session) return;
    const connection = new Connection(session, roomTransport, store, (refusal) => notify(refusalText(refusal), 'refusal'));
    store.open(connection, { session, role: session.role, connection: 'starting', readUntil: readMarks(id), panel: session.role === 'participant' ? 'tray' : 'brief' });
    connection.tellOpened(openedInjects(id));
    void connection.start();
    return () => store.open(null);
  }, [id, session]);
  return session !== null;
}

/** What was read stays read after a reload. */
function useReadMarks(id: string) {
  const marks = useStore((state) => state.readUntil);
  useEffect(() => {
    if (Object.keys(marks).length > 0) keepReadMarks(id, marks);
  }, [id, marks]);
}

/** The welcome screen opens by itself once per seat, as soon as there is something to welcome to. */
function useWelcome(id: string) {
  const seat = useStore((state) => (state.role === 'participant' && state.view?.own && state.view.public.exercise.status !== 'debrief' ? state.seat : null));
  const started = useStore((state) => state.view !== null && state.view.public.exercise.status !== 'lobby');
  useEffect(() => {
    if (seat === null || !started || wasWelcomed(id, seat)) return;
    markWelcomed(id, seat);
    store.set({ welcome: true });
  }, [id, seat, started]);
}

function NotHere() {
  return (
    <Frame>
      <EmptyState title={t('exercise.unknown')} action={<Link to="/join" className="button">{t('home.joinGo')}</Link>}>
        {t('exercise.unknownText')}
      </EmptyState>
    </Frame>
  );
}

function Ended({ id, because }: { id: string; because: string }) {
  return (
    <Frame>
      <EmptyState
        title={tOr(because, t('network.failed'))}
        action={
          <Button
            onPress={() => {
              forgetSession(id);
              navigate('/join');
            }}
          >
            {t('home.joinGo')}
          </Button>
        }
      />
    </Frame>
  );
}

/** A participant before the start, or who has no ministry yet. */
function Arriving({ seat }: { seat: SeatId | null }) {
  const view = useStore((state) => state.view!.public);
  const { phase, turn, status } = view.exercise;
  const wish = new URLSearchParams(location.search).get('seat');
  return (
    <div data-phase={phase} data-turn={turn} data-seat={seat ?? ''} data-status={status}>
      <Frame wide aside={<><WorldName /><SeatBadge seat={seat} /></>}>{seat === null ? <SeatChoice view={view} wish={wish} /> : <Lobby view={view} seat={seat} />}</Frame>
    </div>
  );
}

/** Looks at nothing that changes with every act: whatever it holds would be drawn again. */
export default function Exercise({ id }: { id: string }) {
  const hasSession = useRoom(id);
  useReadMarks(id);
  useWelcome(id);
  useArrivals();
  const status = useStore((state) => state.view?.public.exercise.status ?? null);
  const all = useStore(seesEverything);
  const { role, seat, endedBecause, lookingAs } = useStore((state) => ({ role: state.role, seat: state.seat, endedBecause: state.endedBecause, lookingAs: state.lookingAs }));
  if (!hasSession) return <NotHere />;
  if (endedBecause !== null && status === null) return <Ended id={id} because={endedBecause} />;
  if (status === null)
    return (
      <Frame>
        <Progress label={t('exercise.opening')} />
      </Frame>
    );
  if (all && lookingAs === null)
    return (
      <Suspense fallback={<Frame><Progress label={t('page.loading')} /></Frame>}>
        <ControlRoom />
      </Suspense>
    );
  return role === 'participant' && (status === 'lobby' || (seat === null && status !== 'debrief')) ? <Arriving seat={seat} /> : <Shell />;
}
