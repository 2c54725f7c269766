// T. Teams: who in a ministry may do what, and how a draft becomes the ministry's act.
import type { Command, DraftCommand } from '../../shared/model/commands.ts';
import type { State } from '../../shared/model/state.ts';
import type { TeamRole } from '../../shared/model/vocabulary.ts';
import { ACTIONS } from '../../shared/rules/actions/catalogue.ts';
import type { Refusal } from '../../shared/rules/refusals.ts';
import { chargeOfAction, powersOf, teamOf } from '../../shared/rules/team.ts';
import { eventFor } from '../../shared/view/event-for.ts';
import { seatView, viewFor } from '../../shared/view/view-for.ts';
import { build, draft, ownReport } from '../rules/build.ts';
import { Table } from '../rules/table.ts';
import type { Subject } from './ruling.ts';
import { equal } from './ruling.ts';

/** A table with teams: Ann, Ben, Cem and Dot come to the seat of ARD in this order, Eve sits alone in BEL. */
class TeamTable extends Table {
  constructor(bend: (state: State) => void = () => {}, people: readonly string[] = ['ann', 'ben', 'cem', 'dot']) {
    super(build((state) => {
      Object.assign(state.settings, { teams: true });
      for (const seat of state.seatIds) state.seats[seat]!.budget = 60;
      bend(state);
    }));
    for (const person of people) this.ask(person, { type: 'takeSeat', seat: 'ARD' });
    this.ask('eve', { type: 'takeSeat', seat: 'BEL' });
  }

  role(person: string): TeamRole | undefined {
    return this.state.team[person];
  }

  /** Lays it before the team and says under which id. */
  drafts(person: string, command: DraftCommand, note = ''): string {
    this.ask(person, { type: 'draftAct', command, note, revises: null });
    return this.of('draftLaid').at(-1)!.draft;
  }

  standing(id: string): string {
    return this.state.teamDrafts[id]!.status;
  }
}

const only = (things: Record<string, unknown>): string => Object.keys(things)[0]!;
const visit: DraftCommand = { type: 'invite', action: 'VISIT', params: { partner: 'BEL' } };
const protest: DraftCommand = { type: 'act', action: 'DEMARCHE', params: { partner: 'BEL' } };
const pledge: DraftCommand = { type: 'act', action: 'PLEDGE', params: { text: 'We will help.', to: ['BEL'] } };
const sign: DraftCommand = { type: 'act', action: 'SIGN', params: { instrument: 'd', version: 1 } };
const share: DraftCommand = { type: 'act', action: 'SHARE', params: { report: 'r', to: ['BEL'] } };
const wire = (to: string[], text = 'Words.'): DraftCommand => ({ type: 'sendMessage', to, text });
const ready: Command = { type: 'setReady', ready: true };
const sheet = (...list: [string, Record<string, unknown>?][]): Command =>
  ({ type: 'saveOrders', orders: list.map(([action, params = {}], index) => ({ id: `o${index}`, action, params, intent: '', invitation: null })) });
const leak: [string, Record<string, unknown>] = ['LEAK', { report: 'r' }];

const withText = (state: State) => {
  state.instruments.d = draft('d', [{ kind: 'HOTLINE', params: { within: 1 } }]);
  state.reports.ARD!.r = ownReport('r', 'ARD', { marking: 'R' });
};
const table = (people?: readonly string[], bend: (state: State) => void = () => {}) => new TeamTable((state) => {
  withText(state);
  bend(state);
}, people);
const inOrders = (people?: readonly string[]) => table(people, (state) => { state.phase = 'orders'; });
const code = (refused: Refusal | null) => refused?.code ?? null;
const until = (played: Table, phase: State['phase']) => {
  while (played.state.phase !== phase) played.ask('control', { type: 'advancePhase' });
};

export const teams: Subject = {
  letter: 'T', name: 'Teams',
  rulings: [
    { id: 'T.1', title: 'Four people who come to one seat', ruling: 'They become minister, policy, intelligence and resources in the order in which they come: nobody waits for a role to be handed out.',
      check: () => {
        const played = table();
        equal(['ann', 'ben', 'cem', 'dot', 'eve'].map((person) => played.role(person)), ['minister', 'policy', 'intelligence', 'resources', 'minister']);
      } },
    { id: 'T.2', title: 'A fifth and a sixth', ruling: 'They join the areas with the fewest people: an area may have several heads, the ministry has one minister.',
      check: () => {
        const played = table(['ann', 'ben', 'cem', 'dot', 'fay', 'gus']);
        equal([played.role('fay'), played.role('gus')], ['policy', 'intelligence']);
      } },
    { id: 'T.3', title: 'One person alone in a seat', ruling: 'Does everything: a team of one has nobody to ask.',
      check: () => {
        const played = table(['ann']);
        played.ask('ann', { type: 'takeRole', role: 'policy' });
        equal([code(played.tries('ann', share)), code(played.tries('ann', sign))], [null, null]);
      } },
    { id: 'T.4', title: 'Two people, and an area that neither has', ruling: 'Both may work in it. Odd numbers must not leave a part of the ministry without a hand.',
      check: () => {
        const played = table(['ann', 'ben']);
        equal([played.role('ben'), code(played.tries('ben', share)), code(played.tries('ben', sign))], ['policy', null, 'notYourArea']);
      } },
    { id: 'T.5', title: 'A share by the head of policy, where somebody else has intelligence', code: 'notYourArea', ruling: 'It is not carried out, and they are told whose it is: it can be laid before the team as a draft.',
      check: () => {
        const refused = table().tries('ben', share);
        equal([refused?.code, refused?.params], ['notYourArea', { role: 'intelligence' }]);
      } },
    { id: 'T.6', title: 'A signature by anybody but the minister', ruling: 'What binds the ministry before others is the minister’s, whoever prepared it: signatures, ratifications, withdrawals, suspensions, disputes and remedies, pledges, votes, memberships, admitting forces, consent to invitations, decisions of injects, leaks, deceptions, and naming a culprit in public.',
      check: () => {
        const played = table();
        const refused = played.tries('ben', sign);
        played.ask('ann', sign);
        const binding = Object.keys(ACTIONS).filter((action) => chargeOfAction(action, { public: true }).binds).sort();
        equal([refused?.params, binding], [{ role: 'minister' }, ['ATTRIBUTE', 'DECEIVE', 'DISPUTE', 'HOST', 'LEAK', 'MEMBERSHIP', 'PLEDGE', 'RATIFY', 'REMEDY', 'SIGN', 'SUSPEND', 'VOTE', 'WITHDRAW']]);
      } },
    { id: 'T.7', title: 'The minister works in somebody else’s area', ruling: 'The minister may do everything in the ministry. A team is never stuck because the head of an area is away.',
      check: () => equal(code(table().tries('ann', share)), null) },
    { id: 'T.8', title: 'A share drafted by intelligence, approved by policy, released by the minister', ruling: 'Only the release carries it out. It is the act of the seat like any other, and the record names who drafted, approved and released it.',
      check: () => {
        const played = table();
        const id = played.drafts('cem', share, 'They should know.');
        played.ask('ben', { type: 'approveDraft', draft: id });
        equal(played.of('reportShared'), []);
        played.ask('ann', { type: 'releaseDraft', draft: id });
        equal([played.of('draftReleased'), played.of('reportShared').length, played.standing(id)], [[{ draft: id, seat: 'ARD', drafter: 'cem', approvers: ['ben'], releaser: 'ann' }], 1, 'released']);
      } },
    { id: 'T.9', title: 'A draft of something that cannot be done', ruling: 'Refused at once with the reason that the act itself would meet: the team does not approve what is impossible.',
      check: () => equal(code(table().tries('ben', { type: 'draftAct', command: { type: 'act', action: 'SIGN', params: { instrument: 'd', version: 7 } }, note: '', revises: null })), 'staleVersion') },
    { id: 'T.10', title: 'A draft that has become impossible by the time it is released', ruling: 'The release is refused with the reason, and the draft stays before the team: it can be withdrawn, sent back, or tried again.',
      check: () => {
        const played = table();
        const id = played.drafts('ben', visit);
        played.ask('ann', visit);
        equal([code(played.tries('ann', { type: 'releaseDraft', draft: id })), played.standing(id)], ['alreadyOpen', 'open']);
      } },
    { id: 'T.11', title: 'A signature released by the head of policy', ruling: 'Refused: a draft goes out by the hand that carries the act, and approval does not change whose that is.',
      check: () => {
        const played = table();
        const id = played.drafts('cem', sign);
        played.ask('ben', { type: 'approveDraft', draft: id });
        equal([code(played.tries('ben', { type: 'releaseDraft', draft: id })), code(played.tries('ann', { type: 'releaseDraft', draft: id }))], ['notYourArea', null]);
      } },
    { id: 'T.12', title: 'A share drafted by policy and released by intelligence', ruling: 'Whoever heads the area releases it; the minister need not be asked for what does not bind.',
      check: () => {
        const played = table();
        const id = played.drafts('ben', share);
        played.ask('cem', { type: 'releaseDraft', draft: id });
        equal(played.standing(id), 'released');
      } },
    { id: 'T.13', title: 'Somebody approves their own draft', code: 'ownDraft', ruling: 'Approval is the word of somebody else, or it says nothing.',
      check: () => {
        const played = table();
        const id = played.drafts('ben', pledge);
        equal([code(played.tries('ben', { type: 'approveDraft', draft: id })), code(played.tries('ben', { type: 'returnDraft', draft: id, remark: 'No.' }))], ['ownDraft', 'ownDraft']);
      } },
    { id: 'T.14', title: 'A draft sent back with a remark, and said anew', ruling: 'The remark stays with it. The new draft names the one it replaces, so that the team can see what changed.',
      check: () => {
        const played = table();
        const id = played.drafts('cem', wire(['BEL'], 'Come.'));
        played.ask('ann', { type: 'returnDraft', draft: id, remark: 'Friendlier.' });
        played.ask('cem', { type: 'draftAct', command: wire(['BEL'], 'Please come.'), note: '', revises: id });
        equal([played.standing(id), played.state.teamDrafts[id]!.remark, played.state.teamDrafts[played.of('draftLaid').at(-1)!.draft]!.revises], ['returned', { by: 'ann', text: 'Friendlier.' }, id]);
      } },
    { id: 'T.15', title: 'A draft that was approved is withdrawn by its drafter', ruling: 'Possible until it is released: until then nothing has left the ministry.',
      check: () => {
        const played = table();
        const id = played.drafts('ben', pledge);
        played.ask('cem', { type: 'approveDraft', draft: id });
        played.ask('ben', { type: 'withdrawDraft', draft: id });
        equal(played.standing(id), 'withdrawn');
      } },
    { id: 'T.16', title: 'A draft withdrawn by somebody else', code: 'notYourDraft', ruling: 'Others approve it or send it back with a reason; taking it away in silence is its drafter’s alone.',
      check: () => {
        const played = table();
        const id = played.drafts('ben', pledge);
        equal([code(played.tries('ann', { type: 'withdrawDraft', draft: id })), code(played.tries('cem', { type: 'draftAct', command: pledge, note: '', revises: id }))], ['notYourDraft', 'notYourDraft']);
      } },
    { id: 'T.17', title: 'A draft released twice', code: 'draftClosed', ruling: 'What has gone out has gone out: the second release does nothing.',
      check: () => {
        const played = table();
        const id = played.drafts('ben', pledge);
        played.ask('ann', { type: 'releaseDraft', draft: id });
        equal(code(played.tries('ann', { type: 'releaseDraft', draft: id })), 'draftClosed');
      } },
    { id: 'T.18', title: 'A draft of another ministry', code: 'draftUnknown', ruling: 'The answer is the same as for one that does not exist: nobody learns that others draft anything.',
      check: () => {
        const played = table();
        equal(code(played.tries('eve', { type: 'approveDraft', draft: played.drafts('ben', pledge) })), 'draftUnknown');
      } },
    { id: 'T.19', title: 'The phase ends over a draft that nobody released', ruling: 'It lapses and says so: an invitation or a signature with Negotiation, an answer or a protest with the lock. A message waits on.',
      check: () => {
        const played = table();
        const [early, late, words] = [played.drafts('ben', visit), played.drafts('cem', protest), played.drafts('dot', wire(['BEL']))];
        until(played, 'orders');
        const between = [early, late].map((id) => played.standing(id));
        until(played, 'resolution');
        equal([between, [early, late, words].map((id) => played.standing(id)), played.of('draftLapsed').length], [['lapsed', 'open'], ['lapsed', 'lapsed', 'open'], 2]);
      } },
    { id: 'T.20', title: 'The minister names a deputy', ruling: 'The deputy has the minister’s hand as well, until the minister takes the word back or a new minister comes: a team whose minister is away goes on.',
      check: () => {
        const played = table();
        played.ask('ann', { type: 'nameDeputy', deputy: 'dot' });
        const signed = code(played.tries('dot', sign));
        played.ask('ann', { type: 'nameDeputy', deputy: null });
        equal([signed, code(played.tries('dot', pledge))], [null, 'notYourArea']);
      } },
    { id: 'T.21', title: 'A deputy who is not in the team', code: 'notInTeam', ruling: 'The minister’s hand stays in the ministry.',
      check: () => {
        const played = table();
        equal(['eve', 'ann'].map((deputy) => code(played.tries('ann', { type: 'nameDeputy', deputy }))), ['notInTeam', 'notInTeam']);
      } },
    { id: 'T.22', title: 'The minister leaves the seat', code: 'needsSecond', ruling: 'The first of the others acts for the minister: policy, then intelligence, then resources. What binds the ministry then needs two people, one who drafts or approves and one who releases, so that an empty chair is no shortcut.',
      check: () => {
        const played = table();
        played.ask('ann', { type: 'leaveSeat' });
        const alone = [code(played.tries('ben', sign)), code(played.tries('cem', sign))];
        const own = played.drafts('ben', sign);
        const unseconded = code(played.tries('ben', { type: 'releaseDraft', draft: own }));
        played.ask('cem', { type: 'approveDraft', draft: own });
        equal([alone, unseconded, code(played.tries('ben', { type: 'releaseDraft', draft: own }))], [['needsSecond', 'notYourArea'], 'needsSecond', null]);
      } },
    { id: 'T.23', title: 'Somebody takes the empty chair of the minister', ruling: 'Anybody in the team may, and then signs with an own hand. Their old area is open to all until somebody takes it.',
      check: () => {
        const played = table();
        played.ask('ann', { type: 'leaveSeat' });
        played.ask('dot', { type: 'takeRole', role: 'minister' });
        equal([code(played.tries('dot', sign)), powersOf(teamOf(played.state, 'ARD'), 'ben').carries], [null, ['policy', 'resources']]);
      } },
    { id: 'T.24', title: 'Two people who both want to be the minister', code: 'roleTaken', ruling: 'Who has a role keeps it; a person chooses among those that are free. Exercise control settles anything else.',
      check: () => {
        const played = table();
        equal([code(played.tries('ben', { type: 'takeRole', role: 'minister' })), code(table(['ann', 'ben']).tries('ben', { type: 'takeRole', role: 'resources' }))], ['roleTaken', null]);
      } },
    { id: 'T.25', title: 'Exercise control makes somebody else the minister', ruling: 'The two change places, so that no area loses its head by it.',
      check: () => {
        const played = table();
        played.ask('control', { type: 'giveRole', participant: 'cem', role: 'minister' });
        equal([played.role('cem'), played.role('ann')], ['minister', 'intelligence']);
      } },
    { id: 'T.26', title: 'A role in an exercise without teams', code: 'noTeam', ruling: 'There are none: everybody in a seat may do everything, as it was before there were teams.',
      check: () => {
        const played = new TeamTable((state) => { Object.assign(state.settings, { teams: false }); withText(state); });
        const asked = [code(played.tries('ben', { type: 'takeRole', role: 'policy' })), played.tries('control', { type: 'giveRole', participant: 'ben', role: 'policy' })?.code];
        equal([asked, code(played.tries('dot', sign)), played.state.team, seatView(played.state, 'ARD').team], [['noTeam', 'noTeam'], null, {}, null]);
      } },
    { id: 'T.27', title: 'Each head writes an order of another’s area', ruling: 'There is one order sheet, and everybody saves it. A row outside one’s area says whose word it waits for; one inside has it at once.',
      check: () => {
        const played = inOrders();
        played.ask('cem', sheet(['TRAIN'], ['CI_SWEEP']));
        equal(played.state.sheets.ARD!.marks, { o0: { by: 'cem', approved: null }, o1: { by: 'cem', approved: 'cem' } });
      } },
    { id: 'T.28', title: 'The sheet saved again by somebody else', ruling: 'Rows that stay as they are keep their writer and the word behind them; a row that was changed is the new writer’s.',
      check: () => {
        const played = inOrders();
        played.ask('dot', sheet(['TRAIN'], ['DEPLOY', { crisis: 'C1', packages: [{ domain: 'SEA', count: 1 }] }]));
        played.ask('cem', sheet(['TRAIN'], ['DEPLOY', { crisis: 'C1', packages: [{ domain: 'SEA', count: 2 }] }]));
        equal(played.state.sheets.ARD!.marks, { o0: { by: 'dot', approved: 'dot' }, o1: { by: 'cem', approved: null } });
      } },
    { id: 'T.29', title: 'The clock runs out over a row that nobody approved', ruling: 'It goes as it was saved: nothing is lost by forgetfulness. What binds the ministry stays back, for nobody leaks in the minister’s name.',
      check: () => {
        const played = inOrders();
        played.ask('ben', sheet(['TRAIN'], leak));
        until(played, 'resolution');
        equal([played.of('orderDone').map(({ action }) => action), played.of('orderCancelled').map(({ action, reason }) => [action, reason])], [['TRAIN'], [['LEAK', 'notApproved']]]);
      } },
    { id: 'T.30', title: 'A leak that the minister approved', code: 'notApproved', ruling: 'It is carried out: one word on the row is enough. Without it the row is cancelled at the lock with this reason.',
      check: () => {
        const [without, approved] = [inOrders(), inOrders()];
        for (const played of [without, approved]) played.ask('cem', sheet(leak));
        equal(code(approved.tries('ben', { type: 'approveOrder', order: 'o0' })), 'notYourArea');
        approved.ask('ann', { type: 'approveOrder', order: 'o0' });
        for (const played of [without, approved]) until(played, 'resolution');
        equal([without, approved].map((played) => [...played.of('orderCancelled').map(({ reason }) => reason), played.of('orderDone').length]), [['notApproved', 0], [1]]);
      } },
    { id: 'T.31', title: 'Ready, said by the head of an area', code: 'notYourReady', ruling: 'In Negotiation and Orders the minister says it. In the other phases it means no more than having read, and anybody says it; anybody may take it back.',
      check: () => {
        const played = inOrders();
        const refused = code(played.tries('ben', ready));
        played.ask('ann', ready);
        const back = code(played.tries('ben', { type: 'setReady', ready: false }));
        played.state.phase = 'review';
        equal([refused, back, code(played.tries('ben', ready))], ['notYourReady', null, null]);
      } },
    { id: 'T.32', title: 'The minister says ready over rows that wait for a word', ruling: 'With it the minister stands behind the whole sheet.',
      check: () => {
        const played = inOrders();
        played.ask('ben', sheet(['TRAIN'], leak));
        played.ask('ann', ready);
        equal(Object.values(played.state.sheets.ARD!.marks!).map(({ approved }) => approved), ['ann', 'ann']);
      } },
    { id: 'T.33', title: 'The sheet is changed after the minister said ready', ruling: 'The ready is taken back: it was said to another sheet.',
      check: () => {
        const played = inOrders();
        played.ask('ann', ready);
        played.ask('dot', sheet(['TRAIN']));
        const after = played.state.ready.includes('ARD');
        played.ask('ann', ready);
        played.ask('ann', sheet(['HARDEN']));
        equal([after, played.state.ready.includes('ARD')], [false, true]);
      } },
    { id: 'T.34', title: 'A note to one’s own team', ruling: 'It says who wrote it, and the team and exercise control alone read it. A message to others does not say who: a ministry speaks with one voice.',
      check: () => {
        const played = table();
        played.ask('cem', wire(['ARD'], 'For us.'));
        played.ask('ben', wire(['BEL'], 'For you.'));
        const read = (seat: string) => Object.values(seatView(played.state, seat).messages).map(({ text, by }) => [text, by ?? null]);
        equal([read('ARD'), read('BEL'), read('COR')], [[['For us.', 'cem'], ['For you.', null]], [['For you.', null]], []]);
      } },
    { id: 'T.35', title: 'Words to another ministry by the head of intelligence', ruling: 'Policy speaks for the ministry; the others draft. Asking exercise control is for everybody.',
      check: () => {
        const played = table();
        equal([code(played.tries('cem', wire(['BEL']))), code(played.tries('cem', wire(['control'])))], ['notYourArea', null]);
      } },
    { id: 'T.36', title: 'An invitation answered by the head of policy', ruling: 'Consent is a word given to others and the minister’s to give; declining binds nobody and is for whoever heads the area.',
      check: () => {
        const played = table();
        played.ask('eve', { type: 'invite', action: 'VISIT', params: { partner: 'ARD' } });
        const invitation = only(played.state.invitations);
        equal([code(played.tries('ben', { type: 'answerInvitation', invitation, accept: true })), code(played.tries('ben', { type: 'answerInvitation', invitation, accept: false }))], ['notYourArea', null]);
      } },
    { id: 'T.37', title: 'A bot plays the seat, and then the people come back', ruling: 'A bot has every role. People who are put back find the roles they had.',
      check: () => {
        const played = table();
        played.ask('control', { type: 'handToBot', seat: 'ARD', character: 'hawk' });
        played.ask('control', { type: 'undoAct', act: played.state.controlActs.at(-1)!.id });
        equal(['ann', 'ben', 'cem', 'dot'].map((person) => played.role(person)), ['minister', 'policy', 'intelligence', 'resources']);
      } },
    { id: 'T.38', title: 'Exercise control moves a person to another seat', ruling: 'They are something new there, and what they were stays behind: roles belong to a team.',
      check: () => {
        const played = table();
        played.ask('control', { type: 'seatParticipant', participant: 'ann', seat: 'BEL' });
        equal([played.role('ann'), played.role('eve'), teamOf(played.state, 'ARD').members], ['policy', 'minister', { ben: 'policy', cem: 'intelligence', dot: 'resources' }]);
      } },
    { id: 'T.39', title: 'Drafts, roles and notes of one team in the eyes of others', ruling: 'They do not show, neither on the screen nor in the history; exercise control reads them all.',
      check: () => {
        const played = table();
        played.drafts('ben', wire(['BEL'], 'not-yet-said'), 'secret-note');
        played.ask('cem', wire(['ARD'], 'among-us'));
        const seen = (viewer: Parameters<typeof viewFor>[1]) => JSON.stringify([viewFor(played.state, viewer), played.events.map((event) => eventFor(played.state, event, viewer))]);
        const found = (viewer: Parameters<typeof viewFor>[1]) => ['not-yet-said', 'secret-note', 'among-us', '"ben"'].filter((word) => seen(viewer).includes(word));
        equal([found({ kind: 'seat', seat: 'BEL' }), found({ kind: 'observer' }), found({ kind: 'seat', seat: 'ARD' }).length, found({ kind: 'control' }).length], [[], [], 4, 4]);
      } },
    { id: 'T.40', title: 'A leak nobody approved, and a ministry that is late the turn after', ruling: 'It does not come back as a standing order: what stayed back at the lock stands for nothing.',
      check: () => {
        const played = inOrders();
        played.ask('ben', sheet(['TRAIN'], leak));
        until(played, 'resolution');
        equal(played.state.standing.ARD!.orders.map(({ action }) => action), ['TRAIN']);
      } },
    { id: 'T.41', title: 'The draft after the last one there is room for', code: 'tooManyTeamDrafts', ruling: 'A team has twenty before it at most: more is a pile that nobody reads.',
      check: () => {
        const played = table();
        for (let number = 0; number < 20; number += 1) played.drafts('ben', wire(['BEL'], `Words ${number}.`));
        equal(code(played.tries('cem', { type: 'draftAct', command: wire(['BEL']), note: '', revises: null })), 'tooManyTeamDrafts');
      } },
  ],
};
