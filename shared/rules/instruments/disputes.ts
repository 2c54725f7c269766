// Disputes over missed duties: who may say what in which stage, how a stage ends, and what becomes of a remedy (rulings 56 and 57).
import { path } from '../../model/fields.ts';
import type { NewEvent } from '../../model/events.ts';
import type { Dispute, Finding, Remedy, State } from '../../model/state.ts';
import type { DisputeStage, InstrumentId, SeatId } from '../../model/vocabulary.ts';
import { DISPUTE_STAGES } from '../../model/vocabulary.ts';
import type { DisputeParams } from '../clauses/dispute.ts';
import { METHODS } from '../clauses/dispute.ts';
import { count } from '../packages.ts';
import type { StepDesk } from '../steps/desk.ts';
import { gain } from '../trust.ts';
import { bindingVersion, clausesIn, unwrapped } from './binding.ts';
import { penalise } from './compliance.ts';
import { groundFromRemedy } from './lifecycle.ts';
import { uncover } from './uncovering.ts';

/** Turns after a duty was missed in which it can be disputed. */
export const FILING_LASTS = 2;
/** Political capital that an unfounded dispute costs its filer in arbitration. */
const UNFOUNDED_PRICE = 2;
/** Trust of each injured party that a fulfilled remedy restores. */
const FULFILLED_GAIN = 2;

/** A dispute goes as far as the text says; without a word on it, to consultation. */
export function disputeFrom(state: State, filed: { id: string; instrument: InstrumentId; clause: number; filer: SeatId; respondent: SeatId; about: number }): Dispute {
  const held = state.instruments[filed.instrument]!;
  const agreed = clausesIn<DisputeParams>({ ...held, status: 'inForce' }, 'DISPUTE')[0]?.params;
  return {
    ...filed,
    kind: unwrapped(bindingVersion(held)!.clauses[filed.clause]!).kind,
    method: DISPUTE_STAGES[METHODS.indexOf(agreed?.method ?? 'consult')]!,
    imposed: { kind: agreed?.remedy ?? 'cure', amount: agreed?.amount ?? 1 },
    stage: 'consultation', status: 'open', filedTurn: state.turn, stageTurn: state.turn, asked: [], proposal: null, remedy: null, seenBy: [...held.parties].sort(),
  };
}

export function isSide({ filer, respondent }: Dispute, seat: SeatId): boolean {
  return seat === filer || seat === respondent;
}

/** In consultation each side may propose; in mediation the first third seat that is willing. */
export function mayPropose(dispute: Dispute, seat: SeatId, turn: number): boolean {
  if (dispute.stageTurn !== turn) return false;
  if (dispute.stage === 'consultation') return isSide(dispute, seat);
  return dispute.stage === 'mediation' && !isSide(dispute, seat) && (dispute.proposal === null || dispute.proposal.by === seat) && noAnswers(dispute);
}

const noAnswers = ({ proposal }: Dispute) => Object.keys(proposal?.answers ?? {}).length === 0;

/** A side that did not make the proposal, once, while nobody has turned it down. */
export function mayAnswer(dispute: Dispute, seat: SeatId, turn: number): boolean {
  const { proposal } = dispute;
  return isSide(dispute, seat) && dispute.stage !== 'arbitration' && dispute.stageTurn === turn && proposal !== null && proposal.by !== seat && proposal.answers[seat] === undefined && !Object.values(proposal.answers).includes('refused');
}

/** When the remedy falls due: what is paid, at the next payments; what is done, next turn; past the end, in the last turn. */
function dueTurnOf(state: State, { kind }: Remedy, beforeLock: boolean): number {
  const next = (kind === 'pay' || kind === 'suspend') && beforeLock ? state.turn : state.turn + 1;
  return Math.min(next, state.settings.turns);
}

function settlement(state: State, { id, filer, respondent, instrument, stage, seenBy }: Dispute, remedy: Remedy, beforeLock: boolean): NewEvent[] {
  const settled: NewEvent = { type: 'disputeSettled', data: { dispute: id, filer, respondent, stage, remedy, dueTurn: dueTurnOf(state, remedy, beforeLock) }, audience: seenBy };
  return remedy.kind === 'suspend' ? [settled, { type: 'groundGiven', data: { instrument, ground: groundFromRemedy(filer, state.turn) }, audience: [filer] }] : [settled];
}

/** Settled once every side that did not propose has accepted. */
export function settledEvents(state: State, dispute: Dispute, accepting: SeatId): NewEvent[] {
  const { proposal, filer, respondent } = dispute;
  const answered = [filer, respondent].every((seat) => seat === proposal!.by || seat === accepting || proposal!.answers[seat] === 'accepted');
  return answered ? settlement(state, dispute, proposal!.remedy, true) : [];
}

/** What was missed, if it was: visible or not, this alone decides in arbitration. */
function missedDuty(state: State, { instrument, clause, respondent, about }: Dispute): Finding | null {
  return state.findings.find((finding) => finding.instrument === instrument && finding.clause === clause && finding.seat === respondent && finding.turn === about && finding.result === 'missed') ?? null;
}

function arbitrate(desk: StepDesk, dispute: Dispute): void {
  const { state } = desk;
  const finding = missedDuty(state, dispute);
  if (!finding) {
    desk.add(path.seat(dispute.filer, 'politicalCapital'), -UNFOUNDED_PRICE, { name: 'disputeDismissed', cause: dispute.instrument });
    desk.emit({ type: 'disputeDismissed', data: { dispute: dispute.id, filer: dispute.filer, respondent: dispute.respondent }, audience: dispute.seenBy });
    return;
  }
  uncover(desk, finding, [dispute.filer]);
  for (const event of settlement(state, dispute, imposedRemedy(state, dispute), false)) desk.emit(event);
}

/** What the text imposes; packages go where the sides last spoke of, else to the worst crisis; with none open, the duty is done instead. */
function imposedRemedy(state: State, { imposed, proposal }: Dispute): Remedy {
  if (imposed.kind !== 'deploy') return { ...imposed, crisis: null };
  const open = Object.values(state.crises).filter((crisis) => crisis.open).sort((a, b) => b.severity - a.severity || (a.id < b.id ? -1 : 1));
  const named = open.find(({ id }) => id === proposal?.remedy.crisis) ?? open[0];
  return named ? { ...imposed, crisis: named.id } : { kind: 'cure', amount: 1, crisis: null };
}

/** In step 5: each stage that did not settle gives way to the next one the text allows; one stage a turn. */
export function disputesAtStep5(desk: StepDesk): void {
  const { turn, disputes, settings } = desk.state;
  for (const dispute of Object.values(disputes)) {
    if (dispute.status !== 'open' || dispute.stageTurn > turn) continue;
    if (dispute.stage === 'arbitration') {
      arbitrate(desk, dispute);
      continue;
    }
    const next = DISPUTE_STAGES[DISPUTE_STAGES.indexOf(dispute.stage) + 1] as DisputeStage;
    const allowed = DISPUTE_STAGES.indexOf(next) <= DISPUTE_STAGES.indexOf(dispute.method) && turn < settings.turns;
    if (allowed) desk.emit({ type: 'disputeAdvanced', data: { dispute: dispute.id, stage: next, turn: turn + 1 }, audience: dispute.seenBy });
    else desk.emit({ type: 'disputeClosed', data: { dispute: dispute.id, filer: dispute.filer, respondent: dispute.respondent }, audience: dispute.seenBy });
  }
}

export interface RemedyPayment {
  dispute: string;
  from: SeatId;
  to: SeatId;
  amount: number;
}

/** Payments that remedies ask for this turn. */
export function remediesDue(state: State): RemedyPayment[] {
  return Object.values(state.disputes).flatMap(({ id, filer, respondent, remedy }) =>
    (remedy?.kind === 'pay' && remedy.fulfilled === null && remedy.dueTurn === state.turn ? [{ dispute: id, from: respondent, to: filer, amount: remedy.amount }] : []));
}

const FULFILLED: Record<Remedy['kind'], (state: State, dispute: Dispute, remedy: Remedy, paid: ReadonlySet<string>) => boolean> = {
  cure: (state, { instrument, clause, respondent }) =>
    !state.findings.some((finding) => finding.turn === state.turn && finding.instrument === instrument && finding.clause === clause && finding.seat === respondent && finding.result === 'missed'),
  pay: (_state, { id }, _remedy, paid) => paid.has(id),
  deploy: (state, { respondent }, { crisis, amount }) => count(state.crises[crisis ?? '']?.deployments[respondent] ?? []) >= amount,
  suspend: () => true,
};

/** In step 10, after the clauses: remedies that fell due. One not fulfilled is a missed duty of its own (ruling 57). */
export function judgeRemedies(desk: StepDesk): void {
  const { state } = desk;
  const paid = new Set(state.deeds.flatMap((deed) => (deed.type === 'remedyPaid' ? [deed.data.dispute] : [])));
  for (const dispute of Object.values(state.disputes)) {
    const { id, filer, respondent, remedy, seenBy, instrument, clause, kind } = dispute;
    if (!remedy || remedy.fulfilled !== null || remedy.dueTurn !== state.turn) continue;
    const fulfilled = FULFILLED[remedy.kind](state, dispute, remedy, paid);
    desk.emit({ type: 'remedyJudged', data: { dispute: id, filer, respondent, fulfilled }, audience: seenBy });
    const injured = (state.instruments[instrument]?.parties ?? []).filter((party) => party !== respondent);
    if (fulfilled) {
      for (const party of injured) gain(desk, party, respondent, FULFILLED_GAIN, { name: 'remedyFulfilled', cause: instrument });
      continue;
    }
    // A duty that was to be done and is missed again has a finding already: it comes to light.
    const again = state.findings.find((finding) => finding.turn === state.turn && finding.instrument === instrument && finding.clause === clause && finding.seat === respondent && finding.result === 'missed');
    if (remedy.kind === 'cure' && again) {
      uncover(desk, again, [filer]);
      continue;
    }
    const finding: Finding = { id: desk.id('remedy', id), turn: state.turn, instrument, clause, kind, seat: respondent, result: 'missed', visible: true, injured };
    desk.emit({ type: 'obligationFound', data: { finding }, audience: seenBy });
    penalise(desk, finding);
  }
}
