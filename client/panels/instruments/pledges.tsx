// Pledges: one's own, those given to this ministry, and those given to everybody, with what became of them and the form for a new one.
import { HandHeart } from 'lucide-react';
import type { Pledge } from '../../../shared/model/state.ts';
import type { PublicView, Sight } from '../../../shared/view/view.ts';
import { ActionButton } from '../../actions/action-button.tsx';
import { ClauseProse } from '../../clauses/articles.tsx';
import { Badge } from '../../design/index.ts';
import { t } from '../../locales/text.ts';
import { SeatMark, nameOf, namesOf } from '../../seats.tsx';
import { pledgesOf } from './disputes.ts';
import './disputes.css';

const TONE = { said: 'plain', open: 'action', kept: 'good', missed: 'crisis', returned: 'plain' } as const;

function PledgeLine({ pledge, view }: { pledge: Pledge; view: PublicView }) {
  const open = pledge.status === 'open';
  return (
    <li className="duty" data-status={pledge.status}>
      <div className="row">
        <SeatMark seat={pledge.by} size="small" />
        <span className="grow small">
          <strong>{nameOf(view, pledge.by)}</strong>{' '}
          <span className="soft">{t('pledge.to', { names: pledge.to.length === 0 ? t('pledge.everybody') : namesOf(view, pledge.to), turn: pledge.turn })}</span>
        </span>
        <Badge tone={TONE[pledge.status]}>{t(`pledge.status.${pledge.status}`, { turn: pledge.dueTurn })}</Badge>
      </div>
      {pledge.text !== '' && <p className="free-text">“{pledge.text}”</p>}
      {pledge.clause && <ClauseProse view={view} clause={pledge.clause} />}
      {open && pledge.stake > 0 && <p className="small soft">{t('pledge.stake', { stake: pledge.stake })}</p>}
    </li>
  );
}

export function Pledges({ view, see }: { view: PublicView; see: Sight | null }) {
  const groups = pledgesOf(view, see);
  const button = see && (
    <ActionButton code="PLEDGE" preset={{ turn: view.exercise.turn }}>
      <HandHeart size={15} aria-hidden /> {t('pledge.give')}
    </ActionButton>
  );
  if (groups.length === 0) return button && <div>{button}</div>;
  return (
    <section className="stack">
      <div className="row">
        <h3 className="grow">{t('pledge.heading')}</h3>
        {button}
      </div>
      {groups.map(({ group, pledges }) => (
        <div key={group} className="stack">
          <h4 className="caps soft">{t(`pledge.group.${group}`)}</h4>
          <ul className="duties">{pledges.map((pledge) => <PledgeLine key={pledge.id} pledge={pledge} view={view} />)}</ul>
        </div>
      ))}
    </section>
  );
}
