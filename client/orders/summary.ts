// An order or an act in one line: what, with whom, where.
import type { PublicView } from '../../shared/view/view.ts';
import { ACTIONS } from '../../shared/rules/actions/catalogue.ts';
import type { Package } from '../../shared/model/state.ts';
import { fieldOf } from '../../shared/rules/actions/action.ts';
import { optionLabel } from '../actions/parameters.ts';
import { list, t, tOr } from '../locales/text.ts';
import { namesOf } from '../seats.tsx';
import { placeName } from '../words.ts';

type Tell = (view: PublicView, value: unknown, name: string, params: Record<string, unknown>) => string;

const nameFrom = (pick: (view: PublicView) => Record<string, { name?: string; title?: string }>): Tell => (view, value) => {
  const entry = pick(view)[String(value)];
  return entry?.name ?? entry?.title ?? '';
};

const TELL: Record<string, Tell> = {
  seat: (view, value) => namesOf(view, [String(value)]),
  seats: (view, value) => namesOf(view, value as string[]),
  crisis: nameFrom((view) => view.crises),
  threat: nameFrom((view) => view.threats),
  instrument: nameFrom((view) => view.instruments),
  region: (view, value) => placeName(view, String(value)),
  domain: (_view, value, name) => optionLabel(name, String(value)),
  choice: (_view, value, name) => optionLabel(name, String(value)),
  hypothesis: (view, value, _name, params) => view.threats[String(params.threat)]?.hypotheses.find(({ id }) => id === value)?.name ?? '',
  source: (_view, value) => String(value),
  packages: (_view, value) => {
    const packages = value as Package[];
    return packages.length === 0 ? t('orders.recall') : list(packages.map(({ domain, count }) => `${count} × ${tOr(`domain.${domain}`, domain)}`));
  },
};

/** Parameters that say something, in the order of the form. */
export function summaryOf(view: PublicView, code: string, params: Record<string, unknown>): string {
  const shape = ACTIONS[code]?.parameters.shape ?? {};
  return Object.entries(shape)
    .filter(([name]) => params[name] !== undefined && params[name] !== null && !(Array.isArray(params[name]) && (params[name] as unknown[]).length === 0 && name !== 'packages'))
    .map(([name, schema]) => TELL[fieldOf(schema)?.field ?? '']?.(view, params[name], name, params) ?? '')
    .filter((text) => text !== '')
    .join(' · ');
}
