// For somebody who has lost their browser or sits at another device: a link that opens their own place there, and closes the browser they had.
import { KeyRound } from 'lucide-react';
import { useState } from 'react';
import type { ExerciseCard } from '../../../shared/wire/messages.ts';
import { api } from '../../api.ts';
import { Button, Dialog, Tooltip } from '../../design/index.ts';
import { t } from '../../locales/text.ts';
import { failureText } from '../../pages/failure.ts';
import { store, useStore, type Presence } from '../../store.ts';
import { SecretLink } from './secret-link.tsx';

export function WayBackButton({ person: { participant, name, connected }, card }: { person: Presence; card: ExerciseCard | null }) {
  const exercise = useStore((state) => state.view!.public.exercise.id);
  const [open, setOpen] = useState(false);
  const [token, setToken] = useState<string | null>(null);
  const [error, setError] = useState<string | null>(null);
  const close = () => {
    setOpen(false);
    setToken(null);
    setError(null);
  };
  const make = async () => {
    const answer = await api.wayBack(exercise, store.get().session?.token ?? '', participant);
    if (answer.ok) setToken(answer.value.token);
    else setError(failureText(answer.failure));
  };
  return (
    <>
      <Tooltip text={t('wayBack.named', { name })}>
        <Button size="small" kind="quiet" aria-label={t('wayBack.named', { name })} onPress={() => setOpen(true)}>
          <KeyRound size={16} aria-hidden />
        </Button>
      </Tooltip>
      <Dialog
        open={open}
        onClose={close}
        size={token ? 'wide' : 'normal'}
        title={token ? t('staff.made', { name }) : t('wayBack.title', { name })}
        actions={token ? <Button kind="primary" onPress={close}>{t('staff.done')}</Button> : <><Button onPress={close}>{t('dialog.cancel')}</Button><Button kind="primary" onPress={() => void make()}>{t('staff.make')}</Button></>}
      >
        {token ? <SecretLink name={name} path={`/back/${token}`} urls={card?.joinUrls ?? []} /> : <p>{t('wayBack.text', { name, here: String(connected) })}</p>}
        {error && <p className="field-error" role="alert">{error}</p>}
      </Dialog>
    </>
  );
}
