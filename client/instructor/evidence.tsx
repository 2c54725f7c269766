// Notes for the evaluation, gathered under the learning objectives they are about.
import { CircleCheck, CircleX, ClipboardCheck } from 'lucide-react';
import type { Evidence as Note, Observation } from '../../shared/model/state.ts';
import { RATINGS } from '../../shared/model/vocabulary.ts';
import { proposalFor } from '../../shared/rules/evaluation.ts';
import type { ControlSlice, View } from '../../shared/view/view.ts';
import { Badge, Card, EmptyState } from '../design/index.ts';
import { t } from '../locales/text.ts';
import { SeatMark } from '../seats.tsx';
import { useStore } from '../store.ts';
import { Moment, RATING_TONES } from './notes/note-list.tsx';
import { notesOf } from './notes/notes.ts';

/** The notes of each objective, oldest first; those of no objective come last under null. */
export function evidenceByObjective({ evidence, learning }: Pick<ControlSlice, 'evidence' | 'learning'>): { objective: ControlSlice['learning'][number] | null; notes: Note[] }[] {
  const notes = Object.values(evidence).sort((a, b) => a.turn - b.turn);
  const known = new Set(learning.map(({ id }) => id));
  const groups = learning.map((objective) => ({ objective, notes: notes.filter((note) => note.objective === objective.id) }));
  const rest = notes.filter(({ objective }) => objective === null || !known.has(objective));
  return rest.length === 0 ? groups : [...groups, { objective: null, notes: rest }];
}

function NoteLine({ note, tasks, msel }: { note: Note; tasks: readonly string[]; msel: ControlSlice['msel'] }) {
  const about = note.inject !== null ? t('evidence.response', { title: msel[note.inject]?.title ?? note.inject }) : note.task === null ? t('evidence.whole') : (tasks[note.task] ?? t('evidence.whole'));
  return (
    <li className="evidence-note" data-met={note.met}>
      {note.met ? <CircleCheck size={16} aria-hidden /> : <CircleX size={16} aria-hidden />}
      <span className="grow">{about}</span>
      <span className="soft small">{t('evidence.turn', { turn: note.turn })}</span>
      <Badge tone={note.met ? 'good' : 'crisis'}>{t(note.met ? 'evidence.met' : 'evidence.notMet')}</Badge>
    </li>
  );
}

/** What the tasks done propose, and beside it what evaluators have rated. */
function Ratings({ objective, evidence, observations }: { objective: ControlSlice['learning'][number]; evidence: readonly Note[]; observations: readonly Observation[] }) {
  const proposal = proposalFor(objective.judged, evidence);
  const rated = RATINGS.flatMap((rating) => {
    const count = observations.filter((one) => one.rating === rating).length;
    return count === 0 ? [] : [{ rating, count }];
  });
  return (
    <>
      <p className="proposal">
        {proposal ? (
          <>
            <span>{t('evidence.proposal', { done: proposal.done, tasks: proposal.tasks })}</span>
            <Badge tone={RATING_TONES[proposal.rating]}>{t(`note.rating.${proposal.rating}`)}</Badge>
          </>
        ) : (
          <span className="soft">{t('evidence.noProposal')}</span>
        )}
      </p>
      <p className="proposal">
        <span>{t('evidence.rated')}</span>
        {rated.length === 0 ? (
          <span className="soft">{t('evidence.notRated')}</span>
        ) : (
          rated.map(({ rating, count }) => <Badge key={rating} tone={RATING_TONES[rating]} label={t('evidence.ratedTimes', { name: t(`note.rating.${rating}`), count })}>{t('evidence.times', { rating, count })}</Badge>)
        )}
      </p>
    </>
  );
}

function ObservationLine({ note, view }: { note: Observation; view: View }) {
  return (
    <li className="observation">
      <span className="row">
        {note.rating && <Badge tone={RATING_TONES[note.rating]} label={t(`note.rating.${note.rating}`)}>{note.rating}</Badge>}
        {note.seat && <SeatMark seat={note.seat} size="small" />}
        <Moment note={note} exercise={view.public.exercise} />
      </span>
      <span className="free-text small">{note.text}</span>
    </li>
  );
}

export function Evidence() {
  const view = useStore((state) => state.view!);
  const slice = view.control;
  if (!slice || (Object.keys(slice.evidence).length === 0 && slice.learning.length === 0)) return <EmptyState icon={ClipboardCheck} title={t('evidence.empty')}>{t('evidence.emptyText')}</EmptyState>;
  const observations = notesOf(view).filter(({ removed }) => !removed);
  const about = (objective: string) => observations.filter((one) => one.objective === objective);
  return (
    <div className="stack">
      <p className="small soft">{t('evidence.emptyText')}</p>
      {evidenceByObjective(slice).map(({ objective, notes }) => (
        <Card key={objective?.id ?? ''} heading={objective?.text ?? t('evidence.others')}>
          {objective && <Ratings objective={objective} evidence={notes} observations={about(objective.id)} />}
          {notes.length === 0 ? (!objective || about(objective.id).length === 0) && <p className="small soft">{t('evidence.open')}</p> : <ul className="plain-list">{notes.map((note) => <NoteLine key={note.id} note={note} tasks={objective?.tasks ?? []} msel={slice.msel} />)}</ul>}
          {objective && about(objective.id).length > 0 && <ul className="plain-list">{about(objective.id).map((note) => <ObservationLine key={note.id} note={note} view={view} />)}</ul>}
        </Card>
      ))}
    </div>
  );
}
