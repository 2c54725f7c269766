// Organisations: who belongs, how they decide, what they have decided, and what is before them now.
import { Building2, Landmark } from 'lucide-react';
import type { OrganisationView, PublicView, Sight } from '../../../shared/view/view.ts';
import { ActionMenu } from '../../actions/action-menu.tsx';
import { optionLabel } from '../../actions/parameters.ts';
import { Badge, EmptyState, Facts, Panel, Paragraphs } from '../../design/index.ts';
import { list, t, tOr } from '../../locales/text.ts';
import { SeatMark, namesOf } from '../../seats.tsx';
import { useSight, useStore } from '../../store.ts';
import { MotionCard } from './motion-card.tsx';
import { belongingOf, inOrder } from './standing.ts';
import '../detail/detail.css';
import './organisations.css';

/** How it decides, in a sentence. */
function ruleText(view: PublicView, { rule, majority, lead }: OrganisationView): string {
  return t(`organisations.rule.${rule}`, { majority, lead: lead === null ? '' : (view.seats[lead]?.name ?? lead) });
}

function Members({ organisation, view }: { organisation: OrganisationView; view: PublicView }) {
  const { members, observers, partners, chairs, weights } = organisation;
  const led = chairs.length < members.length;
  return (
    <div className="stack">
      <ul className="member-list" aria-label={t('organisations.members')}>
        {members.map((seat) => (
          <li key={seat} className="row">
            <SeatMark seat={seat} size="small" />
            <span>{view.seats[seat]?.name}</span>
            {led && chairs.includes(seat) && <Badge>{t('organisations.chair')}</Badge>}
            {(weights[seat] ?? 1) !== 1 && <span className="soft small">{t('organisations.weight', { votes: weights[seat] ?? 1 })}</span>}
          </li>
        ))}
      </ul>
      {partners.length > 0 && <p className="small">{t('organisations.partners', { names: namesOf(view, partners) })}</p>}
      {observers.length > 0 && <p className="small">{t('organisations.observers', { names: namesOf(view, observers) })}</p>}
    </div>
  );
}

/** What it has decided and what it has. */
function Decided({ organisation, view }: { organisation: OrganisationView; view: PublicView }) {
  const { mandates, norms, sanctioned, standingForce, standard, ceiling, minimumSecurity, fund } = organisation;
  const crisisName = (id: string) => view.crises[id]?.name ?? id;
  const ceilingName = tOr(`marking.${ceiling}`, ceiling);
  const rows = [
    { label: t('organisations.ceiling'), value: minimumSecurity > 0 ? t('organisations.ceilingFrom', { marking: ceilingName, security: minimumSecurity }) : ceilingName },
    { label: t('organisations.standard'), value: t('organisations.standardOf', { level: standard }) },
    { label: t('organisations.fund'), value: t('organisations.credits', { amount: fund }) },
    mandates.length > 0 && { label: t('organisations.mandates'), value: list(mandates.map(({ crisis, since }) => t('organisations.mandateSince', { crisis: crisisName(crisis), turn: since }))) },
    norms.length > 0 && { label: t('organisations.norms'), value: list(norms.map((act) => optionLabel('act', act))) },
    standingForce !== null && { label: t('organisations.standingForce'), value: t('organisations.standingForceOf', { count: standingForce.packages }) },
    sanctioned.length > 0 && { label: t('organisations.sanctioned'), value: namesOf(view, sanctioned) },
  ];
  return <Facts rows={rows.filter((row) => row !== false)} />;
}

function Motions({ organisation, see }: { organisation: OrganisationView; see: Sight }) {
  const motions = Object.values(see.own.motions).filter((motion) => motion.organisation === organisation.id);
  const open = motions.filter(({ status }) => status === 'open');
  const past = motions.filter(({ status }) => status !== 'open').sort((a, b) => (b.decidedTurn ?? 0) - (a.decidedTurn ?? 0));
  if (motions.length === 0) return <p className="soft small">{t('organisations.noMotions')}</p>;
  return (
    <div className="stack">
      {open.map((motion) => <MotionCard key={motion.id} motion={motion} see={see} />)}
      {past.length > 0 && (
        <details className="earlier">
          <summary>{t('organisations.past', { count: past.length })}</summary>
          <div className="stack">{past.map((motion) => <MotionCard key={motion.id} motion={motion} see={see} />)}</div>
        </details>
      )}
    </div>
  );
}

function Organisation({ organisation, view, see }: { organisation: OrganisationView; view: PublicView; see: Sight | null }) {
  const belonging = see ? belongingOf(organisation, see.own.seat.id) : 'outside';
  return (
    <section className="card organisation" aria-label={organisation.name}>
      <div className="card-heading">
        <Landmark size={20} aria-hidden />
        <h3 className="grow">{organisation.name}</h3>
        {see && <Badge tone={belonging === 'member' ? 'action' : 'plain'}>{t(`organisations.belonging.${belonging}`)}</Badge>}
      </div>
      <div className="card-body stack-loose">
        <p>{ruleText(view, organisation)}</p>
        {see && belonging !== 'outside' && <Motions organisation={organisation} see={see} />}
        <Members organisation={organisation} view={view} />
        <Decided organisation={organisation} view={view} />
        {organisation.charter !== '' && (
          <details className="earlier">
            <summary>{t('organisations.charter')}</summary>
            <Paragraphs text={organisation.charter} />
          </details>
        )}
        {see && <ActionMenu target={{ thing: 'organisation', id: organisation.id }} only={({ code }) => code !== 'VOTE'} heading={null} />}
      </div>
    </section>
  );
}

export default function OrganisationsPanel() {
  const view = useStore((state) => state.view?.public ?? null);
  const see = useSight();
  if (!view) return <Panel heading={t('panel.organisations')}>{null}</Panel>;
  const organisations = inOrder(view.organisations, see?.own.seat.id ?? null);
  return (
    <Panel heading={t('panel.organisations')}>
      <div className="stack-loose">
        {organisations.length === 0 && <EmptyState icon={Building2} title={t('organisations.empty')}>{t('organisations.emptyText')}</EmptyState>}
        {organisations.map((organisation) => <Organisation key={organisation.id} organisation={organisation} view={view} see={see} />)}
      </div>
    </Panel>
  );
}
