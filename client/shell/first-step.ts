// Where the button of a seat's first step leads.
import type { FirstStep } from '../../shared/scenario/schema.ts';
import { openPanel, select } from '../store.ts';

/** What is selected with it; opening a thing brings up its panel. */
const SELECTS: Partial<Record<FirstStep['opens'], (seat: string) => void>> = {
  messages: (seat) => select({ kind: 'thread', seats: [seat] }),
  country: (seat) => select({ kind: 'seat', id: seat }),
};

/** Panels by another name than the scenario's word. */
const PANEL: Partial<Record<FirstStep['opens'], string>> = { country: 'detail' };

export function takeFirstStep({ opens, seat }: FirstStep): void {
  select(null);
  openPanel(PANEL[opens] ?? opens);
  if (seat) SELECTS[opens]?.(seat);
}
