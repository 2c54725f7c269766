// Before the start: who is here, or the list of injects, which can be prepared before anybody has come.
import { ArrowLeft, ListChecks } from 'lucide-react';
import { useState, type ReactNode } from 'react';
import { Button } from '../design/index.ts';
import { t } from '../locales/text.ts';
import { May } from '../may.tsx';
import { UndoButton } from './control-bar.tsx';
import { Injects } from './injects.tsx';

/** `children`: who is here. */
export function BeforeStart({ children }: { children: ReactNode }) {
  const [preparing, setPreparing] = useState(false);
  return (
    <>
      <div className="control-bar">
        <Button onPress={() => setPreparing(!preparing)}>
          {preparing ? <ArrowLeft size={17} aria-hidden /> : <ListChecks size={17} aria-hidden />} {t(preparing ? 'prepare.back' : 'prepare.open')}
        </Button>
        <span className="grow">{preparing && <span className="small soft">{t('prepare.text')}</span>}</span>
        <May ask="undoAct"><UndoButton /></May>
      </div>
      {preparing ? <section className="prepare"><Injects /></section> : children}
    </>
  );
}
