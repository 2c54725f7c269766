// Carrying out a command of exercise control from anywhere on its page.
import type { ControlCommand } from '../../shared/model/commands.ts';
import { notify } from '../design/index.ts';
import { refusalText } from '../locales/text.ts';
import { send } from '../store.ts';

/** Carries out a command of exercise control; a refusal is shown where all of them are. */
export async function control(command: ControlCommand, done?: string): Promise<boolean> {
  const answer = await send(command);
  if (!answer.accepted) notify(refusalText(answer.refusal), 'refusal');
  else if (done) notify(done);
  return answer.accepted;
}
