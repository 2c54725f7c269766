// Names pasted or from a file, with a look at what they come to before any of them is kept.
import { FileUp } from 'lucide-react';
import { useMemo, useState } from 'react';
import { DropZone, FileTrigger } from 'react-aria-components';
import { LONGEST_LIST } from '../../../shared/model/roster.ts';
import type { PublicView } from '../../../shared/view/view.ts';
import { Badge, Button, Table, TextField, notify } from '../../design/index.ts';
import { t } from '../../locales/text.ts';
import { readList, type Line } from './list.ts';
import { roomOf, type Roster } from './roster.ts';
import { entryColumns } from './entry-columns.tsx';

function Problems({ line }: { line: Line }) {
  if (line.problems.length === 0) return <Badge tone="good">{t('list.good')}</Badge>;
  return <>{line.problems.map(({ column, problem, given }) => <p key={column} className="field-error">{t(`list.problem.${problem}`, { given })}</p>)}</>;
}

export function ListForm({ roster, view, onKept }: { roster: Roster; view: PublicView; onKept: () => void }) {
  const { entries, worlds } = roster.answer;
  const [text, setText] = useState('');
  const [error, setError] = useState<string | null>(null);
  const read = useMemo(() => readList(text, roomOf(view, worlds), entries.map(({ name }) => name)), [text, view, worlds, entries]);
  const good = read.lines.filter(({ problems }) => problems.length === 0);
  const bad = read.lines.length - good.length;
  const take = async (file: File | undefined) => {
    if (!file) return;
    if (file.size > 2 * LONGEST_LIST) return setError(t('list.fault.tooLong'));
    const content = await file.text();
    // What a spreadsheet saves as its own format is no text.
    if (content.includes('\u0000') || content.startsWith('PK')) return setError(t('list.notText'));
    setError(null);
    setText(content.replace(/^\uFEFF/, ''));
  };
  const keep = async () => {
    if (!(await roster.keep([...entries, ...good.map(({ entry }) => entry)]))) return;
    notify(t('list.kept', { count: good.length }));
    setText('');
    onKept();
  };
  return (
    <div className="list-form">
      <div className="stack">
        <TextField label={t('list.text')} hint={t('list.hint')} placeholder={t('list.placeholder')} rows={10} value={text} error={error ?? (read.fault && t(`list.fault.${read.fault}`))} onChange={(next) => { setText(next); setError(null); }} />
        <DropZone
          className="drop-zone"
          getDropOperation={() => 'copy'}
          onDrop={(event) => {
            const file = event.items.find((item) => item.kind === 'file');
            if (file?.kind === 'file') void file.getFile().then(take);
          }}
        >
          <FileTrigger acceptedFileTypes={['.csv', '.txt', '.tsv', 'text/csv', 'text/plain']} onSelect={(files) => void take(files?.[0])}>
            <Button size="small"><FileUp size={16} aria-hidden /> {t('list.file')}</Button>
          </FileTrigger>
          <span className="soft small">{t('list.drop')}</span>
        </DropZone>
      </div>
      <div className="stack">
        {read.lines.length > 0 && (
          <>
            {bad > 0 && <p className="small" role="status">{t('list.leftOut', { count: bad })}</p>}
            <Table
              caption={t('list.preview')}
              rows={read.lines}
              rowKey={(line) => String(line.number)}
              columns={[
                { id: 'line', heading: t('list.line'), align: 'end', cell: (line) => line.number },
                ...entryColumns<Line>(view, worlds, ({ entry }) => entry),
                { id: 'problems', heading: t('roster.state'), cell: (line) => <Problems line={line} /> },
              ]}
            />
          </>
        )}
        <div><Button kind="primary" isDisabled={good.length === 0} onPress={() => void keep()}>{t('list.keep', { count: good.length })}</Button></div>
      </div>
    </div>
  );
}
