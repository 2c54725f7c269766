// The exercise's clock in the bar: what is left by the server's time, or in a course the date at which the phase ends.
import { CalendarClock, Clock as ClockIcon, Coffee, Pause } from 'lucide-react';
import { useState } from 'react';
import { DatesDialog } from '../clock/dates.tsx';
import { useTimeLeft } from '../clock/time.ts';
import { dayText, timeText } from '../clock/when.ts';
import { duration, t } from '../locales/text.ts';
import { useExercise, useStore } from '../store.ts';
import '../clock/clock.css';

/** Below this the clock asks for attention, in milliseconds. */
const LAST_MINUTE = 60_000;

/** A course: the date itself, which opens all of them. */
function DateClock({ deadline, left }: { deadline: number | null; left: number | null }) {
  const [open, setOpen] = useState(false);
  return (
    <>
      <button type="button" className="clock-open" aria-haspopup="dialog" onClick={() => setOpen(true)}>
        <CalendarClock size={20} aria-hidden />
        <span>
          <span className="clock-date numeric" style={{ display: 'block' }}>{deadline === null ? t('clock.open') : t('dates.until', { when: `${dayText(deadline)}, ${timeText(deadline)}` })}</span>
          {left !== null && <span className="clock-note">{t('clock.inTime', { time: duration(left) })}</span>}
        </span>
      </button>
      <DatesDialog open={open} onClose={() => setOpen(false)} />
    </>
  );
}

export function Clock() {
  const exercise = useExercise();
  const left = useTimeLeft();
  const live = useStore((state) => state.cursor.mode === 'live');
  if (!live || !exercise || exercise.status === 'lobby' || exercise.status === 'debrief') return null;
  const paused = exercise.status === 'paused';
  const onBreak = exercise.breakUntil !== null;
  if (exercise.mode === 'course' && !paused) {
    return (
      <div className="clock" data-paused={false}>
        <DateClock deadline={exercise.deadline} left={left} />
      </div>
    );
  }
  return (
    <div className="clock" data-paused={paused} data-last={!paused && left !== null && left < LAST_MINUTE}>
      {onBreak ? <Coffee size={18} aria-hidden /> : paused ? <Pause size={18} aria-hidden /> : <ClockIcon size={18} aria-hidden />}
      <div>
        <div className="clock-time numeric" role="timer" aria-label={t(onBreak ? 'clock.breakLeft' : 'clock.left')}>
          {left === null ? t('clock.open') : duration(left)}
        </div>
        {paused && <div className="clock-note">{t(onBreak ? 'clock.break' : 'clock.paused')}</div>}
      </div>
      {!paused && left !== null && <span className="clock-word">{t('clock.leftWord')}</span>}
    </div>
  );
}
