// The roster as a list: who is here, each entry to be changed or removed by hand, and the whole as a file.
import { Download, Pencil, Undo2, UserRound } from 'lucide-react';
import { useState } from 'react';
import type { Expected } from '../../../shared/model/roster.ts';
import { LONGEST_NAME, LONGEST_NOTE, nameKey } from '../../../shared/model/roster.ts';
import { TEAM_ROLES } from '../../../shared/model/vocabulary.ts';
import type { PublicView } from '../../../shared/view/view.ts';
import { letterOf } from '../../cohort/worlds.ts';
import { Badge, Button, Dialog, EmptyState, Select, Table, TextField, notify } from '../../design/index.ts';
import { t } from '../../locales/text.ts';
import { nameOf } from '../../seats.tsx';
import { entryColumns } from './entry-columns.tsx';
import { asCsv } from './list.ts';
import { placedAt, roomOf, type Place, type Roster } from './roster.ts';

const ANY = 'any';

function EntryForm({ entry, roster, view, onDone }: { entry: Expected; roster: Roster; view: PublicView; onDone: () => void }) {
  const { entries, worlds } = roster.answer;
  const [draft, setDraft] = useState(entry);
  const [error, setError] = useState<string | null>(null);
  const place: Place = draft.watches ? 'watch' : (draft.seat ?? 'none');
  const others = entries.filter(({ id }) => id !== entry.id);
  const save = async () => {
    const name = draft.name.trim();
    if (name === '') return setError(t('list.problem.nameMissing'));
    if (others.some((one) => nameKey(one.name) === nameKey(name))) return setError(t('list.problem.nameListed'));
    if (await roster.keep(entries.map((one) => (one.id === entry.id ? { ...draft, name, note: draft.note.trim() } : one)))) {
      notify(t('roster.saved'));
      onDone();
    }
  };
  const remove = async () => {
    if (!(await roster.keep(others))) return;
    notify(t('roster.removed', { name: entry.name }));
    onDone();
  };
  return (
    <form
      className="stack-loose"
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      <TextField label={t('roster.name')} value={draft.name} maxLength={LONGEST_NAME} error={error} autoFocus onChange={(name) => { setDraft({ ...draft, name }); setError(null); }} />
      <div className="two-fields">
        <Select<Place>
          label={t('roster.seat')}
          value={place}
          onChange={(next) => setDraft(placedAt(draft, draft.world, next))}
          options={[{ id: 'none', label: t('roster.anySeat') }, ...view.exercise.seats.map((id) => ({ id, label: nameOf(view, id) })), { id: 'watch', label: t('roster.watches') }]}
        />
        {worlds > 1 && (
          <Select
            label={t('roster.world')}
            value={draft.world === null ? ANY : String(draft.world)}
            onChange={(world) => setDraft({ ...draft, world: world === ANY ? null : Number(world) })}
            options={[{ id: ANY, label: t('roster.anyWorld') }, ...Array.from({ length: worlds }, (_, world) => ({ id: String(world), label: t('worlds.world', { letter: letterOf(world) }) }))]}
          />
        )}
        <Select label={t('roster.role')} value={draft.role ?? ANY} onChange={(role) => setDraft({ ...draft, role: TEAM_ROLES.find((one) => one === role) ?? null })} options={[{ id: ANY, label: t('roster.anyRole') }, ...TEAM_ROLES.map((id) => ({ id, label: t(`roster.role.${id}`) }))]} />
      </div>
      <TextField label={t('roster.note')} hint={t('roster.noteHint')} value={draft.note} maxLength={LONGEST_NOTE} onChange={(note) => setDraft({ ...draft, note })} />
      <div className="dialog-actions">
        <Button kind="quiet" onPress={() => void remove()}>{t('roster.remove')}</Button>
        <Button onPress={onDone}>{t('dialog.cancel')}</Button>
        <Button kind="primary" type="submit">{t('roster.save')}</Button>
      </div>
    </form>
  );
}

function download(text: string, name: string): void {
  // The mark tells spreadsheets that the text is Unicode.
  const url = URL.createObjectURL(new Blob(['\uFEFF', text], { type: 'text/csv;charset=utf-8' }));
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
}

export function EntryList({ roster, view }: { roster: Roster; view: PublicView }) {
  const { entries, here, worlds } = roster.answer;
  const [changing, setChanging] = useState<Expected | null>(null);
  if (entries.length === 0) return <EmptyState icon={UserRound} title={t('roster.empty')}>{t('roster.emptyText')}</EmptyState>;
  return (
    <div className="stack">
      <div className="row-wrap">
        <span className="grow soft">{t('roster.expected', { count: entries.length })}</span>
        {roster.undo && <Button size="small" onPress={roster.undo}><Undo2 size={16} aria-hidden /> {t('roster.undo')}</Button>}
        <Button size="small" onPress={() => download(asCsv(entries, roomOf(view, worlds)), 'roster.csv')}><Download size={16} aria-hidden /> {t('roster.download')}</Button>
      </div>
      <Table
        caption={t('roster.title')}
        hideCaption
        rows={entries}
        rowKey={({ id }) => id}
        columns={[
          ...entryColumns<Expected>(view, worlds, (entry) => entry),
          { id: 'here', heading: t('roster.state'), cell: ({ id }) => (here[id] ? <Badge tone="good">{t('roster.here')}</Badge> : <Badge>{t('roster.notHere')}</Badge>) },
          {
            id: 'do', heading: <span className="visually-hidden">{t('roster.change')}</span>, align: 'end',
            cell: (entry) => <Button size="small" kind="quiet" aria-label={t('roster.changeNamed', { name: entry.name })} onPress={() => setChanging(entry)}><Pencil size={15} aria-hidden /> {t('roster.change')}</Button>,
          },
        ]}
      />
      <Dialog open={changing !== null} onClose={() => setChanging(null)} title={t('roster.changeTitle')}>
        {changing && <EntryForm key={changing.id} entry={changing} roster={roster} view={view} onDone={() => setChanging(null)} />}
      </Dialog>
    </div>
  );
}
