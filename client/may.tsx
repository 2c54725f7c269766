// What the person who looks may ask for and see, from the table of roles: a button they may not use is not there.
import type { ReactNode } from 'react';
import type { Command } from '../shared/model/commands.ts';
import { POWERS, mayAsk, seesAll } from '../shared/model/roles.ts';
import type { Powers } from '../shared/model/roles.ts';
import { useStore, type StoreState } from './store.ts';

export const useMay = (command: Command['type']): boolean => useStore((state) => mayAsk(state.role, command));

/** Shows what it holds to those alone who may ask for the command; `otherwise` to all others. */
export function May({ ask, children, otherwise = null }: { ask: Command['type']; children: ReactNode; otherwise?: ReactNode }) {
  return useMay(ask) ? children : otherwise;
}

export const usePower = <K extends keyof Powers>(power: K): Powers[K] => useStore((state) => POWERS[state.role][power]);

/** Sees every ministry's screen and what exercise control sees besides. */
export const seesEverything = ({ session }: Pick<StoreState, 'session'>): boolean => session !== null && seesAll(session);

/** May invite staff and take their links back. */
export const useInvitesStaff = (): boolean => useStore(({ session }) => session !== null && POWERS[session.role].invitesStaff && session.link === undefined);
