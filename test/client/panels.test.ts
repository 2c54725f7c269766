// What the panels reckon with: the sheet, the budget's pots, drafts, standings of instruments, beliefs, sharing, scores and replays.
import { describe, expect, it } from 'vitest';
import { createSheet } from '../../client/orders/sheet.ts';
import { moved } from '../../client/orders/reorder.ts';
import { summaryOf } from '../../client/orders/summary.ts';
import { weigh } from '../../client/panels/intelligence/weighing.ts';
import { discoveryChance, standingOf } from '../../client/panels/intelligence/share-form.tsx';
import { addClause, commandFor, faultText, draftFromInstrument, draftFromTemplate, emptyDraft, setParameter, withParties } from '../../client/panels/instruments/drafting.ts';
import { groupOf, joiningStep, knownInstruments, partyState, versionRead } from '../../client/panels/instruments/standing.ts';
import { describe as describeParameters } from '../../client/panels/tray/describe.ts';
import { optionLabel } from '../../client/actions/parameters.ts';
import { decisionsOf } from '../../client/panels/review/decisions.ts';
import { bandOfScore, partsOf } from '../../client/panels/review/scores.ts';
import { shownFor } from '../../client/panels/detail/detail-panel.tsx';
import { ReplayFold } from '../../client/replay/fold.ts';
import type { SendAnswer } from '../../client/store.ts';
import { gradeOf, likelihood, portionMark, signed, wordFor } from '../../client/words.ts';
import type { Order, Score } from '../../shared/model/state.ts';
import { ACTIONS } from '../../shared/rules/actions/catalogue.ts';
import { potsOf } from '../../shared/rules/pots.ts';
import { publicView, seatView } from '../../shared/view/view-for.ts';
import { nextStep } from '../../shared/view/waiting.ts';
import { toDocuments } from '../../shared/wire/documents.ts';
import type { ReplayFrame } from '../../shared/wire/messages.ts';
import { Table, playedTurn } from './fixture.ts';

const order = (id: string, action = 'TRAIN', params: Record<string, unknown> = {}): Order => ({ id, action, params, intent: '', invitation: null });

describe('the order sheet', () => {
  const refused: SendAnswer = { accepted: false, refusal: { code: 'tooFewPoints', subject: null, params: {} } };
  function fake(answers: SendAnswer[]) {
    const sent: string[][] = [];
    const waiting: (() => void)[] = [];
    const made = createSheet(async (orders) => {
      sent.push(orders.map(({ id }) => id));
      return answers.shift() ?? { accepted: true };
    }, (run) => {
      waiting.push(run);
      return () => waiting.splice(waiting.indexOf(run), 1);
    });
    return { made, sent, waiting };
  }

  it('shows a change at once, saves it, and goes back to what the server has', async () => {
    const { made, sent } = fake([]);
    made.change([order('a'), order('b')]);
    expect(made.get()).toMatchObject({ saving: 'saving', orders: [{ id: 'a' }, { id: 'b' }] });
    await Promise.resolve();
    expect(sent).toEqual([['a', 'b']]);
    expect(made.get()).toMatchObject({ saving: 'saved', orders: null });
  });

  it('saves typing once it pauses', () => {
    const { made, sent, waiting } = fake([]);
    made.change([order('a')], true);
    made.change([order('b')], true);
    expect({ sent: sent.length, waiting: waiting.length }).toEqual({ sent: 0, waiting: 1 });
    waiting[0]!();
    expect(sent).toEqual([['b']]);
  });

  it('keeps a refused sheet with the reason, until it is discarded', async () => {
    const { made } = fake([refused]);
    made.change([order('a')]);
    await Promise.resolve();
    expect(made.get()).toMatchObject({ saving: 'failed', refusal: { code: 'tooFewPoints' }, orders: [{ id: 'a' }] });
    made.discard();
    expect(made.get().orders).toBeNull();
  });

  it('takes off again what was added in vain', async () => {
    const { made, sent } = fake([refused]);
    const answer = await made.add([order('a')], order('b'));
    expect({ answer, sent, draft: made.get().orders }).toEqual({ answer: refused, sent: [['a', 'b']], draft: null });
  });

  it('moves entries within bounds', () => {
    expect(moved(['a', 'b', 'c'], 2, 0)).toEqual(['c', 'a', 'b']);
    expect(moved(['a', 'b', 'c'], 0, 9)).toEqual(['b', 'c', 'a']);
  });

  it('says in a line what an order is', () => {
    const view = new Table().sight('NIH').public;
    expect(summaryOf(view, 'DEPLOY', { crisis: 'karsa', packages: [] })).toBe('Karsa launches · recall all');
    expect(summaryOf(view, 'EXERCISE', { partners: ['COL'], domain: 'SEA', region: 'NIH', observers: [] })).toBe('Columbria · Sea · Nihara');
  });
});

describe('what an invitation asks', () => {
  it('stands in words, not in codes', () => {
    const view = new Table().sight('NIH').public;
    const rows = describeParameters(view, 'HOST', { act: 'request', crisis: 'karsa', cap: 2, until: 0 });
    expect(rows.map(({ value }) => value)).toEqual([optionLabel('act', 'request'), 'Karsa launches', '2', 'without end']);
    expect(rows[0]!.value).not.toBe('request');
  });
});

describe('the budget', () => {
  it('puts orders and duties in their pots and flags what is promised beyond the means', () => {
    const table = new Table({ everything: true });
    table.until('negotiation');
    const see = table.sight('NIH');
    const orders = [order('a', 'TRAIN'), order('b', 'DEPLOY', { crisis: 'karsa', packages: [{ domain: 'SEA', count: 2 }] }), order('c', 'INVEST', { domain: 'AI', partners: [] })];
    const pots = potsOf(see, orders);
    expect(pots).toMatchObject({ national: 4, international: 8, duties: 0, overcommitted: 2 });
    expect(pots.expenses.find(({ name }) => name === 'INVEST')).toMatchObject({ cancelled: true, amount: 8 });
    expect(pots.incomeNextTurn).toBe(22);
  });
});

describe('a draft', () => {
  const table = new Table({ everything: true });
  table.until('negotiation');
  const see = table.sight('NIH');
  const training = (clauses: { kind: string; params: Record<string, unknown> }[]) => clauses.find(({ kind }) => kind === 'TRAINING')!.params;

  it('from a template is ready for the table: its parties are those it names', () => {
    const draft = draftFromTemplate(see.public.templates['guided-draft']!, see);
    expect(draft.parties).toEqual(['COL']);
    const { action, params } = commandFor(draft);
    expect(action).toBe('TABLE');
    expect(ACTIONS.TABLE!.refuse(see, ACTIONS.TABLE!.parameters.parse(params))).toBeNull();
  });

  it('binds its seats to whoever is a party, never one seat twice', () => {
    const draft = draftFromTemplate(see.public.templates['guided-draft']!, see, ['HAN']);
    expect(training(draft.clauses)).toMatchObject({ provider: 'HAN', trainee: 'NIH' });
    const alone = withParties(draft, [], see);
    expect(training(alone.clauses)).toMatchObject({ provider: undefined, trainee: 'NIH' });
    expect(training(withParties(alone, ['MER'], see).clauses)).toMatchObject({ provider: 'MER', trainee: 'NIH' });
  });

  it('grows by clauses from the catalogue', () => {
    const draft = setParameter(addClause({ ...emptyDraft('Text'), parties: ['COL'] }, 'TERM', see), 0, 'duration', 4);
    expect(draft.clauses).toEqual([{ kind: 'TERM', params: { duration: 4, renewal: undefined, notice: 0 } }].map((clause) => ({ ...clause, params: expect.objectContaining({ duration: 4, notice: 0 }) })));
  });

  it('names what it contradicts, in its own text or in one that is in force', () => {
    const contradiction = (instrument: string) => faultText(see, { code: 'clausesContradict', subject: 'clauses/0', params: { kind: 'INTEL_SHARE', other: 'INFOSEC', otherClause: 1, instrument } });
    const held = Object.values(see.own.instruments)[0]!;
    expect(contradiction('')).toContain('It contradicts Article 2 of this text: Protection of information.');
    expect(contradiction(held.id)).toContain(`It contradicts Article 2 of “${held.title}”, which is in force: Protection of information.`);
  });

  it('asks for no more parties than it has', () => {
    const draft = { ...withParties(emptyDraft('Text'), ['COL', 'HAN', 'MER'], see), minParties: 3 };
    expect(commandFor(draft).params).toMatchObject({ minParties: 3 });
    expect(withParties(draft, ['COL', 'HAN'], see).minParties).toBe(0);
    expect(withParties(draft, ['COL', 'HAN', 'MER'], see).minParties).toBe(3);
  });

  it('of an amendment names the version it starts from', () => {
    const held = Object.values(see.own.instruments)[0]!;
    expect(commandFor(draftFromInstrument(held, 'NIH'))).toMatchObject({ action: 'AMEND', params: { instrument: held.id, version: 1 } });
  });
});

describe('the standing of an instrument', () => {
  it('follows signatures and versions', () => {
    const table = new Table();
    table.until('negotiation');
    const id = Object.keys(table.state.instruments)[0]!;
    const held = () => table.sight('NIH').own.instruments[id]!;
    expect([nextStep(held(), 'NIH'), groupOf(held(), 'NIH')]).toEqual(['sign', 'waiting']);
    table.act('NIH', 'SIGN', { instrument: id, version: 1 });
    expect([nextStep(held(), 'NIH'), groupOf(held(), 'NIH'), partyState(held(), 'NIH'), partyState(held(), 'COL')]).toEqual(['wait', 'pending', 'signed', 'open']);
    const { title, kind, clauses } = held().versions[0]!;
    table.act('COL', 'AMEND', { instrument: id, version: 1, title: `${title}, amended`, kind, clauses });
    expect([nextStep(held(), 'NIH'), partyState(held(), 'NIH')]).toEqual(['sign', held().signatures.NIH === undefined ? 'open' : 'stale']);
    // Whoever wrote the new version has read it; everybody else had the old one on the screen.
    expect(['NIH', 'COL', null].map((seat) => versionRead(held(), 1, seat))).toEqual([1, 2, 1]);
    for (const seat of ['NIH', 'COL']) table.act(seat, 'SIGN', { instrument: id, version: 2 });
    expect(nextStep(held(), 'NIH')).toBe('ratify');
    table.act('NIH', 'RATIFY', { instrument: id });
    expect(nextStep(held(), 'NIH')).toBe('wait');
    // Once everybody has ratified there is nobody left to wait for.
    table.act('COL', 'RATIFY', { instrument: id });
    expect([nextStep(held(), 'NIH'), groupOf(held(), 'NIH')]).toEqual(['none', 'pending']);
  });

  it('that is in force without a seat it names is open to join, once', () => {
    const table = new Table();
    table.until('negotiation');
    const see = table.sight('HAN');
    const text = { ...Object.values(table.sight('NIH').own.instruments)[0]!, status: 'inForce' as const, binding: 1, inForceSince: 1, invited: ['HAN'] };
    const invited = (entersTurn: number | null) => ({ ...see, own: { ...see.own, accessions: { [text.id]: { ...text, entersTurn } } } });
    expect([joiningStep(invited(null), text), joiningStep(invited(2), text), joiningStep(see, text)]).toEqual(['join', 'wait', 'none']);
    expect(groupOf(text, 'HAN', true)).toBe('joinable');
    expect(knownInstruments({}, invited(null)).map(({ id }) => id)).toEqual([text.id]);
  });
});

describe('intelligence', () => {
  const see = playedTurn().sight('NIH');
  const belief = see.own.beliefs.launches!;

  it('takes a belief apart into reports, and says what it would be without each', () => {
    const reports = Object.values(see.own.reports);
    const claim = reports[0]!.claim;
    const weighed = weigh(belief, reports, claim);
    expect(weighed.percent).toBe(belief.shares[claim]);
    expect(weighed.pushes.reduce((sum, { part }) => sum + part, 0) + weighed.rest).toBeGreaterThanOrEqual(98);
    for (const push of weighed.pushes.filter(({ counted }) => counted)) expect(push.without).toBeLessThan(weighed.percent);
  });

  it('gives a fabrication no part', () => {
    const reports = Object.values(see.own.reports).map((report) => ({ ...report, fabricated: true }));
    expect(weigh(belief, reports, reports[0]!.claim).pushes.every(({ part, counted }) => part === 0 && !counted)).toBe(true);
  });

  it('tells for each receiver whether a report may pass', () => {
    const own = Object.values(see.own.reports).find(({ originator }) => originator === 'NIH')!;
    const foreign = Object.values(see.own.reports).find(({ originator }) => originator === 'COL')!;
    expect(standingOf(see, foreign, 'COL')).toEqual({ kind: 'holds' });
    expect(standingOf(see, { ...foreign, releasable: ['NIH', 'HAN'], originatorControlled: true }, 'HAN')).toEqual({ kind: 'illegal', why: 'originatorControl' });
    expect(standingOf(see, { ...foreign, releasable: ['NIH'] }, 'HAN')).toEqual({ kind: 'illegal', why: 'notReleasable' });
    expect(standingOf(see, { ...own, marking: 'TS' }, 'HAN')).toEqual({ kind: 'illegal', why: 'classification' });
    expect(standingOf(see, { ...own, marking: 'U' }, 'HAN')).toEqual({ kind: 'allowed' });
    expect([0, 1, 3, 11].map(discoveryChance)).toEqual([0, 35, 55, 95]);
  });

  it('writes markings, grades and likelihoods as a professional does', () => {
    expect(portionMark({ marking: 'C', originatorControlled: true, releasable: ['NIH', 'COL'], originator: 'COL' })).toBe('(C//ORCON//REL TO COL, NIH)');
    expect(portionMark({ marking: 'S', originatorControlled: false, releasable: [], originator: 'NIH' })).toBe('(S)');
    expect(gradeOf({ reliability: 'B', credibility: 3 })).toBe('B3');
    expect([3, 30, 50, 70, 97].map(likelihood)).toEqual(['remote', 'unlikely', 'about even', 'likely', 'almost certain']);
    expect([wordFor('trust', 19), wordFor('trust', 20), wordFor('grievance', 0), signed(-4)]).toEqual(['hostile', 'wary', 'none', '−4']);
  });
});

describe('scores', () => {
  const score: Score = { total: 5250, national: 6000, order: 5000, judgement: 2000, redLines: [], capped: false, objectives: [] };
  it('are made of their parts', () => {
    const { total, parts } = partsOf(score);
    expect(parts.map(({ points }) => points)).toEqual([33, 17.5, 2]);
    expect(parts.reduce((sum, { points }) => sum + points, 0)).toBe(total);
  });
  it('have bands; no statesman broke a red line', () => {
    const band = (total: number, redLines: string[] = []) => bandOfScore({ ...score, total, redLines });
    expect([band(8000), band(8000, ['x']), band(6000), band(4500), band(4499)]).toEqual(['statesman', 'success', 'success', 'mixed', 'failure']);
  });
});

describe('decisions', () => {
  it('are the sheets at the lock with reasons and outcomes', () => {
    const table = playedTurn();
    const seen = [...table.history('NIH', 1)];
    const decided = decisionsOf(seen);
    expect(Object.keys(decided)).toEqual(['NIH']);
    expect(decided.NIH!.map(({ action, intent, outcome }) => [action, intent, outcome?.done])).toEqual([['COLLECT', 'Know first.', true], ['TRAIN', '', true]]);
  });
  it('keep what was cancelled, with its reason, and joint acts that no sheet named', () => {
    const event = (type: 'orderDone' | 'orderCancelled', data: Record<string, unknown>) => ({ number: 1, at: 0, turn: 1, phase: 'resolution' as const, type, data, changes: [] });
    expect(decisionsOf([event('orderCancelled', { seat: 'COL', order: 'a', action: 'DEPLOY', reason: 'tooLittleMoney' })])).toEqual({
      COL: [{ order: 'a', action: 'DEPLOY', params: {}, intent: '', outcome: { done: false, reason: 'tooLittleMoney' } }],
    });
  });
});

describe('what is selected', () => {
  it('is a country, a crisis, or what owns or happens in a region', () => {
    const { public: view } = playedTurn().sight('NIH');
    expect(shownFor(view, { kind: 'seat', id: 'COL' })).toEqual({ kind: 'country', id: 'COL' });
    expect(shownFor(view, { kind: 'region', id: view.seats.HAN!.region })).toEqual({ kind: 'country', id: 'HAN' });
    expect(shownFor(view, { kind: 'region', id: view.crises.karsa!.region })).toEqual({ kind: 'crisis', id: 'karsa' });
    expect(shownFor(view, { kind: 'region', id: 'nowhere' })).toBeNull();
    expect(shownFor(view, { kind: 'seat', id: 'XXX' })).toBeNull();
  });
});

describe('a replay', () => {
  const table = new Table();
  const frames: ReplayFrame[] = [];
  const held: Record<string, Record<string, string>> = {};
  const shown: unknown[] = [];
  for (const phase of ['negotiation', 'orders', 'review'] as const) {
    table.until(phase);
    const slices = { public: toDocuments('public', publicView(table.state)), seat: toDocuments('seat', seatView(table.state, 'NIH')) };
    frames.push({
      number: frames.length + 1, at: frames.length, turn: table.state.turn, phase, status: table.state.status,
      slices: Object.fromEntries(Object.entries(slices).map(([slice, documents]) => [slice, {
        set: Object.fromEntries(Object.entries(documents).filter(([key, text]) => held[slice]?.[key] !== text)),
        gone: Object.keys(held[slice] ?? {}).filter((key) => !(key in documents)),
      }])),
    });
    Object.assign(held, slices);
    shown.push(structuredClone({ public: publicView(table.state), own: seatView(table.state, 'NIH'), control: null, notebook: null, seats: null }));
  }
  const fold = new ReplayFold({ exercise: 'x', title: 'x', as: 'NIH', frames });

  it('shows every moment as it was, forwards and backwards', () => {
    for (const index of [0, 1, 2, 0, 2, 1]) expect(JSON.parse(JSON.stringify(fold.viewAt(index)))).toEqual(JSON.parse(JSON.stringify(shown[index])));
  });
  it('has a bookmark per turn', () => {
    expect(fold.bookmarks()).toEqual([{ turn: 1, frame: 0 }]);
    expect(fold.seat).toBe('NIH');
  });
});
