// Names that every JavaScript object answers to, and places that are on no map: refused, and never a fault.
import { describe, expect, test } from 'vitest';
import type { Command } from '../../shared/model/commands.ts';
import { seatCommand } from '../../shared/model/commands.ts';
import { build } from './build.ts';
import { Table } from './table.ts';

const STRANGE = ['constructor', 'toString', 'valueOf', 'hasOwnProperty', '__proto__'];

describe.each(STRANGE)('%s', (name) => {
  test('names no invitation, inject or order', () => {
    for (const command of [
      { type: 'answerInvitation', invitation: name, accept: true },
      { type: 'withdrawInvitation', invitation: name },
      { type: 'decideInject', inject: name, option: name },
      { type: 'saveOrders', orders: [{ id: 'o', action: 'TRAIN', params: {}, intent: '', invitation: name }] },
    ]) expect(seatCommand.safeParse(command).success).toBe(false);
  });

  test('names nothing that an act could be about', () => {
    const play = new Table(build());
    const tries: Command[] = [
      { type: 'act', action: 'SHARE', params: { report: name, to: ['BEL'] } },
      { type: 'act', action: 'SIGN', params: { instrument: name, version: 1 } },
      { type: 'act', action: name, params: {} },
      { type: 'invite', action: 'FUSE', params: { partners: ['BEL'], threat: name } },
      { type: 'invite', action: 'EXERCISE', params: { partners: ['BEL'], domain: 'SEA', region: name } },
      { type: 'saveOrders', orders: [{ id: 'o', action: 'SHOW_FORCE', params: { region: name }, intent: '', invitation: null }] },
      { type: 'saveOrders', orders: [{ id: 'o', action: 'DEPLOY', params: { crisis: name, packages: [] }, intent: '', invitation: null }] },
      { type: 'saveOrders', orders: [{ id: 'o', action: 'COLLECT', params: { threat: name, source: name }, intent: '', invitation: null }] },
    ];
    for (const command of tries) expect(play.tries('ARD', command), JSON.stringify(command)).not.toBeNull();
    expect(play.events).toEqual([]);
  });
});

describe('a region that is on no map', () => {
  const play = () => new Table(build());

  test('holds no exercise, sees no show of force and gets no notice', () => {
    expect(play().tries('ARD', { type: 'invite', action: 'EXERCISE', params: { partners: ['BEL'], domain: 'SEA', region: 'atlantis' } })).toMatchObject({ code: 'regionUnknown', subject: 'region' });
    expect(play().tries('ARD', { type: 'act', action: 'NOTIFY', params: { activity: 'EXERCISE', region: 'atlantis', turn: 3, observers: false } })).toMatchObject({ code: 'regionUnknown' });
    expect(play().tries('ARD', { type: 'saveOrders', orders: [{ id: 'o', action: 'SHOW_FORCE', params: { region: 'atlantis' }, intent: '', invitation: null }] })).toMatchObject({ code: 'regionUnknown' });
  });

  test('stands in no ACCESS clause', () => {
    const clauses = [{ kind: 'ACCESS', params: { host: 'ARD', guest: 'BEL', regions: ['atlantis'], cap: 1, purpose: 'relief' } }];
    expect(play().tries('ARD', { type: 'act', action: 'TABLE', params: { title: 'Text', kind: 'mou', parties: ['BEL'], clauses } })).toMatchObject({ code: 'regionUnknown', subject: 'clauses/0/regions' });
  });
});
