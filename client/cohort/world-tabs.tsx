// From one control room to those of the other worlds of the class, and back to their board.
import { Columns3 } from 'lucide-react';
import { Button, Link } from '../design/index.ts';
import { openRoom } from '../instructor/open-room.ts';
import { t } from '../locales/text.ts';
import { useCohort } from './cohort-link.ts';
import { worldsOf } from './worlds.ts';
import './cohort.css';

/** Of a cohort with several worlds. */
export function WorldTabs({ cohort, exercise }: { cohort: string; exercise: string }) {
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
          aria-current={id === exercise ? 'page' : undefined}
          onPress={() => id !== exercise && void openRoom(id)}
        >
          <span className="world-dot" data-status={status} aria-hidden /> {letter}
        </Button>
      ))}
      <Link to={`/cohort/${cohort}`} className="button small"><Columns3 size={16} aria-hidden /> {t('worlds.toBoard')}</Link>
    </nav>
  );
}
