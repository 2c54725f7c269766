// What seats say and intend: invitations, order sheets, what a team lays before its minister, messages and notices.
import type { DraftCommand } from './commands.ts';
import type { BySeat, DraftStatus, InvitationId, InvitationStatus, Phase, RegionId, SeatId, TeamRole } from './vocabulary.ts';

/** What a seat's orders are if it is late: those it marked, or else its last ones. */
export interface StandingOrders {
  orders: Order[];
  turn: number;
  marked: boolean;
}

export interface Invitation {
  id: InvitationId;
  action: string;
  params: Record<string, unknown>;
  from: SeatId;
  to: SeatId[];
  answers: BySeat<'accepted' | 'refused'>;
  status: InvitationStatus;
  turn: number;
  /** Action points held back for it at the inviter. */
  points: number;
  /** May it go ahead with those who accepted, or only with all (ruling 26)? */
  partial: boolean;
  /** Takes effect when all have accepted, and is no order. */
  atOnce?: true;
}

/** One order on a sheet. Its rank is its place in the list. */
export interface Order {
  id: string;
  action: string;
  params: Record<string, unknown>;
  /** One line of why. */
  intent: string;
  /** The accepted invitation this order carries out, if it is a joint act. */
  invitation: InvitationId | null;
}

export interface Sheet {
  orders: Order[];
  /** Where an order stood after resolution: done, or cancelled and why. */
  outcomes: Record<string, { done: boolean; reason: string | null }>;
  /** These orders are to stand for a turn in which the seat is late. */
  standing?: true;
  /** In a team: who wrote an order, and whose word stands behind it. What is not marked is the ministry's. */
  marks?: Record<string, RowMark>;
}

/** People by their opaque ids. */
export interface RowMark {
  by: string;
  approved: string | null;
}

/** The people of one seat by their opaque ids, and who of them stands in for the minister. */
export interface Team {
  members: Record<string, TeamRole>;
  deputy: string | null;
}

/** Something a seat could ask for that a member of its team has laid before the others. */
export interface TeamDraft {
  id: string;
  seat: SeatId;
  /** Who drafted it; people by their opaque ids. */
  by: string;
  turn: number;
  phase: Phase;
  at: number;
  /** Null once its words were deleted. */
  command: DraftCommand | null;
  note: string;
  status: DraftStatus;
  /** Others who agree. */
  approvals: string[];
  /** Why it was sent back. */
  remark: { by: string; text: string } | null;
  /** The earlier draft that it says anew. */
  revises: string | null;
  /** Who released, returned or withdrew it. */
  decidedBy: string | null;
}

export interface Message {
  id: string;
  turn: number;
  phase: Phase;
  at: number;
  from: SeatId | 'control';
  /** Speaker name when control speaks as somebody else. */
  persona: string | null;
  to: SeatId[];
  text: string;
  hidden: boolean;
  /** Who wrote it, by opaque id: within a team alone, for to others a ministry speaks with one voice. */
  by?: string;
}

export interface Notice {
  id: string;
  by: SeatId;
  activity: string;
  region: RegionId;
  turn: number;
  madeTurn: number;
  observers: boolean;
}
