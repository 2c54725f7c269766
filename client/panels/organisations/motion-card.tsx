// A motion: what it asks, who moved it and when it is decided, and this seat's vote, or its word against silence.
import { Check, Megaphone, X } from 'lucide-react';
import { useState } from 'react';
import type { MotionView, Sight } from '../../../shared/view/view.ts';
import { Badge, Button, Card, ConfirmButton, Facts, announce } from '../../design/index.ts';
import { refusalText, t, tOr } from '../../locales/text.ts';
import { SeatMark, nameOf, namesOf } from '../../seats.tsx';
import { useReadOnly } from '../../store.ts';
import { ask, told, useAskLabel } from '../../team/ask.ts';
import { sentence } from '../../words.ts';
import { describe } from '../tray/describe.ts';
import { mayVote } from './standing.ts';

const TONE = { open: 'action', adopted: 'good', failed: 'plain' } as const;

function Votes({ motion, see }: { motion: MotionView; see: Sight }) {
  const cast = Object.entries(motion.votes).sort(([a], [b]) => (a < b ? -1 : 1));
  if (motion.brokenBy.length > 0) return <p className="small">{t('organisations.brokenBy', { names: namesOf(see.public, motion.brokenBy) })}</p>;
  if (cast.length === 0) return null;
  return (
    <ul className="answers">
      {cast.map(([seat, vote]) => (
        <li key={seat}>
          <SeatMark seat={seat} size="small" />
          <span className="grow">{nameOf(see.public, seat)}</span>
          <span className="soft small">{t(`organisations.vote.${vote}`)}</span>
        </li>
      ))}
    </ul>
  );
}

export function MotionCard({ motion, see }: { motion: MotionView; see: Sight }) {
  const readOnly = useReadOnly();
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<string | null>(null);
  const organisation = see.public.organisations[motion.organisation]!;
  const silence = organisation.rule === 'consensus';
  const own = motion.votes[see.own.seat.id];
  const rows = describe(see.public, 'MOTION', motion.params);
  const command = { type: 'act', action: 'VOTE', params: {} } as const;
  const labels = { yes: useAskLabel(command, t('organisations.vote.yes')), no: useAskLabel(command, t('organisations.vote.no')), break: useAskLabel(command, t('organisations.break')) };
  const vote = async (choice: 'yes' | 'no' | 'break') => {
    setBusy(true);
    const answer = await ask({ type: 'act', action: 'VOTE', params: { motion: motion.id, vote: choice } });
    setBusy(false);
    setError(answer.accepted ? null : refusalText(answer.refusal));
    if (answer.accepted) told(answer, t(`organisations.voted.${choice}`));
    else announce(refusalText(answer.refusal));
  };
  const title = sentence(tOr(`motion.${motion.kind}.title`, tOr(`motion.${motion.kind}`, motion.kind)));
  return (
    <Card tone={TONE[motion.status]} label={title}>
      <div className="stack">
        <div className="row">
          {motion.by === 'control' ? <Megaphone size={20} aria-hidden /> : <SeatMark seat={motion.by} />}
          <p className="grow">
            <span className="soft small">{t('organisations.movedBy', { name: motion.by === 'control' ? t('organisations.secretariat') : nameOf(see.public, motion.by), turn: motion.turn })}</span>
            <br />
            <strong>{title}</strong>
          </p>
          <Badge tone={TONE[motion.status]}>{t(`organisations.status.${motion.status}`)}</Badge>
        </div>
        <Facts rows={rows} />
        {motion.status === 'open' && <p className="small">{t(silence ? 'organisations.silenceEnds' : 'organisations.decided', { turn: motion.closesTurn })}</p>}
        <Votes motion={motion} see={see} />
        {error && <p className="field-error" role="alert">{error}</p>}
        {!readOnly && mayVote(see, motion) && (
          <div className="row-wrap">
            {silence ? (
              <ConfirmButton size="small" title={t('organisations.breakTitle')} text={t('organisations.breakText')} confirm={t('organisations.break')} onConfirm={() => void vote('break')}>
                <X size={15} aria-hidden /> {labels.break}
              </ConfirmButton>
            ) : (
              <>
                <Button size="small" kind={own === undefined ? 'primary' : 'secondary'} isDisabled={busy || own === 'yes'} onPress={() => void vote('yes')}>
                  <Check size={15} aria-hidden /> {labels.yes}
                </Button>
                <Button size="small" isDisabled={busy || own === 'no'} onPress={() => void vote('no')}>
                  <X size={15} aria-hidden /> {labels.no}
                </Button>
              </>
            )}
          </div>
        )}
      </div>
    </Card>
  );
}
