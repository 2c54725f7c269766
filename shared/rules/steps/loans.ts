// Lent packages go home when their time is over (model guide, section 3, action 19).
import type { StepDesk } from './desk.ts';

export function returnLoans(desk: StepDesk): void {
  for (const { id, from, to, domain, until } of desk.state.loans) {
    if (until < desk.state.turn) desk.emit({ type: 'packageReturned', data: { loan: id, from, to, domain }, audience: [from, to].sort() });
  }
}
