// Step 5, second part: motions whose silence or vote ends with this lock are decided, all on what members said before it (rulings 59-63).
import type { NewEvent } from '../../model/events.ts';
import type { Motion, State } from '../../model/state.ts';
import type { SeatId } from '../../model/vocabulary.ts';
import { MOTIONS, subjectsOf } from '../motions/catalogue.ts';
import { leadOf, majorityOf, readersOf, weightOf } from '../organisations.ts';
import type { StepDesk } from './desk.ts';

/** Members that have a say: all but those whom the motion is about (ruling 63). */
export function votersOf(state: State, motion: Motion): SeatId[] {
  const subjects = subjectsOf(motion);
  return state.organisations[motion.organisation]!.members.filter((seat) => !subjects.includes(seat));
}

/** Is it carried by what was said so far? */
function isCarried(state: State, motion: Motion): boolean {
  const { organisation, votes, brokenBy, by } = motion;
  const voters = votersOf(state, motion);
  switch (state.scenario.organisations[organisation]!.rule) {
    case 'consensus':
      // Silence says something only where somebody could have spoken.
      return brokenBy.length === 0 && voters.some((seat) => seat !== by);
    case 'qualifiedMajority': {
      const weigh = (seats: readonly SeatId[]) => seats.reduce((sum, seat) => sum + weightOf(state, organisation, seat), 0);
      const all = weigh(voters);
      return all > 0 && 100 * weigh(voters.filter((seat) => votes[seat] === 'yes')) >= majorityOf(state, organisation) * all;
    }
    case 'leadNation': {
      const lead = leadOf(state, organisation);
      return lead !== null && voters.includes(lead) && votes[lead] === 'yes';
    }
  }
}

/** Who carries the decision: under a lead nation those who said yes, else all who did not say no. */
function behind(state: State, motion: Motion): SeatId[] {
  const optedIn = state.scenario.organisations[motion.organisation]!.rule === 'leadNation';
  return votersOf(state, motion).filter((seat) => (optedIn ? motion.votes[seat] === 'yes' : motion.votes[seat] !== 'no'));
}

/** Those who read the motion, its applicant among them. */
export function audienceOfMotion(state: State, { organisation, by }: Pick<Motion, 'organisation' | 'by'>): SeatId[] {
  const readers = readersOf(state, organisation);
  return by === 'control' || readers.includes(by) ? readers : [...readers, by].sort();
}

/** What becomes of a motion, for the record. */
export function outcomeOf(state: State, motion: Motion, adopted: boolean): NewEvent {
  const { id, organisation, kind, by } = motion;
  return { type: adopted ? 'motionAdopted' : 'motionFailed', data: { motion: id, organisation, kind, by }, audience: audienceOfMotion(state, motion) };
}

const keyOf = ({ organisation, kind, params, by }: Motion) => `${organisation}|${kind}|${JSON.stringify(params)}|${by}`;

export function decideMotions(desk: StepDesk): void {
  const { state } = desk;
  const closing = Object.values(state.motions).filter(({ status, closesTurn }) => status === 'open' && closesTurn <= state.turn).sort((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1));
  const adopted: { motion: Motion; params: Record<string, unknown> }[] = [];
  for (const motion of closing) {
    const { id, organisation, kind, votes } = motion;
    const read = MOTIONS[kind].parameters.safeParse(motion.params);
    const carried = read.success && isCarried(state, motion);
    if (Object.keys(votes).length > 0) desk.emit({ type: 'votesShown', data: { motion: id, organisation, kind, votes: { ...votes } }, audience: [...state.organisations[organisation]!.members] });
    desk.emit(outcomeOf(state, motion, carried));
    if (carried) adopted.push({ motion, params: read.data });
  }
  // Who comes in or goes out does so last: until then the members of before hear of everything, and nobody else.
  adopted.sort((a, b) => Number(MOTIONS[a.motion.kind].changesMembers) - Number(MOTIONS[b.motion.kind].changesMembers));
  for (const { motion, params } of adopted) MOTIONS[motion.kind].adopt(desk, { motion, organisation: motion.organisation, params, behind: behind(state, motion) });
}
