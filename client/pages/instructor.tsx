// The instructor's front page: the token of the printed link, the exercises on this server, and a new one.
import { KeyRound, Plus } from 'lucide-react';
import { useCallback, useEffect, useState } from 'react';
import type { CohortCard, ExerciseCard, ScenarioCard } from '../../shared/wire/messages.ts';
import { api } from '../api.ts';
import { Badge, Button, EmptyState, Progress, TextField } from '../design/index.ts';
import { letterOf } from '../cohort/worlds.ts';
import { CreateForm } from '../instructor/create-form.tsx';
import { openRoom } from '../instructor/open-room.ts';
import { t } from '../locales/text.ts';
import { navigate } from '../router.ts';
import { instructorToken, keepInstructorToken } from '../session.ts';
import { failureText, isUnauthorised } from './failure.ts';
import { Frame } from './frame.tsx';
import '../instructor/instructor.css';

/** The token in the address, after `?token=` or `#token=`; it is taken out of the address at once. */
function tokenInAddress(): string | null {
  const given = new URLSearchParams(location.search).get('token') ?? new URLSearchParams(location.hash.slice(1)).get('token');
  if (given !== null) history.replaceState(null, '', location.pathname);
  return given;
}

const lists = () => Promise.all([api.cohorts(), api.scenarios()]);

function TokenForm({ onToken, error }: { onToken: (token: string) => void; error: string | null }) {
  const [token, setToken] = useState('');
  return (
    <Frame>
      <form
        className="narrow card"
        onSubmit={(event) => {
          event.preventDefault();
          if (token.trim() !== '') onToken(token.trim());
        }}
      >
        <div className="card-body stack-loose">
          <KeyRound size={28} aria-hidden />
          <h1>{t('instructor.tokenTitle')}</h1>
          <p>{t('instructor.tokenText')}</p>
          <TextField label={t('instructor.token')} value={token} onChange={setToken} error={error} autoFocus autoComplete="off" />
          <Button kind="primary" size="large" type="submit">{t('instructor.tokenGo')}</Button>
        </div>
      </form>
    </Frame>
  );
}

const TONE = { lobby: 'caution', running: 'good', paused: 'caution', debrief: 'plain' } as const;

/** An exercise by itself: its standing, and the way into its control room. */
function ExerciseItem({ card }: { card: ExerciseCard }) {
  const [busy, setBusy] = useState(false);
  return (
    <li className="card">
      <div className="card-body row">
        <div className="grow">
          <h3>{card.title}</h3>
          <p className="row-wrap small">
            <Badge tone={TONE[card.status]}>{t(`status.${card.status}`)}</Badge>
            <span className="soft">{t('instructor.cardFacts', { turn: card.turn, turns: card.turns, count: card.participants })}</span>
          </p>
        </div>
        <span className="list-code numeric">{card.code}</span>
        <Button kind="primary" isDisabled={busy} onPress={async () => { setBusy(true); await openRoom(card.id); setBusy(false); }} aria-label={t('instructor.openNamed', { title: card.title })}>
          {t('instructor.open')}
        </Button>
      </div>
    </li>
  );
}

/** Parallel worlds: the standing of each, and the way to their board. */
function CohortItem({ cohort: { id, title, code, worlds } }: { cohort: CohortCard }) {
  return (
    <li className="card">
      <div className="card-body row">
        <div className="grow">
          <h3>{title}</h3>
          <p className="row-wrap small">
            <span className="soft">{t('worlds.count', { count: worlds.length })}</span>
            {worlds.map(({ id: exercise, world, status, turn, turns, participants }) => (
              <span key={exercise} className="row">
                <strong>{letterOf(world)}</strong>
                <Badge tone={TONE[status]}>{t(`status.${status}`)}</Badge>
                <span className="soft">{t('instructor.cardFacts', { turn, turns, count: participants })}</span>
              </span>
            ))}
          </p>
        </div>
        <span className="list-code numeric">{code}</span>
        <Button kind="primary" onPress={() => navigate(`/cohort/${id}`)} aria-label={t('worlds.openBoardNamed', { title })}>
          {t('worlds.openBoard')}
        </Button>
      </div>
    </li>
  );
}

function CohortList({ cohorts }: { cohorts: CohortCard[] }) {
  if (cohorts.length === 0) return <EmptyState title={t('instructor.none')}>{t('instructor.noneText')}</EmptyState>;
  return (
    <ul className="exercise-list">
      {[...cohorts].sort((a, b) => b.createdAt - a.createdAt).map((cohort) => (cohort.worlds.length > 1 ? <CohortItem key={cohort.id} cohort={cohort} /> : <ExerciseItem key={cohort.id} card={cohort.worlds[0]!} />))}
    </ul>
  );
}

export default function Instructor() {
  const [token, setToken] = useState(instructorToken);
  const [tokenError, setTokenError] = useState<string | null>(null);
  const [cohorts, setCohorts] = useState<CohortCard[] | null>(null);
  const [scenarios, setScenarios] = useState<ScenarioCard[] | null>(null);
  const [failure, setFailure] = useState<string | null>(null);
  const [creating, setCreating] = useState(false);

  const receive = useCallback((answer: Awaited<ReturnType<typeof api.instructor>>) => {
    if (!answer.ok) return setTokenError(isUnauthorised(answer.failure) ? t('instructor.tokenWrong') : failureText(answer.failure));
    keepInstructorToken(answer.value.token);
    setTokenError(null);
    setToken(answer.value.token);
  }, []);

  useEffect(() => {
    const given = tokenInAddress();
    if (given !== null) void api.instructor(given).then(receive);
  }, [receive]);

  const show = useCallback(([list, cards]: Awaited<ReturnType<typeof lists>>) => {
    if (!list.ok && isUnauthorised(list.failure)) {
      keepInstructorToken(null);
      setTokenError(t('instructor.tokenWrong'));
      return setToken(null);
    }
    if (!list.ok) return setFailure(failureText(list.failure));
    if (!cards.ok) return setFailure(failureText(cards.failure));
    setFailure(null);
    setCohorts(list.value);
    setScenarios(cards.value);
    setCreating(list.value.length === 0);
  }, []);
  useEffect(() => {
    // An answer to an old token must not drop the one that came in the meantime.
    if (token !== null) void lists().then((answers) => instructorToken() === token && show(answers));
  }, [token, show]);

  if (token === null) return <TokenForm onToken={(given) => void api.instructor(given).then(receive)} error={tokenError} />;
  return (
    <Frame wide>
      <div className="instructor">
        {failure !== null ? (
          <EmptyState title={failure} action={<Button onPress={() => void lists().then(show)}>{t('page.again')}</Button>} />
        ) : cohorts === null || scenarios === null ? (
          <Progress label={t('page.loading')} />
        ) : (
          <>
            <div className="row-wrap">
              <h1 className="grow">{t('instructor.title')}</h1>
              {!creating && (
                <Button kind="primary" size="large" onPress={() => setCreating(true)}>
                  <Plus size={18} aria-hidden /> {t('instructor.new')}
                </Button>
              )}
            </div>
            {creating && (
              <section className="card">
                <div className="card-body stack-loose">
                  <h2>{t('instructor.new')}</h2>
                  {scenarios.length === 0 ? (
                    <EmptyState title={t('scenario.none')}>{t('scenario.noneText')}</EmptyState>
                  ) : (
                    <CreateForm cards={scenarios} onCreated={(card) => void (card.worlds > 1 ? navigate(`/cohort/${card.cohort}`) : openRoom(card.id))} />
                  )}
                </div>
              </section>
            )}
            {(!creating || cohorts.length > 0) && <CohortList cohorts={cohorts} />}
          </>
        )}
      </div>
    </Frame>
  );
}
