// The door of the exercise: whether whoever has the code comes in, or only those who are here, expected by name or staff.
import { DoorClosed, DoorOpen } from 'lucide-react';
import { api } from '../../api.ts';
import { Choice, notify } from '../../design/index.ts';
import { t } from '../../locales/text.ts';
import { failureText } from '../../pages/failure.ts';
import { store, useStore } from '../../store.ts';
import './people.css';

async function work(exercise: string, closed: boolean): Promise<void> {
  const answer = await api.setDoor(exercise, store.get().session?.token ?? '', closed);
  if (!answer.ok) notify(failureText(answer.failure), 'refusal');
}

/** `worlds`: how many one code leads to; they have one door. */
export function Door({ worlds }: { worlds: number }) {
  const exercise = useStore((state) => state.view!.public.exercise.id);
  const closed = useStore((state) => state.doorClosed);
  const Icon = closed ? DoorClosed : DoorOpen;
  return (
    <section className="door-switch" data-closed={closed} aria-label={t('door.title')}>
      <Icon size={20} aria-hidden />
      <Choice
        label={t('door.title')}
        value={closed ? 'closed' : 'open'}
        options={[{ id: 'open', label: t('door.open') }, { id: 'closed', label: t('door.closed') }]}
        onChange={(side) => void work(exercise, side === 'closed')}
      />
      <p className="small soft" role="status">{t(closed ? 'door.closedText' : 'door.openText')} {worlds > 1 && t('door.worlds')}</p>
    </section>
  );
}
