// Every ministry's orders of a turn with their reasons and outcomes, for the debrief.
import { Check, CircleAlert } from 'lucide-react';
import type { PublicView } from '../../../shared/view/view.ts';
import type { SeenEvent } from '../../../shared/wire/messages.ts';
import { t, tOr } from '../../locales/text.ts';
import { summaryOf } from '../../orders/summary.ts';
import { SeatMark, nameOf } from '../../seats.tsx';
import { decisionsOf, type Decided } from './decisions.ts';

function Line({ decided, view }: { decided: Decided; view: PublicView }) {
  const { action, params, intent, outcome } = decided;
  return (
    <li className="decided">
      <span className="row">
        {outcome?.done === false ? <CircleAlert size={15} aria-hidden className="bad" /> : <Check size={15} aria-hidden className="good" />}
        <span>
          {tOr(`action.${action}`, action)} <span className="soft">{summaryOf(view, action, params)}</span>
        </span>
      </span>
      {outcome?.done === false && <span className="small bad">{tOr(`cancelled.${outcome.reason}`, t('orders.notDone'))}</span>}
      {intent !== '' && <q className="small soft">{intent}</q>}
    </li>
  );
}

export function DecisionList({ events, view }: { events: readonly SeenEvent[]; view: PublicView }) {
  const decisions = decisionsOf(events);
  const seats = view.exercise.seats.filter((seat) => decisions[seat] && decisions[seat].length > 0);
  if (seats.length === 0) return null;
  return (
    <section className="stack">
      <h3>{t('debrief.decided')}</h3>
      {seats.map((seat) => (
        <div key={seat} className="stack">
          <p className="row strong">
            <SeatMark seat={seat} size="small" /> {nameOf(view, seat)}
          </p>
          <ul className="plain-list">{decisions[seat]!.map((decided) => <Line key={decided.order} decided={decided} view={view} />)}</ul>
        </div>
      ))}
    </section>
  );
}
