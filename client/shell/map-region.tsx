// The middle of the screen: the map.
import { t } from '../locales/text.ts';

export function MapRegion() {
  return <section className="map-region" aria-label={t('map.region')} />;
}
