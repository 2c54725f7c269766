// H. Intelligence: what counts as evidence, who may have it, what comes out.
import type { State } from '../../shared/model/state.ts';
import { accuracy, credibilityFor, evidenceOf, markingFor, received } from '../../shared/rules/intelligence/grading.ts';
import { illegality } from '../../shared/rules/intelligence/legality.ts';
import { copyFor } from '../../shared/rules/intelligence/delivery.ts';
import { fuse } from '../../shared/rules/intelligence/fusion.ts';
import { leakChance } from '../../shared/rules/steps/leaks.ts';
import { seatSight, seatView } from '../../shared/view/view-for.ts';
import { ACTIONS } from '../../shared/rules/actions/catalogue.ts';
import { act, build, differences, instrument, ownReport, step } from '../rules/build.ts';
import type { Subject } from './ruling.ts';
import { equal } from './ruling.ts';

const holding = (bend: (state: State) => void) => build(bend);
const why = (state: State, from: string, report: string, to: string) => illegality(seatSight(state, from), seatView(state, from).reports[report]!, to);

export const intelligence: Subject = {
  letter: 'H', name: 'Intelligence',
  rulings: [
    { id: 'H.1', title: 'What a report of A1 and one of E5 are worth', ruling: 'Ten to one, and nothing. A grade is two judgements, and both count.',
      check: () => equal([evidenceOf(1, 'A'), evidenceOf(5, 'E'), evidenceOf(2, 'B'), evidenceOf(6, 'F')], [100, 0, 60, 10]) },
    { id: 'H.2', title: 'A good source against a threat that hides well', ruling: 'The chance to find the truth stays between 35 and 92 percent: nobody is ever sure, nobody quite blind.',
      check: () => equal([accuracy(build().seats.BEL!, 'A', 10), accuracy({ capability: { ...build().seats.BEL!.capability, ISR: 0 }, civilMilitary: 0, ai: 0 }, 'E', 30), accuracy({ capability: { ...build().seats.BEL!.capability, ISR: 100 }, civilMilitary: 3, ai: 3 }, 'A', 0)], [65, 35, 92]) },
    { id: 'H.3', title: 'How sure a service is of its own report', ruling: 'By its accuracy: 2 from 75 percent, 3 from 55, else 4. It never confirms itself: 1 arises by corroboration alone.',
      check: () => equal([75, 74, 55, 54].map(credibilityFor), [2, 3, 3, 4]) },
    { id: 'H.4', title: 'The marking of a fresh report', ruling: 'The better the source, the more it must be protected: A is SECRET, B and C are CONFIDENTIAL.',
      check: () => equal((['A', 'B', 'C', 'D'] as const).map(markingFor), ['S', 'C', 'C', 'R']) },
    { id: 'H.5', title: 'A report of letter A from somebody one hardly trusts', ruling: 'The letter is capped by the receiver’s trust: A from 75, B from 55, C from 35, D from 15.',
      check: () => equal([80, 60, 40, 20, 10].map((trust) => received('A', trust)), ['A', 'B', 'C', 'D', 'E']) },
    { id: 'H.6', title: 'A rumour that goes round in a circle', ruling: 'One event counts once for each holder, whoever tells it again.',
      check: () => {
        const state = holding((bent) => { bent.reports.ARD!.a = ownReport('A1', 'ARD', { event: 'A1@1' }); bent.reports.BEL!.b = ownReport('A1', 'ARD', { event: 'A1@1', from: 'ARD' }); });
        equal(copyFor(state, state.reports.BEL!.b!, 'BEL', 'ARD', 'x'), null);
      } },
    { id: 'H.7', title: 'The same rumour with its source taken out', ruling: 'It counts again: a sanitised copy hides that it is the same event. That is its price, and a lesson.',
      check: () => {
        const state = holding((bent) => { bent.reports.ARD!.a = ownReport('A1', 'ARD', { event: 'A1@1' }); });
        equal(copyFor(state, ownReport('x', 'BEL', { event: 'opaque', sanitised: true, from: 'BEL' }), 'BEL', 'ARD', 'x') !== null, true);
      } },
    { id: 'H.8', title: 'Two seats hold the same claim from two sources', ruling: 'A receiver who held it already from another source makes the digit one better; reports that arrive in the same turn do not corroborate each other.',
      check: () => {
        const alone = holding(() => {});
        const held = holding((bent) => { bent.turnStart.held.COR = [{ event: 'C1@1', threat: 'cables', claim: 'sab' }]; });
        const digit = (state: State) => copyFor(state, ownReport('A1', 'ARD', { event: 'A1@2' }), 'ARD', 'COR', 'x')!.credibility;
        equal([digit(alone), digit(held)], [3, 2]);
      } },
    { id: 'H.9', title: 'A second report of one’s own source', ruling: 'It adds evidence but corroborates nothing: the same eyes looked twice.',
      check: () => {
        const state = holding((bent) => { bent.turnStart.held.COR = [{ event: 'A1@1', threat: 'cables', claim: 'sab' }]; });
        equal(copyFor(state, ownReport('A1', 'ARD', { event: 'A1@2' }), 'ARD', 'COR', 'x')!.credibility, 3);
      } },
    { id: 'H.10', title: 'A CONFIDENTIAL report to somebody one trusts 45', ruling: 'Against the rules: RESTRICTED from 30, CONFIDENTIAL from 50. It can be done, and it may be found out.',
      check: () => {
        const state = holding((bent) => { bent.reports.BEL!.b = ownReport('B1', 'BEL', { id: 'b' }); });
        equal([why(state, 'BEL', 'b', 'COR'), why(state, 'BEL', 'b', 'ARD')], ['classification', null]);
      } },
    { id: 'H.11', title: 'Trust of which of the two?', ruling: 'The sender’s: it answers for what it lets go.',
      check: () => {
        const state = holding((bent) => { bent.reports.COR!.c = ownReport('C1', 'COR', { id: 'c' }); bent.trust.COR!.ARD = 50; bent.trust.ARD!.COR = 10; });
        equal(why(state, 'COR', 'c', 'ARD'), null);
      } },
    { id: 'H.12', title: 'SECRET under a clause on the security of information', ruling: 'Lawful once a secure link carries it; without one the clause lifts no higher than CONFIDENTIAL.',
      check: () => {
        const state = (linked: boolean) => holding((bent) => {
          bent.reports.ARD!.s = ownReport('A1', 'ARD', { id: 's', marking: 'S' });
          bent.instruments.i = instrument('i', [{ kind: 'INFOSEC', params: { minimum: 40, ceiling: 'S' } }], { parties: ['ARD', 'COR'] });
          if (linked) bent.pairs['ARD-COR']!.channels.push('securelink');
        });
        equal([why(state(false), 'ARD', 's', 'COR'), why(state(true), 'ARD', 's', 'COR')], ['classification', null]);
      } },
    { id: 'H.13', title: 'Somebody else’s report, not releasable to the receiver', ruling: 'Passing it on is against the rules, whatever its marking; handing it back to its originator never is.',
      check: () => {
        const state = holding((bent) => { bent.reports.BEL!.b = ownReport('A1', 'ARD', { id: 'b', from: 'ARD', marking: 'U' }); });
        equal([why(state, 'BEL', 'b', 'COR'), why(state, 'BEL', 'b', 'ARD')], ['notReleasable', null]);
      } },
    { id: 'H.14', title: 'Four receivers of whom one may not have it', ruling: 'The share is made; the breach is for control alone until it is found out.',
      check: () => {
        const state = holding((bent) => { bent.reports.ARD!.a = ownReport('A1', 'ARD', { id: 'a', event: 'A1@1' }); bent.trust.ARD!.DRA = 20; });
        const { events } = act(state, 'ARD', 'SHARE', { report: 'a', to: ['BEL', 'DRA'] });
        equal(events.filter(({ type }) => type === 'illicitShareMade').map(({ audience, data }) => [audience, (data as { to: string[] }).to]), [['control', ['DRA']]]);
      } },
    { id: 'H.15', title: 'A room with two sources of two originators', ruling: 'Every claim backed so is promoted by one digit for all in the room, and each member adds only what is new to it.',
      check: () => {
        const state = holding((bent) => { bent.reports.ARD!.a = ownReport('A1', 'ARD', { event: 'A1@1', reliability: 'B' }); bent.reports.BEL!.b = ownReport('B1', 'BEL', { event: 'B1@1', reliability: 'B' }); });
        equal(differences(step(state, (desk) => fuse(desk, ['ARD', 'BEL'], 'cables')).changes), { 'belief/ARD/cables/sab': 26 + 60, 'belief/BEL/cables/sab': 26 + 60 });
      } },
    { id: 'H.16', title: 'A ministry with many secrets and weak walls', ruling: 'Each marking weighs 1, 2, 4 or 8, times what security lacks; three in ten a turn is the most.',
      check: () => equal([leakChance([ownReport('a', 'ARD', { marking: 'C' })], 60, 3000), leakChance(Array.from({ length: 40 }, () => ownReport('a', 'ARD', { marking: 'TS' })), 10, 3000), leakChance([], 0, 3000)], [20, 3000, 0]) },
    { id: 'H.17', title: 'An attribution made in confidence that is wrong', ruling: 'Only those it was told lose trust; nothing of it stands in a number that everybody reads.',
      check: () => {
        const state = build();
        const { changes } = step(state, (desk) => ACTIONS.ATTRIBUTE!.resolve!(desk, { action: 'ATTRIBUTE', host: 'ARD', parties: ['ARD'], params: { threat: 'cables', claim: 'acc', accused: null, public: false, to: ['BEL'] }, orders: { ARD: 'o' }, declined: [] }));
        equal([differences(changes)['trust/BEL/ARD'], differences(changes)['trust/COR/ARD'], changes.find(({ path }) => path === 'seat/ARD/publicOpinion')!.factors[0]!.sees], [-5, undefined, ['ARD', 'BEL']]);
      } },
    { id: 'H.18', title: 'The right cause with the wrong country', ruling: 'Wrong: an accusation is judged as a whole.',
      check: () => {
        const { events } = step(build(), (desk) => ACTIONS.ATTRIBUTE!.resolve!(desk, { action: 'ATTRIBUTE', host: 'ARD', parties: ['ARD'], params: { threat: 'cables', claim: 'sab', accused: 'COR', public: true, to: [] }, orders: { ARD: 'o' }, declined: [] }));
        equal((events.find(({ type }) => type === 'attributionJudged')!.data as { right: boolean }).right, false);
      } },
    { id: 'H.19', title: 'A cause that many name rightly in one turn, or again later', ruling: 'The crisis eases by 5 once, the first time it is said in public.',
      check: () => {
        const naming = (host: string) => ({ action: 'ATTRIBUTE', host, parties: [host], params: { threat: 'cables', claim: 'sab', accused: null, public: true, to: [] }, orders: { [host]: 'o' }, declined: [] });
        const state = build();
        const { changes } = step(state, (desk) => { for (const host of ['ARD', 'BEL']) ACTIONS.ATTRIBUTE!.resolve!(desk, naming(host)); });
        equal(differences(changes)['crisis/C1/severity'], -5);
        state.attributions.push({ seat: 'BEL', threat: 'cables', claim: 'sab', accused: null, turn: 1, right: true, public: true });
        equal(differences(step(state, (desk) => ACTIONS.ATTRIBUTE!.resolve!(desk, naming('ARD'))).changes)['crisis/C1/severity'], undefined);
      } },
  ],
};
