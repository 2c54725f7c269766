// The projector's page: map, phase, clock, severity, and how to join, readable from the back row.
import { Expand } from 'lucide-react';
import { useEffect, useState } from 'react';
import type { EventType } from '../../shared/model/events.ts';
import type { CrisisView, PublicView } from '../../shared/view/view.ts';
import { api } from '../api.ts';
import { ON_WALL, isTold } from '../clock/acts.ts';
import { awaitedText, stillText } from '../clock/lines.tsx';
import { useNow, useTimeLeft } from '../clock/time.ts';
import { whenText } from '../clock/when.ts';
import { Connection } from '../connection.ts';
import { EmptyState, IconButton, Link, Progress, notify } from '../design/index.ts';
import { sentenceOf } from '../events/sentence.ts';
import { newestHeadlines } from '../headlines.ts';
import { QrCode, joinAddress } from '../instructor/join-sheet.tsx';
import { duration, refusalText, t } from '../locales/text.ts';
import { roomTransport } from '../room-transport.ts';
import { namesOf } from '../seats.tsx';
import { instructorToken, keepWallSession, sessionOf, wallSessionOf } from '../session.ts';
import { MapRegion } from '../shell/map-region.tsx';
import { readinessOf } from '../shell/ready.ts';
import { Brand, ExerciseWord, Phases, WorldName } from '../shell/top-bar.tsx';
import { store, useStore } from '../store.ts';
import { failureText, isUnknown } from './failure.ts';
import { Frame } from './frame.tsx';
import './wall.css';

function useWall(code: string): string | null {
  const [failure, setFailure] = useState<string | null>(null);
  useEffect(() => {
    let gone = false;
    const open = async () => {
      const preview = await api.preview(code);
      if (gone) return;
      if (!preview.ok) return setFailure(isUnknown(preview.failure) ? t('join.codeUnknown', { code }) : failureText(preview.failure));
      // The code of a whole class is for joining: a wall shows one world.
      if (preview.value.worlds.length > 1) return setFailure(t('worlds.severalWalls'));
      let session = wallSessionOf(preview.value.exercise);
      if (!session) {
        // Whoever runs the exercise opens a wall behind a closed door too.
        const token = instructorToken() ?? sessionOf(preview.value.exercise)?.token ?? null;
        const joined = await api.join({ code, name: t('wall.name'), role: 'observer' }, token);
        if (gone) return;
        if (!joined.ok) return setFailure(failureText(joined.failure));
        session = joined.value;
        keepWallSession(session);
      }
      const connection = new Connection(session, roomTransport, store, (refusal) => notify(refusalText(refusal), 'refusal'));
      store.open(connection, { session, role: 'observer', connection: 'starting', panel: null });
      void connection.start();
    };
    void open();
    return () => {
      gone = true;
      store.open(null);
    };
  }, [code]);
  return failure;
}

/** The address other devices reach; the server tells it to the instructor, whose browser usually drives the projector. */
function useJoinAddress(code: string): string {
  const [urls, setUrls] = useState<string[]>([]);
  useEffect(() => {
    if (instructorToken() === null) return;
    let gone = false;
    void api.exercises().then((answer) => {
      if (!gone && answer.ok) setUrls(answer.value.find((card) => card.code === code)?.joinUrls ?? []);
    });
    return () => {
      gone = true;
    };
  }, [code]);
  return joinAddress(code, urls);
}

/** What a person types into a browser before the code: short enough to be read from the back row. */
const hostOf = (address: string): string => new URL(address).host;

/** What was done to the clock lately and why, and whose orders the lock waits for. */
function WallActs({ view }: { view: PublicView }) {
  const now = useNow();
  const told = view.clockActs.filter((act) => isTold(act, view.exercise, now, ON_WALL)).slice(-2);
  const waiting = awaitedText(view);
  if (told.length === 0 && waiting === null) return null;
  return (
    <ul className="wall-acts" aria-label={t('clock.acts')}>
      {waiting !== null && <li>{waiting}</li>}
      {told.map(({ at, type, data }) => (
        <li key={`${at} ${type}`}>{sentenceOf({ type: type as EventType, data }, { view, own: null })}</li>
      ))}
    </ul>
  );
}

function WallClock() {
  const left = useTimeLeft();
  const view = useStore((state) => state.view!.public);
  const { exercise } = view;
  if (exercise.status === 'lobby' || exercise.status === 'debrief') return <span className="wall-status">{t(`status.${exercise.status}`)}</span>;
  return (
    <div className="wall-clock" data-paused={exercise.status === 'paused'}>
      <div role="timer" aria-label={t('clock.left')} className="numeric">
        {left === null ? t('clock.open') : duration(left)}
      </div>
      {exercise.status === 'paused' && <p>{stillText(exercise, (seats) => namesOf(view, seats))}</p>}
      {exercise.status === 'running' && exercise.mode === 'course' && exercise.deadline !== null && <p>{t('dates.until', { when: whenText(exercise.deadline) })}</p>}
      <WallActs view={view} />
    </div>
  );
}

function Severity({ crisis }: { crisis: CrisisView }) {
  const before = crisis.history.at(-1)?.severity;
  const change = before === undefined ? 0 : crisis.severity - before;
  return (
    <li className="wall-crisis">
      <span className="wall-number">{crisis.number}</span>
      <div className="grow">
        <strong>{crisis.name}</strong>
        <div className="wall-track" role="meter" aria-label={t('wall.severityOf', { name: crisis.name })} aria-valuenow={crisis.severity} aria-valuemin={0} aria-valuemax={100}>
          <div style={{ width: `${crisis.severity}%` }} />
        </div>
      </div>
      <span className="wall-severity numeric">
        {crisis.severity}
        {change !== 0 && <small>{t('wall.change', { change })}</small>}
      </span>
    </li>
  );
}

/** As many as the back row can read. */
const MOST_HEADLINES = 3;

function Headlines({ view }: { view: PublicView }) {
  const headlines = newestHeadlines(view, MOST_HEADLINES);
  if (headlines.length === 0) return null;
  return (
    <footer className="wall-headlines on-navy" aria-label={t('headline.heading')} role="region" aria-live="polite">
      <ul>
        {headlines.map(({ id, outlet, text }) => (
          <li key={id}>
            <strong>{text}</strong>
            <span>{outlet}</span>
          </li>
        ))}
      </ul>
    </footer>
  );
}

export default function Wall({ code }: { code: string }) {
  const failure = useWall(code);
  const address = useJoinAddress(code);
  const view = useStore((state) => state.view?.public ?? null);
  if (failure !== null)
    return (
      <Frame>
        <EmptyState title={failure} action={<Link to="/" className="button">{t('page.unknown.home')}</Link>} />
      </Frame>
    );
  if (!view)
    return (
      <Frame>
        <Progress label={t('exercise.opening')} />
      </Frame>
    );
  const { exercise } = view;
  const crises = Object.values(view.crises).filter((crisis) => crisis.open).sort((a, b) => a.number - b.number);
  const { ready, seats, missing } = readinessOf(view);
  return (
    <div className="wall" data-phase={exercise.phase} data-turn={exercise.turn} data-seat="" data-status={exercise.status}>
      <header className="bar wall-bar on-navy">
        <span className="brand-always"><Brand /></span>
        <ExerciseWord />
        <h1 className="wall-title">{exercise.title} <WorldName /></h1>
        <Phases />
        {exercise.status !== 'lobby' && <strong className="wall-turn">{exercise.practice ? t('practice.turn') : t('bar.turn', { turn: exercise.turn, turns: exercise.turns })}</strong>}
        <IconButton label={t('wall.full')} onPress={() => void document.documentElement.requestFullscreen?.()}>
          <Expand size={20} aria-hidden />
        </IconButton>
      </header>
      <main className="wall-main">
        <MapRegion />
        <aside className="wall-side">
          <div className="wall-card wall-now">
            {exercise.status !== 'lobby' && exercise.status !== 'debrief' && <p className="wall-phase">{t(`phase.${exercise.phase}`)}</p>}
            <WallClock />
            {exercise.status !== 'lobby' && seats > 0 && (
              <p className="wall-ready">
                <strong>{t('ready.count', { ready, seats })}</strong>
                {missing.length > 0 && missing.length <= 4 && <span> {t('ready.missing', { names: namesOf(view, missing) })}</span>}
              </p>
            )}
          </div>
          {crises.length > 0 && (
            <section className="wall-card" aria-label={t('wall.crises')}>
              <h2>{t('wall.crises')}</h2>
              <ul>
                {crises.map((crisis) => (
                  <Severity key={crisis.id} crisis={crisis} />
                ))}
              </ul>
            </section>
          )}
          <section className="wall-card wall-join" aria-label={t('joinSheet.title')}>
            <div className="grow">
              <h2>{t('joinSheet.title')}</h2>
              <p className="wall-code numeric">{code}</p>
              <p className="wall-address">{hostOf(address)}</p>
            </div>
            <QrCode text={address} label={t('joinSheet.qr', { code })} />
          </section>
        </aside>
      </main>
      <Headlines view={view} />
    </div>
  );
}
