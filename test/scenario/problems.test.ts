// Every mistake an author makes is told once, at its exact place, with what to do about it.
import { describe, expect, it } from 'vitest';
import { PROBLEM_CODES, distance, nearest } from '../../shared/scenario/problems.ts';
import { LARGEST_FILE } from '../../shared/scenario/parse.ts';
import { SMALL, changed, parse } from './small.ts';

interface Case {
  what: string;
  from: string;
  to: string;
  /** line:column-endColumn CODE, one per problem; the end is on the same line. */
  problems: string[];
  help: string;
}

/** Effects written below the first one of the small scenario; what is wrong stands between ‹ and ›, or it is the inject itself. */
function effects(cases: [written: string, code: string, help: string][]): Case[] {
  return cases.map(([marked, code, help]) => {
    const [before = '', wrong, after = ''] = marked.split(/[‹›]/);
    const column = 9 + before.length;
    const place = wrong === undefined ? '86:5-7' : `93:${column}-${column + wrong.length}`;
    return { what: `the effect ${marked}`, from: '      - spawn: cables\n', to: `      - spawn: cables\n      - ${before}${wrong ?? ''}${after}\n`, problems: [`${place} ${code}`], help };
  });
}

const CASES: Case[] = [
  // YAML
  { what: 'a tab', from: 'turns: 3', to: '\tturns: 3', problems: ['7:1-2 YAML_SYNTAX'], help: 'Indent with spaces, never with tabs.' },
  { what: 'a colon in plain text', from: 'Two seats on', to: 'Two seats: on', problems: ['4:10-11 YAML_SYNTAX'], help: 'needs quotation marks' },
  { what: 'an open bracket', from: '[What now?]', to: '[What now?', problems: ['108:1-1 YAML_SYNTAX'], help: 'not closed' },
  { what: 'the same key twice', from: '  BEL:\n', to: '  ARD:\n', problems: ['43:3-6 DUPLICATE_KEY'], help: 'Rename one of the two' },
  // shape
  { what: 'a field that is not there', from: 'date: a Monday\n', to: '', problems: ['1:1-10 MISSING_FIELD'], help: 'Add a line date: with a text.' },
  { what: 'a missing field of a seat', from: '    exposure: { cables: 50 }\n    brief: { public: Known., secret: Hidden. }\n', to: '', problems: ['17:3-6 MISSING_FIELD'], help: 'Add a line brief: with a group of fields.' },
  { what: 'a misspelt field', from: 'title: Small', to: 'titel: Small', problems: ['3:1-6 UNKNOWN_FIELD'], help: 'Did you mean title?' },
  { what: 'an invented field', from: 'title: Small', to: 'title: Small\ncolour: red', problems: ['4:1-7 UNKNOWN_FIELD'], help: PROBLEM_CODES.UNKNOWN_FIELD },
  { what: 'a text for a number', from: 'turns: 3', to: 'turns: three', problems: ['7:8-13 WRONG_TYPE'], help: 'How many turns' },
  { what: 'a number for a text', from: 'title: Small', to: 'title: 7', problems: ['3:8-9 WRONG_TYPE'], help: '"7"' },
  { what: 'a number too large', from: 'turns: 3', to: 'turns: 30', problems: ['7:8-10 OUT_OF_RANGE'], help: 'How many turns' },
  { what: 'a list too short', from: 'goals: [One., Two., Three.]\n    firstStep: { text: Read., opens: brief }\n    objectives:\n      - { code: SAFE', to: 'goals: [One., Two.]\n    firstStep: { text: Read., opens: brief }\n    objectives:\n      - { code: SAFE', problems: ['34:5-10 OUT_OF_RANGE'], help: 'three short sentences' },
  { what: 'a value that is not on the list', from: 'code: SAFE', to: 'code: SAVE', problems: ['37:17-21 BAD_VALUE'], help: 'Did you mean SAFE?' },
  { what: 'a seat code in small letters', from: '  BEL:\n', to: '  bel:\n', problems: ['43:3-6 BAD_FORMAT'], help: 'Did you mean BEL?' },
  { what: 'an id that every object has', from: 'id: small', to: 'id: constructor', problems: ['2:5-16 BAD_VALUE'], help: 'the name of its folder' },
  { what: 'recipients that are no list', from: '    to: [ARD]\n', to: '    to: everyone\n', problems: ['99:9-17 BAD_VALUE'], help: '`all`, or a list of seats' },
  { what: 'an effect that is not there', from: '- spawn: cables', to: '- spwn: cables', problems: ['92:9-13 UNKNOWN_FIELD'], help: 'Did you mean spawn?' },
  { what: 'two effects in one', from: '- spawn: cables', to: '- { spawn: cables, close: cables }', problems: ['92:9-41 BAD_VALUE'], help: PROBLEM_CODES.BAD_VALUE },
  // names
  { what: 'a misspelt seat code', from: 'between: [ARD, BEL]', to: 'between: [ARD, BLE]', problems: ['65:22-25 UNKNOWN_SEAT'], help: 'Did you mean BEL? Seats: ARD, BEL.' },
  { what: 'a relation with a misspelt seat, once', from: 'between: [ARD, BEL], grievance: 20, trust: { ARD: 60 }', to: 'between: [RAD, BEL], grievance: 20, trust: { ARD: 60 }', problems: ['65:17-20 UNKNOWN_SEAT'], help: 'Did you mean ARD?' },
  { what: 'trust of a third seat', from: 'trust: { ARD: 60 }', to: 'trust: { CAR: 60 }', problems: ['65:52-55 UNKNOWN_SEAT'], help: 'Seats of this relation: ARD, BEL.' },
  { what: 'a seat far from any', from: '    to: [ARD]\n', to: '    to: [ARD, XYZ]\n', problems: ['99:15-18 UNKNOWN_SEAT'], help: 'Seats: ARD, BEL.' },
  { what: 'a misspelt map', from: 'map: isle', to: 'map: isles', problems: ['9:6-11 UNKNOWN_MAP'], help: 'Did you mean isle?' },
  { what: 'a misspelt region', from: 'region: SOUND', to: 'region: SUND', problems: ['77:63-67 UNKNOWN_REGION'], help: 'Did you mean SOUND?' },
  { what: 'two owners of a region', from: 'region: WEST', to: 'region: EAST', problems: ['46:13-17 DUPLICATE_ID'], help: 'a region of its own' },
  { what: 'a misspelt hypothesis', from: 'cover: thieves', to: 'cover: theives', problems: ['72:70-77 UNKNOWN_HYPOTHESIS'], help: 'Did you mean thieves?' },
  { what: 'a hypothesis that covers for itself', from: 'cover: storm', to: 'cover: thieves', problems: ['73:73-80 COVER'], help: 'Others: storm.' },
  { what: 'a misspelt claim', from: 'claim: truth', to: 'claim: thruth', problems: ['94:53-59 UNKNOWN_HYPOTHESIS'], help: 'Did you mean truth?' },
  { what: 'a belief in nothing', from: '{ storm: 10 }', to: '{ strom: 10 }', problems: ['63:26-31 UNKNOWN_HYPOTHESIS'], help: 'Did you mean storm?' },
  { what: 'a misspelt action', from: '[SHARE, COLLECT]', to: '[SHARE, COLECT]', problems: ['13:33-39 UNKNOWN_ACTION'], help: 'Did you mean COLLECT?' },
  { what: 'a misspelt clause', from: 'kind: INFOSEC', to: 'kind: INFOSECC', problems: ['84:17-25 UNKNOWN_CLAUSE'], help: 'Did you mean INFOSEC?' },
  { what: 'a missing parameter of a clause', from: 'minimum: 50, ceiling: C', to: 'ceiling: C', problems: ['84:26-32 MISSING_FIELD'], help: 'Add a line minimum: with a number.' },
  { what: 'a misspelt parameter of a clause', from: 'minimum: 50', to: 'minimun: 50', problems: ['84:36-43 UNKNOWN_FIELD'], help: 'Did you mean minimum?' },
  { what: 'a default that is no option', from: 'default: wait', to: 'default: wiat', problems: ['106:16-20 UNKNOWN_OPTION'], help: 'Did you mean wait?' },
  { what: 'a path that leads nowhere', from: 'seat/ARD/publicOpinion', to: 'seat/ARD/publicOpinon', problems: ['93:22-43 UNKNOWN_PATH'], help: 'Did you mean seat/ARD/publicOpinion?' },
  { what: 'a path through what every object has', from: 'seat/ARD/publicOpinion', to: 'seat/constructor/name', problems: ['93:22-43 UNKNOWN_PATH'], help: 'The guide lists' },
  { what: 'an inject id twice', from: 'id: 02-late', to: 'id: 01-dark', problems: ['96:9-16 DUPLICATE_ID'], help: 'Choose another.' },
  { what: 'a chair that is neither member nor partner', from: 'rule: consensus }', to: 'rule: consensus, chairs: [ARD, CAR] }', problems: ['67:83-86 UNKNOWN_SEAT'], help: 'Did you mean ARD?' },
  { what: 'votes of a seat that is no member', from: 'rule: consensus }', to: 'rule: qualifiedMajority, weights: { BLE: 2 } }', problems: ['67:88-91 UNKNOWN_SEAT'], help: 'Did you mean BEL?' },
  { what: 'a member that is a partner too', from: 'rule: consensus }', to: 'rule: consensus, partners: [BEL] }', problems: ['67:3-9 DUPLICATE_ID'], help: 'a member, an observer or a partner' },
  { what: 'a majority where nobody counts', from: 'rule: consensus }', to: 'rule: consensus, majority: 60 }', problems: ['67:69-77 BAD_VALUE'], help: 'rule: qualifiedMajority' },
  { what: 'a lead nation that is not named', from: 'rule: consensus }', to: 'rule: leadNation }', problems: ['67:3-9 MISSING_FIELD'], help: 'Add a line lead:' },
  // sums and sense
  { what: 'weights short of 100', from: 'weight: 60', to: 'weight: 50', problems: ['36:5-15 WEIGHTS'], help: 'Add 10.' },
  { what: 'weights beyond 100', from: 'weight: 60', to: 'weight: 70', problems: ['36:5-15 WEIGHTS'], help: 'Take 10 away.' },
  { what: 'an objective without its subject', from: 'seat: BEL, text', to: 'text', problems: ['38:11-15 OBJECTIVE_SUBJECT'], help: 'Add a line seat:' },
  { what: 'a turn that never comes', from: '    at: { turn: 1 }\n', to: '    at: { turn: 4 }\n', problems: ['88:17-18 TURN'], help: 'Choose an earlier turn' },
  { what: 'an inject without time or condition', from: '    at: { turn: 1 }\n', to: '', problems: ['86:5-7 NEVER_FIRES'], help: 'manual: true' },
  { what: 'a crisis that nothing opens', from: '      - spawn: cables\n', to: '', problems: ['77:3-9 NEVER_OPENS'], help: 'Add open: true' },
  { what: 'an agreement without a term', from: 'kind: TERM, params: { duration: 3, renewal: auto, notice: 1 }', to: 'kind: INFOSEC, params: { minimum: 50, ceiling: C }', problems: ['95:81-88 TERM_MISSING'], help: 'TERM' },
  { what: 'a party that is none', from: 'parties: [ARD, BEL]', to: 'tabledBy: CAR, parties: [ARD, BEL]', problems: ['95:70-73 PARTIES'], help: 'Did you mean ARD?' },
  // injects
  { what: 'an event that is none', from: '    at: { turn: 1 }\n', to: '    after: excerciseHeld\n', problems: ['88:12-25 UNKNOWN_EVENT'], help: 'Did you mean exerciseHeld?' },
  { what: 'a time and an event', from: '    at: { turn: 1 }\n', to: '    at: { turn: 1 }\n    after: exerciseHeld\n', problems: ['89:5-10 BAD_VALUE'], help: 'Take at: or after: out' },
  { what: 'a delay beyond the last turn', from: '    at: { turn: 1 }\n', to: '    at: { turn: 1 }\n    delay: 3\n', problems: ['89:12-13 TURN'], help: 'Choose an earlier turn' },
  { what: 'seats concerned by nothing', from: '    to: all\n', to: '    to: concerned\n', problems: ['89:9-18 BAD_VALUE'], help: 'an event in after:' },
  { what: 'no chance at all', from: '    to: all\n', to: '    to: all\n    prob: 0\n', problems: ['90:11-12 OUT_OF_RANGE'], help: 'Chance that it fires' },
  { what: 'an expectation that says nothing', from: '    to: all\n', to: '    to: all\n    expected:\n      when: trust("ARD", "BLE") > 1\n', problems: ['91:26-31 EXPRESSION_NAME'], help: 'Did you mean BEL?' },
  { what: 'a path with a star where no seat stands', from: 'seat/ARD/publicOpinion', to: 'crisis/*/severity', problems: ['93:22-39 UNKNOWN_PATH'], help: 'The guide lists' },
  { what: 'a star for a domain', from: 'seat/ARD/publicOpinion', to: 'seat/ARD/capability/*', problems: ['93:22-43 UNKNOWN_PATH'], help: 'Did you mean seat/ARD/capability/' },
  ...effects([
    ['set: { path: ‹crisis/cables/demand/FIRE›, to: 1 }', 'UNKNOWN_PATH', 'Did you mean crisis/cables/demand/'],
    ['scale: { path: ‹organisation/league/fond›, percent: 50 }', 'UNKNOWN_PATH', 'Did you mean organisation/league/fund?'],
    ['reveal: { threat: ‹cable›, to: [ARD], text: So it is. }', 'UNKNOWN_THREAT', 'Did you mean cables?'],
    ['strike: { threat: cables, event: ‹third› }', 'UNKNOWN_EVENT', 'Events of this threat: second.'],
    ['incident: { crisis: cables, parties: [ARD, ‹DRA›] }', 'UNKNOWN_SEAT', 'Did you mean ARD?'],
    ['pressure: { value: 2, crisis: ‹cabels› }', 'UNKNOWN_CRISIS', 'Did you mean cables?'],
    ['forceMajeure: { seats: [‹BLE›] }', 'UNKNOWN_SEAT', 'Did you mean BEL?'],
    ['param: { name: ‹deployPrise›, value: 5 }', 'BAD_VALUE', 'Did you mean deployPrice?'],
    ['param: { name: deployPrice, value: ‹50› }', 'OUT_OF_RANGE', 'Price of a package'],
    ['param: { name: ‹constructor›, value: 5 }', 'BAD_VALUE', ''],
    ['‹grant›: { seat: ARD, count: 2 }', 'BAD_VALUE', ''],
    ['‹grant›: { seat: ARD, package: SEA, source: { id: x, threat: cables, reliability: A } }', 'BAD_VALUE', ''],
    ['grant: { seat: ARD, source: { id: x, threat: ‹cable›, reliability: A } }', 'UNKNOWN_THREAT', 'Did you mean cables?'],
    ['remove: { seat: ARD, source: ‹ARD-2› }', 'UNKNOWN_SOURCE', 'Did you mean ARD-1?'],
    ['schedule: { inject: ‹02-lat›, turns: 1 }', 'UNKNOWN_INJECT', 'Did you mean 02-late?'],
    ['schedule: { inject: 01-dark, turns: 1 }', 'SCHEDULE', 'Write once: false'],
    ['evidence: { objective: ‹drafft› }', 'UNKNOWN_OBJECTIVE', 'Did you mean draft?'],
    ['evidence: { objective: draft, task: ‹1› }', 'OUT_OF_RANGE', 'Write 0.'],
    ['motion: { organisation: ‹leage›, kind: mandate }', 'UNKNOWN_ORGANISATION', 'Did you mean league?'],
    ['motion: { organisation: league, kind: ‹mandat› }', 'BAD_VALUE', 'Did you mean mandate?'],
    ['motion: { organisation: league, kind: mandate, params: { crisis: ‹cabel› } }', 'UNKNOWN_CRISIS', 'Did you mean cables?'],
    ['mandate: { organisation: league, crisis: ‹cabel› }', 'UNKNOWN_CRISIS', 'Did you mean cables?'],
    ['expel: { organisation: league, seat: ‹BLE› }', 'UNKNOWN_SEAT', 'Did you mean BEL?'],
  ]),
  // the rest
  { what: 'a variant without a seat that must be there', from: 'relations:\n', to: 'variants:\n  - { name: Alone, seats: [ARD, ARD], text: Without Belmora. }\nrelations:\n', problems: ['65:20-25 VARIANT', '65:33-36 DUPLICATE_ID'], help: 'optional: true' },
  { what: 'a task that is judged by nothing', from: 'tasks: [Table one.]', to: 'tasks: [Talk., { text: Table one., done: tabled > 0 }]', problems: ['11:80-86 EXPRESSION_NAME'], help: PROBLEM_CODES.EXPRESSION_NAME },
  { what: 'an organisation behind a crisis that is none', from: 'region: SOUND, threat: cables,', to: 'region: SOUND, threat: cables, organisation: mission,', problems: ['77:100-107 UNKNOWN_ORGANISATION'], help: 'Organisations: league.' },
  { what: 'a character that is none', from: '  ARD: &seat\n', to: '  ARD: &seat\n    character: dove\n', problems: ['18:16-20 BAD_VALUE'], help: 'Allowed: cooperator' },
  // expressions
  { what: 'an event in a condition that is none', from: 'when: turn == 1 }', to: 'when: count("visitHold") > 0 }', problems: ['93:66-77 EXPRESSION_NAME'], help: 'Did you mean visitHeld?' },
  { what: 'a seat of an event that is none', from: 'rung >= 5', to: 'rung >= 5 && happened("visitHeld", "BLE")', problems: ['42:66-71 EXPRESSION_NAME'], help: 'Did you mean BEL?' },
  { what: 'an act that no norm is about', from: 'rung >= 5', to: 'rung >= 5 && norm("showOfForse", "ARD")', problems: ['42:49-62 EXPRESSION_NAME'], help: 'Did you mean showOfForce?' },
  { what: 'an organisation in a condition that is none', from: 'rung >= 5', to: 'rung >= 5 && member("leage", "ARD")', problems: ['42:51-58 EXPRESSION_NAME'], help: 'Did you mean league?' },
  { what: 'an expression that breaks off', from: 'crises.cables.rung >= 5', to: 'crises.cables.rung >=', problems: ['42:38-38 EXPRESSION_SYNTAX'], help: PROBLEM_CODES.EXPRESSION_SYNTAX },
  { what: 'an expression of the wrong type', from: 'when: turn == 1 }', to: 'when: turn + 1 }', problems: ['93:60-68 EXPRESSION_TYPE'], help: 'turn + 1 >= 3' },
  { what: 'a number compared with a text', from: 'when: turn == 1 }', to: 'when: turn == "1" }', problems: ['93:60-71 EXPRESSION_TYPE'], help: 'Numbers are compared with numbers' },
  { what: 'a misspelt function', from: 'inForce("INFOSEC"', to: 'inforce("INFOSEC"', problems: ['98:44-51 EXPRESSION_NAME'], help: 'Did you mean inForce?' },
  { what: 'a misspelt number', from: 'severity >= 50', to: 'severty >= 50', problems: ['98:25-32 EXPRESSION_NAME'], help: 'Did you mean severity?' },
  { what: 'a misspelt seat in a list', from: '["ARD", "BEL"]', to: '["ARD", "BLE"]', problems: ['98:71-76 EXPRESSION_NAME'], help: 'Did you mean BEL?' },
  { what: 'a misspelt clause in a call', from: 'inForce("INFOSEC"', to: 'inForce("INFOSEK"', problems: ['98:52-61 EXPRESSION_NAME'], help: 'Did you mean INFOSEC?' },
  { what: 'lists walked within lists', from: 'crises.cables.rung >= 5', to: '\'[1, 2].all(x, [1, 2].exists(y, x == y))\'', problems: ['42:18-57 EXPRESSION_NAME', '42:32-56 EXPRESSION_NAME'], help: 'Use the functions' },
  { what: 'a pattern', from: 'crises.cables.rung >= 5', to: '\'"aaaa".matches("(a+)+b")\'', problems: ['42:18-42 EXPRESSION_NAME'], help: 'Use the functions' },
];

describe('problems of a scenario file', () => {
  it('finds none in the small scenario', () => {
    const { scenario, problems } = parse(SMALL);
    expect(problems).toEqual([]);
    expect(scenario?.id).toBe('small');
    expect(scenario?.regions.SOUND).toEqual({ name: 'The Sound', kind: 'water' });
    expect(scenario?.adjacency).toEqual({ EAST: ['SOUND'], WEST: ['SOUND'], SOUND: ['EAST', 'WEST'] });
  });

  it.each(CASES)('tells $what', ({ from, to, problems: expected, help }) => {
    const { scenario, problems } = parse(changed(from, to));
    expect(problems.map((problem) => `${problem.line}:${problem.column}-${problem.endColumn} ${problem.code}`)).toEqual(expected);
    expect(problems[0]!.help).toContain(help);
    expect(problems[0]!.endLine).toBe(problems[0]!.line);
    expect(scenario === null).toBe(problems.some((problem) => problem.severity === 'error'));
  });

  it('tells several at once, in the order of the file', () => {
    const { problems } = parse(changed('income: 20\n    budget: 18\n    readiness: 60\n    publicOpinion: 50\n    politicalCapital: 40\n    sovereignty: 5\n    risk: 5\n    security: 60\n    civilMilitary: 1\n    capability: { LAND: 50, SEA: 50, AMD: 50, CYB: 50, ISR: 50, UXS: 50, LOG: 50, DIS: 50 }\n    exposure', 'income: 200\n    budget: -1\n    readiness: 60\n    publicOpinion: 50\n    politicalCapital: 40\n    sovereignty: 5\n    risk: 5\n    security: 60\n    civilMilitary: 1\n    capability: { LAND: 50 }\n    exposure').replace('turns: 3', 'turns: 0'));
    expect(problems.map((problem) => problem.line)).toEqual([7, 22, 23, 31, 31, 31, 31, 31, 31, 31]);
  });

  it('finds the wrong word in a folded expression', () => {
    const { problems } = parse(changed('broken: crises.cables.rung >= 5', 'broken: >-\n          crises.cables.rung >= 5 &&\n          seats.ARD.redness > 3'));
    expect(problems.map(({ line, column, code }) => ({ line, column, code }))).toEqual([{ line: 44, column: 21, code: 'EXPRESSION_NAME' }]);
  });

  it('counts lines and columns the same in files of other systems', () => {
    const expected = [{ line: 65, column: 22, code: 'UNKNOWN_SEAT' }];
    const wrong = changed('between: [ARD, BEL]', 'between: [ARD, BLE]');
    const placed = (text: string) => parse(text).problems.map(({ line, column, code }) => ({ line, column, code }));
    expect(placed(wrong.replaceAll('\n', '\r\n'))).toEqual(expected);
    expect(placed(`\uFEFF${wrong}`)).toEqual(expected);
  });

  it('warns of tags, and of a lock where nothing was unlocked', () => {
    const tagged = parse(changed('title: Small', 'title: !name Small'));
    expect(tagged.problems.map(({ line, severity, code }) => ({ line, severity, code }))).toEqual([{ line: 3, severity: 'warning', code: 'YAML_SYNTAX' }]);
    expect(tagged.scenario).not.toBeNull();
    const locked = parse(changed('unlock:\n  - { turn: 1, actions: [SHARE, COLLECT], clauses: [INFOSEC] }\n', '').replace('- spawn: cables\n', '- spawn: cables\n      - lock: { actions: [SHARE] }\n'));
    expect(locked.problems.map(({ line, column, code }) => ({ line, column, code }))).toEqual([{ line: 91, column: 9, code: 'NOTHING_TO_LOCK' }]);
  });

  it.each([
    ['itself at once', [['tick', 'tick', 0]], ['SCHEDULE']],
    ['itself a turn later', [['tick', 'tick', 1]], []],
    ['each other at once', [['tick', 'tock', 0], ['tock', 'tick', 0]], ['SCHEDULE', 'SCHEDULE']],
    ['each other, with a turn between', [['tick', 'tock', 0], ['tock', 'tick', 1]], []],
    ['a circle that it stands outside of', [['first', 'tick', 0], ['tick', 'tick', 0]], ['SCHEDULE']],
  ] as [string, [string, string, number][], string[]][])('follows injects that schedule %s', (_what, chain, codes) => {
    const injects = chain.map(([id, next, turns]) => `  - { id: ${id}, title: T, manual: true, once: false, to: all, text: T., effects: [{ schedule: { inject: ${next}, turns: ${turns} } }] }\n`).join('');
    expect(parse(SMALL.replace('debrief:', `${injects}debrief:`)).problems.map(({ code }) => code)).toEqual(codes);
  });

  it('follows thousands of injects that schedule each other without losing its breath', () => {
    const many = Array.from({ length: 1500 }, (_, index) => `  - { id: x${index}, title: T, manual: true, to: all, text: T., effects: [{ schedule: { inject: x${(index + 1) % 1500} } }, { schedule: { inject: x${(index + 7) % 1500} } }] }\n`).join('');
    const started = performance.now();
    expect(parse(SMALL.replace('debrief:', `${many}debrief:`)).problems.length).toBe(1500);
    expect(performance.now() - started).toBeLessThan(20_000);
  });

  it('wants at least two seats', () => {
    const alone = SMALL.replace(/ {2}BEL:[\s\S]*?relations:/, 'relations:');
    expect(parse(alone).problems.map(({ line, column, code }) => `${line}:${column} ${code}`)).toContain('16:1 OUT_OF_RANGE');
  });

  it('points through an alias to where the text really stands', () => {
    const { problems } = parse(changed('  BEL:\n', '  CAR: *seat\n  BEL:\n').replace('seat: BEL, text', 'seat: BLE, text'));
    expect(problems.filter(({ code }) => code === 'UNKNOWN_SEAT').map(({ line, column }) => ({ line, column }))).toEqual([{ line: 38, column: 41 }, { line: 38, column: 41 }]);
  });

  it('refuses a file that is too large, and aliases that multiply it', () => {
    expect(parse('#'.repeat(LARGEST_FILE + 1)).problems.map(({ code }) => code)).toEqual(['TOO_LARGE']);
    const bomb = ['a0: &a0 [x, x]', ...Array.from({ length: 12 }, (_, index) => `a${index + 1}: &a${index + 1} [*a${index}, *a${index}, *a${index}]`)].join('\n');
    expect(parse(bomb).problems.map(({ code }) => code)).toEqual(['TOO_MANY_ALIASES']);
    expect(parse('['.repeat(100_000)).problems.map(({ code }) => code)).toContain('YAML_SYNTAX');
  });
});

describe('the nearest name', () => {
  it('counts letters inserted, deleted, replaced and swapped', () => {
    expect([distance('NIH', 'NIH'), distance('NIX', 'NIH'), distance('NHI', 'NIH'), distance('', 'abc'), distance('spawn', 'spwn')]).toEqual([0, 1, 1, 3, 1]);
  });

  it('takes the nearest, and none that shares nothing', () => {
    expect(nearest('HNA', ['NIH', 'HAN', 'MER'])).toBe('HAN');
    expect(nearest('nih', ['NIH', 'HAN'])).toBe('NIH');
    expect(nearest('XYZ', ['NIH', 'HAN', 'MER'])).toBeNull();
  });
});
