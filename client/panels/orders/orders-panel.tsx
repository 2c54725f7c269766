// The order sheet: ranked orders, what they cost, what would be cancelled and the way out; saved by itself.
import { Check, CircleAlert, ClipboardList, CloudUpload, Undo2 } from 'lucide-react';
import { useRef, useState } from 'react';
import type { Order } from '../../../shared/model/state.ts';
import { forecast, type Forecast } from '../../../shared/rules/pricing.ts';
import type { Sight } from '../../../shared/view/view.ts';
import { ActionMenu } from '../../actions/action-menu.tsx';
import { Button, EmptyState, Panel, announce } from '../../design/index.ts';
import { refusalText, t, tOr } from '../../locales/text.ts';
import { moved } from '../../orders/reorder.ts';
import { ordersOf, sheet, useSheet, type Saving } from '../../orders/sheet.ts';
import { openPanel, useReadOnly, useSight } from '../../store.ts';
import { IdeasSection } from './ideas-section.tsx';
import { OrderRow } from './order-row.tsx';
import { StandingOrders } from './standing-orders.tsx';
import '../detail/detail.css';
import './orders.css';

function SavedState({ saving }: { saving: Saving }) {
  const Icon = saving === 'saved' ? Check : saving === 'failed' ? CircleAlert : CloudUpload;
  return (
    <span className="saved" data-state={saving}>
      <Icon size={15} aria-hidden /> {t(`orders.saving.${saving}`)}
    </span>
  );
}

function Totals({ reckoned }: { reckoned: Forecast }) {
  const duties = reckoned.duties.reduce((sum, { amount }) => sum + amount, 0);
  return (
    <dl className="totals">
      <div>
        <dt>{t('orders.available')}</dt>
        <dd className="numeric">{reckoned.available}</dd>
        <dd className="soft small">{t('orders.availableHow', { budget: reckoned.budget, income: reckoned.income, duties })}</dd>
      </div>
      <div>
        <dt>{t('orders.spent')}</dt>
        <dd className="numeric">{reckoned.spent}</dd>
      </div>
      <div data-short={reckoned.left < 0}>
        <dt>{t('orders.left')}</dt>
        <dd className="numeric">{reckoned.left}</dd>
      </div>
      <div data-short={reckoned.points.left < 0}>
        <dt>{t('orders.pointsLeft')}</dt>
        <dd className="numeric">{t('orders.pointsOf', { left: reckoned.points.left, total: reckoned.points.total })}</dd>
      </div>
    </dl>
  );
}

/** What falls away at the lock, and how to keep it. */
function Cancellations({ reckoned, orders }: { reckoned: Forecast; orders: readonly Order[] }) {
  const falling = reckoned.orders.filter(({ affordable }) => !affordable);
  if (falling.length === 0 && reckoned.points.left >= 0) return null;
  const names = falling.map(({ order }) => tOr(`action.${orders.find(({ id }) => id === order)?.action}`, ''));
  return (
    <div className="notice" data-tone="crisis" role="alert">
      <CircleAlert size={18} aria-hidden />
      <div>
        {falling.length > 0 && <p>{t('orders.cancelled', { count: falling.length, names: names.join(', ') })}</p>}
        {reckoned.points.left < 0 && <p>{t('orders.tooManyPoints')}</p>}
        <p>{t('orders.wayOut')}</p>
      </div>
    </div>
  );
}

function Outcomes({ see }: { see: Sight }) {
  const { orders, outcomes } = see.own.sheet;
  const told = orders.filter(({ id }) => outcomes[id]);
  if (told.length === 0) return null;
  return (
    <section className="stack">
      <h3>{t('orders.outcomes')}</h3>
      <ul className="plain-list">
        {told.map(({ id, action }) => {
          const { done, reason } = outcomes[id]!;
          return (
            <li key={id} className="row">
              {done ? <Check size={16} aria-hidden className="good" /> : <CircleAlert size={16} aria-hidden className="bad" />}
              <span className="grow">{tOr(`action.${action}`, action)}</span>
              <span className="small soft">{done ? t('orders.done') : tOr(`cancelled.${reason}`, t('orders.notDone'))}</span>
            </li>
          );
        })}
      </ul>
    </section>
  );
}

export default function OrdersPanel() {
  const see = useSight();
  const readOnly = useReadOnly();
  const draft = useSheet();
  const [removed, setRemoved] = useState<{ order: Order; rank: number } | null>(null);
  const [dragged, setDragged] = useState<number | null>(null);
  const drag = useRef<{ from: number; to: number } | null>(null);
  if (!see) return <Panel heading={t('panel.orders')}>{null}</Panel>;
  const { phase, status } = see.public.exercise;
  const open = status === 'running' && (phase === 'negotiation' || phase === 'orders');
  const frozen = readOnly || !open;
  // What the orders cost has been paid: to reckon it once more would count it twice.
  const over = phase === 'resolution' || phase === 'review' || status === 'debrief';
  const orders = ordersOf(see, draft);
  const reckoned = forecast(see, orders);
  const move = (from: number, to: number) => {
    const next = moved(orders, from, to);
    sheet.change(next);
    announce(t('orders.movedTo', { action: tOr(`action.${orders[from]!.action}`, ''), rank: next.indexOf(orders[from]!) + 1 }));
  };
  const remove = (rank: number) => {
    setRemoved({ order: orders[rank]!, rank });
    sheet.change(orders.filter((_, place) => place !== rank));
  };
  const onDrag = (rank: number) => (step: 'start' | 'over' | 'end') => {
    if (step === 'start') {
      drag.current = { from: rank, to: rank };
      setDragged(rank);
    } else if (step === 'over' && drag.current) drag.current.to = rank;
    else if (step === 'end') {
      if (drag.current && drag.current.from !== drag.current.to) move(drag.current.from, drag.current.to);
      drag.current = null;
      setDragged(null);
    }
  };
  return (
    <Panel heading={t('panel.orders')} aside={!frozen && <SavedState saving={draft.saving} />} foot={over ? undefined : <Totals reckoned={reckoned} />}>
      <div className="stack-loose">
        {!open && !readOnly && <p className="notice" data-tone="action">{t(`orders.closed.${phase}`)}</p>}
        {draft.refusal && (
          <div className="notice" data-tone="crisis" role="alert">
            <CircleAlert size={18} aria-hidden />
            <div>
              <p>{refusalText(draft.refusal)}</p>
              <Button size="small" onPress={() => sheet.discard()}>
                <Undo2 size={15} aria-hidden /> {t('orders.discard')}
              </Button>
            </div>
          </div>
        )}
        {!over && <Cancellations reckoned={reckoned} orders={orders} />}
        {orders.length === 0 && over && <EmptyState icon={ClipboardList} title={t('orders.none')} />}
        {orders.length === 0 && !over && (
          <EmptyState icon={ClipboardList} title={t('orders.empty')} action={<Button size="small" onPress={() => openPanel('detail')}>{t('orders.emptyAction')}</Button>}>
            {t('orders.emptyText')}
          </EmptyState>
        )}
        {orders.length > 0 && (
          <ol className="order-list" aria-label={t('orders.list')}>
            {orders.map((order, rank) => (
              <OrderRow
                key={order.id}
                order={order}
                see={see}
                rank={rank}
                last={rank === orders.length - 1}
                priced={reckoned.orders.find((one) => one.order === order.id)}
                over={over}
                frozen={frozen}
                dragging={dragged === rank}
                onDrag={onDrag(rank)}
                onMove={(to) => move(rank, to)}
                onRemove={() => remove(rank)}
                onIntent={(intent) => sheet.change(orders.map((one) => (one.id === order.id ? { ...one, intent } : one)), true)}
              />
            ))}
          </ol>
        )}
        {removed && !frozen && (
          <div className="row undo">
            <span className="grow">{t('orders.removed', { action: tOr(`action.${removed.order.action}`, '') })}</span>
            <Button
              size="small"
              onPress={() => {
                const back = [...orders];
                back.splice(Math.min(removed.rank, back.length), 0, removed.order);
                setRemoved(null);
                sheet.change(back);
              }}
            >
              <Undo2 size={15} aria-hidden /> {t('orders.undo')}
            </Button>
          </div>
        )}
        {!frozen && see.public.exercise.missingOrders !== 'bot' && <StandingOrders see={see} />}
        <Outcomes see={see} />
        {!frozen && <ActionMenu target={{ thing: 'ministry' }} heading={t('orders.add')} />}
        <IdeasSection see={see} />
      </div>
    </Panel>
  );
}
