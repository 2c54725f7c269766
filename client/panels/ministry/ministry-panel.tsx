// The own ministry: how it stands, its budget in two pots, and what it can do for itself.
import { useState } from 'react';
import { DOMAINS } from '../../../shared/model/vocabulary.ts';
import { path } from '../../../shared/model/fields.ts';
import type { Sight } from '../../../shared/view/view.ts';
import { ActionMenu } from '../../actions/action-menu.tsx';
import { freePackages } from '../../actions/packages-field.tsx';
import { Panel, Table, Tabs } from '../../design/index.ts';
import { t, tOr } from '../../locales/text.ts';
import { nameOf } from '../../seats.tsx';
import { useSight } from '../../store.ts';
import { wordFor } from '../../words.ts';
import { Figure } from '../figure.tsx';
import { WhyButton } from '../why/why-button.tsx';
import { Budget } from './budget.tsx';
import '../detail/detail.css';
import './ministry.css';

const STANDINGS = ['readiness', 'politicalCapital', 'publicOpinion', 'security'] as const;

function Standing({ see }: { see: Sight }) {
  const { ministry, seat } = see.own;
  const free = freePackages(see, '');
  return (
    <div className="stack-loose">
      <dl className="figures-list">
        {STANDINGS.map((field) => (
          <Figure key={field} label={t(`word.${field}`)} value={ministry[field]} scale={field} path={path.seat(seat.id, field)} />
        ))}
        <Figure label={t('word.civilMilitary')} value={ministry.civilMilitary} note={<span className="soft small">{t('ministry.ofThree')}</span>} path={path.seat(seat.id, 'civilMilitary')} />
        <Figure label={t('word.ai')} value={ministry.ai} note={<span className="soft small">{t('ministry.ofThree')}</span>} path={path.seat(seat.id, 'ai')} />
        <Figure label={t('word.sovereignty')} value={ministry.sovereignty} note={<span className="soft small">{t('detail.ofTen')}</span>} />
      </dl>
      <Table
        caption={t('ministry.capabilities')}
        rows={[...DOMAINS]}
        rowKey={(domain) => domain}
        columns={[
          { id: 'domain', heading: t('parameter.domain'), names: true, cell: (domain) => tOr(`domain.${domain}`, domain) },
          { id: 'level', heading: t('ministry.level'), cell: (domain) => <span className="one-line">{wordFor('capability', ministry.capability[domain])} <span className="soft numeric">{ministry.capability[domain]}</span></span> },
          { id: 'packages', heading: t('ministry.free'), align: 'end', cell: (domain) => t('ministry.packages', { free: free[domain], all: ministry.packages[domain] }) },
          { id: 'why', heading: <span className="visually-hidden">{t('why.short')}</span>, align: 'end', cell: (domain) => <WhyButton path={path.capability(seat.id, domain)} /> },
        ]}
      />
      <Loans see={see} />
      <ActionMenu target={{ thing: 'ministry' }} />
    </div>
  );
}

/** Packages that are somebody else's for a while, or somebody else's that are ours. */
function Loans({ see }: { see: Sight }) {
  const loans = Object.values(see.own.loans);
  if (loans.length === 0) return null;
  return (
    <section className="stack">
      <h3>{t('ministry.loans')}</h3>
      <ul className="plain-list">
        {loans.map(({ id, from, to, domain, until }) => {
          const lent = from === see.own.seat.id;
          return <li key={id}>{t(lent ? 'ministry.lentTo' : 'ministry.borrowedFrom', { domain: tOr(`domain.${domain}`, domain), name: nameOf(see.public, lent ? to : from), turn: until })}</li>;
        })}
      </ul>
    </section>
  );
}

export default function MinistryPanel() {
  const see = useSight();
  const [tab, setTab] = useState('standing');
  if (!see) return <Panel heading={t('panel.ministry')}>{null}</Panel>;
  return (
    <section className="panel ministry" aria-label={t('panel.ministry')}>
      <header className="panel-heading">
        <h2>{see.public.seats[see.own.seat.id]?.ministry ?? t('panel.ministry')}</h2>
      </header>
      <Tabs
        label={t('panel.ministry')}
        selected={tab}
        onSelect={setTab}
        items={[
          { id: 'standing', label: t('ministry.standing'), content: <Standing see={see} /> },
          { id: 'budget', label: t('ministry.budget'), content: <Budget see={see} /> },
        ]}
      />
    </section>
  );
}
