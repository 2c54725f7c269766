// The rail on the left: the map alone, or one of the panels beside it.
import { Map } from 'lucide-react';
import { Badge, Button } from '../design/index.ts';
import { t } from '../locales/text.ts';
import { PANELS, type PanelEntry } from '../panels/registry.ts';
import { openPanel, sightOf, useStore, type StoreState } from '../store.ts';

export function offered(state: StoreState): PanelEntry[] {
  const hasSight = sightOf(state) !== null;
  return PANELS.filter((entry) => (hasSight || !entry.seatOnly) && (entry.offered?.(state) ?? true));
}

function RailButton({ entry }: { entry: PanelEntry }) {
  const open = useStore((state) => state.panel === entry.id);
  const count = useStore(entry.badge);
  const Icon = entry.icon;
  return (
    <Button kind="quiet" className="rail-item" aria-pressed={open} aria-controls="side" onPress={() => openPanel(entry.id)}>
      <span className="rail-icon">
        <Icon size={22} aria-hidden />
        {count > 0 && (
          <Badge tone="count" label={t('rail.waiting', { count })}>
            {count > 99 ? '99+' : count}
          </Badge>
        )}
      </span>
      <span>{t(entry.label)}</span>
    </Button>
  );
}

export function Rail() {
  const entries = useStore(offered);
  const alone = useStore((state) => state.panel === null);
  return (
    <nav className="rail" aria-label={t('rail.label')}>
      <Button kind="quiet" className="rail-item" aria-pressed={alone} onPress={() => openPanel(null)}>
        <span className="rail-icon">
          <Map size={22} aria-hidden />
        </span>
        <span>{t('rail.map')}</span>
      </Button>
      {entries.map((entry) => (
        <RailButton key={entry.id} entry={entry} />
      ))}
    </nav>
  );
}
