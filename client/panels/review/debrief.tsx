// The debrief: what was true, how it went over the turns, how each ministry did and why, and the questions to talk about.
import { Film } from 'lucide-react';
import { useState } from 'react';
import type { DebriefView, PublicView } from '../../../shared/view/view.ts';
import { LineChart } from '../../charts/line-chart.tsx';
import { StackedBar } from '../../charts/stacked-bar.tsx';
import { Badge, EmptyState, Link, Table, Tabs } from '../../design/index.ts';
import { t, tOr } from '../../locales/text.ts';
import { SeatMark, nameOf } from '../../seats.tsx';
import { useStore } from '../../store.ts';
import { TurnReview } from './turn-review.tsx';
import { bandOfScore, partsOf } from './scores.ts';

function Truths({ debrief, view }: { debrief: DebriefView; view: PublicView }) {
  return (
    <section className="stack">
      <h3>{t('debrief.truth')}</h3>
      {Object.entries(debrief.truths).flatMap(([id, truth]) => {
        const threat = view.threats[id];
        const cause = threat?.hypotheses.find((hypothesis) => hypothesis.id === truth);
        return threat && cause ? [
          <div key={id} className="truth">
            <p className="soft small">{threat.name}</p>
            <p className="document-title">{cause.name}</p>
            <p className="document-text">{cause.text}</p>
          </div>,
        ] : [];
      })}
    </section>
  );
}

function Courses({ debrief, view }: { debrief: DebriefView; view: PublicView }) {
  const severity = Object.entries(debrief.severity).map(([id, points]) => ({ id, name: view.crises[id]?.name ?? id, points: points.map(({ turn, severity: value }) => ({ turn, value })) }));
  const own = useStore((state) => state.seat);
  const threats = Object.keys(debrief.truths).filter((id) => view.threats[id]);
  return (
    <>
      {severity.length > 0 && <LineChart label={t('debrief.severity')} series={severity} />}
      {threats.map((threat) => (
        <LineChart
          key={threat}
          label={t('debrief.belief', { threat: view.threats[threat]!.name })}
          unit=" %"
          series={view.exercise.seats.map((seat) => ({
            id: seat, name: nameOf(view, seat), emphasised: seat === own,
            points: debrief.snapshots.flatMap(({ turn, beliefInTruth }) => (beliefInTruth[threat]?.[seat] === undefined ? [] : [{ turn, value: beliefInTruth[threat]![seat]! }])),
          }))}
        />
      ))}
    </>
  );
}

const TONES = { national: 'action', order: 'good', judgement: 'intel' } as const;

function SeatScore({ seat, debrief, view }: { seat: string; debrief: DebriefView; view: PublicView }) {
  const score = debrief.scores[seat]!;
  const { total, parts, redLines, capped } = partsOf(score);
  const subject = (id: string | null) => (id === null ? '' : (view.seats[id]?.name ?? view.crises[id]?.name ?? tOr(`domain.${id}`, id)));
  return (
    <details className="score">
      <summary>
        <SeatMark seat={seat} size="small" />
        <span className="grow strong">{nameOf(view, seat)}</span>
        <Badge tone={bandOfScore(score) === 'failure' ? 'crisis' : bandOfScore(score) === 'mixed' ? 'caution' : 'good'}>{t(`debrief.band.${bandOfScore(score)}`)}</Badge>
        <span className="numeric strong">{total.toFixed(1)}</span>
      </summary>
      <div className="stack">
        <StackedBar label={t('debrief.scoreBar', { name: nameOf(view, seat), total: total.toFixed(1) })} total={100} parts={parts.map(({ name, value, points, share }) => ({ id: name, name: t(`debrief.part.${name}`), value: points, text: t('debrief.partOf', { points: points.toFixed(1), value: value.toFixed(0), share }), tone: TONES[name] }))} />
        {redLines > 0 && <p className="notice" data-tone="crisis">{t('debrief.redLines', { count: score.redLines.length, points: redLines })}</p>}
        {capped && <p className="notice" data-tone="crisis">{t('debrief.capped')}</p>}
        <Table
          caption={t('debrief.objectives')}
          rows={score.objectives.map((objective, index) => ({ ...objective, id: String(index) }))}
          rowKey={({ id }) => id}
          columns={[
            { id: 'name', heading: t('debrief.objective'), names: true, cell: ({ code, subject: about }) => `${tOr(`objective.${code}`, code)}${about ? `: ${subject(about)}` : ''}` },
            { id: 'weight', heading: t('debrief.weight'), align: 'end', cell: ({ weight }) => `${weight} %` },
            { id: 'value', heading: t('debrief.reached'), align: 'end', cell: ({ value }) => `${Math.round(value / 100)}` },
          ]}
        />
      </div>
    </details>
  );
}

/** What exercise control disclosed of its notes, by time. */
function Observations({ debrief, view }: { debrief: DebriefView; view: PublicView }) {
  const notes = Object.values(debrief.observations).sort((a, b) => a.at - b.at);
  if (notes.length === 0) return null;
  return (
    <section className="stack">
      <h3>{t('debrief.notes')}</h3>
      <ul className="plain-list stack">
        {notes.map((note) => (
          <li key={note.id}>
            <p className="row small soft">
              {note.seat && <SeatMark seat={note.seat} size="small" />}
              <Link to={`/replay/${view.exercise.id}?at=${note.at}`}>{t('note.moment', { turn: note.turn, phase: t(`phase.${note.phase}`) })}</Link>
              {note.rating && <span>{t(`note.rating.${note.rating}`)}</span>}
            </p>
            <p className="document-text">{note.text}</p>
            {note.objective && <p className="small soft">{debrief.learning.find(({ id }) => id === note.objective)?.text}</p>}
          </li>
        ))}
      </ul>
    </section>
  );
}

export function Debrief() {
  const view = useStore((state) => state.view?.public ?? null);
  const [tab, setTab] = useState('course');
  const debrief = view ? Object.values(view.debrief)[0] : undefined;
  if (!view) return null;
  if (!debrief) return <EmptyState title={t('debrief.waiting')}>{t('debrief.waitingText')}</EmptyState>;
  return (
    <div className="debrief">
      {debrief.early && <p className="notice" data-tone="action">{t('debrief.early')}</p>}
      <p>
        <Link to={`/replay/${view.exercise.id}`} className="button">
          <Film size={16} aria-hidden /> {t('debrief.replay')}
        </Link>
      </p>
      <Tabs
        label={t('review.debrief')}
        selected={tab}
        onSelect={setTab}
        items={[
          { id: 'course', label: t('debrief.tab.course'), content: <div className="stack-loose"><Truths debrief={debrief} view={view} /><Courses debrief={debrief} view={view} /></div> },
          { id: 'scores', label: t('debrief.tab.scores'), content: <div className="stack">{view.exercise.seats.filter((seat) => debrief.scores[seat]).map((seat) => <SeatScore key={seat} seat={seat} debrief={debrief} view={view} />)}</div> },
          { id: 'turns', label: t('debrief.tab.turns'), content: <TurnReview /> },
          { id: 'questions', label: t('debrief.tab.questions'), content: (
            <div className="stack-loose">
              <ol className="questions">{debrief.questions.map((question) => <li key={question} className="document-text">{question}</li>)}</ol>
              <Observations debrief={debrief} view={view} />
            </div>
          ) },
        ]}
      />
    </div>
  );
}
