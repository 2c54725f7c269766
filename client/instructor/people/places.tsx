// Everybody in their places, to be dragged by hand or by keyboard: those who are here move at once, those who are expected when they come.
import { GripVertical, Undo2, Wifi } from 'lucide-react';
import { useEffect, useState } from 'react';
import { Button as AriaButton, GridList, GridListItem, useDragAndDrop } from 'react-aria-components';
import type { PublicView } from '../../../shared/view/view.ts';
import { letterOf } from '../../cohort/worlds.ts';
import { Button, Choice, announce, notify } from '../../design/index.ts';
import { t } from '../../locales/text.ts';
import { SeatMark } from '../../seats.tsx';
import { useStore } from '../../store.ts';
import { control } from '../control.ts';
import { AssignForm } from './assign-form.tsx';
import { everybody, placeText, placedAt, type Person, type Place, type Roster } from './roster.ts';

const PERSON = 'application/x-entente-person';

function PlaceList({ place, people, view, onDrop }: { place: Place; people: Person[]; view: PublicView; onDrop: (key: string, place: Place) => void }) {
  const label = placeText(view, place);
  const { dragAndDropHooks } = useDragAndDrop({
    getItems: (keys) => [...keys].map((key) => ({ [PERSON]: String(key), 'text/plain': people.find((one) => one.key === key)?.name ?? '' })),
    acceptedDragTypes: [PERSON],
    getDropOperation: () => 'move',
    onRootDrop: (event) => {
      for (const item of event.items) if (item.kind === 'text') void item.getText(PERSON).then((key) => onDrop(key, place));
    },
  });
  return (
    <section className="place" data-open={place === 'none'}>
      <h3 className="row">
        {place !== 'none' && place !== 'watch' && <SeatMark seat={place} size="small" />}
        <span className="grow">{label}</span>
        <span className="soft small numeric">{people.length}</span>
      </h3>
      <GridList aria-label={label} items={people} dragAndDropHooks={dragAndDropHooks} className="place-list" renderEmptyState={() => <span className="soft small">{t('places.empty')}</span>}>
        {(person) => (
          <GridListItem id={person.key} textValue={person.name} className="place-person">
            <AriaButton slot="drag" className="grip" aria-label={t('places.drag', { name: person.name })}><GripVertical size={15} aria-hidden /></AriaButton>
            <span className="grow">{person.name}</span>
            {person.in !== null && <Wifi size={14} role="img" aria-label={t('roster.here')} />}
          </GridListItem>
        )}
      </GridList>
    </section>
  );
}

/** For so long after a drop the lists settle where the focus is, in milliseconds; what they find is the list that somebody has left. */
const SETTLED = 150;

/** Whoever was carried to another list is where one goes on from. */
function useFocusOn(key: string | null, people: readonly Person[]): void {
  const place = people.find((one) => one.key === key)?.place;
  useEffect(() => {
    if (key === null) return;
    const settled = setTimeout(() => document.querySelector<HTMLElement>(`.place-person[data-key="${CSS.escape(key)}"] .grip`)?.focus(), SETTLED);
    return () => clearTimeout(settled);
  }, [key, place]);
}

export function Places({ roster, view }: { roster: Roster; view: PublicView }) {
  const { answer } = roster;
  const presence = useStore((state) => state.presence);
  const [world, setWorld] = useState(answer.world);
  const [carried, setCarried] = useState<string | null>(null);
  const people = everybody(answer, presence);
  useFocusOn(carried, people);
  const move = async (key: string, place: Place) => {
    const person = people.find((one) => one.key === key);
    if (!person || (person.place === place && person.world === world)) return;
    const { name, entry, participant } = person;
    const moves = participant !== null && world === answer.world;
    if (moves && place === 'watch') return notify(t('places.cannotWatch', { name }), 'refusal');
    if (moves && !(await control({ type: 'seatParticipant', participant, seat: place === 'none' ? null : place }))) return;
    if (entry && !(await roster.keep(answer.entries.map((one) => (one.id === entry.id ? placedAt(one, world, place) : one))))) return;
    setCarried(key);
    announce(t('places.moved', { name, place: placeText(view, place) }));
    if (entry && person.in !== null && person.in !== world && place !== 'none') notify(t('places.elsewhere', { name, world: letterOf(person.in) }));
  };
  const inPlace = (place: Place) => people.filter((one) => one.place === place && (one.world === world || (one.world === null && (answer.worlds === 1 || place === 'none'))));
  // Who has a ministry and no world yet stands where somebody is asked to choose one.
  const undecided = people.filter((one) => one.world === null && one.place !== 'none' && answer.worlds > 1);
  return (
    <div className="stack-loose">
      <AssignForm roster={roster} view={view} people={people} />
      <div className="row-wrap">
        <p className="soft small grow">{t('places.lead')}</p>
        {roster.undo && <Button size="small" onPress={roster.undo}><Undo2 size={16} aria-hidden /> {t('roster.undo')}</Button>}
        {answer.worlds > 1 && <Choice label={t('roster.world')} value={String(world)} onChange={(next) => setWorld(Number(next))} options={Array.from({ length: answer.worlds }, (_, index) => ({ id: String(index), label: letterOf(index), name: t('worlds.world', { letter: letterOf(index) }) }))} />}
      </div>
      <div className="places">
        <PlaceList place="none" people={[...inPlace('none'), ...undecided]} view={view} onDrop={(key, place) => void move(key, place)} />
        {[...view.exercise.seats, 'watch' as const].map((place) => <PlaceList key={place} place={place} people={inPlace(place)} view={view} onDrop={(key, to) => void move(key, to)} />)}
      </div>
    </div>
  );
}
