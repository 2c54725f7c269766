// The exercise's clock: the server's deadline in this device's time, drawn once a second.
import { Clock as ClockIcon, Pause } from 'lucide-react';
import { useSyncExternalStore } from 'react';
import { duration, t } from '../locales/text.ts';
import { useExercise, useStore } from '../store.ts';

/** Beyond this a phase has no limit worth telling: nobody waits for the clock, in milliseconds. */
const NO_HURRY = 5 * 86_400_000;

/** Time moves in steps of this many milliseconds on the screen. */
const TICK = 500;
const tick = () => Math.floor(Date.now() / TICK) * TICK;
function everyTick(listener: () => void): () => void {
  const ticking = setInterval(listener, TICK);
  return () => clearInterval(ticking);
}

/** Milliseconds left in the phase; null where the phase has no limit. */
export function useTimeLeft(): number | null {
  const exercise = useExercise();
  const offset = useStore((state) => state.clockOffset);
  const now = useSyncExternalStore(everyTick, tick);
  const deadline = exercise?.deadline ?? null;
  if (exercise?.remaining != null) return exercise.remaining;
  const left = deadline === null ? null : Math.max(0, deadline - (now + offset));
  return left !== null && left > NO_HURRY ? null : left;
}

/** Below this the clock asks for attention, in milliseconds. */
const LAST_MINUTE = 60_000;

/** Why everything stands still, below the bar. */
export function PausedLine() {
  const exercise = useExercise();
  if (exercise?.status !== 'paused') return null;
  return (
    <div className="looking-as" role="status">
      <Pause size={18} aria-hidden />
      <span className="grow">{t('clock.pausedLine', { reason: exercise.pauseReason || 'none' })}</span>
    </div>
  );
}

export function Clock() {
  const exercise = useExercise();
  const left = useTimeLeft();
  const live = useStore((state) => state.cursor.mode === 'live');
  if (!live || !exercise || exercise.status === 'lobby' || exercise.status === 'debrief') return null;
  const paused = exercise.status === 'paused';
  return (
    <div className="clock" data-paused={paused} data-last={!paused && left !== null && left < LAST_MINUTE}>
      {paused ? <Pause size={18} aria-hidden /> : <ClockIcon size={18} aria-hidden />}
      <div>
        <div className="clock-time numeric" role="timer" aria-label={t('clock.left')}>
          {left === null ? t('clock.open') : duration(left)}
        </div>
        {paused && <div className="clock-note">{t('clock.paused')}</div>}
      </div>
      {!paused && left !== null && <span className="clock-word">{t('clock.leftWord')}</span>}
    </div>
  );
}
