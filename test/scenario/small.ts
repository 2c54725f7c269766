// The smallest scenario that uses every section once, with a map of its own: tests break it one line at a time.
import type { MapSidecar } from '../../shared/scenario/check.ts';
import { parseScenario } from '../../shared/scenario/parse.ts';
import type { Parsed } from '../../shared/scenario/parse.ts';

export const ISLE: MapSidecar = {
  id: 'isle', title: 'The Isle', size: [100, 100], home: [0, 0, 100, 100],
  regions: [
    { id: 'EAST', name: 'East', kind: 'country', adjacent: ['SOUND'] },
    { id: 'WEST', name: 'West', kind: 'country', adjacent: ['SOUND'] },
    { id: 'SOUND', name: 'The Sound', kind: 'water', adjacent: ['EAST'] },
  ],
};

export const SMALL = `format: 1
id: small
title: Small
summary: Two seats on one island.
situation: Cables break in the Sound.
date: a Monday
turns: 3
phases: { briefing: 60, negotiation: 180, orders: 120, resolution: 20, review: 90 }
map: isle
learning:
  - { id: draft, text: Draft a text., tasks: [Table one.] }
unlock:
  - { turn: 1, actions: [SHARE, COLLECT], clauses: [INFOSEC] }
affiliations:
  league: { name: The League }
seats:
  ARD: &seat
    name: Ardenmark
    ministry: Ministry of Defence
    region: EAST
    affiliation: league
    income: 20
    budget: 18
    readiness: 60
    publicOpinion: 50
    politicalCapital: 40
    sovereignty: 5
    risk: 5
    security: 60
    civilMilitary: 1
    capability: { LAND: 50, SEA: 50, AMD: 50, CYB: 50, ISR: 50, UXS: 50, LOG: 50, DIS: 50 }
    exposure: { cables: 50 }
    brief: { public: Known., secret: Hidden. }
    goals: [One., Two., Three.]
    firstStep: { text: Read., opens: brief }
    objectives:
      - { code: SAFE, weight: 60, text: Be safe. }
      - { code: TIES, weight: 40, seat: BEL, text: Be trusted. }
    redLines:
      - id: calm
        text: No fighting.
        broken: crises.cables.rung >= 5
  BEL:
    name: Belmora
    ministry: Ministry of Defence
    region: WEST
    affiliation: league
    income: 20
    budget: 18
    readiness: 60
    publicOpinion: 50
    politicalCapital: 40
    sovereignty: 5
    risk: 5
    security: 60
    civilMilitary: 1
    capability: { LAND: 50, SEA: 50, AMD: 50, CYB: 50, ISR: 50, UXS: 50, LOG: 50, DIS: 50 }
    brief: { public: Known., secret: Hidden. }
    goals: [One., Two., Three.]
    firstStep: { text: Read., opens: brief }
    objectives:
      - { code: S, weight: 100, crisis: cables, text: End it. }
    beliefs: { cables: { storm: 10 } }
relations:
  - { between: [ARD, BEL], grievance: 20, trust: { ARD: 60 } }
organisations:
  league: { name: The League, members: [ARD, BEL], rule: consensus }
threats:
  cables:
    name: Who cuts the cables
    hypotheses:
      storm: { name: Storms, text: Anchors drag., weight: 50, cover: thieves, demand: { LOG: 10 } }
      thieves: { name: Thieves, text: Copper sells., weight: 50, cover: storm, demand: { SEA: 10 } }
    events:
      - { id: second, turn: 3, crisis: cables, type: A second cable, severity: 8 }
crises:
  cables: { name: Dark cables, summary: Cables fail., region: SOUND, threat: cables, severity: 40, rung: 2, drift: 5 }
templates:
  - id: notes
    title: Notes
    text: A start.
    kind: mou
    clauses:
      - { kind: INFOSEC, params: { minimum: 50, ceiling: C } }
injects:
  - id: 01-dark
    title: A cable goes dark
    at: { turn: 1 }
    to: all
    text: It is dark.
    effects:
      - spawn: cables
      - add: { path: seat/ARD/publicOpinion, by: -2, when: turn == 1 }
      - report: { to: [ARD], threat: cables, claim: truth, reliability: B, credibility: 3, text: A keel. }
      - table: { id: draft, title: Draft, kind: agreement, parties: [ARD, BEL], clauses: [{ kind: TERM, params: { duration: 3, renewal: auto, notice: 1 } }] }
  - id: 02-late
    title: Later
    when: crises.cables.severity >= 50 && !inForce("INFOSEC", ["ARD", "BEL"])
    to: [ARD]
    text: It is worse.
    decide:
      question: Speak?
      options:
        - { id: speak, label: Speak, effects: [{ unlock: { clauses: [TERM] } }] }
        - { id: wait, label: Wait }
      default: wait
debrief: [What now?]
`;

export function parse(text: string): Parsed {
  return parseScenario(text, { file: 'small.yaml', maps: { isle: ISLE } });
}

/** The small scenario with one text replaced; fails if that text is not there exactly once. */
export function changed(from: string, to: string): string {
  if (SMALL.split(from).length !== 2) throw new Error(`"${from}" does not stand in the small scenario exactly once`);
  return SMALL.replace(from, to);
}
