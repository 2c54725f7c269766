// Numbers and codes in words: bands of each scale, how likely a percentage is, grades and markings as they are written.
import type { Credibility, Marking, Reliability, SeatId } from '../shared/model/vocabulary.ts';
import type { PublicView } from '../shared/view/view.ts';
import { nameOfPlace } from './places.ts';
import { t, tOr } from './locales/text.ts';

/** On everything that looks like a document or a screen of the exercise: that it is one, or only practice for one. */
export const exerciseWord = (view: PublicView | undefined): string => t(view?.exercise.practice ? 'word.practice' : 'word.exercise');

/** Lowest value of each band after the first; the words are `scale.NAME.0` and on. */
const BANDS = {
  trust: [20, 40, 60, 80],
  interoperability: [20, 40, 60, 80],
  grievance: [1, 20, 40, 60],
  readiness: [30, 50, 65, 80],
  publicOpinion: [35, 45, 55, 65],
  politicalCapital: [10, 25, 40, 60],
  security: [30, 50, 65, 80],
  capability: [25, 50, 75, 90],
  severity: [20, 40, 60, 80],
} as const satisfies Record<string, readonly number[]>;
export type Scale = keyof typeof BANDS;

/** Place of a value among the five words of its scale, 0 to 4. */
export function bandOf(scale: Scale, value: number): number {
  return BANDS[scale].filter((lowest) => value >= lowest).length;
}

export function wordFor(scale: Scale, value: number): string {
  return wordOfBand(scale, bandOf(scale, value));
}

export function wordOfBand(scale: Scale, band: number): string {
  return tOr(`scale.${scale}.${band}`, String(band));
}

/** Highest percentage that each word of estimative probability covers; above the last, “almost certain”. */
const LIKELIHOODS: readonly (readonly [number, string])[] = [
  [5, 'remote'], [19, 'veryUnlikely'], [44, 'unlikely'], [55, 'aboutEven'], [80, 'likely'], [94, 'veryLikely'],
];

export function likelihood(percent: number): string {
  const word = LIKELIHOODS.find(([highest]) => percent <= highest)?.[1] ?? 'almostCertain';
  return tOr(`likelihood.${word}`, word);
}

export function rungName(rung: number): string {
  return tOr(`rung.${rung}`, String(rung));
}

export function gradeOf({ reliability, credibility }: { reliability: Reliability; credibility: Credibility }): string {
  return `${reliability}${credibility}`;
}

export function gradeInWords({ reliability, credibility }: { reliability: Reliability; credibility: Credibility }): string {
  return t('grade.words', { reliability: tOr(`reliability.${reliability}`, reliability), credibility: tOr(`credibility.${credibility}`, String(credibility)) });
}

/** A portion marking such as `(S//ORCON//REL TO ARD, BEL)`; the originator's own country is always among those it is releasable to. */
export function portionMark(report: { marking: Marking; originatorControlled: boolean; releasable: readonly SeatId[]; originator: SeatId | 'control' }): string {
  const own = report.originator === 'control' ? [] : [report.originator];
  const others = report.releasable.filter((seat) => seat !== report.originator).sort();
  const releasable = others.length > 0 ? [`REL TO ${[...own, ...others].join(', ')}`] : [];
  return `(${[report.marking, ...(report.originatorControlled ? ['ORCON'] : []), ...releasable].join('//')})`;
}

/** Name of a place on the map: the country whose region it is, or the place's own name. */
export function placeName(view: PublicView, region: string): string {
  const owner = Object.values(view.seats).find((seat) => seat.region === region);
  return owner?.name ?? nameOfPlace(region) ?? titled(region);
}

/** Regions that an act can be placed in: every country in play and wherever there is a crisis. */
export function placesOf(view: PublicView): string[] {
  return [...new Set([...Object.values(view.seats).map((seat) => seat.region), ...Object.values(view.crises).map((crisis) => crisis.region)])];
}

function titled(id: string): string {
  return id.split('-').map((word) => word.charAt(0).toUpperCase() + word.slice(1)).join(' ');
}

/** Words that stand by themselves, with a capital to begin with. */
export function sentence(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** `+3`, `−2`: a change with its sign. */
export function signed(value: number): string {
  return value > 0 ? `+${value}` : value < 0 ? `−${-value}` : '0';
}
