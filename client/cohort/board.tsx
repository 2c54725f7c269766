// The board across worlds: of each its clock, who is in and who is missing, its crises, its figures, and the way into its control room.
import { ArrowRight, Bot, CircleCheck, MonitorPlay, WifiOff } from 'lucide-react';
import type { WorldCrisis, WorldSeat } from '../../shared/view/world-summary.ts';
import type { WorldPeople } from '../../shared/wire/documents.ts';
import { stillText } from '../clock/lines.tsx';
import { timeLeft, useNow } from '../clock/time.ts';
import { Badge, Button, Facts, Link } from '../design/index.ts';
import { openRoom } from '../instructor/open-room.ts';
import { duration, list, t } from '../locales/text.ts';
import { cohortToken } from '../session.ts';
import { rungName } from '../words.ts';
import { readiness, type World } from './worlds.ts';

const STATUS_TONE = { lobby: 'caution', running: 'good', paused: 'caution', debrief: 'plain' } as const;

export function StatusBadge({ world }: { world: World }) {
  const { status } = world.summary.clock;
  return <Badge tone={STATUS_TONE[status]}>{t(`status.${status}`)}</Badge>;
}

function Clock({ world }: { world: World }) {
  const now = useNow();
  const { clock, seats } = world.summary;
  if (clock.status === 'lobby' || clock.status === 'debrief') return <p className="world-clock"><span className="soft">{t(`status.${clock.status}`)}</span></p>;
  const left = timeLeft(clock, now);
  const still = stillText(clock, (awaited) => list(awaited.map((id) => seats.find(({ seat }) => seat === id)?.name ?? id)));
  return (
    <div className="world-clock" data-paused={clock.status === 'paused'}>
      <p>{t('worlds.at', { turn: clock.turn, turns: clock.turns, phase: t(`phase.${clock.phase}`) })}</p>
      <p className="world-time numeric" role="timer" aria-label={t('clock.left')}>{left === null ? t('clock.open') : duration(left)}</p>
      {still !== null && <p className="world-still">{still}</p>}
    </div>
  );
}

function Ready({ world }: { world: World }) {
  const { seats, ready, missing } = readiness(world.summary);
  const { joined, connected, unseated } = world.people;
  const { status } = world.summary.clock;
  const asked = status === 'running' || status === 'paused';
  return (
    <div className="world-ready">
      <p>
        {asked && seats > 0 && <strong>{t('worlds.ready', { ready, seats })} </strong>}
        <span className="soft">{joined === 0 ? t('worlds.nobody') : t('worlds.people', { connected, joined })}</span>
      </p>
      {asked && seats > 0 && <p className="small">{missing.length === 0 ? t('ready.all') : t('ready.missing', { names: list(missing.map(({ name }) => name)) })}</p>}
      {unseated.length > 0 && <p className="small world-unseated">{t('worlds.unseated', { count: unseated.length, names: list(unseated.map(({ name }) => name)) })}</p>}
    </div>
  );
}

function Who({ seat, people }: { seat: WorldSeat; people: WorldPeople['seats'][string] }) {
  if (people.length > 0)
    return (
      <>
        {people.map(({ name, connected }, index) => (
          <span key={index} className="world-person" data-connected={connected}>
            {!connected && <WifiOff size={13} aria-hidden />}
            {name}
            {!connected && <span className="visually-hidden"> ({t('worlds.away')})</span>}
          </span>
        ))}
      </>
    );
  return seat.bot === null ? <span className="soft">{t('worlds.empty')}</span> : <span className="soft world-person"><Bot size={13} aria-hidden /> {t('worlds.bot')}</span>;
}

function Seats({ world }: { world: World }) {
  return (
    <ul className="world-seats" aria-label={t('worlds.seats', { letter: world.letter })}>
      {world.summary.seats.map((seat) => (
        <li key={seat.seat}>
          <abbr title={seat.name}>{seat.seat}</abbr>
          <span className="world-who"><Who seat={seat} people={world.people.seats[seat.seat] ?? []} /></span>
          <span className="world-does">
            {seat.people > 0 && seat.unread > 0 && <Badge tone="caution">{t('worlds.unread', { count: seat.unread })}</Badge>}
            {seat.drafts > 0 && <span className="soft">{t('worlds.drafts', { count: seat.drafts })}</span>}
            {seat.orders > 0 && <span className="soft">{t('worlds.orders', { count: seat.orders })}</span>}
            {seat.people > 0 && seat.ready && <CircleCheck size={16} role="img" aria-label={t('worlds.isReady')} />}
          </span>
        </li>
      ))}
    </ul>
  );
}

function Crisis({ crisis }: { crisis: WorldCrisis }) {
  const { number, name, severity, rung } = crisis;
  return (
    <li>
      <div className="world-crisis">
        <span className="grow">{t('worlds.crisis', { number, name })}</span>
        <strong className="numeric">{severity}</strong>
      </div>
      <div className="world-track" role="meter" aria-label={name} aria-valuenow={severity} aria-valuemin={0} aria-valuemax={100} aria-valuetext={t('worlds.severity', { severity, rung, name: rungName(rung) })}>
        <div style={{ width: `${severity}%` }} />
      </div>
      <span className="small soft">{t('worlds.rung', { rung, name: rungName(rung) })}</span>
    </li>
  );
}

function Strip({ world }: { world: World }) {
  const { crises, figures } = world.summary;
  const open = crises.filter((crisis) => crisis.open);
  const due = figures.duties.kept + figures.duties.missed;
  return (
    <div className="world-strip">
      {open.length === 0 ? (
        <p className="small soft">{t('worlds.noCrisis')}</p>
      ) : (
        <ul className="world-crises" aria-label={t('worlds.crises', { letter: world.letter })}>
          {open.map((crisis) => <Crisis key={crisis.id} crisis={crisis} />)}
        </ul>
      )}
      <Facts
        rows={[
          { label: t('worlds.inForce'), value: figures.inForce },
          { label: t('worlds.onTable'), value: figures.onTable },
          { label: t('worlds.leaks'), value: figures.leaks },
          { label: t('worlds.duties'), value: due === 0 ? t('worlds.dutiesNone') : t('worlds.dutiesOf', { kept: figures.duties.kept, due }) },
        ]}
      />
    </div>
  );
}

export function Board({ cohort, worlds }: { cohort: string; worlds: readonly World[] }) {
  return (
    <div className="worlds">
      {worlds.map((world) => (
        <section key={world.exercise} className="card world" aria-label={t('worlds.world', { letter: world.letter })} data-status={world.summary.clock.status}>
          <header className="world-head">
            <h2>{t('worlds.world', { letter: world.letter })}</h2>
            <StatusBadge world={world} />
          </header>
          <Clock world={world} />
          <Ready world={world} />
          <Seats world={world} />
          <Strip world={world} />
          <footer className="world-foot">
            <Button kind="primary" size="small" onPress={() => void openRoom(world.exercise, cohortToken(cohort))} aria-label={t('worlds.openNamed', { letter: world.letter })}>
              {t('worlds.open')} <ArrowRight size={16} aria-hidden />
            </Button>
            {world.summary.clock.status === 'debrief' ? (
              <Link to={`/replay/${world.exercise}`} className="button small" label={t('worlds.replayNamed', { letter: world.letter })}>{t('worlds.replay')}</Link>
            ) : (
              <a className="button small" href={`/wall/${world.code}`} target="_blank" rel="noreferrer" aria-label={t('worlds.wallNamed', { letter: world.letter })}>
                <MonitorPlay size={15} aria-hidden /> {t('worlds.wall')}
              </a>
            )}
          </footer>
        </section>
      ))}
    </div>
  );
}
