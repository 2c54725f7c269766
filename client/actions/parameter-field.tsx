// One parameter of an action or a clause as the control that its field kind asks for.
import type { z } from 'zod';
import type { Package } from '../../shared/model/state.ts';
import type { Field } from '../../shared/rules/actions/action.ts';
import { Checkbox, NumberField, Select, TextField } from '../design/index.ts';
import { t } from '../locales/text.ts';
import { ManyField } from './many-field.tsx';
import { PackagesField } from './packages-field.tsx';
import { fieldOf } from '../../shared/rules/actions/action.ts';
import { hintOf, labelOf, optionsFor, type Choosing } from './parameters.ts';

interface ControlProps {
  name: string;
  field: Field;
  choosing: Choosing;
  value: unknown;
  error: string | null;
  onChange: (value: unknown) => void;
}

/** The id that stands for “none” where a choice may be left open. */
const NONE = '-';

function OneOf({ name, field, choosing, value, error, onChange }: ControlProps) {
  const options = optionsFor(choosing, field, name);
  const all = field.optional ? [{ id: NONE, label: t('form.nobody') }, ...options] : options;
  return (
    <Select
      label={labelOf(choosing.owner, name)}
      hint={options.length === 0 ? t('form.nothingToChoose') : hintOf(choosing.owner, name)}
      error={error}
      value={value === null && field.optional ? NONE : value === undefined || value === null ? null : String(value)}
      placeholder={t('form.choose')}
      options={all}
      onChange={(chosen) => onChange(chosen === NONE ? null : field.field === 'number' ? Number(chosen) : chosen)}
    />
  );
}

function Many({ name, field, choosing, value, error, onChange }: ControlProps) {
  return <ManyField label={labelOf(choosing.owner, name)} hint={hintOf(choosing.owner, name)} error={error} marks={field.field === 'seats'} options={optionsFor(choosing, field, name)} value={(value as string[] | undefined) ?? []} onChange={onChange} />;
}

function Flag({ name, choosing, value, onChange }: ControlProps) {
  return <Checkbox label={labelOf(choosing.owner, name)} hint={hintOf(choosing.owner, name)} selected={value === true} onChange={onChange} />;
}

function Amount(props: ControlProps) {
  const { name, field, choosing, value, error, onChange } = props;
  // A rung is a number with a name: chosen, not counted.
  if (name === 'rung') return <OneOf {...props} />;
  return <NumberField label={labelOf(choosing.owner, name)} hint={hintOf(choosing.owner, name)} error={error} value={typeof value === 'number' ? value : (field.min ?? 0)} min={field.min} max={field.max} onChange={onChange} />;
}

function Words({ name, field, choosing, value, error, onChange }: ControlProps) {
  return <TextField label={labelOf(choosing.owner, name)} hint={hintOf(choosing.owner, name)} error={error} value={typeof value === 'string' ? value : ''} maxLength={field.max} onChange={onChange} />;
}

function Packages({ name, choosing, value, error, onChange }: ControlProps) {
  return <PackagesField label={labelOf(choosing.owner, name)} error={error} sight={choosing.sight} crisis={String(choosing.values.crisis ?? '')} value={(value as Package[] | undefined) ?? []} onChange={onChange} />;
}

/** Clauses are edited in the draft editor and orders on the sheet; their forms leave them out. */
const CONTROLS: Record<Exclude<Field['field'], 'clauses' | 'orders'>, (props: ControlProps) => React.ReactNode> = {
  seat: OneOf, domain: OneOf, region: OneOf, crisis: OneOf, threat: OneOf, hypothesis: OneOf, report: OneOf, event: OneOf, source: OneOf, instrument: OneOf, organisation: OneOf, motion: OneOf, choice: OneOf, marking: OneOf, restriction: OneOf,
  seats: Many, domains: Many, regions: Many, crises: Many, threats: Many,
  flag: Flag, number: Amount, text: Words, packages: Packages,
};

export function hasControl(schema: z.ZodType): boolean {
  const field = fieldOf(schema);
  return field !== null && field.field in CONTROLS;
}

export function ParameterField({ schema, ...props }: Omit<ControlProps, 'field'> & { schema: z.ZodType }) {
  const field = fieldOf(schema);
  if (!field || !(field.field in CONTROLS)) return null;
  const Control = CONTROLS[field.field as keyof typeof CONTROLS];
  return <Control {...props} field={field} />;
}
