// How a country is shown in small: its code on its affiliation's colour, and its name.
import type { SeatId } from '../shared/model/vocabulary.ts';
import type { PublicView } from '../shared/view/view.ts';
import { list, t } from './locales/text.ts';
import { useStore } from './store.ts';

/** Number of the affiliation's colour, from 1: the order in the scenario decides. */
export function affiliationColour(view: PublicView, seat: SeatId): number {
  const place = Object.keys(view.affiliations).indexOf(view.seats[seat]?.affiliation ?? '');
  return (Math.max(0, place) % 4) + 1;
}

export function nameOf(view: PublicView | undefined, member: string): string {
  if (member === 'control') return t('word.control');
  return view?.seats[member]?.name ?? member;
}

export function namesOf(view: PublicView | undefined, members: readonly string[]): string {
  return list(members.map((member) => nameOf(view, member)));
}

/** A country's code as a small plate. Decoration beside a name; alone it needs `label`. */
export function SeatMark({ seat, size = 'medium', label }: { seat: string; size?: 'small' | 'medium' | 'large'; label?: boolean }) {
  const colour = useStore((state) => (state.view && seat !== 'control' ? affiliationColour(state.view.public, seat) : 0));
  const name = useStore((state) => nameOf(state.view?.public, seat));
  return (
    <span className="seat-mark" data-colour={colour} data-size={size} {...(label ? { role: 'img', 'aria-label': name } : { 'aria-hidden': true })}>
      {seat === 'control' ? '★' : seat}
    </span>
  );
}
