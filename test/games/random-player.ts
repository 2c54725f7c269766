// A player that tries anything the forms would let a person try: it finds states that sensible bots never reach.
import type { z } from 'zod';
import type { Bot, BotContext } from '../../shared/bots/bot.ts';
import type { OrderInput, SeatCommand } from '../../shared/model/commands.ts';
import { DOMAINS, MARKINGS } from '../../shared/model/vocabulary.ts';
import { fieldOf } from '../../shared/rules/actions/action.ts';
import type { Field } from '../../shared/rules/actions/action.ts';
import { ACTIONS } from '../../shared/rules/actions/catalogue.ts';
import { CLAUSES } from '../../shared/rules/clauses/catalogue.ts';
import { legal, parsed } from '../../shared/rules/legality.ts';
import { latest } from '../../shared/rules/instruments/binding.ts';
import type { Sight } from '../../shared/view/view.ts';

type Pick = (name: string, count: number) => number;

/** What could be chosen for each kind of control. */
function value(see: Sight, schema: z.ZodType, pick: Pick, name: string, chosen: Record<string, unknown>): unknown {
  const field = fieldOf(schema);
  const others = see.public.exercise.seats.filter((seat) => seat !== see.own.seat.id);
  const one = <T>(list: readonly T[]): T | undefined => list[pick(name, Math.max(1, list.length))];
  const some = <T>(list: readonly T[]): T[] => list.filter((_item, index) => pick(`${name}/${index}`, 2) === 0);
  const clause = () => {
    const { kind, parameters } = one(Object.values(CLAUSES).filter((entry) => entry.kind !== 'IF'))!;
    return { kind, params: filled(see, parameters.shape, pick, `${name}/${kind}`) };
  };
  const makers: Record<Field['field'], () => unknown> = {
    seat: () => (field?.optional && pick(`${name}?`, 2) === 0 ? null : one(others)),
    seats: () => some(others), domain: () => one(DOMAINS), domains: () => some(DOMAINS),
    region: () => one(Object.values(see.public.seats).map(({ region }) => region)), regions: () => [one(Object.values(see.public.seats).map(({ region }) => region))],
    crisis: () => one(Object.keys(see.public.crises)), crises: () => some(Object.keys(see.public.crises)), condition: () => 'rung/any/3', clause: () => (field?.optional && pick(`${name}?`, 2) === 0 ? null : clause()), dispute: () => one(Object.keys(see.own.disputes)), restriction: () => `domain/${one(DOMAINS)}`, threat: () => one(Object.keys(see.public.threats)), threats: () => some(Object.keys(see.public.threats)),
    hypothesis: () => one(Object.values(see.public.threats).flatMap(({ hypotheses }) => hypotheses.map(({ id }) => id))),
    report: () => one(Object.keys(see.own.reports)), event: () => one(Object.values(see.own.reports).map(({ event }) => event)), source: () => one(see.own.ministry.sources.map(({ id }) => id)),
    instrument: () => one(Object.keys(see.own.instruments)), organisation: () => one(Object.keys(see.public.organisations)), motion: () => one(Object.keys(see.own.motions)), flag: () => pick(name, 2) === 0,
    choice: () => one(field?.options ?? []), marking: () => one(MARKINGS),
    number: () => {
      const held = see.own.instruments[chosen.instrument as string];
      if (name.endsWith('version') && held) return latest(held).version;
      return (field?.min ?? 0) + pick(name, (field?.max ?? 0) - (field?.min ?? 0) + 1);
    },
    packages: () => some(DOMAINS).map((domain) => ({ domain, count: pick(`${name}/${domain}`, 4) })),
    clauses: () => some(Object.values(CLAUSES)).map(({ kind, parameters }) => ({ kind, params: filled(see, parameters.shape, pick, `${name}/${kind}`) })),
    text: () => 'Words', orders: () => [],
  };
  return field ? makers[field.field]() : undefined;
}

function filled(see: Sight, shape: Record<string, z.ZodType>, pick: Pick, name: string): Record<string, unknown> {
  const params: Record<string, unknown> = {};
  for (const [key, schema] of Object.entries(shape)) params[key] = value(see, schema, pick, `${name}.${key}`, params);
  return params;
}

/** Tries a handful of acts, proposals, answers and orders; what is legal by itself is asked for, affordable or not. */
export const randomPlayer: Bot = (see, context) => {
  const { status, phase } = see.public.exercise;
  const asked = Object.keys(see.own.ministry.actsThisTurn).length + see.own.sheet.orders.length + Object.keys(see.own.messages).length;
  if (status !== 'running' || asked > 12 || !['negotiation', 'orders'].includes(phase)) return [];
  const pick = pickerOf(context, `${phase}/${asked}`);
  const commands: SeatCommand[] = [];
  for (const invitation of Object.values(see.own.invitations)) {
    if (invitation.to.includes(see.own.seat.id) && invitation.status === 'open' && !invitation.answers[see.own.seat.id]) commands.push({ type: 'answerInvitation', invitation: invitation.id, accept: pick(invitation.id, 3) > 0 });
    if (invitation.from === see.own.seat.id && invitation.status === 'open' && pick(`${invitation.id}?`, 6) === 0) commands.push({ type: 'withdrawInvitation', invitation: invitation.id });
  }
  const orders: OrderInput[] = [];
  for (let round = 0; round < 12; round += 1) {
    const codes = Object.keys(ACTIONS);
    const code = codes[pick(`code/${round}`, codes.length)]!;
    const action = ACTIONS[code]!;
    const ready = parsed(see, code, filled(see, action.parameters.shape, pick, `${round}/${code}`));
    if (!ready.ok || legal(see, action, ready.value.params)) continue;
    const { params } = ready.value;
    const joint = action.timing === 'joint' && action.partners(params, see.own.seat.id).length > 0;
    if (action.timing === 'immediate') commands.push({ type: 'act', action: code, params });
    else if (joint) commands.push({ type: 'invite', action: code, params });
    else orders.push({ id: `order-${round}`, action: code, params, intent: 'Why not.', invitation: null });
  }
  if (orders.length > 0) commands.push({ type: 'saveOrders', orders: orders.slice(0, 3) });
  return commands;
};

function pickerOf(context: BotContext, prefix: string): Pick {
  return (name, count) => context.draw(`${prefix}/${name}`) % count;
}
