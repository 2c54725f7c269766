// Waiting for the start: one's own brief to read, and who is here.
import { UserRound } from 'lucide-react';
import { useLayoutEffect } from 'react';
import { CalendarWays, Dates } from '../clock/dates.tsx';
import { Badge, Button, Paragraphs } from '../design/index.ts';
import { t } from '../locales/text.ts';
import { SeatMark } from '../seats.tsx';
import { send, useStore } from '../store.ts';
import type { PublicView, SeatView } from '../../shared/view/view.ts';

export function WhoIsHere({ view }: { view: PublicView }) {
  const presence = useStore((state) => state.presence);
  const people = Object.values(presence);
  return (
    <ul className="who" aria-label={t('lobby.who')}>
      {view.exercise.seats.map((seat) => (
        <li key={seat}>
          <SeatMark seat={seat} size="small" />
          <span className="grow">{view.seats[seat]?.name ?? seat}</span>
          <span className="soft small">
            {people
              .filter((person) => person.seat === seat)
              .map((person) => person.name || t('seat.someone'))
              .join(', ') || (view.seats[seat]?.bot ? t('seat.bot') : t('seat.free'))}
          </span>
        </li>
      ))}
      {people
        .filter((person) => person.seat === null && person.role === 'participant')
        .map((person) => (
          <li key={person.participant}>
            <UserRound size={18} aria-hidden />
            <span className="grow">{person.name || t('seat.someone')}</span>
            <span className="soft small">{t('lobby.choosing')}</span>
          </li>
        ))}
    </ul>
  );
}

export function Lobby({ view, own, seat }: { view: PublicView; own: SeatView | null; seat: string | null }) {
  const self = seat === null ? undefined : view.seats[seat];
  // Whoever chose a ministry far down the list begins to read at the top.
  useLayoutEffect(() => {
    window.scrollTo(0, 0);
  }, []);
  return (
    <div className="lobby">
      <section className="card">
        <div className="card-body stack-loose">
          <div className="row">
            <Badge tone="caution">{t('status.lobby')}</Badge>
            <span className="soft">{t('lobby.text')}</span>
          </div>
          {self && seat !== null && (
            <div className="row">
              <SeatMark seat={seat} size="large" />
              <div className="grow">
                <h1>{self.name}</h1>
                <p className="soft">{self.ministry}</p>
              </div>
              <Button size="small" onPress={() => void send({ type: 'leaveSeat' })}>{t('lobby.leave')}</Button>
            </div>
          )}
          {view.exercise.mode === 'course' && (
            <section className="stack">
              <h2>{t('dates.title')}</h2>
              <Dates />
              <CalendarWays />
            </section>
          )}
          {own && (
            <section className="stack">
              <h2>{t('brief.goals')}</h2>
              <ol className="goals">
                {own.brief.goals.map((goal) => (
                  <li key={goal}>{goal}</li>
                ))}
              </ol>
            </section>
          )}
          {own && (
            <section className="stack">
              <h2>{t('brief.secret')}</h2>
              <Paragraphs text={own.brief.secret} />
            </section>
          )}
          <section className="stack">
            <h2>{t('brief.situation')}</h2>
            <p className="soft small">{view.exercise.date}</p>
            <Paragraphs text={view.exercise.situation} />
          </section>
        </div>
      </section>
      <section className="card">
        <div className="card-body stack">
          <h2>{t('lobby.who')}</h2>
          <WhoIsHere view={view} />
        </div>
      </section>
    </div>
  );
}
