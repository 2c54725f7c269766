// Checks of the list of injects: when each comes, to whom, what it expects and decides, and that none runs in a circle.
import { EVENTS } from '../../rules/occurrences.ts';
import type { InjectDraft } from '../schema.ts';
import type { Path } from '../source.ts';
import { effectsOf } from './desk.ts';
import type { CheckDesk } from './desk.ts';
import { checkEffect } from './effects.ts';

export function checkInjects(desk: CheckDesk): void {
  desk.unique(['injects'], desk.draft.injects.map((one) => one.id));
  desk.draft.injects.forEach((inject, index) => checkInject(desk, ['injects', index], inject));
  checkSchedules(desk);
}

/** An inject that comes back to itself must be one that may fire again, and some turn must pass. */
function checkSchedules(desk: CheckDesk): void {
  const schedules = new Map(desk.draft.injects.map((inject) => [inject.id, effectsOf(inject).flatMap(({ schedule }) => schedule ?? [])]));
  const waits = (id: string) => schedules.get(id) ?? [];
  desk.draft.injects.forEach((inject, index) => {
    const reached = new Set<string>();
    const walk = (id: string): boolean => waits(id).some((next) => next.inject === inject.id || (!reached.has(next.inject) && (reached.add(next.inject), walk(next.inject))));
    const timeless = (id: string, seen: Set<string>): boolean => waits(id).some((next) => next.turns === 0 && (next.inject === inject.id || (!seen.has(next.inject) && timeless(next.inject, seen.add(next.inject)))));
    if (!walk(inject.id)) return;
    if (inject.once) desk.source.atKey(['injects', index, 'id'], 'SCHEDULE', `Inject ${inject.id} schedules itself, but fires once.`, 'Write once: false, or take the effect schedule out.');
    else if (timeless(inject.id, new Set())) desk.source.atKey(['injects', index, 'id'], 'SCHEDULE', `Inject ${inject.id} schedules itself for the same turn.`, 'Let a turn pass: turns: 1.');
  });
}

function checkInject(desk: CheckDesk, path: Path, inject: InjectDraft): void {
  if (inject.at) desk.turn([...path, 'at', 'turn'], inject.at.turn);
  if (inject.when !== undefined) desk.expression([...path, 'when'], inject.when);
  if (inject.after !== undefined) desk.known([...path, 'after'], inject.after, Object.keys(EVENTS), 'UNKNOWN_EVENT', 'Events');
  if (inject.after !== undefined && inject.at) desk.source.atKey([...path, 'after'], 'BAD_VALUE', 'An inject waits for a time or for an event, not for both.', 'Take at: or after: out; with after: a condition in when: is judged too.');
  if (!inject.at && inject.when === undefined && inject.after === undefined && !inject.manual) {
    desk.source.atKey([...path, 'id'], 'NEVER_FIRES', `Inject ${inject.id} never fires.`, 'Give it at: { turn: 1 }, a condition in when:, an event in after:, or manual: true.');
  }
  if (inject.at && inject.delay > 0) desk.turn([...path, 'delay'], inject.at.turn + inject.delay);
  if (Array.isArray(inject.to)) inject.to.forEach((code, index) => desk.seatCode([...path, 'to', index], code));
  if (inject.to === 'concerned' && inject.after === undefined) desk.source.atValue([...path, 'to'], 'BAD_VALUE', 'Only an inject that waits for an event has seats that it concerns.', 'Write all, a list of seats, or an event in after:.');
  if (inject.expected) desk.expression([...path, 'expected', 'when'], inject.expected.when);
  if (inject.objective !== undefined) desk.known([...path, 'objective'], inject.objective, desk.draft.learning.map((one) => one.id), 'UNKNOWN_OBJECTIVE', 'Learning objectives');
  inject.effects.forEach((effect, index) => checkEffect(desk, [...path, 'effects', index], effect));
  if (!inject.decide) return;
  if (!inject.once) desk.source.atKey([...path, 'once'], 'BAD_VALUE', 'An inject that asks for a decision fires once.', 'Take once: false out, or write a second inject.');
  const options = inject.decide.options.map((option) => option.id);
  desk.unique([...path, 'decide', 'options'], options);
  desk.known([...path, 'decide', 'default'], inject.decide.default, options, 'UNKNOWN_OPTION', 'Options');
  inject.decide.options.forEach((option, place) => option.effects.forEach((effect, index) => checkEffect(desk, [...path, 'decide', 'options', place, 'effects', index], effect)));
}
