// Who of the team wrote an order, and whose word it still waits for.
import { Check, UsersRound } from 'lucide-react';
import { useState } from 'react';
import type { Order } from '../../shared/model/state.ts';
import { chargeOfAction, mayApprove } from '../../shared/rules/team.ts';
import { Badge, Button, notify } from '../design/index.ts';
import { refusalText, t, tOr } from '../locales/text.ts';
import { send, useReadOnly, useStore } from '../store.ts';
import { releaserKey } from './ask.ts';
import { inTeam, standingOf } from './standing.ts';
import { useWho } from './who.tsx';

export function RowMarkLine({ order }: { order: Order }) {
  const standing = useStore(standingOf);
  const team = useStore(inTeam);
  const readOnly = useReadOnly();
  const who = useWho(standing?.team ?? null);
  const [busy, setBusy] = useState(false);
  const mark = standing?.sight.own.sheet.marks?.[order.id];
  if (!standing || !team || !mark) return null;
  const { area, binds } = chargeOfAction(order.action, order.params);
  const approve = async () => {
    setBusy(true);
    const answer = await send({ type: 'approveOrder', order: order.id });
    setBusy(false);
    if (!answer.accepted) notify(refusalText(answer.refusal), 'refusal');
  };
  return (
    <div className="row-wrap small row-mark">
      <span className="soft"><UsersRound size={14} aria-hidden /> {t('team.row.by', { who: who(mark.by) })}</span>
      {mark.approved === null ? <Badge tone="caution">{t('team.row.waits', { releaser: t(releaserKey(binds ? 'minister' : area)) })}</Badge> : mark.approved !== mark.by && <Badge tone="good">{t('team.row.approved', { who: who(mark.approved) })}</Badge>}
      {mark.approved === null && !readOnly && mayApprove(standing.team, standing.self, order, mark) && (
        <Button size="small" isDisabled={busy} onPress={() => void approve()} aria-label={t('team.row.approveNamed', { action: tOr(`action.${order.action}`, order.action) })}>
          <Check size={14} aria-hidden /> {t('team.row.approve')}
        </Button>
      )}
    </div>
  );
}
