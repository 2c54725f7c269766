// How the clock of a new exercise runs: a class by minutes or a course by dates, and what happens when orders are missing.
import { CalendarDate, Time, getLocalTimeZone, today } from '@internationalized/date';
import { PHASES, type MissingOrders, type Phase } from '../../shared/model/vocabulary.ts';
import { USUAL_GRACE } from '../../shared/rules/late.ts';
import type { CreateExerciseRequest } from '../../shared/wire/messages.ts';
import { knownZones, plannedDates } from '../clock/planning.ts';
import { whenText } from '../clock/when.ts';
import { DateField, NameField, TimeField } from '../design/date-fields.tsx';
import { Checkbox, Choice, NumberField, Select } from '../design/index.ts';
import { lengthText, t, type TextKey } from '../locales/text.ts';
import '../clock/clock.css';

export interface ClockDraft {
  mode: 'class' | 'course';
  /** Of a class: in minutes. */
  phases: Record<Phase, number>;
  zone: string;
  first: CalendarDate;
  weekdays: number[];
  time: Time;
  /** Phases of a course that get a date although people could do without. */
  more: Phase[];
  missingOrders: MissingOrders;
  /** How long the lock waits, per mode: minutes in a class, hours in a course. */
  grace: { class: number; course: number };
}

/** Phases in which people work: they always have a date. */
const DATED: readonly Phase[] = ['negotiation', 'orders'];
const OPTIONAL = ['briefing', 'review'] as const;
/** Days on which something closes unless said otherwise: Monday to Friday. */
const WORKDAYS = [0, 1, 2, 3, 4];
const EVENING = 18;

export function clockDraft(seconds: Record<Phase, number>): ClockDraft {
  const zone = getLocalTimeZone();
  return {
    mode: 'class', phases: minutesOf(seconds), zone, first: today(zone).add({ days: 1 }), weekdays: WORKDAYS, time: new Time(EVENING), more: [],
    missingOrders: 'pause', grace: { class: USUAL_GRACE.class / 60, course: USUAL_GRACE.course / 3600 },
  };
}

export const minutesOf = (seconds: Record<Phase, number>): Record<Phase, number> => Object.fromEntries(PHASES.map((phase) => [phase, seconds[phase] / 60])) as Record<Phase, number>;

const datesOf = (draft: ClockDraft, turns: number) => plannedDates({ ...draft, phases: [...DATED, ...draft.more] }, turns);

export function clockRequest(draft: ClockDraft, turns: number): Pick<CreateExerciseRequest, 'phases' | 'mode' | 'zone' | 'schedule' | 'missingOrders' | 'grace'> {
  const phases = Object.fromEntries(PHASES.map((phase) => [phase, Math.round(draft.phases[phase] * 60)])) as Record<Phase, number>;
  const { mode, zone, missingOrders, grace } = draft;
  const missing = { missingOrders, grace: mode === 'class' ? grace.class * 60 : grace.course * 3600 };
  return mode === 'class' ? { phases, ...missing } : { phases, mode, zone, schedule: datesOf(draft, turns), ...missing };
}

/** What stands in the way of these dates, by field. */
export function clockProblems(draft: ClockDraft, turns: number, now: number): Record<string, string> {
  if (draft.mode === 'class') return {};
  if (draft.weekdays.length === 0) return { weekdays: t('plan.noWeekday') };
  const [first] = datesOf(draft, turns);
  return first && first.at <= now ? { first: t('plan.past') } : {};
}

interface Part {
  draft: ClockDraft;
  turns: number;
  errors: Record<string, string>;
  change: (part: Partial<ClockDraft>) => void;
}

function Lengths({ draft, turns, errors, change }: Part) {
  const minutes = Math.round(turns * PHASES.reduce((sum, phase) => sum + draft.phases[phase], 0));
  return (
    <fieldset className="stack">
      <legend className="field-label">{t('create.phases')}</legend>
      <div className="phase-lengths">
        {PHASES.map((phase) => (
          <NumberField key={phase} label={t(`phase.${phase}`)} value={draft.phases[phase]} onChange={(length) => change({ phases: { ...draft.phases, [phase]: length } })} min={0.25} max={1440} step={0.25} error={errors['phases']} />
        ))}
      </div>
      <p className="field-hint">{t('create.total', { time: lengthText(minutes) })}</p>
    </fieldset>
  );
}

function Weekdays({ draft, errors, change }: Part) {
  const toggle = (day: number, on: boolean) => change({ weekdays: on ? [...draft.weekdays, day].sort() : draft.weekdays.filter((one) => one !== day) });
  return (
    <fieldset className="stack">
      <legend className="field-label">{t('plan.weekdays')}</legend>
      <div className="weekdays">
        {[0, 1, 2, 3, 4, 5, 6].map((day) => (
          <Checkbox key={day} label={t(`weekday.${day}` as TextKey)} selected={draft.weekdays.includes(day)} onChange={(on) => toggle(day, on)} />
        ))}
      </div>
      {errors['weekdays'] && <p className="field-error" role="alert">{errors['weekdays']}</p>}
    </fieldset>
  );
}

function Preview({ draft, turns }: Part) {
  const dates = datesOf(draft, turns);
  const own = getLocalTimeZone();
  if (dates.length === 0) return null;
  return (
    <section className="stack" aria-label={t('plan.preview')}>
      <h3>{t('plan.preview')}</h3>
      <ol className="dates plan-dates">
        {dates.map(({ turn, phase, at }) => (
          <li key={`${turn} ${phase}`}>
            <span className="dates-what">{t('dates.what', { turn, phase })}</span>
            <time className="numeric" dateTime={new Date(at).toISOString()}>{whenText(at, draft.zone)}</time>
          </li>
        ))}
      </ol>
      <p className="field-hint">{t('plan.inZone', { zone: draft.zone.replaceAll('_', ' '), own: own === draft.zone ? 'none' : own.replaceAll('_', ' ') })}</p>
    </section>
  );
}

function Planning(part: Part) {
  const { draft, errors, change } = part;
  return (
    <div className="planning">
      <div className="stack">
        <NameField label={t('plan.zone')} value={draft.zone} names={knownZones(getLocalTimeZone())} onChange={(zone) => change({ zone })} error={errors['zone']} />
        <div className="pair">
          <DateField label={t('plan.first')} value={draft.first} onChange={(first) => change({ first })} error={errors['first']} />
          <TimeField label={t('plan.time')} value={draft.time} onChange={(time) => change({ time })} />
        </div>
        <Weekdays {...part} />
        <fieldset className="stack">
          <legend className="field-label">{t('plan.more')}</legend>
          {OPTIONAL.map((phase) => (
            <Checkbox key={phase} label={t(`phase.${phase}`)} hint={t(`plan.more.${phase}`)} selected={draft.more.includes(phase)} onChange={(on) => change({ more: on ? [...draft.more, phase] : draft.more.filter((one) => one !== phase) })} />
          ))}
        </fieldset>
        {errors['schedule'] && <p className="field-error" role="alert">{errors['schedule']}</p>}
      </div>
      <Preview {...part} />
    </div>
  );
}

function Missing({ draft, change }: Part) {
  const { mode } = draft;
  return (
    <div className="pair">
      <Select
        label={t('missing.label')}
        value={draft.missingOrders}
        onChange={(missingOrders) => change({ missingOrders })}
        options={(['pause', 'standing', 'bot'] as const).map((id) => ({ id, label: t(`missing.${id}`), description: t(`missing.${id}Text`) }))}
      />
      {draft.missingOrders === 'pause' && (
        <NumberField label={t(mode === 'class' ? 'missing.graceMinutes' : 'missing.graceHours')} hint={t('missing.graceHint')} value={draft.grace[mode]} onChange={(length) => change({ grace: { ...draft.grace, [mode]: length } })} min={0} max={mode === 'class' ? 60 : 72} />
      )}
    </div>
  );
}

export function ClockForm(part: Part) {
  const { draft, change } = part;
  return (
    <>
      <Choice label={t('plan.mode')} value={draft.mode} onChange={(mode) => change({ mode })} options={[{ id: 'class', label: t('plan.class') }, { id: 'course', label: t('plan.course') }]} />
      {draft.mode === 'class' ? <Lengths {...part} /> : <Planning {...part} />}
      <Missing {...part} />
    </>
  );
}
