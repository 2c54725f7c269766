// Naming the cause of a threat, alone or together: what comes of being right or wrong (model guide, section 3, action 30; ruling 75).
import { path } from '../../model/fields.ts';
import type { Audience, HypothesisId, SeatId, ThreatId } from '../../model/vocabulary.ts';
import { blame } from '../steps/blame.ts';
import type { StepDesk } from '../steps/desk.ts';
import { loss } from '../trust.ts';

export interface Naming {
  threat: ThreatId;
  claim: HypothesisId;
  accused: SeatId | null;
  /** Everybody, or those who are told in confidence, the authors among them. */
  audience: Audience;
}

/** One outcome for all who name it: a right claim calms the crises once, a wrong one costs each of them. */
export function attribute(desk: StepDesk, seats: readonly SeatId[], { threat, claim, accused, audience }: Naming): void {
  const { state } = desk;
  const open = audience === 'all';
  const { truth } = state.threats[threat]!;
  const right = claim === truth && (accused === null || accused === state.scenario.threats[threat]!.hypotheses[truth]!.sponsor);
  for (const seat of seats) {
    desk.emit({ type: 'attributionMade', data: { seat, threat, claim, accused, public: open }, audience });
    desk.emit({ type: 'attributionJudged', data: { seat, threat, claim, accused, right, public: open }, audience });
  }
  // What was said in confidence stays so in the numbers that everybody sees.
  const reason = { cause: 'ATTRIBUTE', with: threat, sees: audience };
  if (right) {
    // Said by many in one voice it is still said once: the crisis eases the first time.
    const publicly = [...state.attributions, ...desk.events.flatMap(({ type, data }) => (type === 'attributionJudged' && !seats.includes(data.seat) ? [data] : []))];
    const news = open && !publicly.some((one) => one.threat === threat && one.right && one.public);
    if (news) for (const crisis of Object.values(state.crises)) if (crisis.open && state.scenario.crises[crisis.id]!.threat === threat) desk.add(path.severity(crisis.id), -5, { name: 'attribution', ...reason });
    return;
  }
  const told = state.seatIds.filter((seat) => !seats.includes(seat) && (open || audience.includes(seat)));
  for (const seat of seats) {
    desk.add(path.seat(seat, 'politicalCapital'), -8, { name: 'wrongAttribution', ...reason });
    blame(desk, seat, 5, { name: 'wrongAttribution', ...reason });
    for (const other of told) loss(desk, other, seat, other === accused ? 20 : 5, { name: 'wrongAttribution', ...reason });
    if (accused) desk.add(path.grievance(seat, accused), 8, { name: 'wrongAttribution', ...reason });
  }
  if (accused && open) desk.emit({ type: 'pressureLaid', data: { value: 3, region: null, name: 'wrongAttribution', by: seats[0]! }, audience: 'control' });
}
