// The screen of a seat: bar, rail, map, panel and strip. The same for a participant, an observer, and exercise control looking as a seat.
import { watchedSeat } from '../../shared/model/roles.ts';
import { Eye, Hand, Inbox, WifiOff } from 'lucide-react';
import { Suspense, useEffect } from 'react';
import { ClockLines } from '../clock/lines.tsx';
import { Boundary, Button, Link, Progress } from '../design/index.ts';
import { t, tOr } from '../locales/text.ts';
import { seesEverything } from '../may.tsx';
import { sheet } from '../orders/sheet.ts';
import { nameOf } from '../seats.tsx';
import { actsFor, openPanel, sightOf, store, useExercise, useStore, type Selection } from '../store.ts';
import { PANELS } from '../panels/registry.ts';
import { waiting } from '../panels/tray/waiting.ts';
import { useFollowPhase } from './follow-phase.ts';
import { MapRegion } from './map-region.tsx';
import { Rail, offered } from './rail.tsx';
import { Strip } from './strip.tsx';
import { TopBar } from './top-bar.tsx';
import { Welcome } from './welcome.tsx';
import '../panels/panels.css';
import './shell.css';

function openPanelFor(selection: Selection | null): void {
  if (!selection) return;
  const fitting = PANELS.filter((entry) => entry.opensFor?.includes(selection.kind));
  const current = store.get().panel;
  if (fitting.length > 0 && !fitting.some((entry) => entry.id === current)) openPanel(fitting[0]!.id);
}

/** Selecting something opens the panel that is about such things, unless the open one is; selecting the same thing once more brings it back. */
function useSelectionOpensPanel() {
  useEffect(() => {
    let before = store.get().selection;
    openPanelFor(before);
    return store.subscribe(() => {
      const { selection } = store.get();
      if (selection === before) return;
      before = selection;
      openPanelFor(selection);
    });
  }, []);
}

/** A line above every other panel while something waits for an answer. */
function WaitingLine() {
  const count = useStore(waiting);
  const panel = useStore((state) => state.panel);
  if (count === 0 || panel === 'tray') return null;
  return (
    <button type="button" className="waiting-line" onClick={() => openPanel('tray')}>
      <Inbox size={18} aria-hidden />
      <span className="grow">{t('tray.waiting', { count })}</span>
      <span className="waiting-show">{t('tray.show')}</span>
    </button>
  );
}

function Side() {
  const entries = useStore(offered);
  const panel = useStore((state) => state.panel);
  if (panel === null) return null;
  const entry = entries.find((candidate) => candidate.id === panel) ?? entries[0];
  if (!entry) return null;
  const Component = entry.component;
  return (
    <div className="side" id="side">
      <WaitingLine />
      <div className="side-panel">
        <Boundary key={entry.id}>
          <Suspense fallback={<div className="panel-body"><Progress label={t('page.loading')} /></div>}>
            <Component key={entry.id} />
          </Suspense>
        </Boundary>
      </div>
    </div>
  );
}

/** The link is gone for good; what was shown last stays to be read. */
function EndedLine() {
  const because = useStore((state) => (state.connection === 'ended' && state.cursor.mode === 'live' ? state.endedBecause : null));
  if (because === null) return null;
  return (
    <div className="looking-as" role="status">
      <WifiOff size={18} aria-hidden />
      <span className="grow">{tOr(because, t('network.failed'))}</span>
      <Link to="/join" className="button">{t('home.joinGo')}</Link>
    </div>
  );
}

/** What one has begun to write for a seat stays with it: the next is begun with clean paper. */
function changeHands(part: { acting: boolean; lookingAs?: null }): void {
  sheet.flush();
  sheet.discard();
  store.set({ drafts: {}, ...part });
}

function LookingAs({ seat }: { seat: string }) {
  const name = useStore((state) => nameOf(state.view?.public, seat));
  const acting = useStore((state) => actsFor(state) !== null);
  const mayAct = useStore((state) => state.role === 'control' && state.cursor.mode === 'live' && state.view?.public.exercise.status !== 'debrief');
  const Icon = acting ? Hand : Eye;
  return (
    <div className="looking-as" role="status" data-acting={acting}>
      <Icon size={18} aria-hidden />
      <span className="grow">{t(acting ? 'acting.for' : mayAct ? 'acting.may' : 'looking.as', { name })}</span>
      {mayAct && <Button size="small" onPress={() => changeHands({ acting: !acting })}>{t(acting ? 'acting.stop' : 'acting.begin')}</Button>}
      <Button size="small" onPress={() => changeHands({ acting: false, lookingAs: null })}>{t('looking.back')}</Button>
    </div>
  );
}

/** An observer was invited to this one screen. */
function Watching({ seat }: { seat: string }) {
  const name = useStore((state) => nameOf(state.view?.public, seat));
  return (
    <div className="looking-as" role="status">
      <Eye size={18} aria-hidden />
      <span className="grow">{t('staff.watching', { name })}</span>
    </div>
  );
}

export function Shell() {
  const exercise = useExercise();
  const seat = useStore((state) => state.lookingAs ?? state.seat);
  const lookingAs = useStore((state) => (seesEverything(state) ? state.lookingAs : null));
  const watched = useStore(({ session, cursor }) => (session !== null && cursor.mode === 'live' ? watchedSeat(session) : null));
  const alone = useStore((state) => state.panel === null);
  useSelectionOpensPanel();
  useFollowPhase(useStore((state) => sightOf(state) !== null));
  return (
    <div className="shell" data-phase={exercise?.phase} data-turn={exercise?.turn} data-seat={seat ?? ''} data-status={exercise?.status} data-alone={alone}>
      <TopBar seat={seat} />
      <EndedLine />
      <ClockLines />
      {lookingAs && <LookingAs seat={lookingAs} />}
      {watched !== null && <Watching seat={watched} />}
      <main className="shell-main">
        <Rail />
        <MapRegion />
        <Side />
      </main>
      <Strip />
      <Welcome />
    </div>
  );
}
