// The strip at the bottom: the numbers a ministry always sees, and whether it is ready.
import { Check, Coins, Landmark, ShieldCheck, Undo2, Zap, type LucideIcon } from 'lucide-react';
import { useState, type ReactNode } from 'react';
import { Button, notify } from '../design/index.ts';
import { list, refusalText, t } from '../locales/text.ts';
import { nameOf } from '../seats.tsx';
import { actingSeat, send, useReadOnly, useSight, useStore } from '../store.ts';
import { useReleaser } from '../team/ask.ts';
import { pointsLeft } from './points.ts';
import { readinessOf } from './ready.ts';

function Figure({ icon: Icon, label, value, note }: { icon: LucideIcon; label: string; value: ReactNode; note?: string }) {
  return (
    <div className="figure">
      <Icon size={20} aria-hidden />
      <dl>
        <dt>{label}</dt>
        <dd className="numeric">
          <strong>{value}</strong>
          {note && <span className="figure-note">{note}</span>}
        </dd>
      </dl>
    </div>
  );
}

/** Who is ready, who is awaited, and one's own word that one has finished. */
function Ready() {
  const readOnly = useReadOnly();
  const exercise = useStore((state) => state.view?.public.exercise ?? null);
  const people = useStore((state) => (state.view ? readinessOf(state.view.public) : null));
  const names = useStore((state) => (state.view ? list(readinessOf(state.view.public).missing.map((seat) => (seat === actingSeat(state) ? t('ready.you') : nameOf(state.view!.public, seat)))) : ''));
  const seat = useStore(actingSeat);
  const ready = useStore((state) => state.view?.public.seats[actingSeat(state) ?? '']?.ready ?? false);
  const others = useReleaser({ type: 'setReady', ready: !ready }) !== null;
  const [busy, setBusy] = useState(false);
  if (!exercise || !people || exercise.status === 'lobby' || exercise.status === 'debrief') return null;
  const toggle = async () => {
    setBusy(true);
    const answer = await send({ type: 'setReady', ready: !ready });
    setBusy(false);
    if (!answer.accepted) notify(refusalText(answer.refusal), 'refusal');
  };
  return (
    <div className="ready">
      {people.seats > 0 && (
        <p className="ready-text">
          <strong className="numeric">{t('ready.count', { ready: people.ready, seats: people.seats })}</strong>
          <span className="soft small" title={names}>{people.missing.length === 0 ? t('ready.all') : t('ready.missing', { names })}</span>
        </p>
      )}
      {seat !== null && !readOnly && (
        <Button kind={ready ? 'secondary' : 'primary'} size="large" isDisabled={busy || others || exercise.status !== 'running'} onPress={() => void toggle()} aria-pressed={ready}>
          {ready ? <Undo2 size={18} aria-hidden /> : <Check size={18} aria-hidden />}
          {others ? t('team.readyIs') : ready ? t('ready.takeBack') : t('ready.ready')}
        </Button>
      )}
    </div>
  );
}

export function Strip() {
  const sight = useSight();
  return (
    <footer className="strip" aria-label={t('strip.label')}>
      {sight && (
        <div className="figures">
          <Figure icon={Coins} label={t('word.money')} value={sight.own.ministry.budget} note={t('strip.income', { income: sight.own.ministry.income })} />
          <Figure icon={Landmark} label={t('word.capital')} value={sight.own.ministry.politicalCapital} />
          <Figure icon={ShieldCheck} label={t('word.readiness')} value={sight.own.ministry.readiness} note={t('strip.ofHundred')} />
          <Figure icon={Zap} label={t('word.points')} value={pointsLeft(sight)} note={t('strip.ofPoints', { points: sight.own.effort.points })} />
        </div>
      )}
      <span className="grow" />
      <Ready />
    </footer>
  );
}
