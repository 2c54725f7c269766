// How a country is shown in small: its code on its affiliation's colour, and its name.
import type { SeatId } from '../shared/model/vocabulary.ts';
import type { PublicView } from '../shared/view/view.ts';
import { list, t } from './locales/text.ts';
import { swatchOf } from './map/palette.ts';
import { useStore } from './store.ts';

/** The colour of the country on the map: the order of affiliations in the scenario decides. */
export function colourOf(view: PublicView, seat: SeatId): string {
  return swatchOf(Object.keys(view.affiliations).indexOf(view.seats[seat]?.affiliation ?? '')).fill;
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
  const colour = useStore((state) => (state.view && seat !== 'control' ? colourOf(state.view.public, seat) : undefined));
  const name = useStore((state) => nameOf(state.view?.public, seat));
  return (
    <span className="seat-mark" style={{ backgroundColor: colour }} data-size={size} {...(label ? { role: 'img', 'aria-label': name } : { 'aria-hidden': true })}>
      {seat === 'control' ? '★' : seat}
    </span>
  );
}
