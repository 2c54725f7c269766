// How a practice turn begins from the exercise as it was set up, with a luck of its own, and how nothing of it stays but where people sit and what they have read there.
import type { Standing, State } from '../../model/state.ts';
import { setup } from '../../scenario/setup.ts';
import { hexDigestOf } from '../digest.ts';
import type { HandlersByHand } from './copies.ts';

/** What no practice turn touches. */
const LASTING = ['scenario', 'id', 'settings', 'seatIds', 'practice'] as const satisfies Exclude<keyof State, keyof Standing>[];

/** Drawn by key: what people learn in practice of the hidden causes, or of luck, says nothing about the real ones. */
export const practiceSeed = (seed: string, number: number): string => hexDigestOf(`${seed}|practice|${number}`);

export const applyPractice: HandlersByHand = {
  practiceStarted(state, _data, copies, event) {
    const { scenario, settings, id, practice } = state;
    if (practice.before) return;
    const before: Partial<State> = { ...state };
    for (const part of LASTING) delete before[part];
    const seed = practiceSeed(state.seed, practice.past.length + 1);
    Object.assign(state, { seed, threats: setup(scenario, { id, seed, settings }).threats, practice: { ...practice, before: before as Standing, from: event.seq } });
    // What was set up stands in two places now.
    copies.forget();
  },
  practiceEnded(state, _data, copies, event) {
    const { seating, briefsRead, team, deputies, practice: { before, from, past } } = state;
    if (!before) return;
    const taken = new Set(Object.values(seating));
    const bots = Object.fromEntries(Object.entries(state.settings.bots).flatMap(([seat, character]) => (taken.has(seat) ? [] : [[seat, before.bots[seat] ?? character]])));
    Object.assign(state, before, { seating, briefsRead, team, deputies, bots, practice: { before: null, from: 0, past: [...past, { from, to: event.seq }] } });
    copies.forget();
  },
};
