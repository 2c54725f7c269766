// The lines below the bar: why the clock stands still, whose orders it waits for, what was just done to it, and what is due soon.
import { BellRing, Coffee, FlaskConical, Hourglass, Pause, X } from 'lucide-react';
import { useState, type ReactNode } from 'react';
import { Button, IconButton, notify } from '../design/index.ts';
import { sentenceOf } from '../events/sentence.ts';
import { refusalText, t } from '../locales/text.ts';
import { namesOf } from '../seats.tsx';
import { actingSeat, openPanel, send, sightOf, useReadOnly, useStore } from '../store.ts';
import type { EventType } from '../../shared/model/events.ts';
import type { SeatId } from '../../shared/model/vocabulary.ts';
import type { PublicView } from '../../shared/view/view.ts';
import { ON_SCREEN, isTold } from './acts.ts';
import { reminderFor } from './reminder.ts';
import { useNow } from './time.ts';
import { dueText, pauseText, timeText, whenText } from './when.ts';
import './clock.css';

function Line({ icon, tone, children, action }: { icon: ReactNode; tone: 'still' | 'told' | 'due' | 'urgent'; children: ReactNode; action?: ReactNode }) {
  return (
    <div className="clock-line" data-tone={tone} role="status">
      {icon}
      <span className="grow">{children}</span>
      {action}
    </div>
  );
}

/** Why the clock stands still, in words; null while it runs. */
export function stillText({ status, breakUntil, pauseReason, awaited }: Pick<PublicView['exercise'], 'status' | 'breakUntil' | 'pauseReason' | 'awaited'>, names: (seats: readonly SeatId[]) => string): string | null {
  if (status !== 'paused') return null;
  if (breakUntil !== null) return t('clock.breakLine', { time: timeText(breakUntil), reason: pauseReason || 'none' });
  const reason = pauseReason === 'ordersMissing' && awaited ? t('pause.ordersMissingOf', { names: names(awaited) }) : pauseText(pauseReason);
  return t('clock.pausedLine', { reason: reason || 'none' });
}

/** Says that one has finished, which is how one orders nothing. */
async function orderNothing(): Promise<void> {
  const answer = await send({ type: 'setReady', ready: true });
  if (!answer.accepted) notify(refusalText(answer.refusal), 'refusal');
}

/** Until when the lock waits: in a course that may be tomorrow. */
const waitsUntil = (mode: 'class' | 'course', deadline: number): string => (mode === 'course' ? whenText(deadline) : timeText(deadline));

/** For whose orders the lock waits while the clock runs; null: for nobody's. */
export function awaitedText(view: PublicView): string | null {
  const { awaited, deadline, mode } = view.exercise;
  return awaited === null || deadline === null ? null : t('clock.awaitedLine', { names: namesOf(view, awaited), time: waitsUntil(mode, deadline) });
}

function AwaitedLine({ view }: { view: PublicView }) {
  const { awaited, deadline, mode } = view.exercise;
  const seat = useStore(actingSeat);
  const readOnly = useReadOnly();
  if (awaited === null || deadline === null) return null;
  const own = seat !== null && awaited.includes(seat) && !view.seats[seat]?.ready && !readOnly;
  return (
    <Line tone={own ? 'urgent' : 'due'} icon={<Hourglass size={18} aria-hidden />} action={own && <OwnWays />}>
      {own ? t('clock.awaitedYou', { time: waitsUntil(mode, deadline) }) : awaitedText(view)}
    </Line>
  );
}

function OwnWays() {
  return (
    <span className="row">
      <Button size="small" onPress={() => openPanel('orders')}>{t('reminder.openOrders')}</Button>
      <Button size="small" onPress={() => void orderNothing()}>{t('clock.nothing')}</Button>
    </span>
  );
}

interface Told {
  text: string;
  putAway: () => void;
}

/** What was done to the clock just now, until it is old or put away; null: nothing. */
function useLatestAct(view: PublicView | null): Told | null {
  const now = useNow();
  const [away, setAway] = useState(0);
  const act = view?.clockActs.at(-1);
  if (!view || !act || act.at <= away || !isTold(act, view.exercise, now, ON_SCREEN)) return null;
  const text = sentenceOf({ type: act.type as EventType, data: act.data }, { view, own: null });
  return text === null ? null : { text, putAway: () => setAway(act.at) };
}

function ActLine({ text, putAway }: Told) {
  return (
    <Line tone="told" icon={<BellRing size={18} aria-hidden />} action={<IconButton label={t('notice.dismiss')} onPress={putAway}><X size={18} aria-hidden /></IconButton>}>
      {text}
    </Line>
  );
}

function ReminderLine({ view, seat }: { view: PublicView; seat: string }) {
  const now = useNow();
  const orders = useStore((state) => sightOf(state)?.own.sheet.orders.length ?? 0);
  const due = reminderFor(view, seat, orders, now);
  if (!due) return null;
  const { phase, zone } = view.exercise;
  const when = dueText(due.at, now, zone);
  const inOrders = phase === 'orders';
  return (
    <Line tone={due.urgency === 'now' ? 'urgent' : 'due'} icon={<BellRing size={18} aria-hidden />} action={inOrders && due.empty && <Button size="small" onPress={() => openPanel('orders')}>{t('reminder.openOrders')}</Button>}>
      {inOrders ? t('reminder.orders', { when, state: due.empty ? 'empty' : 'written' }) : t('reminder.other', { phase, when })}
    </Line>
  );
}

/** For every page of a running exercise. */
export function ClockLines() {
  const view = useStore((state) => state.view?.public ?? null);
  const seat = useStore((state) => (state.role === 'participant' && state.cursor.mode === 'live' ? state.seat : null));
  const live = useStore((state) => state.cursor.mode === 'live');
  const act = useLatestAct(live ? view : null);
  if (!view) return null;
  const practice = live && view.exercise.practice;
  const still = stillText(view.exercise, (seats) => namesOf(view, seats));
  return (
    <>
      {practice && <Line tone="due" icon={<FlaskConical size={18} aria-hidden />}>{t('practice.line')}</Line>}
      {still !== null && <Line tone="still" icon={view.exercise.breakUntil === null ? <Pause size={18} aria-hidden /> : <Coffee size={18} aria-hidden />}>{still}</Line>}
      {live && still === null && <AwaitedLine view={view} />}
      {act && <ActLine {...act} />}
      {seat !== null && !act && <ReminderLine view={view} seat={seat} />}
    </>
  );
}
