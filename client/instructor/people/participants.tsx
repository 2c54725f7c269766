// Everyone who joined, with the seat to put them in.
import { UserRound } from 'lucide-react';
import { Badge, EmptyState, Select, Table } from '../../design/index.ts';
import { t } from '../../locales/text.ts';
import { useMay } from '../../may.tsx';
import { nameOf } from '../../seats.tsx';
import { useStore, type Presence } from '../../store.ts';
import { RoleOf } from '../../team/role-of.tsx';
import { Person } from '../board/seat-row.tsx';
import { control } from '../control.ts';

const NO_SEAT = 'none';

export function People() {
  const view = useStore((state) => state.view!.public);
  const presence = useStore((state) => state.presence);
  const people = Object.values(presence).filter((person) => person.role === 'participant' || person.role === 'observer');
  const moves = useMay('seatParticipant');
  if (people.length === 0) return <EmptyState icon={UserRound} title={t('people.empty')}>{t('people.emptyText')}</EmptyState>;
  const options = [{ id: NO_SEAT, label: t('people.noSeat') }, ...view.exercise.seats.map((seat) => ({ id: seat, label: nameOf(view, seat) }))];
  return (
    <Table
      caption={t('people.title')}
      rows={people}
      rowKey={(person) => person.participant}
      columns={[
        { id: 'name', heading: t('people.name'), names: true, cell: (person) => <Person person={person} /> },
        {
          id: 'seat',
          heading: t('board.seat'),
          cell: (person) =>
            person.role === 'observer' ? (
              <Badge>{t('role.observer')}</Badge>
            ) : !moves ? (
              <span>{person.seat === null ? t('people.noSeat') : nameOf(view, person.seat)}</span>
            ) : (
              <Select
                label={t('people.seatOf', { name: person.name })}
                hideLabel
                value={person.seat ?? NO_SEAT}
                onChange={(seat) => void control({ type: 'seatParticipant', participant: person.participant, seat: seat === NO_SEAT ? null : seat })}
                options={options}
              />
            ),
        },
        ...(view.exercise.teams ? [{ id: 'role', heading: t('team.role'), cell: (person: Presence) => <RoleOf person={person} /> }] : []),
      ]}
    />
  );
}
