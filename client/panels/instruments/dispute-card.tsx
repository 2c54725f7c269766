// A dispute over a missed duty: who asks what of whom, how far it has gone, the proposal on the table, and what this seat can say.
import { Check, Gavel, Handshake, Undo2, X } from 'lucide-react';
import { useState } from 'react';
import type { Dispute, Remedy } from '../../../shared/model/state.ts';
import type { PublicView, Sight } from '../../../shared/view/view.ts';
import { ActionButton } from '../../actions/action-button.tsx';
import { clauseTitle } from '../../clauses/prose.ts';
import { Badge, Button, Card, ConfirmButton, announce } from '../../design/index.ts';
import { refusalText, t } from '../../locales/text.ts';
import { SeatMark, nameOf, namesOf } from '../../seats.tsx';
import { useReadOnly } from '../../store.ts';
import { ask, told, useAskLabel } from '../../team/ask.ts';
import { movesFor, stagesOf, type Move } from './disputes.ts';
import './disputes.css';

const TONE = { open: 'caution', settled: 'good', dismissed: 'plain', closed: 'plain' } as const;

/** What makes it good, as a sentence. */
export function remedyText(view: PublicView, { filer, respondent }: Pick<Dispute, 'filer' | 'respondent'>, { kind, amount, crisis }: Remedy): string {
  return t(`dispute.remedy.${kind}`, { amount, crisis: crisis === null ? '' : (view.crises[crisis]?.name ?? crisis), filer: nameOf(view, filer), respondent: nameOf(view, respondent) });
}

function Stages({ dispute }: { dispute: Dispute }) {
  return (
    <ol className="stages" aria-label={t('dispute.stages')}>
      {stagesOf(dispute).map(({ stage, state }) => (
        <li key={stage} data-state={state} aria-current={state === 'now' ? 'step' : undefined}>{t(`stage.${stage}`)}</li>
      ))}
    </ol>
  );
}

function Proposal({ dispute, view }: { dispute: Dispute; view: PublicView }) {
  const { proposal } = dispute;
  if (!proposal) return null;
  return (
    <div className="dispute-proposal">
      <p>
        <strong>{t('dispute.proposes', { name: nameOf(view, proposal.by) })}</strong> {remedyText(view, dispute, proposal.remedy)}
      </p>
      {Object.entries(proposal.answers).map(([seat, answer]) => (
        <p key={seat} className="row small">
          <SeatMark seat={seat} size="small" />
          <span className="grow">{nameOf(view, seat)}</span>
          <span>{t(`invitation.answer.${answer}`)}</span>
        </p>
      ))}
    </div>
  );
}

function Remedied({ dispute, view }: { dispute: Dispute; view: PublicView }) {
  const { remedy } = dispute;
  if (!remedy) return null;
  const state = remedy.fulfilled === null ? 'due' : remedy.fulfilled ? 'done' : 'missed';
  return (
    <div className="notice" data-tone={state === 'missed' ? 'crisis' : state === 'done' ? 'good' : 'action'}>
      <p>
        {remedyText(view, dispute, remedy)} <strong>{t(`dispute.remedyState.${state}`, { turn: remedy.dueTurn })}</strong>
      </p>
    </div>
  );
}

/** How it goes on if nobody moves. */
function nextText({ stage, method, status }: Dispute, turn: number, stageTurn: number): string | null {
  if (status !== 'open') return null;
  if (stageTurn > turn) return t('dispute.begins', { turn: stageTurn });
  const stages = stagesOf({ stage, method, status } as Dispute);
  const next = stages.find(({ state }) => state === 'later');
  if (stage === 'arbitration') return t('dispute.arbitrated');
  return next ? t('dispute.escalates', { stage: t(`stage.${next.stage}`) }) : t('dispute.ends');
}

const QUICK: Partial<Record<Move, { icon: typeof Check; kind?: 'primary' }>> = { accept: { icon: Check, kind: 'primary' }, refuse: { icon: X } };

export function DisputeCard({ dispute, see }: { dispute: Dispute; see: Sight }) {
  const readOnly = useReadOnly();
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<string | null>(null);
  const view = see.public;
  const { filer, respondent } = dispute;
  const moves = readOnly ? [] : movesFor(see, dispute);
  const title = see.own.instruments[dispute.instrument]?.title ?? view.instruments[dispute.instrument]?.title ?? t('event.someInstrument');
  const next = nextText(dispute, view.exercise.turn, dispute.stageTurn);
  const remedy = { type: 'act', action: 'REMEDY', params: {} } as const;
  const labels = { accept: useAskLabel(remedy, t('dispute.move.accept')), refuse: useAskLabel(remedy, t('dispute.move.refuse')) };
  const move = async (name: Move) => {
    setBusy(true);
    const answer = await ask({ type: 'act', action: 'REMEDY', params: { dispute: dispute.id, move: name } });
    setBusy(false);
    setError(answer.accepted ? null : refusalText(answer.refusal));
    if (answer.accepted) told(answer, t('dispute.said'));
    else announce(refusalText(answer.refusal));
  };
  return (
    <Card tone={TONE[dispute.status]} label={t('dispute.label', { filer: nameOf(view, filer), respondent: nameOf(view, respondent) })}>
      <div className="stack">
        <div className="row">
          <SeatMark seat={filer} />
          <p className="grow">
            {t('dispute.who', { filer: nameOf(view, filer), respondent: nameOf(view, respondent) })}
            <br />
            <strong>{clauseTitle(dispute.kind)}</strong> <span className="soft small">{t('dispute.where', { title, clause: dispute.clause + 1, turn: dispute.about })}</span>
          </p>
          <Badge tone={TONE[dispute.status]}>{t(`dispute.status.${dispute.status}`)}</Badge>
        </div>
        <Stages dispute={dispute} />
        {dispute.asked.length > 0 && dispute.status === 'open' && <p className="small soft">{t('dispute.asked', { names: namesOf(view, dispute.asked) })}</p>}
        {dispute.status === 'open' && <Proposal dispute={dispute} view={view} />}
        <Remedied dispute={dispute} view={view} />
        {next && <p className="small soft">{next}</p>}
        {dispute.status === 'open' && dispute.method === 'arbitration' && <p className="small soft">{t('dispute.imposes', { remedy: t(`dispute.imposed.${dispute.imposed.kind}`, { amount: dispute.imposed.amount }) })}</p>}
        {error && <p className="field-error" role="alert">{error}</p>}
        {moves.length > 0 && (
          <div className="row-wrap">
            {moves.map((name) => {
              const quick = QUICK[name];
              if (quick) {
                return (
                  <Button key={name} size="small" kind={quick.kind} isDisabled={busy} onPress={() => void move(name)}>
                    <quick.icon size={15} aria-hidden /> {labels[name as 'accept' | 'refuse']}
                  </Button>
                );
              }
              if (name === 'drop') {
                return (
                  <ConfirmButton key={name} size="small" kind="quiet" title={t('dispute.dropTitle')} text={t('dispute.dropText')} confirm={t('dispute.move.drop')} onConfirm={() => void move(name)}>
                    <Undo2 size={15} aria-hidden /> {t('dispute.move.drop')}
                  </ConfirmButton>
                );
              }
              const label = name === 'propose' && dispute.proposal !== null ? t('dispute.move.proposeAnother') : t(`dispute.move.${name}`);
              return (
                <ActionButton key={name} code="REMEDY" given={{ dispute: dispute.id, move: name }} title={label}>
                  {name === 'ask' ? <Handshake size={15} aria-hidden /> : <Gavel size={15} aria-hidden />} {label}
                </ActionButton>
              );
            })}
          </div>
        )}
      </div>
    </Card>
  );
}

export function Disputes({ disputes, see }: { disputes: readonly Dispute[]; see: Sight }) {
  if (disputes.length === 0) return null;
  return (
    <section className="stack">
      <h3>{t('dispute.heading')}</h3>
      {disputes.map((dispute) => <DisputeCard key={dispute.id} dispute={dispute} see={see} />)}
    </section>
  );
}
