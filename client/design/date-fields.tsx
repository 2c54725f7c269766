// Fields for a day, an hour of the day, and one name out of very many, with the same label, hint and error as every other field.
import type { CalendarDate, Time } from '@internationalized/date';
import { ChevronDown, CircleAlert } from 'lucide-react';
import type { ReactNode } from 'react';
import {
  Button, ComboBox, DateField as AriaDateField, DateInput, DateSegment, FieldError, I18nProvider, Input, Label, ListBox, ListBoxItem, ListLayout, Popover, Text,
  TimeField as AriaTimeField, Virtualizer,
} from 'react-aria-components';
import { LOCALE } from '../locales/text.ts';

interface Common {
  label: string;
  hint?: ReactNode;
  error?: string | null;
}

function Below({ hint, error }: Pick<Common, 'hint' | 'error'>) {
  return (
    <>
      {hint !== undefined && <Text slot="description" className="field-hint">{hint}</Text>}
      <FieldError className="field-error">
        <CircleAlert size={16} aria-hidden />
        <span>{error}</span>
      </FieldError>
    </>
  );
}

const Segments = () => <DateInput className="input numeric segments">{(segment) => <DateSegment segment={segment} className="segment" />}</DateInput>;

export function DateField({ label, hint, error, value, onChange }: Common & { value: CalendarDate; onChange: (value: CalendarDate) => void }) {
  return (
    <I18nProvider locale={LOCALE}>
      <AriaDateField className="field" value={value} onChange={(next) => next && onChange(next)} isInvalid={Boolean(error)}>
        <Label className="field-label">{label}</Label>
        <Segments />
        <Below hint={hint} error={error} />
      </AriaDateField>
    </I18nProvider>
  );
}

export function TimeField({ label, hint, error, value, onChange }: Common & { value: Time; onChange: (value: Time) => void }) {
  return (
    <I18nProvider locale={LOCALE}>
      <AriaTimeField className="field" value={value} onChange={(next) => next && onChange(next)} hourCycle={24} isInvalid={Boolean(error)}>
        <Label className="field-label">{label}</Label>
        <Segments />
        <Below hint={hint} error={error} />
      </AriaTimeField>
    </I18nProvider>
  );
}

/** One name out of hundreds: found by typing a part of it. */
export function NameField({ label, hint, error, value, names, onChange }: Common & { value: string; names: readonly string[]; onChange: (value: string) => void }) {
  return (
    <ComboBox className="field" selectedKey={value} onSelectionChange={(key) => key !== null && onChange(String(key))} defaultItems={names.map((id) => ({ id }))} isInvalid={Boolean(error)}>
      <Label className="field-label">{label}</Label>
      <div className="name-field">
        <Input className="input" />
        <Button>
          <ChevronDown size={16} aria-hidden />
        </Button>
      </div>
      <Below hint={hint} error={error} />
      <Popover className="popover">
        <Virtualizer layout={ListLayout} layoutOptions={{ rowHeight: 36 }}>
          <ListBox className="list-box name-list">
            {({ id }: { id: string }) => (
              <ListBoxItem id={id} textValue={id} className="list-box-item">
                {id.replaceAll('_', ' ')}
              </ListBoxItem>
            )}
          </ListBox>
        </Virtualizer>
      </Popover>
    </ComboBox>
  );
}
