// What concerns one seat, so that what is made of it stands when something of others changes: texts it is a party to, invitations it sent or was sent.
import type { Instrument, Invitation } from '../model/state.ts';
import { ingredient, listed } from '../view/keep.ts';

export const textsOf = ingredient((state, seat): Instrument[] => listed(state.instruments).filter(({ parties }) => parties.includes(seat)));

export const invitationsOf = ingredient((state, seat): Invitation[] => listed(state.invitations).filter(({ from, to }) => from === seat || to.includes(seat)));
