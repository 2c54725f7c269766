// A sentence about a number that opens the number's ledger beneath itself.
import { Button as AriaButton, Disclosure, DisclosurePanel } from 'react-aria-components';
import type { PublicView } from '../../../shared/view/view.ts';
import type { SeenEvent } from '../../../shared/wire/messages.ts';
import { t } from '../../locales/text.ts';
import { LedgerTable } from './ledger.tsx';
import { changesIn, ledgerOf } from './paths.ts';

/** `events`: of the turn in which the number moved. Without a ledger it is a sentence and no more. */
export function Explained({ text, path, events, turn, view }: { text: string; path: string | null; events: readonly SeenEvent[]; turn: number; view: PublicView }) {
  const ledger = path === null ? null : ledgerOf(path, changesIn(events));
  if (!ledger) return <p>{text}</p>;
  return (
    <Disclosure>
      <AriaButton slot="trigger" className="sentence-button">
        <span className="grow">{text}</span>
        <span className="why-word">{t('why.short')}</span>
      </AriaButton>
      <DisclosurePanel>
        <LedgerTable ledger={ledger} turn={turn} view={view} />
      </DisclosurePanel>
    </Disclosure>
  );
}
