// A few words to one seat, as exercise control or as anybody the scenario needs, without leaving the board.
import { MessageSquareText, SendHorizontal } from 'lucide-react';
import { useState } from 'react';
import type { SeatId } from '../../../shared/model/vocabulary.ts';
import { Button, Dialog, TextField, notify } from '../../design/index.ts';
import { refusalText, t } from '../../locales/text.ts';
import { send } from '../../store.ts';
import { usePersonas } from '../personas.ts';

function Write({ seat, name, onClose }: { seat: SeatId; name: string; onClose: () => void }) {
  const personas = usePersonas();
  const [persona, setPersona] = useState(t('word.control'));
  const [text, setText] = useState('');
  const [error, setError] = useState<string | null>(null);
  const submit = async () => {
    const answer = await send({ type: 'speak', persona: persona.trim() || t('word.control'), to: [seat], text: text.trim() });
    if (!answer.accepted) return setError(refusalText(answer.refusal));
    notify(t('speak.sent'));
    onClose();
  };
  return (
    <Dialog
      open
      onClose={onClose}
      title={t('board.messageNamed', { name })}
      actions={
        <>
          <Button onPress={onClose}>{t('dialog.cancel')}</Button>
          <Button kind="primary" isDisabled={text.trim() === ''} onPress={() => void submit()}>
            <SendHorizontal size={16} aria-hidden /> {t('messages.send')}
          </Button>
        </>
      }
    >
      <TextField label={t('speak.persona')} hint={t('speak.personaHint')} value={persona} onChange={setPersona} maxLength={60} suggestions={personas} />
      <TextField label={t('speak.text')} value={text} onChange={setText} rows={4} maxLength={2000} error={error} autoFocus />
    </Dialog>
  );
}

export function MessageSeat({ seat, name }: { seat: SeatId; name: string }) {
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button size="small" kind="quiet" onPress={() => setOpen(true)} aria-label={t('board.messageNamed', { name })}>
        <MessageSquareText size={16} aria-hidden /> {t('board.message')}
      </Button>
      {open && <Write seat={seat} name={name} onClose={() => setOpen(false)} />}
    </>
  );
}
