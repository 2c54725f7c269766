// The board of seats: a row for each, those that need exercise control standing out, and at the top when that is wished.
import { memo } from 'react';
import { Checkbox } from '../../design/index.ts';
import { t } from '../../locales/text.ts';
import { store, useStore } from '../../store.ts';
import { needyFirst, useRows } from './rows.ts';
import { SeatRow } from './seat-row.tsx';

const COLUMNS = ['seat', 'status', 'waiting', 'money', 'belief'] as const;

const Order = memo(function Order() {
  const selected = useStore((state) => state.needyFirst);
  return <Checkbox label={t('board.needyFirst')} selected={selected} onChange={(needyFirst) => store.set({ needyFirst })} />;
});

export function SeatBoard() {
  const rows = useRows();
  const sorted = useStore((state) => state.needyFirst);
  const needing = rows.filter(({ needs }) => needs.length > 0).length;
  return (
    <section className="seat-board" aria-label={t('board.title')}>
      <div className="row-wrap">
        <p className="grow small" role="status">{t('board.needing', { count: needing })}</p>
        <Order />
      </div>
      <div className="table-scroll">
        <table className="table">
          <caption className="visually-hidden">{t('board.title')}</caption>
          <thead>
            <tr>
              {COLUMNS.map((column) => <th key={column} scope="col">{t(`board.${column}`)}</th>)}
              <th scope="col"><span className="visually-hidden">{t('board.do')}</span></th>
            </tr>
          </thead>
          <tbody>{(sorted ? needyFirst(rows) : rows).map((row) => <SeatRow key={row.seat} {...row} />)}</tbody>
        </table>
      </div>
    </section>
  );
}
