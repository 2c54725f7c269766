// Says aloud what arrives while one looks elsewhere: messages and decisions; and keeps the title of the window.
import { useEffect, useRef } from 'react';
import { announce } from '../design/announcer.tsx';
import { t } from '../locales/text.ts';
import { unreadMessages } from '../panels/messages/threads.ts';
import { waiting } from '../panels/tray/waiting.ts';
import { useStore } from '../store.ts';

/** Runs when a count grows after the first time it was known. */
function useGrowth(count: number, grown: (count: number) => void): void {
  const before = useRef(count);
  useEffect(() => {
    if (count > before.current) grown(count);
    before.current = count;
  });
}

export function useArrivals(): void {
  const unread = useStore(unreadMessages);
  const open = useStore(waiting);
  const title = useStore((state) => state.view?.public.exercise.title ?? null);
  useGrowth(unread, (count) => announce(t('arrivals.messages', { count })));
  useGrowth(open, (count) => announce(t('tray.waiting', { count })));
  useEffect(() => {
    if (title === null) return;
    // The number in front is seen on the tab when another one is open.
    document.title = `${unread + open > 0 ? `(${unread + open}) ` : ''}${title} · ${t('app.name')}`;
    return () => {
      document.title = t('app.name');
    };
  }, [title, unread, open]);
}
