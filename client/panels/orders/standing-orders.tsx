// What stands for a seat that is late: this sheet may be marked for it, and what is held is told.
import type { Sight } from '../../../shared/view/view.ts';
import { Button, Checkbox, notify } from '../../design/index.ts';
import { refusalText, t } from '../../locales/text.ts';
import { send } from '../../store.ts';

async function mark(standing: boolean): Promise<void> {
  const answer = await send({ type: 'markStanding', standing });
  if (!answer.accepted) notify(refusalText(answer.refusal), 'refusal');
}

export function StandingOrders({ see }: { see: Sight }) {
  const { sheet, standing } = see.own;
  const held = !sheet.standing && standing && standing.orders.length > 0 ? standing : null;
  if (sheet.orders.length === 0 && !held) return null;
  return (
    <section className="stack">
      {sheet.orders.length > 0 && <Checkbox label={t('standing.mark')} hint={t('standing.hint')} selected={sheet.standing === true} onChange={(on) => void mark(on)} />}
      {held && (
        <div className="row small soft">
          <span className="grow">{t(held.marked ? 'standing.held' : 'standing.last', { turn: held.turn, orders: held.orders.length })}</span>
          {held.marked && <Button size="small" onPress={() => void mark(false)}>{t('standing.drop')}</Button>}
        </div>
      )}
    </section>
  );
}
