// The panels of a seat, in the order of the rail: one row each.
import { FileText, Inbox, MessagesSquare, type LucideIcon } from 'lucide-react';
import { lazy, type ComponentType, type LazyExoticComponent } from 'react';
import type { TextKey } from '../locales/text.ts';
import type { Selection, StoreState } from '../store.ts';
import { waiting } from './tray/waiting.ts';
import { unreadMessages } from './messages/threads.ts';

export interface PanelEntry {
  id: string;
  label: TextKey;
  icon: LucideIcon;
  component: LazyExoticComponent<ComponentType>;
  /** How much waits there; nothing is shown for 0. */
  badge: (state: StoreState) => number;
  /** Needs the slice of a seat: not offered to observers. */
  seatOnly: boolean;
  /** Selecting one of these, on the map or elsewhere, opens this panel. */
  opensFor?: readonly Selection['kind'][];
}

const none = () => 0;

export const PANELS: PanelEntry[] = [
  { id: 'tray', label: 'panel.tray', icon: Inbox, component: lazy(() => import('./tray/tray-panel.tsx')), badge: waiting, seatOnly: true },
  { id: 'brief', label: 'panel.brief', icon: FileText, component: lazy(() => import('./brief/brief-panel.tsx')), badge: none, seatOnly: false },
  { id: 'messages', label: 'panel.messages', icon: MessagesSquare, component: lazy(() => import('./messages/messages-panel.tsx')), badge: unreadMessages, seatOnly: true, opensFor: ['thread'] },
];
