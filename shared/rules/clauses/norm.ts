// NORM: the parties abstain from an act; a breach counts once the public or another adherent knows of it.
import { z } from 'zod';
import { PROHIBITED_ACTS } from '../../model/vocabulary.ts';
import { field } from '../actions/action.ts';
import { NORM_PENALTY, breaksNorm } from '../instruments/norms.ts';
import type { NormParams } from '../instruments/norms.ts';
import { clause } from './clause.ts';
import { otherParties } from './duties.ts';

const parameters = z.strictObject({ act: field.choice(PROHIBITED_ACTS), secret: field.flag() });

export const norm = clause<NormParams>({
  kind: 'NORM',
  parameters,
  intrusiveness: () => 1,
  hidden: ({ secret }) => secret,
  penalty: NORM_PENALTY,
  comply: (check) => (breaksNorm(check.params.act, check, check.seat, otherParties(check)) ? 'missed' : 'notDue'),
});
