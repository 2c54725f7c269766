// F. Instruments: what binding costs, when a text binds, what breaks it, and how a quarrel over it ends.
import type { Clause, Finding, State } from '../../shared/model/state.ts';
import type { InstrumentKind } from '../../shared/model/vocabulary.ts';
import { acceptabilityOf } from '../../shared/rules/instruments/acceptability.ts';
import { seatView } from '../../shared/view/view-for.ts';
import { build, instrument, ownReport } from '../rules/build.ts';
import { Table } from '../rules/table.ts';
import type { Subject } from './ruling.ts';
import { equal } from './ruling.ts';

type Bend = (state: State) => void;
const THREE = ['ARD', 'BEL', 'COR'];
const clause = (kind: string, params: Record<string, unknown>): Clause => ({ kind, params });
const HOTLINE = clause('HOTLINE', { within: 1 });
const TERM = clause('TERM', { duration: 2, renewal: 'end', notice: 1 });
const LASTING = clause('TERM', { duration: 9, renewal: 'auto', notice: 1 });
const SHARE = clause('INTEL_SHARE', { threats: [], minimum: 1, ceiling: 'C' });
const SECURITY = clause('INFOSEC', { minimum: 50, ceiling: 'S' });
const COST = clause('COST_SHARE', { key: 'equal', amount: 2 });
const ASSIST = clause('MUTUAL_ASSIST', { crisis: 'C1', rung: 3, minimum: 2, within: 1 });
const ACCESS = clause('ACCESS', { host: 'ARD', guest: 'BEL', regions: ['ard'], cap: 1, purpose: 'basing' });

/** Negotiation of turn 2 with money enough for everybody. */
const at = (bend: Bend = () => {}) => new Table(build((state) => {
  for (const seat of state.seatIds) state.seats[seat]!.budget = 60;
  bend(state);
}));
/** The same, with a text between ARD, BEL and COR in force since turn 1. */
const bound = (clauses: Clause[], bend: Bend = () => {}, more: Parameters<typeof instrument>[2] = {}) => at((state) => {
  state.instruments.m = instrument('m', clauses, more);
  bend(state);
});
const act = (table: Table, seat: string, action: string, params: Record<string, unknown>) => table.tries(seat, { type: 'act', action, params })?.code ?? null;
const until = (table: Table, phase: State['phase'], times = 1) => {
  for (let time = 0; time < times; time += 1) {
    do table.ask('control', { type: 'advancePhase' });
    while (table.state.phase !== phase);
  }
};
/** Puts a text on the table for ARD, BEL and COR; its id. */
const tabled = (table: Table, kind: InstrumentKind, clauses: Clause[], more: Record<string, unknown> = {}): string => {
  table.ask('ARD', { type: 'act', action: 'TABLE', params: { title: 'Text', kind, parties: ['BEL', 'COR'], classification: 'R', clauses, ...more } });
  return Object.keys(table.state.instruments).find((id) => id !== 'm')!;
};
const sign = (table: Table, id: string, seats: string[], version = 1) => { for (const seat of seats) table.ask(seat, { type: 'act', action: 'SIGN', params: { instrument: id, version } }); };
const ratify = (table: Table, id: string, seats: string[]) => { for (const seat of seats) table.ask(seat, { type: 'act', action: 'RATIFY', params: { instrument: id } }); };
const capital = (table: Table, seats = THREE) => seats.map((seat) => table.state.seats[seat]!.politicalCapital);
const found = (table: Table, seat: string) => table.state.findings.filter((finding) => finding.seat === seat && finding.turn === table.state.turn).map(({ kind, result }) => `${kind} ${result}`);
const missed = (more: Partial<Finding> = {}): Finding => ({ id: 'f', turn: 1, instrument: 'm', clause: 0, kind: 'INFOSEC', seat: 'COR', result: 'missed', visible: false, injured: ['ARD', 'BEL'], ...more });
const part = (clauses: Clause[], seat: string, name: string) => acceptabilityOf({ publicOpinion: 50, politicalCapital: 40, sovereignty: 6, grievances: [10] }, clauses, seat).parts.find((one) => one.name === name)?.value;
/** What ARD and BEL lose in COR, and COR at home, for a breach. */
const penalty = (table: Table) => ['trust/ARD/COR', 'trust/BEL/COR', 'seat/COR/politicalCapital'].map((path) => table.factors(path).breach);
/** ARD says that COR missed the first article in turn 1. */
const disputed = (method: string, findings: Finding[], remedy: Record<string, unknown> = { remedy: 'cure', amount: 2 }) => {
  const table = bound([SECURITY, clause('DISPUTE', { method, ...remedy })], (state) => {
    state.findings.push(...findings);
    state.seats.COR!.security = 60;
  });
  table.ask('ARD', { type: 'act', action: 'DISPUTE', params: { instrument: 'm', partner: 'COR', clause: 1, turn: 1 } });
  return { table, id: Object.keys(table.state.disputes)[0]! };
};
const LIMIT = clause('LIMIT', { domain: 'SEA', region: 'sound', cap: 1 });
const ships = (count: number): [string, Record<string, unknown>] => ['DEPLOY', { crisis: 'C1', packages: [{ domain: 'SEA', count }] }];

export const instruments: Subject = {
  letter: 'F', name: 'Instruments',
  rulings: [
    { id: 'F.1', title: 'Three ministries ratify the same treaty', ruling: 'Each pays its own price, by its own opinion, capital and grievances: 3, 7 and 4 for one text. Nobody pays for the others’ parliaments.',
      check: () => {
        const table = at();
        const id = tabled(table, 'treaty', [COST, TERM]);
        sign(table, id, THREE);
        const before = capital(table);
        ratify(table, id, THREE);
        equal(capital(table).map((after, index) => before[index]! - after), [3, 7, 4]);
      } },
    { id: 'F.2', title: 'A treaty that is unpopular at home', ruling: 'It can always be ratified by whoever can pay: what acceptability falls short of 40 is added to the price. Unpopularity is dear, not forbidden.',
      check: () => {
        const price = (politicalCapital: number) => {
          const table = at((state) => Object.assign(state.seats.ARD!, { publicOpinion: 0, politicalCapital }));
          const id = tabled(table, 'treaty', [COST, TERM]);
          sign(table, id, THREE);
          return table.tries('ARD', { type: 'act', action: 'RATIFY', params: { instrument: id } });
        };
        equal([price(26), price(33)], [{ code: 'tooLittleCapital', subject: null, params: { price: 34, capital: 26 } }, null]);
      } },
    { id: 'F.3', title: 'A base on one’s own soil and on somebody else’s', ruling: 'Only the host gives up sovereignty: the clause weighs 3 for it and nothing for the guest.',
      check: () => equal(['ARD', 'BEL'].map((seat) => part([ACCESS], seat, 'sovereignty')), [-4, 0]) },
    { id: 'F.4', title: 'Five credits a turn for certain, and five while there is a crisis', ruling: 'Money that surely comes is support for the text; nobody can tell a parliament that there will be a crisis.',
      check: () => {
        const aid = (condition: string) => part([clause('AID', { from: 'ARD', to: 'BEL', what: 'money', amount: 5, condition })], 'BEL', 'received');
        equal([aid('always'), aid('whileCrisis')], [5, undefined]);
      } },
    { id: 'F.5', title: 'A caveat in a treaty of assistance', ruling: 'It makes the text lighter for the one who has it, by 1, and for nobody else; and it owes as much less.',
      check: () => {
        const clauses = [ASSIST, clause('CAVEAT', { party: 'BEL', clause: 'MUTUAL_ASSIST', restriction: 'region/sound' })];
        const table = bound(clauses, (state) => { state.phase = 'orders'; });
        until(table, 'resolution');
        equal([['BEL', 'COR'].map((seat) => part(clauses, seat, 'sovereignty')), found(table, 'BEL'), found(table, 'COR')], [[-2, -4], [], ['MUTUAL_ASSIST missed']]);
      } },
    { id: 'F.6', title: 'A memorandum that two of three have signed when its time is over', ruling: 'It lapses, unless the text said that two are enough: then it binds the two. How many are enough is agreed before anybody signs.',
      check: () => {
        const outcome = (minParties: number) => {
          const table = at();
          const id = tabled(table, 'mou', [HOTLINE], { minParties });
          sign(table, id, ['ARD', 'BEL']);
          until(table, 'negotiation', 3);
          return [table.state.instruments[id]!.status, table.state.instruments[id]!.parties];
        };
        equal([outcome(0), outcome(2)], [['lapsed', THREE], ['inForce', ['ARD', 'BEL']]]);
      } },
    { id: 'F.7', title: 'The third party changes its mind after the text is in force', ruling: 'Whoever was named may still join, at its own price, and is bound from the next Briefing: a door that was offered stays open.',
      check: () => {
        const table = at();
        const id = tabled(table, 'mou', [HOTLINE], { minParties: 2 });
        sign(table, id, ['ARD', 'BEL']);
        until(table, 'negotiation', 3);
        sign(table, id, ['COR']);
        const before = table.state.instruments[id]!.parties;
        until(table, 'negotiation');
        equal([before, table.state.instruments[id]!.parties], [['ARD', 'BEL'], THREE]);
      } },
    { id: 'F.8', title: 'A text in force that is amended', ruling: 'The old version binds until the new one does, and ratifying the new one costs only what it adds to the price.',
      check: () => {
        const table = bound([COST, LASTING], () => {}, { kind: 'treaty' });
        table.ask('BEL', { type: 'act', action: 'AMEND', params: { instrument: 'm', version: 1, title: 'Text', kind: 'treaty', clauses: [COST, LASTING, ACCESS] } });
        sign(table, 'm', THREE, 2);
        ratify(table, 'm', THREE);
        const binding = table.state.instruments.m!.binding;
        until(table, 'negotiation');
        equal([binding, table.state.instruments.m!.binding, table.factors('seat/ARD/politicalCapital').ratification], [1, 2, -2000]);
      } },
    { id: 'F.9', title: 'An amendment that one party never signs', ruling: 'No consent, no change: after two turns the amendment is forgotten and the old text goes on.',
      check: () => {
        const table = bound([COST, LASTING], () => {}, { kind: 'agreement' });
        table.ask('BEL', { type: 'act', action: 'AMEND', params: { instrument: 'm', version: 1, title: 'Text', kind: 'agreement', clauses: [HOTLINE, LASTING] } });
        sign(table, 'm', ['ARD', 'BEL'], 2);
        until(table, 'negotiation', 3);
        const { status, binding, versions } = table.state.instruments.m!;
        equal([status, binding, versions.map(({ version }) => version)], ['inForce', 1, [1]]);
      } },
    { id: 'F.10', title: 'A draft that nobody touches', ruling: 'It is open for two turns after the one it was tabled in, and lapses at the next Briefing, so that tables do not fill with old paper.',
      check: () => {
        const table = at();
        const id = tabled(table, 'mou', [HOTLINE]);
        const course = [0, 1, 2].map(() => {
          until(table, 'negotiation');
          return table.state.instruments[id]!.status;
        });
        equal(course, ['tabled', 'tabled', 'lapsed']);
      } },
    { id: 'F.11', title: 'A new text against an older one', ruling: 'Refused, with the names of both clauses, if the older one binds two of the same parties. What one of them has promised to somebody else is its own affair, and its own risk.',
      check: () => {
        const refused = (partner: string) => bound([LIMIT], () => {}, { parties: ['ARD', partner] })
          .tries('ARD', { type: 'act', action: 'TABLE', params: { title: 'Text', kind: 'mou', parties: ['BEL'], classification: 'R', clauses: [ASSIST] } });
        equal([refused('BEL')?.code, refused('BEL')?.params.other, refused('DRA')], ['clausesContradict', 'LIMIT', null]);
      } },
    { id: 'F.12', title: 'An exercise owed every two turns, and held in the first of them', ruling: 'The window is judged on its last turn and one exercise meets it: whoever is early is not late later.',
      check: () => {
        const window = (held: boolean) => {
          const table = bound([clause('EXERCISE', { domains: ['SEA'], every: 2, minimum: 2, rotation: false })], (state) => {
            Object.assign(state, { phase: 'orders' });
            if (held) for (const seat of THREE) state.findings.push({ id: seat, turn: 1, instrument: 'm', clause: 0, kind: 'EXERCISE', seat, result: 'met', visible: true, injured: [] });
          });
          until(table, 'resolution');
          return found(table, 'ARD');
        };
        equal([window(true), window(false)], [[], ['EXERCISE missed']]);
      } },
    { id: 'F.13', title: 'One report to one party under a duty to share', ruling: 'Enough: a duty to share is met by sharing with any other party, whatever the marking. Whom one trusts stays one’s own choice.',
      check: () => {
        const table = bound([SHARE], (state) => {
          for (const seat of ['ARD', 'COR']) state.reports[seat]!.r = ownReport(`${seat}1`, seat, { id: 'r' });
          state.reports.ARD!.r!.marking = 'S';
        });
        table.ask('ARD', { type: 'act', action: 'SHARE', params: { report: 'r', to: ['BEL'] } });
        until(table, 'resolution');
        equal([found(table, 'ARD'), found(table, 'COR')], [['INTEL_SHARE met'], ['INTEL_SHARE missed']]);
      } },
    { id: 'F.14', title: 'A duty to share for a ministry that has neither a report nor a source', ruling: 'Excused: nobody owes what it cannot have.',
      check: () => {
        const table = bound([SHARE], (state) => { state.seats.COR!.sources = []; });
        until(table, 'resolution');
        equal(found(table, 'COR'), ['INTEL_SHARE excused']);
      } },
    { id: 'F.15', title: 'A missed exchange of reports, and walls that are too low', ruling: 'What others can see is penalised at once. What they cannot see is known to the breaker and to control alone, and costs nothing until it comes to light.',
      check: () => {
        const broken = (text: Clause, bend: Bend) => {
          const table = bound([text], bend);
          until(table, 'resolution');
          return [Object.values(seatView(table.state, 'ARD').findings).some(({ seat }) => seat === 'COR'), ...penalty(table)];
        };
        equal([broken(SHARE, (state) => { state.reports.COR!.r = ownReport('C1', 'COR', { id: 'r' }); }), broken(SECURITY, () => {})],
          [[true, -4000, -4000, -1000], [false, undefined, undefined, undefined]]);
      } },
    { id: 'F.16', title: 'The same breach under a memorandum, an agreement and a treaty', ruling: 'Trust of each other party falls by 4 for every degree of bindingness and one’s own capital by 1: what is promised more solemnly is broken more dearly.',
      check: () => equal((['mou', 'agreement', 'treaty'] as const).map((kind) => {
        const table = bound([SHARE, LASTING], (state) => { state.reports.COR!.r = ownReport('C1', 'COR', { id: 'r' }); }, { kind });
        until(table, 'resolution');
        return penalty(table);
      }), [[-4000, -4000, -1000], [-8000, -8000, -2000], [-12_000, -12_000, -3000]]) },
    { id: 'F.17', title: 'A norm that is broken in a treaty', ruling: 'A norm has numbers of its own, whatever it stands in: 6 of capital, 3 of opinion, 6 of trust of every adherent. They are not added to the usual ones.',
      check: () => {
        const table = bound([clause('NORM', { act: 'showOfForce', secret: false }), LASTING], (state) => { state.phase = 'orders'; }, { kind: 'treaty' });
        table.order('COR', ['SHOW_FORCE', { region: 'sound' }]);
        until(table, 'resolution');
        equal([...penalty(table), table.factors('seat/COR/publicOpinion').breach], [-6000, -6000, -6000, -3000]);
      } },
    { id: 'F.18', title: 'A ministry that a disaster strikes and that owes packages', ruling: 'From severity times exposure of 6000 on, what it misses is excused: one does not sue a neighbour whose house burns.',
      check: () => {
        const struck = (severity: number) => {
          const table = bound([clause('STANDING_FORCE', { domain: 'SEA', packages: 4, notice: 1, missions: [] })], (state) => {
            state.crises.C1!.severity = severity;
            state.phase = 'orders';
          });
          until(table, 'resolution');
          return found(table, 'BEL');
        };
        equal([struck(90), struck(50)], [['STANDING_FORCE excused'], ['STANDING_FORCE missed']]);
      } },
    { id: 'F.19', title: 'Help that would be owed after the last turn', ruling: 'Nothing is due beyond the end: what can no longer be done cannot be missed.',
      check: () => {
        const table = bound([clause('MUTUAL_ASSIST', { crisis: 'C1', rung: 3, minimum: 2, within: 1 })], (state) => {
          Object.assign(state, { turn: 6, phase: 'orders' });
          state.crises.C1!.history = [{ turn: 5, severity: 50, rung: 1 }];
        });
        until(table, 'resolution');
        equal(found(table, 'BEL'), []);
      } },
    { id: 'F.20', title: 'Two ministries suspend the same text, one after a breach of the other', ruling: 'With a visible breach of another party in hand it is lawful and free. Without a ground it costs trust and capital like a breach of twice the weight at home.',
      check: () => {
        const suspended = (findings: Finding[]) => {
          const table = bound([SECURITY, LASTING], (state) => { state.findings.push(...findings); }, { kind: 'agreement' });
          table.ask('ARD', { type: 'act', action: 'SUSPEND', params: { instrument: 'm' } });
          return [table.of('instrumentSuspended')[0]!.lawful, table.factors('trust/BEL/ARD').unlawfulBreak, table.factors('seat/ARD/politicalCapital').unlawfulBreak];
        };
        equal([suspended([missed({ visible: true })]), suspended([missed({ visible: false })])], [[true, undefined, undefined], [false, -8000, -4000]]);
      } },
    { id: 'F.21', title: 'A formal protest, and suspension in the same breath', ruling: 'A protest over a text is a ground from the next turn on, for two turns: the other side must have time to answer.',
      check: () => {
        const table = bound([SECURITY]);
        table.ask('ARD', { type: 'act', action: 'DEMARCHE', params: { partner: 'COR', public: false, instrument: 'm' } });
        const grounds = [seatView(table.state, 'ARD').grounds];
        for (let turn = 0; turn < 3; turn += 1) {
          until(table, 'negotiation');
          grounds.push(seatView(table.state, 'ARD').grounds);
        }
        equal(grounds, [[], ['m'], ['m'], []]);
      } },
    { id: 'F.22', title: 'One of three leaves, and then another', ruling: 'Duties run while notice does. Two who are left are bound to each other; one alone is bound to nobody, and the text ends.',
      check: () => {
        const table = bound([COST]);
        table.ask('COR', { type: 'act', action: 'WITHDRAW', params: { instrument: 'm' } });
        until(table, 'resolution');
        const { status, parties } = table.state.instruments.m!;
        until(table, 'negotiation');
        table.ask('BEL', { type: 'act', action: 'WITHDRAW', params: { instrument: 'm' } });
        until(table, 'resolution');
        equal([[status, parties], table.state.instruments.m!.status], [['inForce', ['ARD', 'BEL']], 'ended']);
      } },
    { id: 'F.23', title: 'A treaty left from one day to the next', ruling: 'Lawful only on a ground. Otherwise each other party trusts the leaver 12 less and it pays 6 of capital at home.',
      check: () => {
        const table = bound([COST, clause('TERM', { duration: 9, renewal: 'auto', notice: 2 })], () => {}, { kind: 'treaty' });
        table.ask('COR', { type: 'act', action: 'WITHDRAW', params: { instrument: 'm', atOnce: true } });
        equal([table.factors('trust/ARD/COR').unlawfulBreak, table.factors('trust/BEL/COR').unlawfulBreak, table.factors('seat/COR/politicalCapital').unlawfulBreak], [-12_000, -12_000, -6000]);
      } },
    { id: 'F.24', title: 'A text of two turns when they are over', ruling: 'It ends, unless it renews itself: then nobody is asked and nobody pays.',
      check: () => equal(['end', 'auto'].map((renewal) => {
        const table = bound([HOTLINE, clause('TERM', { duration: 2, renewal, notice: 0 })]);
        until(table, 'negotiation');
        until(table, 'resolution');
        return table.state.instruments.m!.status;
      }), ['ended', 'inForce']) },
    { id: 'F.25', title: 'A clause that binds only while the crisis is high', ruling: 'It binds from the Briefing that finds it so, and no longer once it is not. Nobody is caught by what rose in the same turn.',
      check: () => {
        const table = bound([clause('IF', { condition: 'rung/C1/5', clause: clause('STANDING_FORCE', { domain: 'SEA', packages: 4, notice: 1, missions: [] }) })], (state) => { state.phase = 'orders'; });
        table.state.crises.C1!.rung = 5;
        until(table, 'resolution');
        const sameTurn = found(table, 'ARD');
        table.state.crises.C1!.rung = 6;
        until(table, 'negotiation');
        until(table, 'resolution');
        equal([sameTurn, found(table, 'ARD')], [[], ['STANDING_FORCE missed']]);
      } },
    { id: 'F.26', title: 'More ships than a limit allows', ruling: 'Whether a limit is kept is for inspection to find out: the breach is hidden although each deployment was public, for nobody keeps the sums of the others.',
      check: () => {
        const table = bound([LIMIT], (state) => { state.phase = 'orders'; });
        table.order('ARD', ships(2));
        until(table, 'resolution');
        equal([found(table, 'ARD'), Object.keys(seatView(table.state, 'BEL').findings), Object.keys(seatView(table.state, 'ARD').findings).length], [['LIMIT missed'], [], 1]);
      } },
    { id: 'F.27', title: 'A party accused of something that cannot be seen', ruling: 'A suspicion may be filed as well as a fact, and whether it is true shows neither in what is refused nor in what is filed.',
      check: () => {
        const filed = (findings: Finding[]) => JSON.stringify(seatView(disputed('arbitrate', findings).table.state, 'ARD').disputes);
        equal(filed([missed()]), filed([]));
      } },
    { id: 'F.28', title: 'The accused offers to make it good', ruling: 'In consultation each side may propose, and acceptance settles it. To offer a remedy admits nothing: a hidden breach stays hidden.',
      check: () => {
        const { table, id } = disputed('consult', [missed()]);
        table.ask('COR', { type: 'act', action: 'REMEDY', params: { dispute: id, move: 'propose', remedy: 'cure' } });
        table.ask('ARD', { type: 'act', action: 'REMEDY', params: { dispute: id, move: 'accept' } });
        equal([table.state.disputes[id]!.status, table.state.findings[0]!.visible], ['settled', false]);
      } },
    { id: 'F.29', title: 'A mediator is turned down', ruling: 'Refusing what a third party proposes costs 2 of political capital; refusing the other side costs nothing. A friend of both is not sent away for free.',
      check: () => {
        const { table, id } = disputed('mediate', []);
        const say = (seat: string, move: string) => act(table, seat, 'REMEDY', { dispute: id, move, remedy: 'pay', amount: 2 });
        say('COR', 'propose');
        const before = capital(table, ['ARD']);
        say('ARD', 'refuse');
        const consulted = capital(table, ['ARD']);
        until(table, 'negotiation');
        say('BEL', 'propose');
        const mediated = capital(table, ['ARD']);
        say('ARD', 'refuse');
        equal([before[0]! - consulted[0]!, mediated[0]! - capital(table, ['ARD'])[0]!], [0, 2]);
      } },
    { id: 'F.30', title: 'A suspicion before arbitration', ruling: 'If it is true the breach comes to light, is penalised, and the remedy of the text binds. If it is not the filer pays 2 of capital: accusing is not free of risk.',
      check: () => {
        const judged = (findings: Finding[]) => {
          const { table, id } = disputed('arbitrate', findings);
          until(table, 'negotiation', 2);
          until(table, 'resolution');
          return [table.state.disputes[id]!.status, table.factors('trust/ARD/COR').breach, table.factors('seat/ARD/politicalCapital').disputeDismissed];
        };
        equal([judged([missed()]), judged([])], [['settled', -4000, undefined], ['dismissed', undefined, -2000]]);
      } },
    { id: 'F.31', title: 'A remedy that was agreed and not paid', ruling: 'It is a missed duty of its own, visible at once and as heavy as the first. Paid, it gives back 2 of trust to everybody who was injured, less near the ceiling.',
      check: () => {
        const paid = (budget: number) => {
          const { table, id } = disputed('consult', []);
          Object.assign(table.state.seats.COR!, { budget, income: 10 });
          table.ask('COR', { type: 'act', action: 'REMEDY', params: { dispute: id, move: 'propose', remedy: 'pay', amount: 20 } });
          table.ask('ARD', { type: 'act', action: 'REMEDY', params: { dispute: id, move: 'accept' } });
          until(table, 'resolution');
          return [table.of('remedyJudged')[0]!.fulfilled, table.factors('trust/ARD/COR').breach, (table.factors('trust/ARD/COR').remedyFulfilled ?? 0) > 0, table.factors('seat/ARD/budget').remedyReceived];
        };
        equal([paid(60), paid(0)], [[true, undefined, true, 20_000], [false, -4000, false, undefined]]);
      } },
    { id: 'F.32', title: 'A fine speech, and a promise with a stake', ruling: 'Words alone cost nothing and move nothing. A promise that can be tested takes 2 of capital, gives it back with trust when kept, and costs 6 more, opinion and trust when broken.',
      check: () => {
        const promised = (cap: number | null) => {
          const table = at();
          table.ask('ARD', { type: 'act', action: 'PLEDGE', params: { to: [], text: 'We will keep out.', clause: cap === null ? null : clause('LIMIT', { domain: 'SEA', region: 'sound', cap }), turn: 2 } });
          table.order('ARD', ships(1));
          until(table, 'resolution');
          const home = table.factors('seat/ARD/politicalCapital');
          const trust = table.factors('trust/BEL/ARD');
          return [home.pledgeStake ?? 0, home.pledgeMissed ?? 0, table.factors('seat/ARD/publicOpinion').pledgeMissed ?? 0, (trust.pledgeKept ?? 0) > 0, trust.pledgeMissed ?? 0];
        };
        equal([promised(null), promised(1), promised(0)], [[0, 0, 0, false, 0], [0, 0, 0, true, 0], [-2000, -6000, -2000, false, -6000]]);
      } },
  ],
};
