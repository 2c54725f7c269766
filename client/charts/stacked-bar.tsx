// Parts of a whole as one bar with its key; every part is named with its figure beside it.
import type { ReactNode } from 'react';
import './charts.css';

export interface BarPart {
  id: string;
  name: ReactNode;
  value: number;
  text: string;
  tone: 'national' | 'international' | 'duty' | 'free' | 'action' | 'good' | 'caution' | 'crisis' | 'intel' | 'plain';
}

export function StackedBar({ label, parts, total }: { label: string; parts: readonly BarPart[]; total?: number }) {
  const sum = Math.max(1, total ?? parts.reduce((all, { value }) => all + Math.max(0, value), 0));
  return (
    <div className="stacked">
      <div className="stacked-bar" role="img" aria-label={label}>
        {parts.filter(({ value }) => value > 0).map((part) => (
          <span key={part.id} data-tone={part.tone} style={{ width: `${(part.value / sum) * 100}%` }} />
        ))}
      </div>
      <ul className="stacked-key">
        {parts.map((part) => (
          <li key={part.id}>
            <span className="stacked-swatch" data-tone={part.tone} aria-hidden />
            <span className="grow">{part.name}</span>
            <span className="numeric">{part.text}</span>
          </li>
        ))}
      </ul>
    </div>
  );
}
