// The front page: join with a code, or practise alone; instructors have a link of their own.
import { ArrowRight, Clock, GraduationCap, Users } from 'lucide-react';
import { useEffect, useState } from 'react';
import { Radio, RadioGroup, Label } from 'react-aria-components';
import type { ScenarioCard } from '../../shared/wire/messages.ts';
import { PHASES } from '../../shared/model/vocabulary.ts';
import { api, type Answer } from '../api.ts';
import { Button, EmptyState, Link, Progress, Select, TextField } from '../design/index.ts';
import { lengthText, t } from '../locales/text.ts';
import { navigate } from '../router.ts';
import { keepSession } from '../session.ts';
import { tidyCode } from './code.ts';
import { failureText } from './failure.ts';
import { Frame } from './frame.tsx';

/** Minutes a scenario takes when nobody stops the clock. */
export function minutesOf(card: ScenarioCard): number {
  return Math.round((card.turns * PHASES.reduce((sum, phase) => sum + card.phases[phase], 0)) / 60);
}

function JoinDoor() {
  const [code, setCode] = useState('');
  const [error, setError] = useState<string | null>(null);
  const go = () => {
    const tidy = tidyCode(code);
    if (tidy === '') setError(t('join.codeMissing'));
    else navigate(`/join/${tidy}`);
  };
  return (
    <section className="door">
      <Users size={28} aria-hidden />
      <h2>{t('home.join')}</h2>
      <p className="soft">{t('home.joinText')}</p>
      <form
        className="stack"
        onSubmit={(event) => {
          event.preventDefault();
          go();
        }}
      >
        <TextField label={t('join.code')} value={code} onChange={(value) => { setCode(value.toUpperCase()); setError(null); }} error={error} maxLength={12} autoFocus autoComplete="off" autoCapitalize="characters" className="code-field" />
        <Button kind="primary" size="large" type="submit">
          {t('home.joinGo')} <ArrowRight size={18} aria-hidden />
        </Button>
      </form>
    </section>
  );
}

export function ScenarioChoice({ cards, value, onChange, label }: { cards: ScenarioCard[]; value: string | null; onChange: (id: string) => void; label: string }) {
  return (
    <RadioGroup value={value} onChange={onChange} className="scenario-cards">
      <Label className="field-label">{label}</Label>
      {cards.map((card) => (
        <Radio key={card.id} value={card.id} className="scenario-card">
          <span className="scenario-title">{card.title}</span>
          <span className="scenario-summary">{card.summary}</span>
          <span className="scenario-facts">
            <span><Users size={14} aria-hidden /> {t('scenario.seats', { count: card.seats.length })}</span>
            <span><Clock size={14} aria-hidden /> {t('scenario.length', { turns: card.turns, time: lengthText(minutesOf(card)) })}</span>
          </span>
        </Radio>
      ))}
    </RadioGroup>
  );
}

const ANY_SEAT = 'any';

function PractiseDoor() {
  const [answer, setAnswer] = useState<Answer<ScenarioCard[]> | null>(null);
  const [open, setOpen] = useState(false);
  const [scenario, setScenario] = useState<string | null>(null);
  const [name, setName] = useState('');
  const [seat, setSeat] = useState<string>(ANY_SEAT);
  const [nameError, setNameError] = useState<string | null>(null);
  const [error, setError] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  useEffect(() => {
    if (!open || answer?.ok) return;
    let gone = false;
    void api.scenarios().then((loaded) => {
      if (gone) return;
      setAnswer(loaded);
      if (loaded.ok) setScenario(loaded.value[0]?.id ?? null);
    });
    return () => {
      gone = true;
    };
  }, [open, answer]);
  const card = answer?.ok ? answer.value.find((candidate) => candidate.id === scenario) : undefined;

  const start = async () => {
    if (name.trim() === '') return setNameError(t('join.nameMissing'));
    if (!scenario) return;
    setBusy(true);
    const session = await api.practise({ scenario, name: name.trim(), ...(seat === ANY_SEAT ? {} : { seat }) });
    setBusy(false);
    if (!session.ok) return setError(failureText(session.failure));
    keepSession(session.value);
    navigate(`/exercise/${session.value.exercise}`);
  };

  return (
    <section className="door">
      <GraduationCap size={28} aria-hidden />
      <h2>{t('home.practise')}</h2>
      <p className="soft">{t('home.practiseText')}</p>
      {!open ? (
        <Button size="large" onPress={() => setOpen(true)}>
          {t('home.practiseGo')} <ArrowRight size={18} aria-hidden />
        </Button>
      ) : !answer ? (
        <Progress label={t('page.loading')} />
      ) : !answer.ok ? (
        <EmptyState title={failureText(answer.failure)} action={<Button onPress={() => setAnswer(null)}>{t('page.again')}</Button>} />
      ) : answer.value.length === 0 ? (
        <EmptyState title={t('scenario.none')}>{t('scenario.noneText')}</EmptyState>
      ) : (
        <form
          className="stack"
          onSubmit={(event) => {
            event.preventDefault();
            void start();
          }}
        >
          <ScenarioChoice cards={answer.value} value={scenario} onChange={(id) => { setScenario(id); setSeat(ANY_SEAT); }} label={t('scenario.choose')} />
          <div className="pair">
            <TextField label={t('join.name')} value={name} onChange={(value) => { setName(value); setNameError(null); }} error={nameError} maxLength={40} autoComplete="name" />
            <Select
              label={t('practise.seat')}
              value={seat}
              onChange={setSeat}
              options={[{ id: ANY_SEAT, label: t('seat.any') }, ...(card?.seats ?? []).map((each) => ({ id: each.id, label: each.name }))]}
            />
          </div>
          {error && <p className="field-error" role="alert">{error}</p>}
          <Button kind="primary" size="large" type="submit" isDisabled={busy}>
            {busy ? t('practise.starting') : t('practise.start')}
          </Button>
        </form>
      )}
    </section>
  );
}

export default function Home() {
  return (
    <Frame aside={<Link to="/instructor" className="bar-link-text">{t('home.instructors')}</Link>}>
      <div className="home">
        <div className="home-head">
          <h1>{t('home.title')}</h1>
          <p>{t('home.text')}</p>
        </div>
        <div className="doors">
          <JoinDoor />
          <PractiseDoor />
        </div>
      </div>
    </Frame>
  );
}
