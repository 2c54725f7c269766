// The four exercises as people play them for the seeds: who does what, turn by turn. Each is played once and looked at by many.
import type { Report } from '../../shared/model/state.ts';
import { Hands } from './hands.ts';

const once = (play: () => Hands) => {
  let room: Hands | null = null;
  return () => (room ??= play());
};

/** Chance decides part of a story: it is told with the first seed with which it comes out. */
const retold = (play: (seed: string) => Hands | null) => once(() => {
  for (let seed = 0; seed < 100; seed += 1) {
    const room = play(`summer-${seed}`);
    if (room) return room;
  }
  throw new Error('The story comes out with none of a hundred seeds.');
});

const reportOf = (room: Hands, seat: string, test: (report: Report) => boolean = () => true) => Object.values(room.state.reports[seat]!).find(test)!;

/** Shield Lesson: two allies train together under a text, and a third who has not forgotten. */
export const shieldLesson = once(() => {
  const room = new Hands('shield-lesson', ['NIH', 'COL', 'HAN', 'MER'], 'seeds');
  room.until(1, 'negotiation');
  room.signs(Object.keys(room.state.instruments)[0]!);
  room.together('COL', 'VISIT', { partner: 'NIH' });

  room.until(2, 'negotiation');
  room.does('COL', 'SHARE', { report: reportOf(room, 'COL').id, to: ['NIH'] });
  room.together('NIH', 'EXCHANGE', { partner: 'COL', domain: 'AMD', role: 'take' });
  room.together('COL', 'EXERCISE', { partners: ['NIH', 'HAN'], domain: 'AMD', region: 'SEA_KARSA', observers: ['MER'] });
  room.together('NIH', 'RECONCILE', { partner: 'HAN' });
  room.does('MER', 'HARDEN');
  room.until(2, 'orders');
  room.does('COL', 'DEPLOY', { crisis: 'karsa', packages: [{ domain: 'AMD', count: 2 }] });

  room.until(3, 'negotiation');
  room.together('NIH', 'INVEST', { domain: 'AMD', partners: ['COL', 'HAN'] });
  room.ends();
  return room;
});

const COMPACT = ['ARD', 'BEL', 'COR', 'OST', 'SUN', 'TES'];

/** Amber Sound: an alliance, a neutral with the best ears, and a rival whose service did it. */
export const amberSound = retold((seed) => {
  const room = new Hands('amber-sound', [...COMPACT, 'DRA', 'KVE'], seed);
  if (room.state.threats.cables!.truth !== 'service') return null;
  room.until(1, 'negotiation');
  room.concludes('ARD', 'incidents', ['DRA']);
  room.concludes('TES', 'patrol', ['ARD', 'BEL', 'SUN']);
  room.does('BEL', 'SHARE', { report: reportOf(room, 'BEL').id, to: ['ARD'], originatorControlled: true });
  room.does('BEL', 'COLLECT', { threat: 'cables', source: 'BEL-1', shareWith: ['TES'] });
  room.does('ARD', 'COLLECT', { threat: 'cables', source: 'ARD-1', shareWith: [] });

  room.until(2, 'negotiation');
  // The telephone that nobody picks up.
  room.together('ARD', 'CHANNEL', { partner: 'DRA', channel: 'hotline' }, ['DRA']);
  const anchor = reportOf(room, 'ARD', ({ originator }) => originator === 'BEL');
  room.together('ARD', 'RELEASE', { event: anchor.event, originator: 'BEL', to: ['TES'] });
  room.does('ARD', 'SHARE', { report: anchor.id, to: ['TES'] });
  // And on to Corvania, which Belmora was not asked about.
  room.does('ARD', 'SHARE', { report: anchor.id, to: ['COR'] });
  room.together('ARD', 'EXERCISE', { partners: ['BEL', 'TES'], domain: 'SEA', region: 'SOUND_AMBER', observers: [] });
  room.together('BEL', 'FUSE', { partners: ['ARD', 'SUN'], threat: 'cables' });
  room.together('TES', 'FORUM', { partners: ['KVE', 'DRA'], organisation: 'forum' });
  room.does('TES', 'MOTION', { organisation: 'compact', kind: 'levy', amount: 2 });
  room.until(2, 'orders');
  room.does('TES', 'DEPLOY', { crisis: 'cables', packages: [{ domain: 'SEA', count: 2 }, { domain: 'ISR', count: 1 }] });
  room.does('COR', 'TRAIN');
  room.does('KVE', 'SANITISE', { report: reportOf(room, 'KVE').id });

  room.until(3, 'negotiation');
  // Two of the three services have to have seen the same.
  if (room.of('reportUpdated').length === 0) return null;
  room.does('ARD', 'DISPUTE', { instrument: Object.values(room.state.instruments).find(({ tabledBy }) => tabledBy === 'ARD')!.id, partner: 'DRA', clause: 2, turn: 2 });
  const dispute = Object.keys(room.state.disputes)[0]!;
  room.does('ARD', 'REMEDY', { dispute, move: 'propose', remedy: 'cure' });
  room.does('DRA', 'REMEDY', { dispute, move: 'accept' });
  room.does('KVE', 'SHARE', { report: reportOf(room, 'KVE', ({ sanitised }) => sanitised).id, to: ['TES'] });
  room.concludes('KVE', 'inspection', ['DRA'], {
    title: 'Understanding on ships in the Sound', kind: 'mou',
    clauses: [{ kind: 'LIMIT', params: { domain: 'SEA', region: 'SOUND_AMBER', cap: 1 } }, { kind: 'INSPECT', params: { quota: 1, regions: ['SOUND_AMBER'] } }],
  });
  room.does('COR', 'LEAK', { report: reportOf(room, 'COR', ({ originator }) => originator === 'BEL').id });
  room.does('BEL', 'CI_SWEEP');
  room.does('KVE', 'CIVMIL');
  room.does('OST', 'ATTRIBUTE', { threat: 'cables', claim: 'accident' });
  room.does('DRA', 'SHOW_FORCE', { region: 'SOUND_AMBER' });

  room.until(4, 'negotiation');
  // The sweep has to find who passed on what was not to go on.
  if (!room.of('sweepDone').some(({ found }) => found > 0)) return null;
  room.together('ARD', 'CHANNEL', { partner: 'DRA', channel: 'hotline' });
  room.until(4, 'orders');
  for (const seat of ['ARD', 'DRA']) room.does(seat, 'DECONFLICT', { crisis: 'cables' });
  room.does('ARD', 'DEPLOY', { crisis: 'cables', packages: [{ domain: 'SEA', count: 1 }] });
  room.does('DRA', 'DEPLOY', { crisis: 'cables', packages: [{ domain: 'SEA', count: 2 }] });

  room.until(5, 'negotiation');
  room.together('KVE', 'INSPECT', { partner: 'DRA', region: 'SOUND_AMBER' });
  room.ends();
  // The inspection has to find one ship too many.
  return room.of('findingUncovered').length > 0 ? room : null;
});

/** Tempest Ring: help for a country that will not be told how it is to be helped, and a strait that two claim. */
export const tempestRing = retold((seed) => {
  const room = new Hands('tempest-ring', ['PAL', 'SUL', 'MAL', 'SGA', 'VNT', 'TON', 'AUR', 'NIH', 'IND', 'ZHE'], seed);
  if (room.state.threats.piracy!.truth !== 'cell') return null;
  room.until(1, 'negotiation');
  room.does('PAL', 'HOST', { act: 'grant', partner: 'ZHE', crisis: 'typhoon', cap: 2, until: 3 });
  room.does('NIH', 'MOTION', { organisation: 'meeting', kind: 'mandate', crisis: 'typhoon' });
  room.does('SGA', 'MOTION', { organisation: 'meeting', kind: 'mandate', crisis: 'piracy' });
  room.does('TON', 'NOTIFY', { activity: 'EXERCISE', region: 'TON', turn: 2, observers: true });
  room.signs(Object.values(room.state.instruments).find(({ status }) => status === 'tabled')!.id);
  room.until(1, 'orders');
  for (const seat of ['NIH', 'ZHE']) room.does(seat, 'DEPLOY', { crisis: 'typhoon', packages: [{ domain: 'DIS', count: 2 }] });

  room.until(2, 'negotiation');
  room.together('TON', 'FORUM', { partners: ['NIH', 'IND', 'MAL', 'SUL'], organisation: 'meeting' });
  room.together('TON', 'EXERCISE', { partners: ['AUR', 'SGA'], domain: 'DIS', region: 'TON' });
  room.together('NIH', 'STANDARDISE', { partners: ['AUR', 'SGA'] });
  room.together('SUL', 'RECONCILE', { partner: 'MAL' });
  room.does('IND', 'AID', { partner: 'PAL', what: 'package', domain: 'LOG' });
  room.does('AUR', 'AID', { partner: 'PAL', what: 'money', amount: 3 });
  room.does('ZHE', 'AID', { partner: 'VNT', what: 'capability', amount: 2, domain: 'ISR', public: false });
  room.until(2, 'orders');
  room.tries('AUR', 'DEPLOY', { crisis: 'typhoon', packages: [{ domain: 'LOG', count: 1 }] });
  room.does('SGA', 'DEPLOY', { crisis: 'piracy', packages: [{ domain: 'ISR', count: 1 }, { domain: 'CYB', count: 1 }] });
  room.does('MAL', 'DEPLOY', { crisis: 'piracy', packages: [{ domain: 'LAND', count: 1 }] });
  room.ends();
  return room;
});

const ISSAL = ['AUR', 'COL', 'IND', 'KYZ', 'LUS', 'MER', 'NUB', 'ORL', 'SAH', 'TAR', 'WES', 'ZAW'];

/** Dry Line: peacekeepers, a power that both blocs court, a summer too hot and a norm that somebody breaks. */
export const dryLine = once(() => {
  const room = new Hands('dry-line', ISSAL, 'seeds');
  const voted = (kind: string) => {
    const { id } = Object.values(room.state.motions).find((motion) => motion.organisation === 'mission' && motion.kind === kind && motion.status === 'open')!;
    for (const seat of ISSAL.slice(0, 9)) room.does(seat, 'VOTE', { motion: id, vote: 'yes' });
  };
  room.until(1, 'negotiation');
  room.signs(Object.values(room.state.instruments).find(({ status }) => status === 'tabled')!.id);
  voted('mandate');
  room.concludes('COL', 'set-1-security', ['IND']);
  room.concludes('COL', 'set-2-logistics', ['IND']);
  room.until(1, 'orders');
  for (const seat of ['TAR', 'KYZ']) room.does(seat, 'COLLECT', { threat: 'line', source: room.sight(seat).own.ministry.sources[0]!.id });
  for (const seat of ['IND', 'AUR']) room.does(seat, 'DEPLOY', { crisis: 'line', packages: [{ domain: 'LOG', count: 1 }] });

  room.until(2, 'negotiation');
  room.concludes('IND', 'set-3-standards', ['COL']);
  room.concludes('AUR', 'mission-costs', ['COL', 'IND']);
  room.does('COL', 'MOTION', { organisation: 'pact', kind: 'standingForce', domain: 'LOG', count: 1 });
  room.together('IND', 'INVEST', { domain: 'UXS', partners: ['COL', 'TAR'] });
  room.together('COL', 'EXERCISE', { partners: ['IND'], domain: 'LOG', region: 'IND' });
  room.does('NUB', 'HARDEN');
  room.together('TAR', 'FUSE', { partners: ['KYZ', 'ORL'], threat: 'line' });

  room.until(3, 'negotiation');
  room.concludes('IND', 'set-4-sharing', ['COL']);
  room.concludes('MER', 'cyber-norm', ['AUR', 'TAR', 'WES']);
  room.together('SAH', 'INSPECT', { partner: 'NUB', region: 'NUB' });
  room.does('IND', 'INVEST', { domain: 'AI' });

  room.until(4, 'negotiation');
  room.does('AUR', 'MOTION', { organisation: 'mission', kind: 'norm', act: 'unmannedForce' });
  room.does('COL', 'MOTION', { organisation: 'mission', kind: 'levy', amount: 1 });
  voted('norm');
  voted('levy');
  room.does('NUB', 'CYBER_OP', { threat: 'dam', mode: 'defend' });

  room.until(5, 'orders');
  room.does('TAR', 'DEPLOY', { crisis: 'line', packages: [{ domain: 'UXS', count: 1 }] });
  room.ends();
  return room;
});
