// Agreements: the list by standing, one document, or the draft under work.
import { ArrowLeft, FilePlus2, ScrollText } from 'lucide-react';
import { useState } from 'react';
import type { InstrumentView, PublicView, Sight } from '../../../shared/view/view.ts';
import { Badge, Button, Card, EmptyState, Panel } from '../../design/index.ts';
import { t, tOr } from '../../locales/text.ts';
import { SeatMark } from '../../seats.tsx';
import { select, store, useReadOnly, useSight, useStore } from '../../store.ts';
import { DocumentView } from './document-view.tsx';
import { DraftEditor } from './draft-editor.tsx';
import { draftFromInstrument, draftFromTemplate, emptyDraft, type Draft } from './drafting.ts';
import { Duties } from './duties.tsx';
import { Disputes } from './dispute-card.tsx';
import { inOrder } from './disputes.ts';
import { Pledges } from './pledges.tsx';
import { GROUPS, groupOf, knownInstruments } from './standing.ts';
import '../detail/detail.css';
import '../why/why.css';
import './instruments.css';

function Row({ instrument }: { instrument: InstrumentView }) {
  return (
    <li>
      <button type="button" onClick={() => select({ kind: 'instrument', id: instrument.id })}>
        <span className="grow">
          <span className="strong">{instrument.title}</span>
          <span className="row-wrap party-marks">
            {instrument.parties.map((seat) => <SeatMark key={seat} seat={seat} size="small" label />)}
          </span>
        </span>
        <Badge tone={instrument.status === 'inForce' ? 'good' : instrument.status === 'suspended' ? 'crisis' : 'plain'}>{tOr(`instrumentStatus.${instrument.status}`, instrument.status)}</Badge>
      </button>
    </li>
  );
}

function List({ view, see, onNew }: { view: PublicView; see: Sight | null; onNew: () => void }) {
  const readOnly = useReadOnly();
  const self = see?.own.seat.id ?? null;
  const all = knownInstruments(view.instruments, see);
  const duties = see ? Object.values(see.own.obligations).sort((a, b) => a.dueTurn - b.dueTurn) : [];
  return (
    <div className="stack-loose">
      {!readOnly && (
        <Button kind="primary" onPress={onNew}>
          <FilePlus2 size={16} aria-hidden /> {t('instruments.new')}
        </Button>
      )}
      {all.length === 0 && (
        <EmptyState icon={ScrollText} title={t('instruments.empty')}>
          {t(readOnly ? 'instruments.emptyWatching' : 'instruments.emptyText')}
        </EmptyState>
      )}
      {GROUPS.map((group) => {
        const members = all.filter((instrument) => groupOf(instrument, self, see !== null && instrument.id in see.own.accessions) === group);
        return members.length === 0 ? null : (
          <section key={group} className="stack">
            <h3>{t(`instruments.group.${group}`)}</h3>
            <ul className="pick-list">{members.map((instrument) => <Row key={instrument.id} instrument={instrument} />)}</ul>
          </section>
        );
      })}
      {see && <Disputes disputes={inOrder(Object.values(see.own.disputes))} see={see} />}
      <Duties duties={duties} view={view} />
      <Pledges view={view} see={see} />
    </div>
  );
}

function Templates({ view, onChoose, onBack }: { view: PublicView; onChoose: (template: string | null) => void; onBack: () => void }) {
  return (
    <div className="stack">
      <div>
        <Button kind="quiet" size="small" onPress={onBack}>
          <ArrowLeft size={16} aria-hidden /> {t('document.back')}
        </Button>
      </div>
      <h3>{t('instruments.choose')}</h3>
      {Object.values(view.templates).map((template) => (
        <Card key={template.id}>
          <div className="stack">
            <div className="row">
              <strong className="grow">{template.title}</strong>
              <Badge>{tOr(`instrumentKind.${template.kind}`, template.kind)}</Badge>
            </div>
            <p className="soft small">{template.text}</p>
            <div>
              <Button onPress={() => onChoose(template.id)}>{t('instruments.useTemplate')}</Button>
            </div>
          </div>
        </Card>
      ))}
      <Button onPress={() => onChoose(null)}>{t('instruments.blank')}</Button>
    </div>
  );
}

type Screen = { kind: 'list' } | { kind: 'templates' } | { kind: 'draft'; draft: Draft };

export default function InstrumentsPanel() {
  const view = useStore((state) => state.view?.public ?? null);
  const see = useSight();
  const selected = useStore((state) => (state.selection?.kind === 'instrument' ? state.selection.id : null));
  // Coming from a country card, that country is the first party of a new draft.
  const country = useStore((state) => (state.selection?.kind === 'seat' ? state.selection.id : null));
  const [screen, setScreen] = useState<Screen>({ kind: 'list' });
  const [shownFor, setShownFor] = useState(selected);
  if (selected !== shownFor) {
    setShownFor(selected);
    if (selected !== null) setScreen({ kind: 'list' });
  }
  if (!view) return <Panel heading={t('panel.instruments')}>{null}</Panel>;
  const back = () => {
    setScreen({ kind: 'list' });
    if (store.get().selection?.kind === 'instrument') select(null);
  };
  const partners = country !== null && country !== see?.own.seat.id ? [country] : [];
  const instrument = selected === null ? undefined : (see?.own.instruments[selected] ?? see?.own.accessions[selected] ?? view.instruments[selected]);
  const content = () => {
    if (see && screen.kind === 'draft') return <DraftEditor see={see} start={screen.draft} onBack={() => setScreen({ kind: 'list' })} onTabled={() => setScreen({ kind: 'list' })} />;
    if (see && screen.kind === 'templates') {
      return <Templates view={view} onBack={back} onChoose={(id) => setScreen({ kind: 'draft', draft: id === null ? { ...emptyDraft(t('instruments.untitled')), parties: partners } : draftFromTemplate(view.templates[id]!, see, partners) })} />;
    }
    if (instrument) {
      return <DocumentView key={instrument.id} instrument={instrument} view={view} see={see} onBack={back} onAmend={() => see && setScreen({ kind: 'draft', draft: draftFromInstrument(instrument, see.own.seat.id) })} />;
    }
    return <List view={view} see={see} onNew={() => setScreen({ kind: 'templates' })} />;
  };
  return <Panel heading={t('panel.instruments')}>{content()}</Panel>;
}
