// A. Numbers: rounding, fractions, belief.
import { linear, round } from '../../shared/model/arithmetic.ts';
import { reaches, shares } from '../../shared/model/belief.ts';
import { path } from '../../shared/model/fields.ts';
import { corroborated, worse } from '../../shared/rules/intelligence/grading.ts';
import { gainOf } from '../../shared/rules/trust.ts';
import { build, differences, step } from '../rules/build.ts';
import type { Subject } from './ruling.ts';
import { equal } from './ruling.ts';

export const numbers: Subject = {
  letter: 'A', name: 'Numbers',
  rulings: [
    { id: 'A.1', title: 'Half a point, above and below zero', ruling: 'Half goes up, also for losses: 2.5 is 3 and −2.5 is −2. One rule everywhere keeps every ledger adding up.',
      check: () => equal([round(5, 2), round(-5, 2), round(7, 3)], [3, -2, 2]) },
    { id: 'A.2', title: 'Two factors of 0.4 that move one number', ruling: 'Fractions are added first and rounded once, at the write: 0.8 is 1. Rounding each would lose both.',
      check: () => equal(differences(step(build(), (desk) => {
        for (const name of ['first', 'second']) desk.addThousandths(path.seat('ARD', 'readiness'), 400, { name });
      }).changes), { 'seat/ARD/readiness': 1 }) },
    { id: 'A.3', title: 'A gain and a loss in the same step', ruling: 'They are summed before the limits of the scale apply, so the order in which people acted is irrelevant.',
      check: () => equal(differences(step(build((state) => { state.seats.ARD!.readiness = 98; }), (desk) => {
        desk.add(path.seat('ARD', 'readiness'), 6, { name: 'training' });
        desk.add(path.seat('ARD', 'readiness'), -5, { name: 'wear' });
      }).changes), { 'seat/ARD/readiness': 1 }) },
    { id: 'A.4', title: 'Readiness 98 and a training that gives 6', ruling: 'The scale ends at 100; what is cut off stands in the ledger as “the scale ends here”, so that the factors still add up.',
      check: () => equal(step(build((state) => { state.seats.ARD!.readiness = 98; }), (desk) => desk.add(path.seat('ARD', 'readiness'), 6, { name: 'training' })).changes[0]!.factors.map(({ name, value }) => [name, value]), [['training', 6000], ['limit', -4000]]) },
    { id: 'A.5', title: 'Belief of 69.6 percent and a warning from 70', ruling: 'Shown is 70, yet the comparison is exact: no warning. What people read is rounded, what rules compare is not.',
      check: () => equal([shares({ a: 65, b: 29 }), reaches({ a: 65, b: 29 }, 'a', 70)], [{ a: 70, b: 30 }, false]) },
    { id: 'A.6', title: 'A report that nobody can corroborate from outside its class', ruling: 'Digits 5 and 6 stay as they are: “cannot be judged” does not become “improbable” because somebody agrees.',
      check: () => equal(([1, 2, 3, 4, 5, 6] as const).map(corroborated), [1, 1, 2, 3, 5, 6]) },
    { id: 'A.7', title: 'A source of letter F handed on by a partner of grade C', ruling: 'F (cannot be judged) ranks between C and D: the worse of F and C is F, of F and D it is D.',
      check: () => equal([worse('F', 'C'), worse('F', 'D'), worse('A', 'F')], ['F', 'D', 'F']) },
    { id: 'A.8', title: 'Trust of 60 with a grievance of 10, and a gain of 4', ruling: 'A gain is a share of what is missing to 100 − G/2: 4 percent of 35 is 1.4, one point. Trust grows slowly near its ceiling.',
      check: () => equal(gainOf(build(), 'ARD', 'BEL', 4), 1) },
    { id: 'A.9', title: 'Trust above its ceiling after an old quarrel flares up', ruling: 'A ceiling that falls takes nothing away; it only stops further gains.',
      check: () => {
        const state = build((bent) => { bent.pairs['ARD-BEL']!.grievance = 90; });
        equal([gainOf(state, 'ARD', 'BEL', 6), differences(step(state, (desk) => desk.add(path.trust('ARD', 'BEL'), 3, { name: 'gift' })).changes)], [0, { 'trust/ARD/BEL': 0 }]);
      } },
    { id: 'A.10', title: 'An objective whose target lies below its start', ruling: 'The scale runs downwards: fewer leaks or a lower rung score more, in a straight line.',
      check: () => equal([linear(3, 8, 3), linear(8, 8, 3), linear(6, 8, 3)], [10_000, 0, 4000]) },
  ],
};
