// The in-tray: what has just arrived and what waits for this ministry's answer.
import { Inbox, Lightbulb, Newspaper } from 'lucide-react';
import { unanswered, undecided } from '../../../shared/view/waiting.ts';
import { Card, EmptyState, Panel } from '../../design/index.ts';
import { newestHeadlines } from '../../headlines.ts';
import { t } from '../../locales/text.ts';
import { useSight } from '../../store.ts';
import { SeniorBrief } from '../turn-brief/turn-brief.tsx';
import { DisputeCard } from '../instruments/dispute-card.tsx';
import { waitingDisputes } from '../instruments/disputes.ts';
import { InjectCard } from './inject-card.tsx';
import { InvitationCard } from './invitation-card.tsx';

/** As many as are read at a glance. */
const HEADLINES = 5;

export default function TrayPanel() {
  const sight = useSight();
  if (!sight) return <Panel heading={t('panel.tray')}>{null}</Panel>;
  const { turn, hint, status, phase } = sight.public.exercise;
  const injects = Object.values(sight.own.injects).sort((a, b) => b.turn - a.turn);
  // An older one that still asks for a decision stays in sight.
  const open = new Set(undecided(sight).map(({ id }) => id));
  const fresh = injects.filter((inject) => inject.turn === turn || open.has(inject.id)).sort((a, b) => Number(open.has(b.id)) - Number(open.has(a.id)));
  const earlier = injects.filter((inject) => !fresh.includes(inject));
  const disputes = waitingDisputes(sight);
  const waitingFirst = new Set(unanswered(sight).map((invitation) => invitation.id));
  const invitations = Object.values(sight.own.invitations)
    .filter((invitation) => invitation.turn === turn)
    .sort((a, b) => Number(waitingFirst.has(b.id)) - Number(waitingFirst.has(a.id)));
  const headlines = newestHeadlines(sight.public, HEADLINES).filter(({ id }) => !(id in sight.own.injects));
  const empty = fresh.length === 0 && invitations.length === 0 && disputes.length === 0;
  return (
    <Panel heading={t('panel.tray')}>
      <div className="stack-loose">
        {status !== 'debrief' && turn > 1 && (phase === 'briefing' || phase === 'negotiation') && <SeniorBrief />}
        {hint && (
          <Card tone="action" label={t('tray.hint')}>
            <div className="row">
              <Lightbulb size={20} aria-hidden />
              <p>{hint}</p>
            </div>
          </Card>
        )}
        {invitations.length > 0 && (
          <section className="stack" aria-label={t('tray.invitations')}>
            <h3>{t('tray.invitations')}</h3>
            {invitations.map((invitation) => (
              <InvitationCard key={invitation.id} invitation={invitation} sight={sight} />
            ))}
          </section>
        )}
        {disputes.length > 0 && (
          <section className="stack" aria-label={t('dispute.waiting')}>
            <h3>{t('dispute.waiting')}</h3>
            {disputes.map((dispute) => (
              <DisputeCard key={dispute.id} dispute={dispute} see={sight} />
            ))}
          </section>
        )}
        {fresh.length > 0 && (
          <section className="stack" aria-label={t('tray.injects')}>
            <h3>{t('tray.injects')}</h3>
            {fresh.map((inject) => (
              <InjectCard key={inject.id} inject={inject} turn={turn} />
            ))}
          </section>
        )}
        {headlines.length > 0 && (
          <section className="stack" aria-label={t('headline.heading')}>
            <h3>{t('headline.heading')}</h3>
            <ul className="headlines">
              {headlines.map(({ id, outlet, text, turn: when }) => (
                <li key={id}>
                  <Newspaper size={16} aria-hidden />
                  <span className="grow">
                    {text} <span className="soft small">{[outlet, t('headline.when', { turn: when })].join(', ')}</span>
                  </span>
                </li>
              ))}
            </ul>
          </section>
        )}
        {empty && (
          <EmptyState icon={Inbox} title={t('tray.empty')}>
            {t('tray.emptyText')}
          </EmptyState>
        )}
        {earlier.length > 0 && (
          <details className="earlier">
            <summary>{t('tray.earlier', { count: earlier.length })}</summary>
            <div className="stack">
              {earlier.map((inject) => (
                <InjectCard key={inject.id} inject={inject} turn={turn} />
              ))}
            </div>
          </details>
        )}
      </div>
    </Panel>
  );
}
