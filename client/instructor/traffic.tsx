// Message traffic as exercise control sees it: everything said, questions first, and a form to speak as anyone.
import { EyeOff, MessagesSquare, SendHorizontal } from 'lucide-react';
import { memo, useCallback, useState } from 'react';
import type { MessageView } from '../../shared/view/view.ts';
import { Badge, Button, ConfirmButton, EmptyState, TextField, notify } from '../design/index.ts';
import { refusalText, t, timeOfDay } from '../locales/text.ts';
import { May, useMay } from '../may.tsx';
import { SeatMark, nameOf, namesOf } from '../seats.tsx';
import { send, useStore } from '../store.ts';
import { control } from './control.ts';
import { HeadlineForm } from './headline-form.tsx';
import { usePersonas } from './personas.ts';
import { SeatPicks } from './seat-picks.tsx';

const Speak = memo(function Speak({ answering, onDone }: { answering: string[]; onDone: () => void }) {
  const personas = usePersonas();
  const [persona, setPersona] = useState(t('word.control'));
  const [chosen, setChosen] = useState<string[] | null>(null);
  const [text, setText] = useState('');
  const [error, setError] = useState<string | null>(null);
  const [nobody, setNobody] = useState(false);
  const to = chosen ?? answering;
  const submit = async () => {
    if (to.length === 0) return setNobody(true);
    const answer = await send({ type: 'speak', persona: persona.trim() || t('word.control'), to, text: text.trim() });
    setError(answer.accepted ? null : refusalText(answer.refusal));
    if (!answer.accepted) return;
    setText('');
    setChosen(null);
    onDone();
    notify(t('speak.sent'));
  };
  return (
    <form
      className="stack speak"
      onSubmit={(event) => {
        event.preventDefault();
        void submit();
      }}
    >
      <h3>{t('speak.title')}</h3>
      <TextField label={t('speak.persona')} hint={t('speak.personaHint')} value={persona} onChange={setPersona} maxLength={60} suggestions={personas} />
      <SeatPicks chosen={to} error={nobody && to.length === 0 ? t('speak.toMissing') : null} onChange={setChosen} />
      <TextField label={t('speak.text')} value={text} onChange={setText} rows={3} maxLength={2000} error={error} />
      <div>
        <Button kind="primary" type="submit" isDisabled={text.trim() === ''}>
          <SendHorizontal size={16} aria-hidden /> {t('messages.send')}
        </Button>
      </div>
    </form>
  );
});

const Line = memo(function Line({ message, onAnswer }: { message: MessageView; onAnswer: (seats: string[]) => void }) {
  const from = useStore(({ view }) => nameOf(view!.public, message.from));
  const names = useStore(({ view }) => (message.to.length > 2 && message.to.length >= view!.public.exercise.seats.length ? t('messages.everyone') : namesOf(view!.public, message.to)));
  const answers = useMay('speak');
  const asks = message.to.includes('control');
  return (
    <li className="traffic-line" data-asks={asks} data-hidden={message.hidden}>
      <div className="row">
        <SeatMark seat={message.from} size="small" />
        <span className="grow">
          <strong>{message.persona ?? from}</strong>
        </span>
        {asks && <Badge tone="caution">{t('traffic.asks')}</Badge>}
        <span className="soft small numeric">{t('messages.when', { turn: message.turn, time: timeOfDay(message.at) })}</span>
      </div>
      <p className="soft small">{t('traffic.to', { names })}</p>
      <p className="free-text">{message.text}</p>
      <div className="row-wrap">
        {asks && answers && message.from !== 'control' && (
          <Button size="small" onPress={() => onAnswer([message.from])}>
            {t('traffic.answer')}
          </Button>
        )}
        {message.hidden ? (
          <span className="soft small">{t('messages.withdrawn')}</span>
        ) : (
          <May ask="hideMessage">
            <ConfirmButton size="small" kind="quiet" title={t('traffic.hideTitle')} text={t('traffic.hideText')} confirm={t('traffic.hide')} onConfirm={() => void control({ type: 'hideMessage', message: message.id })}>
              <EyeOff size={15} aria-hidden /> {t('traffic.hide')}
            </ConfirmButton>
          </May>
        )}
      </div>
    </li>
  );
});

export function Traffic() {
  const messages = useStore((state) => state.view!.control?.messages ?? {});
  const [answering, setAnswering] = useState<string[]>([]);
  const done = useCallback(() => setAnswering([]), []);
  const lines = Object.values(messages).sort((a, b) => b.at - a.at);
  return (
    <div className="stack-loose">
      <May ask="speak"><Speak key={answering.join('+')} answering={answering} onDone={done} /></May>
      <May ask="publishHeadline"><HeadlineForm /></May>
      {lines.length === 0 ? (
        <EmptyState icon={MessagesSquare} title={t('traffic.empty')}>{t('traffic.emptyText')}</EmptyState>
      ) : (
        <ul className="traffic" aria-label={t('panel.messages')}>
          {lines.map((message) => (
            <Line key={message.id} message={message} onAnswer={setAnswering} />
          ))}
        </ul>
      )}
    </div>
  );
}
