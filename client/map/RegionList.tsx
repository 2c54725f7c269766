// The map's other door, for keyboards and screen readers: every country, crisis and water as a button.
import type { ReactNode } from 'react';
import { sameSelection, type MapModel, type MapSelection } from './model.ts';
import type { MapTexts } from './texts.ts';

export interface NamedWater { id: string; name: string }

interface RegionListProps {
  model: MapModel;
  waters: NamedWater[];
  selection: MapSelection;
  texts: MapTexts;
  onHighlight(selection: MapSelection): void;
  onGo(selection: MapSelection): void;
}

export function RegionList({ model, waters, selection, texts, onHighlight, onGo }: RegionListProps): ReactNode {
  const button = (target: NonNullable<MapSelection>, name: string): ReactNode => (
    <li key={`${target.kind} ${target.id}`}>
      <button
        type="button"
        aria-pressed={sameSelection(selection, target)}
        data-region={target.id}
        onFocus={() => onHighlight(target)}
        onBlur={() => onHighlight(null)}
        onClick={() => onGo(target)}
      >
        {name}
      </button>
    </li>
  );
  const nameOf = (country: string): string => model.countries.find(({ id }) => id === country)?.name ?? country;
  return (
    <nav className="map-regions" aria-label={texts.regions}>
      <p className="map-regions-title">{texts.regions}<span>{texts.regionsHelp}</span></p>
      <ul>
        {model.countries.map(({ id, name, you }) => button({ kind: 'country', id }, you ? `${name} (${texts.you})` : name))}
        {model.crises.map(({ id, name, number }) => button({ kind: 'crisis', id }, `${number} ${name}`))}
        {waters.map(({ id, name }) => button({ kind: 'water', id }, name))}
        {model.packages.map(({ id, name, country }) => button({ kind: 'package', id }, `${name}, ${nameOf(country)}`))}
      </ul>
    </nav>
  );
}
