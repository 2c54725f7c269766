// At the lock every invitation still open is closed: accepted if it goes ahead, expired if nobody answered (ruling 24).
import { takesPart } from '../consent.ts';
import type { StepDesk } from './desk.ts';

export function closeInvitations(desk: StepDesk): void {
  for (const invitation of Object.values(desk.state.invitations)) {
    if (invitation.status !== 'open') continue;
    const refused = invitation.to.some((seat) => invitation.answers[seat] === 'refused');
    const status = takesPart(invitation, invitation.from) ? 'accepted' : refused ? 'refused' : 'expired';
    desk.emit({ type: 'invitationClosed', data: { invitation: invitation.id, status, by: null }, audience: [invitation.from, ...invitation.to] });
  }
}
