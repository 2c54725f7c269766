// Resolution step 10: every clause in force is judged for every party, and what was visibly missed costs trust and standing (rulings 50-53).
import { path } from '../../model/fields.ts';
import type { Event, NewEvent } from '../../model/events.ts';
import type { Finding, State } from '../../model/state.ts';
import type { FindingResult, SeatId } from '../../model/vocabulary.ts';
import type { StepDesk } from '../steps/desk.ts';
import { loss } from '../trust.ts';
import { CLAUSES } from '../clauses/catalogue.ts';
import { visibleAtOnce } from '../clauses/clause.ts';
import { bindingVersion, bindingness } from './binding.ts';
import { TRUST_LOST, partiesOf, publicOf } from './lifecycle.ts';
import { dutyCases } from './obligations.ts';

/** A crisis that hits a ministry this hard excuses what it could not do (model guide, section 3: S·x ≥ 6000); so does an inject that declares it. */
export function forceMajeure(state: State, seat: SeatId): boolean {
  if ((state.excused[seat] ?? 0) >= state.turn) return true;
  const { exposure } = state.seats[seat]!;
  return Object.values(state.crises).some(({ id, open, severity }) => open && severity * (exposure[id] ?? 0) >= state.parameters.forceMajeure);
}

/** Lays down a finding for each duty that was due or done, and the penalty of each that was visibly missed. */
export function judgeCompliance(desk: StepDesk, events: readonly (Event | NewEvent)[]): void {
  for (const { kind, duty } of dutyCases(desk.state)) {
    const judged = kind.comply?.({ ...duty, events }) ?? 'notDue';
    const result: FindingResult = judged === 'missed' && forceMajeure(desk.state, duty.seat) ? 'excused' : judged;
    if (result === 'notDue') continue;
    const { instrument, clause, seat, turn } = duty;
    const visible = visibleAtOnce(kind, duty.params);
    const finding: Finding = {
      id: desk.id('finding', instrument.id, String(clause), seat),
      turn, instrument: instrument.id, clause, kind: kind.kind, seat, result, visible,
      injured: instrument.parties.filter((party) => party !== seat),
    };
    desk.emit({ type: 'obligationFound', data: { finding }, audience: visible ? partiesOf(instrument) : 'control' });
    if (result === 'missed' && visible) penalise(desk, finding);
  }
}

/** Each other party trusts the breacher 4b less, and the breacher loses b of its political capital, per finding; a norm has numbers of its own (ruling 53). */
export function penalise(desk: StepDesk, finding: Finding): void {
  const instrument = desk.state.instruments[finding.instrument]!;
  const b = bindingness(bindingVersion(instrument)!);
  const { trust, capital, opinion } = CLAUSES[finding.kind]?.penalty ?? { trust: TRUST_LOST * b, capital: b, opinion: 0 };
  const reason = { name: 'breach', cause: finding.instrument, with: finding.kind };
  for (const party of finding.injured) loss(desk, party, finding.seat, trust, reason);
  desk.add(path.seat(finding.seat, 'politicalCapital'), -capital, reason);
  desk.add(path.seat(finding.seat, 'publicOpinion'), -opinion, { ...reason, sees: publicOf(instrument) });
}
