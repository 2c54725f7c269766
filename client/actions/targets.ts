// What an action opens from, and the parameters that this thing already answers.
import type { Action, Thing } from '../../shared/rules/actions/action.ts';
import { latest } from '../../shared/rules/instruments/binding.ts';
import type { Sight } from '../../shared/view/view.ts';
import type { Values } from './parameters.ts';

export type Target =
  | { thing: 'country'; id: string }
  | { thing: 'crisis'; id: string }
  | { thing: 'threat'; id: string }
  | { thing: 'report'; id: string }
  | { thing: 'instrument'; id: string }
  | { thing: 'organisation'; id: string }
  | { thing: 'ministry' };

/** `given` is not asked again; `preset` may be changed. */
export interface Answers {
  given: Values;
  preset: Values;
}

const ANSWERS: { [T in Exclude<Thing, 'threats'>]: (see: Sight, id: string) => Answers } = {
  country: (see, id) => ({ given: { partner: id }, preset: { partners: [id], parties: [id], to: [id], region: see.public.seats[id]?.region, turn: see.public.exercise.turn } }),
  crisis: (see, id) => {
    const crisis = see.public.crises[id];
    return { given: { crisis: id }, preset: { region: crisis?.region, threat: crisis?.threat, packages: crisis?.deployments[see.own.seat.id] ?? [] } };
  },
  threat: (_see, id) => ({ given: { threat: id }, preset: {} }),
  report: (see, id) => {
    const held = see.own.reports[id];
    return { given: { report: id, event: held?.event, originator: held?.originator }, preset: { threat: held?.threat } };
  },
  instrument: (see, id) => {
    const held = see.own.instruments[id];
    return { given: { instrument: id, ...(held ? { version: latest(held).version, lift: held.status === 'suspended' && held.suspendedBy === see.own.seat.id } : {}) }, preset: { turn: Math.max(1, see.public.exercise.turn - 1) } };
  },
  organisation: (_see, id) => ({ given: { organisation: id }, preset: {} }),
  ministry: (see) => ({ given: {}, preset: { turn: see.public.exercise.turn } }),
};

/** Only what the action asks for. */
export function answersFor(see: Sight, target: Target, action: Action): Answers {
  const all = ANSWERS[target.thing](see, 'id' in target ? target.id : '');
  const asked = (values: Values) => Object.fromEntries(Object.entries(values).filter(([name, value]) => name in action.parameters.shape && value !== undefined));
  return { given: asked(all.given), preset: asked(all.preset) };
}
