// The notes of the evaluators: filtered, each with its moment, to be changed, taken away, or copied as text.
import { Lock, Megaphone, NotebookPen, Pencil, Trash2 } from 'lucide-react';
import { useMemo, useState } from 'react';
import type { Observation } from '../../../shared/model/state.ts';
import { POWERS, mayAsk } from '../../../shared/model/roles.ts';
import { RATINGS } from '../../../shared/model/vocabulary.ts';
import type { View } from '../../../shared/view/view.ts';
import { Badge, Button, ConfirmButton, CopyButton, EmptyState, Link, Select, type Option } from '../../design/index.ts';
import { t, timeOfDay } from '../../locales/text.ts';
import { SeatMark, nameOf } from '../../seats.tsx';
import { useStore } from '../../store.ts';
import { control } from '../control.ts';
import { NoteBox, NoteForm } from './note-box.tsx';
import { ANY, EVERYTHING, NONE, PIN_KEY_SHOWN, asText, authorsOf, filtered, momentOf, notesOf, type Filter } from './notes.ts';
import './notes.css';

export const RATING_TONES = { P: 'good', S: 'action', M: 'caution', U: 'crisis' } as const;

/** The moment of a note: in the replay once there is one that everybody may open, else in words. */
export function Moment({ note, exercise }: { note: Observation; exercise: View['public']['exercise'] }) {
  const words = momentOf(note);
  if (exercise.status !== 'debrief') return <span className="soft small">{words}</span>;
  return <Link to={`/replay/${exercise.id}?at=${note.at}`} className="small" label={t('note.toMoment', { moment: words })}>{words}</Link>;
}

function Line({ note, view, author, mine, onChange }: { note: Observation; view: View; author: (person: string) => string; mine: boolean; onChange: () => void }) {
  const objective = view.control!.learning.find(({ id }) => id === note.objective)?.text;
  const { removed, changed } = note;
  return (
    <li className="note" data-removed={removed !== null}>
      <div className="row-wrap">
        {note.rating && <Badge tone={RATING_TONES[note.rating]} label={t(`note.rating.${note.rating}`)}>{note.rating}</Badge>}
        {note.seat && <SeatMark seat={note.seat} size="small" />}
        <span className="grow"><Moment note={note} exercise={view.public.exercise} /></span>
        {note.private && <Badge label={t('note.private')}><Lock size={13} aria-hidden /></Badge>}
        {note.disclosed && <Badge tone="caution" label={t('note.disclose')}><Megaphone size={13} aria-hidden /></Badge>}
        <span className="soft small numeric">{[author(note.by), timeOfDay(note.at)].filter((part) => part !== '').join(' · ')}</span>
      </div>
      <p className="free-text">{note.text}</p>
      {objective && <p className="soft small">{objective}</p>}
      {removed ? (
        <p className="small soft">{t('note.removedBy', { name: author(removed.by) || t('note.you'), time: timeOfDay(removed.at) })}</p>
      ) : mine && (
        <div className="row-wrap">
          {changed && <span className="small soft grow">{t('note.changedBy', { name: author(changed.by) || t('note.you'), time: timeOfDay(changed.at) })}</span>}
          <Button size="small" kind="quiet" onPress={onChange} aria-label={t('note.changeNamed', { text: note.text })}>
            <Pencil size={15} aria-hidden /> {t('note.change')}
          </Button>
          <ConfirmButton size="small" kind="quiet" title={t('note.removeTitle')} text={t('note.removeText')} confirm={t('note.remove')} onConfirm={() => void control({ type: 'removeObservation', observation: note.id })}>
            <Trash2 size={15} aria-hidden /> {t('note.remove')}
          </ConfirmButton>
        </div>
      )}
    </li>
  );
}

function Filters({ filter, view, onChange }: { filter: Filter; view: View; onChange: (filter: Filter) => void }) {
  const choices = <T extends string>(all: string, options: Option<T>[]): Option<T | typeof ANY | typeof NONE>[] => [{ id: ANY, label: all }, ...options, { id: NONE, label: t('note.none') }];
  return (
    <div className="note-filters">
      <Select label={t('note.objective')} hideLabel value={filter.objective} options={choices(t('note.anyObjective'), view.control!.learning.map(({ id, text }) => ({ id, label: text })))} onChange={(objective) => onChange({ ...filter, objective })} />
      <Select label={t('note.seat')} hideLabel value={filter.seat} options={choices(t('note.anySeat'), view.public.exercise.seats.map((id) => ({ id, label: nameOf(view.public, id) })))} onChange={(seat) => onChange({ ...filter, seat })} />
      <Select label={t('note.rating')} hideLabel value={filter.rating} options={choices(t('note.anyRating'), RATINGS.map((id) => ({ id, label: t(`note.rating.${id}`) })))} onChange={(rating) => onChange({ ...filter, rating })} />
    </div>
  );
}

/** Whoever writes notes and does nothing else has the box open before them. */
function Desk() {
  const [pinned, setPinned] = useState(0);
  return <section className="card"><div className="card-body"><NoteForm key={pinned} note={null} inPlace onDone={() => setPinned(pinned + 1)} /></div></section>;
}

export function NoteList() {
  const evaluates = useStore((state) => POWERS[state.role].asksAs === 'evaluator' && state.view!.public.exercise.status !== 'lobby');
  return (
    <div className="stack-loose">
      {evaluates && <Desk />}
      <Notes />
    </div>
  );
}

function Notes() {
  const view = useStore((state) => state.view!);
  const self = useStore((state) => state.session?.participant ?? null);
  const [filter, setFilter] = useState(EVERYTHING);
  const [changing, setChanging] = useState<Observation | null>(null);
  const role = useStore((state) => state.role);
  const changes = (note: Observation) => mayAsk(role, 'changeObservation') && (POWERS[role].asksAs !== 'evaluator' || note.by === self);
  const notes = useMemo(() => notesOf(view), [view]);
  if (notes.length === 0) return <EmptyState icon={NotebookPen} title={t('note.empty')}>{t('note.emptyText', { key: PIN_KEY_SHOWN })}</EmptyState>;
  const author = authorsOf(notes, self);
  const shown = filtered(notes, filter).reverse();
  return (
    <div className="stack">
      <Filters filter={filter} view={view} onChange={setFilter} />
      <div className="row-wrap">
        <span className="small soft grow">{t('note.count', { shown: shown.length, all: notes.length })}</span>
        <CopyButton size="small" text={asText(notes, view, self)} label={t('note.copy')} />
      </div>
      {shown.length === 0 ? (
        <p className="small soft">{t('note.filteredOut')}</p>
      ) : (
        <ol className="note-list" aria-label={t('note.tab')}>
          {shown.map((note) => <Line key={note.id} note={note} view={view} author={author} mine={changes(note)} onChange={() => setChanging(note)} />)}
        </ol>
      )}
      <NoteBox note={changing} open={changing !== null} onClose={() => setChanging(null)} />
    </div>
  );
}
