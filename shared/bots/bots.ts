// Every character a bot can play, and what the bot in a seat asks for now.
import type { SeatCommand } from '../model/commands.ts';
import type { State } from '../model/state.ts';
import type { BotCharacter, SeatId } from '../model/vocabulary.ts';
import { draw, opaqueId } from '../rules/random.ts';
import { seatSight } from '../view/view-for.ts';
import type { Sight } from '../view/view.ts';
import type { Bot, BotContext } from './bot.ts';
import { cooperator } from './cooperator.ts';
import { freeRider } from './free-rider.ts';
import { hawk } from './hawk.ts';
import { hedger } from './hedger.ts';
import { isolationist } from './isolationist.ts';
import { titForTat } from './tit-for-tat.ts';

export const BOTS: Readonly<Record<BotCharacter, Bot>> = { cooperator, titForTat, freeRider, hawk, hedger, isolationist };

export interface BotCommand {
  command: SeatCommand;
  /** Made from what the bot asks for and when, so that nothing another seat does in secret shifts it. */
  id: string;
}

/** What the bot in this seat asks for now, in order; nothing if no bot sits there. */
export function botCommands(state: State, seat: SeatId): BotCommand[] {
  const character = state.bots[seat];
  return character === undefined ? [] : commandsOf(BOTS[character], state, seat, seatSight(state, seat));
}

/** The same for any bot in the seat, shown any sight of it. */
export function commandsOf(bot: Bot, state: State, seat: SeatId, sight: Sight): BotCommand[] {
  const { seed, turn, phase } = state;
  const context: BotContext = { draw: (name) => draw(seed, turn, `bot/${seat}/${name}`) };
  const commands = bot(sight, context);
  if (commands.length === 0) return [];
  const sheet = JSON.stringify(sight.own.sheet.orders);
  return commands.map((command) => ({ command, id: opaqueId(seed, turn, 'bot', seat, phase, sheet, JSON.stringify(command)) }));
}
