// ORCON: originator control: what becomes of a report that a party passes on to somebody else.
import { z } from 'zod';
import { field } from '../actions/action.ts';
import { clause } from './clause.ts';
import { happened, otherParties } from './duties.ts';

const parameters = z.strictObject({ onward: field.choice(['consent', 'free', 'prohibited']) });
type Params = z.infer<typeof parameters>;

export const orcon = clause<Params>({
  kind: 'ORCON',
  parameters,
  visible: false,
  comply(check) {
    const { params, seat } = check;
    const partners: readonly string[] = otherParties(check);
    if (params.onward === 'free') return 'notDue';
    const onward = happened(check, 'reportShared').filter(({ from, originator }) => from === seat && partners.includes(originator));
    if (onward.length === 0) return 'notDue';
    // A share with the originator's consent is not illicit (ruling 69); a prohibition knows no consent.
    const unconsented = happened(check, 'illicitShareMade').some(({ from, originator }) => from === seat && partners.includes(originator));
    return params.onward === 'prohibited' || unconsented ? 'missed' : 'met';
  },
});
