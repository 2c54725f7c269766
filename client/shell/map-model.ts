// Turns the view into what the map shows, and selections of the screen into selections of the map and back.
import type { PublicView, Sight } from '../../shared/view/view.ts';
import type { Topology } from 'topojson-specification';
import type { Box, MapCountry, MapCrisis, MapLink, MapModel, MapPackage, MapSelection, Point } from '../map/model.ts';
import { readGeometry } from '../map/geometry.ts';
import { list, t } from '../locales/text.ts';
import type { Selection } from '../store.ts';

/** A map as it is stored: the page and its sidecar. */
export interface MapPage {
  topology: Topology;
  size: Point;
  home: Box;
  /** Where something that happens in a region is drawn. */
  at: Record<string, Point>;
}

export function readPage(topology: Topology, sidecar: { size: number[]; home: number[] }): MapPage {
  const size = sidecar.size as Point;
  const { lands, waters, signPlace } = readGeometry(topology, size);
  const at = Object.fromEntries([...lands, ...waters].flatMap(({ id }) => {
    const point = signPlace(id);
    return point ? [[id, point] as const] : [];
  }));
  return { topology, size, home: sidecar.home as unknown as Box, at };
}

/** Units between marks that stand in one region. */
const APART = 62;
const around = ([x, y]: Point, place: number, of: number, radius: number): Point => {
  const angle = (place / of) * 2 * Math.PI + Math.PI / 2;
  return [Math.round(x + radius * Math.cos(angle)), Math.round(y + radius * Math.sin(angle))];
};

function countries(view: PublicView, self: string | null): MapCountry[] {
  const order = Object.keys(view.affiliations);
  return view.exercise.seats.flatMap((id) => {
    const seat = view.seats[id];
    return seat ? [{ id: seat.region, name: seat.name, affiliation: order.indexOf(seat.affiliation), you: id === self }] : [];
  });
}

function crises(view: PublicView, page: MapPage): MapCrisis[] {
  const open = Object.values(view.crises).filter((crisis) => crisis.open);
  return open.flatMap((crisis) => {
    const point = page.at[crisis.region];
    if (!point) return [];
    const here = open.filter((other) => other.region === crisis.region);
    const at = here.length === 1 ? point : around(point, here.indexOf(crisis), here.length, APART);
    return [{ id: crisis.id, number: crisis.number, name: crisis.name, at, severity: crisis.severity, rung: crisis.rung }];
  });
}

function packages(view: PublicView, marks: readonly MapCrisis[]): MapPackage[] {
  return marks.flatMap((mark) => {
    const sent = Object.entries(view.crises[mark.id]?.deployments ?? {}).flatMap(([seat, list_]) => list_.filter(({ count }) => count > 0).map((each) => ({ seat, ...each })));
    return sent.map(({ seat, domain, count }, place) => ({
      id: `${mark.id}/${seat}/${domain}`,
      country: view.seats[seat]?.region ?? seat,
      name: t(`domain.${domain}`),
      domain,
      count,
      at: around(mark.at, place, Math.max(sent.length, 3), APART),
    }));
  });
}

/** The clause that adds a link of intelligence to an agreement's. */
const INTELLIGENCE = 'INTEL_SHARE';

function links(sight: Sight | null, view: PublicView): MapLink[] {
  const found = new Map<string, MapLink & { titles: string[] }>();
  const add = (a: string, b: string, kind: MapLink['kind'], title: string) => {
    const [from, to] = [a, b].map((seat) => view.seats[seat]?.region ?? seat).sort() as [string, string];
    const id = `${kind}/${from}/${to}`;
    const held = found.get(id);
    if (held) held.titles.push(title);
    else found.set(id, { id, from, to, kind, label: title, titles: [title] });
  };
  for (const instrument of Object.values({ ...view.instruments, ...sight?.own.instruments })) {
    if (instrument.status !== 'inForce') continue;
    const text = instrument.versions.find(({ version }) => version === instrument.binding) ?? instrument.versions.at(-1);
    const kinds: MapLink['kind'][] = text?.clauses.some((clause) => clause.kind === INTELLIGENCE) ? ['agreement', 'intelligence'] : ['agreement'];
    const parties = instrument.parties;
    // Many parties as a star from the first, so that lines stay countable.
    for (const kind of kinds) parties.forEach((a, i) => parties.slice(i + 1).forEach((b) => (parties.length <= 3 || i === 0) && add(a, b, kind, instrument.title)));
  }
  for (const relation of Object.values(sight?.own.relations ?? {})) for (const channel of relation.channels) add(sight!.own.seat.id, relation.seat, 'channel', t(`channel.${channel}`));
  return [...found.values()].map(({ titles, ...link }) => ({ ...link, label: list(titles) }));
}

export function mapModel(page: MapPage, view: PublicView, sight: Sight | null): MapModel {
  const marks = crises(view, page);
  return {
    topology: page.topology,
    size: page.size,
    home: page.home,
    countries: countries(view, sight?.own.seat.id ?? null),
    crises: marks,
    links: links(sight, view),
    packages: packages(view, marks),
    affiliations: Object.values(view.affiliations).map(({ name }, index) => ({ name, index })),
  };
}

/** Do both show the same? The page of a map is one object for as long as it is shown. */
export function sameModel({ topology, ...one }: MapModel, { topology: other, ...two }: MapModel): boolean {
  return topology === other && JSON.stringify(one) === JSON.stringify(two);
}

export function toMap(selection: Selection | null, view: PublicView): MapSelection {
  if (selection?.kind === 'crisis') return { kind: 'crisis', id: selection.id };
  if (selection?.kind === 'seat') return { kind: 'country', id: view.seats[selection.id]?.region ?? selection.id };
  return selection?.kind === 'region' ? { kind: 'water', id: selection.id } : null;
}

export function fromMap(selection: MapSelection, view: PublicView): Selection | null {
  if (selection === null) return null;
  const { kind, id } = selection;
  if (kind === 'crisis') return { kind, id };
  if (kind === 'package') return { kind: 'crisis', id: id.split('/')[0]! };
  const seat = kind === 'country' ? Object.values(view.seats).find(({ region }) => region === id) : undefined;
  return seat ? { kind: 'seat', id: seat.id } : { kind: 'region', id };
}
