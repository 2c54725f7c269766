// What a ministry sees of its own objectives: never more of a secret than the rest of its view shows.
import { expect, it } from 'vitest';
import { scoreOf } from '../../shared/rules/scoring.ts';
import type { Objective } from '../../shared/scenario/schema.ts';
import { seatView } from '../../shared/view/view-for.ts';
import { build } from '../rules/build.ts';

interface Room { objective: Objective; trust: number; status?: 'debrief' }

/** ARD has this objective alone; BEL trusts it so much, the others as in the worked turn (55 and 30). */
function room({ objective, trust, status }: Room) {
  return build((state) => {
    const ard = { ...state.scenario.seats['ARD']!, objectives: [objective] };
    Object.assign(state, { scenario: { ...state.scenario, seats: { ...state.scenario.seats, ARD: ard } } });
    state.trust['BEL']!['ARD'] = trust;
    if (status) state.status = status;
  });
}

const shownValue = (asked: Room) => seatView(room(asked), 'ARD').brief.objectives[0]!.value;
const exact = (asked: Room) => scoreOf(room(asked), 'ARD').objectives[0]!.value;

const TIES: Objective = { code: 'TIES', seat: 'BEL', weight: 100, text: 'BEL trusts us.' };
const PART: Objective = { code: 'PART', weight: 100, text: 'Everybody trusts us.' };
const TRUTH: Objective = { code: 'TRUTH', weight: 100, text: 'We know.' };

it.each([
  { objective: TIES, trusts: [61, 64], value: 7_500 },
  { objective: TIES, trusts: [71, 79], value: 10_000 },
  { objective: PART, trusts: [55, 58], value: 5_000 },
])('$objective.code with trust of $trusts looks the same, whatever it is worth exactly', ({ objective, trusts: [less, more], value }) => {
  expect([less!, more!].map((trust) => shownValue({ objective, trust }))).toEqual([{ known: true, value }, { known: true, value }]);
});

it.each([TIES, PART])('$code is shown exactly in the debrief', (objective) => {
  const asked = { objective, trust: 64, status: 'debrief' as const };
  expect(exact(asked) % 2_500).not.toBe(0);
  expect(shownValue(asked)).toEqual({ known: true, value: exact(asked) });
});

it('what would name the hidden cause is not shown before the debrief', () => {
  expect(shownValue({ objective: TRUTH, trust: 64 })).toEqual({ known: false });
  expect(shownValue({ objective: TRUTH, trust: 64, status: 'debrief' })).toMatchObject({ known: true });
});
