// How the life of an instrument changes the state: texts, signatures, ratifications, entry into force and end, and findings.
import type { Event, EventData, EventType } from '../../model/events.ts';
import type { Instrument, State } from '../../model/state.ts';
import type { InstrumentId, SeatId } from '../../model/vocabulary.ts';
import { latest, versionsKey } from '../instruments/binding.ts';

type Handlers = { [T in EventType]?: (state: State, data: EventData[T], event: Event) => void };

export const applyInstrument: Handlers = {
  instrumentAmended(state, { instrument, by, version, kind, title, clauses }) {
    change(state, instrument, (held) => {
      // An amendment that is still pending gives way to the new one; what binds stays.
      held.versions.push({ version, by, turn: state.turn, title, kind, clauses });
      Object.assign(held, { signatures: {}, ratifications: {}, entersTurn: null, tabledTurn: state.turn });
      if (held.status === 'signed') held.status = 'tabled';
      state.counters[versionsKey(instrument)] = version;
    });
  },
  instrumentSigned(state, { instrument, seat, version }) {
    change(state, instrument, (held) => {
      held.signatures[seat] = version;
    });
  },
  instrumentFullySigned(state, { instrument }) {
    change(state, instrument, (held) => {
      if (held.status === 'tabled') held.status = 'signed';
    });
  },
  instrumentRatified(state, { instrument, seat, price }) {
    change(state, instrument, (held) => {
      held.ratifications[seat] = price;
    });
  },
  instrumentConcluded(state, { instrument, entersTurn }) {
    change(state, instrument, (held) => {
      held.entersTurn = entersTurn;
    });
  },
  instrumentEnteredIntoForce(state, { instrument, version, among }) {
    change(state, instrument, (held) => {
      if (held.binding !== version) held.active = {};
      if (among) {
        held.invited = held.parties.filter((party) => !among.includes(party));
        held.parties = [...among].sort();
      }
      // Lifting a suspension brings the same text back: its terms and windows run on.
      if (held.binding !== version || held.inForceSince === null) held.inForceSince = state.turn;
      if (latest(held).version === version) {
        // A text that a scenario begins with was signed before the exercise.
        Object.assign(held, { entersTurn: null, signatures: Object.fromEntries(held.parties.map((party) => [party, version])) });
      }
      Object.assign(held, { binding: version, status: 'inForce', suspendedBy: null });
    });
  },
  accessionDeclared(state, { instrument, seat, entersTurn }) {
    change(state, instrument, (held) => {
      held.acceding[seat] = entersTurn;
    });
  },
  partyAcceded(state, { instrument, seat }) {
    change(state, instrument, (held) => {
      delete held.acceding[seat];
      held.invited = held.invited.filter((one) => one !== seat);
      held.parties = [...held.parties, seat].sort();
      if (held.binding !== null) held.signatures[seat] = held.binding;
    });
  },
  clauseConditionChanged(state, { instrument, clause, holds }) {
    change(state, instrument, (held) => {
      if (holds) held.active[clause] = state.turn;
      else delete held.active[clause];
    });
  },
  groundGiven(state, { instrument, ground }) {
    change(state, instrument, (held) => {
      held.grounds = [...held.grounds.filter(({ until }) => until >= state.turn), ground];
    });
  },
  instrumentSuspended(state, { instrument, seat }) {
    change(state, instrument, (held) => {
      Object.assign(held, { status: 'suspended', suspendedBy: seat });
    });
  },
  withdrawalNotified(state, { instrument, seat, effective }) {
    change(state, instrument, (held) => {
      held.withdrawals[seat] = effective;
    });
  },
  partyLeft(state, { instrument, seat }) {
    change(state, instrument, (held) => leave(held, seat));
  },
  instrumentEnded(state, { instrument }) {
    change(state, instrument, (held) => {
      Object.assign(held, { status: 'ended', endedTurn: state.turn, entersTurn: null });
    });
  },
  instrumentLapsed(state, { instrument }) {
    change(state, instrument, (held) => {
      if (held.binding === null) held.status = 'lapsed';
      else dropAmendments(held, held.binding);
    });
  },
  findingUncovered(state, { finding }) {
    state.findings = state.findings.map((one) => (one.id === finding.id ? { ...one, visible: true } : one));
  },
};

function change(state: State, id: InstrumentId, how: (held: Instrument) => void): void {
  const held = state.instruments[id];
  if (held) how(held);
}

function leave(held: Instrument, seat: SeatId): void {
  held.parties = held.parties.filter((party) => party !== seat);
  for (const bySeat of [held.signatures, held.ratifications, held.withdrawals]) delete bySeat[seat];
}

/** What was not agreed in time goes; the parties stay bound by what they signed. */
function dropAmendments(held: Instrument, binding: number): void {
  held.versions = held.versions.filter(({ version }) => version <= binding);
  held.signatures = Object.fromEntries(held.parties.map((party) => [party, binding]));
  Object.assign(held, { ratifications: {}, entersTurn: null });
}
