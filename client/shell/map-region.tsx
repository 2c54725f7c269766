// The middle of the screen: the map of the scenario, loaded beside everything else.
import { Suspense, lazy, useEffect, useMemo, useState } from 'react';
import type { Topology } from 'topojson-specification';
import { Progress } from '../design/index.ts';
import { t } from '../locales/text.ts';
import { learnPlaces } from '../places.ts';
import type { MapSelection } from '../map/model.ts';
import { select, store, useSight, useStore } from '../store.ts';
import { fromMap, mapModel, readPage, sameModel, toMap, type MapPage } from './map-model.ts';

const MapPanel = lazy(async () => ({ default: (await import('../map/MapPanel.tsx')).MapPanel }));

/** Every map that comes with the program: its page and its sidecar, each loaded when a scenario needs it. */
const PAGES = import.meta.glob<Topology>('../../assets/maps/*.topo.json', { import: 'default' });
const SIDECARS = import.meta.glob<{ size: number[]; home: number[]; regions: { id: string; name: string }[] }>(['../../assets/maps/*.json', '!../../assets/maps/*.topo.json'], { import: 'default' });

function usePage(map: string): MapPage | 'missing' | null {
  const [loaded, setLoaded] = useState<{ map: string; page: MapPage } | null>(null);
  const topology = PAGES[`../../assets/maps/${map}.topo.json`];
  const sidecar = SIDECARS[`../../assets/maps/${map}.json`];
  useEffect(() => {
    let gone = false;
    if (!topology || !sidecar) return;
    void Promise.all([topology(), sidecar()]).then(([shapes, frame]) => {
      learnPlaces(frame.regions);
      if (!gone) setLoaded({ map, page: readPage(shapes, frame) });
    });
    return () => {
      gone = true;
    };
  }, [map, topology, sidecar]);
  if (!topology || !sidecar) return 'missing';
  return loaded?.map === map ? loaded.page : null;
}

/** By the view as it is then. */
function choose(chosen: MapSelection): void {
  const { view } = store.get();
  if (view) select(fromMap(chosen, view.public));
}

function Map({ page }: { page: MapPage }) {
  const sight = useSight();
  const view = useStore((state) => state.view!.public);
  const selection = useStore((state) => toMap(state.selection, state.view!.public));
  const made = useMemo(() => mapModel(page, view, sight), [page, view, sight]);
  // Most of what happens leaves the map as it is: it is drawn again for what it shows alone.
  const [model, setModel] = useState(made);
  if (model !== made && !sameModel(model, made)) setModel(made);
  return <MapPanel model={model} selection={selection} onSelect={choose} />;
}

export function MapRegion() {
  const map = useStore((state) => state.view?.public.exercise.map ?? '');
  const page = usePage(map);
  const waiting = <div className="map-wait"><Progress label={t('map.loading')} /></div>;
  return (
    <div className="map-region">
      <h2 className="visually-hidden">{t('rail.map')}</h2>
      {page === 'missing' ? (
        <p className="map-wait">{t('map.missing')}</p>
      ) : page === null ? (
        waiting
      ) : (
        <Suspense fallback={waiting}>
          <Map page={page} />
        </Suspense>
      )}
    </div>
  );
}
