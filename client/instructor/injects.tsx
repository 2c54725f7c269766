// The master scenario events list as a grid, turn by turn: when each inject comes, where it stands, to whom it goes, what it is for, and what control can do with it.
import { GitBranch, Pause, Play, Redo2, Siren, SkipForward } from 'lucide-react';
import { Badge, Button, ConfirmButton, EmptyState } from '../design/index.ts';
import { list, t, type TextKey } from '../locales/text.ts';
import { useMay } from '../may.tsx';
import { useStore } from '../store.ts';
import type { MselRow, PublicView } from '../../shared/view/view.ts';
import { control } from './control.ts';
import { ChangeButton, FireText, WriteButton } from './inject-form.tsx';
import { byTurn, momentText, recipientsText, statusOf, triggerText } from './msel.ts';

const COLUMNS = ['when', 'inject', 'status', 'to', 'for'] as const;
/** Whoever may do nothing has no column for it. */
const COLUMNS_LIVE = [...COLUMNS, 'do'] as const;

/** `runs`: before the start nothing can be fired. */
function Actions({ row, runs }: { row: MselRow; runs: boolean }) {
  const [held, dropped] = [row.state === 'held', row.state === 'dropped'];
  const named = (act: TextKey) => t('msel.named', { act: t(act), title: row.title });
  return (
    <div className="msel-do">
      {!dropped && runs && (
        <ConfirmButton size="small" name={named('msel.fire')} title={t('msel.fireTitle', { title: row.title })} text={<FireText text={row.text} inject={row.id} />} confirm={t('msel.fire')} onConfirm={() => void control({ type: 'fireInject', inject: row.id }, t('msel.firedNow', { title: row.title }))}>
          <Siren size={15} aria-hidden /> {t('msel.fire')}
        </ConfirmButton>
      )}
      {!dropped && (
        <Button size="small" aria-label={named(held ? 'msel.release' : 'msel.hold')} onPress={() => void control({ type: 'holdInject', inject: row.id, held: !held })}>
          {held ? <Play size={15} aria-hidden /> : <Pause size={15} aria-hidden />} {t(held ? 'msel.release' : 'msel.hold')}
        </Button>
      )}
      <ChangeButton row={row} name={named('msel.change')} />
      {!(dropped && row.over) && (
        <Button size="small" aria-label={named(dropped ? 'msel.restore' : 'msel.drop')} onPress={() => void control({ type: 'dropInject', inject: row.id, dropped: !dropped })}>
          {dropped ? <Redo2 size={15} aria-hidden /> : <SkipForward size={15} aria-hidden />} {t(dropped ? 'msel.restore' : 'msel.drop')}
        </Button>
      )}
    </div>
  );
}

function Line({ row, view, objective, live }: { row: MselRow; view: PublicView; objective: string | null; live: boolean }) {
  const status = statusOf(row);
  const done = row.state === 'fired' && row.once;
  return (
    <tr data-state={row.state} data-type={row.type}>
      <td>
        <span className="msel-trigger">{row.at ? momentText(row.at) : triggerText(row)}</span>
        {row.at && <span className="small soft">{t('msel.plannedFor', { trigger: triggerText(row) })}</span>}
      </td>
      <th scope="row">
        <span>{row.title}</span>
        <span className="small soft">{t(`msel.type.${row.type}`)} · {t('msel.from', { from: row.from, mode: row.mode ?? 'none' })}</span>
        <details className="small">
          <summary>{t('msel.text')}</summary>
          <p className="free-text">{row.text}</p>
          {row.note && <p className="soft">{t('msel.note', { text: row.note })}</p>}
        </details>
      </th>
      <td>
        <span className="msel-badges">
          <Badge tone={status.tone}>{status.text}</Badge>
          {row.type === 'contingency' && <Badge tone="caution"><GitBranch size={13} aria-hidden /> {t('msel.type.contingency')}</Badge>}
          {row.changed.length > 0 && <Badge tone="intel">{t('msel.changed', { what: list(row.changed.map((what) => t(`msel.what.${what}`))) })}</Badge>}
          {row.written && <Badge tone="intel">{t('msel.written')}</Badge>}
        </span>
        {row.state === 'held' && <span className="small soft">{t('msel.heldInstead')}</span>}
      </td>
      <td>{recipientsText(row.to, view)}</td>
      <td>
        {row.expect && <span>{t('msel.expect', { text: row.expect })}</span>}
        {objective && <span className="soft">{t('msel.serves', { text: objective })}</span>}
      </td>
      {live && <td className="msel-acts">{!done && <Actions row={row} runs={view.exercise.status !== 'lobby'} />}</td>}
    </tr>
  );
}

export function Injects() {
  const view = useStore((state) => state.view!);
  const rows = Object.values(view.control?.msel ?? {});
  const { status, turn: now } = view.public.exercise;
  const live = useMay('fireInject') && status !== 'debrief';
  const columns = live ? COLUMNS_LIVE : COLUMNS;
  const objectiveOf = (row: MselRow) => view.control?.learning.find(({ id }) => id === row.objective)?.text ?? null;
  return (
    <div className="stack-loose">
      {live && (
        <div className="row-wrap">
          <p className="small soft grow">{t('msel.lead')}</p>
          <WriteButton />
        </div>
      )}
      {rows.length === 0 ? (
        <EmptyState icon={Siren} title={t('msel.empty')}>{t('msel.emptyText')}</EmptyState>
      ) : (
        <div className="table-scroll">
          <table className="table msel">
            <caption className="visually-hidden">{t('msel.title')}</caption>
            <thead>
              <tr>{columns.map((column) => <th key={column} scope="col">{t(`msel.column.${column}`)}</th>)}</tr>
            </thead>
            {byTurn(rows).map(({ turn, rows: lines }) => (
              <tbody key={turn ?? 'open'}>
                <tr className="msel-turn">
                  <th scope="colgroup" colSpan={columns.length}>
                    {turn === null ? t('msel.noTime') : t('msel.turn', { turn })} {turn === now && <Badge tone="action">{t('msel.now')}</Badge>}
                  </th>
                </tr>
                {lines.map((row) => <Line key={row.id} row={row} view={view.public} objective={objectiveOf(row)} live={live} />)}
              </tbody>
            ))}
          </table>
        </div>
      )}
    </div>
  );
}
