// Conditions of a scenario judged against a state, and what becomes of those that fail.
import { beforeEach, describe, expect, it } from 'vitest';
import type { Event, NewEvent } from '../../shared/model/events.ts';
import type { Report, State } from '../../shared/model/state.ts';
import { apply } from '../../shared/rules/apply.ts';
import { checkExpression } from '../../shared/rules/condition-check.ts';
import { FUNCTIONS } from '../../shared/rules/condition-functions.ts';
import { failuresOf, holds } from '../../shared/rules/conditions.ts';
import { EVENTS, occurrencesOf } from '../../shared/rules/occurrences.ts';
import { settingsFor, setup } from '../../shared/scenario/setup.ts';
import { SMALL, parse } from './small.ts';

let state: State;

beforeEach(() => {
  const scenario = parse(SMALL).scenario!;
  const settings = settingsFor(scenario, {});
  if (!settings.ok) throw new Error(settings.refusal.code);
  state = { ...setup(scenario, { id: 'x', seed: 'conditions', settings: settings.value }), status: 'running', turn: 2 };
});

/** Puts a text with these clauses in force between the two seats. */
function inForce(clauses: { kind: string; params: Record<string, unknown> }[], kind: 'mou' | 'treaty' = 'mou'): void {
  state.instruments.pact = {
    id: 'pact', parties: ['ARD', 'BEL'], tabledBy: 'ARD', classification: 'R', status: 'inForce',
    versions: [{ version: 1, by: 'ARD', turn: 1, title: 'Pact', kind, clauses }],
    signatures: {}, ratifications: {}, binding: 1, inForceSince: 1, entersTurn: null, tabledTurn: 1, suspendedBy: null, minParties: 2, invited: [], acceding: {}, active: {}, grounds: [], withdrawals: {}, endedTurn: null,
  };
}

describe('conditions', () => {
  it('read the turn, numbers of seats and crises', () => {
    expect(holds(state, 'turn == 2 && seats.ARD.publicOpinion == 50 && seats.ARD.capability.SEA >= 50 && seats.ARD.exposure.cables == 50')).toBe(true);
    expect(holds(state, 'crises.cables.severity > 40')).toBe(false);
    state.crises.cables!.severity = 41;
    expect(holds(state, 'crises.cables.severity > 40 && !crises.cables.open && crises.cables.rung == 2')).toBe(true);
  });

  it('see texts in force by clause and by kind, and the parties that all must be', () => {
    expect(holds(state, 'inForce("INFOSEC")')).toBe(false);
    inForce([{ kind: 'INFOSEC', params: { minimum: 50, ceiling: 'C' } }, { kind: 'ACCESS', params: { cap: 3 } }], 'treaty');
    expect(holds(state, 'inForce("INFOSEC") && inForce("INFOSEC", ["ARD", "BEL"]) && inForce("treaty", ["BEL"]) && !inForce("mou")')).toBe(true);
    expect(holds(state, 'inForce("INFOSEC", ["ARD", "CAR"])')).toBe(false);
    expect(holds(state, 'highest("ACCESS", "cap", "ARD") == 3 && highest("ACCESS", "cap", "CAR") == 0 && highest("LIMIT", "cap", "ARD") == 0')).toBe(true);
    state.instruments.pact!.status = 'suspended';
    expect(holds(state, 'inForce("INFOSEC")')).toBe(false);
  });

  it('see visible findings of this turn alone', () => {
    const finding = { id: 'f', turn: 2, instrument: 'pact', clause: 0, kind: 'INFOSEC', seat: 'BEL', result: 'missed' as const, visible: true, injured: ['ARD'] };
    state.findings.push(finding);
    expect(holds(state, 'missed("INFOSEC") && missed("INFOSEC", "BEL") && !missed("INFOSEC", "ARD")')).toBe(true);
    state.findings[0] = { ...finding, visible: false };
    expect(holds(state, 'missed("INFOSEC")')).toBe(false);
    state.findings[0] = { ...finding, turn: 1 };
    expect(holds(state, 'missed("INFOSEC")')).toBe(false);
  });

  it('count what happened this turn and ever', () => {
    Object.assign(state.tally, { forceShown: 3, visitHeld: 1 });
    Object.assign(state.turnStart.tally, { forceShown: 2, visitHeld: 1 });
    expect(holds(state, 'happened("forceShown") && count("forceShown") == 3 && !happened("visitHeld") && count("visitHeld") == 1')).toBe(true);
  });

  it('see relations, packages, reports passed on, injects, decisions and the truth', () => {
    expect(holds(state, 'trust("ARD", "BEL") == 60 && grievance("BEL", "ARD") == 20 && interoperability("ARD", "BEL") == 40 && !channel("hotline", "ARD", "BEL")')).toBe(true);
    state.crises.cables!.deployments.ARD = [{ domain: 'SEA', count: 2 }, { domain: 'ISR', count: 1 }];
    state.injects.push({ id: '01-dark', turn: 1, phase: 'briefing', to: 'all', options: null });
    state.decisions.push({ inject: '02-late', seat: 'ARD', option: 'speak' });
    state.reports.ARD = { r: { marking: 'S', sharedWith: ['BEL'] } } as unknown as State['reports'][string];
    expect(holds(state, 'deployed("ARD", "cables") == 3 && deployed("BEL", "cables") == 0')).toBe(true);
    expect(holds(state, 'deployed("ARD") == 3 && deployed("BEL") == 0 && fired("01-dark") && !fired("02-late") && decided("02-late", "speak") && !decided("02-late", "wait")')).toBe(true);
    expect(holds(state, 'deployed("ARD", "cables", "SEA") == 2 && deployed("ARD", "cables", "LAND") == 0 && deployed("BEL", "cables", "SEA") == 0')).toBe(true);
    expect(holds(state, 'passedOn("ARD", "S") && passedOn("ARD", "C") && !passedOn("ARD", "TS") && !passedOn("BEL", "U")')).toBe(true);
    expect(holds(state, `truth("cables") == "${state.threats.cables!.truth}" && !attributed("ARD")`)).toBe(true);
  });

  it('ask whom events concern', () => {
    const happened = (event: NewEvent) => apply(state, { ...event, seq: state.seq + 1, at: 0, turn: 2, phase: 'review', actor: '', command: null } as Event);
    happened({ type: 'visitHeld', data: { from: 'ARD', to: 'BEL' }, audience: 'all' });
    expect(holds(state, 'happened("visitHeld", "BEL") && count("visitHeld", "ARD") == 1 && !happened("exerciseHeld", "ARD")')).toBe(true);
    inForce([]);
    happened({ type: 'instrumentEnteredIntoForce', data: { instrument: 'pact', version: 1 }, audience: ['ARD', 'BEL'] });
    expect(holds(state, 'happened("instrumentEnteredIntoForce", "ARD")')).toBe(true);
    const finding = { id: 'f', turn: 2, instrument: 'pact', clause: 0, kind: 'INFOSEC', seat: 'BEL', result: 'missed' as const, visible: true, injured: ['ARD'] };
    happened({ type: 'obligationFound', data: { finding: { ...finding, visible: false } }, audience: 'control' });
    happened({ type: 'obligationFound', data: { finding: { ...finding, result: 'met' } }, audience: ['ARD'] });
    expect(holds(state, 'count("obligationMissed") == 0')).toBe(true);
    happened({ type: 'obligationFound', data: { finding }, audience: ['ARD', 'BEL'] });
    expect(holds(state, 'happened("obligationMissed", "BEL") && !happened("obligationMissed", "ARD")')).toBe(true);
    happened({ type: 'attributionMade', data: { seat: 'ARD', threat: 'cables', claim: 'thieves', accused: null, public: false }, audience: ['BEL'] });
    expect(holds(state, 'count("attributionMade") == 0')).toBe(true);
    happened({ type: 'attributionMade', data: { seat: 'ARD', threat: 'cables', claim: 'thieves', accused: 'BEL', public: true }, audience: 'all' });
    expect(holds(state, 'happened("attributionMade", "BEL") && count("attributionMade", "ARD") == 1')).toBe(true);
    happened({ type: 'leakOccurred', data: { seat: 'ARD', report: {} as Report, originator: 'BEL', traced: false, deliberate: true }, audience: ['ARD'] });
    // The seat whose report it was, not the one that let it out.
    expect(holds(state, 'count("leakOccurred", "BEL") == 1 && count("leakOccurred", "ARD") == 0')).toBe(true);
    happened({ type: 'turnStarted', data: { turn: 3 }, audience: 'all' });
    expect(holds(state, '!happened("visitHeld") && !happened("visitHeld", "BEL") && count("visitHeld") == 1')).toBe(true);
  });

  it('see attributions, leaks, warnings, notices, belief and who is behind it', () => {
    const attribution = { seat: 'ARD', threat: 'cables', claim: 'thieves', accused: 'BEL', turn: 1, right: false, public: true };
    state.attributions.push({ ...attribution, public: false }, { ...attribution, right: true, public: false });
    expect(holds(state, '!attributedWrongly("BEL") && !attributedRightly("cables")')).toBe(true);
    state.attributions.push(attribution, { ...attribution, accused: null, right: true });
    expect(holds(state, 'attributedWrongly("BEL") && !attributedWrongly("ARD") && attributedRightly("cables")')).toBe(true);
    Object.assign(state, { compromised: { ARD: 2, BEL: 0 }, warnings: { ARD: ['cables'] } });
    expect(holds(state, 'leaks("ARD") == 2 && leaks("BEL") == 0 && warned("ARD", "cables") && !warned("BEL", "cables")')).toBe(true);
    state.threats.cables!.truth = 'thieves';
    state.beliefs.ARD!.cables = { storm: 0, thieves: 100 };
    expect(holds(state, 'belief("ARD", "cables") == 91 && belief("BEL", "cables") < 50 && sponsor("cables") == "" && !notified("ARD")')).toBe(true);
    state.tally['activityNotified/ARD'] = 1;
    state.scenario.threats.cables!.hypotheses.thieves!.sponsor = 'BEL';
    expect(holds(state, 'sponsor("cables") == "BEL" && notified("ARD") && !notified("BEL")')).toBe(true);
  });

  it('see relief, hosts, norms, organisations', () => {
    state.crises.cables!.coverage = 5950;
    state.crises.cables!.hosts = [];
    expect(holds(state, 'coverage("cables") == 60 && !hosted("ARD", "BEL") && !norm("leak", "ARD")')).toBe(true);
    inForce([{ kind: 'ACCESS', params: { host: 'ARD', guest: 'BEL' } }, { kind: 'NORM', params: { act: 'leak' } }]);
    expect(holds(state, 'hosted("ARD", "BEL") && !hosted("BEL", "ARD") && norm("leak", "ARD") && !norm("deception", "ARD")')).toBe(true);
    expect(holds(state, 'member("league", "ARD") && !expelled("league", "ARD") && !mandated("league", "cables") && !adopted("league", "mandate") && !inDispute("ARD", "BEL")')).toBe(true);
    Object.assign(state.organisations.league!, { members: ['BEL'], expelled: ['ARD'], mandates: [{ crisis: 'cables', since: 1 }] });
    state.disputes.d = { filer: 'BEL', respondent: 'ARD', status: 'open' } as State['disputes'][string];
    expect(holds(state, 'inDispute("ARD", "BEL") && inDispute("BEL", "ARD")')).toBe(true);
    state.disputes.d.status = 'settled';
    expect(holds(state, 'inDispute("ARD", "BEL")')).toBe(false);
    state.motions.m = { id: 'm', organisation: 'league', kind: 'mandate', params: {}, by: 'ARD', turn: 1, closesTurn: 1, votes: {}, brokenBy: [], status: 'adopted', decidedTurn: 1 };
    expect(holds(state, '!member("league", "ARD") && expelled("league", "ARD") && mandated("league", "cables") && adopted("league", "mandate") && !adopted("league", "levy")')).toBe(true);
  });

  it('see who accused whom wrongly, and in public', () => {
    const accusation = { seat: 'ARD', threat: 'cables', claim: 'accident', accused: 'BEL', turn: 2, right: false, public: true };
    state.attributions.push(accusation);
    expect(holds(state, 'attributedWrongly("BEL") && attributedWrongly("ARD", "BEL") && !attributedWrongly("BEL", "ARD") && !attributedWrongly("ARD")')).toBe(true);
    for (const other of [{ right: true }, { public: false }, { accused: null }]) {
      state.attributions[0] = { ...accusation, ...other };
      expect(holds(state, 'attributedWrongly("BEL") || attributedWrongly("ARD", "BEL")')).toBe(false);
    }
  });

  it('see whole points of a domain, of those who are there, and what unmanned systems stand in for', () => {
    Object.assign(state.seats.ARD!, { readiness: 60 });
    Object.assign(state.seats.ARD!.capability, { LOG: 60, UXS: 50 });
    expect(holds(state, 'points("cables", "LOG") == 0')).toBe(true);
    // 2 · 60 · 60 / 1000 = 7.2 and 50 · 60 / 1000 · 70 % = 2.1.
    state.crises.cables!.deployments.ARD = [{ domain: 'LOG', count: 2 }, { domain: 'UXS', count: 1, as: 'SEA' }];
    expect(holds(state, 'points("cables", "LOG") == 7 && points("cables", "SEA") == 2 && points("cables", "UXS") == 0')).toBe(true);
  });

  it.each([
    { what: 'a traced leak of SECRET', marking: 'S', traced: true, seats: ['BEL'] },
    { what: 'a traced leak of TOP SECRET', marking: 'TS', traced: true, seats: ['BEL'] },
    { what: 'a leak that nobody traced', marking: 'S', traced: false, seats: null },
    { what: 'a traced leak of CONFIDENTIAL', marking: 'C', traced: true, seats: null },
  ])('secretLeaked: $what concerns $seats', ({ marking, traced, seats }) => {
    const data = { seat: 'BEL', report: { marking, originator: 'ARD' }, originator: 'ARD', traced, deliberate: false };
    const known = occurrencesOf(state, { type: 'leakOccurred', data, audience: 'control' } as unknown as NewEvent);
    expect(known.find(({ name }) => name === 'secretLeaked')?.seats ?? null).toEqual(seats);
    expect(known.find(({ name }) => name === 'leakOccurred')!.seats).toEqual(['ARD']);
  });

  it('do not hold when they fail while they run, and say so once', () => {
    delete state.seats.BEL;
    for (const expression of ['seats.BEL.budget > 0', 'seats.BEL.budget > 0', '1 / (turn - 2) > 0', 'this is not CEL']) expect(holds(state, expression)).toBe(false);
    expect(failuresOf(state.scenario).map(({ expression }) => expression)).toEqual(['seats.BEL.budget > 0', '1 / (turn - 2) > 0', 'this is not CEL']);
    expect(failuresOf(state.scenario).every(({ reason }) => reason !== '' && !reason.includes('\n'))).toBe(true);
  });

  it('are refused when they are too large to judge quickly', () => {
    const faults = checkExpression(state.scenario, Array.from({ length: 90 }, () => 'turn > 1').join(' && '), { clauses: [] });
    expect(faults.map(({ kind }) => kind)).toEqual(['syntax']);
  });

  it.each(FUNCTIONS.map(({ signature, example }) => ({ signature, example })))('has an example that can be read for $signature', ({ example }) => {
    const faults = checkExpression(state.scenario, example, { clauses: ['INFOSEC', 'TRAINING', 'INTEL_SHARE', 'ACCESS'] });
    expect(faults.filter(({ kind }) => kind !== 'name')).toEqual([]);
  });

  it('name domains that there are', () => {
    const fault = (domain: string) => checkExpression(state.scenario, `deployed("ARD", "cables", "${domain}") > 0`, { clauses: [] }).map(({ kind }) => kind);
    expect([fault('SEA'), fault('NAVY')]).toEqual([[], ['name']]);
  });

  it('ask only for events that are kept', () => {
    for (const type of Object.keys(EVENTS)) expect(checkExpression(state.scenario, `happened("${type}")`, { clauses: [] })).toEqual([]);
  });
});
