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
type Chosen = Record<string, unknown>;

/** What is asked for at a time, and the points that Negotiation leaves for orders. */
const ACTS = 4;
const FOR_ORDERS = 2;
const ROUNDS = { negotiation: 24, orders: 60 };

/** What could be chosen for each kind of control. */
function value(see: Sight, schema: z.ZodType, pick: Pick, name: string, chosen: Chosen): unknown {
  const field = fieldOf(schema);
  const others = see.public.exercise.seats.filter((seat) => seat !== see.own.seat.id);
  const one = <T>(list: readonly T[]): T | undefined => list[pick(name, Math.max(1, list.length))];
  const some = <T>(list: readonly T[]): T[] => list.filter((_item, index) => pick(`${name}/${index}`, 2) === 0);
  const instrument = see.own.instruments[chosen.instrument as string];
  const dispute = see.own.disputes[chosen.dispute as string];
  const regions = Object.values(see.public.crises).map(({ region }) => region);
  const anywhere = () => one([...regions, ...Object.values(see.public.seats).map(({ region }) => region)]);
  const left = field?.optional === true && pick(`${name}?`, 2) === 0;
  const clause = (at: string, kinds = Object.values(CLAUSES)) => {
    const { kind, parameters } = kinds[pick(at, kinds.length)]!;
    return { kind, params: filled(see, parameters.shape, pick, `${at}/${kind}`) };
  };
  /** A few clauses at a time, or everything would contradict everything; and how it ends, which binding texts need. */
  const clauses = () => [...Array.from({ length: 1 + pick(`${name}#`, 3) }, (_, index) => clause(`${name}/${index}`, Object.values(CLAUSES).filter(({ kind }) => kind !== 'TERM'))), clause(`${name}/end`, [CLAUSES.TERM!])];
  const makers: Record<Field['field'], () => unknown> = {
    seat: () => (left ? null : chosen.event ? Object.values(see.own.reports).find(({ event }) => event === chosen.event)?.originator : one(instrument ? instrument.parties.filter((seat) => seat !== see.own.seat.id) : others)),
    seats: () => (name.endsWith('.parties') ? others.filter((_seat, index) => pick(`${name}/${index}`, 3) === 0) : some(others)), domain: () => one(DOMAINS), domains: () => some(DOMAINS),
    region: anywhere, regions: () => [anywhere()],
    crisis: () => (left ? null : one(Object.keys(see.public.crises))), crises: () => some(Object.keys(see.public.crises)),
    condition: () => one(['rung/any/3', 'severity/any/40', `struck/${see.own.seat.id}`, ...Object.keys(see.public.crises).map((crisis) => `open/${crisis}`)]),
    clause: () => (left ? null : clause(name, Object.values(CLAUSES).filter(({ kind }) => kind !== 'IF'))), dispute: () => one(Object.keys(see.own.disputes)), restriction: () => `domain/${one(DOMAINS)}`,
    threat: () => one(Object.keys(see.public.threats)), threats: () => some(Object.keys(see.public.threats)),
    hypothesis: () => one((see.public.threats[chosen.threat as string] ? [see.public.threats[chosen.threat as string]!] : Object.values(see.public.threats)).flatMap(({ hypotheses }) => hypotheses.map(({ id }) => id))),
    report: () => one(Object.keys(see.own.reports)), event: () => one(Object.values(see.own.reports).map(({ event }) => event)), source: () => one(see.own.ministry.sources.filter(({ threat }) => threat === chosen.threat).map(({ id }) => id)),
    instrument: () => (left ? null : one(Object.keys(see.own.instruments))), organisation: () => (left ? null : one(Object.keys(see.public.organisations))), motion: () => one(Object.keys(see.own.motions)), flag: () => pick(name, 2) === 0,
    choice: () => one(field?.options ?? []), marking: () => one(MARKINGS),
    number: () => {
      if (name.endsWith('.version') && instrument) return latest(instrument).version;
      if (name.endsWith('.clause') && instrument) return 1 + pick(name, latest(instrument).clauses.length);
      // A duty is disputed that was due lately; everything else lies ahead.
      if (name.endsWith('.turn')) return Math.max(1, see.public.exercise.turn + (instrument ? -1 - pick(name, 2) : pick(name, 3)));
      return (field?.min ?? 0) + pick(name, (field?.max ?? 0) - (field?.min ?? 0) + 1);
    },
    packages: () => DOMAINS.filter((domain) => see.own.ministry.packages[domain] > 0 && pick(`${name}/${domain}?`, 3) === 0).map((domain) => ({ domain, count: pick(`${name}/${domain}`, 3) })),
    clauses, text: () => 'Words', orders: () => [],
  };
  if (dispute && name.endsWith('.seats')) return others.filter((seat) => seat !== dispute.filer && seat !== dispute.respondent).slice(0, 2);
  return field ? makers[field.field]() : undefined;
}

function filled(see: Sight, shape: Record<string, z.ZodType>, pick: Pick, name: string): Record<string, unknown> {
  const params: Record<string, unknown> = {};
  for (const [key, schema] of Object.entries(shape)) params[key] = value(see, schema, pick, `${name}.${key}`, params);
  return params;
}

/** What others have asked of the seat: invitations, texts on the table, decisions of injects. */
function answers(see: Sight, pick: Pick): SeatCommand[] {
  const self = see.own.seat.id;
  const commands: SeatCommand[] = [];
  for (const invitation of Object.values(see.own.invitations)) {
    if (invitation.status !== 'open') continue;
    if (invitation.to.includes(self) && !invitation.answers[self]) commands.push({ type: 'answerInvitation', invitation: invitation.id, accept: pick(invitation.id, 3) > 0 });
    if (invitation.from === self && pick(`${invitation.id}?`, 6) === 0) commands.push({ type: 'withdrawInvitation', invitation: invitation.id });
  }
  for (const held of Object.values(see.own.instruments)) {
    const { version } = latest(held);
    const open = held.status === 'tabled' || (held.binding !== null && held.binding !== version);
    if (open && held.signatures[self] !== version && pick(`sign/${held.id}`, 4) > 0) commands.push({ type: 'act', action: 'SIGN', params: { instrument: held.id, version } });
    if (held.status === 'signed' && !held.ratified.includes(self)) commands.push({ type: 'act', action: 'RATIFY', params: { instrument: held.id } });
  }
  for (const { id, status, proposal } of Object.values(see.own.disputes)) {
    const move = proposal === null || pick(`remedy/${id}`, 3) === 0 ? (['propose', 'ask', 'propose'] as const)[pick(`open/${id}`, 3)]! : (['accept', 'refuse', 'accept'] as const)[pick(`answer/${id}`, 3)]!;
    const params = filled(see, ACTIONS.REMEDY!.parameters.shape, pick, `remedy/${id}`);
    if (status === 'open') commands.push({ type: 'act', action: 'REMEDY', params: { ...params, dispute: id, move, seats: see.public.exercise.seats.filter((seat) => seat !== self).slice(0, 2) } });
  }
  for (const { id, decide } of Object.values(see.own.injects)) {
    if (decide && decide.taken === null && pick(`decide/${id}`, 2) === 0) commands.push({ type: 'decideInject', inject: id, option: decide.options[pick(id, decide.options.length)]!.id });
  }
  return commands;
}

/** Words: messages, and ideas that no action covers. */
function words(see: Sight, pick: Pick): SeatCommand[] {
  const others = see.public.exercise.seats.filter((seat) => seat !== see.own.seat.id);
  const commands: SeatCommand[] = [];
  if (pick('message', 6) === 0) commands.push({ type: 'sendMessage', to: pick('message/control', 4) === 0 ? ['control'] : [others[pick('message/to', others.length)]!], text: 'Words' });
  if (pick('idea', 8) === 0) commands.push({ type: 'proposeMatrix', act: 'Words', effect: 'Words', reasons: ['One', 'Two', 'Three'] });
  for (const idea of Object.values(see.public.matrix)) {
    if (idea.status !== 'open' || idea.arguments.some(({ seat }) => seat === see.own.seat.id) || pick(`idea/${idea.id}`, 6) > 0) continue;
    if (idea.seat === see.own.seat.id) commands.push({ type: 'withdrawMatrix', matrix: idea.id });
    else commands.push({ type: 'argueMatrix', matrix: idea.id, side: pick(`side/${idea.id}`, 2) === 0 ? 'for' : 'against', text: 'Words' });
  }
  return commands;
}

/** Tries a handful of acts, proposals, answers and orders; what is legal by itself is asked for, affordable or not. */
export const randomPlayer: Bot = (see, context) => {
  const { status, phase } = see.public.exercise;
  const asked = Object.values(see.own.effort.actsThisTurn).reduce((sum, times) => sum + times, 0) + see.own.sheet.orders.length + Object.keys(see.own.messages).length;
  if (status !== 'running' || (phase !== 'negotiation' && phase !== 'orders')) return [];
  const pick = pickerOf(context, `${phase}/${asked}`);
  const commands = answers(see, pick);
  if (asked > 14) return commands;
  commands.push(...words(see, pick));
  const orders: OrderInput[] = [];
  let points = see.own.effort.points - see.own.effort.pointsSpent - (phase === 'negotiation' ? FOR_ORDERS : 0);
  let acts = ACTS;
  for (let round = 0; round < ROUNDS[phase]; round += 1) {
    const codes = Object.keys(ACTIONS);
    const code = codes[pick(`code/${round}`, codes.length)]!;
    const action = ACTIONS[code]!;
    const joint = action.timing === 'joint';
    const order = !joint && action.timing === 'order';
    if (phase === 'negotiation' ? order : !(order || action.untilLock)) continue;
    if (action.points > points || (order ? orders.length >= 3 : acts === 0)) continue;
    const ready = parsed(see, code, filled(see, action.parameters.shape, pick, `${round}/${code}`));
    if (!ready.ok || legal(see, action, ready.value.params)) continue;
    const { params } = ready.value;
    points -= action.points;
    if (order) orders.push({ id: `order-${round}`, action: code, params, intent: 'Why not.', invitation: null });
    else {
      acts -= 1;
      commands.push({ type: joint && action.partners(params, see.own.seat.id).length > 0 ? 'invite' : 'act', action: code, params });
    }
  }
  if (orders.length > 0 && see.own.sheet.orders.every(({ invitation }) => invitation !== null)) commands.push({ type: 'saveOrders', orders });
  return commands;
};

function pickerOf(context: BotContext, prefix: string): Pick {
  return (name, count) => context.draw(`${prefix}/${name}`) % count;
}
