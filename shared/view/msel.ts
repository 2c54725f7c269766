// The lines of the master scenario events list, for exercise control alone: where each inject stands and what was made different of it.
import type { Moment, State } from '../model/state.ts';
import { injectOf, isPast, timeOf } from '../rules/inject-list.ts';
import type { InjectDraft } from '../scenario/schema.ts';
import type { MselRow } from './view.ts';

export function mselRow(state: State, planned: InjectDraft): MselRow {
  const { id, type, mode, from, note, delay, prob, once, at } = planned;
  const { title, text, to, expect, objective } = injectOf(state, id)!;
  const change = state.injectChanges[id];
  const reworded = title !== planned.title || text !== planned.text;
  const repurposed = expect !== planned.expect || objective !== planned.objective;
  const seatsOf = (named: InjectDraft['to']) => (named === 'all' ? state.seatIds : named === 'concerned' ? [] : named);
  const fired = state.injects.findLast((one) => one.id === id) ?? null;
  const skipped = state.skippedInjects.findLast((one) => one.id === id) ?? null;
  const due = state.dueInjects.find(({ inject }) => inject === id) ?? null;
  const time = timeOf(planned, change);
  const over = time !== null && isPast(state, time);
  const stands = standing({ fired: fired !== null && !change?.at, skipped: skipped !== null && !change?.at, dropped: change?.dropped === true, held: state.heldInjects.includes(id), due: due !== null && !change?.at, over });
  const when: Moment | null = stands === 'fired' ? { turn: fired!.turn, phase: fired!.phase } : stands === 'due' ? { turn: due!.turn, phase: at?.phase ?? 'briefing' } : time;
  return {
    id, title, type, mode: mode ?? null, from, text, to: seatsOf(to),
    expect: expect ?? null, objective: objective ?? null, note: note ?? null, trigger: triggerOf(planned), delay, chance: prob, once,
    state: stands, turn: fired?.turn ?? skipped?.turn ?? due?.turn ?? null, when, at: change?.at ?? null, seen: fired !== null, over,
    changed: [...(reworded ? ['words' as const] : []), ...(change?.to ? ['recipients' as const] : []), ...(change?.at ? ['time' as const] : []), ...(repurposed ? ['purpose' as const] : [])],
    planned: reworded || change?.to || repurposed ? { title: planned.title, text: planned.text, to: seatsOf(planned.to), expect: planned.expect ?? null, objective: planned.objective ?? null } : null,
    written: !state.scenario.injects.some((one) => one.id === id),
  };
}

/** The first of these that is so. */
function standing(so: { fired: boolean; skipped: boolean; dropped: boolean; held: boolean; due: boolean; over: boolean }): MselRow['state'] {
  return (['fired', 'skipped', 'dropped', 'held', 'due'] as const).find((name) => so[name]) ?? (so.over ? 'past' : 'planned');
}

function triggerOf({ at, when, after }: InjectDraft): MselRow['trigger'] {
  if (at) return at;
  if (after !== undefined) return when === undefined ? { after } : { after, when };
  return when === undefined ? null : { when };
}
