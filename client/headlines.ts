// What the press says, in the order in which it is read.
import { PHASES } from '../shared/model/vocabulary.ts';
import type { HeadlineView, PublicView } from '../shared/view/view.ts';

/** Newest first; within a phase the later ones. */
export function newestHeadlines({ headlines }: PublicView, most: number): HeadlineView[] {
  const moment = ({ turn, phase }: HeadlineView) => turn * PHASES.length + PHASES.indexOf(phase);
  return Object.values(headlines).map((headline, place) => ({ headline, place })).sort((a, b) => moment(b.headline) - moment(a.headline) || b.place - a.place).slice(0, most).map(({ headline }) => headline);
}
