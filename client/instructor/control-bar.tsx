// The buttons with which exercise control runs the clock.
import { Download, History, Undo2 } from 'lucide-react';
import { api } from '../api.ts';
import { Button, Link, Tooltip, notify } from '../design/index.ts';
import { saveFile } from '../download.ts';
import { t } from '../locales/text.ts';
import { failureText } from '../pages/failure.ts';
import { store, useStore, type StoreState } from '../store.ts';
import { AdvanceButton, BreakButton, DatesButton, EndButton, LengthButtons, PauseButton, ResumeButton } from './clock-buttons.tsx';
import { control } from './control.ts';
import { undoText } from './msel.ts';

/** What Undo takes back, in words. */
function undoOf({ view, presence, session }: StoreState): { act: number | null; what: string; label: string } {
  const control = view?.control;
  if (!control?.undo) return { act: null, what: '', label: '' };
  const { id, by } = control.undo;
  const what = undoText(control.undo, control, view!.public, presence);
  const person = by.replace(/^control:/, '');
  return { act: id, what, label: person === session?.participant ? t('undo.button', { what }) : t('undo.of', { by: presence[person]?.name || t('word.control'), what }) };
}

/** Takes back the last act that can be; what people have seen is none. An act of somebody else is named as theirs. */
export function UndoButton() {
  const { act, what, label } = useStore(undoOf);
  const over = useStore((state) => state.view!.public.exercise.status === 'debrief');
  if (act === null) return over ? null : <Button isDisabled><Undo2 size={17} aria-hidden /> {t('undo.nothing')}</Button>;
  return (
    <Tooltip text={label}>
      <Button className="undo" aria-label={label} onPress={() => void control({ type: 'undoAct', act }, t('undo.done', { what }))}>
        <Undo2 size={17} aria-hidden /> <span>{label}</span>
      </Button>
    </Tooltip>
  );
}

async function downloadRecord(id: string): Promise<void> {
  const answer = await api.record(id, store.get().session?.token ?? '');
  if (answer.ok) saveFile(answer.value, `${id}.entente.jsonl`);
  else notify(failureText(answer.failure), 'refusal');
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
  return (
    <div className="control-bar" role="toolbar" aria-label={t('control.clock')}>
      {exercise.status !== 'debrief' && (
        <>
          {exercise.status === 'running' ? <PauseButton /> : <ResumeButton />}
          {(exercise.status === 'running' || exercise.breakUntil !== null) && <BreakButton />}
          {exercise.mode === 'course' ? <DatesButton /> : exercise.breakUntil === null && <LengthButtons />}
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
      {exercise.status !== 'debrief' && <EndButton />}
    </div>
  );
}
