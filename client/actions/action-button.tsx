// A button that opens the form of one action, where the thing at hand has already answered what it can.
import { useState, type ReactNode } from 'react';
import { ACTIONS } from '../../shared/rules/actions/catalogue.ts';
import { Button, Dialog, type ButtonProps } from '../design/index.ts';
import { tOr } from '../locales/text.ts';
import { useReadOnly, useSight } from '../store.ts';
import { ActionForm } from './action-form.tsx';
import { availabilityOf } from './availability.ts';
import type { Values } from './parameters.ts';

/** Nothing is shown to those who only watch, nor where the scenario has no such action yet. */
export function ActionButton({ code, given, preset, title, kind, size = 'small', children }: { code: string; given?: Values; preset?: Values; title?: string; kind?: ButtonProps['kind']; size?: ButtonProps['size']; children: ReactNode }) {
  const see = useSight();
  const readOnly = useReadOnly();
  const [open, setOpen] = useState(false);
  const close = () => setOpen(false);
  if (!see || readOnly) return null;
  const available = availabilityOf(see, ACTIONS[code]!);
  if (available.kind === 'locked') return null;
  return (
    <>
      <Button kind={kind} size={size} isDisabled={available.kind !== 'open'} onPress={() => setOpen(true)}>
        {children}
      </Button>
      <Dialog open={open} onClose={close} title={title ?? tOr(`action.${code}`, code)}>
        <ActionForm code={code} given={given} preset={preset} onDone={close} onCancel={close} />
      </Dialog>
    </>
  );
}
