// One seat on the board: who plays it, how far it is, what waits for it, its money and beliefs, what it needs, and what control can do for it.
import { Bot, BookOpen, CircleAlert, CircleCheck, ClipboardCheck, Coins, Eye, Handshake, PenLine, TriangleAlert, Wifi, WifiOff, type LucideIcon } from 'lucide-react';
import { memo } from 'react';
import { GRAVE, type Belief, type SeatStatus, type SeatStrip } from '../../../shared/view/seat-strip.ts';
import { Badge, Button } from '../../design/index.ts';
import { t } from '../../locales/text.ts';
import { May } from '../../may.tsx';
import { SeatMark } from '../../seats.tsx';
import { store, useStore, type Presence } from '../../store.ts';
import { HandToBot } from './hand-to-bot.tsx';
import { MessageSeat } from './message-seat.tsx';
import { sinceText, useGlance, type Row } from './rows.ts';

/** Nothing is told of a seat once nobody plays. */
const STATUS: Record<Exclude<SeatStatus, 'none'>, { icon: LucideIcon; tone: 'plain' | 'good' | 'action' | 'intel' | 'crisis' }> = {
  late: { icon: TriangleAlert, tone: 'crisis' },
  ready: { icon: CircleCheck, tone: 'good' },
  ordersIn: { icon: ClipboardCheck, tone: 'good' },
  reading: { icon: BookOpen, tone: 'action' },
  negotiating: { icon: Handshake, tone: 'intel' },
  working: { icon: PenLine, tone: 'plain' },
};

const WAITS = ['unread', 'decisions', 'invitations', 'drafts', 'duties'] as const satisfies (keyof SeatStrip)[];

function Away({ since }: { since: number }) {
  const now = useGlance();
  return <span className="soft small">{t('board.away', { since: sinceText(now - since) })}</span>;
}

export function Person({ person }: { person: Presence }) {
  return (
    <span className="person" data-connected={person.connected}>
      {person.connected ? <Wifi size={14} aria-hidden /> : <WifiOff size={14} aria-hidden />}
      <span className="person-name">{person.name || t('seat.someone')}</span>
      {person.connected ? <span className="visually-hidden">{t('board.connected')}</span> : <Away since={person.since} />}
    </span>
  );
}

function Who({ people, bot }: Pick<Row, 'people' | 'bot'>) {
  if (people.length > 0) return <span className="people">{people.map((person) => <Person key={person.participant} person={person} />)}</span>;
  if (bot) return <span className="person" data-bot><Bot size={14} aria-hidden /> {t(`botCharacter.${bot}`)}</span>;
  return <Badge tone="caution">{t('board.nobody')}</Badge>;
}

function HowFar({ status, orders }: { status: keyof typeof STATUS; orders: number }) {
  const { icon: Icon, tone } = STATUS[status];
  const writes = useStore(({ view }) => view!.public.exercise.phase === 'negotiation' || view!.public.exercise.phase === 'orders');
  return (
    <span className="board-line">
      <Badge tone={tone}><Icon size={13} aria-hidden /> {t(`board.status.${status}`)}</Badge>
      {(writes || orders > 0) && <span className="small soft">{t('board.ordersSaved', { count: orders })}</span>}
    </span>
  );
}

function Status({ strip, needs }: Pick<Row, 'strip' | 'needs'>) {
  const [need] = needs;
  return (
    <span className="board-cell">
      {strip.status !== 'none' && <HowFar status={strip.status} orders={strip.orders} />}
      {need && (
        <span className="small board-need">
          <CircleAlert size={13} aria-hidden /> {t(`board.need.${need}`, { over: strip.money.over })}
        </span>
      )}
      {strip.intent && <span className="small soft board-intent" title={strip.intent}>{t('board.intent', { text: strip.intent })}</span>}
    </span>
  );
}

function Waits({ strip }: Pick<Row, 'strip'>) {
  const waits = WAITS.filter((kind) => strip[kind] > 0);
  if (waits.length === 0) return <span className="soft small">{t('board.waits.nothing')}</span>;
  return <span className="board-cell small">{waits.map((kind) => <span key={kind} className="board-wait">{t(`board.waits.${kind}`, { count: strip[kind] })}</span>)}</span>;
}

function Money({ strip: { money, points } }: Pick<Row, 'strip'>) {
  return (
    <span className="board-cell small">
      <span className="numeric">{t('board.free', { free: money.free, whole: money.whole })}</span>
      {money.over > 0 ? <Badge tone="crisis"><Coins size={13} aria-hidden /> {t('board.over', { over: money.over })}</Badge> : <span className="soft numeric">{t('board.pointsLeft', { points })}</span>}
    </span>
  );
}

function Holds({ belief }: { belief: Belief }) {
  const name = useStore(({ view }) => view!.public.threats[belief.threat]?.hypotheses.find(({ id }) => id === belief.hypothesis)?.name ?? null);
  const right = useStore(({ view }) => view!.control?.truths[belief.threat]?.truth === belief.hypothesis);
  if (name === null) return <span className="soft">{t('board.undecided')}</span>;
  return (
    <span className="board-belief" title={name}>
      <span className="board-belief-name">{name}</span> <strong className="numeric">{t('intel.percent', { percent: belief.percent })}</strong>{' '}
      <span className="board-truth" data-right={right}>{t(right ? 'board.true' : 'board.false')}</span>
    </span>
  );
}

function look(seat: string): void {
  store.set({ lookingAs: seat, panel: store.get().view?.public.exercise.status === 'debrief' ? 'review' : 'brief' });
}

/** What control can do for it: the same whatever the ministry does. */
const Ways = memo(function Ways({ seat, name, bot }: Pick<Row, 'seat' | 'name' | 'bot'>) {
  return (
    <span className="board-do">
      <Button size="small" kind="quiet" onPress={() => look(seat)} aria-label={t('board.lookNamed', { name })}>
        <Eye size={16} aria-hidden /> {t('board.look')}
      </Button>
      <May ask="speak"><MessageSeat seat={seat} name={name} /></May>
      <May ask="handToBot"><HandToBot seat={seat} name={name} bot={bot} /></May>
    </span>
  );
});

export const SeatRow = memo(function SeatRow({ seat, name, ministry, people, bot, strip, needs }: Row) {
  const urgency = needs.length === 0 ? 'none' : GRAVE.includes(needs[0]!) ? 'grave' : 'some';
  return (
    <tr data-urgency={urgency} data-seat-row={seat}>
      <th scope="row">
        <span className="row">
          <SeatMark seat={seat} />
          <span className="board-name">
            <strong title={ministry}>{name}</strong>
            <Who people={people} bot={bot} />
          </span>
        </span>
      </th>
      <td><Status strip={strip} needs={needs} /></td>
      <td><Waits strip={strip} /></td>
      <td><Money strip={strip} /></td>
      <td><span className="board-cell small">{strip.beliefs.map((belief) => <Holds key={belief.threat} belief={belief} />)}</span></td>
      <td data-align="end"><Ways seat={seat} name={name} bot={bot} /></td>
    </tr>
  );
}, (before, after) => same(before, after));

/** Rows are made anew with each view; their parts are not. */
function same(before: Row, after: Row): boolean {
  return (Object.keys(before) as (keyof Row)[]).every((part) => before[part] === after[part] || (Array.isArray(before[part]) && sameList(before[part], after[part] as unknown[])));
}
const sameList = (before: readonly unknown[], after: readonly unknown[]) => before.length === after.length && before.every((one, index) => one === after[index]);
