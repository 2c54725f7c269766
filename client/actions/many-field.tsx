// A choice of countries or other things: one line each, any number of them.
import { CircleAlert } from 'lucide-react';
import { Checkbox, type Option } from '../design/index.ts';
import { t } from '../locales/text.ts';
import { SeatMark } from '../seats.tsx';

export function ManyField({ label, hint, error, options, value, onChange, marks = false, note }: { label: string; hint?: string; error?: string | null; options: readonly Option<string>[]; value: readonly string[]; onChange: (value: string[]) => void; marks?: boolean; note?: (id: string) => string | null }) {
  return (
    <fieldset className="many-field">
      <legend className="field-label">{label}</legend>
      {hint && <p className="field-hint">{hint}</p>}
      {options.length === 0 && <p className="field-hint">{t('form.nothingToChoose')}</p>}
      <div className="many-options">
        {options.map((option) => (
          <Checkbox
            key={option.id}
            selected={value.includes(option.id)}
            disabled={option.disabled}
            hint={note?.(option.id) ?? undefined}
            label={
              <span className="row">
                {marks && <SeatMark seat={option.id} size="small" />}
                {option.label}
              </span>
            }
            onChange={(selected) => onChange(selected ? [...value, option.id] : value.filter((id) => id !== option.id))}
          />
        ))}
      </div>
      {error && (
        <p className="field-error" role="alert">
          <CircleAlert size={16} aria-hidden /> <span>{error}</span>
        </p>
      )}
    </fieldset>
  );
}
