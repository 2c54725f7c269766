// Everyone who joined, with the seat to put them in, and the briefs of others that they have read.
import { BookOpen, UserRound } from 'lucide-react';
import type { ExerciseCard } from '../../../shared/wire/messages.ts';
import { Badge, EmptyState, Select, Table } from '../../design/index.ts';
import { t } from '../../locales/text.ts';
import { useMay, usePower } from '../../may.tsx';
import { nameOf, namesOf } from '../../seats.tsx';
import { useStore, type Presence } from '../../store.ts';
import { RoleOf } from '../../team/role-of.tsx';
import { Person } from '../board/seat-row.tsx';
import { control } from '../control.ts';
import { WayBackButton } from './way-back.tsx';
import './people.css';

const NO_SEAT = 'none';

/** Of ministries that they do not sit in: they know those secrets too. */
function AlsoRead({ participant, seat }: Presence) {
  const view = useStore((state) => state.view!.public);
  const others = useStore((state) => (state.view!.control?.briefsRead[participant] ?? []).filter((one) => one !== seat));
  if (others.length === 0) return null;
  return (
    <span className="also-read small">
      <BookOpen size={14} aria-hidden /> {t('people.alsoRead', { names: namesOf(view, others), seated: seat === null ? 'no' : 'yes' })}
    </span>
  );
}

export function People({ card }: { card: ExerciseCard | null }) {
  const view = useStore((state) => state.view!.public);
  const presence = useStore((state) => state.presence);
  const people = Object.values(presence).filter((person) => person.role === 'participant' || person.role === 'observer');
  const moves = useMay('seatParticipant');
  const letsBack = usePower('keepsRoster');
  if (people.length === 0) return <EmptyState icon={UserRound} title={t('people.empty')}>{t('people.emptyText')}</EmptyState>;
  const options = [{ id: NO_SEAT, label: t('people.noSeat') }, ...view.exercise.seats.map((seat) => ({ id: seat, label: nameOf(view, seat) }))];
  return (
    <Table
      caption={t('people.title')}
      rows={people}
      rowKey={(person) => person.participant}
      columns={[
        { id: 'name', heading: t('people.name'), names: true, cell: (person) => <><Person person={person} /><AlsoRead {...person} /></> },
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
        ...(letsBack ? [{ id: 'back', heading: <span className="visually-hidden">{t('wayBack.heading')}</span>, cell: (person: Presence) => <WayBackButton person={person} card={card} /> }] : []),
      ]}
    />
  );
}
