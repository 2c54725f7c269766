// Every sentence the map panel says; another language replaces the whole table.
import type { Domain, LinkKind } from './model.ts';

export interface MapTexts {
  mapView: string;
  tableView: string;
  views: string;
  legend: string;
  affiliation: string;
  noAffiliation: string;
  links: string;
  linkKinds: Record<LinkKind, string>;
  crisis: string;
  crisisSign: string;
  packageSign: string;
  zoomIn: string;
  zoomOut: string;
  wholeMap: string;
  regions: string;
  regionsHelp: string;
  you: string;
  countries: string;
  country: string;
  packages: string;
  crises: string;
  number: string;
  severity: string;
  rung: string;
  unknown: string;
  none: string;
  what: string;
  domain: string;
  owner: string;
  count: string;
  where: string;
  loading: string;
  domains: Record<Domain, string>;
  selected(name: string): string;
  selectedCrisis(number: number, name: string, severity: string, rung: number): string;
}

export const ENGLISH: MapTexts = {
  mapView: 'Map',
  tableView: 'Table',
  views: 'Show the situation as',
  legend: 'Legend',
  affiliation: 'Affiliation',
  noAffiliation: 'No affiliation',
  links: 'Links',
  linkKinds: { agreement: 'Agreement in force', intelligence: 'Intelligence sharing', channel: 'Channel' },
  crisis: 'Crisis',
  crisisSign: 'Crisis: the ring is its severity, the pulse its rung',
  packageSign: 'Packages sent, and by whom',
  zoomIn: 'Zoom in',
  zoomOut: 'Zoom out',
  wholeMap: 'Whole map',
  regions: 'On the map',
  regionsHelp: 'Enter goes there',
  you: 'you',
  countries: 'Countries',
  country: 'Country',
  packages: 'Packages',
  crises: 'Crises',
  number: 'No.',
  severity: 'Severity',
  rung: 'Rung',
  unknown: 'not known',
  none: 'none',
  what: 'Package',
  domain: 'Domain',
  owner: 'Owner',
  count: 'Count',
  where: 'Where',
  loading: 'The map is being drawn…',
  domains: {
    LAND: 'Land',
    SEA: 'Sea',
    AMD: 'Air and missile defence',
    CYB: 'Cyber',
    ISR: 'Intelligence, surveillance, reconnaissance',
    UXS: 'Unmanned systems',
    LOG: 'Logistics',
    DIS: 'Disaster response',
  },
  selected: (name) => `${name} selected`,
  selectedCrisis: (number, name, severity, rung) => `Crisis ${number}, ${name}: severity ${severity}, rung ${rung}`,
};
