// param: a number of the rules changes, for everybody and for good.
import type { Effect } from './effect.ts';

export const param: Effect<'param'> = {
  kind: 'param',
  about: 'Changes a number of the rules (those under `parameters`) for everybody.',
  example: 'param: { name: deployPrice, value: 5 }',
  run(desk, { name, value }) {
    if (desk.state.parameters[name] !== value) desk.emit({ type: 'parameterChanged', data: { name, value }, audience: 'all' });
  },
};
