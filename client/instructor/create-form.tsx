// A new exercise: the scenario card and its settings, each with a sensible default.
import { useState } from 'react';
import { type BotCharacter, type SeatId } from '../../shared/model/vocabulary.ts';
import type { CreateExerciseRequest, ExerciseCard, ScenarioCard } from '../../shared/wire/messages.ts';
import { api } from '../api.ts';
import { Button, Checkbox, NumberField, Select, TextField } from '../design/index.ts';
import { refusalText, t } from '../locales/text.ts';
import { ScenarioChoice } from '../pages/home.tsx';
import { failureText } from '../pages/failure.ts';
import { TeamsSetting } from './create-teams.tsx';
import { BOT_OPTIONS } from './board/hand-to-bot.tsx';
import { ClockForm, clockDraft, clockProblems, clockRequest, type ClockDraft } from './clock-form.tsx';
import { ONE_WORLD, WorldsField, worldsRequest, type WorldsDraft } from './worlds-field.tsx';

const PEOPLE_ONLY = 'people';
type Filling = BotCharacter | typeof PEOPLE_ONLY;

interface Draft {
  title: string;
  turns: number;
  clock: ClockDraft;
  seats: Record<SeatId, { on: boolean; filling: Filling }>;
  seed: string;
  advanceWhenReady: boolean;
  namesShown: boolean;
  teams: boolean;
  worlds: WorldsDraft;
}

function draftFor(card: ScenarioCard): Draft {
  return {
    title: '',
    turns: card.turns,
    clock: clockDraft(card.phases),
    seats: Object.fromEntries(card.seats.map((seat) => [seat.id, { on: true, filling: (seat.character ?? 'titForTat') as Filling }])),
    seed: '',
    advanceWhenReady: false,
    namesShown: true,
    teams: false,
    worlds: ONE_WORLD,
  };
}

/** The cast that is chosen just now: a variant of the scenario, everybody, or a cast of one's own. */
export function castOf(card: ScenarioCard, seats: Draft['seats']): string {
  const on = card.seats.filter(({ id }) => seats[id]?.on).map(({ id }) => id).sort().join();
  if (on === card.seats.map(({ id }) => id).sort().join()) return EVERYBODY;
  return card.variants.find((variant) => [...variant.seats].sort().join() === on)?.name ?? OWN_CAST;
}

const EVERYBODY = '*';
const OWN_CAST = '?';

/** Who takes part, chosen at a stroke where the scenario says how it is played by fewer. */
function Cast({ card, seats, onChange }: { card: ScenarioCard; seats: Draft['seats']; onChange: (seats: Draft['seats']) => void }) {
  if (card.variants.length === 0) return null;
  const cast = castOf(card, seats);
  const choose = (name: string) => {
    const wanted = name === EVERYBODY ? card.seats.map(({ id }) => id) : card.variants.find((variant) => variant.name === name)?.seats;
    if (wanted) onChange(Object.fromEntries(Object.entries(seats).map(([id, setting]) => [id, { ...setting, on: wanted.includes(id) }])));
  };
  const full = card.variants.some(({ seats: all }) => all.length === card.seats.length);
  return (
    <Select
      label={t('create.cast')}
      value={cast}
      onChange={choose}
      options={[
        ...(full ? [] : [{ id: EVERYBODY, label: t('create.everybody', { count: card.seats.length }) }]),
        ...card.variants.map(({ name, seats: all, text }) => ({ id: all.length === card.seats.length ? EVERYBODY : name, label: name, description: text })),
        ...(cast === OWN_CAST ? [{ id: OWN_CAST, label: t('create.ownCast') }] : []),
      ]}
    />
  );
}

export function requestOf(card: ScenarioCard, draft: Draft): CreateExerciseRequest {
  const seats = card.seats.filter((seat) => draft.seats[seat.id]?.on).map((seat) => seat.id);
  const bots = Object.fromEntries(seats.map((seat) => [seat, draft.seats[seat]!.filling] as const).filter((entry): entry is [string, BotCharacter] => entry[1] !== PEOPLE_ONLY));
  return {
    scenario: card.id,
    ...(draft.title.trim() === '' ? {} : { title: draft.title.trim() }),
    turns: draft.turns,
    ...clockRequest(draft.clock, draft.turns),
    seats,
    bots,
    ...(draft.seed.trim() === '' ? {} : { seed: draft.seed.trim() }),
    advanceWhenReady: draft.advanceWhenReady,
    namesShown: draft.namesShown,
    ...(draft.teams ? { teams: true } : {}),
    ...worldsRequest(draft.worlds),
  };
}

export function CreateForm({ cards, onCreated }: { cards: ScenarioCard[]; onCreated: (card: ExerciseCard) => void }) {
  const [scenario, setScenario] = useState(cards[0]!.id);
  const card = cards.find((each) => each.id === scenario)!;
  const [draft, setDraft] = useState(() => draftFor(card));
  const [errors, setErrors] = useState<Record<string, string>>({});
  const [busy, setBusy] = useState(false);
  const change = (part: Partial<Draft>) => {
    setDraft({ ...draft, ...part });
    setErrors({});
  };
  const inPlay = card.seats.filter((seat) => draft.seats[seat.id]?.on);

  const submit = async () => {
    if (inPlay.length < 2) return setErrors({ seats: t('create.tooFewSeats') });
    const problems = clockProblems(draft.clock, draft.turns, Date.now());
    if (Object.keys(problems).length > 0) return setErrors(problems);
    setBusy(true);
    const answer = await api.create(requestOf(card, draft));
    setBusy(false);
    if (answer.ok) return onCreated(answer.value);
    const { failure } = answer;
    if (failure.kind === 'refused' && failure.refusal.subject !== null) setErrors({ [failure.refusal.subject.split('/')[0]!.split('.')[0]!]: refusalText(failure.refusal) });
    else setErrors({ form: failureText(failure) });
  };

  return (
    <form
      className="stack-loose"
      onSubmit={(event) => {
        event.preventDefault();
        void submit();
      }}
    >
      <ScenarioChoice
        cards={cards}
        value={scenario}
        onChange={(id) => {
          setScenario(id);
          const next = draftFor(cards.find((each) => each.id === id)!);
          // How long its phases are is the scenario's; dates and the rest are whoever plans it.
          setDraft({ ...next, clock: { ...draft.clock, phases: next.clock.phases } });
          setErrors({});
        }}
        label={t('scenario.choose')}
      />
      {card.learning.length > 0 && (
        <section>
          <h3>{t('create.learning')}</h3>
          <ul className="learning">
            {card.learning.map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ul>
        </section>
      )}
      <div className="pair">
        <TextField label={t('create.title')} hint={t('create.titleHint')} value={draft.title} onChange={(title) => change({ title })} maxLength={80} placeholder={card.title} error={errors['title']} />
        <NumberField label={t('create.turns')} value={draft.turns} onChange={(turns) => change({ turns })} min={1} max={card.turns} error={errors['turns']} />
      </div>
      <WorldsField value={draft.worlds} onChange={(worlds) => change({ worlds })} error={errors['worlds']} />
      <ClockForm draft={draft.clock} turns={draft.turns} errors={errors} change={(part) => change({ clock: { ...draft.clock, ...part } })} />
      <fieldset className="stack">
        <legend className="field-label">{t('create.seats')}</legend>
        <Cast card={card} seats={draft.seats} onChange={(seats) => change({ seats })} />
        <ul className="seat-settings">
          {card.seats.map((seat) => {
            const setting = draft.seats[seat.id]!;
            const set = (part: Partial<typeof setting>) => change({ seats: { ...draft.seats, [seat.id]: { ...setting, ...part } } });
            return (
              <li key={seat.id}>
                {seat.optional ? <Checkbox label={seat.name} hint={t('create.optional')} selected={setting.on} onChange={(on) => set({ on })} /> : <span>{seat.name}</span>}
                <Select
                  label={t('create.filling', { name: seat.name })}
                  hideLabel
                  disabled={!setting.on}
                  value={setting.filling}
                  onChange={(filling) => set({ filling })}
                  options={[...BOT_OPTIONS.map((option) => ({ ...option, label: t('create.bot', { character: option.label }) })), { id: PEOPLE_ONLY, label: t('create.peopleOnly'), description: t('create.peopleOnlyText') }]}
                />
              </li>
            );
          })}
        </ul>
        {errors['seats'] && <p className="field-error" role="alert">{errors['seats']}</p>}
        {errors['bots'] && <p className="field-error" role="alert">{errors['bots']}</p>}
      </fieldset>
      <div className="pair">
        <Checkbox label={t('create.advance')} hint={t('create.advanceHint')} selected={draft.advanceWhenReady} onChange={(advanceWhenReady) => change({ advanceWhenReady })} />
        <Checkbox label={t('create.names')} hint={t('create.namesHint')} selected={draft.namesShown} onChange={(namesShown) => change({ namesShown })} />
      </div>
      <TeamsSetting teams={draft.teams} onChange={(teams) => change({ teams })} />
      <details className="earlier">
        <summary>{t('create.more')}</summary>
        <TextField label={t('create.seed')} hint={t('create.seedHint')} value={draft.seed} onChange={(seed) => change({ seed })} maxLength={40} error={errors['seed']} />
      </details>
      {errors['form'] && <p className="field-error" role="alert">{errors['form']}</p>}
      <div>
        <Button kind="primary" size="large" type="submit" isDisabled={busy}>
          {busy ? t('create.creating') : t('create.create')}
        </Button>
      </div>
    </form>
  );
}
