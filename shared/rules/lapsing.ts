// Drafts of teams that nobody released in time.
import type { DraftCommand } from '../model/commands.ts';
import type { TeamDraft } from '../model/state.ts';
import type { Phase } from '../model/vocabulary.ts';
import { PHASES } from '../model/vocabulary.ts';
import { ACTIONS } from './actions/catalogue.ts';

/** The last phase in which a draft can become something; null: at any time. */
function lastPhase(command: DraftCommand): Phase | null {
  if (command.type === 'sendMessage') return null;
  return command.type === 'invite' || (command.type === 'act' && !ACTIONS[command.action]?.untilLock) ? 'negotiation' : 'orders';
}

/** Drafts that the phase which begins leaves behind. */
export function lapsing(drafts: Readonly<Record<string, TeamDraft>>, phase: Phase): TeamDraft[] {
  return Object.values(drafts).filter(({ status, command }) => {
    const last = status === 'open' && command ? lastPhase(command) : null;
    return last !== null && PHASES.indexOf(phase) > PHASES.indexOf(last);
  });
}
