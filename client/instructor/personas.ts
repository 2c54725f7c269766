// In whose name exercise control may speak: whoever the scenario lets write, and whoever has been spoken for already.
import { useMemo } from 'react';
import type { ControlSlice, PublicView } from '../../shared/view/view.ts';
import { t } from '../locales/text.ts';
import { useStore } from '../store.ts';

export function personasOf({ msel, messages }: Pick<ControlSlice, 'msel' | 'messages'>, headlines: PublicView['headlines']): string[] {
  const senders = Object.values(msel).map(({ from }) => from);
  const spoken = Object.values(messages).flatMap(({ persona }) => persona ?? []);
  const outlets = Object.values(headlines).map(({ outlet }) => outlet);
  const control = t('word.control');
  return [control, ...[...new Set([...spoken, ...outlets, ...senders])].filter((name) => name !== control).sort()];
}

export function usePersonas(): string[] {
  const msel = useStore(({ view }) => view?.control?.msel);
  const messages = useStore(({ view }) => view?.control?.messages);
  const headlines = useStore(({ view }) => view?.public.headlines);
  return useMemo(() => (msel && messages && headlines ? personasOf({ msel, messages }, headlines) : []), [msel, messages, headlines]);
}
