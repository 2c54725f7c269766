// The form with which exercise control puts out a headline.
import { Newspaper } from 'lucide-react';
import { useState } from 'react';
import { Button, TextField, announce, notify } from '../design/index.ts';
import { refusalText, t } from '../locales/text.ts';
import { usePersonas } from './personas.ts';
import { send } from '../store.ts';

export function HeadlineForm() {
  const personas = usePersonas();
  const [outlet, setOutlet] = useState('');
  const [text, setText] = useState('');
  const [error, setError] = useState<{ field: string; text: string } | null>(null);
  const publish = async () => {
    const answer = await send({ type: 'publishHeadline', outlet: outlet.trim() || ' ', text: text.trim() || ' ' });
    if (!answer.accepted) {
      const why = refusalText(answer.refusal);
      announce(why);
      return setError({ field: answer.refusal.subject ?? 'text', text: why });
    }
    setError(null);
    setText('');
    notify(t('headline.done'));
  };
  return (
    <details className="earlier">
      <summary>{t('headline.title')}</summary>
      <form
        className="stack speak"
        onSubmit={(event) => {
          event.preventDefault();
          void publish();
        }}
      >
        <p className="soft small">{t('headline.lead')}</p>
        <TextField label={t('headline.outlet')} hint={t('headline.outletHint')} value={outlet} maxLength={60} onChange={setOutlet} suggestions={personas} error={error?.field === 'outlet' ? error.text : null} />
        <TextField label={t('headline.text')} value={text} maxLength={140} onChange={setText} error={error && error.field !== 'outlet' ? error.text : null} />
        <div>
          <Button kind="primary" type="submit">
            <Newspaper size={16} aria-hidden /> {t('headline.publish')}
          </Button>
        </div>
      </form>
    </details>
  );
}
