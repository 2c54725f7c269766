// One's own role in the team: what one is, and what is free to be taken.
import { TEAM_ROLES } from '../../shared/model/vocabulary.ts';
import { Select, notify } from '../design/index.ts';
import { refusalText, t } from '../locales/text.ts';
import { send } from '../store.ts';
import type { Standing } from './standing.ts';

export function RoleSelect({ standing: { team, self }, label }: { standing: Standing; label: string }) {
  const own = team.members[self];
  if (own === undefined) return null;
  const taken = new Set(Object.entries(team.members).filter(([person]) => person !== self).map(([, role]) => role));
  return (
    <Select
      label={label}
      value={own}
      options={TEAM_ROLES.map((role) => ({ id: role, label: t(`team.role.${role}`), description: t(`team.role.${role}.text`), disabled: taken.has(role) }))}
      onChange={(role) =>
        void send({ type: 'takeRole', role }).then((answer) => {
          if (!answer.accepted) notify(refusalText(answer.refusal), 'refusal');
        })
      }
    />
  );
}
