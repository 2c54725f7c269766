// Who may do and see what: one table of commands and one of roles. The room, the rules and the buttons of the page all follow them.
import type { Actor, Command, SeatCommand } from './commands.ts';
import type { SeatId } from './vocabulary.ts';

/** Whoever may ask: everybody who acts in an exercise, people and programs. */
type Askers = readonly Actor['kind'][];

const PERSON: Askers = ['participant'];
const SEAT: Askers = ['participant', 'bot'];
const BOT: Askers = ['bot'];
const CONTROL: Askers = ['control'];
/** What comes by itself when the time is up, and by hand before. */
const COURSE: Askers = ['control', 'clock'];
const CLOCK: Askers = ['clock'];
const NOTES: Askers = ['control', 'evaluator'];

/** Who may ask for each command: a new one does not compile until somebody has said so. */
export const ASKERS: { readonly [T in Command['type']]: Askers } = {
  // a ministry
  act: SEAT, invite: SEAT, answerInvitation: SEAT, withdrawInvitation: SEAT, saveOrders: SEAT, setReady: SEAT, sendMessage: SEAT, decideInject: SEAT,
  proposeMatrix: SEAT, argueMatrix: SEAT, withdrawMatrix: SEAT, announceActs: BOT, markStanding: PERSON, standIn: BOT,
  // where people sit
  takeSeat: PERSON, leaveSeat: PERSON, seatParticipant: CONTROL, swapPeople: CONTROL, swapSeats: CONTROL, handToBot: CONTROL,
  // within a team
  takeRole: PERSON, nameDeputy: PERSON, draftAct: PERSON, approveDraft: PERSON, returnDraft: PERSON, withdrawDraft: PERSON, releaseDraft: PERSON, approveOrder: PERSON, giveRole: CONTROL,
  // the course
  startPractice: CONTROL, endPractice: CONTROL, startExercise: COURSE, pause: COURSE, resume: COURSE, extendPhase: CONTROL, advancePhase: COURSE, endExercise: CONTROL,
  callBreak: CONTROL, extendBreak: CONTROL, moveDeadlines: CONTROL, putOffDeadline: CLOCK,
  // what reaches the ministries
  speak: CONTROL, hideMessage: CONTROL, fireInject: CONTROL, holdInject: CONTROL, changeInject: CONTROL, dropInject: CONTROL, writeInject: CONTROL,
  publishHeadline: CONTROL, removeMatrix: CONTROL, judgeMatrix: CONTROL, overrideNumber: CONTROL, undoAct: CONTROL,
  // the evaluation
  pinObservation: NOTES, changeObservation: NOTES, removeObservation: NOTES,
};

/** Which commands of a ministry exercise control may ask for in its name: a new one does not compile until somebody has said so. */
const IN_ITS_NAME: { readonly [T in SeatCommand['type']]: boolean } = {
  act: true, invite: true, answerInvitation: true, withdrawInvitation: true, saveOrders: true, setReady: true, sendMessage: true, decideInject: true,
  proposeMatrix: true, argueMatrix: true, withdrawMatrix: true, markStanding: true, announceActs: false,
};

export const askedInItsName = (command: Command['type']): boolean => Object.hasOwn(IN_ITS_NAME, command) && IN_ITS_NAME[command as SeatCommand['type']];

export const ROLES = ['participant', 'observer', 'evaluator', 'control'] as const;
export type Role = (typeof ROLES)[number];

/** What an observer sees: what everybody does, the screen of one ministry, or all of it. */
export type Sight = 'public' | 'all' | SeatId;

export interface Powers {
  /** As whom they ask for commands; null: for none. */
  asksAs: 'participant' | 'evaluator' | 'control' | null;
  /** `own`: the seat they sit in; `sight`: as was said when they were invited; `all`: everything that exercise control sees. */
  sees: 'own' | 'sight' | 'all';
  /** Has notes of their own that nobody else reads. */
  notebook: boolean;
  /** May look at what an inject or effects would do. */
  previews: boolean;
  /** May take the record away before the debrief: it holds the seed and what is still to come. */
  takesRecord: boolean;
  /** May say who is expected and where each of them sits, close the door to all others, and make ways back. */
  keepsRoster: boolean;
  /** May invite staff and take their links back: those alone who opened the exercise with the server's own link, and did not come by a staff link themselves. */
  invitesStaff: boolean;
}

export const POWERS: { readonly [R in Role]: Powers } = {
  participant: { asksAs: 'participant', sees: 'own', notebook: false, previews: false, takesRecord: false, keepsRoster: false, invitesStaff: false },
  observer: { asksAs: null, sees: 'sight', notebook: false, previews: false, takesRecord: false, keepsRoster: false, invitesStaff: false },
  evaluator: { asksAs: 'evaluator', sees: 'all', notebook: true, previews: false, takesRecord: false, keepsRoster: false, invitesStaff: false },
  control: { asksAs: 'control', sees: 'all', notebook: true, previews: true, takesRecord: true, keepsRoster: true, invitesStaff: true },
};

/** Roles that come by a link of their own. */
export const STAFF_ROLES = ['control', 'evaluator', 'observer'] as const satisfies readonly Role[];
export type StaffRole = (typeof STAFF_ROLES)[number];

/** Somebody in an exercise, as far as it matters to what they may see. */
export interface Onlooker {
  role: Role;
  /** Of observers; left out, what everybody sees. */
  sight?: Sight;
}

export function mayAsk(role: Role, command: Command['type']): boolean {
  const { asksAs } = POWERS[role];
  return asksAs !== null && ASKERS[command].includes(asksAs);
}

/** Sees everything that exercise control does. */
export function seesAll({ role, sight }: Onlooker): boolean {
  const { sees } = POWERS[role];
  return sees === 'all' || (sees === 'sight' && sight === 'all');
}

/** The ministry whose screen an observer was invited to watch. */
export function watchedSeat({ role, sight }: Onlooker): SeatId | null {
  return POWERS[role].sees === 'sight' && sight !== undefined && sight !== 'public' && sight !== 'all' ? sight : null;
}
