// Joining: the code (often from the address), a name, and whether one plays or watches.
import { ArrowRight, Eye } from 'lucide-react';
import { useEffect, useState } from 'react';
import type { JoinPreview } from '../../shared/wire/messages.ts';
import { api } from '../api.ts';
import { Badge, Button, Checkbox, Progress, TextField, announce } from '../design/index.ts';
import { t } from '../locales/text.ts';
import { navigate } from '../router.ts';
import { keepSession, sessionOf } from '../session.ts';
import { tidyCode } from './code.ts';
import { failureText, isUnknown, subjectOf } from './failure.ts';
import { Frame } from './frame.tsx';
import { WorldChoice } from './world-choice.tsx';

type Found = { state: 'none' } | { state: 'asking' } | { state: 'found'; preview: JoinPreview; code: string } | { state: 'wrong'; text: string };

async function find(code: string): Promise<Found> {
  const answer = await api.preview(code);
  if (answer.ok) return { state: 'found', preview: answer.value, code };
  return { state: 'wrong', text: isUnknown(answer.failure) ? t('join.codeUnknown', { code }) : failureText(answer.failure) };
}

/** Why one is not in yet, and the field that it is about; null: none. */
type Told = { at: 'code' | 'name' | null; text: string };

/** Mounted anew for each code in the address. */
export default function Join({ code: given }: { code: string }) {
  const [code, setCode] = useState(tidyCode(given));
  const [found, setFound] = useState<Found>({ state: tidyCode(given) === '' ? 'none' : 'asking' });
  const [name, setName] = useState('');
  const [error, setError] = useState<Told | null>(null);
  const [world, setWorld] = useState<number | null>(null);
  const [watch, setWatch] = useState(false);
  const [busy, setBusy] = useState(false);
  const wish = new URLSearchParams(location.search).get('seat');

  const look = async (wanted: string) => {
    if (wanted === '') return setFound({ state: 'wrong', text: t('join.codeMissing') });
    setFound({ state: 'asking' });
    setFound(await find(wanted));
  };
  // A code in the address is looked up at once.
  useEffect(() => {
    const tidy = tidyCode(given);
    let gone = false;
    if (tidy !== '') void find(tidy).then((answer) => !gone && setFound(answer));
    return () => {
      gone = true;
    };
  }, [given]);

  const target = (exercise: string) => `/exercise/${exercise}${wish ? `?seat=${encodeURIComponent(wish)}` : ''}`;
  const enter = async () => {
    if (found.state !== 'found') return look(tidyCode(code));
    if (name.trim() === '') return setError({ at: 'name', text: t('join.nameMissing') });
    setBusy(true);
    const answer = await api.join({ code: found.code, name: name.trim(), role: watch ? 'observer' : 'participant', ...(world === null ? {} : { world }) });
    setBusy(false);
    if (!answer.ok) {
      if (isUnknown(answer.failure)) return setFound({ state: 'wrong', text: t('join.codeUnknown', { code: found.code }) });
      const subject = subjectOf(answer.failure);
      const text = failureText(answer.failure);
      setError({ at: subject === 'code' || subject === 'name' ? subject : null, text });
      // It stands beside a field that has not the focus.
      return announce(text);
    }
    keepSession(answer.value);
    navigate(target(answer.value.exercise));
  };

  const told = (at: Told['at']) => (error?.at === at ? error.text : null);
  // Whoever is in one of several worlds already goes on there.
  const known = found.state === 'found' ? (found.preview.worlds.map(({ exercise }) => sessionOf(exercise)).find((session) => session !== null) ?? null) : null;
  return (
    <Frame>
      <form
        className="narrow card"
        // What was refused may be tried again as it stands: the door may be open by then.
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          void enter();
        }}
      >
        <div className="card-body stack-loose">
          <h1>{found.state === 'found' ? t('join.title', { title: found.preview.title }) : t('home.join')}</h1>
          {found.state === 'found' && (
            <p className="row-wrap">
              <Badge tone="action">{t(`status.${found.preview.status}`)}</Badge>
              <span className="soft">
                {found.preview.worlds.length > 1
                  ? t('worlds.count', { count: found.preview.worlds.length })
                  : t('join.people', { count: found.preview.seats.reduce((sum, seat) => sum + seat.people, 0), seats: found.preview.seats.length })}
              </span>
            </p>
          )}
          {known && found.state === 'found' && (
            <div className="known">
              <p>{t('join.known', { name: known.name })}</p>
              <Button kind="primary" onPress={() => navigate(target(known.exercise))}>
                {t('join.goOn', { name: known.name })}
              </Button>
            </div>
          )}
          <TextField
            label={t('join.code')}
            value={code}
            onChange={(value) => {
              setCode(value.toUpperCase());
              setFound({ state: 'none' });
              setError(null);
            }}
            error={found.state === 'wrong' ? found.text : told('code')}
            hint={t(found.state === 'found' && found.preview.closed ? 'join.codeClosed' : 'join.codeHint')}
            maxLength={12}
            autoFocus={given === ''}
            autoComplete="off"
            autoCapitalize="characters"
            className="code-field"
          />
          {found.state === 'asking' && <Progress label={t('join.looking')} />}
          {found.state === 'found' && (
            <>
              <WorldChoice worlds={found.preview.worlds} value={world} onChange={setWorld} />
              <TextField label={t('join.name')} hint={t('join.nameHint')} value={name} onChange={(value) => { setName(value); setError(null); }} error={told('name')} maxLength={40} autoFocus autoComplete="name" autoCapitalize="words" />
              <Checkbox label={<span className="row"><Eye size={16} aria-hidden /> {t('join.watch')}</span>} hint={t('join.watchHint')} selected={watch} onChange={setWatch} />
            </>
          )}
          {told(null) && <p className="field-error">{told(null)}</p>}
          <Button kind="primary" size="large" type="submit" isDisabled={busy || found.state === 'asking'}>
            {found.state === 'found' ? (watch ? t('join.goWatch') : t('join.go')) : t('join.next')} <ArrowRight size={18} aria-hidden />
          </Button>
        </div>
      </form>
    </Frame>
  );
}
