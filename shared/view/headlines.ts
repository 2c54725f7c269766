// What the press says, as everybody reads it: headlines of exercise control, and news that went to everybody.
import type { State } from '../model/state.ts';
import { PHASES } from '../model/vocabulary.ts';
import { injectOf } from '../rules/inject-list.ts';
import { byId } from './keep.ts';
import type { HeadlineView, PublicView } from './view.ts';

/** On the screens; older ones are in the record. */
const LATEST = 30;

export function headlines(state: State): PublicView['headlines'] {
  const published = Object.values(state.headlines).filter(({ withdrawn }) => !withdrawn).map(({ withdrawn: _never, ...headline }) => headline);
  const news = state.injects.filter(({ to }) => to === 'all').flatMap(({ id, turn, phase }) => {
    const draft = injectOf(state, id);
    return draft ? [{ id, outlet: draft.from, text: draft.title, turn, phase }] : [];
  });
  return byId([...news, ...published].sort((a, b) => moment(a) - moment(b)).slice(-LATEST), (headline) => headline);
}

const moment = ({ turn, phase }: HeadlineView) => turn * PHASES.length + PHASES.indexOf(phase);
