// Is an act possible for the seat that asks? Parameters, availability, caps and points first, then the action's own reasons. Sight only.
import type { z } from 'zod';
import type { Sight } from '../view/view.ts';
import type { Action } from './actions/action.ts';
import { ACTIONS } from './actions/catalogue.ts';
import { parsedOnce } from './parsing.ts';
import { accept, refusal, refuse } from './refusals.ts';
import type { Refusal, Result } from './refusals.ts';

/** The action with its parameters parsed; a faulty parameter is named as the subject. */
export function parsed(see: Sight, code: string, raw: Record<string, unknown>, within = ''): Result<{ action: Action; params: Record<string, unknown> }> {
  const action = Object.hasOwn(ACTIONS, code) ? ACTIONS[code] : undefined;
  if (!action) return refuse('unknownAction', null, { action: code });
  const locked = lockedUntil(see, 'actions', code);
  if (locked !== null) return refuse('actionLocked', within || null, { action: code, turn: locked });
  const result = parsedOnce(action.parameters, raw);
  if (result.success) return accept({ action, params: result.data });
  const issue = result.error.issues[0]!;
  const subject = [...(within ? [within] : []), ...issue.path.map(String)].join('/') || null;
  return refuse(codeOf(issue, raw), subject, { parameter: issue.path.map(String).join('.') || String((issue as { keys?: string[] }).keys?.[0] ?? '') });
}

function codeOf(issue: z.core.$ZodIssue, raw: Record<string, unknown>): 'parameterMissing' | 'parameterUnknown' | 'parameterInvalid' {
  if (issue.code === 'unrecognized_keys') return 'parameterUnknown';
  const value = issue.path.reduce<unknown>((held, key) => (held as Record<PropertyKey, unknown> | undefined)?.[key], raw);
  const empty = value === undefined || value === '' || (Array.isArray(value) && value.length === 0);
  return empty ? 'parameterMissing' : 'parameterInvalid';
}

/** Turn from which something is available; null when it is now. 0: not in this exercise so far. */
export function lockedUntil(see: Sight, kind: 'actions' | 'clauses', name: string): number | null {
  const { unlocked, unlocksAt, turn } = see.public.exercise;
  const answered = kind === 'actions' && Object.hasOwn(ACTIONS, name) ? ACTIONS[name]!.answers ?? name : name;
  if (unlocked === null || unlocked[kind].includes(name) || unlocked[kind].includes(answered)) return null;
  const from = unlocksAt[kind][name] ?? unlocksAt[kind][answered] ?? 0;
  return from > turn ? from : 0;
}

export function capOf(see: Sight, action: Action): number | null {
  return typeof action.cap === 'function' ? action.cap(see) : action.cap;
}

/** A rival does what it said it might do, and nothing else (ruling 23). */
export function isAnnounced(see: Sight, code: string): boolean {
  return see.public.seats[see.own.seat.id]!.announced?.includes(code) ?? true;
}

/** The first reason against it that the seat may know; `already` counts the same action on the sheet. */
export function legal(see: Sight, action: Action, params: Record<string, unknown>, already = 0): Refusal | null {
  if (!isAnnounced(see, action.code)) return refusal('notAnnounced', null, { action: action.code });
  const cap = capOf(see, action);
  const done = (see.own.effort.actsThisTurn[action.code] ?? 0) + already;
  if (cap !== null && done >= cap) return refusal('capReached', null, { action: action.code, cap });
  const left = see.own.effort.points - see.own.effort.pointsSpent;
  if (action.points > left) return refusal('tooFewPoints', null, { needed: action.points, left });
  return action.refuse(see, params);
}
