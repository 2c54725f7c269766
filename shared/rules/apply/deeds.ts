// How acts of diplomacy, force and crises change the state beyond its numbers.
import type { Event, EventData, EventType } from '../../model/events.ts';
import type { State } from '../../model/state.ts';
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
  incidentCleared(state, { crisis }) {
    state.crises[crisis]!.incident = null;
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
  crisisAssessed(state, { crisis }) {
    state.crises[crisis]!.pressureCarry = 0;
    state.pressures = [];
  },
  severityRecorded(state, { crisis, severity, rung }) {
    const held = state.crises[crisis]!;
    held.history = [...held.history.filter(({ turn }) => turn !== state.turn), { turn: state.turn, severity, rung }];
    state.highestRung = Math.max(state.highestRung, rung);
  },
  incidentOpened(state, { crisis, parties }) {
    Object.assign(state.crises[crisis]!, { incident: { turn: state.turn, parties }, pressureCarry: 2 });
  },
  threatEventStruck(state, { threat, event }) {
    state.threats[threat]!.struck.push(event);
    state.threats[threat]!.nextHalved = false;
  },
};
