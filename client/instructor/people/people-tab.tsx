// The people of an exercise: its door, who joined and where they sit, who is expected, and the staff.
import type { ExerciseCard } from '../../../shared/wire/messages.ts';
import { May, useInvitesStaff, usePower } from '../../may.tsx';
import { Door } from './door.tsx';
import { People } from './participants.tsx';
import { RosterSection } from './roster-section.tsx';
import { Staff } from './staff.tsx';
import { SwapButton } from './swap.tsx';

export function PeopleTab({ card }: { card: ExerciseCard | null }) {
  const invites = useInvitesStaff();
  const keepsRoster = usePower('keepsRoster');
  return (
    <div className="stack-loose">
      {keepsRoster && <Door worlds={card?.worlds ?? 1} />}
      <May ask="swapPeople"><div><SwapButton /></div></May>
      <People />
      {keepsRoster && <RosterSection />}
      {invites && <Staff card={card} />}
    </div>
  );
}
