// The page that a staff link opens: what one is invited as, under which name one comes in, and into which world.
import { ArrowRight } from 'lucide-react';
import { useEffect, useState } from 'react';
import type { StaffLook } from '../../shared/wire/messages.ts';
import { api } from '../api.ts';
import { letterOf } from '../cohort/worlds.ts';
import { Button, EmptyState, Progress, TextField } from '../design/index.ts';
import { t } from '../locales/text.ts';
import { navigate } from '../router.ts';
import { keepSession, sessionOf } from '../session.ts';
import { failureText } from './failure.ts';
import { Frame } from './frame.tsx';

function whatOneSees({ role, sight }: StaffLook, watched: string | null): string {
  if (role !== 'observer') return t(`staffPage.can.${role}`);
  return watched === null ? t(sight === 'all' ? 'staffPage.sees.all' : 'staffPage.sees.public') : t('staffPage.sees.seat', { name: watched });
}

function Door({ token, look }: { token: string; look: StaffLook }) {
  const { exercises } = look;
  const [name, setName] = useState(look.name);
  const [error, setError] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const [first] = exercises;
  const others = exercises.flatMap(({ id }) => sessionOf(id) ?? []).filter(({ link }) => link !== look.link);
  const enter = async (exercise: string) => {
    // Whoever came by this link before is the same person again.
    if (sessionOf(exercise)?.link !== look.link) {
      if (name.trim() === '') return setError(t('join.nameMissing'));
      setBusy(true);
      const answer = await api.enterAsStaff({ token, exercise, name: name.trim() });
      setBusy(false);
      if (!answer.ok) return setError(failureText(answer.failure));
      keepSession(answer.value);
    }
    navigate(`/exercise/${exercise}`);
  };
  const known = exercises.flatMap(({ id }) => sessionOf(id) ?? []).find(({ link }) => link === look.link);
  return (
    <form
      className="narrow card"
      onSubmit={(event) => {
        event.preventDefault();
        if (exercises.length === 1) void enter(first!.id);
      }}
    >
      <div className="card-body stack-loose">
        <h1>{t('staffPage.title', { title: first!.title })}</h1>
        <p>{t(`staffPage.as.${look.role}`)} {whatOneSees(look, first!.watched)}</p>
        {!known && <TextField label={t('staffPage.name')} value={name} maxLength={40} error={error} autoComplete="name" onChange={(text) => { setName(text); setError(null); }} />}
        {others.length > 0 && <p className="small soft">{t('staffPage.replaces', { name: others[0]!.name })}</p>}
        {exercises.length === 1 ? (
          <Button kind="primary" size="large" type="submit" isDisabled={busy}>
            {known ? t('staffPage.goOn', { name: known.name }) : t('staffPage.enter')} <ArrowRight size={18} aria-hidden />
          </Button>
        ) : (
          <div className="row-wrap">
            {exercises.map(({ id, world }) => (
              <Button key={id} kind="primary" isDisabled={busy} onPress={() => void enter(id)}>{t('staffPage.world', { world: letterOf(world) })}</Button>
            ))}
          </div>
        )}
      </div>
    </form>
  );
}

export default function StaffPage({ token }: { token: string }) {
  const [found, setFound] = useState<{ look: StaffLook } | { wrong: string } | null>(null);
  useEffect(() => {
    let gone = false;
    void api.lookAtStaffLink(token).then((answer) => !gone && setFound(answer.ok ? { look: answer.value } : { wrong: failureText(answer.failure) }));
    return () => {
      gone = true;
    };
  }, [token]);
  return (
    <Frame>
      {found === null ? <Progress label={t('staffPage.looking')} /> : 'wrong' in found ? <EmptyState title={t('staffPage.wrong')}>{found.wrong}</EmptyState> : <Door token={token} look={found.look} />}
    </Frame>
  );
}
