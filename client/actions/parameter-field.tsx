// One parameter of an action or a clause as the control that its field kind asks for.
import type { z } from 'zod';
import type { Clause, Package } from '../../shared/model/state.ts';
import type { Field } from '../../shared/rules/actions/action.ts';
import { CLAUSES } from '../../shared/rules/clauses/catalogue.ts';
import { Checkbox, NumberField, Select, TextField } from '../design/index.ts';
import { t, tOr } from '../locales/text.ts';
import { ManyField } from './many-field.tsx';
import { PackagesField } from './packages-field.tsx';
import { fieldOf } from '../../shared/rules/actions/action.ts';
import { hintOf, labelOf, optionsFor, startValues, type Choosing } from './parameters.ts';

interface ControlProps {
  name: string;
  field: Field;
  choosing: Choosing;
  value: unknown;
  error: string | null;
  /** What is wrong with a parameter of the clause that this parameter is. */
  within?: { parameter: string; error: string } | null;
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

/** Texts that may be longer than this get more than one line. */
const LINE = 200;

function Words({ name, field, choosing, value, error, onChange }: ControlProps) {
  return <TextField label={labelOf(choosing.owner, name)} hint={hintOf(choosing.owner, name)} error={error} value={typeof value === 'string' ? value : ''} rows={(field.max ?? 0) > LINE ? 2 : undefined} maxLength={field.max} onChange={onChange} />;
}

function Packages({ name, choosing, value, error, onChange }: ControlProps) {
  return <PackagesField label={labelOf(choosing.owner, name)} error={error} sight={choosing.sight} crisis={String(choosing.values.crisis ?? '')} value={(value as Package[] | undefined) ?? []} onChange={onChange} />;
}

/** Kinds that stand in another clause, or as a promise. */
const inner = Object.keys(CLAUSES).filter((kind) => kind !== 'IF' && kind !== 'TERM');

/** A clause within: its kind, then its own parameters. */
function OneClause({ name, field, choosing, value, error, within: fault, onChange }: ControlProps) {
  const clause = value as Clause | null | undefined;
  const entry = clause ? CLAUSES[clause.kind] : undefined;
  const unlocked = choosing.sight.public.exercise.unlocked;
  const kinds = inner.filter((kind) => !unlocked || unlocked.clauses.includes(kind)).map((id) => ({ id, label: tOr(`clause.${id}`, id) }));
  const within = { ...choosing, owner: clause?.kind ?? '', values: clause?.params ?? {} };
  const start = (kind: string): Clause => ({ kind, params: startValues(CLAUSES[kind]!.parameters.shape, { ...choosing, owner: kind }, {}) });
  return (
    <div className="stack">
      <Select
        label={labelOf(choosing.owner, name)}
        hint={hintOf(choosing.owner, name)}
        error={error}
        value={clause?.kind ?? (field.optional ? NONE : null)}
        placeholder={t('form.choose')}
        options={field.optional ? [{ id: NONE, label: t('form.noClause') }, ...kinds] : kinds}
        onChange={(kind) => onChange(kind === NONE ? null : start(kind))}
      />
      {clause && entry && Object.entries(entry.parameters.shape).map(([parameter, schema]) => (
        <ParameterField key={parameter} name={parameter} schema={schema} choosing={within} value={clause.params[parameter]} error={fault?.parameter === parameter ? fault.error : null} onChange={(one) => onChange({ ...clause, params: { ...clause.params, [parameter]: one } })} />
      ))}
    </div>
  );
}

/** Clauses are edited in the draft editor and orders on the sheet; their forms leave them out. */
const CONTROLS: Record<Exclude<Field['field'], 'clauses' | 'orders'>, (props: ControlProps) => React.ReactNode> = {
  seat: OneOf, domain: OneOf, region: OneOf, crisis: OneOf, threat: OneOf, hypothesis: OneOf, report: OneOf, event: OneOf, source: OneOf, instrument: OneOf, organisation: OneOf, motion: OneOf, choice: OneOf, marking: OneOf, restriction: OneOf, condition: OneOf, dispute: OneOf,
  seats: Many, domains: Many, regions: Many, crises: Many, threats: Many,
  flag: Flag, number: Amount, text: Words, packages: Packages, clause: OneClause,
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
