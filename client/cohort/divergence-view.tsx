// Where the worlds part, side by side: a table turn by turn, lines of severity, and from each cell the way into that world's replay.
import { Split } from 'lucide-react';
import { useState } from 'react';
import { LineChart } from '../charts/line-chart.tsx';
import { Badge, Checkbox, EmptyState, Link } from '../design/index.ts';
import { list, t } from '../locales/text.ts';
import { rungName } from '../words.ts';
import { divergence, type Content, type Row, type Turn } from './divergence.ts';
import type { World } from './worlds.ts';

function contentText(content: Content): string {
  switch (content.kind) {
    case 'none':
      return t('worlds.cellNone');
    case 'crisis':
      return t('worlds.cellCrisis', { severity: content.severity, rung: content.rung });
    case 'count':
      return String(content.count);
    case 'decision':
      return list(content.chosen.map(({ seat, label }) => t('worlds.chose', { seat, label })));
  }
}

const rowName = ({ about, name }: Row): string => (about === 'crisis' || about === 'decision' ? name : t(`worlds.row.${about}`));

function Cell({ cell: { content, apart }, row, turn, world }: { cell: Row['cells'][number]; row: Row; turn: number; world: World }) {
  if (content === null) return <td className="soft">{t('worlds.cellUnplayed')}</td>;
  const value = contentText(content);
  const note = content.kind === 'crisis' ? <span className="soft small"> {rungName(content.rung)}</span> : null;
  return (
    <td data-apart={apart}>
      {apart && (
        <span className="apart" role="img" aria-label={t('worlds.differs')}>≠</span>
      )}
      {world.summary.clock.status === 'debrief' ? (
        <Link to={`/replay/${world.exercise}?turn=${turn}`} label={t('worlds.cellReplay', { letter: world.letter, turn, what: rowName(row), value })}>{value}</Link>
      ) : (
        <span>{value}</span>
      )}
      {note}
    </td>
  );
}

function TurnRows({ turn, first, worlds, only }: { turn: Turn; first: boolean; worlds: readonly World[]; only: boolean }) {
  const rows = turn.rows.filter(({ differs }) => differs || !only);
  return (
    <tbody>
      <tr className="divergence-turn" data-first={first}>
        <th scope="rowgroup" colSpan={worlds.length + 1}>
          {t('worlds.turn', { turn: turn.turn })}
          {first && <Badge tone="caution"><Split size={13} aria-hidden /> {t('worlds.turnFirst')}</Badge>}
        </th>
      </tr>
      {rows.length === 0 && (
        <tr>
          <td colSpan={worlds.length + 1} className="soft">{t('worlds.nothingDiffers')}</td>
        </tr>
      )}
      {rows.map((row) => (
        <tr key={`${row.about}/${row.id}`}>
          <th scope="row">{rowName(row)}</th>
          {row.cells.map((cell, index) => <Cell key={worlds[index]!.exercise} cell={cell} row={row} turn={turn.turn} world={worlds[index]!} />)}
        </tr>
      ))}
    </tbody>
  );
}

/** One chart for each crisis that any world knows, with a line for each world. */
function Severities({ worlds }: { worlds: readonly World[] }) {
  const crises = [...new Map(worlds.flatMap(({ summary }) => summary.crises.map(({ id, name }) => [id, name] as const)))];
  return (
    <div className="severities">
      {crises.map(([id, name]) => (
        <LineChart
          key={id}
          label={t('worlds.severityOf', { name })}
          series={worlds.map(({ exercise, letter, summary }) => ({
            id: exercise, name: t('worlds.world', { letter }),
            points: (summary.crises.find((crisis) => crisis.id === id)?.history ?? []).map(({ turn, severity }) => ({ turn, value: severity })),
          }))}
        />
      ))}
    </div>
  );
}

export function DivergenceView({ worlds }: { worlds: readonly World[] }) {
  const [only, setOnly] = useState(false);
  const { turns, first } = divergence(worlds.map(({ summary }) => summary));
  if (turns.length === 0) return <EmptyState icon={Split} title={t('worlds.divergenceNone')}>{t('worlds.divergenceNoneText')}</EmptyState>;
  return (
    <div className="divergence">
      <div className="stack">
        <div className="row-wrap">
          <p className="grow">
            <strong>{first === null ? t('worlds.divergenceSame') : t('worlds.divergenceFirst', { turn: first })}</strong>{' '}
            {first !== null && <span className="soft">{t('worlds.divergenceKey')}</span>}
          </p>
          <Checkbox label={t('worlds.onlyDiffering')} selected={only} onChange={setOnly} />
        </div>
        <div className="table-scroll card" role="region" aria-label={t('worlds.divergence')} tabIndex={0}>
          <table className="table divergence-table">
            <caption className="visually-hidden">{t('worlds.divergence')}</caption>
            <thead>
              <tr>
                <th scope="col">{t('worlds.what')}</th>
                {worlds.map(({ exercise, letter }) => <th key={exercise} scope="col">{t('worlds.world', { letter })}</th>)}
              </tr>
            </thead>
            {turns.map((turn) => <TurnRows key={turn.turn} turn={turn} first={turn.turn === first} worlds={worlds} only={only} />)}
          </table>
        </div>
      </div>
      <Severities worlds={worlds} />
    </div>
  );
}
