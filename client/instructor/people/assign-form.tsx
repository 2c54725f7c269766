// Placing everybody at once: the wishes, what would come of them, and the button that makes it so.
import { Shuffle } from 'lucide-react';
import { useState } from 'react';
import type { PublicView } from '../../../shared/view/view.ts';
import { letterOf } from '../../cohort/worlds.ts';
import { Button, NumberField, Select, TextField, notify } from '../../design/index.ts';
import { list, t } from '../../locales/text.ts';
import { nameOf } from '../../seats.tsx';
import { control } from '../control.ts';
import { assign, type AssignOptions, type Candidate, type Placed } from './assign.ts';
import { placedAt, type Person, type Roster } from './roster.ts';

type Whom = 'open' | 'all';

/** Those who are in another world now are left to its own room. */
function candidatesOf(people: readonly Person[], whom: Whom, world: number): Candidate[] {
  return people
    .filter((one) => (one.in === null || one.in === world) && (one.place !== 'watch' || (whom === 'all' && one.in === null)))
    .map((one) => ({ id: one.key, world: one.in === null && whom === 'all' ? null : one.world, seat: whom === 'all' || one.place === 'none' || one.place === 'watch' ? null : one.place, plays: one.in !== null }));
}

function Result({ placed, people, view, worlds }: { placed: Placed[]; people: readonly Person[]; view: PublicView; worlds: number }) {
  const names = (world: number, seat: string | null) => placed.filter((one) => one.world === world && one.seat === seat).map(({ id }) => people.find(({ key }) => key === id)?.name ?? '');
  const places = [...view.exercise.seats, null];
  const sizes = Array.from({ length: worlds }, (_, world) => view.exercise.seats.map((seat) => names(world, seat).length)).flat().filter((size) => size > 0);
  const [smallest, largest] = [Math.min(...sizes), Math.max(...sizes)];
  return (
    <div className="stack" role="status">
      <p><strong>{t('assign.result')}</strong> <span className="soft">{t('assign.summary', { people: placed.length, seats: sizes.length, smallest: smallest === largest ? 'same' : String(smallest), largest: String(largest), watch: placed.filter(({ seat }) => seat === null).length })}</span></p>
      {Array.from({ length: worlds }, (_, world) => (
        <dl key={world} className="assign-result">
          {worlds > 1 && <div className="assign-world"><dt className="caps soft">{t('worlds.world', { letter: letterOf(world) })}</dt></div>}
          {places.map((seat) => names(world, seat).length > 0 && (
            <div key={seat ?? 'watch'}>
              <dt>{seat === null ? t('places.watch') : nameOf(view, seat)}</dt>
              <dd>{list(names(world, seat))}</dd>
            </div>
          ))}
        </dl>
      ))}
    </div>
  );
}

export function AssignForm({ roster, view, people }: { roster: Roster; view: PublicView; people: readonly Person[] }) {
  const { entries, worlds, world: own } = roster.answer;
  const [whom, setWhom] = useState<Whom>('open');
  const [team, setTeam] = useState(1);
  const [rest, setRest] = useState<AssignOptions['rest']>('share');
  const [order, setOrder] = useState<'list' | 'shuffle'>('list');
  const [word, setWord] = useState('');
  const [shown, setShown] = useState(false);
  const candidates = candidatesOf(people, whom, own);
  const placed = shown ? assign(candidates, { worlds, seats: view.exercise.seats, team, rest, shuffle: order === 'shuffle' ? word : null }) : [];
  const moved = placed.filter(({ id, world, seat }) => {
    const person = people.find(({ key }) => key === id)!;
    return person.world !== world || person.place !== (seat ?? 'watch');
  });
  const apply = async () => {
    const to = new Map(moved.map((one) => [one.id, one]));
    const changed = entries.map((entry) => {
      const place = to.get(entry.id);
      return place ? placedAt(entry, place.world, place.seat ?? 'watch') : entry;
    });
    if (!(await roster.keep(changed))) return;
    for (const { participant, key } of people) {
      const place = to.get(key);
      if (place && participant !== null) await control({ type: 'seatParticipant', participant, seat: place.seat });
    }
    setShown(false);
    notify(t('assign.applied', { count: placed.length }));
  };
  return (
    <section className="assign" aria-label={t('assign.title')}>
      <div className="assign-fields">
        <Select<Whom> label={t('assign.who')} value={whom} onChange={setWhom} options={[{ id: 'open', label: t('assign.who.open') }, { id: 'all', label: t('assign.who.all') }]} />
        <NumberField label={t('assign.team')} value={team} min={1} max={4} onChange={setTeam} />
        <Select<AssignOptions['rest']> label={t('assign.rest')} value={rest} onChange={setRest} options={[{ id: 'share', label: t('assign.rest.share') }, { id: 'watch', label: t('assign.rest.watch') }]} />
        <Select<'list' | 'shuffle'> label={t('assign.order')} value={order} onChange={setOrder} options={[{ id: 'list', label: t('assign.order.list') }, { id: 'shuffle', label: t('assign.order.shuffle') }]} />
        {order === 'shuffle' && <TextField label={t('assign.word')} value={word} maxLength={40} onChange={setWord} />}
        <Button isDisabled={candidates.length === 0} onPress={() => setShown(true)}><Shuffle size={16} aria-hidden /> {t('assign.look')}</Button>
      </div>
      <p className="soft small">{t('assign.teamHint')} {order === 'shuffle' && t('assign.wordHint')}</p>
      {shown && (moved.length === 0 ? <p role="status">{t('assign.nobody')}</p> : (
        <>
          <Result placed={placed} people={people} view={view} worlds={worlds} />
          <div className="row-wrap">
            <Button kind="primary" onPress={() => void apply()}>{t('assign.apply')}</Button>
            <Button onPress={() => setShown(false)}>{t('dialog.cancel')}</Button>
          </div>
        </>
      ))}
    </section>
  );
}
