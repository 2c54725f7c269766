// What bots do about missed duties and given words: disputes filed and answered, remedies proposed, pledges made.
import { isSide, mayAnswer, mayPropose } from '../rules/instruments/disputes.ts';
import type { Sight } from '../view/view.ts';
import type { Agenda } from './agenda.ts';
import { PHRASES } from './phrases.ts';

/** Political capital that going to law, or staking one's word, must leave. */
const STANDING = 18;
/** Credits that settling a quarrel is worth. */
const WORTH = 3;

/** Goes to law over one visible miss of last turn, before anything is suspended. */
export function file(see: Sight, agenda: Agenda): void {
  const self = see.own.seat.id;
  const { turn } = see.public.exercise;
  if (see.own.ministry.politicalCapital < STANDING) return;
  const missed = Object.values(see.own.findings)
    .filter(({ seat, turn: when, result, visible, injured }) => seat !== self && when === turn - 1 && result === 'missed' && visible && injured.includes(self))
    .sort((a, b) => (a.id < b.id ? -1 : 1));
  const disputed = (instrument: string, clause: number, seat: string) => Object.values(see.own.disputes).some((one) => one.instrument === instrument && one.clause === clause && one.respondent === seat);
  const first = missed.find(({ instrument, clause, seat }) => see.own.instruments[instrument] !== undefined && !disputed(instrument, clause, seat));
  if (first) agenda.act({ action: 'DISPUTE', params: { instrument: first.instrument, partner: first.seat, clause: first.clause + 1, turn: first.turn } });
}

/** Answers what is proposed in disputes, and proposes to make good where it is one's turn. */
export function settle(see: Sight, agenda: Agenda): void {
  const self = see.own.seat.id;
  const { turn } = see.public.exercise;
  for (const dispute of Object.values(see.own.disputes).sort((a, b) => (a.id < b.id ? -1 : 1))) {
    if (dispute.status !== 'open') continue;
    const say = (params: Record<string, unknown>) => agenda.act({ action: 'REMEDY', params: { dispute: dispute.id, ...params } });
    if (mayAnswer(dispute, self, turn)) {
      const { kind, amount } = dispute.proposal!.remedy;
      say({ move: kind === 'cure' || (kind === 'pay' && (self === dispute.filer || amount <= WORTH)) ? 'accept' : 'refuse' });
    } else if (dispute.proposal === null && mayPropose(dispute, self, turn) && (self === dispute.respondent || !isSide(dispute, self))) {
      say({ move: 'propose', remedy: 'cure' });
    }
  }
}

/** A word to everybody that costs nothing. */
export function assure(see: Sight, agenda: Agenda): void {
  const { turn, turns } = see.public.exercise;
  if (Object.values(see.public.pledges).some(({ by }) => by === see.own.seat.id)) return;
  agenda.act({ action: 'PLEDGE', params: { to: [], text: PHRASES.pledge[turn % PHRASES.pledge.length]!, clause: null, turn: turns } });
}

/** A promise to everybody that can be tested, once: no operations against networks until the turn after next. */
export function stake(see: Sight, agenda: Agenda): void {
  const { turn, turns } = see.public.exercise;
  if (see.own.ministry.politicalCapital < STANDING || Object.values(see.public.pledges).some(({ by }) => by === see.own.seat.id)) return;
  agenda.act({ action: 'PLEDGE', params: { to: [], text: PHRASES.pledge[0], clause: { kind: 'NORM', params: { act: 'cyberOperation', secret: false } }, turn: Math.min(turns, turn + 2) } });
}
