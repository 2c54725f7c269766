// Surfaces that hold content: cards, the panel of a screen region, tabs, and what stands where nothing is yet.
import type { LucideIcon } from 'lucide-react';
import type { ReactNode } from 'react';
import { Tab, TabList, TabPanel, Tabs as AriaTabs, type Key } from 'react-aria-components';
import { Badge } from './feedback.tsx';

export type Tone = 'plain' | 'action' | 'good' | 'caution' | 'crisis' | 'intel';

export function Card({ heading, aside, tone = 'plain', children, label }: { heading?: ReactNode; aside?: ReactNode; tone?: Tone; children: ReactNode; label?: string }) {
  return (
    <article className="card" data-tone={tone} aria-label={label}>
      {heading !== undefined && (
        <div className="card-heading">
          <h3>{heading}</h3>
          {aside}
        </div>
      )}
      <div className="card-body">{children}</div>
    </article>
  );
}

/** A region of the screen: heading, scrolling body, and a foot that stays in sight. */
export function Panel({ heading, lead, aside, foot, children }: { heading: string; lead?: ReactNode; aside?: ReactNode; foot?: ReactNode; children: ReactNode }) {
  return (
    <section className="panel" aria-label={heading}>
      <header className="panel-heading">
        {lead}
        <h2>{heading}</h2>
        {aside}
      </header>
      {/* Reached with the keyboard even where it holds nothing but text, so that it can be scrolled. */}
      <div className="panel-body" tabIndex={0}>
        {children}
      </div>
      {foot !== undefined && <footer className="panel-foot">{foot}</footer>}
    </section>
  );
}

export interface TabItem {
  id: string;
  label: string;
  count?: number;
  content: ReactNode;
}

export function Tabs({ label, items, selected, onSelect }: { label: string; items: TabItem[]; selected?: string; onSelect?: (id: string) => void }) {
  return (
    <AriaTabs className="tabs" selectedKey={selected} onSelectionChange={(key: Key) => onSelect?.(String(key))}>
      <TabList aria-label={label} className="tab-list">
        {items.map((item) => (
          <Tab key={item.id} id={item.id} className="tab">
            {item.label}
            {item.count ? <Badge tone="action">{item.count}</Badge> : null}
          </Tab>
        ))}
      </TabList>
      {items.map((item) => (
        <TabPanel key={item.id} id={item.id} className="tab-panel">
          {item.content}
        </TabPanel>
      ))}
    </AriaTabs>
  );
}

/** Says what would stand here and what to do to get it. */
export function EmptyState({ icon: Icon, title, children, action }: { icon?: LucideIcon; title: string; children?: ReactNode; action?: ReactNode }) {
  return (
    <div className="empty">
      {Icon && <Icon size={28} aria-hidden />}
      <strong>{title}</strong>
      {children !== undefined && <p>{children}</p>}
      {action}
    </div>
  );
}

/** A longer text of the scenario, a paragraph per line of it. Text is never markup. */
export function Paragraphs({ text }: { text: string }) {
  return (
    <div className="paragraphs">
      {text.split(/\n+/).filter((line) => line.trim() !== '').map((line, index) => <p key={index} className="document-text">{line}</p>)}
    </div>
  );
}

/** Labels with their values, a row each; nothing where there are none. */
export function Facts({ rows }: { rows: readonly { label: string; value: ReactNode }[] }) {
  if (rows.length === 0) return null;
  return (
    <dl className="facts">
      {rows.map(({ label, value }) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}
