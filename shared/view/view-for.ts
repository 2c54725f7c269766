// The one door out for state: what a viewer may see of it, built from a public slice, one slice per seat and one for control.
import { shares } from '../model/belief.ts';
import type { Invitation, Message, Motion, State, TeamDraft } from '../model/state.ts';
import type { CrisisId, Domain, InjectId, OrganisationId, SeatId, ThreatId } from '../model/vocabulary.ts';
import { DOMAINS, pairOf } from '../model/vocabulary.ts';
import { invitationsOf, textsOf } from '../rules/concerned.ts';
import { injectOf } from '../rules/inject-list.ts';
import { hasGround } from '../rules/instruments/lifecycle.ts';
import { obligationsOf } from '../rules/instruments/obligations.ts';
import { dueTurn } from '../rules/deadline.ts';
import { graceOf, lateSeats, policyOf } from '../rules/late.ts';
import { sheetWithConsents } from '../rules/consent.ts';
import { chairsOf, isReader, leadOf, majorityOf, weightOf } from '../rules/organisations.ts';
import { packagesHeld } from '../rules/packages.ts';
import { neighboursOf } from '../rules/steps/geography.ts';
import { inPractice } from '../rules/practice.ts';
import { isCourse } from '../rules/schedule.ts';
import { teamOf } from '../rules/team.ts';
import { lastUndoable } from '../rules/undoable.ts';
import { objectiveValue, subjectOf } from '../rules/scoring.ts';
import type { Hypothesis, Objective, Scenario } from '../scenario/schema.ts';
import { headlines } from './headlines.ts';
import { accessionView, instrumentView } from './instrument-view.ts';
import type { Makers } from './keep.ts';
import { apart, byId, ingredient, keeperOf, listed, perThing, whole } from './keep.ts';
import { OWN, SHARED, lazily } from './look.ts';
import { mselRow } from './msel.ts';
import { disclosedObservations, notebookOf, sharedObservations } from './observations.ts';
import { INVITATION, MESSAGE, MOTION, REPORT, TEAM_DRAFT, shown, wholly } from './visibility.ts';
import { worldStrip } from './world-strip.ts';
import type { BeliefView, ControlSlice, CrisisView, InjectView, MessageView, MotionView, NotebookView, ObjectiveView, OrganisationView, PublicSeat, PublicView, RelationView, SeatView, Sight, View, Viewer } from './view.ts';

/** How many messages a seat's slice carries; older ones stay in the record. */
const RECENT_MESSAGES = 60;
/** Turns for which decided motions stay in view. */
const RECENT_TURNS = 2;

/** Objectives whose present value would tell the hidden cause (product: the ledger keeps the secret). */
const MASKED: ReadonlySet<string> = new Set(['TRUTH', 'SAFE']);

/** Objectives made of what others think of oneself: shown by quarters, as that trust is shown by bands. */
const COARSE: ReadonlySet<string> = new Set(['TIES', 'PART']);
const QUARTER = 2_500;

function objectiveShown(state: State, seat: SeatId, objective: Objective): ObjectiveView['value'] {
  if (state.status === 'debrief') return { known: true, value: objectiveValue(state, seat, objective) };
  if (MASKED.has(objective.code)) return { known: false };
  const value = objectiveValue(state, seat, objective);
  return { known: true, value: COARSE.has(objective.code) ? QUARTER * Math.floor(value / QUARTER) : value };
}

const invitationView = perThing((invitation: Invitation) => shown(INVITATION, invitation));
const messageView = perThing((message: Message): MessageView => (message.hidden ? { ...shown(MESSAGE, message), text: '' } : shown(MESSAGE, message)));
const decidedView = perThing((motion: Motion): MotionView => ({ ...shown(MOTION, motion), votes: motion.votes }));
const secretView = perThing((motion: Motion): MotionView => ({ ...shown(MOTION, motion), votes: {} }));
const draftView = perThing((draft: TeamDraft) => shown(TEAM_DRAFT, draft));
const uncoveredView = perThing((message: Message): MessageView => shown(MESSAGE, message));

const openNumbers = ingredient((state, seat) => {
  const { income, publicOpinion, sovereignty } = state.seats[seat]!;
  return { income, publicOpinion, sovereignty };
});

/** Of every seat what all may know, but for who is ready: that changes far more often. */
const seatsAtWork = ingredient((state): Record<SeatId, PublicSeat> => {
  const seats: Record<SeatId, PublicSeat> = {};
  const seated = Object.values(state.seating);
  for (const id of state.seatIds) {
    const { name, ministry, region, affiliation, brief } = state.scenario.seats[id]!;
    const { income, publicOpinion, sovereignty } = openNumbers(state, id);
    const bot = state.bots[id] ?? null;
    seats[id] = {
      id, name, ministry, region, affiliation, income, publicOpinion, sovereignty, bot,
      announced: (bot && state.announced[id]) ?? null, excused: (state.excused[id] ?? 0) >= state.turn,
      people: seated.filter((held) => held === id).length, ready: false, brief: brief.public,
    };
  }
  return seats;
});
const whenReady = perThing((seat: PublicSeat): PublicSeat => ({ ...seat, ready: true }));

const PUBLIC: Makers<PublicView> = {
  exercise: (state) => {
    const { scenario, settings } = state;
    return {
      id: state.id, scenario: scenario.id, title: scenario.title, date: scenario.date, situation: scenario.situation, map: scenario.map,
      status: state.status, turn: state.turn, turns: settings.turns, practice: inPractice(state), phase: state.phase,
      deadline: state.clock.deadline, remaining: state.clock.remaining, pauseReason: state.clock.reason,
      breakUntil: state.clock.until, awaited: state.clock.awaited, mode: isCourse(state) ? 'course' : 'class', zone: settings.zone ?? null, missingOrders: policyOf(state), grace: graceOf(state),
      phases: settings.phases, advanceWhenReady: settings.advanceWhenReady, namesShown: settings.namesShown, teams: settings.teams === true,
      seats: state.seatIds, regions: Object.keys(scenario.regions), parameters: state.parameters, unlocked: state.unlocked, unlocksAt: unlocksAt(state),
      hint: scenario.hints.find(({ turn }) => turn === Math.max(1, state.turn))?.text ?? null,
    };
  },
  schedule: (state) => state.schedule.map(({ turn, phase, at }) => ({ turn, phase, at })),
  clockActs: (state) => state.clockActs,
  affiliations: ({ scenario }) => scenario.affiliations,
  seats: (state) => {
    const seats = { ...seatsAtWork(state, '') };
    for (const id of state.ready) seats[id] = whenReady(seats[id]!);
    return seats;
  },
  pairs: (state) => Object.fromEntries(Object.entries(state.pairs).map(([pair, { grievance }]) => [pair, { grievance }])),
  crises,
  threats: (state) => Object.fromEntries(Object.entries(state.scenario.threats)
    .filter(([threat]) => threatOpen(state, threat))
    .map(([id, { name, hypotheses }]) => [id, { id, name, hypotheses: Object.entries(hypotheses).map(([hypothesis, draft]) => ({ id: hypothesis, name: draft.name, text: draft.text, domains: domainsOf(draft.demand), sponsor: draft.sponsor ?? null })) }])),
  organisations,
  instruments: (state) => byId(Object.values(state.instruments), (instrument) => instrumentView(state, instrument, null)),
  notices: (state) => Object.fromEntries(state.notices.filter(({ turn }) => turn >= state.turn).map((notice) => [notice.id, notice])),
  hostGrants: (state) => Object.fromEntries(state.hostGrants.map((grant) => [grant.id, grant])),
  pledges: (state) => Object.fromEntries(Object.values(state.pledges).filter(({ to }) => to.length === 0).map((pledge) => [pledge.id, pledge])),
  matrix: ({ matrix }) => Object.fromEntries(Object.entries(matrix).map(([id, idea]) => [id, idea.status === 'removed' ? { ...idea, act: '', effect: '', reasons: [], arguments: [], outcome: '' } : idea])),
  templates: ({ scenario }) => Object.fromEntries(scenario.templates.map((template) => [template.id, template])),
  glossary: ({ scenario }) => scenario.glossary,
  headlines,
  debrief: (state): PublicView['debrief'] => (state.status === 'debrief' && state.scores ? { all: debrief(state) } : {}),
};

/** Which forces a hypothesis calls for is common knowledge; how many points of each is not. */
function domainsOf(demand: Hypothesis['demand']): Domain[] {
  return DOMAINS.filter((domain) => (demand[domain] ?? 0) > 0).sort((a, b) => demand[b]! - demand[a]!);
}

type Unlocking = PublicView['exercise']['unlocksAt'];
const unlocking = new WeakMap<Scenario, Unlocking>();

/** When each name becomes available: the scenario's alone. EXERCISE, NOTIFY and others are both an action and a clause, each with its own turn. */
function unlocksAt({ scenario }: State): Unlocking {
  const turns = (kind: keyof Unlocking) => Object.fromEntries(scenario.unlock.flatMap((step) => step[kind].map((name) => [name, step.turn])));
  let known = unlocking.get(scenario);
  if (!known) unlocking.set(scenario, (known = { actions: turns('actions'), clauses: turns('clauses') }));
  return known;
}

function crises(state: State): Record<CrisisId, CrisisView> {
  return Object.fromEntries(Object.values(state.crises).filter(({ openedTurn }) => openedTurn > 0).map((crisis, index) => {
    const draft = state.scenario.crises[crisis.id]!;
    return [crisis.id, {
      id: crisis.id, number: index + 1, name: draft.name, summary: draft.summary, region: draft.region, threat: draft.threat, open: crisis.open,
      openedTurn: crisis.openedTurn, severity: crisis.severity, rung: crisis.rung, history: crisis.history, deployments: crisis.deployments,
      near: neighboursOf(state, draft.region), hostRequired: draft.hostRequired, hosts: crisis.hosts, incident: crisis.incident,
    }];
  }));
}

function organisations(state: State): Record<OrganisationId, OrganisationView> {
  return Object.fromEntries(Object.values(state.organisations).map(({ levies: _owed, ...held }) => {
    const draft = state.scenario.organisations[held.id]!;
    return [held.id, {
      ...held, name: draft.name, charter: draft.charter ?? '', rule: draft.rule, lead: leadOf(state, held.id), majority: majorityOf(state, held.id),
      weights: Object.fromEntries(held.members.map((seat) => [seat, weightOf(state, held.id, seat)])), chairs: chairsOf(state, held.id),
      ceiling: draft.ceiling, minimumSecurity: draft.minimumSecurity,
    }];
  }));
}

function debrief(state: State): PublicView['debrief'][string] {
  return {
    truths: Object.fromEntries(Object.values(state.threats).map(({ id, truth }) => [id, truth])),
    scores: state.scores!,
    snapshots: state.snapshots,
    severity: Object.fromEntries(Object.values(state.crises).filter(({ openedTurn }) => openedTurn > 0).map(({ id, history }) => [id, history])),
    questions: state.scenario.debrief,
    evidence: state.evidence,
    learning: learning(state),
    observations: disclosedObservations(state),
    early: state.turn < state.settings.turns,
  };
}

const SEAT: Makers<SeatView> = {
  seat: ({ scenario }, seat) => ({
    id: seat, announces: scenario.seats[seat]!.signals,
    aims: scenario.seats[seat]!.objectives.map((objective) => ({ code: objective.code, subject: subjectOf(objective) })),
  }),
  ministry: (state, seat) => {
    const ministry = state.seats[seat]!;
    return {
      budget: ministry.budget, income: ministry.income, readiness: ministry.readiness, capability: ministry.capability, packages: packagesHeld(ministry),
      politicalCapital: ministry.politicalCapital, publicOpinion: ministry.publicOpinion, sovereignty: ministry.sovereignty, risk: ministry.risk,
      security: ministry.security, civilMilitary: ministry.civilMilitary, ai: ministry.ai, exposure: openExposure(state, seat), sources: ministry.sources,
    };
  },
  effort: apart((state, seat) => {
    const { pointsSpent, actsThisTurn } = state.seats[seat]!;
    return { points: state.parameters.ap, pointsSpent, actsThisTurn };
  }),
  brief: (state, seat) => {
    const draft = state.scenario.seats[seat]!;
    return {
      secret: draft.brief.secret, goals: draft.goals, firstStep: draft.firstStep,
      objectives: draft.objectives.map((objective): ObjectiveView => ({
        code: objective.code, subject: subjectOf(objective), weight: objective.weight, text: objective.text,
        value: objectiveShown(state, seat, objective),
      })),
      redLines: draft.redLines.map(({ id, text }) => ({ id, text, broken: state.redLines[seat]!.includes(id) })),
    };
  },
  relations,
  beliefs: (state, seat) => {
    const views: Record<ThreatId, BeliefView> = {};
    for (const [threat, levels] of Object.entries(state.beliefs[seat]!)) if (threatOpen(state, threat)) views[threat] = { threat, shares: sharesOf(levels), levels };
    return views;
  },
  reports: apart((state, seat) => wholly(REPORT, state.reports[seat]!)),
  instruments: apart((state, seat) => byId(textsOf(state, seat), (instrument) => instrumentView(state, instrument, seat))),
  accessions: (state, seat) => byId(listed(state.instruments), (instrument) => accessionView(instrument, seat)),
  grounds: (state, seat) => textsOf(state, seat).filter((instrument) => hasGround([], instrument, seat, state.turn)).map(({ id }) => id),
  disputes: (state, seat) => Object.fromEntries(Object.values(state.disputes).filter(({ seenBy }) => seenBy.includes(seat)).map((dispute) => [dispute.id, dispute])),
  pledges: (state, seat) => Object.fromEntries(Object.values(state.pledges).filter(({ by, to }) => to.length > 0 && (by === seat || to.includes(seat))).map((pledge) => [pledge.id, pledge])),
  obligations: (state, seat) => byId(obligationsOf(state, seat), (duty) => duty),
  findings: (state, seat) => {
    const texts = new Set(textsOf(state, seat).map(({ id }) => id));
    const since = state.turn - RECENT_TURNS;
    return byId(state.findings, (finding) => (finding.turn >= since && (finding.seat === seat || (finding.visible && texts.has(finding.instrument))) ? finding : null));
  },
  inspections: (state, seat) => Object.fromEntries(Object.entries(state.inspections).filter(([, { inspector, inspected }]) => inspector === seat || inspected === seat)),
  loans: (state, seat) => Object.fromEntries(state.loans.filter(({ from, to }) => from === seat || to === seat).map((loan) => [loan.id, loan])),
  invitations: apart((state, seat) => byId(invitationsOf(state, seat), invitationView)),
  motions: (state, seat) => byId(listed(state.motions), (motion) => (reads(state, seat, motion) ? motionView(state, motion, seat) : null)),
  levies: (state, seat) => Object.fromEntries(Object.values(state.organisations).flatMap(({ id, levies }) => levies
    .filter(({ payers }) => payers.includes(seat)).map(({ amount, dueTurn }, index) => [`${id}/${index}`, { organisation: id, amount, dueTurn }]))),
  sheet: (state, seat) => {
    const sheet = state.sheets[seat]!;
    const orders = sheetWithConsents(state, seat);
    return orders === sheet.orders ? sheet : { ...sheet, orders };
  },
  team: (state, seat) => (state.settings.teams ? teamOf(state, seat) : null),
  drafts: (state, seat) => byId(Object.values(state.teamDrafts), (draft) => (draft.seat === seat && (draft.status === 'open' || draft.turn >= state.turn - RECENT_TURNS) ? draftView(draft) : null)),
  standing: (state, seat) => state.standing[seat] ?? null,
  messages: (state, seat) => messages(state.messages.filter(({ to, from }) => from === seat || to.includes(seat)).slice(-RECENT_MESSAGES), messageView),
  injects,
  attributed: (state, seat) => state.attributions.filter((one) => one.seat === seat && one.right).map(({ threat }) => threat),
  warnings: (state, seat) => Object.fromEntries((state.warnings[seat] ?? []).flatMap((threat) => {
    const next = nextEvent(state, threat);
    return next ? [[threat, { threat, turn: next.turn, type: next.type, region: state.scenario.crises[next.crisis]!.region }]] : [];
  })),
};

/** Motions are read by all who belong to the organisation, and an application by its applicant; what was decided long ago is left to the record. */
function reads(state: State, seat: SeatId, { organisation, by, status, decidedTurn }: Motion): boolean {
  return (status === 'open' || decidedTurn! >= state.turn - RECENT_TURNS) && (by === seat || isReader(state, organisation, seat));
}

function motionView(state: State, motion: Motion, seat: SeatId): MotionView {
  if (motion.status !== 'open' && state.organisations[motion.organisation]!.members.includes(seat)) return decidedView(motion);
  const own = motion.votes[seat];
  return own ? { ...secretView(motion), votes: { [seat]: own } } : secretView(motion);
}

function threatOpen(state: State, threat: ThreatId): boolean {
  return Object.values(state.crises).some((crisis) => crisis.openedTurn > 0 && state.scenario.crises[crisis.id]!.threat === threat);
}

function openExposure(state: State, seat: SeatId): Record<CrisisId, number> {
  const { exposure } = state.seats[seat]!;
  const { crises: all } = state;
  const open: Record<CrisisId, number> = {};
  for (const crisis in exposure) if (all[crisis]!.openedTurn > 0) open[crisis] = exposure[crisis]!;
  return open;
}

const sharesOf = perThing(shares);

function relations(state: State, seat: SeatId): Record<SeatId, RelationView> {
  const { seatIds, trust, pairs } = state;
  const own = trust[seat]!;
  const views: Record<SeatId, RelationView> = {};
  for (const other of seatIds) {
    if (other === seat) continue;
    const { grievance, interoperability, channels } = pairs[pairOf(seat, other)]!;
    views[other] = { seat: other, trust: own[other]!, trusted: Math.min(4, Math.floor(trust[other]![seat]! / 20)), grievance, interoperability, channels };
  }
  return views;
}

/** The next scheduled event of a threat, if any is left. */
export function nextEvent(state: State, threat: ThreatId) {
  return state.scenario.threats[threat]!.events.filter(({ id, turn }) => turn >= state.turn && !state.threats[threat]!.struck.includes(id)).sort((a, b) => a.turn - b.turn)[0];
}

function messages(list: readonly Message[], view: (message: Message) => MessageView): Record<string, MessageView> {
  return byId(list, view);
}

function injects(state: State, seat: SeatId): Record<InjectId, InjectView> {
  return byId(state.injects, (asked) => {
    const { id, turn, to } = asked;
    const draft = to === 'all' || (to !== 'control' && to.includes(seat)) ? injectOf(state, id) : undefined;
    if (!draft) return null;
    const { title, from, text, decide } = draft;
    return {
      id, title, from, text, turn,
      decide: decide ? {
        question: decide.question, dueTurn: dueTurn(state, asked, decide.within), options: decide.options.map(({ id: option, label }) => ({ id: option, label })), default: decide.default,
        taken: state.decisions.find((decision) => decision.inject === id && decision.seat === seat)?.option ?? null,
      } : null,
    };
  });
}

function learning({ scenario }: State): ControlSlice['learning'] {
  return scenario.learning.map(({ id, text, tasks }) => ({
    id, text, tasks: tasks.map((task) => (typeof task === 'string' ? task : task.text)),
    judged: tasks.flatMap((task, index) => (typeof task === 'string' || task.done === undefined ? [] : [index])),
  }));
}

const CONTROL: Makers<ControlSlice> = {
  truths: (state) => Object.fromEntries(Object.values(state.threats).map(({ id, truth }) => [id, { truth, name: state.scenario.threats[id]!.hypotheses[truth]!.name }])),
  seating: (state) => Object.fromEntries(Object.entries(state.seating).map(([participant, seat]) => [participant, { participant, seat }])),
  briefsRead: ({ briefsRead }) => briefsRead,
  msel: (state) => byId([...state.scenario.injects, ...state.writtenInjects], (inject) => mselRow(state, inject)),
  undo: (state) => {
    const act = lastUndoable(state);
    return act && { id: act.id, by: act.by, did: act.did, subject: act.subject };
  },
  evidence: (state) => Object.fromEntries(state.evidence.map((one) => [one.id, one])),
  learning,
  observations: sharedObservations,
  overrides: (state) => byId(state.overrides, (override) => override),
  messages: (state) => messages(state.messages.slice(-200), uncoveredView),
  world: worldStrip,
  late: lateSeats,
};

const NOTEBOOK: Makers<NotebookView> = { notebook: notebookOf };

const PUBLIC_VIEWER = '';
const CONTROL_VIEWER = 'control';
const lazyPublic = lazily(PUBLIC, SHARED);
const lazySeat = lazily(SEAT, OWN);

export function publicView(state: State): PublicView {
  return whole(PUBLIC, PUBLIC_VIEWER, state);
}

export function seatView(state: State, seat: SeatId): SeatView {
  return whole(SEAT, seat, state);
}

export function controlView(state: State): ControlSlice {
  return whole(CONTROL, CONTROL_VIEWER, state);
}

export function notebookView(state: State, person: string): NotebookView {
  return whole(NOTEBOOK, person, state);
}

/** The sights of all seats at one moment; what is public is made once. Of a state whose views are kept, parts are made when they are looked at. */
export function seatSights(state: State): ReadonlyMap<SeatId, Sight> {
  if (keeperOf(state)) return new Map(state.seatIds.map((seat) => [seat, seatSight(state, seat)]));
  const shared = publicView(state);
  return new Map(state.seatIds.map((seat) => [seat, { public: shared, own: seatView(state, seat) }]));
}

export function seatSight(state: State, seat: SeatId): Sight {
  const keeper = keeperOf(state);
  if (!keeper) return { public: publicView(state), own: seatView(state, seat) };
  const moment = keeper.moment(state, (now) => ({ now, shared: lazyPublic(keeper, PUBLIC_VIEWER, now), sights: new Map<SeatId, Sight>() }));
  let sight = moment.sights.get(seat);
  if (!sight) moment.sights.set(seat, (sight = { public: moment.shared, own: lazySeat(keeper, seat, moment.now) }));
  return sight;
}

export function viewFor(state: State, viewer: Viewer): View {
  const view: View = { public: publicView(state), own: null, control: null, notebook: null, seats: null };
  if (viewer.kind === 'seat') view.own = seatView(state, viewer.seat);
  if (viewer.kind === 'control') Object.assign(view, { control: controlView(state), seats: Object.fromEntries(state.seatIds.map((seat) => [seat, seatView(state, seat)])) });
  if (viewer.kind === 'control' && viewer.person !== undefined) view.notebook = notebookView(state, viewer.person);
  return view;
}
