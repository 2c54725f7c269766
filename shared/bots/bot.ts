// What a bot is: a character that sees what its seat sees, and says what that seat asks for.
import type { SeatCommand } from '../model/commands.ts';
import type { Sight } from '../view/view.ts';

/** What a bot may know besides its sight. */
export interface BotContext {
  /** 0-9999 by seed, turn, seat and this name: the same for the same question, however often it is asked. */
  draw(name: string): number;
}

/**
 * Commands to be asked for in this order; none when the bot has nothing to do. It may be asked in any phase and again after
 * everything that happens: what it has done already it sees, and does not ask for twice.
 */
export type Bot = (sight: Sight, context: BotContext) => SeatCommand[];
