// Every effect an inject can have, by name. Adding one means its shape in the schema, its file and a line here.
import type { EffectDraft, EffectKind } from '../../scenario/schema.ts';
import type { StepDesk } from '../steps/desk.ts';
import { add, scale, set } from './add.ts';
import { lock, unlock } from './availability.ts';
import { close } from './close.ts';
import type { Effect, Occasion } from './effect.ts';
import { evidence } from './evidence.ts';
import { forceMajeure } from './force-majeure.ts';
import { grant, remove } from './grant.ts';
import { incident } from './incident.ts';
import { message } from './message.ts';
import { admit, expel, mandate, motion } from './organisations.ts';
import { param } from './param.ts';
import { pressure } from './pressure.ts';
import { report } from './report.ts';
import { reveal } from './reveal.ts';
import { schedule } from './schedule.ts';
import { spawn } from './spawn.ts';
import { strike } from './strike.ts';
import { table } from './table.ts';

export const EFFECTS: { readonly [K in EffectKind]: Effect<K> } = {
  message, report, reveal, spawn, close, strike, incident, pressure, add, set, scale, table, unlock, lock, param, grant, remove, forceMajeure, schedule, evidence, motion, mandate, admit, expel,
};

/** Lays the effects of an inject, or of an option that was chosen, at the desk. */
export function runEffects(desk: StepDesk, effects: readonly EffectDraft[], occasion: Occasion): void {
  for (const effect of effects) {
    for (const [kind, value] of Object.entries(effect)) EFFECTS[kind as EffectKind].run(desk, value as never, occasion);
  }
}
