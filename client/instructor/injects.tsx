// The master list of injects, with a button for those that can still be fired by hand.
import { Siren } from 'lucide-react';
import { Badge, ConfirmButton, EmptyState, Table } from '../design/index.ts';
import { t } from '../locales/text.ts';
import { nameOf } from '../seats.tsx';
import { useStore } from '../store.ts';
import { control } from './control-bar.tsx';

export function Injects() {
  const view = useStore((state) => state.view!);
  const rows = Object.values(view.control?.msel ?? {});
  const live = view.public.exercise.status === 'running' || view.public.exercise.status === 'paused';
  if (rows.length === 0) return <EmptyState icon={Siren} title={t('msel.empty')}>{t('msel.emptyText')}</EmptyState>;
  return (
    <Table
      caption={t('msel.title')}
      rows={rows}
      rowKey={(row) => row.id}
      columns={[
        {
          id: 'title',
          heading: t('msel.inject'),
          names: true,
          cell: (row) => (
            <span className="inject-cell">
              <strong>{row.title}</strong>
              <span className="soft small">{row.text}</span>
              {row.expect && <span className="small">{t('msel.expect', { text: row.expect })}</span>}
            </span>
          ),
        },
        { id: 'to', heading: t('msel.to'), cell: (row) => row.to.map((seat) => (seat === 'all' ? t('msel.all') : nameOf(view.public, seat))).join(', ') },
        { id: 'trigger', heading: t('msel.trigger'), cell: (row) => row.trigger },
        { id: 'state', heading: t('msel.state'), cell: (row) => (row.state === 'fired' ? <Badge tone="good">{t('msel.fired', { turn: row.turn ?? 0 })}</Badge> : <Badge>{t('msel.planned')}</Badge>) },
        {
          id: 'fire',
          heading: <span className="visually-hidden">{t('board.do')}</span>,
          align: 'end',
          cell: (row) =>
            row.state === 'planned' && live ? (
              <ConfirmButton size="small" title={t('msel.fireTitle', { title: row.title })} text={row.text} confirm={t('msel.fire')} onConfirm={() => void control({ type: 'fireInject', inject: row.id }, t('msel.firedNow', { title: row.title }))}>
                {t('msel.fire')}
              </ConfirmButton>
            ) : null,
        },
      ]}
    />
  );
}
