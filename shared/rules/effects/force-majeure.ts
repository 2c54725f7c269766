// forceMajeure: what these seats miss for some turns is excused.
import type { Effect } from './effect.ts';

export const forceMajeure: Effect<'forceMajeure'> = {
  kind: 'forceMajeure',
  about: 'Excuses the duties that these seats miss, this turn and as many as `turns` says.',
  example: 'forceMajeure: { seats: [NIH], turns: 1 }',
  run(desk, { seats, turns }) {
    const inPlay = seats.filter((seat) => desk.state.seatIds.includes(seat)).sort();
    if (inPlay.length > 0) desk.emit({ type: 'forceMajeureDeclared', data: { seats: inPlay, until: desk.state.turn + turns - 1 }, audience: 'all' });
  },
};
