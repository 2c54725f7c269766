// What the evidence proposes about a learning objective: the share of its tasks that were done, as a rating (model guide, section 6).
import type { Evidence } from '../model/state.ts';
import type { Rating } from '../model/vocabulary.ts';

/** Percent of tasks from which each rating is proposed, best first. */
const FROM: readonly [Rating, number][] = [['P', 85], ['S', 65], ['M', 40], ['U', 0]];

export interface Proposal {
  rating: Rating;
  done: number;
  tasks: number;
}

/** `judged`: tasks that the program can see done; others count once something was noted of them. Null where nothing can be counted. */
export function proposalFor(judged: readonly number[], evidence: readonly Pick<Evidence, 'task' | 'met'>[]): Proposal | null {
  const noted = evidence.flatMap(({ task }) => (task === null ? [] : [task]));
  const tasks = new Set([...judged, ...noted]);
  if (tasks.size === 0) return null;
  const done = [...tasks].filter((task) => evidence.some((one) => one.task === task && one.met)).length;
  return { rating: ratingOf(done, tasks.size), done, tasks: tasks.size };
}

function ratingOf(done: number, tasks: number): Rating {
  return FROM.find(([, percent]) => done * 100 >= percent * tasks)![0];
}
