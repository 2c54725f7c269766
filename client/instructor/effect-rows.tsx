// The form of effects: one row each, with the fields that its kind needs, and any other effect written out.
import { Plus, Trash2 } from 'lucide-react';
import { RELIABILITIES } from '../../shared/model/vocabulary.ts';
import { ACTIONS } from '../../shared/rules/actions/catalogue.ts';
import type { PublicView } from '../../shared/view/view.ts';
import { ManyField } from '../actions/many-field.tsx';
import { IconButton, NumberField, Select, TextField } from '../design/index.ts';
import { t, tOr } from '../locales/text.ts';
import { numberName } from '../panels/why/paths.ts';
import { nameOf } from '../seats.tsx';
import { sentence } from '../words.ts';
import { ALL, ROW_KINDS, numbersOf, rowOf, subjectsOf, type Row } from './effects.ts';

type Fields<K extends Row['kind']> = { row: Extract<Row, { kind: K }>; view: PublicView; onChange: (row: Row) => void };

function Add({ row, view, onChange }: Fields<'add'>) {
  const subjects = subjectsOf(view).map(({ id, name }) => ({ id, label: name }));
  const numbers = numbersOf(view, row.subject);
  return (
    <>
      <div className="two-fields">
        <Select label={t('effect.of')} value={row.subject} options={subjects} onChange={(subject) => onChange({ ...row, subject, number: numbersOf(view, subject)[0]! })} />
        <NumberField label={t('effect.by')} value={row.by} min={-100} max={100} onChange={(by) => onChange({ ...row, by })} />
      </div>
      <Select label={t('effect.number')} value={row.number} options={numbers.map((id) => ({ id, label: sentence(numberName(id, view)) }))} onChange={(number) => onChange({ ...row, number })} />
    </>
  );
}

function Pressure({ row, view, onChange }: Fields<'pressure'>) {
  const crises = Object.values(view.crises).filter(({ open }) => open).map(({ id, name }) => ({ id, label: name }));
  return (
    <div className="two-fields">
      <Select label={t('effect.crisis')} value={row.crisis} options={[...crises, { id: ALL, label: t('effect.allCrises') }]} onChange={(crisis) => onChange({ ...row, crisis })} />
      <NumberField label={t('effect.pressure')} hint={t('effect.pressureHint')} value={row.value} min={-9} max={9} onChange={(value) => onChange({ ...row, value })} />
    </div>
  );
}

function Unlock({ row, view, onChange }: Fields<'unlock'>) {
  const locked = Object.keys(ACTIONS).filter((code) => view.exercise.unlocked !== null && !view.exercise.unlocked.actions.includes(code));
  return <ManyField label={t('effect.actions')} options={locked.map((id) => ({ id, label: tOr(`action.${id}`, id) }))} value={row.actions} onChange={(actions) => onChange({ ...row, actions })} />;
}

function Report({ row, view, onChange }: Fields<'report'>) {
  const claims = [{ id: 'truth', label: t('effect.claimTruth') }, ...(view.threats[row.threat]?.hypotheses ?? []).map(({ id, name }) => ({ id, label: name }))];
  return (
    <>
      <ManyField label={t('effect.to')} marks options={view.exercise.seats.map((id) => ({ id, label: nameOf(view, id) }))} value={row.to} onChange={(to) => onChange({ ...row, to })} />
      <Select label={t('effect.threat')} value={row.threat} options={Object.values(view.threats).map(({ id, name }) => ({ id, label: name }))} onChange={(threat) => onChange({ ...row, threat, claim: 'truth' })} />
      <Select label={t('effect.claim')} value={row.claim} options={claims} onChange={(claim) => onChange({ ...row, claim })} />
      <div className="two-fields">
        <Select label={t('effect.reliability')} value={row.reliability} options={RELIABILITIES.map((id) => ({ id, label: tOr(`reliability.${id}`, id) }))} onChange={(reliability) => onChange({ ...row, reliability })} />
        <NumberField label={t('effect.credibility')} value={row.credibility} min={1} max={6} onChange={(credibility) => onChange({ ...row, credibility })} />
      </div>
      <TextField label={t('effect.text')} hint={t('effect.reportHint')} value={row.text} rows={2} maxLength={400} onChange={(text) => onChange({ ...row, text })} />
    </>
  );
}

function Message({ row, onChange }: Fields<'message'>) {
  return (
    <>
      <TextField label={t('effect.from')} value={row.from} maxLength={60} onChange={(from) => onChange({ ...row, from })} />
      <TextField label={t('effect.text')} value={row.text} rows={2} maxLength={800} onChange={(text) => onChange({ ...row, text })} />
    </>
  );
}

function Written({ row, onChange }: Fields<'written'>) {
  return <TextField className="code" label={t('effect.written')} hint={t('effect.writtenHint')} value={row.text} rows={4} maxLength={4000} onChange={(text) => onChange({ ...row, text })} />;
}

function RowFields(props: { row: Row; view: PublicView; onChange: (row: Row) => void }) {
  const { row, ...rest } = props;
  switch (row.kind) {
    case 'add':
      return <Add row={row} {...rest} />;
    case 'pressure':
      return <Pressure row={row} {...rest} />;
    case 'unlock':
      return <Unlock row={row} {...rest} />;
    case 'report':
      return <Report row={row} {...rest} />;
    case 'message':
      return <Message row={row} {...rest} />;
    default:
      return <Written row={row} {...rest} />;
  }
}

export function EffectRows({ view, rows, heading, none, proposer, fault, onChange }: { view: PublicView; rows: readonly Row[]; heading: string; none: string; proposer: string | null; fault: { row: number; problem: string } | null; onChange: (rows: Row[]) => void }) {
  return (
    <fieldset className="stack effect-rows">
      <legend className="field-label">{heading}</legend>
      {rows.length === 0 && <p className="field-hint">{none}</p>}
      {rows.map((row, index) => (
        <div key={index} className="effect-row" role="group" aria-label={t(`effect.kind.${row.kind}`)} data-faulty={fault?.row === index}>
          <div className="row">
            <strong className="grow small">{t(`effect.kind.${row.kind}`)}</strong>
            <IconButton label={t('effect.remove', { effect: t(`effect.kind.${row.kind}`) })} onPress={() => onChange(rows.filter((_, place) => place !== index))}>
              <Trash2 size={16} aria-hidden />
            </IconButton>
          </div>
          <RowFields row={row} view={view} onChange={(next) => onChange(rows.map((old, place) => (place === index ? next : old)))} />
          {fault?.row === index && <p className="field-error" role="alert">{fault.problem}</p>}
        </div>
      ))}
      <div className="row">
        <Plus size={16} aria-hidden />
        <div className="grow">
          <Select label={t('effect.more')} hideLabel placeholder={t('effect.more')} value={null} options={ROW_KINDS.map((id) => ({ id, label: t(`effect.kind.${id}`), description: t(`effect.about.${id}`) }))} onChange={(kind) => onChange([...rows, rowOf(kind, view, proposer)])} />
        </div>
      </div>
    </fieldset>
  );
}
