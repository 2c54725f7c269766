// One draft before the team: what it would do, who stands behind it, and what one can do with it.
import { Check, CornerUpLeft, PenLine, Stamp, Undo2 } from 'lucide-react';
import { useState } from 'react';
import type { TeamCommand } from '../../../shared/model/commands.ts';
import type { Clause } from '../../../shared/model/state.ts';
import { ACTIONS } from '../../../shared/rules/actions/catalogue.ts';
import { latest } from '../../../shared/rules/instruments/binding.ts';
import type { TeamDraftView } from '../../../shared/view/view.ts';
import { judge } from '../../actions/judgement.ts';
import { PriceLine } from '../../actions/price-line.tsx';
import { Articles, unchanged } from '../../clauses/articles.tsx';
import { differenceOf } from '../../clauses/difference.ts';
import { Badge, Button, Card, Dialog, Facts, TextField, announce, notify, type Tone } from '../../design/index.ts';
import { list, refusalText, t } from '../../locales/text.ts';
import { send, useReadOnly } from '../../store.ts';
import { lay, releaserKey, told } from '../../team/ask.ts';
import { awaits, isMember, mayRelease, type Standing } from '../../team/standing.ts';
import { useWho } from '../../team/who.tsx';
import { factsOf, lineOf, wordsOf } from './describe-draft.ts';

const TONE: Record<TeamDraftView['status'], Tone> = { open: 'action', returned: 'caution', released: 'good', withdrawn: 'plain', lapsed: 'plain' };

/** The clauses of a text that would be tabled; of an amendment, what it changes. */
function Clauses({ draft: { command }, standing: { sight } }: { draft: TeamDraftView; standing: Standing }) {
  if (command?.type !== 'act' || !Array.isArray(command.params.clauses)) return null;
  const clauses = command.params.clauses as Clause[];
  const amended = sight.own.instruments[String(command.params.instrument)];
  if (!amended) return <Articles view={sight.public} changes={unchanged(clauses)} />;
  const before = latest(amended);
  return <Articles view={sight.public} changes={differenceOf(before, { ...before, clauses }).clauses} />;
}

/** What somebody wrote; where it says an earlier draft anew, the earlier words stand struck out above. */
function Words({ draft, standing }: { draft: TeamDraftView; standing: Standing }) {
  const words = wordsOf(draft.command);
  if (words === null) return null;
  const earlier = draft.revises === null ? null : wordsOf(standing.sight.own.drafts[draft.revises]?.command ?? null);
  return (
    <div className="draft-words">
      {earlier !== null && earlier !== words && <del className="free-text" aria-label={t('team.changed')}>{earlier}</del>}
      {earlier !== null && earlier !== words ? <ins className="free-text">{words}</ins> : <p className="free-text">{words}</p>}
    </div>
  );
}

/** What it would cost, and whether it could be done just now. */
function Outlook({ draft: { command, status }, standing: { sight } }: { draft: TeamDraftView; standing: Standing }) {
  if (status !== 'open' || (command?.type !== 'act' && command?.type !== 'invite')) return null;
  const action = ACTIONS[command.action];
  if (!action) return null;
  const judged = judge(sight, action, command.params);
  return (
    <>
      <p className="row small">
        <span className="soft">{t('team.price')}</span> <PriceLine price={judged.price} points={action.points} />
      </p>
      {judged.refusal && <p className="field-error">{t('team.now', { why: refusalText(judged.refusal) })}</p>}
    </>
  );
}

function SendBack({ what, onSend, busy }: { what: string; onSend: (remark: string) => void; busy: boolean }) {
  const [open, setOpen] = useState(false);
  const [remark, setRemark] = useState('');
  const submit = () => {
    setOpen(false);
    onSend(remark.trim());
  };
  return (
    <>
      <Button size="small" isDisabled={busy} onPress={() => setOpen(true)}>
        <CornerUpLeft size={15} aria-hidden /> {t('team.return')}
      </Button>
      <Dialog open={open} onClose={() => setOpen(false)} title={t('team.returnTitle', { what })} actions={<><Button onPress={() => setOpen(false)}>{t('dialog.cancel')}</Button><Button kind="primary" isDisabled={remark.trim() === ''} onPress={submit}>{t('team.return')}</Button></>}>
        <TextField label={t('team.remark')} value={remark} onChange={setRemark} rows={3} maxLength={500} autoFocus />
      </Dialog>
    </>
  );
}

/** Words can be said anew where they stand; everything else is filled in again where it was. */
function Redraft({ draft, what }: { draft: TeamDraftView; what: string }) {
  const [open, setOpen] = useState(false);
  const command = draft.command?.type === 'sendMessage' ? draft.command : null;
  const [text, setText] = useState(command?.text ?? '');
  const [error, setError] = useState<string | null>(null);
  if (!command) return null;
  const submit = async () => {
    const answer = await lay({ ...command, text: text.trim() }, { note: draft.note, revises: draft.id });
    if (!answer.accepted) return setError(refusalText(answer.refusal));
    told(answer, '');
    setOpen(false);
  };
  return (
    <>
      <Button size="small" onPress={() => setOpen(true)}>
        <PenLine size={15} aria-hidden /> {t('team.redraft')}
      </Button>
      <Dialog open={open} onClose={() => setOpen(false)} title={what} actions={<><Button onPress={() => setOpen(false)}>{t('dialog.cancel')}</Button><Button kind="primary" isDisabled={text.trim() === ''} onPress={() => void submit()}>{t('team.layInstead')}</Button></>}>
        <p className="soft">{t('team.redraftText')}</p>
        <TextField label={t('messages.write')} value={text} onChange={setText} rows={4} maxLength={2000} error={error} autoFocus />
      </Dialog>
    </>
  );
}

function History({ draft, who }: { draft: TeamDraftView; who: (person: string) => string }) {
  return (
    <ul className="draft-history small">
      <li>{t('team.draftedBy', { who: who(draft.by) })}</li>
      {draft.approvals.length > 0 && <li>{t('team.approvedBy', { names: list(draft.approvals.map(who)) })}</li>}
      {draft.remark && <li className="draft-remark">{t('team.returnedBy', { who: who(draft.remark.by), remark: draft.remark.text })}</li>}
      {draft.status === 'released' && draft.decidedBy !== null && <li>{t('team.releasedBy', { who: who(draft.decidedBy) })}</li>}
      {draft.status === 'lapsed' && <li>{t('team.lapsed')}</li>}
      {draft.status === 'withdrawn' && <li>{t('team.withdrawn')}</li>}
    </ul>
  );
}

export function DraftCard({ draft, standing }: { draft: TeamDraftView; standing: Standing }) {
  const readOnly = useReadOnly() || !isMember(standing);
  const who = useWho(standing.team);
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<string | null>(null);
  const what = lineOf(draft, standing.sight);
  const own = draft.by === standing.self;
  const open = draft.status === 'open';
  const approved = draft.approvals.includes(standing.self);
  const tell = async (command: TeamCommand, done?: string) => {
    setBusy(true);
    const answer = await send(command);
    setBusy(false);
    setError(answer.accepted ? null : refusalText(answer.refusal));
    if (!answer.accepted) announce(refusalText(answer.refusal));
    else if (done) notify(done);
  };
  return (
    <Card tone={TONE[draft.status]} label={what}>
      <div className="stack">
        <div className="row">
          <strong className="grow">{what}</strong>
          <Badge tone={open ? 'action' : TONE[draft.status] === 'good' ? 'good' : 'plain'}>{open ? t('team.waitsFor', { releaser: t(releaserKey(awaits(standing, draft))) }) : t(`team.status.${draft.status}`)}</Badge>
        </div>
        {draft.note !== '' && <p className="draft-note free-text">{draft.note}</p>}
        {draft.command && <Facts rows={factsOf(draft.command, standing.sight)} />}
        <Words draft={draft} standing={standing} />
        <Clauses draft={draft} standing={standing} />
        <Outlook draft={draft} standing={standing} />
        <History draft={draft} who={who} />
        {error !== null && <p className="field-error" role="alert">{error}</p>}
        {!readOnly && (open || (own && draft.status === 'returned')) && (
          <div className="row-wrap">
            {open && mayRelease(standing, draft) && (
              <Button kind="primary" size="small" isDisabled={busy} onPress={() => void tell({ type: 'releaseDraft', draft: draft.id }, t('team.released', { what }))}>
                <Stamp size={15} aria-hidden /> {t('team.release')}
              </Button>
            )}
            {open && !own && (
              <Button size="small" isDisabled={busy || approved} onPress={() => void tell({ type: 'approveDraft', draft: draft.id })}>
                <Check size={15} aria-hidden /> {t(approved ? 'team.approved' : 'team.approve')}
              </Button>
            )}
            {open && !own && <SendBack what={what} busy={busy} onSend={(remark) => void tell({ type: 'returnDraft', draft: draft.id, remark })} />}
            {own && <Redraft draft={draft} what={what} />}
            {open && own && (
              <Button size="small" kind="quiet" isDisabled={busy} onPress={() => void tell({ type: 'withdrawDraft', draft: draft.id })}>
                <Undo2 size={15} aria-hidden /> {t('team.withdraw')}
              </Button>
            )}
          </div>
        )}
      </div>
    </Card>
  );
}
