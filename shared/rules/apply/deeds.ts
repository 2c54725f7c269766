// How acts of diplomacy, force and crises change the state beyond its numbers.
import type { Event, EventData, EventType } from '../../model/events.ts';
import type { State } from '../../model/state.ts';
import type { Domain, SeatId } from '../../model/vocabulary.ts';
import { pairOf } from '../../model/vocabulary.ts';

type Handlers = { [T in EventType]?: (state: State, data: EventData[T], event: Event) => void };

export const applyDeeds: Handlers = {
  pressureLaid(state, pressure) {
    state.pressures.push(pressure);
  },
  channelOpened(state, { parties: [a, b], channel }) {
    const pair = state.pairs[pairOf(a!, b!)];
    if (pair && !pair.channels.includes(channel)) pair.channels.push(channel);
  },
  packageLent(state, { loan }) {
    state.loans.push(loan);
    addPackages(state, loan.from, loan.domain, -1);
    addPackages(state, loan.to, loan.domain, 1);
  },
  packageReturned(state, { loan, from, to, domain }) {
    state.loans = state.loans.filter(({ id }) => id !== loan);
    addPackages(state, from, domain, 1);
    addPackages(state, to, domain, -1);
  },
  packagesChanged(state, { seat, domain, by }) {
    addPackages(state, seat, domain, by);
  },
  sourceGranted(state, { seat, source }) {
    state.seats[seat]!.sources.push(source);
  },
  sourceLost(state, { seat, source }) {
    state.seats[seat]!.sources = state.seats[seat]!.sources.filter(({ id }) => id !== source);
  },
  forceMajeureDeclared(state, { seats, until }) {
    for (const seat of seats) state.excused[seat] = Math.max(until, state.excused[seat] ?? 0);
  },
  inspectionHeld(state, { inspection }) {
    state.inspections[inspection.id] = inspection;
  },
  incidentCleared(state, { crisis, by }) {
    const held = state.crises[crisis]!;
    // Another one may have happened since.
    if (held.incident?.parties.some((seat) => by.includes(seat))) held.incident = null;
    state.incidents = state.incidents.map((one) => (one.crisis === crisis ? { ...one, called: [...new Set([...one.called, ...by.filter((seat) => one.parties.includes(seat))])].sort() } : one));
  },
  activityNotified(state, { notice }) {
    state.notices.push(notice);
  },
  packagesDeployed(state, { seat, crisis, packages }) {
    const held = state.crises[crisis]!;
    if (packages.some(({ count }) => count > 0)) held.deployments[seat] = packages.filter(({ count }) => count > 0);
    else delete held.deployments[seat];
  },
  packagesRecalled(state, { seat, crisis, packages }) {
    const { deployments } = state.crises[crisis]!;
    if (packages.length > 0) deployments[seat] = packages;
    else delete deployments[seat];
  },
  crisisOpened(state, { crisis }) {
    const held = state.crises[crisis]!;
    Object.assign(held, { open: true, openedTurn: state.turn });
    if (held.history.length === 0) held.history.push({ turn: state.turn - 1, severity: held.severity, rung: held.rung });
    state.highestRung = Math.max(state.highestRung, held.rung);
  },
  crisisClosed(state, { crisis }) {
    Object.assign(state.crises[crisis]!, { open: false, closedTurn: state.turn, deployments: {}, incident: null });
  },
  crisisAssessed(state, { crisis, coverage }) {
    state.crises[crisis]!.pressureCarry = 0;
    state.pressures = [];
    state.crises[crisis]!.coverage = coverage;
  },
  severityRecorded(state, { crisis, severity, rung }) {
    const held = state.crises[crisis]!;
    held.shields = {};
    held.history = [...held.history.filter(({ turn }) => turn !== state.turn), { turn: state.turn, severity, rung }];
    state.highestRung = Math.max(state.highestRung, rung);
  },
  incidentOpened(state, { crisis, parties }) {
    Object.assign(state.crises[crisis]!, { incident: { turn: state.turn, parties }, pressureCarry: 2 });
    state.incidents.push({ crisis, turn: state.turn, parties, called: [] });
  },
  threatEventStruck(state, { threat, event, crisis, shield }) {
    const held = state.threats[threat]!;
    held.struck.push(event);
    for (const seat of held.defenders) state.crises[crisis]!.shields[seat] = shield;
    Object.assign(held, { nextHalved: false, defenders: [] });
  },
  cyberOpDone(state, { seat, threat, mode, success }) {
    const held = state.threats[threat]!;
    if (!success) return;
    if (mode === 'disrupt') held.nextHalved = true;
    else if (!held.defenders.includes(seat)) held.defenders.push(seat);
  },
};

function addPackages(state: State, seat: SeatId, domain: Domain, by: number): void {
  const extra = state.seats[seat]?.extraPackages;
  if (extra) extra[domain] = (extra[domain] ?? 0) + by;
}
