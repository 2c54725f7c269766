// A number of the exercise in words first, the number beside it, and its “why?”.
import type { ReactNode } from 'react';
import { wordFor, type Scale } from '../words.ts';
import { WhyButton } from './why/why-button.tsx';

export function Figure({ label, value, scale, path, note }: { label: ReactNode; value: number; scale?: Scale; path?: string; note?: ReactNode }) {
  return (
    <div className="figure-line">
      <dt>{label}</dt>
      <dd>
        {scale && <span className="figure-word">{wordFor(scale, value)}</span>}
        <span className={`numeric ${scale ? 'soft' : ''}`}>{value}</span>
        {note}
        {path && <WhyButton path={path} />}
      </dd>
    </div>
  );
}
