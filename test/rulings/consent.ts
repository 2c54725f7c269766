// C. Consent: invitations, partial acceptance, forgetfulness.
import { build } from '../rules/build.ts';
import { seatView } from '../../shared/view/view-for.ts';
import { Table } from '../rules/table.ts';
import type { Subject } from './ruling.ts';
import { equal } from './ruling.ts';

const rich = () => new Table(build((state) => { for (const seat of state.seatIds) state.seats[seat]!.budget = 60; }));
const lock = (table: Table) => {
  while (table.state.phase !== 'resolution') table.ask('control', { type: 'advancePhase' });
};
const only = (table: Table) => Object.keys(table.state.invitations)[0]!;
const exercise = (table: Table, partners: string[]) => table.ask('ARD', { type: 'invite', action: 'EXERCISE', params: { partners, domain: 'SEA', region: 'ard', observers: [] } });

export const consent: Subject = {
  letter: 'C', name: 'Consent',
  rulings: [
    { id: 'C.1', title: 'A visit that nobody answered', ruling: 'No answer is a refusal, at the same price: silence is an answer in diplomacy.',
      check: () => {
        const table = rich();
        table.ask('ARD', { type: 'invite', action: 'VISIT', params: { partner: 'BEL' } });
        lock(table);
        equal([table.of('visitRefused'), table.factors('seat/ARD/politicalCapital').visitRefused], [[{ from: 'ARD', to: 'BEL' }], -1000]);
      } },
    { id: 'C.2', title: 'Three are invited to an exercise and one comes', ruling: 'It is held with those who accepted, at the price of two.',
      check: () => {
        const table = rich();
        exercise(table, ['BEL', 'COR', 'DRA']);
        table.accept('BEL');
        lock(table);
        equal([table.of('exerciseHeld')[0]!.parties, table.factors('seat/BEL/budget').order], [['ARD', 'BEL'], -5000]);
      } },
    { id: 'C.3', title: 'A guest that accepted and forgot its sheet', ruling: 'What was agreed to is on the sheet by itself, before everything else: nothing joint fails by forgetfulness.',
      check: () => {
        const table = rich();
        exercise(table, ['BEL']);
        table.accept('BEL');
        lock(table);
        equal(table.of('exerciseHeld').length, 1);
      } },
    { id: 'C.4', title: 'A guest that changes its mind before the lock', ruling: 'Its point comes back and the others see it; a joint act that needs it falls away.',
      check: () => {
        const table = rich();
        exercise(table, ['BEL']);
        table.accept('BEL');
        const spent = table.state.seats.BEL!.pointsSpent;
        table.ask('BEL', { type: 'answerInvitation', invitation: only(table), accept: false });
        equal([spent, table.state.seats.BEL!.pointsSpent, table.state.invitations[only(table)]!.status], [1, 0, 'refused']);
      } },
    { id: 'C.5', title: 'Who pays the point of a joint act', ruling: 'Whoever invites; a guest too for an exercise, a standard or a joint purchase, and for nothing else.',
      check: () => {
        const table = rich();
        table.ask('ARD', { type: 'invite', action: 'VISIT', params: { partner: 'BEL' } });
        table.accept('BEL');
        exercise(table, ['COR']);
        table.accept('COR');
        equal(['ARD', 'BEL', 'COR'].map((seat) => table.state.seats[seat]!.pointsSpent), [2, 0, 1]);
      } },
    { id: 'C.6', title: 'An invitation, and somebody who was not invited', ruling: 'Only those it names know of it. A third party asked about it is told that there is none.',
      check: () => {
        const table = rich();
        table.ask('ARD', { type: 'invite', action: 'VISIT', params: { partner: 'BEL' } });
        equal([Object.keys(seatView(table.state, 'COR').invitations), table.tries('COR', { type: 'answerInvitation', invitation: only(table), accept: true })?.code], [[], 'invitationUnknown']);
      } },
    { id: 'C.7', title: 'The inviter answers its own invitation', ruling: 'Refused: one does not consent on behalf of others.',
      check: () => {
        const table = rich();
        table.ask('ARD', { type: 'invite', action: 'VISIT', params: { partner: 'BEL' } });
        equal(table.tries('ARD', { type: 'answerInvitation', invitation: only(table), accept: true })?.code, 'notYourInvitation');
      } },
    { id: 'C.8', title: 'An invitation withdrawn after it was accepted', ruling: 'Free until the lock: points of both come back, and no price of a refusal is paid.',
      check: () => {
        const table = rich();
        exercise(table, ['BEL']);
        table.accept('BEL');
        table.ask('ARD', { type: 'withdrawInvitation', invitation: only(table) });
        lock(table);
        equal([table.of('exerciseHeld'), ['ARD', 'BEL'].map((seat) => table.state.seats[seat]!.pointsSpent)], [[], [0, 0]]);
      } },
    { id: 'C.9', title: 'The same invitation twice', ruling: 'Refused while the first is open: it would take a second point for one act.',
      check: () => {
        const table = rich();
        table.ask('ARD', { type: 'invite', action: 'VISIT', params: { partner: 'BEL' } });
        equal(table.tries('ARD', { type: 'invite', action: 'VISIT', params: { partner: 'BEL' } })?.code, 'alreadyOpen');
      } },
    { id: 'C.10', title: 'A guest that cannot pay at the lock', ruling: 'It falls out; the exercise is repriced for those who are left, and falls away if it was only the two.',
      check: () => {
        const table = rich();
        exercise(table, ['BEL']);
        table.accept('BEL');
        Object.assign(table.state.seats.BEL!, { budget: 0, income: 0 });
        lock(table);
        equal([table.of('exerciseHeld').map(({ parties }) => parties), table.of('orderCancelled').map(({ seat, reason }) => [seat, reason])], [[['ARD']], [['BEL', 'tooLittleMoney']]]);
      } },
    { id: 'C.11', title: 'Two neighbours watch an exercise they were told of', ruling: 'Whoever was invited as an observer, or told a turn ahead, does not mind; the others lose trust in all who took part.',
      check: () => {
        const told = (observers: string[]) => {
          const table = new Table(build((state) => {
            for (const seat of state.seatIds) state.seats[seat]!.budget = 60;
            state.scenario.adjacency.ard = ['cor', 'dra'];
          }));
          table.ask('ARD', { type: 'invite', action: 'EXERCISE', params: { partners: ['BEL'], domain: 'SEA', region: 'ard', observers } });
          table.accept('BEL');
          lock(table);
          return ['trust/COR/ARD', 'trust/DRA/BEL'].map((path) => table.factors(path).unnotifiedExercise ?? 0);
        };
        equal([told([]), told(['COR', 'DRA'])], [[-3000, -3000], [0, 0]]);
      } },
  ],
};
