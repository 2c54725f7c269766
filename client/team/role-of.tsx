// What somebody is in their team, for exercise control to change.
import { TEAM_ROLES } from '../../shared/model/vocabulary.ts';
import { Badge, Select } from '../design/index.ts';
import { control } from '../instructor/control.ts';
import { t } from '../locales/text.ts';
import { useMay } from '../may.tsx';
import { useStore, type Presence } from '../store.ts';

export function RoleOf({ person }: { person: Presence }) {
  const gives = useMay('giveRole');
  const role = useStore((state) => (person.seat === null ? undefined : state.view?.seats?.[person.seat]?.team?.members[person.participant]));
  if (role === undefined) return null;
  if (!gives) return <Badge>{t(`team.role.${role}`)}</Badge>;
  return (
    <Select
      label={t('team.roleOf', { name: person.name || t('seat.someone') })}
      hideLabel
      value={role}
      onChange={(chosen) => void control({ type: 'giveRole', participant: person.participant, role: chosen })}
      options={TEAM_ROLES.map((id) => ({ id, label: t(`team.role.${id}`), description: t(`team.role.${id}.text`) }))}
    />
  );
}
