// What members of a team may ask for inside their seat: roles, drafts that others approve and release, and words that stand behind orders.
import type { DraftCommand, Request } from '../../model/commands.ts';
import type { NewEvent } from '../../model/events.ts';
import type { State, Team, TeamDraft } from '../../model/state.ts';
import type { SeatId, TeamRole } from '../../model/vocabulary.ts';
import { TEAM_ROLES } from '../../model/vocabulary.ts';
import { opaqueId } from '../random.ts';
import { accept, refuse } from '../refusals.ts';
import type { Result } from '../refusals.ts';
import { approvable, chargeOf, chargeOfAction, outsidePowers, teamOf } from '../team.ts';
import type { Handler, Handlers } from './handler.ts';
import { commitment } from './handler.ts';
import { ideaCommands } from './ideas.ts';
import { seatCommands } from './seat.ts';

/** What a team can have before it at a time. */
const MOST_DRAFTS = 20;

/** What a draft can become, as if the seat had asked for it. */
const WRAPPED: Handlers = { ...seatCommands, ...ideaCommands };

function carriedOut(state: State, command: DraftCommand, request: Request): Result<NewEvent[]> {
  const handler = WRAPPED[command.type] as Handler<DraftCommand>;
  return handler.run(state, command, { ...request, command });
}

interface Member {
  person: string;
  seat: SeatId;
  team: Team;
}

function asking(state: State, { actor }: Request): Result<Member> {
  if (actor.kind !== 'participant' || actor.seat === null) return refuse('noSeat');
  if (!state.settings.teams) return refuse('noTeam');
  return accept({ person: actor.id, seat: actor.seat, team: teamOf(state, actor.seat) });
}

/** A draft that is before the team of whoever asks. */
function openDraft(state: State, id: string, request: Request): Result<Member & { draft: TeamDraft }> {
  const member = asking(state, request);
  if (!member.ok) return member;
  const draft = state.teamDrafts[id];
  if (draft?.seat !== member.value.seat) return refuse('draftUnknown', 'draft');
  return draft.status === 'open' ? accept({ ...member.value, draft }) : refuse('draftClosed', 'draft');
}

function withRole(team: Team, participant: string, seat: SeatId, role: TeamRole): NewEvent[] {
  return team.members[participant] === role ? [] : [{ type: 'roleGiven', data: { participant, seat, role }, audience: [seat] }];
}

export const teamCommands: Handlers = {
  takeRole: {
    run(state, { role }, request) {
      const member = asking(state, request);
      if (!member.ok) return member;
      const { person, seat, team } = member.value;
      const held = Object.entries(team.members).filter(([other]) => other !== person).map(([, one]) => one);
      const others = role === 'minister' ? [] : TEAM_ROLES.filter((one) => one !== 'minister' && one !== team.members[person] && !held.includes(one));
      if (held.includes(role) && (role === 'minister' || others.length > 0)) return refuse('roleTaken', 'role', { role });
      return accept(withRole(team, person, seat, role));
    },
  },

  giveRole: {
    run(state, { participant, role }) {
      const seat = state.seating[participant];
      if (!state.settings.teams || seat === undefined) return refuse('noTeam', 'participant');
      return accept(withRole(teamOf(state, seat), participant, seat, role));
    },
  },

  nameDeputy: {
    run(state, { deputy }, request) {
      const member = asking(state, request);
      if (!member.ok) return member;
      const { person, seat, team } = member.value;
      if (team.members[person] !== 'minister') return refuse('notYourArea', null, { role: 'minister' });
      if (deputy !== null && (deputy === person || team.members[deputy] === undefined)) return refuse('notInTeam', 'deputy');
      return accept(team.deputy === deputy ? [] : [{ type: 'deputyNamed', data: { seat, deputy }, audience: [seat] }]);
    },
  },

  draftAct: {
    run(state, { command, note, revises }, request) {
      const member = asking(state, request);
      if (!member.ok) return member;
      const { person, seat } = member.value;
      const earlier = revises === null ? null : state.teamDrafts[revises];
      if (earlier !== null && earlier?.seat !== seat) return refuse('draftUnknown', 'revises');
      if (earlier && earlier.by !== person) return refuse('notYourDraft', 'revises');
      const before = Object.values(state.teamDrafts).filter((draft) => draft.seat === seat && draft.status === 'open' && draft.id !== revises).length;
      if (before >= MOST_DRAFTS) return refuse('tooManyTeamDrafts', null, { most: MOST_DRAFTS });
      // What would be refused now is told now: nobody approves what cannot be done.
      const possible = carriedOut(state, command, request);
      if (!possible.ok) return possible;
      const texts = { note: note.trim(), command: JSON.stringify(command) };
      const draft = opaqueId(state.seed, state.turn, 'draft', seat, person, request.id);
      return accept([{ type: 'draftLaid', data: { draft, seat, drafter: person, revises, commitment: commitment(request.nonce, texts) }, audience: [seat], private: { salt: request.nonce, texts } }]);
    },
  },

  approveDraft: {
    run(state, { draft: id }, request) {
      const found = openDraft(state, id, request);
      if (!found.ok) return found;
      const { person, seat, draft } = found.value;
      if (draft.by === person) return refuse('ownDraft', 'draft');
      return accept(draft.approvals.includes(person) ? [] : [{ type: 'draftApproved', data: { draft: id, seat, approver: person }, audience: [seat] }]);
    },
  },

  returnDraft: {
    run(state, { draft: id, remark }, request) {
      const found = openDraft(state, id, request);
      if (!found.ok) return found;
      const { person, seat, draft } = found.value;
      if (draft.by === person) return refuse('ownDraft', 'draft');
      if (remark.trim() === '') return refuse('emptyMessage', 'remark');
      const texts = { remark: remark.trim() };
      return accept([{ type: 'draftReturned', data: { draft: id, seat, returner: person, commitment: commitment(request.nonce, texts) }, audience: [seat], private: { salt: request.nonce, texts } }]);
    },
  },

  withdrawDraft: {
    run(state, { draft: id }, request) {
      const found = openDraft(state, id, request);
      if (!found.ok) return found;
      const { person, seat, draft } = found.value;
      return draft.by === person ? accept([{ type: 'draftWithdrawn', data: { draft: id, seat }, audience: [seat] }]) : refuse('notYourDraft', 'draft');
    },
  },

  releaseDraft: {
    run(state, { draft: id }, request) {
      const found = openDraft(state, id, request);
      if (!found.ok) return found;
      const { person, seat, team, draft } = found.value;
      if (draft.command === null) return refuse('draftClosed', 'draft');
      const charge = chargeOf(draft.command, { seat, phase: state.phase, invitations: state.invitations });
      const refused = outsidePowers(team, person, charge, [draft.by, ...draft.approvals].some((other) => other !== person));
      if (refused) return { ok: false, refusal: refused };
      const happened = carriedOut(state, draft.command, request);
      if (!happened.ok) return happened;
      return accept([{ type: 'draftReleased', data: { draft: id, seat, drafter: draft.by, approvers: draft.approvals, releaser: person }, audience: [seat] }, ...happened.value]);
    },
  },

  approveOrder: {
    run(state, { order }, request) {
      const member = asking(state, request);
      if (!member.ok) return member;
      const { person, seat, team } = member.value;
      const sheet = state.sheets[seat]!;
      if (sheet.marks?.[order]?.approved !== null) return refuse('orderUnknown', 'order');
      if (approvable(team, person, sheet).includes(order)) return accept([{ type: 'orderApproved', data: { seat, orders: [order], approver: person }, audience: [seat] }]);
      const row = sheet.orders.find(({ id }) => id === order)!;
      const refused = outsidePowers(team, person, chargeOfAction(row.action, row.params), false);
      return refused ? { ok: false, refusal: refused } : refuse('orderUnknown', 'order');
    },
  },
};
