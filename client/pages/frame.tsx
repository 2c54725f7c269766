// The frame of the pages outside an exercise: a narrow navy bar and a column of content.
import type { ReactNode } from 'react';
import { Link } from '../design/index.ts';
import { t } from '../locales/text.ts';
import { Brand } from '../shell/top-bar.tsx';
import '../shell/shell.css';
import './pages.css';

export function Frame({ children, aside, wide = false }: { children: ReactNode; aside?: ReactNode; wide?: boolean | 'full' }) {
  return (
    <div className="frame">
      <header className="bar on-navy">
        <Link to="/" className="brand-link" label={t('bar.home')}>
          <span className="brand-always"><Brand /></span>
        </Link>
        <span className="exercise-word">{t('word.exercise')}</span>
        <span className="grow" />
        {aside}
      </header>
      <main className="frame-main" data-wide={wide}>
        {children}
      </main>
    </div>
  );
}
