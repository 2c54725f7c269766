// How an entry of the roster is shown in a table.
import type { Expected } from '../../../shared/model/roster.ts';
import type { PublicView } from '../../../shared/view/view.ts';
import { letterOf } from '../../cohort/worlds.ts';
import type { Column } from '../../design/index.ts';
import { t } from '../../locales/text.ts';
import { nameOf } from '../../seats.tsx';

export function entryColumns<Row>(view: PublicView, worlds: number, entryOf: (row: Row) => Expected): Column<Row>[] {
  const soft = (text: string) => <span className="soft">{text}</span>;
  const columns: (Column<Row> & { shown?: boolean })[] = [
    { id: 'name', heading: t('roster.name'), names: true, cell: (row) => entryOf(row).name },
    { id: 'seat', heading: t('roster.seat'), cell: (row) => { const { seat, watches } = entryOf(row); return watches ? t('roster.watches') : seat === null ? soft(t('roster.anySeat')) : nameOf(view, seat); } },
    { id: 'world', heading: t('roster.world'), shown: worlds > 1, cell: (row) => { const { world } = entryOf(row); return world === null ? soft(t('roster.anyWorld')) : letterOf(world); } },
    { id: 'role', heading: t('roster.role'), cell: (row) => { const { role } = entryOf(row); return role === null ? soft('–') : t(`roster.role.${role}`); } },
    { id: 'note', heading: t('roster.note'), cell: (row) => entryOf(row).note },
  ];
  return columns.filter(({ shown = true }) => shown);
}
