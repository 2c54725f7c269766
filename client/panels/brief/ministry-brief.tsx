// What a ministry reads of itself before and during an exercise: goals, secrets, red lines, means, the situation and the words used.
import { Ban, Target } from 'lucide-react';
import { DOMAINS } from '../../../shared/model/vocabulary.ts';
import type { Sight } from '../../../shared/view/view.ts';
import { Badge, Facts, Meter, Paragraphs } from '../../design/index.ts';
import { list, t } from '../../locales/text.ts';
import { SeatMark } from '../../seats.tsx';
import { useStore } from '../../store.ts';

export function Situation({ situation, date }: { situation: string; date: string }) {
  return (
    <section className="stack">
      <h3>{t('brief.situation')}</h3>
      <p className="soft small">{date}</p>
      <Paragraphs text={situation} />
    </section>
  );
}

export function Glossary() {
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

/** What the ministry begins with; its numbers are explained where they are used. */
function Means({ sight }: { sight: Sight }) {
  const { ministry } = sight.own;
  const packages = DOMAINS.filter((domain) => ministry.packages[domain] > 0).map((domain) => `${ministry.packages[domain]} × ${t(`domain.${domain}`)}`);
  return (
    <section className="stack">
      <h3>{t('brief.means')}</h3>
      <Facts
        rows={[
          { label: t('word.money'), value: t('brief.moneyAndIncome', { money: ministry.budget, income: ministry.income }) },
          { label: t('word.capital'), value: ministry.politicalCapital },
          { label: t('word.readiness'), value: ministry.readiness },
          { label: t('word.points'), value: sight.own.effort.points },
          { label: t('brief.packages'), value: packages.length > 0 ? list(packages) : t('brief.noPackages') },
        ]}
      />
    </section>
  );
}

/** Who one is and what one wants: what stays through the exercise. On a page of its own its name is the heading. */
export function MinistryBrief({ sight, page = false }: { sight: Sight; page?: boolean }) {
  const { brief, seat } = sight.own;
  const { exercise } = sight.public;
  const self = sight.public.seats[seat.id];
  return (
    <div className="stack-loose">
      <div className="row">
        <SeatMark seat={seat.id} size="large" />
        <div className="grow">
          {page ? <h1>{self?.name}</h1> : <strong>{self?.name}</strong>}
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
      <Means sight={sight} />
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
