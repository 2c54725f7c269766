// How every bot goes through a turn; a character fills in with whom, how much and what besides.
import type { SeatCommand } from '../model/commands.ts';
import type { SeatId } from '../model/vocabulary.ts';
import { perSight } from '../view/look.ts';
import type { InstrumentView, InvitationView, MotionView, ReportView, Sight } from '../view/view.ts';
import { Agenda } from './agenda.ts';
import { HOST_TRUST, inclined, vote } from './assemblies.ts';
import type { Inclination } from './assemblies.ts';
import type { Reserve, Wish } from './agenda.ts';
import type { Bot, BotContext } from './bot.ts';
import { dutyWishes, partiesTo, promisesOf } from './duties.ts';
import type { Keeps, Word } from './duties.ts';
import { deploymentReserve, deployments } from './forces.ts';
import { available } from './outlook.ts';
import { replies } from './replies.ts';
import { settle } from './redress.ts';
import { collections, passOn, tellings } from './reports.ts';
import { sign } from './texts.ts';

/** One character (model guide, section 7). */
export interface Conduct {
  /** Share of the fair number of packages that it deploys, in percent. */
  deploys(see: Sight, context: BotContext): number;
  /** Does it take part in this joint act, if it can pay? */
  accepts(see: Sight, invitation: InvitationView): boolean;
  /** How it votes; left out: yes to what it can bear. */
  votes?: Inclination;
  /** Does it speak up where silence is consent? Left out: never. */
  breaksSilence?(motion: MotionView): boolean;
  /** Does it sign this text? */
  signs(see: Sight, text: InstrumentView): boolean;
  /** Does it pass reports on to this seat? */
  sharesWith(see: Sight, seat: SeatId): boolean;
  /** Does it let go of this report at all, or of what it is about to collect? Left out: yes. */
  releases?(report: Pick<ReportView, 'event'>, context: BotContext): boolean;
  /** Does it keep this promise? */
  keeps(see: Sight, word: Word): boolean;
  /** Whom it gives nothing now, whatever was promised, and does not talk to after an incident. Left out: nobody. */
  shuns?(see: Sight, seat: SeatId): boolean;
  /** Immediate acts besides signing and sharing. */
  acts(see: Sight, agenda: Agenda, context: BotContext): void;
  /** Joint acts it proposes once its duties are seen to, dearest to it first. */
  proposals(see: Sight, context: BotContext): Wish[];
  /** Orders after collection and deployment, dearest to it first. */
  orders(see: Sight, context: BotContext): Wish[];
  /** Budget that it never spends, in credits. Left out: none. */
  keepsBack?(see: Sight): number;
}

const NOTHING = { points: 0, money: 0 };

/** A promise is kept unless the character does not keep its like, or everybody it was given to is shunned. */
function keeping(see: Sight, conduct: Conduct): Keeps {
  return (word) => {
    const { shuns } = conduct;
    if (!conduct.keeps(see, word)) return false;
    return !shuns || !partiesTo(see, word).every((seat) => shuns(see, seat));
  };
}

/** What a character wants is reckoned anew only where it sees something else than before; what it says follows from that, and is asked for where something has changed. */
export function conducted(conduct: Conduct): Bot {
  const mind: Mind = {
    ...conduct,
    owed: perSight((see) => dutyWishes(see, keeping(see, conduct))),
    told: perSight((see, context: BotContext) => tellings(see, (seat) => conduct.sharesWith(see, seat), (report) => conduct.releases?.(report, context) ?? true)),
    reserved: perSight((see, context: BotContext) => ({
      points: ['COLLECT', 'DEPLOY'].filter((action) => available(see, action)).length,
      money: deploymentReserve(see, conduct.deploys(see, context), keeping(see, conduct)) + see.public.exercise.parameters.collectPrice + (conduct.keepsBack?.(see) ?? 0),
    })),
  };
  return (see, context) => {
    const { status, phase } = see.public.exercise;
    if (status !== 'running') return [];
    return [...(PHASES[phase]?.(see, mind, context) ?? []), ...replies(see, context)];
  };
}

/** What a character thinks of again and again, kept by what it sees. */
interface Mind extends Conduct {
  owed(see: Sight): Wish[];
  told(see: Sight, context: BotContext): Wish[];
  /** What proposals leave for what only the order sheet can do. */
  reserved(see: Sight, context: BotContext): Reserve;
}

type Part = (see: Sight, mind: Mind, context: BotContext) => SeatCommand[];

const PHASES: Partial<Record<Sight['public']['exercise']['phase'], Part>> = { briefing: brief, negotiation: negotiate, orders: order };

/** Acts of which a rival announces the first three that are open to it. */
const ANNOUNCED = ['COLLECT', 'DEPLOY', 'SHOW_FORCE', 'CYBER_OP', 'TRAIN'];

/** A rival says what it may do this turn (ruling 23). */
function brief(see: Sight): SeatCommand[] {
  const { id, announces } = see.own.seat;
  if (!announces || see.public.seats[id]!.announced !== null) return [];
  const actions = ANNOUNCED.filter((action) => available(see, action)).slice(0, 3);
  return actions.length > 0 ? [{ type: 'announceActs', actions }] : [];
}

function negotiate(see: Sight, mind: Mind, context: BotContext): SeatCommand[] {
  const agenda = new Agenda(see);
  answers(see, agenda, mind);
  sign(see, agenda, (text) => mind.signs(see, text));
  passOn(agenda, () => mind.told(see, context));
  settle(see, agenda);
  mind.acts(see, agenda, context);
  vote(see, agenda, mind.votes ?? inclined, mind.breaksSilence);
  for (const wish of mind.owed(see)) agenda.invite(wish, NOTHING);
  const reserve = mind.reserved(see, context);
  // Most often there is nothing to spare: then nothing has to be thought of.
  if (agenda.spares(reserve)) for (const wish of mind.proposals(see, context)) agenda.invite(wish, reserve);
  return agenda.commands;
}

function order(see: Sight, mind: Mind, context: BotContext): SeatCommand[] {
  const agenda = new Agenda(see);
  decisions(see, agenda);
  answers(see, agenda, mind);
  vote(see, agenda, mind.votes ?? inclined, mind.breaksSilence);
  settle(see, agenda);
  passOn(agenda, () => mind.told(see, context));
  const collecting = collections(see, (seat) => mind.sharesWith(see, seat), (report) => mind.releases?.(report, context) ?? true);
  agenda.save([
    ...clearances(see, mind),
    ...mind.owed(see),
    ...collecting,
    ...deployments(see, agenda, mind.deploys(see, context), collecting.length * see.public.exercise.parameters.collectPrice, keeping(see, mind)),
    ...mind.orders(see, context),
  ], mind.keepsBack?.(see) ?? 0);
  return agenda.commands;
}

/** Decisions that injects ask for take the default (ruling 83), late in the turn: a person who takes the seat over may still decide otherwise. */
function decisions(see: Sight, agenda: Agenda): void {
  for (const { id, decide } of Object.values(see.own.injects).sort((a, b) => (a.id < b.id ? -1 : 1))) {
    if (decide && decide.taken === null) agenda.add({ type: 'decideInject', inject: id, option: decide.default });
  }
}

const unanswered = (see: Sight): InvitationView[] => {
  const self = see.own.seat.id;
  return Object.values(see.own.invitations).filter(({ status, to, answers: given }) => status === 'open' && to.includes(self) && !given[self]).sort((a, b) => (a.id < b.id ? -1 : 1));
};

function answers(see: Sight, agenda: Agenda, conduct: Conduct): void {
  // Whoever owes a report must be able to collect it.
  const collection = available(see, 'COLLECT') ? { points: 1, money: see.public.exercise.parameters.collectPrice } : NOTHING;
  for (const invitation of unanswered(see)) {
    const promises = promisesOf(see, invitation);
    const owed = promises.some(keeping(see, conduct));
    // What was promised and is not given now is not given as a favour either.
    const willing = promises.length === 0 && conduct.accepts(see, invitation) && (invitation.action !== 'HOST' || (see.own.relations[invitation.from]?.trust ?? 0) >= HOST_TRUST);
    agenda.answer(invitation, owed || willing, owed ? NOTHING : collection);
  }
}

/** An incident this seat is part of is talked down, unless it will not talk to the other side. */
function clearances(see: Sight, { shuns }: Conduct): Wish[] {
  const self = see.own.seat.id;
  return Object.values(see.public.crises)
    .filter(({ open, incident }) => open && incident?.parties.includes(self) && !(shuns && incident.parties.some((seat) => seat !== self && shuns(see, seat))))
    .map(({ id }) => ({ action: 'DECONFLICT', params: { crisis: id } }));
}
