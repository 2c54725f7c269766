// The people of an exercise: its door, who joined and where they sit, who is expected, and the staff.
import { Shuffle } from 'lucide-react';
import type { ExerciseCard } from '../../../shared/wire/messages.ts';
import { Button } from '../../design/index.ts';
import { t } from '../../locales/text.ts';
import { May, useInvitesStaff, usePower } from '../../may.tsx';
import { useStore } from '../../store.ts';
import { assignment } from '../assignment.ts';
import { control } from '../control.ts';
import { Door } from './door.tsx';
import { People } from './participants.tsx';
import { RosterSection } from './roster-section.tsx';
import { Staff } from './staff.tsx';
import { SwapButton } from './swap.tsx';

/** Who has no ministry yet is put where the fewest are. */
function SeatEverybody() {
  const view = useStore((state) => state.view!.public);
  const presence = useStore((state) => state.presence);
  const open = assignment(view, Object.values(presence));
  if (open.length === 0) return null;
  return (
    <Button size="small" onPress={() => open.forEach((each) => void control({ type: 'seatParticipant', ...each }))}>
      <Shuffle size={16} aria-hidden /> {t('control.assign', { count: open.length })}
    </Button>
  );
}

export function PeopleTab({ card }: { card: ExerciseCard | null }) {
  const invites = useInvitesStaff();
  const keepsRoster = usePower('keepsRoster');
  return (
    <div className="stack-loose">
      {keepsRoster && <Door worlds={card?.worlds ?? 1} />}
      <div className="row-wrap">
        <May ask="seatParticipant"><SeatEverybody /></May>
        <May ask="swapPeople"><SwapButton /></May>
      </div>
      <People card={card} />
      {keepsRoster && <RosterSection />}
      {invites && <Staff card={card} />}
    </div>
  );
}
