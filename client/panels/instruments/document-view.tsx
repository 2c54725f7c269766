// One instrument as a document: its text with redlines between two versions, who has signed, and what this seat can do.
import { ArrowLeft, PenLine, Stamp, UserRoundPlus } from 'lucide-react';
import { useState } from 'react';
import type { Refusal } from '../../../shared/rules/refusals.ts';
import { isPending, latest } from '../../../shared/rules/instruments/binding.ts';
import { priceOfBreaking } from '../../../shared/rules/instruments/lifecycle.ts';
import type { InstrumentView, PublicView, Sight } from '../../../shared/view/view.ts';
import { nextStep } from '../../../shared/view/waiting.ts';
import { ACTIONS } from '../../../shared/rules/actions/catalogue.ts';
import { ActionMenu } from '../../actions/action-menu.tsx';
import { availabilityOf } from '../../actions/availability.ts';
import { Articles, unchanged } from '../../clauses/articles.tsx';
import { differenceOf, differs } from '../../clauses/difference.ts';
import { Badge, Button, Dialog, Select, announce } from '../../design/index.ts';
import { refusalText, t, tOr } from '../../locales/text.ts';
import { nameOf, namesOf } from '../../seats.tsx';
import { useReadOnly } from '../../store.ts';
import { ask, told, useAskLabel } from '../../team/ask.ts';
import { exerciseWord } from '../../words.ts';
import { Disputes } from './dispute-card.tsx';
import { inOrder } from './disputes.ts';
import { Duties, Findings, dutiesUnder } from './duties.tsx';
import { RatificationCard } from './ratification-card.tsx';
import { Signatories } from './signatories.tsx';
import { joiningStep, versionRead } from './standing.ts';

/** Pseudo-version for comparing with nothing. */
const NOTHING = '0';

function Text({ instrument, view, against, onAgainst }: { instrument: InstrumentView; view: PublicView; against: number; onAgainst: (version: number) => void }) {
  const now = latest(instrument);
  const base = instrument.versions.find(({ version }) => version === against);
  const difference = base ? differenceOf(base, now) : null;
  const older = instrument.versions.filter(({ version }) => version < now.version);
  return (
    <>
      {older.length > 0 && (
        <Select
          label={t('document.compare')}
          value={base ? String(against) : NOTHING}
          options={[{ id: NOTHING, label: t('document.compareNothing') }, ...older.map(({ version, by, turn }) => ({ id: String(version), label: t('document.version', { version }), description: t('document.by', { name: nameOf(view, by), turn }) }))]}
          onChange={(chosen) => onAgainst(Number(chosen))}
        />
      )}
      {difference && !differs(difference) && <p className="soft small">{t('document.noDifference')}</p>}
      {difference?.kind && (
        <p className="small">
          <del>{tOr(`instrumentKind.${difference.kind.before}`, difference.kind.before)}</del> <ins>{tOr(`instrumentKind.${difference.kind.after}`, difference.kind.after)}</ins>
        </p>
      )}
      <Articles view={view} changes={difference ? difference.clauses : unchanged(now.clauses)} />
    </>
  );
}

/** What changed between the version that was read and the one that is on the table now. */
function StaleNotice({ instrument, view, read, onRead }: { instrument: InstrumentView; view: PublicView; read: number; onRead: () => void }) {
  const before = instrument.versions.find(({ version }) => version === read);
  const now = latest(instrument);
  if (!before || read === now.version) return null;
  return (
    <Dialog open onClose={onRead} title={t('document.changedTitle')} actions={<Button kind="primary" onPress={onRead}>{t('document.changedRead', { version: now.version })}</Button>}>
      <p>{t('document.changedText', { read, version: now.version, name: nameOf(view, now.by) })}</p>
      <Articles view={view} changes={differenceOf(before, now).clauses} />
    </Dialog>
  );
}

function Steps({ instrument, see, read, onAmend }: { instrument: InstrumentView; see: Sight; read: number; onAmend: () => void }) {
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const [busy, setBusy] = useState(false);
  const self = see.own.seat.id;
  const joining = joiningStep(see, instrument);
  const next = joining === 'none' ? nextStep(instrument, self) : joining;
  const mou = latest(instrument).kind === 'mou';
  const open = (code: string) => availabilityOf(see, ACTIONS[code]!).kind === 'open';
  const act = async (action: 'SIGN' | 'RATIFY', params: Record<string, unknown>) => {
    setBusy(true);
    const answer = await ask({ type: 'act', action, params });
    setBusy(false);
    if (answer.accepted) {
      setRefusal(null);
      told(answer, t(action === 'SIGN' ? 'document.signedNow' : 'document.ratifiedNow', { title: instrument.title }));
    } else {
      setRefusal(answer.refusal);
      announce(refusalText(answer.refusal));
    }
  };
  const shown = refusal ?? (next === 'ratify' || (next === 'join' && !mou) ? ACTIONS.RATIFY!.refuse(see, { instrument: instrument.id }) : null);
  const name = nameOf(see.public, self);
  const joinLabel = useAskLabel({ type: 'act', action: 'SIGN', params: {} }, t('document.join', { name }));
  const signLabel = useAskLabel({ type: 'act', action: 'SIGN', params: {} }, t('document.sign', { name, version: read }));
  const ratifyLabel = useAskLabel({ type: 'act', action: 'RATIFY', params: {} }, t('document.ratify', { name }));
  // Capital was spent on a text that has yet to enter into force: it cannot be amended now.
  const fixed = instrument.ratified.length > 0 && isPending(instrument) && instrument.binding !== latest(instrument).version;
  return (
    <div className="stack">
      {next === 'join' && <p className="notice" data-tone="action">{t('document.joinable')}</p>}
      {next === 'wait' && joining === 'none' && <p className="notice" data-tone="action">{t('document.waiting')}</p>}
      {(next === 'ratify' || next === 'sign' || next === 'join') && <RatificationCard see={see} text={next === 'join' ? { ...instrument, binding: null } : instrument} />}
      {shown && <p className="field-error" role="alert">{refusalText(shown)}</p>}
      <div className="row-wrap document-buttons">
        {joining === 'none' && (
          <Button isDisabled={!open('AMEND') || fixed} onPress={onAmend}>
            {t('document.amend')}
          </Button>
        )}
        {next === 'join' && (
          <Button kind="primary" isDisabled={busy || !open(mou ? 'SIGN' : 'RATIFY') || shown !== null} onPress={() => void (mou ? act('SIGN', { instrument: instrument.id, version: read }) : act('RATIFY', { instrument: instrument.id }))}>
            <UserRoundPlus size={16} aria-hidden /> {joinLabel}
          </Button>
        )}
        {next === 'sign' && (
          <Button kind="primary" isDisabled={busy || !open('SIGN')} onPress={() => void act('SIGN', { instrument: instrument.id, version: read })}>
            <PenLine size={16} aria-hidden /> {signLabel}
          </Button>
        )}
        {next === 'ratify' && (
          <Button kind="primary" isDisabled={busy || !open('RATIFY') || shown !== null} onPress={() => void act('RATIFY', { instrument: instrument.id })}>
            <Stamp size={16} aria-hidden /> {ratifyLabel}
          </Button>
        )}
      </div>
      {fixed && <p className="soft small">{t('document.ratifiedStands')}</p>}
      {!open('SIGN') && <p className="soft small">{t('document.phase')}</p>}
    </div>
  );
}

function Leaving({ instrument, see }: { instrument: InstrumentView; see: Sight }) {
  const { trust, capital } = priceOfBreaking(instrument);
  const own = instrument.status === 'tabled' && instrument.tabledBy === see.own.seat.id;
  if (!own && instrument.status !== 'inForce' && instrument.status !== 'suspended') return null;
  return (
    <div className="stack">
      {!own && <p className="soft small">{t('document.breaking', { trust, capital })}</p>}
      <ActionMenu target={{ thing: 'instrument', id: instrument.id }} heading={own ? null : t('document.leaving')} only={({ code }) => (code === 'WITHDRAW' || (!own && (code === 'SUSPEND' || code === 'DISPUTE')))} />
    </div>
  );
}

export function DocumentView({ instrument, view, see, onBack, onAmend }: { instrument: InstrumentView; view: PublicView; see: Sight | null; onBack: () => void; onAmend: () => void }) {
  const readOnly = useReadOnly();
  const now = latest(instrument);
  const self = see?.own.seat.id ?? null;
  const party = self !== null && instrument.parties.includes(self);
  // The version that was on the screen when it was opened: only that one is signed.
  const [onScreen, setOnScreen] = useState(now.version);
  const read = versionRead(instrument, onScreen, self);
  const signedBefore = self === null ? undefined : instrument.signatures[self];
  const [against, setAgainst] = useState(signedBefore !== undefined && signedBefore < now.version ? signedBefore : instrument.versions.length > 1 && isPending(instrument) ? now.version - 1 : 0);
  return (
    <article className="document">
      <div>
        <Button kind="quiet" size="small" onPress={onBack}>
          <ArrowLeft size={16} aria-hidden /> {t('document.back')}
        </Button>
      </div>
      <header className="stack">
        <p className="row-wrap soft small">
          <span className="classification">{tOr(`marking.${instrument.classification}`, instrument.classification)}</span>
          <span className="caps">{exerciseWord(view)}</span>
          <span>{t('document.versionShared', { version: now.version, count: instrument.parties.length })}</span>
        </p>
        <h3 className="document-title">{now.title}</h3>
        <p className="row-wrap">
          <span className="soft">{t('document.kind', { kind: tOr(`instrumentKind.${now.kind}`, now.kind), name: nameOf(view, instrument.tabledBy) })}</span>
          <Badge tone={instrument.status === 'inForce' ? 'good' : instrument.status === 'suspended' ? 'crisis' : 'action'}>{tOr(`instrumentStatus.${instrument.status}`, instrument.status)}</Badge>
        </p>
        <p className="document-text">{t('document.preamble', { names: namesOf(view, instrument.parties) })}</p>
      </header>
      <Text instrument={instrument} view={view} against={against} onAgainst={setAgainst} />
      {instrument.entersTurn !== null && <p className="notice" data-tone="good">{t('document.enters', { turn: instrument.entersTurn })}</p>}
      {instrument.suspendedBy && <p className="notice" data-tone="crisis">{t('document.suspendedBy', { name: nameOf(view, instrument.suspendedBy) })}</p>}
      <Signatories instrument={instrument} view={view} />
      {see && (party || instrument.id in see.own.accessions) && !readOnly && instrument.status !== 'ended' && instrument.status !== 'lapsed' && <Steps instrument={instrument} see={see} read={read} onAmend={onAmend} />}
      {see && <Duties duties={dutiesUnder(see, instrument.id)} view={view} />}
      {see && <Findings findings={Object.values(see.own.findings).filter((finding) => finding.instrument === instrument.id)} view={view} see={see} />}
      {see && <Disputes disputes={inOrder(Object.values(see.own.disputes).filter((dispute) => dispute.instrument === instrument.id))} see={see} />}
      {see && party && !readOnly && <Leaving instrument={instrument} see={see} />}
      <StaleNotice instrument={instrument} view={view} read={read} onRead={() => { setOnScreen(now.version); setAgainst(read); }} />
    </article>
  );
}
