// Keeps a fault where it happened: what broke says so and offers to try again, and everything around it goes on.
import { Component } from 'react';
import type { ReactNode } from 'react';
import { t } from '../locales/text.ts';
import { Button } from './button.tsx';

interface Props {
  /** A new one starts afresh: the panel that is open, for example. */
  name: string;
  children: ReactNode;
}

export class Boundary extends Component<Props, { failed: string | null }> {
  override state = { failed: null as string | null };

  static getDerivedStateFromError(error: unknown): { failed: string } {
    return { failed: error instanceof Error ? error.message : String(error) };
  }

  override componentDidUpdate(before: Props): void {
    if (before.name !== this.props.name && this.state.failed !== null) this.setState({ failed: null });
  }

  override render(): ReactNode {
    if (this.state.failed === null) return this.props.children;
    return (
      <div className="panel-body" role="alert">
        <p><strong>{t('fault.title')}</strong></p>
        <p>{t('fault.text')}</p>
        <p className="soft">{this.state.failed}</p>
        <Button onPress={() => this.setState({ failed: null })}>{t('fault.again')}</Button>
      </div>
    );
  }
}
