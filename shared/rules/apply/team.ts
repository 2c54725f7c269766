// How teams change the state: roles, deputies, drafts, and words that stand behind orders.
import type { DraftCommand } from '../../model/commands.ts';
import type { Event, EventData, EventType } from '../../model/events.ts';
import type { State, TeamDraft } from '../../model/state.ts';
import type { SeatId } from '../../model/vocabulary.ts';
import { freeRole, teamOf } from '../team.ts';

type Handlers = { [T in EventType]?: (state: State, data: EventData[T], event: Event) => void };

export const applyTeam: Handlers = {
  roleGiven(state, { participant, seat, role }) {
    const before = state.team[participant];
    const minister = Object.keys(teamOf(state, seat).members).find((person) => state.team[person] === 'minister');
    if (role === 'minister') {
      if (minister !== undefined && minister !== participant && before !== undefined) state.team[minister] = before;
      delete state.deputies[seat];
    }
    state.team[participant] = role;
  },
  deputyNamed(state, { seat, deputy }) {
    if (deputy === null) delete state.deputies[seat];
    else state.deputies[seat] = deputy;
  },
  draftLaid(state, { draft, seat, drafter, revises }, event) {
    const { note = '', command } = event.private?.texts ?? {};
    state.teamDrafts[draft] = {
      id: draft, seat, by: drafter, turn: state.turn, phase: state.phase, at: event.at, command: command === undefined ? null : (JSON.parse(command) as DraftCommand), note,
      status: 'open', approvals: [], remark: null, revises, decidedBy: null,
    };
    if (revises !== null) close(state, revises, 'withdrawn', drafter);
  },
  draftApproved(state, { draft, approver }) {
    state.teamDrafts[draft]?.approvals.push(approver);
  },
  draftReturned(state, { draft, returner }, event) {
    const held = state.teamDrafts[draft];
    if (!held) return;
    held.remark = { by: returner, text: event.private?.texts.remark ?? '' };
    close(state, draft, 'returned', returner);
  },
  draftWithdrawn(state, { draft }) {
    close(state, draft, 'withdrawn', state.teamDrafts[draft]?.by ?? null);
  },
  draftReleased(state, { draft, releaser }) {
    close(state, draft, 'released', releaser);
  },
  draftLapsed(state, { draft }) {
    close(state, draft, 'lapsed', null);
  },
  orderApproved(state, { seat, orders, approver }) {
    for (const id of orders) {
      const mark = state.sheets[seat]?.marks?.[id];
      if (mark) mark.approved = approver;
    }
  },
};

function close(state: State, draft: string, status: TeamDraft['status'], by: string | null): void {
  const held = state.teamDrafts[draft];
  // One that was sent back stays so when it is said anew.
  if (held?.status === 'open') Object.assign(held, { status, decidedBy: by });
}

/** Whoever is about to take a seat will be something in its team: what they were there before a bot played it, or what is free. */
export function joinTeam(state: State, person: string, seat: SeatId): void {
  if (!state.settings.teams) return;
  const team = teamOf(state, seat);
  const before = state.team[person];
  if (before === undefined || Object.values(team.members).includes(before)) state.team[person] = freeRole(team);
}

export function leaveTeam(state: State, person: string, seat: SeatId): void {
  delete state.team[person];
  if (state.deputies[seat] === person) delete state.deputies[seat];
}
