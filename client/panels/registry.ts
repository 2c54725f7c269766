// The panels of a seat, in the order of the rail: one row each.
import { Building2, ClipboardList, FileText, Flag, History, Inbox, Landmark, MessagesSquare, Network, Radar, ScrollText, UsersRound, type LucideIcon } from 'lucide-react';
import { lazy, type ComponentType, type LazyExoticComponent } from 'react';
import { awaitedTexts } from '../../shared/view/waiting.ts';
import type { TextKey } from '../locales/text.ts';
import { sightOf, type Selection, type StoreState } from '../store.ts';
import { standingOf, waitingInTeam } from '../team/standing.ts';
import { openMotions } from './organisations/standing.ts';
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
  /** Where it has nothing to show it is not offered. */
  offered?: (state: StoreState) => boolean;
}

const none = () => 0;

function unsigned(state: StoreState): number {
  const sight = sightOf(state);
  return sight && sight.public.exercise.status !== 'debrief' ? awaitedTexts(sight).length : 0;
}

export const PANELS: PanelEntry[] = [
  { id: 'tray', label: 'panel.tray', icon: Inbox, component: lazy(() => import('./tray/tray-panel.tsx')), badge: waiting, seatOnly: true },
  { id: 'team', label: 'panel.team', icon: UsersRound, component: lazy(() => import('./team/team-panel.tsx')), badge: waitingInTeam, seatOnly: true, offered: (state) => standingOf(state) !== null },
  { id: 'brief', label: 'panel.brief', icon: FileText, component: lazy(() => import('./brief/brief-panel.tsx')), badge: none, seatOnly: false },
  { id: 'messages', label: 'panel.messages', icon: MessagesSquare, component: lazy(() => import('./messages/messages-panel.tsx')), badge: unreadMessages, seatOnly: true, opensFor: ['thread'] },
  { id: 'detail', label: 'panel.detail', icon: Flag, component: lazy(() => import('./detail/detail-panel.tsx')), badge: none, seatOnly: false, opensFor: ['seat', 'region', 'crisis'] },
  { id: 'instruments', label: 'panel.instruments', icon: ScrollText, component: lazy(() => import('./instruments/instruments-panel.tsx')), badge: unsigned, seatOnly: false, opensFor: ['instrument'] },
  { id: 'organisations', label: 'panel.organisations', icon: Building2, component: lazy(() => import('./organisations/organisations-panel.tsx')), badge: openMotions, seatOnly: false },
  { id: 'intelligence', label: 'panel.intelligence', icon: Radar, component: lazy(() => import('./intelligence/intelligence-panel.tsx')), badge: none, seatOnly: true, opensFor: ['threat', 'report'] },
  { id: 'orders', label: 'panel.orders', icon: ClipboardList, component: lazy(() => import('./orders/orders-panel.tsx')), badge: none, seatOnly: true },
  { id: 'ministry', label: 'panel.ministry', icon: Landmark, component: lazy(() => import('./ministry/ministry-panel.tsx')), badge: none, seatOnly: true },
  { id: 'relations', label: 'panel.relations', icon: Network, component: lazy(() => import('./relations/relations-panel.tsx')), badge: none, seatOnly: true },
  { id: 'review', label: 'panel.review', icon: History, component: lazy(() => import('./review/review-panel.tsx')), badge: none, seatOnly: false },
];
