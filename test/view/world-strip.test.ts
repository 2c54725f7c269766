// The exercise in a handful of figures, for exercise control: each figure from a room bent for it.
import { describe, expect, test } from 'vitest';
import type { Clause, Finding, State } from '../../shared/model/state.ts';
import { worldStrip } from '../../shared/view/world-strip.ts';
import { build, draft, instrument } from '../rules/build.ts';

const HOTLINE: Clause = { kind: 'HOTLINE', params: {} };
const EXERCISE: Clause = { kind: 'EXERCISE', params: { domains: ['SEA'], every: 1, minimum: 2, rotation: false } };
const found = (seat: string, turn: number, more: Partial<Finding> = {}): Finding => ({ id: `${seat}${turn}`, turn, instrument: 'pact', clause: 0, kind: 'NOTIFY', seat, result: 'missed', visible: true, injured: [], ...more });
const stripOf = (bend: (state: State) => void) => worldStrip(build(bend));
const crisis = (bend: (crisis: State['crises'][string]) => void) => stripOf((state) => bend(state.crises['C1']!)).crises;

describe('crises', () => {
  test.each([
    { so: 'as it opened', history: [{ turn: 1, severity: 50, rung: 3 }], severity: 50, rung: 3, change: { severity: 0, rung: 0 } },
    { so: 'after its first resolution', history: [{ turn: 1, severity: 50, rung: 3 }, { turn: 2, severity: 62, rung: 4 }], severity: 62, rung: 4, change: { severity: 12, rung: 1 } },
    { so: 'calmed by an inject since', history: [{ turn: 1, severity: 50, rung: 3 }, { turn: 2, severity: 62, rung: 4 }], severity: 45, rung: 4, change: { severity: -5, rung: 1 } },
  ])('$so: against the end of the turn before the last that was resolved', ({ history, severity, rung, change }) => {
    expect(crisis((held) => Object.assign(held, { history, severity, rung }))).toMatchObject([{ id: 'C1', number: 1, severity, rung, change }]);
  });

  test('a closed one, and one that has not opened yet, are left out', () => {
    expect([crisis((held) => (held.open = false)), crisis((held) => Object.assign(held, { open: false, openedTurn: 0 }))]).toEqual([[], []]);
  });
});

test('agreements are told apart by what they are: in force, suspended, or on the table; ended and lapsed ones are gone', () => {
  const { agreements } = stripOf((state) => {
    for (const held of [instrument('pact', [HOTLINE]), instrument('hushed', [HOTLINE], { status: 'suspended' }), draft('idea', [HOTLINE]), draft('nearly', [HOTLINE], { status: 'signed' }), instrument('over', [HOTLINE], { status: 'ended' }), draft('dead', [HOTLINE], { status: 'lapsed' })]) state.instruments[held.id] = held;
  });
  expect([agreements.inForce, agreements.suspended, agreements.draft].map((texts) => texts.map(({ id }) => id))).toEqual([['pact'], ['hushed'], ['nearly', 'idea']]);
});

test('leaks are counted by the seat whose reports they were, and this turn’s apart', () => {
  const { leaks } = stripOf((state) => {
    state.tally = { leakOccurred: 3, 'leakOccurred/ARD': 1, 'leakOccurred/BEL': 2 };
    state.turnStart.tally = { leakOccurred: 2 };
  });
  expect(leaks).toEqual({ total: 3, thisTurn: 1, by: { ARD: 1, BEL: 2 } });
});

describe('compliance', () => {
  test('counts the duties that fall due this turn, and who has one open', () => {
    const { compliance } = stripOf((state) => {
      state.instruments['pact'] = instrument('pact', [EXERCISE]);
      state.deeds = [{ type: 'exerciseHeld', data: { parties: ['ARD', 'COR'], domain: 'SEA', region: 'sound', notified: true }, audience: 'all' }];
    });
    expect(compliance).toMatchObject({ due: 3, kept: 2, open: ['BEL'] });
  });

  test.each([
    { phase: 'negotiation' as const, judgedTurn: 1, breaches: ['BEL'] },
    { phase: 'review' as const, judgedTurn: 2, breaches: ['ARD', 'COR'] },
  ])('in $phase, breaches are those of turn $judgedTurn, noticed or not; what was excused is none', ({ phase, judgedTurn, breaches }) => {
    const { compliance } = stripOf((state) => {
      Object.assign(state, { phase });
      state.instruments['pact'] = instrument('pact', [HOTLINE]);
      state.findings = [found('BEL', 1), found('ARD', 2), found('COR', 2, { visible: false }), found('DRA', 2, { result: 'excused' })];
    });
    expect([compliance.judgedTurn, compliance.breaches.map(({ seat }) => seat)]).toEqual([judgedTurn, breaches]);
    if (phase === 'review') expect(compliance.breaches.map(({ noticed, title }) => [noticed, title])).toEqual([[true, 'Text'], [false, 'Text']]);
  });
});
