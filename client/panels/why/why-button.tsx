// The small “why?” beside a number: opens the ledger of the turn that last moved it.
import { ChevronLeft, ChevronRight } from 'lucide-react';
import { useState } from 'react';
import { Button as AriaButton, Dialog, DialogTrigger, Popover } from 'react-aria-components';
import { IconButton, Progress } from '../../design/index.ts';
import { t } from '../../locales/text.ts';
import { useStore } from '../../store.ts';
import { LedgerTable } from './ledger.tsx';
import { changesIn, ledgerOf, numberName } from './paths.ts';
import { useHistory, useLastResolved } from './use-changes.ts';
import './why.css';

function Content({ path, from }: { path: string; from: number }) {
  const view = useStore((state) => state.view?.public ?? null);
  const newest = view?.exercise.turn ?? from;
  const [turn, setTurn] = useState(from);
  const asked = useHistory(turn);
  if (!view) return null;
  const ledger = asked.state === 'here' ? ledgerOf(path, changesIn(asked.events)) : null;
  return (
    <>
      <div className="why-head">
        <h3>{numberName(path, view)}</h3>
        <div className="row">
          <IconButton label={t('why.turn', { turn: turn - 1 })} isDisabled={turn <= 1} onPress={() => setTurn(turn - 1)}>
            <ChevronLeft size={16} aria-hidden />
          </IconButton>
          <span className="small soft numeric">{t('why.turn', { turn })}</span>
          <IconButton label={t('why.turn', { turn: turn + 1 })} isDisabled={turn >= newest} onPress={() => setTurn(turn + 1)}>
            <ChevronRight size={16} aria-hidden />
          </IconButton>
        </div>
      </div>
      {asked.state === 'loading' && <Progress label={t('why.loading')} />}
      {asked.state === 'failed' && <p className="field-error">{t('why.failed')}</p>}
      {asked.state === 'here' && (ledger ? <LedgerTable ledger={ledger} turn={turn} view={view} /> : <p className="soft">{t('why.none', { turn })}</p>)}
    </>
  );
}

export function WhyButton({ path, turn }: { path: string; turn?: number }) {
  const name = useStore((state) => (state.view ? numberName(path, state.view.public) : ''));
  const last = useLastResolved();
  return (
    <DialogTrigger>
      <AriaButton className="why-button" aria-label={t('why.button', { number: name })}>
        {t('why.short')}
      </AriaButton>
      <Popover className="why-popover" placement="bottom end">
        <Dialog aria-label={t('why.button', { number: name })} className="why-dialog">
          <Content path={path} from={turn ?? last} />
        </Dialog>
      </Popover>
    </DialogTrigger>
  );
}
