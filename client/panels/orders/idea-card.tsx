// One idea that no action covers: what it is to do and bring about, the reasons, what others say, and what came of it.
import { ThumbsDown, ThumbsUp } from 'lucide-react';
import type { ReactNode } from 'react';
import type { MatrixOrder } from '../../../shared/model/state.ts';
import type { PublicView } from '../../../shared/view/view.ts';
import { Badge, Card, Facts } from '../../design/index.ts';
import { t } from '../../locales/text.ts';
import { SeatMark, nameOf } from '../../seats.tsx';
import { SIDES } from './ideas.ts';
import './ideas.css';

const ICONS = { for: ThumbsUp, against: ThumbsDown };

function Standing({ idea }: { idea: MatrixOrder }) {
  if (idea.status === 'open') return <Badge tone="action">{t('idea.open')}</Badge>;
  return <Badge tone={idea.success ? 'good' : 'crisis'}>{t(idea.success ? 'idea.succeeded' : 'idea.failed', { odds: idea.odds ?? 0 })}</Badge>;
}

export function IdeaCard({ idea, view, self, children }: { idea: MatrixOrder; view: PublicView; self: string | null; children?: ReactNode }) {
  const name = nameOf(view, idea.seat);
  return (
    <Card label={t('idea.label', { name })} tone={idea.status === 'open' ? 'action' : idea.success ? 'good' : 'plain'}>
      <div className="stack idea">
        <div className="row">
          <SeatMark seat={idea.seat} size="small" />
          <span className="grow small">
            <strong>{idea.seat === self ? t('idea.yours') : name}</strong> <span className="soft">{t('idea.turn', { turn: idea.turn })}</span>
          </span>
          <Standing idea={idea} />
        </div>
        <p className="free-text idea-act">{idea.act}</p>
        <Facts rows={[{ label: t('idea.effect'), value: <span className="free-text">{idea.effect}</span> }]} />
        <ol className="idea-reasons" aria-label={t('idea.reasons')}>
          {idea.reasons.map((reason, index) => <li key={index} className="free-text">{reason}</li>)}
        </ol>
        {SIDES.map((side) => {
          const said = idea.arguments.filter((one) => one.side === side);
          const Icon = ICONS[side];
          return said.length === 0 ? null : (
            <ul key={side} className="idea-arguments" data-side={side} aria-label={t(`idea.${side}`)}>
              {said.map((one) => (
                <li key={one.seat}>
                  <Icon size={15} aria-hidden />
                  <span>
                    <strong>{nameOf(view, one.seat)}</strong> <span className="free-text">{one.text}</span>
                  </span>
                </li>
              ))}
            </ul>
          );
        })}
        {idea.status === 'judged' && (
          <div className="idea-outcome" data-success={idea.success}>
            <strong>{t('idea.outcome')}</strong>
            <p className="free-text">{idea.outcome === '' ? t(idea.success ? 'idea.noOutcomeGood' : 'idea.noOutcomeBad') : idea.outcome}</p>
          </div>
        )}
        {children}
      </div>
    </Card>
  );
}
