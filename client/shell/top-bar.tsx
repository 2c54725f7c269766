// The bar at the top of every exercise screen: what runs, where it stands, how long is left, and who one is.
import { Check, WifiOff } from 'lucide-react';
import type { ReactNode } from 'react';
import { PHASES } from '../../shared/model/vocabulary.ts';
import { letterOf } from '../cohort/worlds.ts';
import { Link } from '../design/index.ts';
import { t } from '../locales/text.ts';
import { SeatMark } from '../seats.tsx';
import { useExercise, useStore } from '../store.ts';
import { roleInTeam } from '../team/standing.ts';
import { exerciseWord } from '../words.ts';
import { Clock } from './clock.tsx';

export function Brand() {
  return (
    <span className="brand">
      <svg width="30" height="20" viewBox="0 0 30 20" aria-hidden>
        <circle cx="10" cy="10" r="7.5" fill="none" stroke="#F0C66B" strokeWidth="3" />
        <circle cx="20" cy="10" r="7.5" fill="none" stroke="#86B5E3" strokeWidth="3" />
      </svg>
      <span className="brand-name">{t('app.name')}</span>
    </span>
  );
}

export function Phases() {
  const exercise = useExercise();
  if (!exercise || exercise.status === 'lobby' || exercise.status === 'debrief') return <div className="phases" />;
  const now = PHASES.indexOf(exercise.phase);
  return (
    <ol className="phases" aria-label={t('bar.phases')}>
      {PHASES.map((phase, place) => (
        <li key={phase} className="phase-step" data-state={place < now ? 'done' : place === now ? 'now' : 'next'} aria-current={place === now ? 'step' : undefined}>
          <span className="phase-number" aria-hidden>
            {place < now ? <Check size={13} strokeWidth={3} /> : place + 1}
          </span>
          <span className="phase-name">{t(`phase.${phase}`)}</span>
        </li>
      ))}
    </ol>
  );
}

/** Which of several worlds this is; nothing where there is one. */
export function WorldName() {
  const world = useStore((state) => state.session?.world);
  return world === undefined ? null : <span className="bar-world">{t('worlds.world', { letter: letterOf(world) })}</span>;
}

function Where() {
  const exercise = useExercise();
  if (!exercise) return null;
  return (
    <div className="bar-title">
      <h1>{exercise.title}</h1>
      <span className="bar-note">
        <WorldName /> {exercise.status === 'lobby' || exercise.status === 'debrief' ? t(`status.${exercise.status}`) : exercise.practice ? t('practice.turn') : t('bar.turn', { turn: exercise.turn, turns: exercise.turns })}
      </span>
    </div>
  );
}

export function SeatBadge({ seat }: { seat: string | null }) {
  const view = useStore((state) => (seat === null ? null : (state.view?.public.seats[seat] ?? null)));
  const role = useStore((state) => state.role);
  const invited = useStore((state) => state.session?.link !== undefined);
  const teamRole = useStore(roleInTeam);
  return (
    <div className="bar-seat">
      {seat !== null && view ? (
        <>
          <SeatMark seat={seat} />
          <div className="bar-title">
            <strong>{view.name}</strong>
            <span className="bar-note">{teamRole === null ? view.ministry : t(`team.role.${teamRole}`)}</span>
          </div>
        </>
      ) : (
        <div className="bar-title">
          <strong>{t(`role.${role}`)}</strong>
          {role !== 'participant' && <span className="bar-note">{t(invited ? 'role.invitedNote' : role === 'control' ? 'role.controlNote' : 'role.observerNote')}</span>}
        </div>
      )}
    </div>
  );
}

export function ExerciseWord() {
  const view = useStore((state) => state.view?.public);
  return <span className="exercise-word" data-practice={view?.exercise.practice ?? false}>{exerciseWord(view)}</span>;
}

export function TopBar({ seat, children }: { seat: string | null; children?: ReactNode }) {
  const connection = useStore((state) => state.connection);
  return (
    <header className="bar on-navy">
      <Link to="/" className="brand-link" label={t('bar.home')}>
        <Brand />
      </Link>
      <ExerciseWord />
      <Where />
      <Phases />
      {children}
      {connection === 'reconnecting' && (
        <span className="bar-link" role="status">
          <WifiOff size={16} aria-hidden /> {t('connection.reconnecting')}
        </span>
      )}
      <Clock />
      <SeatBadge seat={seat} />
    </header>
  );
}
