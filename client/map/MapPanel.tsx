// The map with everything about it: legend, zoom, the list of regions, the table that says the same, and what is announced.
import '@fontsource/ibm-plex-sans-condensed/500.css';
import '@fontsource/ibm-plex-sans-condensed/600.css';
import '@fontsource/ibm-plex-sans-condensed/700.css';
import '@fontsource/ibm-plex-sans/400.css';
import '@fontsource/ibm-plex-sans/500.css';
import '@fontsource/ibm-plex-sans/600.css';
import '@fontsource-variable/source-serif-4/wght-italic.css';
import { Map as MapIcon, Maximize, Minus, Plus, Table as TableIcon } from 'lucide-react';
import { memo, useCallback, useEffect, useLayoutEffect, useMemo, useRef, useState, type ReactNode } from 'react';
import { Button, ToggleButton, ToggleButtonGroup, type Key } from 'react-aria-components';
import type { MapHandle } from './createMap.ts';
import { readGeometry } from './geometry.ts';
import { Legend } from './Legend.tsx';
import './map.css';
import { MapTable } from './MapTable.tsx';
import type { MapModel, MapSelection } from './model.ts';
import { RegionList } from './RegionList.tsx';
import { ENGLISH, type MapTexts } from './texts.ts';

export interface MapPanelProps {
  model: MapModel;
  selection: MapSelection;
  onSelect(selection: MapSelection): void;
  texts?: MapTexts;
}

export const MapPanel = memo(function MapPanel({ model, selection, onSelect, texts = ENGLISH }: MapPanelProps): ReactNode {
  const [mode, setMode] = useState<'map' | 'table'>('map');
  const geometry = useMemo(() => readGeometry(model.topology, model.size), [model.topology, model.size]);
  const { canvas, map } = useMap(model, selection, onSelect);
  const rearrange = useCallback(() => map.current?.rearrange(), [map]);
  const go = (target: MapSelection): void => {
    onSelect(target);
    map.current?.focus(target);
  };

  return (
    <section className="map-panel" data-map-frame data-mode={mode} aria-label={texts.mapView}>
      <div className="map-stage" hidden={mode !== 'map'}>
        <div className="map-canvas" ref={canvas} />
        <p className="map-loading" aria-hidden="true">{texts.loading}</p>
        <RegionList model={model} waters={geometry.waters} selection={selection} texts={texts} onHighlight={(target) => map.current?.highlight(target)} onGo={go} />
        <Legend model={model} texts={texts} onResize={rearrange} />
        <div className="map-card map-zoom" data-map-card>
          <Button aria-label={texts.zoomIn} onPress={() => map.current?.zoomIn()}><Plus size={18} aria-hidden="true" /></Button>
          <Button aria-label={texts.zoomOut} onPress={() => map.current?.zoomOut()}><Minus size={18} aria-hidden="true" /></Button>
          <Button aria-label={texts.wholeMap} onPress={() => map.current?.home()}><Maximize size={16} aria-hidden="true" /></Button>
        </div>
      </div>
      {mode === 'table' && <MapTable model={model} geometry={geometry} selection={selection} texts={texts} onSelect={onSelect} />}
      <ToggleButtonGroup
        className="map-card map-modes"
        data-map-card
        aria-label={texts.views}
        selectionMode="single"
        disallowEmptySelection
        selectedKeys={[mode]}
        onSelectionChange={(keys: Set<Key>) => setMode(keys.has('table') ? 'table' : 'map')}
      >
        <ToggleButton id="map"><MapIcon size={16} aria-hidden="true" />{texts.mapView}</ToggleButton>
        <ToggleButton id="table"><TableIcon size={16} aria-hidden="true" />{texts.tableView}</ToggleButton>
      </ToggleButtonGroup>
      <p role="status" aria-live="polite" className="map-hidden">{announcement(selection, model, geometry.waters, texts)}</p>
    </section>
  );
});

/** Keeps one map in the element for as long as the page's topology stays the same. */
function useMap(model: MapModel, selection: MapSelection, onSelect: (selection: MapSelection) => void) {
  const canvas = useRef<HTMLDivElement>(null);
  const map = useRef<MapHandle | null>(null);
  const latest = useRef({ model, selection, onSelect });
  useLayoutEffect(() => { latest.current = { model, selection, onSelect }; });

  useEffect(() => {
    const parent = canvas.current!;
    let gone = false;
    let mine: MapHandle | null = null;
    void (async () => {
      const { createMap } = await import('./createMap.ts');
      if (gone) return;
      mine = await createMap(parent, latest.current.model, { select: (target) => latest.current.onSelect(target), hover: () => undefined });
      if (gone) return mine.destroy();
      map.current = mine;
      mine.update(latest.current.model);
      mine.select(latest.current.selection);
    })();
    return () => {
      gone = true;
      map.current = null;
      mine?.destroy();
    };
  }, [model.topology]);
  useEffect(() => map.current?.update(model), [model]);
  useEffect(() => map.current?.select(selection), [selection]);
  return { canvas, map };
}

function announcement(selection: MapSelection, model: MapModel, waters: { id: string; name: string }[], texts: MapTexts): string {
  if (!selection) return '';
  const { kind, id } = selection;
  const crisis = kind === 'crisis' && model.crises.find((one) => one.id === id);
  if (crisis) return texts.selectedCrisis(crisis.number, crisis.name, crisis.severity === null ? texts.unknown : String(crisis.severity), crisis.rung);
  const named: { id: string; name: string }[] = { country: model.countries, water: waters, package: model.packages, crisis: [] }[kind];
  const found = named.find((one) => one.id === id);
  return found ? texts.selected(found.name) : '';
}
