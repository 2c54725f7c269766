// What a new phase does to the screen: it is said aloud, and the panel that belongs to it comes up unless someone is writing.
import { useEffect, useRef } from 'react';
import type { Phase } from '../../shared/model/vocabulary.ts';
import { announce } from '../design/announcer.tsx';
import { t } from '../locales/text.ts';
import { openPanel, store, useExercise } from '../store.ts';
import { offered } from './rail.tsx';

/** Phases that begin with something to read or to fill in. */
const BELONGS: Partial<Record<Phase, string>> = { briefing: 'tray', orders: 'orders', review: 'review' };

function isWriting(): boolean {
  const at = document.activeElement;
  return at instanceof HTMLInputElement || at instanceof HTMLTextAreaElement;
}

export function useFollowPhase(hasSight: boolean): void {
  const exercise = useExercise();
  const debrief = exercise?.status === 'debrief';
  const course = exercise?.mode === 'course';
  const phase = exercise?.phase;
  const turn = exercise?.turn;
  const first = useRef(true);
  useEffect(() => {
    if (phase === undefined || turn === undefined) return;
    const arrived = first.current;
    first.current = false;
    if (!arrived) announce(debrief ? t('debrief.now') : t('phase.now', { phase: t(`phase.${phase}`), turn }));
    // In a course the phases before went by unseen: what came of the last turn is read first.
    const panel = debrief || (course && phase === 'negotiation' && turn > 1) ? 'review' : BELONGS[phase];
    // The map alone, or a text being written, is left as it is.
    if (panel === undefined || store.get().panel === null || isWriting()) return;
    if (offered(store.get()).some((entry) => entry.id === panel)) openPanel(panel);
  }, [phase, turn, debrief, course, hasSight]);
}
