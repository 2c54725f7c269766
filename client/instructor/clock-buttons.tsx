// What exercise control does to the clock, each with the reason that everybody reads.
import { CalendarClock, Coffee, FastForward, Flag, MessageSquareText, Pause, Play, Plus, Timer } from 'lucide-react';
import { useState, type ReactNode } from 'react';
import { PHASES, STAND_INS, type SeatId, type StandIn } from '../../shared/model/vocabulary.ts';
import { Dates } from '../clock/dates.tsx';
import { Button, Choice, ConfirmButton, Dialog, NumberField, Select, TextField } from '../design/index.ts';
import { t } from '../locales/text.ts';
import { namesOf } from '../seats.tsx';
import { readinessOf } from '../shell/ready.ts';
import { useStore } from '../store.ts';
import { control } from './control.ts';
import { MoveDates } from './move-dates.tsx';

const MOST_REASON = 200;

function Reason({ value, onChange, onEnter, focus = false }: { value: string; onChange: (value: string) => void; onEnter?: () => void; focus?: boolean }) {
  return <TextField label={t('control.pauseReason')} hint={t('control.pauseHint')} value={value} onChange={onChange} maxLength={MOST_REASON} autoFocus={focus} onEnter={onEnter} />;
}

interface Asking {
  /** Says more than the label to those who do not see what stands around it. */
  name?: string;
  disabled?: boolean;
}

/** A button that opens a dialog in which the thing is done, with its reason. */
export function ReasonDialog({ icon, label, kind, title, text, done, children, onDone, name, disabled = false }: Asking & { icon: ReactNode; label: string; kind?: 'primary'; title: string; text?: ReactNode; done: string; children?: ReactNode; onDone: (reason: string) => void }) {
  const [open, setOpen] = useState(false);
  const [reason, setReason] = useState('');
  const go = () => {
    setOpen(false);
    setReason('');
    onDone(reason.trim());
  };
  return (
    <>
      <Button kind={kind} isDisabled={disabled} aria-label={name} onPress={() => setOpen(true)}>
        {icon} {label}
      </Button>
      <Dialog open={open} onClose={() => setOpen(false)} title={title} actions={<><Button onPress={() => setOpen(false)}>{t('dialog.cancel')}</Button><Button kind="primary" onPress={go}>{done}</Button></>}>
        <div className="stack">
          {text}
          {children}
          <Reason value={reason} onChange={setReason} onEnter={go} focus={children === undefined} />
        </div>
      </Dialog>
    </>
  );
}

export function PauseButton() {
  return <ReasonDialog icon={<Pause size={17} aria-hidden />} label={t('control.pause')} title={t('control.pauseTitle')} done={t('control.pause')} onDone={(reason) => void control({ type: 'pause', reason })} />;
}

/** At once, or with a word on why. */
export function ResumeButton() {
  return (
    <>
      <Button kind="primary" onPress={() => void control({ type: 'resume' })}>
        <Play size={17} aria-hidden /> {t('control.resume')}
      </Button>
      <ReasonDialog icon={<MessageSquareText size={17} aria-hidden />} label="" name={t('resume.why')} title={t('resume.why')} done={t('control.resume')} onDone={(reason) => void control({ type: 'resume', reason })} />
    </>
  );
}

/** Lengths of breaks that are chosen at a stroke, in minutes. */
const BREAKS = [5, 10, 15, 30] as const;
const LONGEST_BREAK = 240;

/** Asks for the length of a break, or of what is added to one. */
export function BreakDialog({ onBreak, onDone, ...asking }: Asking & { onBreak: boolean; onDone: (minutes: number, reason: string) => void }) {
  const [minutes, setMinutes] = useState<number>(BREAKS[1]);
  const label = t(onBreak ? 'break.extend' : 'break.call');
  return (
    <ReasonDialog {...asking} icon={<Coffee size={17} aria-hidden />} label={label} title={asking.name ?? t(onBreak ? 'break.extendTitle' : 'break.title')} text={<p>{t(onBreak ? 'break.extendText' : 'break.text')}</p>} done={label} onDone={(reason) => onDone(minutes, reason)}>
      <NumberField label={t('break.minutes')} value={minutes} onChange={setMinutes} min={1} max={LONGEST_BREAK} />
      <div className="clock-quick">
        {BREAKS.map((length) => (
          <Button key={length} size="small" onPress={() => setMinutes(length)} aria-pressed={minutes === length}>{t('control.minutes', { minutes: length })}</Button>
        ))}
      </div>
    </ReasonDialog>
  );
}

export function BreakButton() {
  const onBreak = useStore((state) => state.view!.public.exercise.breakUntil !== null);
  return <BreakDialog onBreak={onBreak} onDone={(minutes, reason) => void control({ type: onBreak ? 'extendBreak' : 'callBreak', minutes, reason })} />;
}

/** One and five minutes at a stroke; any other length, also shorter, in a dialog with its reason. */
export function LengthButtons() {
  const [minutes, setMinutes] = useState(10);
  const [way, setWay] = useState<'longer' | 'shorter'>('longer');
  const change = (length: number, reason = '') => void control({ type: 'extendPhase', seconds: length * 60, ...(reason === '' ? {} : { reason }) }, t(length > 0 ? 'control.extended' : 'length.shortened', { minutes: Math.abs(length) }));
  return (
    <>
      {[1, 5].map((length) => (
        <Button key={length} onPress={() => change(length)} aria-label={t('control.extendBy', { minutes: length })}>
          <Plus size={15} aria-hidden /> {t('control.minutes', { minutes: length })}
        </Button>
      ))}
      <ReasonDialog icon={<Timer size={17} aria-hidden />} label={t('length.change')} title={t('length.title')} done={t('length.do')} onDone={(reason) => change(way === 'longer' ? minutes : -minutes, reason)}>
        <Choice label={t('length.way')} value={way} onChange={setWay} options={[{ id: 'longer', label: t('length.longer') }, { id: 'shorter', label: t('length.shorter') }]} />
        <NumberField label={t('break.minutes')} value={minutes} onChange={setMinutes} min={1} max={way === 'longer' ? 24 * 60 : 60} />
      </ReasonDialog>
    </>
  );
}

/** Before the start of a course: its dates, and the way to move them. */
export function CourseDates() {
  const course = useStore((state) => state.view!.public.exercise.mode === 'course');
  if (!course) return null;
  return (
    <section className="card">
      <div className="card-body stack">
        <div className="row-wrap">
          <h2 className="grow">{t('dates.title')}</h2>
          <DatesButton />
        </div>
        <Dates asSet />
      </div>
    </section>
  );
}

export function DatesButton() {
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button onPress={() => setOpen(true)}>
        <CalendarClock size={17} aria-hidden /> {t('move.button')}
      </Button>
      <MoveDates open={open} onClose={() => setOpen(false)} />
    </>
  );
}

const NOBODY: SeatId[] = [];

/** Who has not finished, and what takes the place of orders that are missing. */
function Unfinished({ late, standIn, onChoose }: { late: SeatId[]; standIn: StandIn; onChoose: (standIn: StandIn) => void }) {
  const view = useStore((state) => state.view!.public);
  const { missing } = readinessOf(view);
  const unready = missing.filter((seat) => !late.includes(seat));
  return (
    <>
      {missing.length === 0 && <p>{t('ready.all')}</p>}
      {unready.length > 0 && <p>{t('control.advanceMissing', { count: unready.length, names: namesOf(view, unready) })}</p>}
      {late.length > 0 && (
        <Select label={t('missing.of', { names: namesOf(view, late) })} value={standIn} onChange={onChoose} options={STAND_INS.map((id) => ({ id, label: t(`missing.now.${id}`) }))} />
      )}
    </>
  );
}

/** Goes on to what comes next; asks first where seats have not finished. */
export function AdvanceButton() {
  const late = useStore((state) => state.view!.control?.late ?? NOBODY);
  const asks = useStore((state) => readinessOf(state.view!.public).missing.length > 0);
  const [reason, setReason] = useState('');
  const [chosen, setChosen] = useState<StandIn | null>(null);
  const { phase, turn, turns, missingOrders, practice } = useStore((state) => state.view!.public.exercise);
  const usual = missingOrders === 'pause' ? 'nobody' : missingOrders;
  const after = PHASES[PHASES.indexOf(phase) + 1];
  const label = !after && practice ? t('practice.end') : after ? t('control.advanceTo', { phase: t(`phase.${after}`) }) : turn < turns ? t('control.nextTurn', { turn: turn + 1 }) : t('control.toDebrief');
  const go = () => {
    void control({ type: 'advancePhase', ...(late.length > 0 ? { missing: chosen ?? usual } : {}), ...(reason.trim() === '' ? {} : { reason: reason.trim() }) });
    setReason('');
    setChosen(null);
  };
  return (
    <ConfirmButton
      kind="primary"
      asks={asks}
      title={label}
      confirm={t('control.advanceAnyway')}
      onConfirm={go}
      text={
        <div className="stack">
          <Unfinished late={late} standIn={chosen ?? usual} onChoose={setChosen} />
          <Reason value={reason} onChange={setReason} />
        </div>
      }
    >
      <FastForward size={17} aria-hidden /> {label}
    </ConfirmButton>
  );
}

/** Throws the practice turn away; the exercise itself has not begun. */
function EndPractice() {
  return (
    <ConfirmButton danger title={t('practice.endTitle')} text={t('practice.endText')} confirm={t('practice.end')} onConfirm={() => void control({ type: 'endPractice' }, t('practice.ended'))}>
      <Flag size={17} aria-hidden /> {t('practice.end')}
    </ConfirmButton>
  );
}

export function EndButton() {
  const practice = useStore((state) => state.view?.public.exercise.practice ?? false);
  return practice ? <EndPractice /> : <EndExercise />;
}

function EndExercise() {
  const [reason, setReason] = useState('');
  return (
    <ConfirmButton
      danger
      title={t('control.endTitle')}
      confirm={t('control.endConfirm')}
      onConfirm={() => void control({ type: 'endExercise', ...(reason.trim() === '' ? {} : { reason: reason.trim() }) })}
      text={
        <div className="stack">
          <p>{t('control.endText')}</p>
          <Reason value={reason} onChange={setReason} />
        </div>
      }
    >
      <Flag size={17} aria-hidden /> {t('control.end')}
    </ConfirmButton>
  );
}
