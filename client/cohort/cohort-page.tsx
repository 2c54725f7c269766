// The instructor's page of a class that plays parallel worlds: the board across them, where they part, and how people get in.
import { WifiOff } from 'lucide-react';
import { useEffect, useState } from 'react';
import { Badge, EmptyState, Link, Progress, Tabs } from '../design/index.ts';
import { JoinSheet } from '../instructor/join-sheet.tsx';
import { t } from '../locales/text.ts';
import { failureText, isUnauthorised, isUnknown } from '../pages/failure.ts';
import { Frame } from '../pages/frame.tsx';
import { store } from '../store.ts';
import type { Failure } from '../api.ts';
import { Board } from './board.tsx';
import { useCohort, type CohortNow } from './cohort-link.ts';
import { CourseBar } from './course-bar.tsx';
import { DivergenceView } from './divergence-view.tsx';
import { worldsOf, type World } from './worlds.ts';
import '../instructor/instructor.css';
import './cohort.css';

const INSTRUCTOR = '/instructor';

function Refused({ failure }: { failure: Failure }) {
  const [title, text] = isUnauthorised(failure) ? [t('worlds.notSignedIn'), t('worlds.notSignedInText')] : isUnknown(failure) ? [t('worlds.unknown'), undefined] : [failureText(failure), undefined];
  return (
    <Frame>
      <EmptyState title={title} action={<Link to={INSTRUCTOR} className="button">{t('worlds.signIn')}</Link>}>{text}</EmptyState>
    </Frame>
  );
}

function Joining({ now: { card }, worlds }: { now: CohortNow; worlds: readonly World[] }) {
  return (
    <section className="card worlds-join">
      <div className="card-body stack-loose">
        <p>{t('worlds.joinText')}</p>
        <JoinSheet code={card.code} urls={card.joinUrls} walls={worlds.map(({ code, letter }) => ({ code, label: t('worlds.wallOf', { letter }) }))} />
      </div>
    </section>
  );
}

function Open({ now, command }: { now: CohortNow; command: ReturnType<typeof useCohort>['command'] }) {
  const { card, offset } = now;
  const worlds = worldsOf(card, now.slice);
  const gathering = worlds.every(({ summary }) => summary.clock.status === 'lobby');
  const [chosen, setTab] = useState<string | null>(null);
  const tab = chosen ?? (gathering && worlds.every(({ people }) => people.joined === 0) ? 'join' : 'board');
  useEffect(() => store.set({ clockOffset: offset }), [offset]);
  return (
    <Frame
      wide="full"
      aside={
        !now.live && (
          <span className="bar-link" role="status">
            <WifiOff size={16} aria-hidden /> {t('connection.reconnecting')}
          </span>
        )
      }
    >
      <div className="cohort">
        <div className="row-wrap cohort-head">
          <Link to={INSTRUCTOR} className="small">{t('instructor.title')}</Link>
          <h1>{card.title}</h1>
          <Badge>{t('worlds.count', { count: worlds.length })}</Badge>
          <span className="grow" />
          <span className="soft">{t('joinSheet.code')}</span>
          <strong className="list-code numeric">{card.code}</strong>
        </div>
        <CourseBar worlds={worlds} command={command} />
        <Tabs
          label={t('worlds.tabs')}
          selected={tab}
          onSelect={setTab}
          items={[
            { id: 'board', label: t('worlds.board'), content: <Board cohort={card.id} worlds={worlds} /> },
            { id: 'divergence', label: t('worlds.divergence'), content: <DivergenceView worlds={worlds} /> },
            { id: 'join', label: t('worlds.join'), content: <Joining now={now} worlds={worlds} /> },
          ]}
        />
      </div>
    </Frame>
  );
}

export default function CohortPage({ id }: { id: string }) {
  const { now, failure, command } = useCohort(id);
  if (failure) return <Refused failure={failure} />;
  if (!now) return <Frame><Progress label={t('worlds.opening')} /></Frame>;
  return <Open now={now} command={command} />;
}
