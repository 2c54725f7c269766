// One of a few, side by side: a row of buttons of which one is chosen, with the arrow keys too.
import { Label, Radio, RadioGroup } from 'react-aria-components';

export interface Choosable<T extends string> {
  id: T;
  label: string;
  /** What a short label stands for. */
  name?: string;
}

export function Choice<T extends string>({ label, value, options, onChange }: { label: string; value: T; options: readonly Choosable<T>[]; onChange: (value: T) => void }) {
  return (
    <RadioGroup className="field" value={value} onChange={(chosen) => onChange(chosen as T)} orientation="horizontal">
      <Label className="field-label">{label}</Label>
      <div className="choice-row">
        {options.map((option) => (
          <Radio key={option.id} value={option.id} aria-label={option.name} className="choice-option">
            {option.label}
          </Radio>
        ))}
      </div>
    </RadioGroup>
  );
}
