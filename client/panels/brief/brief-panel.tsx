// The brief of a seat: who it is, what it wants, what it must not accept, and the situation everybody knows.
import { Ban, Compass, Target } from 'lucide-react';
import { useState } from 'react';
import { Badge, Button, Meter, Panel, Paragraphs, Tabs } from '../../design/index.ts';
import { t } from '../../locales/text.ts';
import { SeatMark } from '../../seats.tsx';
import type { Sight } from '../../../shared/view/view.ts';
import { store, useExercise, useSight, useStore } from '../../store.ts';
import { TurnBrief } from '../turn-brief/turn-brief.tsx';

function Situation({ situation, date }: { situation: string; date: string }) {
  return (
    <section className="stack">
      <h3>{t('brief.situation')}</h3>
      <p className="soft small">{date}</p>
      <Paragraphs text={situation} />
    </section>
  );
}

function Glossary() {
  const glossary = useStore((state) => state.view?.public.glossary ?? {});
  const entries = Object.entries(glossary);
  if (entries.length === 0) return null;
  return (
    <details className="earlier">
      <summary>{t('brief.glossary')}</summary>
      <dl className="glossary">
        {entries.map(([word, meaning]) => (
          <div key={word}>
            <dt>{word}</dt>
            <dd>{meaning}</dd>
          </div>
        ))}
      </dl>
    </details>
  );
}

/** Who one is and what one wants: what stays through the exercise. */
function Ministry({ sight }: { sight: Sight }) {
  const { brief, seat } = sight.own;
  const { exercise } = sight.public;
  const self = sight.public.seats[seat.id];
  return (
    <div className="stack-loose">
      <div className="row">
        <SeatMark seat={seat.id} size="large" />
        <div>
          <strong>{self?.name}</strong>
          <div className="soft small">{self?.ministry}</div>
        </div>
      </div>
      <section className="stack">
        <h3>{t('brief.goals')}</h3>
        <ol className="goals">
          {brief.goals.map((goal) => (
            <li key={goal}>{goal}</li>
          ))}
        </ol>
      </section>
      <section className="stack">
        <h3 className="row">
          {t('brief.secret')} <Badge tone="crisis">{t('brief.onlyYou')}</Badge>
        </h3>
        <Paragraphs text={brief.secret} />
      </section>
      <section className="stack">
        <h3>{t('brief.objectives')}</h3>
        {brief.objectives.map((objective) => (
          <div key={`${objective.code}/${objective.subject ?? ''}`} className="objective">
            <Target size={16} aria-hidden />
            <div className="grow stack">
              <div>
                {objective.text} <span className="soft small">{t('brief.weight', { weight: objective.weight })}</span>
              </div>
              {objective.value.known ? (
                <Meter label={t('brief.progress')} value={Math.round(objective.value.value / 100)} text={`${Math.round(objective.value.value / 100)} %`} />
              ) : (
                <p className="soft small">{t('brief.hidden')}</p>
              )}
            </div>
          </div>
        ))}
      </section>
      {brief.redLines.length > 0 && (
        <section className="stack">
          <h3>{t('brief.redLines')}</h3>
          {brief.redLines.map((line) => (
            <div key={line.id} className="objective" data-broken={line.broken}>
              <Ban size={16} aria-hidden />
              <span className="grow">{line.text}</span>
              {line.broken && <Badge tone="crisis">{t('brief.broken')}</Badge>}
            </div>
          ))}
        </section>
      )}
      {self && (
        <section className="stack">
          <h3>{t('brief.public')}</h3>
          <Paragraphs text={self.brief} />
        </section>
      )}
      <Situation situation={exercise.situation} date={exercise.date} />
      <Glossary />
    </div>
  );
}

export default function BriefPanel() {
  const sight = useSight();
  const exercise = useExercise();
  // Before anything has happened there is the ministry to get to know.
  const [tab, setTab] = useState(() => ((exercise?.turn ?? 0) > 1 ? 'turn' : 'ministry'));
  if (!exercise) return <Panel heading={t('panel.brief')}>{null}</Panel>;
  if (!sight)
    return (
      <Panel heading={t('panel.brief')}>
        <div className="stack-loose">
          <Situation situation={exercise.situation} date={exercise.date} />
          <Glossary />
        </div>
      </Panel>
    );
  const started = exercise.status !== 'lobby' && exercise.status !== 'debrief' && exercise.turn > 0;
  return (
    <Panel
      heading={t('panel.brief')}
      aside={
        <Button size="small" kind="quiet" onPress={() => store.set({ welcome: true })}>
          <Compass size={16} aria-hidden /> {t('brief.welcomeAgain')}
        </Button>
      }
    >
      {started ? (
        <Tabs
          label={t('panel.brief')}
          selected={tab}
          onSelect={setTab}
          items={[
            { id: 'turn', label: t('turnBrief.tab'), content: <TurnBrief /> },
            { id: 'ministry', label: t('turnBrief.ministry'), content: <Ministry sight={sight} /> },
          ]}
        />
      ) : (
        <Ministry sight={sight} />
      )}
    </Panel>
  );
}
