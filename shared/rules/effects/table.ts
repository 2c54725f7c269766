// table: puts a draft before its parties, in the name of one of them or of exercise control.
import { boundClauses } from '../instruments/draft.ts';
import type { Effect } from './effect.ts';

export const table: Effect<'table'> = {
  kind: 'table',
  about: 'Puts a draft on the table of its parties. Left out if one of them is not in play.',
  example: 'table: { id: draft, title: Understanding, kind: mou, parties: [COL, NIH], tabledBy: COL, clauses: [...] }',
  run(desk, { id, title, kind, parties, tabledBy, classification, clauses }) {
    if (!parties.every((seat) => desk.state.seatIds.includes(seat))) return;
    desk.emit({
      type: 'instrumentTabled',
      data: { instrument: desk.id('instrument', id), by: tabledBy ?? 'control', parties: [...parties].sort(), kind, title, classification, clauses: boundClauses(clauses) },
      audience: [...parties].sort(),
    });
  },
};
