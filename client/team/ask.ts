// Asking for what a seat can do: by oneself where one's role carries it, else as a draft laid before the team.
import type { DraftCommand, SeatCommand } from '../../shared/model/commands.ts';
import { notify } from '../design/index.ts';
import { t, type TextKey } from '../locales/text.ts';
import { send, store, useStore, type SendAnswer } from '../store.ts';
import { outside, releaserOf, type Releaser } from './standing.ts';

export type AskAnswer = SendAnswer & { laid?: true };

export const releaserKey = (releaser: Releaser | 'anyone') => `team.releaser.${releaser}` as TextKey;

/** Lays it before the team, to be released by whoever can. */
export async function lay(command: DraftCommand, more: { note?: string; revises?: string } = {}): Promise<AskAnswer> {
  const answer = await send({ type: 'draftAct', command, note: more.note?.trim() ?? '', revises: more.revises ?? null });
  return answer.accepted ? { accepted: true, laid: true } : answer;
}

export async function ask(command: DraftCommand, note = ''): Promise<AskAnswer> {
  return outside(store.get(), command) === null ? send(command) : lay(command, { note });
}

/** Says what came of it: that it was done, or that it lies before the team now. */
export function told(answer: AskAnswer, done: string): void {
  notify(answer.laid ? t('team.laid') : done);
}

/** Who would have to release it; null: one may do it oneself. */
export function useReleaser(command: SeatCommand): Releaser | null {
  return useStore((state) => releaserOf(outside(state, command)));
}

/** What a button says: what it does, and for whom it is drafted where one cannot do it oneself. */
export function useAskLabel(command: SeatCommand, label: string): string {
  const releaser = useReleaser(command);
  return releaser === null ? label : t('team.labelled', { label, releaser: t(releaserKey(releaser)) });
}
