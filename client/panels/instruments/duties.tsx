// Duties that flow from instruments: what is due and when, and what was found kept, excused or missed.
import { CalendarClock, CircleCheck, CircleX, CircleMinus, type LucideIcon } from 'lucide-react';
import type { FindingResult } from '../../../shared/model/vocabulary.ts';
import type { ObligationView, PublicView, Sight } from '../../../shared/view/view.ts';
import type { Finding } from '../../../shared/model/state.ts';
import { ActionButton } from '../../actions/action-button.tsx';
import { ClauseProse } from '../../clauses/articles.tsx';
import { clauseTitle } from '../../clauses/prose.ts';
import { Badge } from '../../design/index.ts';
import { t, tOr } from '../../locales/text.ts';
import { SeatMark, nameOf } from '../../seats.tsx';
import { disputeFor } from './disputes.ts';

function Duty({ duty, view }: { duty: ObligationView; view: PublicView }) {
  const now = duty.dueTurn <= view.exercise.turn;
  return (
    <li className="duty">
      <div className="row">
        <CalendarClock size={16} aria-hidden />
        <strong className="grow">{clauseTitle(duty.kind)}</strong>
        <Badge tone={duty.done ? 'good' : now ? 'caution' : 'plain'}>{duty.done ? t('duty.done') : now ? t('duty.dueNow') : t('duty.due', { turn: duty.dueTurn })}</Badge>
      </div>
      <ClauseProse view={view} clause={{ kind: duty.kind, params: duty.params }} />
    </li>
  );
}

export function Duties({ duties, view }: { duties: readonly ObligationView[]; view: PublicView }) {
  if (duties.length === 0) return null;
  return (
    <section className="stack">
      <h3>{t('duty.heading')}</h3>
      <ul className="duties">{duties.map((duty) => <Duty key={duty.id} duty={duty} view={view} />)}</ul>
    </section>
  );
}

const SIGNS: Record<FindingResult, { icon: LucideIcon; tone: 'good' | 'crisis' | 'plain' }> = {
  met: { icon: CircleCheck, tone: 'good' },
  missed: { icon: CircleX, tone: 'crisis' },
  excused: { icon: CircleMinus, tone: 'plain' },
  notDue: { icon: CircleMinus, tone: 'plain' },
};

export function Findings({ findings, view, see }: { findings: readonly Finding[]; view: PublicView; see: Sight }) {
  const told = findings.filter(({ result }) => result !== 'notDue').sort((a, b) => b.turn - a.turn);
  if (told.length === 0) return null;
  return (
    <section className="stack">
      <h3>{t('finding.heading')}</h3>
      <ul className="plain-list">
        {told.map((finding) => {
          const { icon: Icon, tone } = SIGNS[finding.result];
          const disputable = disputeFor(see, finding);
          return (
            <li key={finding.id} className="row">
              <SeatMark seat={finding.seat} size="small" />
              <span className="grow">
                {nameOf(view, finding.seat)}: {clauseTitle(finding.kind)}
                <span className="soft small"> {t('why.turn', { turn: finding.turn })}</span>
              </span>
              <Badge tone={tone}>
                <Icon size={13} aria-hidden /> {tOr(`finding.${finding.result}`, finding.result)}
              </Badge>
              {disputable && <ActionButton code="DISPUTE" given={disputable}>{t('dispute.file')}</ActionButton>}
            </li>
          );
        })}
      </ul>
    </section>
  );
}

export function dutiesUnder(see: Sight, instrument: string): ObligationView[] {
  return Object.values(see.own.obligations).filter((duty) => duty.instrument === instrument);
}
