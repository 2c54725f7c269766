// One order on the sheet: rank, what it is, price, why, and whether it can be paid.
import { ChevronDown, ChevronUp, GripVertical, Handshake, Trash2 } from 'lucide-react';
import { useState } from 'react';
import type { Order } from '../../../shared/model/state.ts';
import { ACTIONS } from '../../../shared/rules/actions/catalogue.ts';
import type { Priced } from '../../../shared/rules/pricing.ts';
import type { Sight } from '../../../shared/view/view.ts';
import { PriceLine } from '../../actions/price-line.tsx';
import { Badge, IconButton, TextField } from '../../design/index.ts';
import { t, tOr } from '../../locales/text.ts';
import { nameOf, namesOf } from '../../seats.tsx';
import { seenBy } from '../../actions/perspective.ts';
import { summaryOf } from '../../orders/summary.ts';
import { RowMarkLine } from '../../team/row-mark.tsx';

export interface OrderRowProps {
  order: Order;
  see: Sight;
  rank: number;
  last: boolean;
  priced: Priced | undefined;
  frozen: boolean;
  /** The turn's orders have been carried out. */
  over: boolean;
  onMove: (to: number) => void;
  onRemove: () => void;
  onIntent: (intent: string) => void;
  dragging: boolean;
  onDrag: (phase: 'start' | 'over' | 'end') => void;
}

function Joint({ order, see }: { order: Order; see: Sight }) {
  const invitation = order.invitation === null ? undefined : see.own.invitations[order.invitation];
  if (!invitation) return null;
  const accepted = invitation.to.filter((seat) => invitation.answers[seat] === 'accepted');
  const names = invitation.from === see.own.seat.id ? namesOf(see.public, accepted) : nameOf(see.public, invitation.from);
  return (
    <Badge tone="action">
      <Handshake size={13} aria-hidden /> {t('orders.joint', { names })}
    </Badge>
  );
}

export function OrderRow({ order, see, rank, last, priced, frozen, over, onMove, onRemove, onIntent, dragging, onDrag }: OrderRowProps) {
  const [grabbed, setGrabbed] = useState(false);
  const name = tOr(`action.${order.action}`, order.action);
  const cancelled = !over && priced !== undefined && !priced.affordable;
  const invitation = order.invitation ? see.own.invitations[order.invitation] : undefined;
  const summary = summaryOf(see.public, order.action, invitation ? seenBy(see.own.seat.id, invitation) : order.params);
  return (
    <li
      className="order-row"
      data-cancelled={cancelled}
      data-dragging={dragging}
      draggable={grabbed}
      onDragStart={(event) => {
        event.dataTransfer.effectAllowed = 'move';
        onDrag('start');
      }}
      onDragOver={(event) => {
        event.preventDefault();
        onDrag('over');
      }}
      onDragEnd={() => {
        setGrabbed(false);
        onDrag('end');
      }}
    >
      <div className="order-rank">
        <span className="numeric strong">{rank + 1}</span>
        {!frozen && (
          <span className="order-grip" aria-hidden onPointerDown={() => setGrabbed(true)} onPointerUp={() => setGrabbed(false)}>
            <GripVertical size={18} />
          </span>
        )}
      </div>
      <div className="order-body">
        <div className="row">
          <span className="grow">
            <strong>{name}</strong>
            {summary && <span className="soft"> {summary}</span>}
          </span>
        </div>
        <div className="row-wrap small">
          <PriceLine price={priced?.price ?? null} points={ACTIONS[order.action] && !order.invitation ? ACTIONS[order.action]!.points : 0} />
          <Joint order={order} see={see} />
        </div>
        <RowMarkLine order={order} />
        {cancelled && <p className="field-error">{t(`orders.short.${priced.short ?? 'money'}`)}</p>}
        {frozen ? order.intent && <p className="small soft">“{order.intent}”</p> : <TextField label={t('orders.intentFor', { action: name })} hideLabel placeholder={t('orders.intentPlaceholder')} value={order.intent} maxLength={200} onChange={onIntent} className="order-intent" />}
      </div>
      {!frozen && (
        <div className="order-buttons">
          <IconButton label={t('orders.up', { action: name })} isDisabled={rank === 0} onPress={() => onMove(rank - 1)}>
            <ChevronUp size={18} aria-hidden />
          </IconButton>
          <IconButton label={t('orders.down', { action: name })} isDisabled={last} onPress={() => onMove(rank + 1)}>
            <ChevronDown size={18} aria-hidden />
          </IconButton>
          {order.invitation === null && (
            <IconButton label={t('orders.remove', { action: name })} onPress={onRemove}>
              <Trash2 size={17} aria-hidden />
            </IconButton>
          )}
        </div>
      )}
    </li>
  );
}
