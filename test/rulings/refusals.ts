// R. Refusals: every code that the rules give, what somebody tried to get it, and why they said no.
import type { Actor, Command } from '../../shared/model/commands.ts';
import type { Clause, State } from '../../shared/model/state.ts';
import { decide } from '../../shared/rules/decide.ts';
import type { RefusalCode } from '../../shared/rules/refusals.ts';
import { settingsFor } from '../../shared/scenario/setup.ts';
import { build, draft, instrument, ownReport, workedScenario } from '../rules/build.ts';
import { Table } from '../rules/table.ts';
import { ORGANISATIONS } from './organisations.ts';
import type { Ruling, Subject } from './ruling.ts';
import { equal } from './ruling.ts';

type Told = string | null | undefined;
/** Code, what was tried, why it is refused, and the position: it gives the code that whoever tried it is told. */
type Case = [RefusalCode, string, string, () => Told];
type Bend = (state: State) => void;

const at = (bend: Bend = () => {}) => new Table(build(bend, ORGANISATIONS));
const inOrders = (bend: Bend = () => {}) => at((state) => {
  state.phase = 'orders';
  bend(state);
});
const act = (action: string, params: Record<string, unknown> = {}): Command => ({ type: 'act', action, params });
const invite = (action: string, params: Record<string, unknown> = {}): Command => ({ type: 'invite', action, params });
const sheet = (...list: [string, Record<string, unknown>?][]): Command =>
  ({ type: 'saveOrders', orders: list.map(([action, params = {}], index) => ({ id: `o${index}`, action, params, intent: '', invitation: null })) });
const told = (table: Table, seat: string, ...commands: Command[]): Told => {
  for (const command of commands.slice(0, -1)) table.ask(seat, command);
  return table.tries(seat, commands.at(-1)!)?.code;
};
const toldAs = (state: State, actor: Actor, command: Command): Told => {
  const decided = decide(state, { actor, command, id: 'command', at: 0, nonce: '' });
  return decided.ok ? null : decided.refusal.code;
};

const protest = act('DEMARCHE', { partner: 'BEL' });
const visit = invite('VISIT', { partner: 'BEL' });
const HOTLINE: Clause = { kind: 'HOTLINE', params: { within: 1 } };
const TERM: Clause = { kind: 'TERM', params: { duration: 2, renewal: 'end', notice: 1 } };
const text = (kind: string, clauses: Clause[] = [HOTLINE], title = 'Line'): Command => act('TABLE', { title, kind, parties: ['BEL'], classification: 'R', clauses });
const drafted = (more: Parameters<typeof draft>[2] = {}) => at((state) => { state.instruments.d = draft('d', [HOTLINE, TERM], more); });
const bound = (more: Parameters<typeof instrument>[2] = {}, bend: Bend = () => {}) => at((state) => {
  state.instruments.m = instrument('m', [HOTLINE], more);
  bend(state);
});
const reporting = (more: Parameters<typeof ownReport>[2] = {}, bend: Bend = () => {}) => at((state) => {
  state.reports.ARD!.r = ownReport('A1', 'ARD', { id: 'r', ...more });
  bend(state);
});
const only = (things: Record<string, unknown>) => Object.keys(things)[0]!;
/** ARD has invited BEL to a visit. */
const invited = () => {
  const table = at();
  table.ask('ARD', visit);
  return table;
};
const answer = (table: Table, accept = true): Command => ({ type: 'answerInvitation', invitation: only(table.state.invitations), accept });
/** ARD has disputed what COR did under a text of the three. */
const disputed = () => {
  const table = bound({ versions: [{ version: 1, by: 'ARD', turn: 1, title: 'Text', kind: 'mou', clauses: [{ kind: 'INFOSEC', params: { minimum: 50, ceiling: 'C' } }] }] });
  table.ask('ARD', act('DISPUTE', { instrument: 'm', partner: 'COR', clause: 1, turn: 1 }));
  return table;
};
const remedy = (table: Table, move: string) => act('REMEDY', { dispute: only(table.state.disputes), move });
const idea: Command = { type: 'proposeMatrix', act: 'Send divers.', effect: 'The cable is repaired.', reasons: ['They are here.', 'The sea is calm.', 'It is cheap.'] };
const proposed = () => {
  const table = at();
  table.ask('ARD', idea);
  return table;
};
const pin = (more: Partial<Extract<Command, { type: 'pinObservation' }>> = {}) => ({ type: 'pinObservation' as const, text: 'They asked before they sent ships.', objective: null, seat: null, rating: null, private: false, disclosed: false, ...more });
const argue = (table: Table): Command => ({ type: 'argueMatrix', matrix: only(table.state.matrix), side: 'for', text: 'Because.' });
/** A rival played by the program that announces what it will do, at Briefing. */
const rival = (bend: Bend = () => {}) => build((state) => {
  state.phase = 'briefing';
  state.scenario.seats.DRA!.signals = true;
  state.bots = { DRA: 'hawk' };
  bend(state);
});
const RIVAL: Actor = { kind: 'bot', seat: 'DRA' };
const announce: Command = { type: 'announceActs', actions: ['TRAIN'] };
const injected = (fired: boolean) => at((state) => {
  state.scenario.injects.push({
    id: 'ask', title: 'A question', manual: true, delay: 0, prob: 100, once: true, to: ['ARD'], type: 'inject', from: 'Staff', text: 'Speak?', effects: [],
    decide: { question: 'Speak?', options: [{ id: 'yes', label: 'Yes', effects: [] }, { id: 'no', label: 'No', effects: [] }], default: 'no', within: 0 },
  });
  if (fired) state.injects.push({ id: 'ask', turn: 2, phase: 'briefing', to: ['ARD'], options: null });
});
const written = (more: Partial<Extract<Command, { type: 'writeInject' }>> = {}): Command => ({ type: 'writeInject', title: 'Flood', from: 'Press', text: 'The river rises.', to: ['BEL'], effects: [], at: { turn: 5, phase: 'orders' }, ...more });
const say = (option: string): Command => ({ type: 'decideInject', inject: 'ask', option });

const motion = (organisation: string, kind: string, params: Record<string, unknown> = {}): Command => act('MOTION', { organisation, kind, ...params });
const mandate = (organisation: string) => motion(organisation, 'mandate', { crisis: 'C1' });
/** ARD has moved a mandate there. */
const moved = (organisation: string) => {
  const table = at();
  table.ask('ARD', mandate(organisation));
  return table;
};
const vote = (table: Table, said: string) => act('VOTE', { motion: only(table.state.motions), vote: said });
/** The crisis lies in the region of COR. */
const abroad = (bend: Bend = () => {}) => inOrders((state) => {
  state.scenario.crises.C1!.region = 'cor';
  bend(state);
});
const host = (does: string, partner: string) => act('HOST', { act: does, partner, crisis: 'C1' });
const ships = (count: number) => sheet(['DEPLOY', { crisis: 'C1', packages: [{ domain: 'SEA', count }] }]);

const rest: Command = { type: 'callBreak', minutes: 10, reason: '' };
/** Dates of the whole exercise, a second apart. */
const DATES = [1, 2, 3, 4, 5, 6].flatMap((turn) => (['negotiation', 'orders'] as const).map((phase, index) => ({ turn, phase, at: 1000 * (2 * turn + index) })));
const dated = (bend: (dates: typeof DATES) => typeof DATES): Told => {
  const settings = settingsFor(workedScenario(), { mode: 'course', zone: 'Europe/Oslo', schedule: bend(DATES) });
  return settings.ok ? null : settings.refusal.code;
};
const course = () => at((state) => { Object.assign(state, { settings: { ...state.settings, mode: 'course', schedule: DATES }, schedule: DATES.map((date) => ({ ...date, moves: 0 })) }); });

const CASES: readonly Case[] = [
  ['notYourSeat', 'Exercise control protests in the name of a ministry', 'Whoever runs the game does not play it. What a seat does is done by people of that seat.', () => told(at(), 'control', protest)],
  ['notControl', 'A ministry starts the next phase', 'The clock belongs to exercise control: no seat decides how long the others may think.', () => told(at(), 'ARD', { type: 'advancePhase' })],
  ['noSeat', 'A participant who sits nowhere protests', 'Acts belong to a seat. Whoever has none watches until it takes one.', () => toldAs(build(), { kind: 'participant', id: 'p', seat: null }, protest)],
  ['seatUnknown', 'A message to a ministry that is not there', 'The address is named, so that it can be mended before anything is sent.', () => told(at(), 'ARD', { type: 'sendMessage', to: ['ZZZ'], text: 'Good morning.' })],
  ['seatNotInPlay', 'Somebody sits in a seat that was left out of this exercise', 'A seat that is not in play has no ministry to speak for.', () => told(at(), 'ZZZ', protest)],
  ['wrongPhase', 'An invitation while orders are written', 'The others would have no time to answer: joint acts are agreed in Negotiation.', () => told(inOrders(), 'ARD', visit)],
  ['notRunning', 'A protest while the clock stands', 'A pause is for everybody. Nothing may change while people are not looking.', () => told(at((state) => { state.status = 'paused'; }), 'ARD', protest)],
  ['alreadyStarted', 'An exercise started a second time', 'It runs already; starting it anew would draw its secrets anew.', () => told(at(), 'control', { type: 'startExercise' })],
  ['exerciseEnded', 'An act after everything was disclosed', 'Who knows all secrets plays another game: the record is closed, only words go on.', () => told(at((state) => { state.status = 'debrief'; }), 'ARD', protest)],
  ['alreadyPaused', 'A pause within a pause', 'What was left of the phase is kept once; a second pause would forget it.', () => told(at((state) => { state.status = 'paused'; }), 'control', { type: 'pause', reason: '' })],
  ['alreadyOnBreak', 'A break within a break', 'It is made longer instead, so that its end is told once.', () => told(at(), 'control', rest, rest)],
  ['notOnBreak', 'A break is made longer that nobody called', 'What stands still without an end is resumed by hand.', () => told(at((state) => { state.status = 'paused'; }), 'control', { type: 'extendBreak', minutes: 5, reason: '' })],
  ['noSchedule', 'A date is moved in an exercise that runs by minutes', 'Its phases are made longer or shorter instead.', () => told(at(), 'control', { type: 'moveDeadlines', deadlines: [{ turn: 2, phase: 'orders', at: 5 }], reason: '' })],
  ['deadlineMissing', 'A course without a date for the orders of its last turn', 'People who look in once a day must know of every phase in which they are awaited when it ends.', () => dated((dates) => dates.slice(0, -1))],
  ['deadlineUnknown', 'The date of a phase that is over', 'What was due then has been handed in: the record stands.', () => told(course(), 'control', { type: 'moveDeadlines', deadlines: [{ turn: 1, phase: 'orders', at: 9000 }], reason: '' })],
  ['deadlinePast', 'A date is moved into the past', 'It would take away what people believed they still had. Exercise control goes on by hand instead, and says why.', () => told(course(), 'control', { type: 'moveDeadlines', deadlines: [{ turn: 2, phase: 'orders', at: 1 }], reason: '' })],
  ['deadlinesUnordered', 'Orders that are due before the negotiation ends', 'A phase ends after the one before it.', () => dated((dates) => [...dates].reverse())],
  ['nothingToStand', 'An empty sheet that is to be used again', 'Whoever wants to order nothing says ready: an empty sheet would look like a promise to act.', () => told(inOrders(), 'ARD', { type: 'markStanding', standing: true })],
  ['notLate', 'A bot stands in for a seat that has orders in', 'What people wrote is theirs: nothing takes its place.', () => {
    const table = inOrders((state) => { state.seating = { ARD: 'ARD' }; });
    table.ask('ARD', sheet(['TRAIN']));
    return told(table, 'bot:ARD', { type: 'standIn', orders: [] });
  }],
  ['notPaused', 'Going on although nothing stands still', 'There is nothing to take up again, and the clock must not jump.', () => told(at(), 'control', { type: 'resume' })],
  ['unknownAction', 'An act that no catalogue has', 'Ideas that no action covers are proposed and argued; the rules do not guess what was meant.', () => told(at(), 'ARD', act('INVADE'))],
  ['unknownCommand', 'A request of a kind that does not exist', 'What cannot be read is not carried out, not even in part.', () => told(at(), 'ARD', { type: 'dance' } as unknown as Command)],
  ['parameterMissing', 'A protest to nobody', 'The empty field is named: an act is complete or it is not done.', () => told(at(), 'ARD', act('DEMARCHE'))],
  ['parameterInvalid', 'A notice for a turn that is over', 'The field is named with the limits it has to keep.', () => told(at(), 'ARD', act('NOTIFY', { activity: 'EXERCISE', region: 'ard', turn: 1 }))],
  ['parameterUnknown', 'A protest that is also loud', 'Something was meant by it that the rules do not know: better to say so than to drop it.', () => told(at(), 'ARD', act('DEMARCHE', { partner: 'BEL', loud: true }))],
  ['actionLocked', 'An act that the scenario opens in a later turn', 'Lessons come one after the other; the turn from which it may be done is told.', () => told(at((state) => { state.unlocked = { actions: [], clauses: [] }; }), 'ARD', protest)],
  ['clauseLocked', 'A clause that the scenario has not opened yet', 'The draft stays on the sheet, and the clause that has to wait is named.', () => told(at((state) => { state.unlocked = { actions: ['TABLE'], clauses: [] }; }), 'ARD', text('mou'))],
  ['notImmediate', 'A training carried out in the middle of Negotiation', 'What forces do is ordered and happens when all orders do: nobody may react to it beforehand.', () => told(at(), 'ARD', act('TRAIN'))],
  ['notAnOrder', 'A protest written on the order sheet', 'Words are said when they are said; a sheet is for what happens at resolution.', () => told(inOrders(), 'ARD', sheet(['DEMARCHE', { partner: 'BEL' }]))],
  ['needsInvitation', 'A visit ordered without asking the host', 'Nobody is visited against its will: an invitation comes first.', () => told(inOrders(), 'ARD', sheet(['VISIT', { partner: 'BEL' }]))],
  ['capReached', 'A second training in one turn', 'A ministry has one staff. The number that a turn allows is told.', () => told(inOrders(), 'ARD', sheet(['TRAIN'], ['TRAIN']))],
  ['tooFewPoints', 'Five orders with four action points', 'Attention is the scarcest thing of a ministry; what is needed and what is left are told.', () => told(inOrders(), 'ARD', sheet(['TRAIN'], ['HARDEN'], ['CI_SWEEP'], ['CIVMIL'], ['INVEST', { domain: 'SEA' }]))],
  ['tooLittleMoney', 'A report sanitised with an empty purse', 'What is done at once is paid at once; income of this turn comes only at resolution.', () => told(reporting({}, (state) => { state.seats.ARD!.budget = 0; }), 'ARD', act('SANITISE', { report: 'r' }))],
  ['tooLittleCapital', 'A protest without any political capital', 'Whoever has no standing left at home cannot spend any abroad.', () => told(at((state) => { state.seats.ARD!.politicalCapital = 0; }), 'ARD', protest)],
  ['tooFewPackages', 'Three packages of ships where there are two', 'One cannot send what one has not; what is free is told, with what stands elsewhere taken off.', () => told(inOrders(), 'ARD', sheet(['DEPLOY', { crisis: 'C1', packages: [{ domain: 'SEA', count: 3 }] }]))],
  ['securityTooLow', 'A secure link to a ministry that cannot keep secrets itself', 'The link is as good as its worse end; one’s own end is told, the other’s comes out when the line is opened.', () => told(at((state) => { state.seats.ARD!.security = 40; }), 'ARD', invite('CHANNEL', { partner: 'BEL', channel: 'securelink' }))],
  ['partnerIsSelf', 'A protest to oneself', 'An act between ministries needs two of them.', () => told(at(), 'ARD', act('DEMARCHE', { partner: 'ARD' }))],
  ['partnerMissing', 'A course whose other side cannot pay at the lock', 'It falls away for both, and each learns why on its own sheet: one for want of money, the other for want of a partner.', () => {
    const table = at((state) => { Object.assign(state.seats.BEL!, { budget: 0, income: 0 }); });
    table.ask('ARD', invite('EXCHANGE', { partner: 'BEL', domain: 'SEA', role: 'give' }));
    table.accept('BEL');
    while (table.state.phase !== 'resolution') table.ask('control', { type: 'advancePhase' });
    return table.of('orderCancelled').find(({ seat }) => seat === 'ARD')?.reason;
  }],
  ['partnerNotInPlay', 'A protest to a ministry that is left out', 'Everybody knows who is in play, so this tells nothing new.', () => told(at(), 'ARD', act('DEMARCHE', { partner: 'ZZZ' }))],
  ['alreadyOpen', 'The same visit proposed again while the first is unanswered', 'One question at a time: a second one would only take a second point.', () => told(at(), 'ARD', visit, visit)],
  ['alreadyConnected', 'A hotline where there is one', 'A second telephone calms nobody. Other kinds of lines stay possible.', () => told(at((state) => { state.pairs['ARD-BEL']!.channels.push('hotline'); }), 'ARD', invite('CHANNEL', { partner: 'BEL', channel: 'hotline' }))],
  ['grievanceMissing', 'A reconciliation where there is no quarrel', 'There is nothing to be reconciled, and capital would be spent for a picture.', () => told(at((state) => { state.pairs['ARD-BEL']!.grievance = 0; }), 'ARD', invite('RECONCILE', { partner: 'BEL' }))],
  ['notInvited', 'An invitation to a training of one’s own', 'Only joint acts have guests. What one does alone is ordered.', () => told(at(), 'ARD', invite('TRAIN'))],
  ['alreadyAnswered', 'Accepting twice', 'The answer stands and nothing is spent a second time; another answer is still possible.', () => {
    const table = invited();
    table.accept('BEL');
    return told(table, 'BEL', answer(table));
  }],
  ['invitationClosed', 'Accepting what was withdrawn', 'The inviter is free again and may have promised the time to somebody else.', () => {
    const table = invited();
    table.ask('ARD', { type: 'withdrawInvitation', invitation: only(table.state.invitations) });
    return told(table, 'BEL', answer(table));
  }],
  ['notYourInvitation', 'The inviter accepts for its guest', 'Consent is given by whoever was asked, and by nobody else.', () => {
    const table = invited();
    return told(table, 'ARD', answer(table));
  }],
  ['invitationUnknown', 'A third ministry answers an invitation of two others', 'The answer is the same as for one that does not exist: who invites whom is theirs to tell.', () => {
    const table = invited();
    return told(table, 'COR', answer(table));
  }],
  ['instrumentUnknown', 'A signature under a draft of three others', 'The answer is the same as for a text that does not exist: that there is a draft is known to its parties alone.', () => told(drafted(), 'DRA', act('SIGN', { instrument: 'd', version: 1 }))],
  ['notParty', 'Leaving an open treaty of others', 'The text is public, so this may be said plainly: one can only leave what one is in.', () => told(bound({ classification: 'U' }), 'DRA', act('WITHDRAW', { instrument: 'm' }))],
  ['staleVersion', 'A signature under a version that was amended meanwhile', 'Nobody signs what it has not read. Both version numbers are told.', () => told(drafted(), 'BEL', act('SIGN', { instrument: 'd', version: 2 }))],
  ['notTabled', 'A signature under a text that is in force', 'There is nothing left to sign until somebody amends it.', () => told(bound(), 'ARD', act('SIGN', { instrument: 'm', version: 1 }))],
  ['notFullySigned', 'Ratification before the others have signed', 'Parliament is asked once, about a text that can no longer change.', () => told(drafted({ kind: 'treaty', signatures: { ARD: 1 } }), 'ARD', act('RATIFY', { instrument: 'd' }))],
  ['alreadySigned', 'A second signature under the same version', 'One signature binds; an amendment asks for a new one.', () => told(drafted({ signatures: { ARD: 1 } }), 'ARD', act('SIGN', { instrument: 'd', version: 1 }))],
  ['alreadyRatified', 'A second ratification', 'The price was paid and the ministry is bound: nothing is left to be bought.', () => told(drafted({ kind: 'treaty', status: 'signed', signatures: { ARD: 1, BEL: 1, COR: 1 }, ratifications: { ARD: 3 } }), 'ARD', act('RATIFY', { instrument: 'd' }))],
  ['notInForce', 'Suspending a draft', 'What does not bind cannot be suspended; a draft is amended or let lapse.', () => told(drafted(), 'ARD', act('SUSPEND', { instrument: 'd' }))],
  ['tooManyDrafts', 'A third draft on the table', 'Two at a time are enough to negotiate; finish or take back one of them.', () => told(at(), 'ARD', text('mou', [HOTLINE], 'One'), text('mou', [HOTLINE], 'Two'), text('mou', [HOTLINE], 'Three'))],
  ['termMissing', 'A treaty that says nothing about its end', 'What binds beyond a memorandum must say for how long, and how one leaves.', () => told(at(), 'ARD', text('treaty'))],
  ['clauseUnknown', 'A draft with a clause that no catalogue has', 'A text is made of clauses that can be checked; what cannot be checked is a message.', () => told(at(), 'ARD', text('mou', [{ kind: 'FRIENDSHIP', params: {} }]))],
  ['clausesContradict', 'A limit of no ships, and two ships held ready for the same place', 'Nobody can keep both. The two clauses are named, also when the other stands in an older text.', () => told(at(), 'ARD', text('mou', [
    { kind: 'LIMIT', params: { domain: 'SEA', region: 'sound', cap: 1 } }, { kind: 'STANDING_FORCE', params: { domain: 'SEA', packages: 2, notice: 1, missions: ['C1'] } },
  ]))],
  ['nothingChanged', 'An amendment that says what the text says', 'It would cancel every signature for nothing.', () => told(drafted(), 'BEL', act('AMEND', { instrument: 'd', version: 1, title: 'Text', kind: 'mou', clauses: [HOTLINE, TERM] }))],
  ['alreadyWithdrawn', 'Notice given a second time', 'It runs already; the turn in which it ends is told.', () => told(bound({ withdrawals: { ARD: 3 } }), 'ARD', act('WITHDRAW', { instrument: 'm' }))],
  ['disputeUnknown', 'An outsider proposes a remedy', 'Disputes are known to the parties of the text and to those they ask to mediate.', () => {
    const table = disputed();
    return told(table, 'DRA', remedy(table, 'propose'));
  }],
  ['disputeOver', 'A remedy after the dispute was dropped', 'What is over is over; the same duty can be missed and disputed again.', () => {
    const table = disputed();
    return told(table, 'ARD', remedy(table, 'drop'), remedy(table, 'propose'));
  }],
  ['organisationUnknown', 'A motion in a league that does not exist', 'Organisations and their charters are public: there is nothing to be guessed.', () => told(at(), 'ARD', mandate('league'))],
  ['notMember', 'A motion of an outsider', 'Members decide what members owe. A forum under the roof of the organisation may let an outsider in for a turn.', () => told(at(), 'DRA', mandate('compact'))],
  ['notChair', 'A motion of a member that does not chair', 'Where the charter names chairs, they alone put something on the agenda; the others vote on it.', () => told(at(), 'BEL', mandate('ring'))],
  ['alreadyMember', 'A member applies for membership', 'It is in already. To become an observer it would have to apply for that.', () => told(at(), 'ARD', act('MEMBERSHIP', { organisation: 'compact', request: 'join' }))],
  ['alreadyAdopted', 'A motion for the standard that stands', 'It would be decided and change nothing.', () => told(at(), 'ARD', motion('compact', 'standard', { level: 1 }))],
  ['alreadyMoved', 'The same motion moved by another member', 'It is open already, and one silence is enough for it.', () => told(moved('compact'), 'BEL', mandate('compact'))],
  ['motionUnknown', 'An outsider breaks a silence it cannot hear', 'The answer is the same as for a motion that does not exist: what is moved is known inside.', () => {
    const table = moved('compact');
    return told(table, 'DRA', vote(table, 'break'));
  }],
  ['motionClosed', 'A silence broken twice', 'The first breach has ended it.', () => {
    const table = moved('compact');
    return told(table, 'BEL', vote(table, 'break'), vote(table, 'break'));
  }],
  ['motionTooLate', 'A motion while the last orders are written', 'It would be decided at a lock that never comes.', () => told(inOrders((state) => { state.turn = 6; }), 'ARD', mandate('compact'))],
  ['noVote', 'A ministry votes on its own expulsion', 'Nobody is judge in its own case, and its votes are not counted among all.', () => {
    const table = at();
    table.ask('ARD', motion('council', 'expulsion', { seat: 'BEL' }));
    return told(table, 'BEL', vote(table, 'no'));
  }],
  ['ownMotion', 'The author breaks the silence over its own motion', 'What one has moved one has to let the others decide.', () => {
    const table = moved('compact');
    return told(table, 'ARD', vote(table, 'break'));
  }],
  ['silenceDecides', 'A yes where silence is consent', 'Whoever agrees says nothing; only dissent is spoken.', () => {
    const table = moved('compact');
    return told(table, 'BEL', vote(table, 'yes'));
  }],
  ['votesDecide', 'A silence broken where votes are counted', 'There is no veto to be used; a no is counted like any other.', () => {
    const table = moved('council');
    return told(table, 'BEL', vote(table, 'break'));
  }],
  ['reportUnknown', 'A report that somebody else holds, passed on', 'One shares what one has. Whether such a report exists is not told.', () => told(reporting(), 'BEL', act('SHARE', { report: 'r', to: ['COR'] }))],
  ['threatUnknown', 'A cyber operation against a threat nobody speaks of', 'The public list of threats says what can be aimed at.', () => told(inOrders(), 'ARD', sheet(['CYBER_OP', { threat: 'ghosts', mode: 'defend' }]))],
  ['hypothesisUnknown', 'An attribution to a cause that nobody holds possible', 'Claims are made among the hypotheses that everybody can read.', () => told(inOrders(), 'ARD', sheet(['ATTRIBUTE', { threat: 'cables', claim: 'ghosts' }]))],
  ['sourceUnknown', 'Collection through a source of another ministry', 'One tasks one’s own sources. Whether the name is somebody else’s is not told.', () => told(inOrders(), 'ARD', sheet(['COLLECT', { threat: 'cables', source: 'B1' }]))],
  ['alreadyHolds', 'A report shared with its receiver once more', 'It would change nothing and would use up one of the shares of the turn.', () => told(reporting({ sharedWith: ['BEL'] }), 'ARD', act('SHARE', { report: 'r', to: ['BEL'] }))],
  ['alreadySanitised', 'A sanitised report sanitised again', 'There is no source left in it to be hidden.', () => told(reporting({ sanitised: true }), 'ARD', act('SANITISE', { report: 'r' }))],
  ['notOriginator', 'Asking the wrong ministry for consent to pass a report on', 'Only its originator can release a report, and every holder knows who that is.', () => told(at((state) => { state.reports.BEL!.r = ownReport('A1', 'ARD', { id: 'r', event: 'A1@1', from: 'ARD' }); }), 'BEL', invite('RELEASE', { event: 'A1@1', originator: 'COR', to: ['DRA'] }))],
  ['reportFabricated', 'A forgery passed on by whoever found it out', 'What is known to be false is no intelligence; to deceive is an act of its own.', () => told(reporting({ fabricated: true, from: 'BEL', originator: 'BEL' }), 'ARD', act('SHARE', { report: 'r', to: ['COR'] }))],
  ['alreadyAttributed', 'The same threat named again after it was named rightly', 'A seat is told its own verdict, and once right there is nothing to add.', () => told(inOrders((state) => { state.attributions.push({ seat: 'ARD', threat: 'cables', claim: 'sab', accused: null, turn: 1, right: true, public: true }); }), 'ARD', sheet(['ATTRIBUTE', { threat: 'cables', claim: 'sab' }]))],
  ['crisisUnknown', 'Packages for a crisis nobody has heard of', 'The list of crises is public; one that has not opened yet is not told from one that does not exist.', () => told(inOrders(), 'ARD', sheet(['DEPLOY', { crisis: 'C9', packages: [] }]))],
  ['crisisClosed', 'Packages for a crisis that is over', 'They came home when it closed; there is nothing to be relieved.', () => told(inOrders((state) => { state.crises.C1!.open = false; }), 'ARD', sheet(['DEPLOY', { crisis: 'C1', packages: [] }]))],
  ['regionUnknown', 'A show of force in a region that is on no map', 'Acts have a place that everybody can find.', () => told(inOrders(), 'ARD', sheet(['SHOW_FORCE', { region: 'moon' }]))],
  ['rungTooHigh', 'A state visit during clashes', 'From rung 7 on nobody travels; lines and messages stay open.', () => told(at((state) => { state.crises.C1!.rung = 7; }), 'ARD', visit)],
  ['noHostConsent', 'Packages into a country that has not agreed', 'Help is not sent against the will of the host: it needs a grant, a clause on access, or a mandate.', () => told(abroad(), 'ARD', ships(1))],
  ['hostCapPassed', 'More packages than the host admits', 'The number that was agreed is told; more of them need a new agreement.', () => told(abroad((state) => { state.hostGrants = [{ id: 'g', host: 'COR', guest: 'ARD', region: 'cor', crisis: 'C1', cap: 1, until: null }]; }), 'ARD', ships(2))],
  ['notHost', 'A ministry admits somebody to the soil of a third', 'Only the owner of the region decides who comes.', () => told(abroad((state) => { state.phase = 'negotiation'; }), 'BEL', host('grant', 'ARD'))],
  ['consentNotNeeded', 'Asking for leave to come to a sea that nobody owns', 'There is nobody to ask: packages may go there.', () => told(at(), 'ARD', invite('HOST', { act: 'request', partner: 'COR', crisis: 'C1' }))],
  ['grantUnknown', 'A host takes back what it never gave', 'Grants are public, so it can be seen what there is to take back.', () => told(abroad((state) => { state.phase = 'negotiation'; }), 'COR', host('revoke', 'ARD'))],
  ['heldReady', 'Ships of a standing force sent elsewhere', 'They are kept back for missions of the organisation. How many are free besides is told.', () => told(inOrders((state) => { state.organisations.compact!.standingForce = { domain: 'SEA', packages: 2, since: 1 }; }), 'ARD', ships(2))],
  ['injectUnknown', 'A decision that nobody was asked for', 'Also when the question was put to somebody else: that it exists is theirs to know.', () => told(injected(true), 'BEL', say('yes'))],
  ['injectFired', 'An inject fired by hand that has happened already', 'What happens once happens once; control sees when it did.', () => told(injected(true), 'control', { type: 'fireInject', inject: 'ask' })],
  ['optionUnknown', 'A decision for an option that was not offered', 'The question and its options are the scenario’s. Other ideas are proposed as such.', () => told(injected(true), 'ARD', say('perhaps'))],
  ['alreadyDecided', 'A decision taken back', 'A seat decides once, and the others in it can read what was decided.', () => told(injected(true), 'ARD', say('yes'), say('no'))],
  ['notAddressed', 'An inject fired by hand at seats that are all left out', 'Nobody would hear of it. It stays unfired, and control is told so.', () => told(at((state) => { state.scenario.injects.push({ id: 'far', title: 'Far', manual: true, delay: 0, prob: 100, once: true, to: ['ZZZ'], type: 'inject', from: 'Staff', text: 'News.', effects: [] }); }), 'control', { type: 'fireInject', inject: 'far' })],
  ['messageUnknown', 'Withdrawing a message that was never sent', 'Control withdraws what it can point at.', () => told(at(), 'control', { type: 'hideMessage', message: 'none' })],
  ['emptyMessage', 'A message of blanks', 'It would call everybody’s attention to nothing.', () => told(at(), 'ARD', { type: 'sendMessage', to: ['BEL'], text: '   ' })],
  ['injectDropped', 'An inject fired by hand that control has skipped', 'Skipping says that it never comes. Control takes the skip back first, so that nothing comes by a slip of the hand.', () => told(injected(false), 'control', { type: 'dropInject', inject: 'ask', dropped: true }, { type: 'fireInject', inject: 'ask' })],
  ['momentPast', 'An inject put to a phase that has begun', 'It would never come. For now there is firing by hand.', () => told(injected(false), 'control', { type: 'changeInject', inject: 'ask', at: { turn: 2, phase: 'briefing' } })],
  ['emptyInject', 'An inject without a headline', 'Its recipients could not tell it from others in their list.', () => told(at(), 'control', written({ title: '  ' }))],
  ['tooManyInjects', 'A forty-first inject written during the exercise', 'Nobody could follow the list any more, and every one stays in the record. Those of the scenario do not count.', () => told(at(), 'control', ...Array.from({ length: 41 }, () => written()))],
  ['nothingToUndo', 'Taking back when control has done nothing that can be', 'What people have seen cannot be unseen; the page says so.', () => told(at(), 'control', written({ at: null }), { type: 'undoAct', act: 1 })],
  ['notLastAct', 'Taking back what came before the last act', 'Later acts may build upon it: last things first.', () => {
    const table = injected(false);
    table.ask('control', { type: 'holdInject', inject: 'ask', held: true });
    table.ask('control', { type: 'holdInject', inject: 'ask', held: false });
    return told(table, 'control', { type: 'undoAct', act: table.events[0]!.seq });
  }],
  ['matrixUnknown', 'An argument about an idea that nobody proposed', 'Ideas are public, so whoever argues can see them.', () => told(at(), 'BEL', { type: 'argueMatrix', matrix: 'none', side: 'for', text: 'Because.' })],
  ['matrixClosed', 'An argument about an idea that was withdrawn', 'There is nothing left to judge.', () => {
    const table = proposed();
    table.ask('ARD', { type: 'withdrawMatrix', matrix: only(table.state.matrix) });
    return told(table, 'BEL', argue(table));
  }],
  ['matrixAlreadyOpen', 'A second idea before the first is judged', 'Control judges by hand: one open idea a seat keeps its attention fairly shared.', () => told(proposed(), 'ARD', idea)],
  ['matrixOwn', 'Arguing for one’s own idea', 'Three reasons were given with it; arguments are what others have to say.', () => {
    const table = proposed();
    return told(table, 'ARD', argue(table));
  }],
  ['alreadyArgued', 'Two arguments of one seat on one side', 'The best one counts. The same seat may also argue the other side.', () => {
    const table = proposed();
    return told(table, 'BEL', argue(table), argue(table));
  }],
  ['effectUnfit', 'An idea judged with an effect on a number that does not exist', 'Control is told which effect and why, and nothing has happened yet.', () => {
    const table = proposed();
    return told(table, 'control', { type: 'judgeMatrix', matrix: only(table.state.matrix), odds: 50, effects: [{ add: { path: 'seat/ARD/moral', by: 3 } }], outcome: '' });
  }],
  ['notAnnouncing', 'An announcement of a seat that does not announce', 'Only rivals that the scenario says so about bind themselves beforehand.', () => toldAs(rival((state) => { state.scenario.seats.DRA!.signals = false; }), RIVAL, announce)],
  ['alreadyAnnounced', 'A rival announces anew', 'An announcement that can be replaced warns nobody.', () => toldAs(rival((state) => { state.announced.DRA = ['TRAIN']; }), RIVAL, announce)],
  ['notAnnounced', 'A rival orders what it did not announce', 'It does what it said, or nothing: that makes its words worth reading.', () => toldAs(rival((state) => { Object.assign(state, { phase: 'orders', announced: { DRA: ['TRAIN'] } }); }), RIVAL, sheet(['HARDEN']))],
  ['orderRepeated', 'Two orders of one number on a sheet', 'Outcomes are told by the number of the order, so each needs its own.', () => told(inOrders(), 'ARD', { type: 'saveOrders', orders: ['TRAIN', 'HARDEN'].map((action) => ({ id: 'o', action, params: {}, intent: '', invitation: null })) })],
  ['orderUnknown', 'An order of a joint act that was never agreed', 'What stands on the sheet by consent is put there by the consent alone.', () => told(inOrders(), 'ARD', { type: 'saveOrders', orders: [{ id: 'o', action: 'VISIT', params: { partner: 'BEL' }, intent: '', invitation: 'none' }] })],
  ['observationUnknown', 'A note in the notebook of another evaluator', 'The answer is the same as for a note that does not exist: what somebody keeps for themselves is theirs.', () => {
    const table = at();
    table.ask('control', pin({ private: true }));
    return toldAs(table.state, { kind: 'control', id: 'colleague' }, { type: 'removeObservation', observation: only(table.state.observations) });
  }],
  ['observationRemoved', 'A note that was taken away, said anew', 'It stands struck out, as it was when it was taken away. A new one can be pinned.', () => {
    const table = at();
    table.ask('control', pin());
    const observation = only(table.state.observations);
    return told(table, 'control', { type: 'removeObservation', observation }, { ...pin({ text: 'Better words.' }), type: 'changeObservation', observation });
  }],
  ['observationNotYours', 'A note of another evaluator, put into a notebook', 'What all of exercise control has read cannot be hidden from them by anybody but its author.', () => {
    const table = at();
    table.ask('control', pin());
    return toldAs(table.state, { kind: 'control', id: 'colleague' }, { ...pin({ private: true }), type: 'changeObservation', observation: only(table.state.observations) });
  }],
  ['tooManyObservations', 'The note after the last one there is room for', 'Each evaluator has room for three hundred, and nobody’s notes take the room of another’s.', () => {
    const table = at();
    for (let number = 0; number < 300; number += 1) table.ask('control', pin());
    return toldAs(table.state, { kind: 'control', id: 'colleague' }, pin()) ?? told(table, 'control', pin());
  }],
  ['objectiveUnknown', 'A note on a learning objective that the scenario has not', 'An evaluation speaks about what the scenario set out to teach; other things are noted without an objective.', () => told(at(), 'control', pin({ objective: 'juggling' }))],
  ['notesOnly', 'An evaluator who pauses the clock', 'Evaluators see what exercise control sees and write down what they see: they change nothing of it.', () => toldAs(at().state, { kind: 'evaluator', id: 'eva' }, { type: 'pause', reason: '' })],
];

export const refusals: Subject = {
  letter: 'R', name: 'Refusals',
  rulings: CASES.map(([code, title, ruling, tried], index): Ruling => ({ id: `R.${index + 1}`, title, ruling, code, check: () => equal(tried(), code) })),
};
