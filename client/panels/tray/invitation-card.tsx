// Consent as a card: who asks for what, what it costs this ministry, and the answer.
import { Check, Handshake, Undo2, X } from 'lucide-react';
import { useState } from 'react';
import { ACTIONS } from '../../../shared/rules/actions/catalogue.ts';
import { priceOf } from '../../../shared/rules/pricing.ts';
import type { InvitationView, Sight } from '../../../shared/view/view.ts';
import { canAnswer } from '../../../shared/view/waiting.ts';
import '../../actions/actions.css';
import { seenBy } from '../../actions/perspective.ts';
import { PriceLine } from '../../actions/price-line.tsx';
import { Badge, Button, Card, Facts, announce } from '../../design/index.ts';
import { refusalText, t, type TextKey } from '../../locales/text.ts';
import { SeatMark, nameOf, namesOf } from '../../seats.tsx';
import { useReadOnly } from '../../store.ts';
import { ask, told, useAskLabel } from '../../team/ask.ts';
import type { DraftCommand } from '../../../shared/model/commands.ts';
import { actionName, describe } from './describe.ts';

type Standing = 'ask' | 'mine' | 'accepted' | 'declined' | 'closed';

const TONE = { ask: 'action', mine: 'plain', accepted: 'good', declined: 'plain', closed: 'plain' } as const;

function standingOf(invitation: InvitationView, self: string, open: boolean): Standing {
  const { status, answers, from } = invitation;
  if (answers[self] === 'refused') return 'declined';
  if (status === 'accepted' && (from === self || answers[self] === 'accepted')) return 'accepted';
  if (status !== 'open' || !open) return 'closed';
  if (from === self) return 'mine';
  return answers[self] === undefined ? 'ask' : 'accepted';
}

export function InvitationCard({ invitation, sight }: { invitation: InvitationView; sight: Sight }) {
  const readOnly = useReadOnly();
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<string | null>(null);
  const self = sight.own.seat.id;
  const beforeLock = canAnswer(sight);
  const standing = standingOf(invitation, self, beforeLock);
  const rows = describe(sight.public, invitation.action, seenBy(self, invitation), ['partners', 'partner', 'parties', 'with']);
  const name = actionName(invitation.action);
  const action = ACTIONS[invitation.action];

  const reply = async (command: DraftCommand, done: TextKey) => {
    setBusy(true);
    const answer = await ask(command);
    setBusy(false);
    if (answer.accepted) {
      setError(null);
      told(answer, t(done, { action: name }));
    } else {
      setError(refusalText(answer.refusal));
      announce(refusalText(answer.refusal));
    }
  };
  const answerWith = (accept: boolean) => ({ type: 'answerInvitation', invitation: invitation.id, accept }) as const;
  const withdrawal = { type: 'withdrawInvitation', invitation: invitation.id } as const;
  const labels = { accept: useAskLabel(answerWith(true), t('invitation.accept')), decline: useAskLabel(answerWith(false), t('invitation.decline')), withdraw: useAskLabel(withdrawal, t('invitation.withdraw')) };
  const say = (accept: boolean) => reply(answerWith(accept), accept ? 'invitation.accepted' : 'invitation.declined');

  return (
    <Card tone={TONE[standing]} label={t('invitation.label', { action: name, from: nameOf(sight.public, invitation.from) })}>
      <div className="stack">
        <div className="row">
          {invitation.from === self ? <Handshake size={20} aria-hidden /> : <SeatMark seat={invitation.from} />}
          <p className="grow">
            {invitation.from === self
              ? t('invitation.youAsk', { names: namesOf(sight.public, invitation.to) })
              : t('invitation.theyAsk', { name: nameOf(sight.public, invitation.from) })}
            <br />
            <strong>{name}</strong>
          </p>
          <Badge tone={standing === 'accepted' ? 'good' : standing === 'ask' ? 'action' : 'plain'}>{t(`invitation.standing.${standing}`)}</Badge>
        </div>
        <Facts rows={rows} />
        <ul className="answers">
          {invitation.to.map((seat) => (
            <li key={seat}>
              <SeatMark seat={seat} size="small" />
              <span className="grow">{nameOf(sight.public, seat)}</span>
              <span className="soft small">{t(`invitation.answer.${invitation.answers[seat] ?? 'open'}`)}</span>
            </li>
          ))}
        </ul>
        {action && standing !== 'closed' && standing !== 'declined' && (
          <p className="row small">
            <span className="soft">{t('invitation.price')}</span>
            <PriceLine price={priceOf(sight, { action: invitation.action, params: invitation.params, invitation: invitation.id })} points={invitation.from === self ? action.points : action.guestPoints} />
          </p>
        )}
        {error && <p className="field-error" role="alert">{error}</p>}
        {!readOnly && beforeLock && standing !== 'closed' && (
          <div className="row-wrap">
            {standing === 'ask' && (
              <>
                <Button kind="primary" isDisabled={busy} onPress={() => say(true)}>
                  <Check size={16} aria-hidden /> {labels.accept}
                </Button>
                <Button isDisabled={busy} onPress={() => say(false)}>
                  <X size={16} aria-hidden /> {labels.decline}
                </Button>
              </>
            )}
            {invitation.from === self && (
              <Button size="small" isDisabled={busy} onPress={() => reply(withdrawal, 'invitation.withdrawn')}>
                <Undo2 size={15} aria-hidden /> {labels.withdraw}
              </Button>
            )}
          </div>
        )}
        {standing === 'accepted' && <p className="soft small">{t('invitation.onSheet')}</p>}
      </div>
    </Card>
  );
}
