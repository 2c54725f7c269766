// motion, mandate, admit, expel: what happens in an organisation.
import { motionTabled } from '../tabling.ts';
import type { Effect } from './effect.ts';

export const motion: Effect<'motion'> = {
  kind: 'motion',
  about: 'Tables a motion in an organisation, in the name of a member or of its secretariat. Left out if that member is not in play.',
  example: 'motion: { organisation: committee, kind: mandate, params: { crisis: karsa }, by: NIH }',
  run(desk, { organisation, kind, params, by }, { inject }) {
    if (by !== undefined && !desk.state.organisations[organisation]!.members.includes(by)) return;
    const id = desk.id('motion', inject, organisation, kind, JSON.stringify(params));
    for (const event of motionTabled(desk.state, { id, organisation, kind, params, by: by ?? 'control' })) desk.emit(event);
  },
};

export const mandate: Effect<'mandate'> = {
  kind: 'mandate',
  about: 'The organisation has mandated a mission in a crisis, at once and without a vote.',
  example: 'mandate: { organisation: committee, crisis: karsa }',
  run(desk, { organisation, crisis }) {
    if (!desk.state.organisations[organisation]!.mandates.some((one) => one.crisis === crisis)) desk.emit({ type: 'mandateGiven', data: { organisation, crisis }, audience: 'all' });
  },
};

export const admit: Effect<'admit'> = {
  kind: 'admit',
  about: 'Makes a seat a member of an organisation.',
  example: 'admit: { organisation: committee, seat: HAN }',
  run(desk, { organisation, seat }) {
    const { seatIds, organisations } = desk.state;
    if (seatIds.includes(seat) && !organisations[organisation]!.members.includes(seat)) desk.emit({ type: 'membershipChanged', data: { organisation, seat, role: 'member', expelled: false }, audience: 'all' });
  },
};

export const expel: Effect<'expel'> = {
  kind: 'expel',
  about: 'Ends a membership by expulsion.',
  example: 'expel: { organisation: committee, seat: HAN }',
  run(desk, { organisation, seat }) {
    if (desk.state.organisations[organisation]!.members.includes(seat)) desk.emit({ type: 'membershipChanged', data: { organisation, seat, role: null, expelled: true }, audience: 'all' });
  },
};
