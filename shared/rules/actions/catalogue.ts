// Every action, by code. Adding one means its file, its texts, its test and a line here.
import type { Action } from './action.ts';
import { AID } from './AID.ts';
import { AMEND } from './AMEND.ts';
import { ATTRIBUTE } from './ATTRIBUTE.ts';
import { CIVMIL } from './CIVMIL.ts';
import { CI_SWEEP } from './CI_SWEEP.ts';
import { CYBER_OP } from './CYBER_OP.ts';
import { DECEIVE } from './DECEIVE.ts';
import { LEAK } from './LEAK.ts';
import { RELEASE } from './RELEASE.ts';
import { CHANNEL } from './CHANNEL.ts';
import { COLLECT } from './COLLECT.ts';
import { DECONFLICT } from './DECONFLICT.ts';
import { DEMARCHE } from './DEMARCHE.ts';
import { DEPLOY } from './DEPLOY.ts';
import { DISPUTE } from './DISPUTE.ts';
import { EXCHANGE } from './EXCHANGE.ts';
import { EXERCISE } from './EXERCISE.ts';
import { FORUM } from './FORUM.ts';
import { FUSE } from './FUSE.ts';
import { HARDEN } from './HARDEN.ts';
import { HOST } from './HOST.ts';
import { INSPECT } from './INSPECT.ts';
import { INVEST } from './INVEST.ts';
import { MEMBERSHIP } from './MEMBERSHIP.ts';
import { MOTION } from './MOTION.ts';
import { NOTIFY } from './NOTIFY.ts';
import { PLEDGE } from './PLEDGE.ts';
import { RATIFY } from './RATIFY.ts';
import { RECONCILE } from './RECONCILE.ts';
import { REMEDY } from './REMEDY.ts';
import { SANITISE } from './SANITISE.ts';
import { SHARE } from './SHARE.ts';
import { SHOW_FORCE } from './SHOW_FORCE.ts';
import { SIGN } from './SIGN.ts';
import { STANDARDISE } from './STANDARDISE.ts';
import { SUSPEND } from './SUSPEND.ts';
import { TABLE } from './TABLE.ts';
import { TRAIN } from './TRAIN.ts';
import { VISIT } from './VISIT.ts';
import { VOTE } from './VOTE.ts';
import { WITHDRAW } from './WITHDRAW.ts';

/** In the order of the model guide, section 3. */
const ENTRIES = {
  VISIT, FORUM, CHANNEL, PLEDGE, DEMARCHE, RECONCILE, TABLE, AMEND, SIGN, RATIFY, SUSPEND, WITHDRAW, DISPUTE, REMEDY, INSPECT, MOTION, VOTE, MEMBERSHIP, INVEST, TRAIN, EXERCISE, EXCHANGE, AID, STANDARDISE, HARDEN, CIVMIL,
  COLLECT, SHARE, RELEASE, SANITISE, FUSE, LEAK, DECEIVE, CI_SWEEP, ATTRIBUTE, DEPLOY, SHOW_FORCE, CYBER_OP, DECONFLICT, HOST, NOTIFY,
};

/** The code of an action there is. */
export type ActionCode = keyof typeof ENTRIES;

export const ACTIONS: Readonly<Record<string, Action>> = ENTRIES as unknown as Record<ActionCode, Action>;
