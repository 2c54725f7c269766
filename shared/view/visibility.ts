// Who sees each field of what the state holds: a new field does not compile until someone has decided.
import type { Invitation, Message, Ministry, Motion, Observation, Pair, Report, State, TeamDraft } from '../model/state.ts';

/**
 * `all`: everybody; `own`: the seat it belongs to; `parties`: those it names; `banded`: others in coarse steps only;
 * `control`: exercise control alone before the debrief; `derived`: never itself, only what the views make of it; `hidden`: never leaves the server before the debrief.
 */
export type Visibility = 'all' | 'own' | 'parties' | 'banded' | 'control' | 'derived' | 'hidden';

type Fields<T> = { readonly [K in keyof Required<T>]: Visibility };

export const STATE: Fields<State> = {
  scenario: 'derived', id: 'all', seed: 'hidden', settings: 'all', seatIds: 'all', parameters: 'all', status: 'all', turn: 'all', phase: 'all', clock: 'all', schedule: 'all', clockActs: 'all', practice: 'hidden', ready: 'all',
  seating: 'control', left: 'control', briefsRead: 'control', team: 'own', deputies: 'own', teamDrafts: 'own', bots: 'all', seats: 'derived', trust: 'banded', pairs: 'derived', crises: 'derived', threats: 'control', beliefs: 'own', reports: 'own',
  reportTruths: 'control', deceptions: 'control', illicitShares: 'control', instruments: 'derived', findings: 'parties', disputes: 'parties', pledges: 'parties', inspections: 'parties', loans: 'parties', invitations: 'parties', sheets: 'own', standing: 'own', messages: 'parties', notices: 'all',
  injects: 'parties', decisions: 'own', dueInjects: 'control', skippedInjects: 'control', heard: 'hidden', evidence: 'control', observations: 'control', headlines: 'derived', overrides: 'control', heldInjects: 'control', injectChanges: 'derived', writtenInjects: 'derived', controlActs: 'control', matrix: 'all', announced: 'all', excused: 'all',
  organisations: 'derived', motions: 'parties', hostGrants: 'all', unlocked: 'all', attributions: 'own', incidents: 'derived', warnings: 'own', redLines: 'own', compromised: 'control', harm: 'control',
  highestRung: 'derived', turnStart: 'hidden', snapshots: 'control', deeds: 'hidden', tally: 'hidden', pressures: 'control', shares: 'hidden', lastChanges: 'hidden',
  scores: 'control', counters: 'hidden', seq: 'hidden',
};

export const MINISTRY: Fields<Ministry> = {
  budget: 'own', income: 'all', readiness: 'own', capability: 'own', politicalCapital: 'own', publicOpinion: 'all', sovereignty: 'all', risk: 'own', security: 'own',
  civilMilitary: 'own', ai: 'own', exposure: 'own', sources: 'own', extraPackages: 'own', pointsSpent: 'own', actsThisTurn: 'own',
};

export const PAIR: Fields<Pair> = { grievance: 'all', interoperability: 'parties', channels: 'parties' };

/** A report is a copy per holder: what its holder sees of it. */
export const REPORT = {
  id: 'own', event: 'own', originator: 'own', from: 'own', threat: 'own', claim: 'own', reliability: 'own', givenReliability: 'own', credibility: 'own', marking: 'own',
  releasable: 'own', originatorControlled: 'own', cleared: 'own', sanitised: 'own', turn: 'own', evidence: 'own', text: 'own', fabricated: 'own', sharedWith: 'own',
} as const satisfies Fields<Report>;

export const INVITATION = {
  id: 'parties', action: 'parties', params: 'parties', from: 'parties', to: 'parties', answers: 'parties', status: 'parties', turn: 'parties', points: 'hidden', partial: 'hidden', atOnce: 'hidden',
} as const satisfies Fields<Invitation>;

export const MESSAGE = {
  id: 'parties', turn: 'parties', phase: 'parties', at: 'parties', from: 'parties', persona: 'parties', to: 'parties', text: 'parties', hidden: 'parties', by: 'parties',
} as const satisfies Fields<Message>;

/** For the team and exercise control: no other seat learns that there are drafts. */
export const TEAM_DRAFT = {
  id: 'own', seat: 'own', by: 'own', turn: 'own', phase: 'own', at: 'own', command: 'own', note: 'own', status: 'own', approvals: 'own', remark: 'own', revises: 'own', decidedBy: 'own',
} as const satisfies Fields<TeamDraft>;

/** As everybody reads a disclosed one in the debrief: not who wrote it, nor what became of it before. */
export const OBSERVATION = {
  id: 'all', by: 'control', turn: 'all', phase: 'all', seq: 'control', at: 'all', text: 'all', objective: 'all', seat: 'all', rating: 'all', private: 'control', disclosed: 'control', changed: 'control', removed: 'control',
} as const satisfies Fields<Observation>;

/** Votes are made of what the viewer may know of them. */
export const MOTION = {
  id: 'parties', organisation: 'parties', kind: 'parties', params: 'parties', by: 'parties', turn: 'parties', closesTurn: 'parties', votes: 'derived', brokenBy: 'parties', status: 'parties', decidedTurn: 'parties',
} as const satisfies Fields<Motion>;

const SHOWN = ['all', 'own', 'parties'] as const;

/** The fields of a thing that its table lets the viewer it is built for see. */
export type Shown<T, F extends Fields<T>> = Pick<T, { [K in keyof T]-?: F[K] extends (typeof SHOWN)[number] ? K : never }[keyof T]>;

const names = new WeakMap<object, string[]>();

/** Reckoned once per table: views are built often. */
function shownNames(fields: Readonly<Record<string, Visibility>>): string[] {
  let known = names.get(fields);
  if (!known) names.set(fields, (known = Object.keys(fields).filter((name) => (SHOWN as readonly Visibility[]).includes(fields[name]!))));
  return known;
}

/** Things of which the viewer sees everything: as they are. It does not compile once the table hides a field. */
export function wholly<T extends object>(_fields: { readonly [K in keyof Required<T>]: (typeof SHOWN)[number] }, things: Record<string, T>): Record<string, T> {
  return things;
}

/** A copy with those fields alone. */
export function shown<T extends object, F extends Fields<T>>(fields: F, thing: T): Shown<T, F> {
  const view: Record<string, unknown> = {};
  for (const name of shownNames(fields as unknown as Record<string, Visibility>)) if (name in thing) view[name] = thing[name as keyof T];
  return view as Shown<T, F>;
}
