// What a number stands at now, by its path, as exercise control sees it.
import type { Domain } from '../../shared/model/vocabulary.ts';
import { pairOf } from '../../shared/model/vocabulary.ts';
import type { MinistryView, View } from '../../shared/view/view.ts';
import { subjectOf } from '../panels/why/paths.ts';

/** Null where it is not among what is shown. */
export function levelOf({ public: view, seats }: View, path: string): number | null {
  const { number, seat = '', other = '', crisis = '', domain, organisation = '' } = subjectOf(path);
  const own = seats?.[seat];
  switch (number) {
    case 'severity':
    case 'rung':
      return view.crises[crisis]?.[number] ?? null;
    case 'fund':
      return view.organisations[organisation]?.fund ?? null;
    case 'grievance':
      return view.pairs[pairOf(seat, other)]?.grievance ?? null;
    case 'trust':
    case 'interoperability':
      return own?.relations[other]?.[number] ?? null;
    case 'capability':
      return own?.ministry.capability[domain as Domain] ?? null;
    default: {
      const level = own?.ministry[number as keyof MinistryView];
      return typeof level === 'number' ? level : null;
    }
  }
}
