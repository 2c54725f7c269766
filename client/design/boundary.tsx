// Keeps a fault where it happened: what broke says so and offers to try again, and everything around it goes on. A new `key` starts afresh.
import { Component } from 'react';
import type { ReactNode } from 'react';
import { t } from '../locales/text.ts';
import { Button } from './button.tsx';

export class Boundary extends Component<{ children: ReactNode }, { failed: string | null }> {
  override state = { failed: null as string | null };

  static getDerivedStateFromError(error: unknown): { failed: string } {
    return { failed: error instanceof Error ? error.message : String(error) };
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
