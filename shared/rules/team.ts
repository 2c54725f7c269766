// Teams that share a seat: whose area each act is, what binds the ministry, and what each member may do now. Needs no more than a seat sees.
import type { Command, SeatCommand } from '../model/commands.ts';
import type { Invitation, Order, RowMark, State, Team } from '../model/state.ts';
import type { Phase, SeatId, TeamRole } from '../model/vocabulary.ts';
import { TEAM_ROLES } from '../model/vocabulary.ts';
import type { ActionCode } from './actions/catalogue.ts';
import { refusal } from './refusals.ts';
import type { Refusal } from './refusals.ts';

/** Whose an act is. One that binds is the minister's, whoever prepares it. */
export interface Charge {
  area: TeamRole | 'anyone';
  binds: boolean;
}

const ANYONE: Charge = { area: 'anyone', binds: false };
const POLICY: Charge = { area: 'policy', binds: false };
const INTELLIGENCE: Charge = { area: 'intelligence', binds: false };
const RESOURCES: Charge = { area: 'resources', binds: false };
const binding = ({ area }: Charge): Charge => ({ area, binds: true });

/** Whose each action is: a new one does not compile until someone has said. */
const ACTS: Readonly<Record<ActionCode, Charge | ((params: Readonly<Record<string, unknown>>) => Charge)>> = {
  VISIT: POLICY, FORUM: POLICY, CHANNEL: POLICY, DEMARCHE: POLICY, RECONCILE: POLICY, EXCHANGE: POLICY, TABLE: POLICY, AMEND: POLICY, MOTION: POLICY, NOTIFY: POLICY, DECONFLICT: POLICY, INSPECT: POLICY,
  SIGN: binding(POLICY), RATIFY: binding(POLICY), SUSPEND: binding(POLICY), WITHDRAW: binding(POLICY), DISPUTE: binding(POLICY), REMEDY: binding(POLICY), PLEDGE: binding(POLICY), VOTE: binding(POLICY), MEMBERSHIP: binding(POLICY), HOST: binding(POLICY),
  COLLECT: INTELLIGENCE, SHARE: INTELLIGENCE, RELEASE: INTELLIGENCE, SANITISE: INTELLIGENCE, FUSE: INTELLIGENCE, CI_SWEEP: INTELLIGENCE, CIVMIL: INTELLIGENCE, CYBER_OP: INTELLIGENCE,
  LEAK: binding(INTELLIGENCE), DECEIVE: binding(INTELLIGENCE),
  ATTRIBUTE: (params) => (params.public === true ? binding(INTELLIGENCE) : INTELLIGENCE),
  INVEST: RESOURCES, TRAIN: RESOURCES, EXERCISE: RESOURCES, AID: RESOURCES, STANDARDISE: RESOURCES, HARDEN: RESOURCES, DEPLOY: RESOURCES, SHOW_FORCE: RESOURCES,
};

/** What the charge of a command depends on besides the command. */
export interface Circumstances {
  seat: SeatId;
  phase: Phase;
  invitations: Readonly<Record<string, Pick<Invitation, 'action'>>>;
}

const ofInvitation = (id: string, { invitations }: Circumstances): Charge => chargeOfAction(invitations[id]?.action ?? '', {});

/** Whose each command of a seat is. */
const COMMANDS: { readonly [T in SeatCommand['type']]: (command: Extract<SeatCommand, { type: T }>, circumstances: Circumstances) => Charge } = {
  act: ({ action, params }) => chargeOfAction(action, params),
  invite: ({ action, params }) => chargeOfAction(action, params),
  // A word given to others binds; a word not given does not.
  answerInvitation: ({ invitation, accept }, now) => (accept ? binding(ofInvitation(invitation, now)) : ofInvitation(invitation, now)),
  withdrawInvitation: ({ invitation }, now) => ofInvitation(invitation, now),
  sendMessage: ({ to }, { seat }) => (to.every((one) => one === seat || one === 'control') ? ANYONE : POLICY),
  decideInject: () => binding(POLICY),
  proposeMatrix: () => POLICY,
  argueMatrix: () => POLICY,
  withdrawMatrix: () => POLICY,
  // One sheet for all: its rows say whose word stands behind them.
  saveOrders: () => ANYONE,
  // Elsewhere ready means no more than having read.
  setReady: ({ ready }, { phase }) => (ready && (phase === 'negotiation' || phase === 'orders') ? { area: 'minister', binds: false } : ANYONE),
  markStanding: () => ANYONE,
  announceActs: () => ANYONE,
};

export function chargeOfAction(code: string, params: Readonly<Record<string, unknown>>): Charge {
  if (!Object.hasOwn(ACTS, code)) return POLICY;
  const charge = ACTS[code as ActionCode];
  return typeof charge === 'function' ? charge(params) : charge;
}

export function chargeOf<C extends SeatCommand>(command: C, circumstances: Circumstances): Charge {
  return (COMMANDS[command.type] as (command: C, circumstances: Circumstances) => Charge)(command, circumstances);
}

const isSeatCommand = (command: Command): command is SeatCommand => Object.hasOwn(COMMANDS, command.type);

export function teamOf(state: Pick<State, 'seating' | 'team' | 'deputies'>, seat: SeatId): Team {
  const people = Object.keys(state.seating).filter((person) => state.seating[person] === seat).sort();
  const deputy = state.deputies[seat];
  return { members: Object.fromEntries(people.map((person) => [person, state.team[person] ?? 'policy'])), deputy: deputy !== undefined && people.includes(deputy) ? deputy : null };
}

/** The first role that nobody in the seat has; where all are taken, the area with the fewest people. */
export function freeRole({ members }: Team): TeamRole {
  const count = (role: TeamRole) => Object.values(members).filter((held) => held === role).length;
  const [minister, ...areas] = TEAM_ROLES;
  return count(minister) === 0 ? minister : areas.reduce((best, role) => (count(role) < count(best) ? role : best));
}

export interface Powers {
  /** What this person may ask for by themselves. */
  carries: readonly TeamRole[];
  /** Has the minister's own hand: binds the ministry without anybody else's word. */
  hand: boolean;
}

const NONE: Powers = { carries: [], hand: false };

/** What a member may do: everything alone, as the minister or as the deputy; else the own area and those that nobody has. Where nobody is the minister, the first of the others acts. */
export function powersOf({ members, deputy }: Team, person: string): Powers {
  const own = members[person];
  if (own === undefined) return NONE;
  const people = Object.keys(members);
  if (people.length === 1 || own === 'minister' || deputy === person) return { carries: TEAM_ROLES, hand: true };
  const held = new Set(Object.values(members));
  const place = (one: string) => TEAM_ROLES.indexOf(members[one]!);
  const first = [...people].sort((a, b) => place(a) - place(b) || (a < b ? -1 : 1))[0];
  if (!held.has('minister') && deputy === null && first === person) return { carries: TEAM_ROLES, hand: false };
  return { carries: TEAM_ROLES.filter((role) => role === own || (role !== 'minister' && !held.has(role))), hand: false };
}

/** Why this person may not do it by themselves; null: they may. `seconded`: somebody else of the team stands behind it. */
export function outsidePowers(team: Team, person: string, { area, binds }: Charge, seconded: boolean): Refusal | null {
  const { carries, hand } = powersOf(team, person);
  const role = binds ? 'minister' : area;
  if (role === 'anyone') return null;
  if (!carries.includes(role)) return refusal('notYourArea', null, { role });
  return binds && !hand && !seconded ? refusal('needsSecond') : null;
}

/** A command that its asker's role does not carry. Asked by exercise control or a bot, a seat's command carries every role. */
export function teamRefusal(state: State, participant: string, seat: SeatId | null, command: Command): Refusal | null {
  if (!state.settings.teams || state.status === 'debrief' || seat === null || !isSeatCommand(command)) return null;
  const refused = outsidePowers(teamOf(state, seat), participant, chargeOf(command, { seat, phase: state.phase, invitations: state.invitations }), false);
  return refused && command.type === 'setReady' ? refusal('notYourReady') : refused;
}

/** May this person stand behind an order that somebody wrote? */
export function mayApprove(team: Team, person: string, order: Pick<Order, 'action' | 'params'>, mark: RowMark): boolean {
  return outsidePowers(team, person, chargeOfAction(order.action, order.params), mark.by !== person) === null;
}

/** Marks of a sheet that this person saves: what they left as it was keeps its mark, what they wrote has their word as far as their role carries it. */
export function marksOf(team: Team, person: string, before: { orders: readonly Order[]; marks?: Record<string, RowMark> }, after: readonly Order[]): Record<string, RowMark> {
  const wording = ({ action, params, invitation }: Order) => JSON.stringify([action, params, invitation]);
  const marks: Record<string, RowMark> = {};
  for (const order of after) {
    if (order.invitation !== null) continue;
    const held = before.orders.find(({ id }) => id === order.id);
    const mark = held && wording(held) === wording(order) ? before.marks?.[order.id] : { by: person, approved: mayApprove(team, person, order, { by: person, approved: null }) ? person : null };
    if (mark) marks[order.id] = mark;
  }
  return marks;
}

/** Orders of the sheet that wait for a word this person can give. */
export function approvable(team: Team, person: string, { orders, marks = {} }: { orders: readonly Order[]; marks?: Record<string, RowMark> }): string[] {
  return orders.filter((order) => marks[order.id]?.approved === null && mayApprove(team, person, order, marks[order.id]!)).map(({ id }) => id);
}

/** Does it stay back at the lock: an order that binds the ministry, and nobody who can has said yes? */
export function staysBack(order: Order, marks: Record<string, RowMark> | undefined): boolean {
  return marks?.[order.id]?.approved === null && chargeOfAction(order.action, order.params).binds;
}
