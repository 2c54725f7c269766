// Questions to exercise control.
import type { MessageView } from '../../shared/view/view.ts';

/** Questions to control that nobody has answered since. */
export function openQuestions(messages: Record<string, MessageView>): number {
  const lines = Object.values(messages);
  return lines.filter((question) => question.to.includes('control') && !lines.some((answer) => answer.from === 'control' && answer.at > question.at && answer.to.includes(question.from))).length;
}
