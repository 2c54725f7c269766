// Messages between ministries and with exercise control: the list of threads, one open thread, and its composer.
import { ArrowLeft, LifeBuoy, MessagesSquare, PenLine, SendHorizontal, Users, UsersRound } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import type { MessageView, Sight } from '../../../shared/view/view.ts';
import { Badge, Button, Checkbox, EmptyState, IconButton, Panel, TextField } from '../../design/index.ts';
import { refusalText, t, timeOfDay } from '../../locales/text.ts';
import { SeatMark, nameOf, namesOf } from '../../seats.tsx';
import { select, store, useReadOnly, useSight, useStore } from '../../store.ts';
import { ask, told, useAskLabel, useReleaser } from '../../team/ask.ts';
import { threadKey, threadsOf, unreadIn, type Thread } from './threads.ts';

/** Who takes part besides oneself; everybody in one word. */
function title(sight: Sight, others: readonly string[]): string {
  const seats = others.filter((other) => other !== 'control');
  const everyone = seats.length > 2 && seats.length === sight.public.exercise.seats.length - 1;
  return everyone ? t(seats.length === others.length ? 'messages.everyone' : 'messages.everyoneAndControl') : namesOf(sight.public, others);
}

const open = (seats: string[] | null) => select(seats === null ? null : { kind: 'thread', seats });

function Composer({ others, onSent }: { others: string[]; onSent?: () => void }) {
  const key = threadKey(others);
  const text = useStore((state) => state.drafts[key] ?? '');
  const [error, setError] = useState<string | null>(null);
  const [sending, setSending] = useState(false);
  const releaser = useReleaser({ type: 'sendMessage', to: others, text });
  const label = useAskLabel({ type: 'sendMessage', to: others, text }, t('messages.send'));
  const keep = (value: string) => store.set({ drafts: { ...store.get().drafts, [key]: value } });
  const submit = async () => {
    if (sending || others.length === 0) return;
    setSending(true);
    const answer = await ask({ type: 'sendMessage', to: others, text: text.trim() });
    setSending(false);
    setError(answer.accepted ? null : refusalText(answer.refusal));
    if (!answer.accepted) return;
    if (answer.laid) told(answer, '');
    keep('');
    onSent?.();
  };
  return (
    <form
      className="composer"
      onSubmit={(event) => {
        event.preventDefault();
        void submit();
      }}
    >
      <TextField label={t('messages.write')} hideLabel value={text} onChange={keep} rows={2} maxLength={2000} placeholder={t('messages.write')} error={error} onEnter={() => void submit()} className="grow" />
      <Button kind="primary" type="submit" isDisabled={sending || text.trim() === '' || others.length === 0} aria-label={label}>
        {releaser === null ? <SendHorizontal size={18} aria-hidden /> : <UsersRound size={18} aria-hidden />}
      </Button>
    </form>
  );
}

function Bubble({ message, sight }: { message: MessageView; sight: Sight }) {
  const own = message.from === sight.own.seat.id;
  const speaker = message.persona ?? nameOf(sight.public, message.from);
  return (
    <li className="bubble" data-own={own} data-hidden={message.hidden}>
      <div className="bubble-head">
        <strong>{own ? t('messages.you') : speaker}</strong>
        <span className="soft small numeric">{t('messages.when', { turn: message.turn, time: timeOfDay(message.at) })}</span>
      </div>
      {message.hidden ? <p className="soft">{t('messages.withdrawn')}</p> : <p className="free-text">{message.text}</p>}
    </li>
  );
}

function Conversation({ sight, others, thread }: { sight: Sight; others: string[]; thread: Thread | undefined }) {
  const readOnly = useReadOnly();
  const key = threadKey(others);
  const newest = thread?.messages.at(-1)?.at ?? 0;
  const end = useRef<HTMLLIElement>(null);
  useEffect(() => {
    end.current?.scrollIntoView({ block: 'end' });
    if (newest > (store.get().readUntil[key] ?? 0)) store.set({ readUntil: { ...store.get().readUntil, [key]: newest } });
  }, [key, newest]);
  return (
    <Panel
      heading={title(sight, others)}
      lead={
        <IconButton label={t('messages.back')} onPress={() => open(null)}>
          <ArrowLeft size={20} aria-hidden />
        </IconButton>
      }
      foot={readOnly ? undefined : <Composer others={others} />}
    >
      {thread ? (
        <ul className="bubbles" aria-label={t('messages.thread', { names: title(sight, others) })}>
          {thread.messages.map((message) => (
            <Bubble key={message.id} message={message} sight={sight} />
          ))}
          <li ref={end} aria-hidden />
        </ul>
      ) : (
        <EmptyState icon={MessagesSquare} title={t('messages.newTitle', { names: title(sight, others) })}>
          {t('messages.newText')}
        </EmptyState>
      )}
    </Panel>
  );
}

function NewThread({ sight, onClose }: { sight: Sight; onClose: () => void }) {
  const [chosen, setChosen] = useState<string[]>([]);
  const seats = sight.public.exercise.seats.filter((seat) => seat !== sight.own.seat.id);
  const toggle = (member: string, on: boolean) => setChosen(on ? [...chosen, member] : chosen.filter((other) => other !== member));
  return (
    <div className="stack">
      <h3>{t('messages.chooseSeats')}</h3>
      <div className="seat-checks">
        {seats.map((seat) => (
          <Checkbox key={seat} label={<span className="row"><SeatMark seat={seat} size="small" /> {nameOf(sight.public, seat)}</span>} selected={chosen.includes(seat)} onChange={(on) => toggle(seat, on)} />
        ))}
      </div>
      <div className="row">
        <Button kind="primary" isDisabled={chosen.length === 0} onPress={() => { onClose(); open([...chosen].sort()); }}>
          {t('messages.openThread')}
        </Button>
        <Button kind="quiet" onPress={onClose}>{t('dialog.cancel')}</Button>
      </div>
    </div>
  );
}

function ThreadRow({ sight, thread }: { sight: Sight; thread: Thread }) {
  const unread = useStore((state) => unreadIn(thread, sight.own.seat.id, state.readUntil));
  const last = thread.messages.at(-1)!;
  return (
    <li>
      <Button kind="quiet" className="thread-row" onPress={() => open(thread.others)}>
        <span className="thread-marks">
          {thread.others.length > 2 ? <Users size={20} aria-hidden /> : thread.others.map((other) => <SeatMark key={other} seat={other} size="small" />)}
        </span>
        <span className="thread-text">
          <strong>{title(sight, thread.others)}</strong>
          <span className="soft small">{last.hidden ? t('messages.withdrawn') : last.text}</span>
        </span>
        <span className="thread-side">
          <span className="soft small numeric">{timeOfDay(last.at)}</span>
          {unread > 0 && <Badge tone="count" label={t('messages.unread', { count: unread })}>{unread}</Badge>}
        </span>
      </Button>
    </li>
  );
}

export default function MessagesPanel() {
  const sight = useSight();
  const readOnly = useReadOnly();
  const selection = useStore((state) => state.selection);
  const [choosing, setChoosing] = useState(false);
  if (!sight) return <Panel heading={t('panel.messages')}>{null}</Panel>;
  const threads = threadsOf(sight.own.seat.id, Object.values(sight.own.messages));
  if (selection?.kind === 'thread') {
    const key = threadKey(selection.seats);
    return <Conversation sight={sight} others={selection.seats} thread={threads.find((thread) => thread.key === key)} />;
  }
  return (
    <Panel
      heading={t('panel.messages')}
      foot={
        readOnly ? undefined : (
          <div className="row-wrap">
            <Button kind="primary" onPress={() => setChoosing(true)}>
              <PenLine size={16} aria-hidden /> {t('messages.new')}
            </Button>
            <Button onPress={() => open(['control'])}>
              <LifeBuoy size={16} aria-hidden /> {t('messages.askControl')}
            </Button>
          </div>
        )
      }
    >
      {choosing ? (
        <NewThread sight={sight} onClose={() => setChoosing(false)} />
      ) : threads.length === 0 ? (
        <EmptyState icon={MessagesSquare} title={t('messages.empty')}>
          {t('messages.emptyText')}
        </EmptyState>
      ) : (
        <ul className="threads">
          {threads.map((thread) => (
            <ThreadRow key={thread.key} sight={sight} thread={thread} />
          ))}
        </ul>
      )}
    </Panel>
  );
}
