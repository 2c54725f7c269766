// Agreements as they are played: through commands, over turns, from the table to the penalty.
import { describe, expect, it } from 'vitest';
import type { Command } from '../../shared/model/commands.ts';
import type { EventData, EventType } from '../../shared/model/events.ts';
import type { State } from '../../shared/model/state.ts';
import type { RefusalCode } from '../../shared/rules/refusals.ts';
import { placed } from '../../shared/record/replay.ts';
import { apply } from '../../shared/rules/apply.ts';
import { decide } from '../../shared/rules/decide.ts';
import { seatSight } from '../../shared/view/view-for.ts';
import { build } from './build.ts';

/** A game in which every step is a command; answers what happened, or why not. */
function game() {
  const state: State = build((it) => {
    it.turn = 1;
    it.crises.C1!.openedTurn = 1;
  });
  let count = 0;
  const ask = (seat: string, command: Command) => {
    count += 1;
    const actor = seat === 'control' ? ({ kind: 'control', id: 'control' } as const) : ({ kind: 'bot', seat } as const);
    const request = { actor, command, id: `c${count}`, at: count, nonce: '' };
    const decided = decide(state, request);
    if (!decided.ok) return { refused: decided.refusal, events: [] };
    const events = placed(state, decided.value, request);
    for (const event of events) apply(state, event);
    return { refused: null, events };
  };
  const act = (seat: string, action: string, params: Record<string, unknown>) => ask(seat, { type: 'act', action, params });
  const until = (phase: State['phase']) => {
    const events = [];
    do events.push(...ask('control', { type: 'advancePhase' }).events);
    while (state.phase !== phase);
    return events;
  };
  const only = () => Object.values(state.instruments)[0]!;
  return { state, act, until, only };
}

type Happened = { type: EventType; data: unknown };
function data<T extends EventType>(events: readonly Happened[], type: T): EventData[T][] {
  return events.filter((event) => event.type === type).map((event) => event.data as EventData[T]);
}

const COST = { kind: 'COST_SHARE', params: { key: 'equal', amount: 2 } };
const SHARE = { kind: 'INTEL_SHARE', params: { threats: [], minimum: 1, ceiling: 'C' } };
const TERM = { kind: 'TERM', params: { duration: 2, renewal: 'end', notice: 1 } };

describe('an MoU', () => {
  it('F.16 signed by all before the lock binds in this very Resolution', () => {
    const { act, until, only, state } = game();
    act('ARD', 'TABLE', { title: 'Watch', kind: 'mou', parties: ['BEL'], classification: 'U', clauses: [COST, SHARE] });
    for (const seat of ['ARD', 'BEL']) expect(act(seat, 'SIGN', { instrument: only().id, version: 1 }).refused).toBeNull();
    const before = { ard: state.trust.ARD!.BEL!, bel: state.trust.BEL!.ARD! };
    const resolution = until('resolution');
    expect(data(resolution, 'paymentMade')).toHaveLength(4);
    expect(data(resolution, 'obligationFound').map(({ finding: { seat, kind, result } }) => `${seat} ${kind} ${result}`)).toEqual([
      'ARD COST_SHARE met', 'BEL COST_SHARE met', 'ARD INTEL_SHARE missed', 'BEL INTEL_SHARE missed',
    ]);
    expect({ ard: state.trust.ARD!.BEL, bel: state.trust.BEL!.ARD }).toEqual({ ard: before.ard - 4, bel: before.bel - 4 });
    // The breach is ground for suspension, without penalty.
    until('negotiation');
    expect(data(act('ARD', 'SUSPEND', { instrument: only().id }).events, 'instrumentSuspended')).toMatchObject([{ lawful: true }]);
    expect(data(until('resolution'), 'paymentMade')).toEqual([]);
  });

  it('is refused in a stale version, with both versions', () => {
    const { act, only } = game();
    act('ARD', 'TABLE', { title: 'Watch', kind: 'mou', parties: ['BEL'], clauses: [COST] });
    act('BEL', 'AMEND', { instrument: only().id, version: 1, title: 'Watch', kind: 'mou', clauses: [COST, SHARE] });
    expect(act('ARD', 'SIGN', { instrument: only().id, version: 1 }).refused).toEqual({ code: 'staleVersion', subject: 'version', params: { named: 1, current: 2 } });
  });
});

describe('a treaty', () => {
  it('is tabled, signed, ratified at a price, enters into force at the next Briefing, and expires with its TERM', () => {
    const { act, until, only, state } = game();
    act('ARD', 'TABLE', { title: 'Pact', kind: 'treaty', parties: ['BEL', 'COR'], clauses: [COST, TERM] });
    const params = { instrument: only().id };
    expect(act('ARD', 'RATIFY', params).refused).toMatchObject({ code: 'notFullySigned' satisfies RefusalCode });
    for (const seat of ['ARD', 'BEL', 'COR']) act(seat, 'SIGN', { ...params, version: 1 });
    const capital = ['ARD', 'BEL', 'COR'].map((seat) => state.seats[seat]!.politicalCapital);
    for (const seat of ['ARD', 'BEL', 'COR']) act(seat, 'RATIFY', params);
    expect(['ARD', 'BEL', 'COR'].map((seat, index) => capital[index]! - state.seats[seat]!.politicalCapital)).toEqual([3, 7, 4]);
    expect(data(until('resolution'), 'paymentMade')).toEqual([]);
    expect(only().status).toBe('signed');
    until('briefing');
    expect(only()).toMatchObject({ status: 'inForce', inForceSince: 2 });
    expect(Object.keys(seatSight(state, 'COR').own.obligations)).toEqual([`${only().id}/0`]);
    expect(data(until('resolution'), 'paymentMade')).toHaveLength(6);
    until('briefing');
    expect(data(until('resolution'), 'paymentMade')).toHaveLength(6);
    until('briefing');
    expect(only().status).toBe('inForce');
    const last = until('resolution');
    expect([data(last, 'paymentMade'), data(last, 'instrumentEnded')]).toEqual([[], [{ instrument: only().id, reason: 'expired' }]]);
  });

  it('F.54 is left by notice: duties run to the end of it, then two are left, then none', () => {
    const { act, until, only } = game();
    act('ARD', 'TABLE', { title: 'Pact', kind: 'mou', parties: ['BEL', 'COR'], clauses: [COST] });
    const params = { instrument: only().id };
    for (const seat of ['ARD', 'BEL', 'COR']) act(seat, 'SIGN', { ...params, version: 1 });
    act('COR', 'WITHDRAW', params);
    until('resolution');
    expect(only()).toMatchObject({ status: 'inForce', parties: ['ARD', 'BEL'] });
    until('negotiation');
    act('BEL', 'WITHDRAW', params);
    until('resolution');
    expect(only().status).toBe('ended');
  });
});
