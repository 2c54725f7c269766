// What becomes of a hidden breach when it comes to light: all parties see it, and its penalty falls (model guide, section 3; ruling 52).
import type { Finding } from '../../model/state.ts';
import type { SeatId } from '../../model/vocabulary.ts';
import type { StepDesk } from '../steps/desk.ts';
import { penalise } from './compliance.ts';
import { partiesOf } from './lifecycle.ts';

/** Uncovers a finding that is not visible yet; `by` are those who found it. Twice in one step is once. */
export function uncover(desk: StepDesk, finding: Finding, by: readonly SeatId[]): void {
  const instrument = desk.state.instruments[finding.instrument];
  if (finding.visible || !instrument || desk.events.some((event) => event.type === 'findingUncovered' && event.data.finding.id === finding.id)) return;
  desk.emit({ type: 'findingUncovered', data: { finding: { ...finding, visible: true }, by: [...by] }, audience: partiesOf(instrument) });
  if (finding.result === 'missed') penalise(desk, finding);
}
