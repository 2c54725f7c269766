// Lays before the team what one could do by oneself, for whoever wants to hear the others first.
import { UsersRound } from 'lucide-react';
import { useState } from 'react';
import type { DraftCommand } from '../../shared/model/commands.ts';
import { Button, announce } from '../design/index.ts';
import { refusalText, t } from '../locales/text.ts';
import { useStore, type SendAnswer } from '../store.ts';
import { lay, told } from './ask.ts';
import { inTeam } from './standing.ts';

/** `command` null: it is not complete, and the form has said what is missing. */
export function DraftButton({ command, note, onAnswer }: { command: () => DraftCommand | null; note?: string; onAnswer: (answer: SendAnswer) => void }) {
  const team = useStore(inTeam);
  const [busy, setBusy] = useState(false);
  if (!team) return null;
  const submit = async () => {
    const asked = command();
    if (!asked) return;
    setBusy(true);
    const answer = await lay(asked, note === undefined ? {} : { note });
    setBusy(false);
    if (answer.accepted) told(answer, '');
    else announce(refusalText(answer.refusal));
    onAnswer(answer);
  };
  return (
    <Button isDisabled={busy} onPress={() => void submit()}>
      <UsersRound size={16} aria-hidden /> {t('team.layInstead')}
    </Button>
  );
}
