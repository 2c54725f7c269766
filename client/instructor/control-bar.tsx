// The buttons with which exercise control runs the clock.
import { Download, FastForward, Flag, History, Pause, Play, Plus, Undo2 } from 'lucide-react';
import { useState } from 'react';
import type { ControlCommand } from '../../shared/model/commands.ts';
import { PHASES } from '../../shared/model/vocabulary.ts';
import { api } from '../api.ts';
import { Button, ConfirmButton, Dialog, Link, TextField, Tooltip, notify } from '../design/index.ts';
import { refusalText, t } from '../locales/text.ts';
import { failureText } from '../pages/failure.ts';
import { namesOf } from '../seats.tsx';
import { readinessOf } from '../shell/ready.ts';
import { send, store, useStore } from '../store.ts';
import { undoText } from './msel.ts';

/** Carries out a command of exercise control; a refusal is shown where all of them are. */
export async function control(command: ControlCommand, done?: string): Promise<boolean> {
  const answer = await send(command);
  if (!answer.accepted) notify(refusalText(answer.refusal), 'refusal');
  else if (done) notify(done);
  return answer.accepted;
}

function PauseButton() {
  const [open, setOpen] = useState(false);
  const [reason, setReason] = useState('');
  const pause = () => {
    setOpen(false);
    void control({ type: 'pause', reason: reason.trim() });
    setReason('');
  };
  return (
    <>
      <Button onPress={() => setOpen(true)}>
        <Pause size={17} aria-hidden /> {t('control.pause')}
      </Button>
      <Dialog open={open} onClose={() => setOpen(false)} title={t('control.pauseTitle')} actions={<><Button onPress={() => setOpen(false)}>{t('dialog.cancel')}</Button><Button kind="primary" onPress={pause}>{t('control.pause')}</Button></>}>
        <TextField label={t('control.pauseReason')} hint={t('control.pauseHint')} value={reason} onChange={setReason} maxLength={200} autoFocus onEnter={pause} />
      </Dialog>
    </>
  );
}

function AdvanceButton() {
  const view = useStore((state) => state.view!.public);
  const { phase, turn, turns } = view.exercise;
  const { missing } = readinessOf(view);
  const after = PHASES[PHASES.indexOf(phase) + 1];
  const label = after ? t('control.advanceTo', { phase: t(`phase.${after}`) }) : turn < turns ? t('control.nextTurn', { turn: turn + 1 }) : t('control.toDebrief');
  const go = () => void control({ type: 'advancePhase' });
  return (
    <ConfirmButton kind="primary" asks={missing.length > 0} title={label} text={missing.length === 0 ? t('ready.all') : t('control.advanceMissing', { count: missing.length, names: namesOf(view, missing) })} confirm={t('control.advanceAnyway')} onConfirm={go}>
      <FastForward size={17} aria-hidden /> {label}
    </ConfirmButton>
  );
}

/** Takes back the last act that can be; what people have seen is none. */
function UndoButton() {
  const view = useStore((state) => state.view!);
  const act = view.control?.undo;
  if (!view.control) return null;
  if (!act) return view.public.exercise.status === 'debrief' ? null : <Button isDisabled><Undo2 size={17} aria-hidden /> {t('undo.nothing')}</Button>;
  const what = undoText(act, view.control, view.public);
  return (
    <Tooltip text={t('undo.button', { what })}>
      <Button className="undo" aria-label={t('undo.button', { what })} onPress={() => void control({ type: 'undoAct', act: act.id }, t('undo.done', { what }))}>
        <Undo2 size={17} aria-hidden /> <span>{t('undo.button', { what })}</span>
      </Button>
    </Tooltip>
  );
}

async function downloadRecord(id: string): Promise<void> {
  const answer = await api.record(id, store.get().session?.token ?? '');
  if (!answer.ok) return notify(failureText(answer.failure), 'refusal');
  const url = URL.createObjectURL(answer.value);
  const link = document.createElement('a');
  link.href = url;
  link.download = `${id}.entente.jsonl`;
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
}

/** The record file, as far as one may have it. */
export function RecordButton({ id }: { id: string }) {
  return (
    <Button onPress={() => void downloadRecord(id)}>
      <Download size={17} aria-hidden /> {t('control.record')}
    </Button>
  );
}

export function ControlBar() {
  const exercise = useStore((state) => state.view!.public.exercise);
  const running = exercise.status === 'running';
  const extend = (minutes: number) => void control({ type: 'extendPhase', seconds: minutes * 60 }, t('control.extended', { minutes }));
  return (
    <div className="control-bar" role="toolbar" aria-label={t('control.clock')}>
      {exercise.status !== 'debrief' && (
        <>
          {running ? (
            <PauseButton />
          ) : (
            <Button kind="primary" onPress={() => void control({ type: 'resume' })}>
              <Play size={17} aria-hidden /> {t('control.resume')}
            </Button>
          )}
          <Button onPress={() => extend(1)} aria-label={t('control.extendBy', { minutes: 1 })}>
            <Plus size={15} aria-hidden /> {t('control.minutes', { minutes: 1 })}
          </Button>
          <Button onPress={() => extend(5)} aria-label={t('control.extendBy', { minutes: 5 })}>
            <Plus size={15} aria-hidden /> {t('control.minutes', { minutes: 5 })}
          </Button>
          <AdvanceButton />
        </>
      )}
      {exercise.status === 'debrief' && (
        <Link to={`/replay/${exercise.id}`} className="button">
          <History size={17} aria-hidden /> {t('control.replay')}
        </Link>
      )}
      <span className="grow" />
      <UndoButton />
      <RecordButton id={exercise.id} />
      {exercise.status !== 'debrief' && (
        <ConfirmButton danger title={t('control.endTitle')} text={t('control.endText')} confirm={t('control.endConfirm')} onConfirm={() => void control({ type: 'endExercise' })}>
          <Flag size={17} aria-hidden /> {t('control.end')}
        </ConfirmButton>
      )}
    </div>
  );
}
