// Small signs of how things stand: badges, meters, progress, and a copy button that works on any origin.
import { Check, Copy } from 'lucide-react';
import { useState, type ReactNode } from 'react';
import { Meter as AriaMeter } from 'react-aria-components';
import { t } from '../locales/text.ts';
import { Button } from './button.tsx';
import { announce } from './announcer.tsx';

export function Badge({ tone = 'plain', children, label }: { tone?: 'plain' | 'count' | 'action' | 'good' | 'caution' | 'crisis' | 'intel'; children: ReactNode; label?: string }) {
  return (
    <span className="badge numeric" data-tone={tone} {...(label === undefined ? {} : { role: 'img', 'aria-label': label })}>
      {children}
    </span>
  );
}

/** A bar with its label; `text` says the value in words. */
export function Meter({ label, value, min = 0, max = 100, text, tone = 'action' }: { label: string; value: number; min?: number; max?: number; text?: string; tone?: 'action' | 'good' | 'caution' | 'crisis' | 'intel' }) {
  return (
    <AriaMeter value={value} minValue={min} maxValue={max} valueLabel={text ?? String(value)} aria-label={label} className="meter" data-tone={tone}>
      {({ percentage, valueText }) => (
        <>
          <div className="meter-label">
            <span>{label}</span>
            <span className="soft numeric">{valueText}</span>
          </div>
          <div className="meter-track">
            <div className="meter-fill" style={{ width: `${percentage}%` }} />
          </div>
        </>
      )}
    </AriaMeter>
  );
}

/** Something is under way and its length is not known. */
export function Progress({ label }: { label: string }) {
  return (
    <div className="progress-line" role="status">
      <span className="spinner" aria-hidden />
      <span>{label}</span>
    </div>
  );
}

/** Copies through a selected text area where the clipboard interface is missing, as on a plain http address in a class room. */
export async function copyText(text: string): Promise<boolean> {
  if (window.isSecureContext && navigator.clipboard) {
    try {
      await navigator.clipboard.writeText(text);
      return true;
    } catch {
      // Permission may be withheld; the older way below often still works.
    }
  }
  const area = document.createElement('textarea');
  area.value = text;
  area.setAttribute('readonly', '');
  area.style.position = 'fixed';
  area.style.opacity = '0';
  document.body.append(area);
  const before = document.activeElement;
  area.select();
  let copied = false;
  try {
    copied = document.execCommand('copy');
  } catch {
    copied = false;
  }
  area.remove();
  if (before instanceof HTMLElement) before.focus();
  return copied;
}

/** `name` says more than the label to those who do not see what stands around it. */
export function CopyButton({ text, label, name, size = 'medium' }: { text: string; label: string; name?: string; size?: 'small' | 'medium' }) {
  const [done, setDone] = useState(false);
  return (
    <Button
      size={size}
      aria-label={name}
      onPress={async () => {
        const copied = await copyText(text);
        announce(copied ? t('copy.done') : t('copy.failed'));
        setDone(copied);
        setTimeout(() => setDone(false), 2500);
      }}
    >
      {done ? <Check size={16} aria-hidden /> : <Copy size={16} aria-hidden />}
      {done ? t('copy.done') : label}
    </Button>
  );
}
