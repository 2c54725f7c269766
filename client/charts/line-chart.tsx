// Lines over the turns as SVG, with the same figures as a table for those who do not see the picture.
import { scaleLinear, scalePoint } from 'd3-scale';
import { curveMonotoneX, line } from 'd3-shape';
import { Table } from '../design/index.ts';
import { t } from '../locales/text.ts';
import './charts.css';

export interface Series {
  id: string;
  name: string;
  points: readonly { turn: number; value: number }[];
  /** Drawn heavier than the others. */
  emphasised?: boolean;
}

/** Strokes told apart by colour and by dash. */
const STROKES = ['#0f4c75', '#b3261e', '#8a2f6b', '#1f6e3d', '#7a5200', '#4b6070'];
const DASHES = ['', '6 3', '2 3', '8 3 2 3', '1 3', '10 4'];

function turnsOf(series: readonly Series[]): number[] {
  return [...new Set(series.flatMap(({ points }) => points.map(({ turn }) => turn)))].sort((a, b) => a - b);
}

function Axis({ x, y, width, turns, ticks }: { x: (turn: number) => number; y: (value: number) => number; width: number; turns: number[]; ticks: number[] }) {
  return (
    <g className="chart-axis">
      {ticks.map((tick) => (
        <g key={tick}>
          <line x1={30} x2={width - 8} y1={y(tick)} y2={y(tick)} />
          <text x={24} y={y(tick) + 4} textAnchor="end">
            {tick}
          </text>
        </g>
      ))}
      {turns.map((turn) => (
        <text key={turn} x={x(turn)} y={y(ticks[0]!) + 18} textAnchor="middle">
          {turn}
        </text>
      ))}
    </g>
  );
}

export function LineChart({ label, series, max = 100, height = 170, width = 380, unit = '' }: { label: string; series: readonly Series[]; max?: number; height?: number; width?: number; unit?: string }) {
  const turns = turnsOf(series);
  const place = scalePoint<number>().domain(turns).range([44, width - 22]);
  const x = (turn: number) => place(turn) ?? 0;
  const y = scaleLinear([0, max], [height - 26, 12]);
  const draw = line<{ turn: number; value: number }>((point) => x(point.turn), (point) => y(point.value)).curve(curveMonotoneX);
  return (
    <figure className="chart">
      <figcaption>{label}</figcaption>
      <svg viewBox={`0 0 ${width} ${height}`} role="img" aria-label={label}>
        <Axis x={x} y={y} width={width} turns={turns} ticks={[0, max / 2, max]} />
        {series.map((one, index) => (
          <g key={one.id} stroke={STROKES[index % STROKES.length]} fill={STROKES[index % STROKES.length]}>
            <path d={draw(one.points) ?? ''} fill="none" strokeWidth={one.emphasised ? 3.2 : 2} strokeDasharray={DASHES[index % DASHES.length]} />
            {one.points.map((point) => (
              <circle key={point.turn} cx={x(point.turn)} cy={y(point.value)} r={one.emphasised ? 4 : 3} stroke="#fff" strokeWidth={1} />
            ))}
          </g>
        ))}
      </svg>
      {series.length > 1 && (
        <ul className="chart-legend">
          {series.map((one, index) => (
            <li key={one.id} data-emphasised={one.emphasised}>
              <svg width={26} height={8} aria-hidden>
                <line x1={0} x2={26} y1={4} y2={4} stroke={STROKES[index % STROKES.length]} strokeWidth={one.emphasised ? 3.2 : 2} strokeDasharray={DASHES[index % DASHES.length]} />
              </svg>
              {one.name}
            </li>
          ))}
        </ul>
      )}
      <details className="chart-table">
        <summary>{t('chart.asTable')}</summary>
        <Table
          caption={label}
          hideCaption
          rows={turns}
          rowKey={String}
          columns={[
            { id: 'turn', heading: t('chart.turn'), names: true, cell: (turn) => turn },
            ...series.map((one) => ({ id: one.id, heading: one.name, align: 'end' as const, cell: (turn: number) => {
              const point = one.points.find((candidate) => candidate.turn === turn);
              return point ? `${point.value}${unit}` : '–';
            } })),
          ]}
        />
      </details>
    </figure>
  );
}
