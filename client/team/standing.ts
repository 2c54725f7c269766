// What one is in the team of one's seat, and what that lets one do: the same rules as the server's, asked of one's own sight.
import type { SeatCommand } from '../../shared/model/commands.ts';
import type { Team } from '../../shared/model/state.ts';
import type { TeamRole } from '../../shared/model/vocabulary.ts';
import type { Refusal } from '../../shared/rules/refusals.ts';
import { chargeOf, outsidePowers } from '../../shared/rules/team.ts';
import type { MessageView, Sight, TeamDraftView } from '../../shared/view/view.ts';
import { sightOf, type StoreState } from '../store.ts';

export interface Standing {
  team: Team;
  /** Oneself by opaque id; somebody who only looks on is nobody in it. */
  self: string;
  sight: Sight;
}

/** Null where there are no teams, or one has no seat. */
export function standingOf(state: StoreState): Standing | null {
  const sight = sightOf(state);
  const self = state.session?.participant;
  return sight?.own.team && self !== undefined ? { team: sight.own.team, self, sight } : null;
}

/** One's own role; null where one is alone in the seat, or there are none. */
export function roleInTeam(state: StoreState): TeamRole | null {
  const standing = standingOf(state);
  return standing && inTeam(state) ? (standing.team.members[standing.self] ?? null) : null;
}

/** One of the team, not somebody who looks on or acts for the seat. */
export const isMember = ({ team, self }: Standing): boolean => team.members[self] !== undefined;

/** Is one of a team in which there is anybody else to ask? */
export function inTeam(state: StoreState): boolean {
  const standing = standingOf(state);
  return standing !== null && isMember(standing) && Object.keys(standing.team.members).length > 1;
}

const circumstances = ({ own, public: { exercise } }: Sight) => ({ seat: own.seat.id, phase: exercise.phase, invitations: own.invitations });

/** Why one's own role does not carry it; null: it does, or there are no roles. */
export function outside(state: StoreState, command: SeatCommand): Refusal | null {
  const standing = standingOf(state);
  if (!standing || standing.sight.public.exercise.status === 'debrief' || !isMember(standing)) return null;
  return outsidePowers(standing.team, standing.self, chargeOf(command, circumstances(standing.sight)), false);
}

/** Who can release it: the role that carries it; `second` where anybody else has to agree first. */
export type Releaser = TeamRole | 'second';

export function releaserOf(refusal: Refusal | null): Releaser | null {
  if (refusal === null) return null;
  return refusal.code === 'needsSecond' ? 'second' : (refusal.params.role as TeamRole);
}

/** May one release this draft as it stands? */
export function mayRelease({ team, self, sight }: Standing, draft: TeamDraftView): boolean {
  if (draft.command === null || team.members[self] === undefined) return false;
  const seconded = [draft.by, ...draft.approvals].some((person) => person !== self);
  return outsidePowers(team, self, chargeOf(draft.command, circumstances(sight)), seconded) === null;
}

/** Whose release a draft waits for, for the line that says so. */
export function awaits({ sight }: Standing, draft: TeamDraftView): TeamRole | 'anyone' {
  if (draft.command === null) return 'anyone';
  const { area, binds } = chargeOf(draft.command, circumstances(sight));
  return binds ? 'minister' : area;
}

export interface Sorted {
  /** One can release them: what binds the ministry stands first. */
  yours: TeamDraftView[];
  others: TeamDraftView[];
  past: TeamDraftView[];
}

export function sortDrafts(standing: Standing): Sorted {
  const drafts = Object.values(standing.sight.own.drafts).sort((a, b) => b.at - a.at);
  const open = drafts.filter(({ status }) => status === 'open');
  const signature = (draft: TeamDraftView) => Number(awaits(standing, draft) === 'minister');
  return {
    yours: open.filter((draft) => draft.by !== standing.self && mayRelease(standing, draft)).sort((a, b) => signature(b) - signature(a)),
    others: open.filter((draft) => draft.by === standing.self || !mayRelease(standing, draft)),
    past: drafts.filter(({ status }) => status !== 'open'),
  };
}

/** Key under which what was read and what was begun of the team's notes is kept. */
export const NOTES = 'team';

/** What members wrote to each other, earliest first. */
export function notesOf(sight: Sight): MessageView[] {
  const self = sight.own.seat.id;
  return Object.values(sight.own.messages).filter(({ from, to }) => from === self && to.every((seat) => seat === self)).sort((a, b) => a.at - b.at);
}

/** What waits for oneself: drafts to release, and notes that others wrote. */
export function waitingInTeam(state: StoreState): number {
  const standing = standingOf(state);
  if (!standing) return 0;
  const seen = state.readUntil[NOTES] ?? 0;
  return sortDrafts(standing).yours.length + notesOf(standing.sight).filter(({ by, at }) => by !== standing.self && at > seen).length;
}
