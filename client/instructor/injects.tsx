// The master list of injects, with a button for those that can still be fired by hand.
import { Siren } from 'lucide-react';
import { Badge, Button, ConfirmButton, EmptyState } from '../design/index.ts';
import { t } from '../locales/text.ts';
import { nameOf } from '../seats.tsx';
import { useStore } from '../store.ts';
import type { View } from '../../shared/view/view.ts';
import { control } from './control-bar.tsx';

type Row = NonNullable<View['control']>['msel'][string];

/** When it comes: its time, its condition, or by hand alone. */
function triggerText(trigger: Row['trigger']): string {
  if (trigger === null) return t('msel.byHand');
  if ('after' in trigger) return t('msel.after', { event: trigger.after, condition: trigger.when ?? 'none' });
  return 'when' in trigger ? t('msel.when', { condition: trigger.when }) : t('phase.now', { phase: t(`phase.${trigger.phase}`), turn: trigger.turn });
}

export function Injects() {
  const view = useStore((state) => state.view!);
  const rows = Object.values(view.control?.msel ?? {});
  const live = view.public.exercise.status === 'running' || view.public.exercise.status === 'paused';
  if (rows.length === 0) return <EmptyState icon={Siren} title={t('msel.empty')}>{t('msel.emptyText')}</EmptyState>;
  return (
    <ol className="traffic" aria-label={t('msel.title')}>
      {rows.map((row) => (
        <li key={row.id} className="traffic-line" data-fired={row.state === 'fired'}>
          <div className="row">
            <strong className="grow">{row.title}</strong>
            {row.state === 'fired' ? <Badge tone="good">{t('msel.fired', { turn: row.turn ?? 0 })}</Badge> : <Badge>{row.state === 'planned' ? t('msel.planned') : t(`msel.${row.state}`, { turn: row.turn ?? 0 })}</Badge>}
          </div>
          <p className="soft small">{t('msel.facts', { to: row.to.length === 0 ? t('msel.concerned') : row.to.map((seat) => nameOf(view.public, seat)).join(', '), trigger: triggerText(row.trigger) })}</p>
          <p className="small free-text">{row.text}</p>
          {row.expect && <p className="small">{t('msel.expect', { text: row.expect })}</p>}
          {row.state !== 'fired' && live && (
            <div>
              <ConfirmButton size="small" title={t('msel.fireTitle', { title: row.title })} text={row.text} confirm={t('msel.fire')} onConfirm={() => void control({ type: 'fireInject', inject: row.id }, t('msel.firedNow', { title: row.title }))}>
                {t('msel.fire')}
              </ConfirmButton>
              <Button size="small" onPress={() => void control({ type: 'holdInject', inject: row.id, held: row.state !== 'held' })}>{t(row.state === 'held' ? 'msel.release' : 'msel.hold')}</Button>
            </div>
          )}
        </li>
      ))}
    </ol>
  );
}
