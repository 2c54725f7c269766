// How many worlds a new exercise is played in, and whether they share their hidden causes.
import { MOST_WORLDS, type CreateExerciseRequest } from '../../shared/wire/messages.ts';
import { NumberField, Select } from '../design/index.ts';
import { t } from '../locales/text.ts';

export interface WorldsDraft {
  worlds: number;
  causes: NonNullable<CreateExerciseRequest['causes']>;
}

export const ONE_WORLD: WorldsDraft = { worlds: 1, causes: 'same' };

/** What is asked for beyond a single exercise. */
export const worldsRequest = ({ worlds, causes }: WorldsDraft): Partial<CreateExerciseRequest> => (worlds > 1 ? { worlds, causes } : {});

export function WorldsField({ value, onChange, error }: { value: WorldsDraft; onChange: (value: WorldsDraft) => void; error?: string | undefined }) {
  return (
    <div className="pair">
      <NumberField label={t('worlds.field')} hint={t('worlds.fieldHint')} value={value.worlds} onChange={(worlds) => onChange({ ...value, worlds })} min={1} max={MOST_WORLDS} error={error ?? null} />
      {value.worlds > 1 && (
        <Select
          label={t('worlds.causes')}
          hint={t(value.causes === 'same' ? 'worlds.causesSameText' : 'worlds.causesDifferentText')}
          value={value.causes}
          onChange={(causes) => onChange({ ...value, causes })}
          options={[
            { id: 'same', label: t('worlds.causesSame') },
            { id: 'different', label: t('worlds.causesDifferent') },
          ]}
        />
      )}
    </div>
  );
}
