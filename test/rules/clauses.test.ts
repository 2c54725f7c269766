// The catalogue of clause kinds: complete, shaped for forms, with the intrusiveness and visibility of the model's table.
import { readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { fieldOf } from '../../shared/rules/actions/action.ts';
import { CLAUSES } from '../../shared/rules/clauses/catalogue.ts';
import { roomInState } from '../../shared/rules/hosting.ts';
import { clausesInForce } from '../../shared/rules/instruments/binding.ts';
import { build, instrument } from './build.ts';

const DIRECTORY = new URL('../../shared/rules/clauses/', import.meta.url);
/** Files of the folder that are no clause kind. */
const HELPERS = ['catalogue.ts', 'clause.ts', 'duties.ts'];

const PARAMETERS: Record<string, Record<string, unknown>> = {
  TRAINING: { domain: 'SEA', provider: 'ARD', trainee: 'COR', places: 1 },
  EXERCISE: { domains: ['SEA'], every: 2, minimum: 2, rotation: false },
  INTEL_SHARE: { threats: [], minimum: 1, ceiling: 'C' },
  INFOSEC: { minimum: 50, ceiling: 'S' },
  ORCON: { onward: 'consent' },
  COST_SHARE: { key: 'equal', amount: 2 },
  NOTIFY: { activity: 'EXERCISE', ahead: 1 },
  HOTLINE: { within: 0 },
  MUTUAL_ASSIST: { crisis: 'C1', rung: 4, minimum: 1, within: 1 },
  ACCESS: { host: 'ARD', guest: 'BEL', regions: ['sound'], cap: 2, purpose: 'relief' },
  AID: { from: 'ARD', to: 'BEL', what: 'money', amount: 3, condition: 'always' },
  FUSION_CELL: { host: 'ARD', raw: true },
  INSPECT: { quota: 1, regions: ['ard'] },
  LOGISTICS: {},
  INCIDENT_PROC: { joint: false },
  LIMIT: { domain: 'SEA', region: 'sound', cap: 1 },
  NORM: { act: 'leak', secret: false },
  STANDARD: { level: 2, domains: ['SEA'], by: 4 },
  STANDING_FORCE: { domain: 'SEA', packages: 1, notice: 1, missions: [] },
  DISPUTE: { method: 'arbitrate', remedy: 'pay', amount: 3 },
  IF: { condition: 'rung/C1/5', clause: { kind: 'HOTLINE', params: { within: 0 } } },
  CAVEAT: { party: 'BEL', clause: 'EXERCISE', restriction: 'domain/SEA' },
  TERM: { duration: 4, renewal: 'end', notice: 1 },
};

describe('the catalogue of clauses', () => {
  it('holds every clause file, under the name of the file', () => {
    const files = readdirSync(DIRECTORY).filter((name) => !HELPERS.includes(name)).map((name) => name.replace('.ts', ''));
    expect(Object.keys(CLAUSES).map((kind) => kind.toLowerCase().replaceAll('_', '-')).sort()).toEqual(files.sort());
  });

  it.each(Object.keys(CLAUSES))('%s: every parameter says how it is chosen, and none but a flag binds itself', (kind) => {
    const { parameters } = CLAUSES[kind]!;
    for (const schema of Object.values(parameters.shape)) expect(fieldOf(schema)?.field).toBeTypeOf('string');
    expect(parameters.safeParse(PARAMETERS[kind]).success).toBe(true);
    for (const parameter of Object.keys(parameters.shape)) {
      const { [parameter]: left, ...others } = PARAMETERS[kind]!;
      expect([parameter, parameters.safeParse(others).success]).toEqual([parameter, typeof left === 'boolean']);
    }
  });

  // Model guide, section 3: intrusiveness for ARD, for BEL; ruling 52: visible at once.
  it.each([
    ['TRAINING', 0, 0, true], ['EXERCISE', 0, 0, true], ['INTEL_SHARE', 1, 1, true], ['INFOSEC', 1, 1, false], ['ORCON', 0, 0, false],
    ['COST_SHARE', 1, 1, true], ['NOTIFY', 1, 1, true], ['HOTLINE', 0, 0, true], ['MUTUAL_ASSIST', 3, 3, true], ['ACCESS', 3, 0, true], ['AID', 0, 1, true], ['FUSION_CELL', 2, 2, false], ['INSPECT', 3, 3, true], ['TERM', 0, 0, true],
    ['LOGISTICS', 0, 0, true], ['INCIDENT_PROC', 0, 0, true], ['LIMIT', 2, 2, false], ['NORM', 1, 1, true], ['STANDARD', 1, 1, true], ['STANDING_FORCE', 2, 2, false], ['DISPUTE', 2, 2, true], ['CAVEAT', 0, -1, true], ['IF', 0, 0, true],
  ] as const)('%s: intrusiveness %i and %i, visible at once: %s', (kind, host, guest, visible) => {
    const { intrusiveness, visible: shown } = CLAUSES[kind]!;
    expect([intrusiveness(PARAMETERS[kind]!, 'ARD'), intrusiveness(PARAMETERS[kind]!, 'BEL'), shown]).toEqual([host, guest, visible]);
  });
});

describe('what binds', () => {
  const access = (cap: number, host = 'ARD') => ({ kind: 'ACCESS', params: { ...PARAMETERS.ACCESS!, cap, host } });

  it('is the binding version of what is in force, by kind', () => {
    const amended = instrument('a', [access(1)]);
    amended.versions.push({ version: 2, by: 'BEL', turn: 2, title: 'Text', kind: 'mou', clauses: [access(8)] });
    const instruments = { a: amended, b: instrument('b', [access(4)], { status: 'suspended' }), c: instrument('c', [{ kind: 'ORCON', params: { onward: 'free' } }]) };
    expect(clausesInForce(instruments, 'ACCESS')).toMatchObject([{ instrument: 'a', clause: 0, params: { cap: 1 } }]);
    expect(clausesInForce(instruments).map(({ kind }) => kind)).toEqual(['ACCESS', 'ORCON']);
  });

  it('admits a guest to the regions of the host that it names, while host and guest are parties', () => {
    const state = build((bent) => {
      bent.scenario.crises.C1!.region = 'ard';
    });
    const room = (seat: string, clause: { kind: string; params: Record<string, unknown> }) => {
      state.instruments = { a: instrument('a', [clause]) };
      return roomInState(state, seat, 'C1');
    };
    const regions = ['ard'];
    expect(room('BEL', { kind: 'ACCESS', params: { ...PARAMETERS.ACCESS!, regions } })).toBe(Infinity);
    expect(room('COR', { kind: 'ACCESS', params: { ...PARAMETERS.ACCESS!, regions } })).toBe(0);
    expect(room('BEL', { kind: 'ACCESS', params: { ...PARAMETERS.ACCESS!, regions, host: 'COR' } })).toBe(0);
    expect(room('BEL', { kind: 'ACCESS', params: { ...PARAMETERS.ACCESS!, regions: ['sound'] } })).toBe(0);
    expect(room('ARD', { kind: 'ORCON', params: { onward: 'free' } })).toBe(Infinity);
  });
});
