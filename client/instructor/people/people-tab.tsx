// The tab of people: who joined and where they sit, and the staff.
import type { ExerciseCard } from '../../../shared/wire/messages.ts';
import { May, useInvitesStaff } from '../../may.tsx';
import { People } from './participants.tsx';
import { Staff } from './staff.tsx';
import { SwapButton } from './swap.tsx';

export function PeopleTab({ card }: { card: ExerciseCard | null }) {
  const invites = useInvitesStaff();
  return (
    <div className="stack-loose">
      <May ask="swapPeople"><div><SwapButton /></div></May>
      <People />
      {invites && <Staff card={card} />}
    </div>
  );
}
