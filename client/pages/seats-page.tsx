// Choosing a seat: the ministries in play, who sits in them, a button for those who do not mind, and what sitting down means, said before it is done.
import { Bot, Shuffle, UserRound } from 'lucide-react';
import { useState } from 'react';
import type { SeatId } from '../../shared/model/vocabulary.ts';
import type { PublicView } from '../../shared/view/view.ts';
import { Badge, Button, Dialog } from '../design/index.ts';
import { refusalText, t } from '../locales/text.ts';
import { SeatMark } from '../seats.tsx';
import { send, useStore } from '../store.ts';
import { freestSeat } from './freest-seat.ts';

/** Whoever sits down reads what nobody else may: they are told so first. */
function BeforeSitting({ name, running, onSit, onClose }: { name: string; running: boolean; onSit: () => void; onClose: () => void }) {
  return (
    <Dialog open onClose={onClose} title={t('seat.askTitle', { name })} role="alertdialog" actions={<><Button onPress={onClose}>{t('seat.askBack')}</Button><Button kind="primary" onPress={onSit}>{t('seat.askTake')}</Button></>}>
      <p>{t('seat.askOpens', { name })}</p>
      <p>{t(running ? 'seat.askRunning' : 'seat.askLobby')}</p>
    </Dialog>
  );
}

/** `wish`: the seat named in the address of whoever was sent to it. */
export function SeatChoice({ view, wish }: { view: PublicView; wish: SeatId | null }) {
  const presence = useStore((state) => state.presence);
  const [error, setError] = useState<{ seat: SeatId; text: string } | null>(null);
  const [busy, setBusy] = useState<SeatId | null>(null);
  const [asked, setAsked] = useState(wish !== null && view.exercise.seats.includes(wish) ? wish : null);
  const take = async (seat: SeatId) => {
    setAsked(null);
    setBusy(seat);
    const answer = await send({ type: 'takeSeat', seat });
    setBusy(null);
    setError(answer.accepted ? null : { seat, text: refusalText(answer.refusal) });
    // The seat named in the address was for the way in: whoever is moved later is not put back.
    if (answer.accepted) history.replaceState(null, '', location.pathname);
  };
  const freest = freestSeat(view);
  const running = view.exercise.status !== 'lobby';
  return (
    <div className="stack-loose">
      <div className="row-wrap">
        <div className="grow">
          <h1>{t('seat.title')}</h1>
          <p className={running ? 'seat-text' : 'seat-text soft'}>{t(running ? 'seat.textRunning' : 'seat.text')}</p>
        </div>
        {freest && (
          <Button kind="primary" size="large" isDisabled={busy !== null} onPress={() => setAsked(freest)}>
            <Shuffle size={18} aria-hidden /> {t('seat.choose')}
          </Button>
        )}
      </div>
      <ul className="seat-grid">
        {view.exercise.seats.map((id) => {
          const seat = view.seats[id];
          if (!seat) return null;
          const people = Object.values(presence).filter((person) => person.seat === id);
          return (
            <li key={id} className="card seat-card">
              <div className="card-body stack">
                <div className="row">
                  <SeatMark seat={id} />
                  <div className="grow">
                    <h2>{seat.name}</h2>
                    <p className="soft small">{seat.ministry}</p>
                  </div>
                  {seat.people === 0 ? <Badge tone="good">{seat.bot ? t('seat.bot') : t('seat.free')}</Badge> : <Badge>{t('seat.people', { count: seat.people })}</Badge>}
                </div>
                <p className="seat-brief">{seat.brief}</p>
                {people.length > 0 && (
                  <p className="row small soft">
                    <UserRound size={15} aria-hidden /> {people.map((person) => person.name || t('seat.someone')).join(', ')}
                  </p>
                )}
                {seat.people === 0 && seat.bot && (
                  <p className="row small soft">
                    <Bot size={15} aria-hidden /> {t('seat.botPlays')}
                  </p>
                )}
                {error?.seat === id && <p className="field-error" role="alert">{error.text}</p>}
                <Button isDisabled={busy !== null} onPress={() => setAsked(id)} aria-label={t('seat.takeNamed', { name: seat.name })}>
                  {busy === id ? t('seat.taking') : seat.people > 0 ? t('seat.share') : t('seat.take')}
                </Button>
              </div>
            </li>
          );
        })}
      </ul>
      {asked !== null && <BeforeSitting name={view.seats[asked]?.name ?? asked} running={running} onSit={() => void take(asked)} onClose={() => setAsked(null)} />}
    </div>
  );
}
