// Numbers that exercise control sets over the heads of the rules: the form with its reason, and what was set so far.
import { Scale } from 'lucide-react';
import { useState } from 'react';
import { DOMAINS } from '../../shared/model/vocabulary.ts';
import { path } from '../../shared/model/fields.ts';
import type { Override } from '../../shared/model/state.ts';
import type { PublicView } from '../../shared/view/view.ts';
import { Badge, Button, EmptyState, NumberField, Select, TextField, announce, notify } from '../design/index.ts';
import { refusalText, t, timeOfDay } from '../locales/text.ts';
import { May } from '../may.tsx';
import { numberName } from '../panels/why/paths.ts';
import { send, useStore } from '../store.ts';
import { sentence, signed } from '../words.ts';
import { numbersOf, subjectsOf } from './effects.ts';
import { levelOf } from './levels.ts';
import './notes/notes.css';

/** Numbers of a country or a crisis that can be set: those that injects move, and what ties it to others. */
export function settableOf(view: PublicView, subject: string): string[] {
  const [kind, id = ''] = subject.split('/');
  if (kind === 'organisation') return [path.fund(id)];
  if (kind !== 'seat') return numbersOf(view, subject);
  const others = view.exercise.seats.filter((seat) => seat !== id);
  return [
    ...numbersOf(view, subject), ...DOMAINS.map((domain) => path.capability(id, domain)),
    ...others.flatMap((seat) => [path.grievance(id, seat), path.interoperability(id, seat)]),
  ];
}

export function settableSubjects(view: PublicView): { id: string; label: string }[] {
  const organisations = Object.values(view.organisations).map(({ id, name }) => ({ id: `organisation/${id}`, name }));
  return [...subjectsOf(view), ...organisations].map(({ id, name }) => ({ id, label: name }));
}

function OverrideForm() {
  const view = useStore((state) => state.view!);
  const subjects = settableSubjects(view.public);
  const [subject, setSubject] = useState(subjects[0]!.id);
  const [chosen, setChosen] = useState<string | null>(null);
  const numbers = settableOf(view.public, subject);
  const number = chosen !== null && numbers.includes(chosen) ? chosen : numbers[0]!;
  const now = levelOf(view, number);
  const [wanted, setWanted] = useState<number | null>(null);
  const [reason, setReason] = useState('');
  const [error, setError] = useState<{ field: string; text: string } | null>(null);
  const [busy, setBusy] = useState(false);
  const to = wanted ?? now ?? 0;
  const pick = (next: string | null) => {
    setChosen(next);
    setWanted(null);
    setError(null);
  };
  const set = async () => {
    setBusy(true);
    const answer = await send({ type: 'overrideNumber', path: number, to, reason: reason.trim() || ' ' });
    setBusy(false);
    if (!answer.accepted) {
      const text = refusalText(answer.refusal);
      announce(text);
      return setError({ field: answer.refusal.subject ?? '', text });
    }
    notify(t('override.done', { number: numberName(number, view.public), to }));
    setReason('');
    pick(number);
  };
  return (
    <form
      className="stack speak"
      onSubmit={(event) => {
        event.preventDefault();
        void set();
      }}
    >
      <h3>{t('override.title')}</h3>
      <p className="soft small">{t('override.lead')}</p>
      <div className="two-fields">
        <Select label={t('effect.of')} value={subject} options={subjects} onChange={(next) => { setSubject(next); pick(null); }} />
        <NumberField label={t('override.to')} hint={now === null ? '' : t('override.now', { now })} value={to} min={0} max={100_000} onChange={setWanted} error={error?.field === 'to' ? error.text : null} />
      </div>
      <Select label={t('effect.number')} value={number} options={numbers.map((id) => ({ id, label: sentence(numberName(id, view.public)) }))} onChange={pick} />
      <TextField label={t('override.reason')} hint={t('override.reasonHint')} value={reason} maxLength={300} rows={2} onChange={setReason} error={error && error.field !== 'to' ? error.text : null} />
      <div>
        <Button kind="primary" type="submit" isDisabled={busy}>
          <Scale size={16} aria-hidden /> {t('override.set')}
        </Button>
      </div>
    </form>
  );
}

function Line({ override, view }: { override: Override; view: PublicView }) {
  const names = useStore((state) => state.presence);
  const who = names[override.by.split(':')[1] ?? '']?.name ?? '';
  return (
    <li className="note" data-removed={override.undone !== null}>
      <div className="row-wrap">
        <strong className="grow">{sentence(numberName(override.path, view))}</strong>
        <span className="numeric">{t('override.change', { before: override.before, after: override.after, change: signed(override.after - override.before) })}</span>
        {override.undone && <Badge>{t('override.undone')}</Badge>}
      </div>
      <p className="free-text">{override.reason}</p>
      <p className="soft small">{[t('msel.at', { turn: override.turn, phase: t(`phase.${override.phase}`) }), who, timeOfDay(override.at)].filter((part) => part !== '').join(' · ')}</p>
    </li>
  );
}

export function Overrides() {
  const view = useStore((state) => state.view!.public);
  const overrides = useStore((state) => state.view!.control?.overrides ?? {});
  const list = Object.values(overrides).sort((a, b) => b.at - a.at);
  return (
    <section className="stack-loose" aria-label={t('override.heading')}>
      {view.exercise.status !== 'debrief' && <May ask="overrideNumber"><OverrideForm /></May>}
      {list.length === 0 ? (
        <EmptyState icon={Scale} title={t('override.none')}>{t('override.noneText')}</EmptyState>
      ) : (
        <ul className="note-list" aria-label={t('override.heading')}>
          {list.map((override) => <Line key={override.id} override={override} view={view} />)}
        </ul>
      )}
    </section>
  );
}
