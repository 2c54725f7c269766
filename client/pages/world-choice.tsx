// Which of several worlds to join: how many people are in each, and which ministries are free.
import { Label, Radio, RadioGroup } from 'react-aria-components';
import type { WorldPreview } from '../../shared/wire/messages.ts';
import { letterOf } from '../cohort/worlds.ts';
import { list, t } from '../locales/text.ts';

const ANY = 'any';

function facts({ people, seats }: WorldPreview): string {
  const free = seats.filter((seat) => seat.people === 0).map(({ name }) => name);
  return [t('worlds.whichPeople', { count: people }), free.length === 0 ? t('worlds.whichFull') : t('worlds.whichFree', { names: list(free) })].join('; ');
}

/** Null: wherever the fewest are. */
export function WorldChoice({ worlds, value, onChange }: { worlds: readonly WorldPreview[]; value: number | null; onChange: (world: number | null) => void }) {
  if (worlds.length < 2) return null;
  return (
    <RadioGroup className="field world-choice" value={value === null ? ANY : String(value)} onChange={(chosen) => onChange(chosen === ANY ? null : Number(chosen))}>
      <Label className="field-label">{t('worlds.whichWorld')}</Label>
      <Radio value={ANY} className="world-option"><strong>{t('worlds.whichAny')}</strong></Radio>
      {worlds.map((world) => (
        <Radio key={world.world} value={String(world.world)} className="world-option">
          <strong>{t('worlds.world', { letter: letterOf(world.world) })}</strong>
          <span className="small soft">{facts(world)}</span>
        </Radio>
      ))}
    </RadioGroup>
  );
}
