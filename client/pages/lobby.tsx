// Waiting for the start, or reading days before it: one's own brief, the map, one's role in the team, and who is here.
import { UserRound } from 'lucide-react';
import { useLayoutEffect } from 'react';
import { CalendarWays, Dates } from '../clock/dates.tsx';
import { Badge, Button } from '../design/index.ts';
import { t } from '../locales/text.ts';
import { SeatMark } from '../seats.tsx';
import { Situation, MinistryBrief } from '../panels/brief/ministry-brief.tsx';
import { MapRegion } from '../shell/map-region.tsx';
import { send, useSight, useStore } from '../store.ts';
import { RoleSelect } from '../team/role-select.tsx';
import { inTeam, standingOf } from '../team/standing.ts';
import { whoIs } from '../team/who.tsx';
import type { PublicView } from '../../shared/view/view.ts';

export function WhoIsHere({ view }: { view: PublicView }) {
  const presence = useStore((state) => state.presence);
  const standing = useStore(standingOf);
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
              .map((person) => (standing?.sight.own.seat.id === seat ? whoIs(standing.team, presence, person.participant) : person.name || t('seat.someone')))
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

export function Lobby({ view, seat }: { view: PublicView; seat: string | null }) {
  const sight = useSight();
  const standing = useStore(standingOf);
  const team = useStore(inTeam);
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
            <span className="soft grow">{t('lobby.text')}</span>
            {seat !== null && <Button size="small" onPress={() => void send({ type: 'leaveSeat' })}>{t('lobby.leave')}</Button>}
          </div>
          {sight ? <MinistryBrief sight={sight} page /> : <Situation situation={view.exercise.situation} date={view.exercise.date} />}
        </div>
      </section>
      <div className="stack-loose">
        {standing && team && (
          <section className="card">
            <div className="card-body stack">
              <h2>{t('lobby.role')}</h2>
              <p className="soft">{t('lobby.roleText')}</p>
              <RoleSelect standing={standing} label={t('team.myRole')} />
            </div>
          </section>
        )}
        {view.exercise.mode === 'course' && (
          <section className="card">
            <div className="card-body stack">
              <h2>{t('dates.title')}</h2>
              <Dates />
              <CalendarWays />
            </div>
          </section>
        )}
        <section className="card">
          <div className="card-body stack">
            <h2>{t('lobby.who')}</h2>
            <WhoIsHere view={view} />
          </div>
        </section>
        <section className="card lobby-map" aria-label={t('rail.map')}>
          <MapRegion />
        </section>
      </div>
    </div>
  );
}
