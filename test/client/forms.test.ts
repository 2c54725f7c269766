// Forms from the catalogue: every action and parameter has words and a control, prices and refusals are those of the rules.
import { describe, expect, it } from 'vitest';
import { actionsFrom, availabilityOf, pointsLeft } from '../../client/actions/availability.ts';
import { judge, wayOf } from '../../client/actions/judgement.ts';
import { menuFor } from '../../client/actions/action-menu.tsx';
import { hasControl } from '../../client/actions/parameter-field.tsx';
import { fieldOf } from '../../shared/rules/actions/action.ts';
import { labelOf, optionLabel, optionsFor, parse, startValues } from '../../client/actions/parameters.ts';
import { TEXTS, hasText } from '../../client/locales/text.ts';
import { ACTIONS } from '../../shared/rules/actions/catalogue.ts';
import { decide } from '../../shared/rules/decide.ts';
import { CLAUSES } from '../../shared/rules/clauses/catalogue.ts';
import { Table, playedTurn } from './fixture.ts';

const CODES = Object.keys(ACTIONS);
const shapes = [...Object.values(ACTIONS).map((action) => [action.code, action.parameters.shape] as const), ...Object.values(CLAUSES).map((kind) => [kind.kind, kind.parameters.shape] as const)];
const parameters = shapes.flatMap(([owner, shape]) => Object.entries(shape).map(([name, schema]) => [owner, name, schema] as const));

describe('texts of the catalogue', () => {
  it.each(CODES)('%s has a name, an account of what it does, and words for timing, group and visibility', (code) => {
    const { timing, group, visibility } = ACTIONS[code]!;
    for (const key of [`action.${code}`, `action.${code}.does`, `timing.${timing}`, `group.${group}`, `visibility.${visibility}`]) expect(hasText(key), key).toBe(true);
  });
  it.each(parameters)('%s.%s has a label, a field, and words for each option', (owner, name, schema) => {
    expect(labelOf(owner, name)).not.toBe(name);
    const field = fieldOf(schema);
    expect(field).not.toBeNull();
    expect(hasControl(schema) || field!.field === 'clauses').toBe(true);
    for (const option of field!.options ?? []) expect(hasText(`option.${name}.${option}`) || optionLabel(name, option) !== option, option).toBe(true);
  });
  it('has no text for an action that does not exist', () => {
    const named = Object.keys(TEXTS).flatMap((key) => /^action\.([A-Z_]+)/.exec(key)?.[1] ?? []);
    expect([...new Set(named)].sort()).toEqual([...CODES].sort());
  });
});

describe('a form', () => {
  const table = new Table({ everything: true });
  table.until('negotiation');
  const see = table.sight('NIH');
  const choosing = { sight: see, owner: 'COLLECT', seats: ['COL', 'HAN', 'MER'] };

  it('starts with what it was opened on, with defaults, and with the only choice there is', () => {
    expect(startValues(ACTIONS.COLLECT!.parameters.shape, choosing, {})).toEqual({ threat: 'launches', source: table.source('NIH'), shareWith: [], originatorControlled: false });
    expect(startValues(ACTIONS.VISIT!.parameters.shape, { ...choosing, owner: 'VISIT' }, { partner: 'COL' })).toEqual({ partner: 'COL' });
    expect(startValues(ACTIONS.VISIT!.parameters.shape, { ...choosing, owner: 'VISIT' }, {})).toEqual({});
  });

  it('names what is missing, and what is wrong', () => {
    expect(parse(ACTIONS.VISIT!.parameters, {})).toMatchObject({ ok: false, refusal: { code: 'parameterMissing', subject: 'partner' } });
    expect(parse(ACTIONS.EXERCISE!.parameters, { domain: 'SPACE', region: 'NIH' })).toMatchObject({ ok: false, refusal: { code: 'parameterInvalid', subject: 'domain' } });
  });

  it('offers hypotheses of the chosen threat, and no countries but the others', () => {
    const field = (code: string, name: string) => fieldOf(ACTIONS[code]!.parameters.shape[name]!)!;
    expect(optionsFor({ ...choosing, values: { threat: 'launches' } }, field('ATTRIBUTE', 'claim'), 'claim')).toHaveLength(3);
    expect(optionsFor({ ...choosing, values: {} }, field('ATTRIBUTE', 'claim'), 'claim')).toEqual([]);
    expect(optionsFor({ ...choosing, values: {} }, field('VISIT', 'partner'), 'partner').map(({ id }) => id)).toEqual(['COL', 'HAN', 'MER']);
  });

  it('prices and refuses as the rules do', () => {
    expect(judge(see, ACTIONS.EXERCISE!, { partners: ['COL', 'HAN'], domain: 'SEA', region: 'NIH' })).toMatchObject({ price: { money: 4, capital: 0 }, refusal: null, partners: ['COL', 'HAN'] });
    expect(judge(see, ACTIONS.CHANNEL!, { partner: 'COL', channel: 'securelink' }).refusal).toMatchObject({ code: 'alreadyConnected' });
    expect(judge(see, ACTIONS.VISIT!, {})).toMatchObject({ incomplete: true, params: null, price: { money: 2, capital: 0 } });
    expect(judge(see, ACTIONS.ATTRIBUTE!, { threat: 'launches' }).price).toEqual({ money: 0, capital: 2 });
  });

  it('asks at once, by invitation or by order, as the act needs', () => {
    expect(wayOf(ACTIONS.DEMARCHE!, [])).toBe('act');
    expect(wayOf(ACTIONS.EXERCISE!, ['COL'])).toBe('invite');
    expect(wayOf(ACTIONS.EXERCISE!, [])).toBe('order');
    expect(wayOf(ACTIONS.TRAIN!, [])).toBe('order');
    expect(wayOf(ACTIONS.VISIT!, [])).toBe('invite');
    expect(judge(see, ACTIONS.EXERCISE!, { partners: ['COL'] })).toMatchObject({ incomplete: true, partners: ['COL'] });
  });
});

describe('a menu', () => {
  it('shows what is locked with its turn, and what is impossible with the reason', () => {
    const table = new Table();
    table.until('negotiation');
    const see = table.sight('NIH');
    const items = Object.fromEntries(menuFor(see, { thing: 'country', id: 'COL' }).map((item) => [item.action.code, item]));
    expect(items.VISIT).toMatchObject({ availability: { kind: 'open' }, refusal: null, answers: { given: { partner: 'COL' } } });
    expect(items.CHANNEL).toMatchObject({ availability: { kind: 'locked', turn: 2 } });
    expect(items.TABLE).toBeUndefined();
    // NOTIFY is never unlocked by this scenario's calendar: it is not offered.
    expect(actionsFrom(see, 'country').map(({ code }) => code)).not.toContain('NOTIFY');
    const self = menuFor(see, { thing: 'country', id: 'NIH' }).find(({ action }) => action.code === 'VISIT');
    expect(self?.refusal).toContain('your own ministry');
  });

  it.each(['negotiation', 'orders', 'review'] as const)('agrees with the rules on what belongs to the phase: %s', (phase) => {
    const table = new Table({ everything: true });
    table.until(phase);
    const see = table.sight('NIH');
    for (const action of Object.values(ACTIONS)) {
      const command = action.timing === 'immediate' ? { type: 'act' as const, action: action.code, params: {} } : action.timing === 'joint' && !action.alone ? { type: 'invite' as const, action: action.code, params: {} } : { type: 'saveOrders' as const, orders: [] };
      const decided = decide(table.state, { actor: { kind: 'bot', seat: 'NIH' }, command, id: 'x', at: 0, nonce: '' });
      const late = !decided.ok && decided.refusal.code === 'wrongPhase';
      expect([action.code, availabilityOf(see, action).kind === 'phase']).toEqual([action.code, late]);
    }
  });

  it('knows phases, caps and points', () => {
    const table = playedTurn();
    expect(availabilityOf(table.sight('NIH'), ACTIONS.VISIT!)).toEqual({ kind: 'phase', needed: 'negotiation' });
    table.until('orders');
    table.order('NIH', [{ action: 'TRAIN', params: {} }]);
    const see = table.sight('NIH');
    expect(availabilityOf(see, ACTIONS.TRAIN!)).toEqual({ kind: 'capped', cap: 1 });
    expect(availabilityOf(see, ACTIONS.SHARE!)).toEqual({ kind: 'open' });
    expect(pointsLeft(see)).toBe(3);
  });
});
