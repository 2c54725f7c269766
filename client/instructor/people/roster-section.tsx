// The roster in short, who of it is not here yet, and the dialog in which it is made.
import { ClipboardList } from 'lucide-react';
import { useState } from 'react';
import { Button, Dialog, Tabs } from '../../design/index.ts';
import { list, t } from '../../locales/text.ts';
import { useStore } from '../../store.ts';
import { EntryList } from './entry-list.tsx';
import { ListForm } from './list-form.tsx';
import { Places } from './places.tsx';
import { useRoster, type Roster } from './roster.ts';
import './people.css';

/** Names of those who are missing that are told at once. */
const NAMED = 8;

function Missing({ roster }: { roster: Roster }) {
  const { entries, here } = roster.answer;
  const missing = entries.filter(({ id }) => !here[id]).map(({ name }) => name);
  const names = missing.length > NAMED ? t('roster.more', { names: missing.slice(0, NAMED).join(', '), count: missing.length - NAMED }) : list(missing);
  return (
    <p className="small soft">
      {t('roster.expected', { count: entries.length })} · {t('roster.missing', { missing: missing.length, count: entries.length })}
      {missing.length > 0 && <><br />{t('roster.missingNames', { names })}</>}
    </p>
  );
}

export function RosterSection() {
  const roster = useRoster();
  const view = useStore((state) => state.view!.public);
  const [open, setOpen] = useState(false);
  const [tab, setTab] = useState('list');
  if (!roster) return null;
  const empty = roster.answer.entries.length === 0;
  return (
    <section className="stack" aria-label={t('roster.title')}>
      <div className="row-wrap">
        <h3 className="grow row"><ClipboardList size={17} aria-hidden /> {t('roster.title')}</h3>
        <Button
          size="small"
          onPress={() => {
            setTab(empty ? 'add' : 'places');
            setOpen(true);
          }}
        >
          {t(empty ? 'roster.make' : 'roster.open')}
        </Button>
      </div>
      {empty ? <p className="small soft">{t('roster.lead')}</p> : <Missing roster={roster} />}
      <Dialog open={open} onClose={() => setOpen(false)} title={t('roster.dialog')} size="full">
        <Tabs
          label={t('roster.tabs')}
          selected={tab}
          onSelect={setTab}
          items={[
            { id: 'places', label: t('roster.places'), content: <Places roster={roster} view={view} /> },
            { id: 'list', label: t('roster.list'), content: <EntryList roster={roster} view={view} /> },
            { id: 'add', label: t('roster.add'), content: <ListForm roster={roster} view={view} onKept={() => setTab('places')} /> },
          ]}
        />
      </Dialog>
    </section>
  );
}
