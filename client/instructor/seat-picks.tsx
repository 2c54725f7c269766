// A choice of ministries that somebody or something addresses: all of them with one tick, or each by itself.
import type { SeatId } from '../../shared/model/vocabulary.ts';
import { Checkbox } from '../design/index.ts';
import { t } from '../locales/text.ts';
import { nameOf } from '../seats.tsx';
import { useStore } from '../store.ts';

export function SeatPicks({ chosen, hint, error, onChange }: { chosen: readonly SeatId[]; hint?: string; error?: string | null; onChange: (seats: SeatId[]) => void }) {
  const seats = useStore((state) => state.view!.public.exercise.seats);
  const names = useStore(({ view }) => view!.public.exercise.seats.map((seat) => nameOf(view!.public, seat)));
  return (
    <fieldset>
      <legend className="field-label">{t('speak.to')}</legend>
      <div className="row-wrap seat-picks">
        <Checkbox label={t('traffic.all')} selected={chosen.length === seats.length} onChange={(on) => onChange(on ? [...seats] : [])} />
        {seats.map((seat, index) => (
          <Checkbox key={seat} label={names[index]} selected={chosen.includes(seat)} onChange={(on) => onChange(on ? [...chosen, seat] : chosen.filter((other) => other !== seat))} />
        ))}
      </div>
      {hint && <p className="field-hint">{hint}</p>}
      {error && <p className="field-error" role="alert">{error}</p>}
    </fieldset>
  );
}
