// Form fields, each with its label above, its hint, and its error beside it.
import { Check, ChevronDown, CircleAlert, Minus, Plus } from 'lucide-react';
import { useId, type ReactNode } from 'react';
import {
  Button, Checkbox as AriaCheckbox, FieldError, Group, Input, Label, ListBox, ListBoxItem, NumberField as AriaNumberField, Popover,
  Select as AriaSelect, SelectValue, Text, TextArea, TextField as AriaTextField, type Key,
} from 'react-aria-components';

interface Common {
  label: string;
  hint?: ReactNode;
  error?: string | null;
  disabled?: boolean;
  /** The label is for screen readers only. */
  hideLabel?: boolean;
}

function ErrorLine({ error }: { error: string | null | undefined }) {
  return (
    <FieldError className="field-error">
      <CircleAlert size={16} aria-hidden />
      <span>{error}</span>
    </FieldError>
  );
}

export interface TextFieldProps extends Common {
  value: string;
  onChange: (value: string) => void;
  placeholder?: string;
  maxLength?: number;
  /** More than one line. */
  rows?: number;
  autoFocus?: boolean;
  autoComplete?: string;
  autoCapitalize?: 'characters' | 'off' | 'words';
  onEnter?: () => void;
  className?: string;
  /** Offered while one writes; anything else may be written as well. Of one line alone. */
  suggestions?: readonly string[];
}

export function TextField({ label, hint, error, disabled, hideLabel, value, onChange, placeholder, maxLength, rows, autoFocus, autoComplete, autoCapitalize, onEnter, className, suggestions }: TextFieldProps) {
  const list = useId();
  return (
    <AriaTextField
      className={`field ${className ?? ''}`}
      value={value}
      onChange={onChange}
      isInvalid={Boolean(error)}
      isDisabled={disabled}
      maxLength={maxLength}
      autoFocus={autoFocus}
      autoComplete={autoComplete}
      onKeyDown={(event) => {
        if (onEnter && event.key === 'Enter' && !event.shiftKey) {
          event.preventDefault();
          onEnter();
        }
        // A key that was looked at stops here unless it is let go: the dialog around the field closes by it.
        if (event.key === 'Escape') event.continuePropagation();
      }}
    >
      <Label className={hideLabel ? 'visually-hidden' : 'field-label'}>{label}</Label>
      {rows ? <TextArea className="input" rows={rows} placeholder={placeholder} /> : <Input className="input" placeholder={placeholder} autoCapitalize={autoCapitalize} list={suggestions ? list : undefined} />}
      {suggestions && <datalist id={list}>{suggestions.map((text) => <option key={text} value={text} />)}</datalist>}
      {hint !== undefined && (
        <Text slot="description" className="field-hint">
          {hint}
        </Text>
      )}
      <ErrorLine error={error} />
    </AriaTextField>
  );
}

export interface Option<T extends string> {
  id: T;
  label: string;
  description?: string;
  disabled?: boolean;
}

export function Select<T extends string>({ label, hint, error, disabled, hideLabel, value, onChange, options, placeholder }: Common & { value: T | null; onChange: (value: T) => void; options: readonly Option<T>[]; placeholder?: string }) {
  return (
    <AriaSelect
      className="field"
      value={value}
      onChange={(key: Key | null) => key !== null && onChange(String(key) as T)}
      isInvalid={Boolean(error)}
      isDisabled={disabled}
      placeholder={placeholder}
      disabledKeys={options.filter((option) => option.disabled).map((option) => option.id)}
    >
      <Label className={hideLabel ? 'visually-hidden' : 'field-label'}>{label}</Label>
      <Button className="input select-button">
        <SelectValue />
        <ChevronDown size={16} aria-hidden />
      </Button>
      {hint !== undefined && (
        <Text slot="description" className="field-hint">
          {hint}
        </Text>
      )}
      <ErrorLine error={error} />
      <Popover className="popover">
        <ListBox className="list-box" items={options}>
          {(option) => (
            <ListBoxItem id={option.id} textValue={option.label} className="list-box-item">
              <Text slot="label">{option.label}</Text>
              {option.description && <Text slot="description">{option.description}</Text>}
            </ListBoxItem>
          )}
        </ListBox>
      </Popover>
    </AriaSelect>
  );
}

export function Checkbox({ label, selected, onChange, disabled, hint }: { label: ReactNode; selected: boolean; onChange: (selected: boolean) => void; disabled?: boolean; hint?: ReactNode }) {
  return (
    <AriaCheckbox className="checkbox" isSelected={selected} onChange={onChange} isDisabled={disabled}>
      <span className="box" aria-hidden>
        {selected && <Check size={14} strokeWidth={3} />}
      </span>
      <span>
        {label}
        {hint !== undefined && <span className="field-hint" style={{ display: 'block' }}>{hint}</span>}
      </span>
    </AriaCheckbox>
  );
}

export function NumberField({ label, hint, error, disabled, hideLabel, value, onChange, min, max, step = 1, format }: Common & { value: number; onChange: (value: number) => void; min?: number; max?: number; step?: number; format?: Intl.NumberFormatOptions }) {
  return (
    <AriaNumberField className="field" value={value} onChange={(next) => onChange(Number.isNaN(next) ? (min ?? 0) : next)} minValue={min} maxValue={max} step={step} isInvalid={Boolean(error)} isDisabled={disabled} formatOptions={format}>
      <Label className={hideLabel ? 'visually-hidden' : 'field-label'}>{label}</Label>
      <Group className="number-field">
        <Button slot="decrement">
          <Minus size={14} aria-hidden />
        </Button>
        <Input className="input numeric" />
        <Button slot="increment">
          <Plus size={14} aria-hidden />
        </Button>
      </Group>
      {hint !== undefined && (
        <Text slot="description" className="field-hint">
          {hint}
        </Text>
      )}
      <ErrorLine error={error} />
    </AriaNumberField>
  );
}
