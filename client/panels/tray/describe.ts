// Parameters of an act in words, for cards that tell what someone asks.
import type { PublicView } from '../../../shared/view/view.ts';
import { list, tOr } from '../../locales/text.ts';
import { placeName, placesOf } from '../../words.ts';

/** Name of an action as people read it. */
export function actionName(action: string): string {
  return tOr(`action.${action}`, action);
}

const NAMES: ((view: PublicView, value: string) => string | undefined)[] = [
  (view, value) => view.seats[value]?.name,
  (view, value) => view.crises[value]?.name,
  (view, value) => view.threats[value]?.name,
  (view, value) => view.organisations[value]?.name,
  (view, value) => view.instruments[value]?.title,
  (_view, value) => tOr(`domain.${value}`, '') || undefined,
  (_view, value) => tOr(`channel.${value}`, '') || undefined,
  (view, value) => (placesOf(view).includes(value) ? placeName(view, value) : undefined),
];

function valueText(view: PublicView, value: unknown): string | null {
  if (value === null || value === undefined || value === false || value === '') return null;
  if (value === true) return tOr('value.yes', 'yes');
  if (Array.isArray(value)) {
    const parts = value.map((entry) => valueText(view, entry)).filter((part) => part !== null);
    return parts.length === 0 ? null : list(parts);
  }
  if (typeof value === 'object') {
    const { domain, count } = value as { domain?: string; count?: number };
    return domain === undefined ? null : `${count ?? 1} × ${valueText(view, domain)}`;
  }
  const text = String(value);
  for (const name of NAMES) {
    const found = name(view, text);
    if (found !== undefined) return found;
  }
  return text;
}

/** The words of a closed list, or of a number that stands for something else. */
function optionText(name: string, value: unknown): string | null {
  return typeof value === 'string' || typeof value === 'number' ? tOr(`option.${name}.${value}`, '') || null : null;
}

/** Label and value of each parameter that says something. */
export function describe(view: PublicView, action: string, params: Record<string, unknown>, leaveOut: readonly string[] = []): { label: string; value: string }[] {
  return Object.entries(params)
    .filter(([name]) => !leaveOut.includes(name))
    .map(([name, value]) => ({ label: tOr(`parameter.${action}.${name}`, tOr(`parameter.${name}`, name)), value: optionText(name, value) ?? valueText(view, value) }))
    .filter((row): row is { label: string; value: string } => row.value !== null);
}
