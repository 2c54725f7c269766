// The one polite live region of the page, and the notices that pass by above the bottom strip.
import { X } from 'lucide-react';
import { useSyncExternalStore } from 'react';
import { t } from '../locales/text.ts';
import { IconButton } from './button.tsx';

interface Notice {
  id: number;
  text: string;
  tone: 'plain' | 'refusal';
}

let spoken = '';
let notices: Notice[] = [];
let next = 1;
const listeners = new Set<() => void>();
const changed = () => listeners.forEach((listener) => listener());
const subscribe = (listener: () => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};

/** Says something to screen readers, without anything to be seen. */
export function announce(text: string): void {
  // A repeated sentence is spoken again only if its text differs.
  spoken = spoken === text ? `${text}\u00a0` : text;
  changed();
}

/** Shows a passing notice and says it. A refusal stays longer. */
export function notify(text: string, tone: Notice['tone'] = 'plain'): void {
  const notice = { id: next++, text, tone };
  notices = [...notices.slice(-2), notice];
  announce(text);
  setTimeout(() => dismiss(notice.id), tone === 'refusal' ? 12_000 : 5_000);
}

function dismiss(id: number): void {
  notices = notices.filter((notice) => notice.id !== id);
  changed();
}

/** Stands once at the root of the page. */
export function Announcer() {
  const text = useSyncExternalStore(subscribe, () => spoken);
  const shown = useSyncExternalStore(subscribe, () => notices);
  return (
    <>
      <div className="visually-hidden" role="status" aria-live="polite">
        {text}
      </div>
      <div className="toasts" role="region" aria-label={t('notice.region')}>
        {shown.map((notice) => (
          <div key={notice.id} className="toast" data-tone={notice.tone}>
            <p>{notice.text}</p>
            <IconButton label={t('notice.dismiss')} onPress={() => dismiss(notice.id)}>
              <X size={18} aria-hidden />
            </IconButton>
          </div>
        ))}
      </div>
    </>
  );
}
