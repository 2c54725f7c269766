// The row of the second seed, on military training agreements.
import { expect } from 'vitest';
import { amberSound, dryLine, shieldLesson, tempestRing } from './played.ts';
import type { Row } from './row.ts';

export const TRAINING: readonly Row[] = [
  {
    concept: 'Training agreements, bilateral, multilateral and of an alliance: exchange of information, personnel and equipment, joint exercises and training',
    acts: ['EXCHANGE', 'EXERCISE', 'AID', 'SHARE'], clauses: ['TRAINING', 'EXERCISE', 'COST_SHARE'],
    moments: {
      'Shield Lesson, turns 1 and 2: a bilateral agreement on one field of training, kept by both with a course and an exercise': () => {
        expect(shieldLesson().of('courseHeld')).toMatchObject([{ provider: 'COL', trainee: 'NIH', domain: 'AMD', turn: 2 }]);
        for (const kind of ['TRAINING', 'EXERCISE']) expect([kind, shieldLesson().found(kind, 'met')]).toEqual([kind, ['COL', 'NIH']]);
      },
      'Shield Lesson, turn 2: readiness, interoperability and capability rise for less money than each would pay alone': () => {
        expect(shieldLesson().moved('seat/NIH/readiness', 'exercise')).toBeGreaterThan(0);
        expect(shieldLesson().moved('pair/COL-NIH/interoperability', 'exercise')).toBeGreaterThan(0);
        expect(shieldLesson().moved('seat/NIH/capability/AMD', 'course')).toBeGreaterThan(0);
        const { exerciseBase, exerciseEach } = shieldLesson().state.parameters;
        expect(shieldLesson().paid('NIH', 'EXERCISE')).toBeLessThan(exerciseBase + exerciseEach);
      },
      'Tempest Ring, turn 2: of many countries, members and partners exercise relief together': () => {
        expect(tempestRing().of('exerciseHeld')).toMatchObject([{ parties: ['AUR', 'SGA', 'TON'], domain: 'DIS', turn: 2 }]);
      },
      'Amber Sound, turn 2: allies owe each other exercises in turn under a text of their own, and hold the first': () => {
        expect(amberSound().found('EXERCISE', 'met')).toEqual(['ARD']);
        const { parties } = amberSound().of('exerciseHeld')[0]!;
        expect(parties).toEqual(['ARD', 'BEL', 'TES']);
        expect(parties.filter((seat) => !amberSound().state.organisations.compact!.members.includes(seat))).toEqual([]);
      },
      'Information, personnel and equipment change hands: a report and a course in Shield Lesson, a lent package in Tempest Ring, a joint purchase in Dry Line': () => {
        expect(shieldLesson().of('reportShared')).toMatchObject([{ from: 'COL', to: ['NIH'] }]);
        expect(shieldLesson().of('courseHeld')).toHaveLength(1);
        expect(tempestRing().of('packageLent')).toMatchObject([{ loan: { from: 'IND', to: 'PAL', domain: 'LOG' } }]);
        expect(dryLine().of('invested')).toContainEqual(expect.objectContaining({ domain: 'UXS', parties: ['COL', 'IND', 'TAR'] }));
      },
    },
  },
];
