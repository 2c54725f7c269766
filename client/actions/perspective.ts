// A joint act as one of its parties sees it: what the inviter calls its partner is, for the guest, the inviter.
import type { SeatId } from '../../shared/model/vocabulary.ts';
import type { InvitationView } from '../../shared/view/view.ts';

type Params = Record<string, unknown>;

/** Parameters that speak of the inviter and turn round for its guest. */
const TURNED: Record<string, (value: unknown) => unknown> = {
  role: (value) => (value === 'take' ? 'give' : 'take'),
};

export function seenBy(self: SeatId, { from, to, params }: Pick<InvitationView, 'from' | 'to' | 'params'>): Params {
  if (from === self) return params;
  return Object.fromEntries(Object.entries(params).map(([name, value]) => {
    if (name === 'partner') return [name, from];
    if (name === 'partners') return [name, [from, ...to.filter((seat) => seat !== self)]];
    return [name, TURNED[name]?.(value) ?? value];
  }));
}
