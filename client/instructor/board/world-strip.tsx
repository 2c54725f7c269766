// The whole exercise above the board: open crises with how they move, agreements, leaks, and how duties are kept; each opens what is behind it.
import { CircleCheck, Droplets, FileText, Flame, Scale, TrendingDown, TrendingUp, type LucideIcon } from 'lucide-react';
import { memo, useState, type ReactNode } from 'react';
import type { WorldStrip as Figures } from '../../../shared/view/world-strip.ts';
import { clauseTitle } from '../../clauses/prose.ts';
import { Badge, Dialog, EmptyState } from '../../design/index.ts';
import { t, tOr } from '../../locales/text.ts';
import { CrisisCard } from '../../panels/detail/crisis-card.tsx';
import '../../panels/detail/detail.css';
import { SeatMark, nameOf, namesOf } from '../../seats.tsx';
import { useStore } from '../../store.ts';
import { rungName, signed } from '../../words.ts';

type Opened = { kind: 'crisis'; id: string } | { kind: 'agreements' | 'leaks' | 'compliance' };

function Tile({ icon: Icon, heading, tone = 'plain', onOpen, children }: { icon: LucideIcon; heading: string; tone?: 'plain' | 'crisis' | 'caution'; onOpen: () => void; children: ReactNode }) {
  return (
    <button type="button" className="world-tile" data-tone={tone} onClick={onOpen}>
      <Icon size={16} aria-hidden />
      <span className="world-heading">{heading}</span>
      <span className="world-figures">{children}</span>
    </button>
  );
}

function Move({ by }: { by: number }) {
  if (by === 0) return <span className="soft">{t('world.same')}</span>;
  const Icon = by > 0 ? TrendingUp : TrendingDown;
  return (
    <span className="world-move" data-worse={by > 0}>
      <Icon size={14} aria-hidden /> {t('world.moved', { by: signed(by) })}
    </span>
  );
}

function Crisis({ crisis, turn, onOpen }: { crisis: Figures['crises'][number]; turn: number; onOpen: () => void }) {
  return (
    <Tile icon={Flame} heading={crisis.name} tone={crisis.severity >= 60 ? 'crisis' : 'plain'} onOpen={onOpen}>
      <strong className="numeric">{t('world.severity', { severity: crisis.severity })}</strong>
      {crisis.openedTurn === turn ? <span className="soft">{t('world.new')}</span> : <Move by={crisis.change.severity} />}
      <span>{t('world.rung', { rung: crisis.rung, name: rungName(crisis.rung) })}</span>
      {crisis.change.rung !== 0 && <Badge tone={crisis.change.rung > 0 ? 'crisis' : 'good'}>{t('world.rungMoved', { by: signed(crisis.change.rung) })}</Badge>}
    </Tile>
  );
}

function Agreements({ agreements: { inForce, suspended, draft } }: Pick<Figures, 'agreements'>) {
  const view = useStore((state) => state.view!.public);
  const texts = [...inForce, ...suspended, ...draft];
  if (texts.length === 0) return <EmptyState icon={FileText} title={t('world.noAgreements')} />;
  return (
    <ul className="plain-list">
      {texts.map(({ id, title, parties, status }) => (
        <li key={id} className="row-wrap">
          <strong className="grow">{title}</strong>
          <Badge tone={status === 'inForce' ? 'good' : status === 'suspended' ? 'caution' : 'action'}>{tOr(`instrumentStatus.${status}`, status)}</Badge>
          <span className="small soft world-parties">{namesOf(view, parties)}</span>
        </li>
      ))}
    </ul>
  );
}

function Leaks({ leaks: { total, by } }: Pick<Figures, 'leaks'>) {
  const view = useStore((state) => state.view!.public);
  if (total === 0) return <EmptyState icon={Droplets} title={t('world.noLeaks')} />;
  return (
    <>
      <p className="soft">{t('world.leaksBy')}</p>
      <ul className="plain-list">
        {Object.entries(by).map(([seat, count]) => (
          <li key={seat} className="row">
            <SeatMark seat={seat} size="small" />
            <span className="grow">{nameOf(view, seat)}</span>
            <span className="numeric">{t('world.leaksOf', { count })}</span>
          </li>
        ))}
      </ul>
    </>
  );
}

function Compliance({ compliance: { due, open, judgedTurn, breaches } }: Pick<Figures, 'compliance'>) {
  const view = useStore((state) => state.view!.public);
  return (
    <div className="stack">
      {due > 0 && <p>{open.length > 0 ? t('world.open', { names: namesOf(view, open) }) : t('world.allKept')}</p>}
      {judgedTurn > 0 && <h3>{t('world.judged', { turn: judgedTurn })}</h3>}
      {breaches.length === 0 ? (
        <p className="soft">{t('world.noBreach')}</p>
      ) : (
        <ul className="plain-list">
          {breaches.map(({ id, seat, kind, title, noticed }) => (
            <li key={id} className="row">
              <SeatMark seat={seat} size="small" />
              <span className="grow">
                {nameOf(view, seat)}: {clauseTitle(kind)}
                <span className="soft small"> {title}</span>
              </span>
              <Badge tone={noticed ? 'crisis' : 'intel'}>{t(noticed ? 'world.noticed' : 'world.unnoticed')}</Badge>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

/** What stands behind a figure. */
function Behind({ opened, world, onClose }: { opened: Opened; world: Figures; onClose: () => void }) {
  const view = useStore((state) => state.view!.public);
  const title = opened.kind === 'crisis' ? (view.crises[opened.id]?.name ?? '') : t(`world.${opened.kind}`);
  return (
    <Dialog open onClose={onClose} title={title}>
      {opened.kind === 'crisis' && view.crises[opened.id] && <CrisisCard crisis={opened.id} view={view} />}
      {opened.kind === 'agreements' && <Agreements agreements={world.agreements} />}
      {opened.kind === 'leaks' && <Leaks leaks={world.leaks} />}
      {opened.kind === 'compliance' && <Compliance compliance={world.compliance} />}
    </Dialog>
  );
}

export const WorldStrip = memo(function WorldStrip() {
  const world = useStore((state) => state.view!.control!.world);
  const turn = useStore((state) => state.view!.public.exercise.turn);
  const [opened, setOpened] = useState<Opened | null>(null);
  const { crises, agreements, leaks, compliance } = world;
  return (
    <section className="world-strip" aria-label={t('world.title')}>
      {crises.map((crisis) => <Crisis key={crisis.id} crisis={crisis} turn={turn} onOpen={() => setOpened({ kind: 'crisis', id: crisis.id })} />)}
      {crises.length === 0 && (
        <p className="world-tile" data-empty>
          <CircleCheck size={16} aria-hidden />
          <span className="world-heading">{t('world.crises')}</span>
          <span className="world-figures soft">{t('world.noCrisis')}</span>
        </p>
      )}
      <Tile icon={FileText} heading={t('world.agreements')} onOpen={() => setOpened({ kind: 'agreements' })}>
        <strong className="numeric">{t('world.inForce', { count: agreements.inForce.length })}</strong>
        {agreements.suspended.length > 0 && <span>{t('world.suspended', { count: agreements.suspended.length })}</span>}
        <span>{t('world.draft', { count: agreements.draft.length })}</span>
      </Tile>
      <Tile icon={Droplets} heading={t('world.leaks')} tone={leaks.thisTurn > 0 ? 'caution' : 'plain'} onOpen={() => setOpened({ kind: 'leaks' })}>
        <strong className="numeric">{t('world.leaked', { count: leaks.total })}</strong>
        {leaks.thisTurn > 0 && <span>{t('world.leakedNow', { count: leaks.thisTurn })}</span>}
      </Tile>
      <Tile icon={Scale} heading={t('world.compliance')} tone={compliance.breaches.length > 0 ? 'caution' : 'plain'} onOpen={() => setOpened({ kind: 'compliance' })}>
        <strong className="numeric">{compliance.due > 0 ? t('world.kept', { kept: compliance.kept, due: compliance.due }) : t('world.noDuties')}</strong>
        <span>{t('world.breaches', { count: compliance.breaches.length })}</span>
      </Tile>
      {opened && <Behind opened={opened} world={world} onClose={() => setOpened(null)} />}
    </section>
  );
});
