// The master list of injects: each with its trigger in words, where it stands, a look at what it would do, and what control can do with it.
import { Pause, Play, Siren } from 'lucide-react';
import { Badge, Button, ConfirmButton, EmptyState, Facts } from '../design/index.ts';
import { t } from '../locales/text.ts';
import { nameOf } from '../seats.tsx';
import { useStore } from '../store.ts';
import type { MselRow, PublicView } from '../../shared/view/view.ts';
import { control } from './control-bar.tsx';
import { PreviewButton } from './preview.tsx';

/** When it comes: its time, its condition, an event, or by hand alone; then how long it waits and by what chance. */
export function triggerText({ trigger, delay, chance }: Pick<MselRow, 'trigger' | 'delay' | 'chance'>): string {
  const parts = [firstOf(trigger)];
  if (delay > 0) parts.push(t('msel.delay', { turns: delay }));
  if (chance < 100) parts.push(t('msel.chance', { chance }));
  return parts.join(' · ');
}

function firstOf(trigger: MselRow['trigger']): string {
  if (trigger === null) return t('msel.byHand');
  if ('after' in trigger) return t('msel.after', { event: trigger.after, condition: trigger.when ?? 'none' });
  return 'when' in trigger ? t('msel.when', { condition: trigger.when }) : t('msel.at', { phase: t(`phase.${trigger.phase}`), turn: trigger.turn });
}

const TONE = { planned: 'plain', held: 'caution', due: 'action', fired: 'good', skipped: 'plain' } as const;

/** To whom, in few words: all, those it concerns, or by name. */
function recipients(row: MselRow, view: PublicView): string {
  if (row.to.length === 0) return t('msel.concerned');
  return row.to.length >= view.exercise.seats.length && row.to.length > 2 ? t('messages.everyone') : row.to.map((seat) => nameOf(view, seat)).join(', ');
}

function Line({ row, view, objective, live }: { row: MselRow; view: PublicView; objective: string | null; live: boolean }) {
  const held = row.state === 'held';
  return (
    <li className="traffic-line" data-state={row.state}>
      <div className="row">
        <strong className="grow">{row.title}</strong>
        <Badge tone={TONE[row.state]}>{row.state === 'planned' ? t('msel.planned') : t(`msel.${row.state}`, { turn: row.turn ?? 0 })}</Badge>
      </div>
      <p className="msel-trigger small">{triggerText(row)}</p>
      <Facts
        rows={[
          { label: t(`msel.type.${row.type}`), value: t('msel.from', { from: row.from, mode: row.mode ?? 'none' }) },
          { label: t('speak.to'), value: recipients(row, view) },
        ]}
      />
      <p className="small free-text">{row.text}</p>
      {row.expect && <p className="small">{t('msel.expect', { text: row.expect })}</p>}
      {row.note && <p className="small soft">{t('msel.note', { text: row.note })}</p>}
      {objective && <p className="small soft">{t('msel.serves', { text: objective })}</p>}
      {held && <p className="small soft">{t('msel.heldInstead')}</p>}
      {row.state !== 'fired' && live && (
        <div className="row-wrap">
          <ConfirmButton size="small" title={t('msel.fireTitle', { title: row.title })} text={<div className="stack"><p className="free-text">{row.text}</p><PreviewButton asked={() => ({ inject: row.id })} /></div>} confirm={t('msel.fire')} onConfirm={() => void control({ type: 'fireInject', inject: row.id }, t('msel.firedNow', { title: row.title }))}>
            <Siren size={15} aria-hidden /> {t('msel.fire')}
          </ConfirmButton>
          <Button size="small" onPress={() => void control({ type: 'holdInject', inject: row.id, held: !held })}>
            {held ? <Play size={15} aria-hidden /> : <Pause size={15} aria-hidden />} {t(held ? 'msel.release' : 'msel.hold')}
          </Button>
          <PreviewButton asked={() => ({ inject: row.id })} />
        </div>
      )}
    </li>
  );
}

export function Injects() {
  const view = useStore((state) => state.view!);
  const rows = Object.values(view.control?.msel ?? {});
  const live = view.public.exercise.status === 'running' || view.public.exercise.status === 'paused';
  if (rows.length === 0) return <EmptyState icon={Siren} title={t('msel.empty')}>{t('msel.emptyText')}</EmptyState>;
  return (
    <ol className="traffic" aria-label={t('msel.title')}>
      {rows.map((row) => <Line key={row.id} row={row} view={view.public} objective={view.control?.learning.find(({ id }) => id === row.objective)?.text ?? null} live={live} />)}
    </ol>
  );
}
