// The board of seats: who sits where, how far each is, and what control can do for it.
import { Bot, Eye, Wifi, WifiOff } from 'lucide-react';
import { useState } from 'react';
import { BOT_CHARACTERS, type BotCharacter, type SeatId } from '../../shared/model/vocabulary.ts';
import { Badge, Button, Dialog, Select, Table, type Column } from '../design/index.ts';
import { t } from '../locales/text.ts';
import { May } from '../may.tsx';
import { SeatMark } from '../seats.tsx';
import { store, useStore, type Presence } from '../store.ts';
import { control } from './control.ts';

interface Row {
  seat: SeatId;
  name: string;
  ministry: string;
  people: Presence[];
  bot: BotCharacter | null;
  ready: boolean;
  orders: number;
  invitations: number;
  budget: number;
  points: number;
  intent: string;
}

export const BOT_OPTIONS = BOT_CHARACTERS.map((character) => ({ id: character, label: t(`botCharacter.${character}`), description: t(`botCharacter.${character}.text`) }));

function HandToBot({ row }: { row: Row }) {
  const [open, setOpen] = useState(false);
  const [character, setCharacter] = useState<BotCharacter>(row.bot ?? 'titForTat');
  return (
    <>
      <Button size="small" kind="quiet" onPress={() => setOpen(true)} aria-label={t('board.handNamed', { name: row.name })}>
        <Bot size={16} aria-hidden /> {t('board.hand')}
      </Button>
      <Dialog
        open={open}
        onClose={() => setOpen(false)}
        title={t('board.handTitle', { name: row.name })}
        actions={
          <>
            <Button onPress={() => setOpen(false)}>{t('dialog.cancel')}</Button>
            <Button
              kind="primary"
              onPress={() => {
                setOpen(false);
                void control({ type: 'handToBot', seat: row.seat, character }, t('board.handed', { name: row.name }));
              }}
            >
              {t('board.hand')}
            </Button>
          </>
        }
      >
        <p>{t('board.handText')}</p>
        <Select label={t('board.character')} value={character} onChange={setCharacter} options={BOT_OPTIONS} />
      </Dialog>
    </>
  );
}

export function Person({ person }: { person: Presence }) {
  return (
    <span className="person" data-connected={person.connected}>
      {person.connected ? <Wifi size={14} aria-hidden /> : <WifiOff size={14} aria-hidden />}
      {person.name || t('seat.someone')}
      <span className="visually-hidden">{person.connected ? t('board.connected') : t('board.away')}</span>
    </span>
  );
}

const COLUMNS: Column<Row>[] = [
  {
    id: 'seat',
    heading: t('board.seat'),
    names: true,
    cell: (row) => (
      <span className="row">
        <SeatMark seat={row.seat} />
        <span className="board-name">
          <strong>{row.name}</strong>
          <span className="soft small">{row.ministry}</span>
        </span>
      </span>
    ),
  },
  {
    id: 'people',
    heading: t('board.people'),
    cell: (row) =>
      row.people.length > 0 ? (
        <span className="people">{row.people.map((person) => <Person key={person.participant} person={person} />)}</span>
      ) : row.bot ? (
        <Badge tone="intel"><Bot size={13} aria-hidden /> {t(`botCharacter.${row.bot}`)}</Badge>
      ) : (
        <Badge tone="caution">{t('board.nobody')}</Badge>
      ),
  },
  { id: 'ready', heading: t('board.ready'), cell: (row) => (row.people.length === 0 ? <span className="soft">–</span> : row.ready ? <Badge tone="good">{t('ready.ready')}</Badge> : <Badge>{t('board.working')}</Badge>) },
  { id: 'orders', heading: t('board.orders'), align: 'end', cell: (row) => row.orders },
  { id: 'invitations', heading: t('board.invitations'), align: 'end', cell: (row) => row.invitations },
  { id: 'budget', heading: t('word.money'), align: 'end', cell: (row) => row.budget },
  { id: 'points', heading: t('board.points'), align: 'end', cell: (row) => row.points },
  {
    id: 'do',
    heading: <span className="visually-hidden">{t('board.do')}</span>,
    align: 'end',
    cell: (row) => (
      <span className="board-do">
        <Button size="small" kind="quiet" onPress={() => store.set({ lookingAs: row.seat, panel: store.get().view?.public.exercise.status === 'debrief' ? 'review' : 'brief' })} aria-label={t('board.lookNamed', { name: row.name })}>
          <Eye size={16} aria-hidden /> {t('board.look')}
        </Button>
        <May ask="handToBot"><HandToBot row={row} /></May>
      </span>
    ),
  },
];

export function SeatBoard() {
  const view = useStore((state) => state.view!);
  const presence = useStore((state) => state.presence);
  const rows = view.public.exercise.seats.map((seat): Row => {
    const strip = view.control?.strip[seat];
    const own = view.public.seats[seat];
    return {
      seat,
      name: own?.name ?? seat,
      ministry: own?.ministry ?? '',
      people: Object.values(presence).filter((person) => person.seat === seat && person.role === 'participant'),
      bot: own?.bot ?? null,
      ready: own?.ready ?? false,
      orders: strip?.orders ?? 0,
      invitations: strip?.openInvitations ?? 0,
      budget: strip?.budget ?? 0,
      points: strip?.points ?? 0,
      intent: strip?.intent ?? '',
    };
  });
  return <Table caption={t('board.title')} columns={COLUMNS} rows={rows} rowKey={(row) => row.seat} />;
}
