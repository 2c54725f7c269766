// The people of a team by name and role, as far as names are shown.
import type { Team } from '../../shared/model/state.ts';
import { t } from '../locales/text.ts';
import { useStore, type Presence } from '../store.ts';

export function whoIs(team: Team, presence: Readonly<Record<string, Presence>>, person: string): string {
  const role = team.members[person];
  const name = presence[person]?.name ?? '';
  if (role === undefined) return name || t('seat.someone');
  return name === '' ? t(`team.role.${role}`) : t('team.by', { name, role: t(`team.role.${role}`) });
}

export function useWho(team: Team | null): (person: string) => string {
  const presence = useStore((state) => state.presence);
  return (person) => (team ? whoIs(team, presence, person) : t('seat.someone'));
}
