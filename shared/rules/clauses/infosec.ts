// INFOSEC: each party keeps a minimum of information security; the clause lifts what may lawfully be shared up to its ceiling.
import { z } from 'zod';
import { MARKINGS } from '../../model/vocabulary.ts';
import { field } from '../actions/action.ts';
import { clause } from './clause.ts';
import { everyTurn, meansOf } from './duties.ts';

const parameters = z.strictObject({ minimum: field.number(0, 100), ceiling: field.choice(MARKINGS) });
type Params = z.infer<typeof parameters>;

export const infosec = clause<Params>({
  kind: 'INFOSEC',
  parameters,
  intrusiveness: () => 1,
  visible: false,
  due: everyTurn,
  comply: ({ state, seat, params }) => (meansOf(state, seat).security >= params.minimum ? 'met' : 'missed'),
});
