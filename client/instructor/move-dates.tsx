// Moving the dates of a course while it runs: one of them, or it and all that come after.
import { useState } from 'react';
import { compare } from '../../shared/rules/schedule.ts';
import { CalendarWays, Dates } from '../clock/dates.tsx';
import { dayAndTime, momentOf, movedDates } from '../clock/planning.ts';
import { whenText } from '../clock/when.ts';
import { DateField, TimeField } from '../design/date-fields.tsx';
import { Button, Checkbox, Dialog, Select, TextField, notify } from '../design/index.ts';
import { refusalText, t } from '../locales/text.ts';
import { send, useStore } from '../store.ts';

function MoveForm({ onDone }: { onDone: () => void }) {
  const { exercise, schedule } = useStore((state) => state.view!.public);
  const coming = schedule.filter((date) => exercise.turn === 0 || compare(date, exercise) >= 0);
  const zone = exercise.zone ?? 'UTC';
  const [chosen, setChosen] = useState(coming[0] ?? null);
  const [wish, setWish] = useState(chosen && dayAndTime(chosen.at, zone));
  const [following, setFollowing] = useState(true);
  const [reason, setReason] = useState('');
  const [error, setError] = useState<string | null>(null);
  if (!chosen || !wish) return <p className="soft">{t('move.none')}</p>;
  const key = ({ turn, phase }: typeof chosen) => `${turn}/${phase}`;
  const choose = (id: string) => {
    const next = coming.find((date) => key(date) === id)!;
    setChosen(next);
    setWish(dayAndTime(next.at, zone));
    setError(null);
  };
  const dates = movedDates(schedule, { ...chosen, at: momentOf(wish.day, wish.time, zone) }, following, zone);
  const last = dates.at(-1)!;
  const submit = async () => {
    const answer = await send({ type: 'moveDeadlines', deadlines: dates, reason: reason.trim() });
    if (!answer.accepted) return setError(refusalText(answer.refusal));
    notify(t('move.done', { count: dates.length }));
    onDone();
  };
  return (
    <form
      className="stack"
      onSubmit={(event) => {
        event.preventDefault();
        void submit();
      }}
    >
      <Select label={t('move.which')} value={key(chosen)} onChange={choose} options={coming.map((date) => ({ id: key(date), label: t('move.option', { turn: date.turn, phase: date.phase, when: whenText(date.at, zone) }) }))} />
      <div className="pair">
        <DateField label={t('move.day')} hint={t('move.zone', { zone: zone.replaceAll('_', ' ') })} value={wish.day} onChange={(day) => setWish({ ...wish, day })} error={error} />
        <TimeField label={t('plan.time')} value={wish.time} onChange={(time) => setWish({ ...wish, time })} />
      </div>
      <Checkbox label={t('move.following')} hint={dates.length > 1 ? t('move.last', { turn: last.turn, phase: last.phase, when: whenText(last.at, zone) }) : undefined} selected={following} onChange={setFollowing} />
      <TextField label={t('control.pauseReason')} hint={t('control.pauseHint')} value={reason} onChange={setReason} maxLength={200} />
      <div className="dialog-actions">
        <Button onPress={onDone}>{t('dialog.cancel')}</Button>
        <Button kind="primary" type="submit">{t('move.do', { count: dates.length })}</Button>
      </div>
    </form>
  );
}

export function MoveDates({ open, onClose }: { open: boolean; onClose: () => void }) {
  return (
    <Dialog open={open} onClose={onClose} title={t('dates.title')} size="wide">
      {open && (
        <div className="planning">
          <div className="stack">
            <Dates asSet />
            <CalendarWays />
          </div>
          <MoveForm onDone={onClose} />
        </div>
      )}
    </Dialog>
  );
}
