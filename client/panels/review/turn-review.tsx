// One turn looked back upon: its three sentences, its news by phase, and what became of one's own orders.
import { Check, CircleAlert, History } from 'lucide-react';
import { useState } from 'react';
import { PHASES } from '../../../shared/model/vocabulary.ts';
import type { SeenEvent } from '../../../shared/wire/messages.ts';
import { EmptyState, Progress, Select } from '../../design/index.ts';
import { OWN_NEWS, proposalsIn, sentenceOf, type Known } from '../../events/sentence.ts';
import { t, tOr } from '../../locales/text.ts';
import { sightOf, useStore } from '../../store.ts';
import { Explained } from '../why/explained.tsx';
import { changesIn } from '../why/paths.ts';
import { useHistory, useLastResolved } from '../why/use-changes.ts';
import { DecisionList } from './decision-list.tsx';
import { threeSentences } from './sentences.ts';

/** News of a phase, oldest first. */
export function newsOf(events: readonly SeenEvent[], known: Known): { number: number; phase: string; text: string; own: boolean }[] {
  const proposals = proposalsIn(events);
  return events.flatMap((event) => {
    if (event.type === 'orderDone' || event.type === 'orderCancelled') return [];
    const text = sentenceOf(event, { ...known, proposals });
    return text === null ? [] : [{ number: event.number, phase: event.phase, text, own: OWN_NEWS.has(event.type) }];
  });
}

function News({ events, known }: { events: readonly SeenEvent[]; known: Known }) {
  const news = newsOf(events, known);
  if (news.length === 0) return <p className="soft">{t('review.noNews')}</p>;
  return (
    <div className="stack">
      {PHASES.map((phase) => {
        const mine = news.filter((one) => one.phase === phase);
        return mine.length === 0 ? null : (
          <section key={phase}>
            <h4 className="caps soft">{t(`phase.${phase}`)}</h4>
            <ul className="news">
              {mine.map((one) => (
                <li key={one.number} data-own={one.own}>
                  {one.text}
                </li>
              ))}
            </ul>
          </section>
        );
      })}
    </div>
  );
}

function OwnOrders({ events, self }: { events: readonly SeenEvent[]; self: string }) {
  const told = events.filter(({ type, data }) => (type === 'orderDone' || type === 'orderCancelled') && data.seat === self);
  if (told.length === 0) return null;
  return (
    <section className="stack">
      <h3>{t('orders.outcomes')}</h3>
      <ul className="plain-list">
        {told.map((event) => (
          <li key={event.number} className="row">
            {event.type === 'orderDone' ? <Check size={16} aria-hidden className="good" /> : <CircleAlert size={16} aria-hidden className="bad" />}
            <span className="grow">{tOr(`action.${String(event.data.action)}`, String(event.data.action))}</span>
            <span className="small soft">{event.type === 'orderDone' ? t('orders.done') : tOr(`cancelled.${String(event.data.reason)}`, t('orders.notDone'))}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}

export function TurnReview() {
  const view = useStore((state) => state.view?.public ?? null);
  const own = useStore((state) => sightOf(state)?.own ?? null);
  const last = useLastResolved();
  const [chosen, setChosen] = useState<number | null>(null);
  const turn = chosen ?? last;
  const asked = useHistory(turn);
  if (!view) return null;
  const known: Known = { view, own };
  const self = own?.seat.id ?? null;
  const disclosed = view.exercise.status === 'debrief';
  const resolvedAny = disclosed || view.exercise.turn > 1 || view.exercise.phase === 'review';
  const turns = Array.from({ length: view.exercise.turn }, (_, index) => index + 1);
  return (
    <div className="stack-loose">
      {turns.length > 1 && <Select label={t('why.pick')} value={String(turn)} options={turns.map((id) => ({ id: String(id), label: t('why.turn', { turn: id }) }))} onChange={(id) => setChosen(Number(id))} />}
      {!resolvedAny && <EmptyState icon={History} title={t('review.empty')}>{t('review.emptyText')}</EmptyState>}
      {asked.state === 'loading' && <Progress label={t('why.loading')} />}
      {asked.state === 'failed' && <p className="field-error">{t('why.failed')}</p>}
      {asked.state === 'here' && (
        <>
          {resolvedAny && (
            <ol className="sentences">
              {threeSentences(changesIn(asked.events), view, self).map(({ text, path }, rank) => <li key={rank} className="sentence" data-rank={rank}><Explained text={text} path={path} events={asked.events} turn={turn} view={view} /></li>)}
            </ol>
          )}
          {disclosed ? <DecisionList events={asked.events} view={view} /> : self !== null && <OwnOrders events={asked.events} self={self} />}
          <section className="stack">
            <h3>{t('review.news', { turn })}</h3>
            <News events={asked.events} known={known} />
          </section>
        </>
      )}
    </div>
  );
}
