// What each viewer sees of an instrument: parties everything but each other's price at home, others an unclassified text in force.
import { describe, expect, it } from 'vitest';
import { eventFor } from '../../shared/view/event-for.ts';
import { instrumentView } from '../../shared/view/instrument-view.ts';
import type { Event } from '../../shared/model/events.ts';
import type { Instrument } from '../../shared/model/state.ts';
import { build, draft, instrument } from '../rules/build.ts';

const COST = { kind: 'COST_SHARE', params: { key: 'equal', amount: 2 } };
const see = (held: Instrument, viewer: string | null, status?: 'debrief') => instrumentView(build((state) => Object.assign(state, status ? { status } : {})), held, viewer);

/** Unclassified and in force, with an amendment under way and a notice of withdrawal given. */
function busy(): Instrument {
  const held = instrument('m', [COST], { classification: 'U', kind: 'treaty', tabledTurn: 2, signatures: { BEL: 2 }, ratifications: { BEL: 9 }, entersTurn: 3, withdrawals: { COR: 4 } });
  held.versions.push({ version: 2, by: 'BEL', turn: 2, title: 'Secret thoughts', kind: 'treaty', clauses: [] });
  return held;
}

describe('an instrument', () => {
  it('is seen whole by its parties, but for what the others paid to ratify it', () => {
    const view = see(busy(), 'ARD');
    expect(view).toMatchObject({ title: 'Secret thoughts', binding: 1, ratified: ['BEL'], withdrawals: { COR: 4 }, versions: [{ version: 1 }, { version: 2 }] });
    expect(JSON.stringify(view)).not.toContain('9');
  });

  it.each(['DRA', null])('in force and unclassified, is seen by %s as the binding text alone', (viewer) => {
    const view = see(busy(), viewer)!;
    expect(view).toMatchObject({ title: 'Text', versions: [{ version: 1 }], signatures: { ARD: 1, BEL: 1, COR: 1 }, ratified: ['ARD', 'BEL', 'COR'], entersTurn: null, tabledTurn: 1, withdrawals: {} });
    expect(JSON.stringify(view)).not.toContain('Secret');
  });

  it('looks the same from outside whatever is negotiated about it', () => {
    const quiet = instrument('m', [COST], { classification: 'U', kind: 'treaty' });
    expect(see(busy(), 'DRA')).toEqual(see(quiet, 'DRA'));
  });

  it.each([
    { why: 'classified', held: instrument('m', [COST]) },
    { why: 'a draft', held: draft('m', [COST], { classification: 'U' }) },
    { why: 'concluded but not in force', held: draft('m', [COST], { classification: 'U', status: 'signed', entersTurn: 3 }) },
    { why: 'ended', held: instrument('m', [COST], { classification: 'U', status: 'ended' }) },
  ])('that is $why does not exist for others', ({ held }) => {
    expect([see(held, 'DRA'), see(held, null)]).toEqual([null, null]);
    expect(see(held, 'ARD')).not.toBeNull();
  });

  it('suspended and unclassified, stays public, with who suspended it', () => {
    expect(see(instrument('m', [COST], { classification: 'U', status: 'suspended', suspendedBy: 'BEL' }), 'DRA')).toMatchObject({ status: 'suspended', suspendedBy: 'BEL' });
  });

  it('is disclosed to all in the debrief', () => {
    expect(see(draft('m', [COST]), null, 'debrief')).toMatchObject({ status: 'tabled' });
  });
});

describe('a ratification', () => {
  const event = {
    type: 'instrumentRatified', data: { instrument: 'm', seat: 'BEL', price: 9 }, audience: ['ARD', 'BEL'],
    seq: 1, at: 0, turn: 2, phase: 'negotiation', actor: 'bot:BEL', command: null,
  } satisfies Event;

  it('is told to the other parties without its price, and to control with it', () => {
    const state = build();
    expect(eventFor(state, event, { kind: 'seat', seat: 'ARD' })?.data).toEqual({ instrument: 'm', seat: 'BEL' });
    expect(eventFor(state, event, { kind: 'control' })?.data).toEqual({ instrument: 'm', seat: 'BEL', price: 9 });
    expect(eventFor(state, event, { kind: 'seat', seat: 'DRA' })).toBeNull();
  });
});
