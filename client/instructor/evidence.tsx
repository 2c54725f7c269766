// Notes for the evaluation, gathered under the learning objectives they are about.
import { CircleCheck, CircleX, ClipboardCheck } from 'lucide-react';
import type { Evidence as Note } from '../../shared/model/state.ts';
import type { ControlSlice } from '../../shared/view/view.ts';
import { Badge, Card, EmptyState } from '../design/index.ts';
import { t } from '../locales/text.ts';
import { useStore } from '../store.ts';

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

export function Evidence() {
  const slice = useStore((state) => state.view!.control);
  if (!slice || (Object.keys(slice.evidence).length === 0 && slice.learning.length === 0)) return <EmptyState icon={ClipboardCheck} title={t('evidence.empty')}>{t('evidence.emptyText')}</EmptyState>;
  return (
    <div className="stack">
      <p className="small soft">{t('evidence.emptyText')}</p>
      {evidenceByObjective(slice).map(({ objective, notes }) => (
        <Card key={objective?.id ?? ''} heading={objective?.text ?? t('evidence.others')}>
          {notes.length === 0 ? <p className="small soft">{t('evidence.open')}</p> : <ul className="plain-list">{notes.map((note) => <NoteLine key={note.id} note={note} tasks={objective?.tasks ?? []} msel={slice.msel} />)}</ul>}
        </Card>
      ))}
    </div>
  );
}
