// The way into the control room of an exercise, for those who run it.
import { api } from '../api.ts';
import { notify } from '../design/index.ts';
import { failureText } from '../pages/failure.ts';
import { navigate } from '../router.ts';
import { keepSession } from '../session.ts';

/** `token`: the instructor’s where it is left out. */
export async function openRoom(exercise: string, token?: string | null): Promise<void> {
  const answer = await api.control(exercise, token);
  if (!answer.ok) return notify(failureText(answer.failure), 'refusal');
  keepSession(answer.value);
  navigate(`/exercise/${exercise}`);
}
