// What the ministry knows: for each threat how likely each cause is, opened into the reports behind it, and the warnings.
import { ChevronDown, Radar, TriangleAlert } from 'lucide-react';
import { useState } from 'react';
import { Button as AriaButton, Disclosure, DisclosurePanel, Heading } from 'react-aria-components';
import type { Sight, ThreatView } from '../../../shared/view/view.ts';
import { ActionMenu } from '../../actions/action-menu.tsx';
import { Badge, EmptyState, Panel, Tabs } from '../../design/index.ts';
import { list, t, tOr } from '../../locales/text.ts';
import { useSight, useStore } from '../../store.ts';
import { likelihood, placeName } from '../../words.ts';
import { ReportCard } from './report-card.tsx';
import { ranked, weigh } from './weighing.ts';
import '../detail/detail.css';
import './intelligence.css';

function Hypothesis({ see, threat, id }: { see: Sight; threat: ThreatView; id: string }) {
  const hypothesis = threat.hypotheses.find((candidate) => candidate.id === id)!;
  const weighed = weigh(see.own.beliefs[threat.id]!, Object.values(see.own.reports), id);
  return (
    <Disclosure className="belief">
      <Heading level={4}>
        <AriaButton slot="trigger" className="belief-button">
          <span className="belief-line">
            <span className="grow">{hypothesis.name}</span>
            <span className="numeric">
              <strong>{t('intel.percent', { percent: weighed.percent })}</strong> <span className="soft">{likelihood(weighed.percent)}</span>
            </span>
            <ChevronDown size={16} aria-hidden className="belief-chevron" />
          </span>
          <span className="meter-track belief-track">
            <span className="meter-fill" style={{ width: `${weighed.percent}%` }} />
          </span>
          <span className="soft small">{t('intel.behind', { count: weighed.pushes.length })}</span>
        </AriaButton>
      </Heading>
      <DisclosurePanel className="belief-panel">
        <div className="stack">
          <p className="soft small">{hypothesis.text}</p>
          <p className="small">{t('intel.callsFor', { domains: list(hypothesis.domains.map((domain) => tOr(`domain.${domain}`, domain))) })}</p>
          {weighed.pushes.map((push) => <ReportCard key={push.report.id} report={push.report} see={see} part={push} />)}
          {weighed.pushes.length === 0 && <p className="soft">{t('intel.noReports')}</p>}
          {weighed.pushes.length > 0 && weighed.rest > 0 && <p className="soft small">{t('intel.rest', { rest: weighed.rest })}</p>}
        </div>
      </DisclosurePanel>
    </Disclosure>
  );
}

function Threat({ see, threat }: { see: Sight; threat: ThreatView }) {
  const belief = see.own.beliefs[threat.id];
  const warning = see.own.warnings[threat.id];
  return (
    <section className="stack threat" aria-label={threat.name}>
      <h3>{threat.name}</h3>
      {warning && (
        <p className="notice" data-tone="crisis">
          <TriangleAlert size={18} aria-hidden /> {t('intel.warning', { type: tOr(`threatEvent.${warning.type}`, warning.type), turn: warning.turn, place: placeName(see.public, warning.region) })}
        </p>
      )}
      {belief && ranked(belief, threat.hypotheses).map((id) => <Hypothesis key={id} see={see} threat={threat} id={id} />)}
      <ActionMenu target={{ thing: 'threat', id: threat.id }} heading={null} />
    </section>
  );
}

function Reports({ see, selected }: { see: Sight; selected: string | null }) {
  const reports = Object.values(see.own.reports).sort((a, b) => b.turn - a.turn || b.evidence - a.evidence);
  if (reports.length === 0) return <EmptyState icon={Radar} title={t('intel.empty')}>{t('intel.emptyText')}</EmptyState>;
  const shown = selected !== null && see.own.reports[selected] ? [see.own.reports[selected], ...reports.filter(({ id }) => id !== selected)] : reports;
  return <div className="stack">{shown.map((report) => <ReportCard key={report.id} report={report} see={see} />)}</div>;
}

function Sources({ see }: { see: Sight }) {
  return (
    <ul className="plain-list">
      {see.own.ministry.sources.map((source) => (
        <li key={source.id} className="row">
          <Badge tone="intel">{source.reliability}</Badge>
          <span className="grow">
            {source.id} <span className="soft small">{see.public.threats[source.threat]?.name}</span>
          </span>
          <span className="small">{source.burned ? t('intel.burned') : tOr(`reliability.${source.reliability}`, '')}</span>
        </li>
      ))}
    </ul>
  );
}

export default function IntelligencePanel() {
  const see = useSight();
  const selection = useStore((state) => (state.selection?.kind === 'report' || state.selection?.kind === 'threat' ? state.selection : null));
  const [tab, setTab] = useState<string>(selection?.kind === 'report' ? 'reports' : 'beliefs');
  const [shownFor, setShownFor] = useState(selection);
  if (selection !== shownFor) {
    setShownFor(selection);
    if (selection) setTab(selection.kind === 'report' ? 'reports' : 'beliefs');
  }
  if (!see) return <Panel heading={t('panel.intelligence')}>{null}</Panel>;
  const threats = Object.values(see.public.threats);
  const first = selection?.kind === 'threat' ? threats.find(({ id }) => id === selection.id) : undefined;
  const ordered = first ? [first, ...threats.filter((threat) => threat !== first)] : threats;
  const beliefs = ordered.length === 0 ? <EmptyState icon={Radar} title={t('intel.noThreat')}>{t('intel.noThreatText')}</EmptyState> : <div className="stack-loose">{ordered.map((threat) => <Threat key={threat.id} see={see} threat={threat} />)}</div>;
  return (
    <section className="panel intelligence" aria-label={t('panel.intelligence')}>
      <header className="panel-heading">
        <h2>{t('panel.intelligence')}</h2>
      </header>
      <Tabs
        label={t('panel.intelligence')}
        selected={tab}
        onSelect={setTab}
        items={[
          { id: 'beliefs', label: t('intel.tab.beliefs'), content: beliefs },
          { id: 'reports', label: t('intel.tab.reports'), count: Object.keys(see.own.reports).length, content: <Reports see={see} selected={selection?.kind === 'report' ? selection.id : null} /> },
          { id: 'sources', label: t('intel.tab.sources'), content: <Sources see={see} /> },
        ]}
      />
    </section>
  );
}
