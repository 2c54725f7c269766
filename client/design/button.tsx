// Buttons, with text and with an icon alone, and a link that looks like one.
import type { ReactNode } from 'react';
import { Button as AriaButton, type ButtonProps as AriaButtonProps } from 'react-aria-components';
import { navigate } from '../router.ts';
import { Tooltip } from './tooltip.tsx';

export interface ButtonProps extends AriaButtonProps {
  kind?: 'primary' | 'secondary' | 'quiet' | 'danger' | 'navy';
  size?: 'small' | 'medium' | 'large';
}

export function Button({ kind = 'secondary', size = 'medium', className, ...props }: ButtonProps) {
  return <AriaButton {...props} className={`button ${typeof className === 'string' ? className : ''}`} data-kind={kind} data-size={size} />;
}

/** An icon alone: the label is its name and its tooltip. */
export function IconButton({ label, children, ...props }: Omit<AriaButtonProps, 'children' | 'className'> & { label: string; children: ReactNode }) {
  return (
    <Tooltip text={label}>
      <AriaButton {...props} aria-label={label} className="icon-button">
        {children}
      </AriaButton>
    </Tooltip>
  );
}

/** A link inside the page: changes the address without loading it again. */
export function Link({ to, children, className, label }: { to: string; children: ReactNode; className?: string; label?: string }) {
  return (
    <a
      href={to}
      className={className}
      aria-label={label}
      onClick={(event) => {
        if (event.metaKey || event.ctrlKey || event.shiftKey || event.button !== 0) return;
        event.preventDefault();
        navigate(to);
      }}
    >
      {children}
    </a>
  );
}
