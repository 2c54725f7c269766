// The way of an instructor into the control room of an exercise.
import { api } from '../api.ts';
import { notify } from '../design/index.ts';
import { failureText } from '../pages/failure.ts';
import { navigate } from '../router.ts';
import { keepSession } from '../session.ts';

export async function openRoom(exercise: string): Promise<void> {
  const answer = await api.control(exercise);
  if (!answer.ok) return notify(failureText(answer.failure), 'refusal');
  keepSession(answer.value);
  navigate(`/exercise/${exercise}`);
}
