// G. Organisations: how they decide, what their decisions do, who pays, and whose soil it is.
import type { Command } from '../../shared/model/commands.ts';
import type { State } from '../../shared/model/state.ts';
import { seatSight, viewFor } from '../../shared/view/view-for.ts';
import { build } from '../rules/build.ts';
import { Table } from '../rules/table.ts';
import type { Subject } from './ruling.ts';
import { equal } from './ruling.ts';

const THREE = ['ARD', 'BEL', 'COR'];
/** A compact that decides by silence, a council that votes, a pact with a lead nation, and a ring with one chair. */
export const ORGANISATIONS = {
  compact: { name: 'Compact', members: THREE, rule: 'consensus', standard: 1, fund: 3 },
  council: { name: 'Council', members: THREE, observers: ['DRA'], rule: 'qualifiedMajority', weights: { ARD: 2 } },
  pact: { name: 'Pact', members: THREE, rule: 'leadNation', lead: 'ARD' },
  ring: { name: 'Ring', members: ['ARD', 'BEL'], rule: 'consensus', chairs: ['ARD'] },
};

type Bend = (state: State) => void;
const at = (bend: Bend = () => {}) => new Table(build((state) => {
  for (const seat of state.seatIds) state.seats[seat]!.budget = 60;
  bend(state);
}, ORGANISATIONS));
/** The crisis lies in the region of COR. */
const abroad = (bend: Bend = () => {}) => at((state) => {
  state.scenario.crises.C1!.region = 'cor';
  bend(state);
});
const move = (organisation: string, kind: string, params: Record<string, unknown> = {}): Command => ({ type: 'act', action: 'MOTION', params: { organisation, kind, ...params } });
const mandate = (organisation: string) => move(organisation, 'mandate', { crisis: 'C1' });
const vote = (table: Table, said: 'yes' | 'no' | 'break'): Command => ({ type: 'act', action: 'VOTE', params: { motion: Object.keys(table.state.motions)[0]!, vote: said } });
const until = (table: Table, phase: State['phase']) => {
  do table.ask('control', { type: 'advancePhase' });
  while (table.state.phase !== phase);
};
const status = (table: Table) => Object.values(table.state.motions).map((motion) => motion.status);
const member = (organisation: string, request: string): Command => ({ type: 'act', action: 'MEMBERSHIP', params: { organisation, request } });
const grant = (partner: string, more: Record<string, unknown> = {}): Command => ({ type: 'act', action: 'HOST', params: { act: 'grant', partner, crisis: 'C1', ...more } });
const ships = (count: number): [string, Record<string, unknown>] => ['DEPLOY', { crisis: 'C1', packages: [{ domain: 'SEA', count }] }];
/** What came of a mandate that ARD moves in the council, with these votes. */
const counted = (votes: Record<string, 'yes' | 'no'>, majority?: number) => {
  const table = at((state) => { if (majority !== undefined) state.scenario.organisations.council!.majority = majority; });
  table.ask('ARD', mandate('council'));
  for (const [seat, said] of Object.entries(votes)) table.ask(seat, vote(table, said));
  until(table, 'resolution');
  return status(table)[0];
};
const sent = (table: Table) => THREE.filter((seat) => table.state.crises.C1!.deployments[seat] !== undefined);
const budgets = (table: Table, name: string) => THREE.map((seat) => (table.factors(`seat/${seat}/budget`)[name] ?? 0) / 1000);

export const organisations: Subject = {
  letter: 'G', name: 'Organisations',
  rulings: [
    { id: 'G.1', title: 'A motion in Negotiation to which nobody says anything', ruling: 'Silence is consent: it ends at the lock, and the decision serves this very resolution.',
      check: () => {
        const table = at();
        table.ask('ARD', mandate('compact'));
        const before = status(table);
        until(table, 'resolution');
        equal([before, status(table), table.state.organisations.compact!.mandates], [['open'], ['adopted'], [{ crisis: 'C1', since: 2 }]]);
      } },
    { id: 'G.2', title: 'A motion moved while orders are written', ruling: 'It is decided at the lock of the next turn: nobody is surprised by silence it had no time to break.',
      check: () => {
        const table = at((state) => { state.phase = 'orders'; });
        table.ask('ARD', mandate('compact'));
        until(table, 'resolution');
        const first = status(table);
        until(table, 'resolution');
        equal([first, status(table)], [['open'], ['adopted']]);
      } },
    { id: 'G.3', title: 'One member breaks the silence', ruling: 'The motion has failed at once. The breaker pays 1 of political capital and its author trusts it 1 less: a veto is cheap, not free.',
      check: () => {
        const table = at();
        table.ask('ARD', mandate('compact'));
        table.ask('BEL', vote(table, 'break'));
        equal([status(table), table.factors('seat/BEL/politicalCapital').silenceBroken, table.factors('trust/ARD/BEL').silenceBroken], [['failed'], -1000, -1000]);
      } },
    { id: 'G.4', title: 'A motion to expel, in an organisation of two', ruling: 'The subject does not vote, and where nobody else but the author could have spoken, silence says nothing: it fails.',
      check: () => {
        const table = at();
        table.ask('ARD', move('ring', 'expulsion', { seat: 'BEL' }));
        until(table, 'resolution');
        equal([status(table), table.state.organisations.ring!.members], [['failed'], ['ARD', 'BEL']]);
      } },
    { id: 'G.5', title: 'Three of four votes, exactly the majority, and one percent more', ruling: 'A motion passes when the yes votes reach the majority of all votes there are. Reaching is enough, and whoever is silent has not voted.',
      check: () => equal([counted({}), counted({ BEL: 'yes' }), counted({ BEL: 'yes' }, 75), counted({ BEL: 'yes' }, 76), counted({ BEL: 'no', COR: 'yes' })], ['failed', 'adopted', 'adopted', 'failed', 'adopted']) },
    { id: 'G.6', title: 'A vote that is changed, and a vote that is looked at', ruling: 'Votes may change until the lock, and nobody sees another’s before: one cannot wait for the others and then join the winners.',
      check: () => {
        const table = at();
        table.ask('ARD', mandate('council'));
        table.ask('BEL', vote(table, 'yes'));
        table.ask('BEL', vote(table, 'no'));
        const seen = Object.values(seatSight(table.state, 'COR').own.motions)[0]!.votes;
        until(table, 'resolution');
        equal([seen, table.of('votesShown').map(({ votes }) => votes), status(table)], [{}, [{ ARD: 'yes', BEL: 'no' }], ['failed']]);
      } },
    { id: 'G.7', title: 'The lead nation is silent', ruling: 'Where one nation leads, its answer decides whatever the others say; without an answer the motion fails. To move something oneself is to answer yes.',
      check: () => {
        const moved = (by: string) => {
          const table = at();
          table.ask(by, mandate('pact'));
          for (const seat of ['BEL', 'COR']) table.ask(seat, vote(table, by === 'ARD' ? 'no' : 'yes'));
          until(table, 'resolution');
          return status(table)[0];
        };
        equal([moved('ARD'), moved('BEL')], ['adopted', 'failed']);
      } },
    { id: 'G.8', title: 'A levy among members of whom some did not follow the lead nation', ruling: 'Only whoever opted in owes it, by a yes or by packages on a mission. Elsewhere every member owes what was decided.',
      check: () => {
        const payers = (organisation: string) => {
          const table = at();
          table.ask('ARD', move(organisation, 'levy', { amount: 3 }));
          until(table, 'resolution');
          return table.of('levyRaised').map((levy) => [levy.payers, levy.dueTurn]);
        };
        equal([payers('pact'), payers('compact')], [[[['ARD'], 3]], [[THREE, 3]]]);
      } },
    { id: 'G.9', title: 'A levy that a member cannot pay in full', ruling: 'It pays what it has. The fund gets what was paid and not a credit more.',
      check: () => {
        const table = at((state) => {
          state.organisations.compact!.levies = [{ amount: 15, dueTurn: 2, payers: THREE }];
          Object.assign(state.seats.COR!, { budget: 0, income: 10 });
        });
        until(table, 'resolution');
        equal([budgets(table, 'levy'), table.state.organisations.compact!.fund], [[-15, -15, -10], 3 + 40]);
      } },
    { id: 'G.10', title: 'A fund of 3 and four packages on a mission', ruling: 'A mandate pays back one credit a package, in the order of codes, while the fund lasts. A fund never goes below nothing, and outsiders of the organisation get nothing.',
      check: () => {
        const table = at((state) => {
          state.organisations.compact!.mandates = [{ crisis: 'C1', since: 1 }];
          for (const seat of ['ARD', 'BEL', 'DRA']) state.crises.C1!.deployments[seat] = [{ domain: 'SEA', count: 2 }];
        });
        until(table, 'resolution');
        equal([budgets(table, 'reimbursement'), table.factors('seat/DRA/budget').reimbursement, table.state.organisations.compact!.fund], [[2, 1, 0], undefined, 0]);
      } },
    { id: 'G.11', title: 'Ships ordered into somebody’s waters while the mandate is still open', ruling: 'They may be ordered in the hope of it. If it passes they go, without money from the fund this turn; if it fails they stay at home and what they cost comes back.',
      check: () => {
        const hoped = (organisation: string) => {
          const table = abroad();
          table.ask('ARD', mandate(organisation));
          until(table, 'orders');
          table.order('BEL', ships(1));
          until(table, 'resolution');
          const money = table.factors('seat/BEL/budget');
          return [sent(table), (money.order ?? 0) + (money.refund ?? 0), money.reimbursement];
        };
        equal([hoped('compact'), hoped('council')], [[['BEL'], -4000, undefined], [[], 0, undefined]]);
      } },
    { id: 'G.12', title: 'A crisis at sea, at home, and in another country', ruling: 'Where nobody owns the region, and on one’s own soil, no consent is needed. Abroad the owner of the region decides, for so many packages and no more.',
      check: () => {
        const refused = (table: Table, seat: string, count: number) => table.tries(seat, { type: 'saveOrders', orders: [{ id: 'o', action: ships(1)[0], params: { crisis: 'C1', packages: [{ domain: 'SEA', count }] }, intent: '', invitation: null }] })?.code ?? null;
        const admitted = abroad();
        admitted.ask('COR', grant('ARD', { cap: 1 }));
        equal([refused(at(), 'ARD', 1), refused(abroad(), 'COR', 1), refused(abroad(), 'ARD', 1), refused(admitted, 'ARD', 1), refused(admitted, 'ARD', 2)], [null, null, 'noHostConsent', null, 'hostCapPassed']);
      } },
    { id: 'G.13', title: 'A host takes its word back', ruling: 'Packages leave with the next crisis step, not before: nobody is thrown out in the middle of what it does.',
      check: () => {
        const table = abroad();
        table.ask('COR', grant('ARD'));
        until(table, 'orders');
        table.order('ARD', ships(1));
        until(table, 'negotiation');
        table.ask('COR', { type: 'act', action: 'HOST', params: { act: 'revoke', partner: 'ARD', crisis: 'C1' } });
        const before = sent(table);
        until(table, 'resolution');
        equal([before, sent(table)], [['ARD'], []]);
      } },
    { id: 'G.14', title: 'A typhoon whose scenario insists on the host', ruling: 'Then no mandate replaces it: relief is asked for, whoever decides to send it.',
      check: () => {
        const refused = (insists: boolean) => abroad((state) => {
          state.phase = 'orders';
          state.scenario.crises.C1!.hostRequired = insists;
          state.organisations.compact!.mandates = [{ crisis: 'C1', since: 1 }];
        }).tries('ARD', { type: 'saveOrders', orders: [{ id: 'o', action: ships(1)[0], params: ships(1)[1], intent: '', invitation: null }] })?.code;
        equal([refused(true), refused(false)], ['noHostConsent', undefined]);
      } },
    { id: 'G.15', title: 'A sanction and an expulsion', ruling: 'A sanction takes 2 of public opinion, and no trust: it is a verdict, not a feeling. An expelled ministry is no member any more, and everybody may read that it was expelled.',
      check: () => {
        const table = at();
        table.ask('ARD', move('compact', 'sanction', { seat: 'DRA' }));
        table.ask('BEL', move('council', 'expulsion', { seat: 'COR' }));
        table.ask('ARD', { type: 'act', action: 'VOTE', params: { motion: Object.values(table.state.motions).find(({ kind }) => kind === 'expulsion')!.id, vote: 'yes' } });
        until(table, 'resolution');
        equal([table.factors('seat/DRA/publicOpinion').sanction, table.factors('trust/ARD/DRA').sanction, table.state.organisations.council!.members, viewFor(table.state, { kind: 'observer' }).public.organisations.council!.expelled],
          [-2000, undefined, ['ARD', 'BEL'], ['COR']]);
      } },
    { id: 'G.16', title: 'A country that wants to join, and one that leaves', ruling: 'Joining is a motion of the applicant that the members decide in their own way. Leaving needs nobody’s consent; what was decided before stays owed.',
      check: () => {
        const table = at((state) => { state.organisations.compact!.levies = [{ amount: 3, dueTurn: 2, payers: ['COR'] }]; });
        table.ask('DRA', member('compact', 'join'));
        table.ask('COR', member('compact', 'leave'));
        const before = table.state.organisations.compact!.members;
        until(table, 'resolution');
        equal([before, table.state.organisations.compact!.members, budgets(table, 'levy')], [['ARD', 'BEL'], ['ARD', 'BEL', 'DRA'], [0, 0, -3]]);
      } },
    { id: 'G.17', title: 'A forum to which two come, and one to which one comes', ruling: 'It takes a host and two guests. With fewer nothing is held and the host loses half of what it would have cost; the guest who came pays nothing.',
      check: () => {
        const held = (...guests: string[]) => {
          const table = at();
          table.ask('ARD', { type: 'invite', action: 'FORUM', params: { partners: ['BEL', 'COR', 'DRA'], organisation: null } });
          for (const guest of guests) table.accept(guest);
          until(table, 'resolution');
          return [table.of('forumHeld').length, (table.factors('seat/ARD/budget').order ?? 0) + (table.factors('seat/ARD/budget').forumFailed ?? 0), table.factors('seat/BEL/budget').order ?? 0];
        };
        equal([held('BEL', 'DRA'), held('BEL'), held()], [[1, -4000, -1000], [0, -2000, 0], [0, -2000, 0]]);
      } },
    { id: 'G.18', title: 'A norm of an organisation, broken by a member and by an outsider', ruling: 'It binds members alone: 6 of capital, 3 of opinion and the trust of the other members. An outsider has promised nothing.',
      check: () => {
        const table = at((state) => {
          state.phase = 'orders';
          state.organisations.compact!.norms = ['showOfForce'];
        });
        for (const seat of ['BEL', 'DRA']) table.order(seat, ['SHOW_FORCE', { region: 'sound' }]);
        until(table, 'resolution');
        const broken = (seat: string) => ['politicalCapital', 'publicOpinion'].map((name) => table.factors(`seat/${seat}/${name}`).normBroken ?? 0);
        equal([broken('BEL'), broken('DRA'), table.factors('trust/ARD/BEL').normBroken, table.factors('trust/DRA/BEL').normBroken], [[-6000, -3000], [0, 0], -6000, undefined]);
      } },
    { id: 'G.19', title: 'A cause named in the name of all', ruling: 'It counts as said by every member except those who voted no. If it is wrong each of them pays, and they do not hold it against one another.',
      check: () => {
        const table = at();
        table.ask('ARD', move('council', 'attribution', { threat: 'cables', claim: 'acc' }));
        table.ask('BEL', vote(table, 'yes'));
        table.ask('COR', vote(table, 'no'));
        until(table, 'resolution');
        equal([THREE.map((seat) => table.factors(`seat/${seat}/politicalCapital`).wrongAttribution ?? 0), table.factors('trust/ARD/BEL').wrongAttribution ?? 0, table.factors('trust/DRA/BEL').wrongAttribution], [[-8000, -8000, 0], 0, -5000]);
      } },
    { id: 'G.20', title: 'What an outsider hears of a motion', ruling: 'Nothing, neither that there is one nor how it ends. What a decision does in the open, a mandate or an expulsion, it reads where it stands.',
      check: () => {
        const seen = (bend: (table: Table) => void) => {
          const table = at();
          bend(table);
          return JSON.stringify([viewFor(table.state, { kind: 'seat', seat: 'DRA' }), viewFor(table.state, { kind: 'observer' })]);
        };
        equal(seen((table) => table.ask('ARD', move('compact', 'levy', { amount: 5 }))), seen(() => {}));
      } },
    { id: 'G.21', title: 'A state is admitted at the very lock at which a levy is decided', ruling: 'Who comes in does so last: the levy is told to the members of before and laid upon them, and the newcomer owes nothing of it.',
      check: () => {
        const table = at();
        table.ask('DRA', member('compact', 'join'));
        table.ask('ARD', move('compact', 'levy', { amount: 5 }));
        until(table, 'resolution');
        const told = table.events.filter(({ type }) => type === 'levyRaised' || type === 'membershipChanged').map(({ type }) => type);
        equal([table.state.organisations.compact!.members.includes('DRA'), told, Object.keys(seatSight(table.state, 'DRA').own.levies), Object.keys(seatSight(table.state, 'BEL').own.levies).length], [true, ['levyRaised', 'membershipChanged'], [], 1]);
      } },
  ],
};
