// From one control room to those of the other worlds of the class, and back to their board.
import { Columns3 } from 'lucide-react';
import { useEffect } from 'react';
import type { Session } from '../../shared/wire/messages.ts';
import { Button, Link } from '../design/index.ts';
import { openRoom } from '../instructor/open-room.ts';
import { t } from '../locales/text.ts';
import { cohortToken, keepCohortToken } from '../session.ts';
import { useStore } from '../store.ts';
import { useCohort } from './cohort-link.ts';
import { worldsOf } from './worlds.ts';
import './cohort.css';

/** Where there are several, for those who run them. */
export function WorldTabs() {
  const session = useStore((state) => state.session);
  if (session?.cohort === undefined) return null;
  return <Switch cohort={session.cohort} session={session} />;
}

function Switch({ cohort, session }: { cohort: string; session: Session }) {
  // Before the link below asks for it.
  useEffect(() => {
    if (session.link !== undefined) keepCohortToken(cohort, session.token);
  }, [cohort, session]);
  const { now } = useCohort(cohort);
  if (!now) return null;
  return (
    <nav className="world-tabs" aria-label={t('worlds.switch')}>
      {worldsOf(now.card, now.slice).map(({ exercise: id, letter, summary: { clock: { status } } }) => (
        <Button
          key={id}
          size="small"
          className="world-tab"
          aria-label={t('worlds.switchTo', { letter, status: t(`status.${status}`) })}
          aria-current={id === session.exercise ? 'page' : undefined}
          onPress={() => id !== session.exercise && void openRoom(id, cohortToken(cohort))}
        >
          <span className="world-dot" data-status={status} aria-hidden /> {letter}
        </Button>
      ))}
      <Link to={`/cohort/${cohort}`} className="button small"><Columns3 size={16} aria-hidden /> {t('worlds.toBoard')}</Link>
    </nav>
  );
}
