// The tab of people: who joined and where they sit, and the staff.
import type { ExerciseCard } from '../../../shared/wire/messages.ts';
import { useInvitesStaff } from '../../may.tsx';
import { People } from './participants.tsx';
import { Staff } from './staff.tsx';

export function PeopleTab({ card }: { card: ExerciseCard | null }) {
  const invites = useInvitesStaff();
  return (
    <div className="stack-loose">
      <People />
      {invites && <Staff card={card} />}
    </div>
  );
}
