// Says in tables what the map shows: countries with their affiliations, links and packages; crises; packages.
import type { ReactNode } from 'react';
import type { MapGeometry } from './geometry.ts';
import { LINK_KINDS, sameSelection, type MapModel, type MapSelection, type Point } from './model.ts';
import type { MapTexts } from './texts.ts';

interface MapTableProps {
  model: MapModel;
  geometry: MapGeometry;
  selection: MapSelection;
  texts: MapTexts;
  onSelect(selection: MapSelection): void;
}

export function MapTable({ model, geometry, selection, texts, onSelect }: MapTableProps): ReactNode {
  const nameOf = (id: string): string =>
    model.countries.find((country) => country.id === id)?.name ?? geometry.lands.find((land) => land.id === id)?.name ?? geometry.waters.find((water) => water.id === id)?.name ?? id;
  const affiliationOf = (index: number): string => model.affiliations.find((one) => one.index === index)?.name ?? texts.noAffiliation;
  const whereIs = (at: Point): string => (geometry.landAt(at) ?? geometry.waterAt(at))?.name ?? texts.unknown;
  const linksOf = (id: string, kind: (typeof LINK_KINDS)[number]): ReactNode => {
    const links = model.links.filter((link) => link.kind === kind && (link.from === id || link.to === id));
    if (links.length === 0) return <span className="map-table-none">{texts.none}</span>;
    return (
      <ul>
        {links.map((link) => {
          const other = nameOf(link.from === id ? link.to : link.from);
          return <li key={link.id}>{other}{link.label && <small>{link.label}</small>}</li>;
        })}
      </ul>
    );
  };
  const rowHeader = (target: NonNullable<MapSelection>, name: ReactNode): ReactNode => (
    <th scope="row"><button type="button" aria-pressed={sameSelection(selection, target)} onClick={() => onSelect(target)}>{name}</button></th>
  );
  return (
    <div className="map-tables">
      <table>
        <caption>{texts.crises}</caption>
        <thead><tr><th scope="col">{texts.crisis}</th><th scope="col">{texts.number}</th><th scope="col">{texts.severity}</th><th scope="col">{texts.rung}</th><th scope="col">{texts.where}</th></tr></thead>
        <tbody>
          {model.crises.map((crisis) => (
            <tr key={crisis.id} data-selected={sameSelection(selection, { kind: 'crisis', id: crisis.id }) || undefined}>
              {rowHeader({ kind: 'crisis', id: crisis.id }, crisis.name)}
              <td className="map-table-number">{crisis.number}</td>
              <td className="map-table-number">{crisis.severity ?? texts.unknown}</td>
              <td className="map-table-number">{crisis.rung}</td>
              <td>{whereIs(crisis.at)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <table>
        <caption>{texts.countries}</caption>
        <thead>
          <tr>
            <th scope="col">{texts.country}</th><th scope="col">{texts.affiliation}</th>
            {LINK_KINDS.map((kind) => <th scope="col" key={kind}>{texts.linkKinds[kind]}</th>)}
          </tr>
        </thead>
        <tbody>
          {model.countries.map((country) => (
            <tr key={country.id} data-selected={sameSelection(selection, { kind: 'country', id: country.id }) || undefined}>
              {rowHeader({ kind: 'country', id: country.id }, country.you ? `${country.name} (${texts.you})` : country.name)}
              <td>{affiliationOf(country.affiliation)}</td>
              {LINK_KINDS.map((kind) => <td key={kind}>{linksOf(country.id, kind)}</td>)}
            </tr>
          ))}
        </tbody>
      </table>
      <table>
        <caption>{texts.packages}</caption>
        <thead><tr><th scope="col">{texts.what}</th><th scope="col">{texts.owner}</th><th scope="col">{texts.domain}</th><th scope="col">{texts.count}</th><th scope="col">{texts.where}</th></tr></thead>
        <tbody>
          {model.packages.length === 0 && <tr><td colSpan={5} className="map-table-none">{texts.none}</td></tr>}
          {model.packages.map((one) => (
            <tr key={one.id} data-selected={sameSelection(selection, { kind: 'package', id: one.id }) || undefined}>
              {rowHeader({ kind: 'package', id: one.id }, one.name)}
              <td>{nameOf(one.country)}</td>
              <td>{texts.domains[one.domain]}</td>
              <td className="map-table-number">{one.count}</td>
              <td>{whereIs(one.at)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
