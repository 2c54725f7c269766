// The page that a link of the way back opens: here somebody goes on as who they were in another browser.
import { ArrowRight } from 'lucide-react';
import { useEffect, useState } from 'react';
import type { SessionCheck } from '../../shared/wire/messages.ts';
import { api } from '../api.ts';
import { Button, EmptyState, Link, Progress } from '../design/index.ts';
import { t } from '../locales/text.ts';
import { navigate } from '../router.ts';
import { keepSession, sessionOf } from '../session.ts';
import { failureText, isUnauthorised } from './failure.ts';
import { Frame } from './frame.tsx';

function GoOn({ check: { room: _room, ...session } }: { check: SessionCheck }) {
  const held = sessionOf(session.exercise);
  const goOn = () => {
    keepSession(session);
    // The address opens somebody's place: it does not stay behind in this browser's history.
    navigate(`/exercise/${session.exercise}`, { replace: true });
  };
  return (
    <div className="narrow card">
      <div className="card-body stack-loose">
        <h1>{t('back.title', { name: session.name })}</h1>
        <p>{t('back.text')}</p>
        {held && held.participant !== session.participant && <p className="small soft">{t('staffPage.replaces', { name: held.name })}</p>}
        <Button kind="primary" size="large" onPress={goOn}>
          {t('staffPage.goOn', { name: session.name })} <ArrowRight size={18} aria-hidden />
        </Button>
      </div>
    </div>
  );
}

export default function BackPage({ token }: { token: string }) {
  const [found, setFound] = useState<{ check: SessionCheck } | { wrong: string } | null>(null);
  useEffect(() => {
    let gone = false;
    void api.session(token).then((answer) => !gone && setFound(answer.ok ? { check: answer.value } : { wrong: isUnauthorised(answer.failure) ? t('back.replaced') : failureText(answer.failure) }));
    return () => {
      gone = true;
    };
  }, [token]);
  return (
    <Frame>
      {found === null ? <Progress label={t('staffPage.looking')} />
        : 'wrong' in found ? <EmptyState title={t('staffPage.wrong')} action={<Link to="/join" className="button">{t('home.joinGo')}</Link>}>{found.wrong}</EmptyState>
          : <GoOn check={found.check} />}
    </Frame>
  );
}
