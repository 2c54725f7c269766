// The server's HTTP interface, typed from the wire contract. Every call gives a value or a refusal, never an exception.
import type { Refusal, Result } from '../shared/rules/refusals.ts';
import type {
  CalendarToken, CohortCard, CohortCheck, CreateExerciseRequest, DoorAnswer, ExerciseCard, JoinPreview, JoinRequest, PracticeRequest, ReplayAnswer, RosterAnswer, RosterRequest, ScenarioCard, Session, SessionCheck, StaffEntryRequest, StaffInvitation, StaffLink, StaffLook, StaffRequest, WayBack } from '../shared/wire/messages.ts';
import { cohortToken, instructorToken } from './session.ts';

/** A refusal of the rules, or the network's own failure. */
export type Failure = { kind: 'refused'; refusal: Refusal; status: number } | { kind: 'unreachable' } | { kind: 'failed'; status: number };
export type Answer<T> = { ok: true; value: T } | { ok: false; failure: Failure };

async function call<T>(method: 'GET' | 'POST' | 'DELETE', path: string, options: { body?: unknown; token?: string | null } = {}): Promise<Answer<T>> {
  let response: Response;
  try {
    response = await fetch(`/api${path}`, {
      method,
      headers: {
        ...(options.body === undefined ? {} : { 'content-type': 'application/json' }),
        ...(options.token ? { authorization: `Bearer ${options.token}` } : {}),
      },
      ...(options.body === undefined ? {} : { body: JSON.stringify(options.body) }),
    });
  } catch {
    return { ok: false, failure: { kind: 'unreachable' } };
  }
  let answer: unknown;
  try {
    answer = await response.json();
  } catch {
    return { ok: false, failure: { kind: 'failed', status: response.status } };
  }
  if (response.ok) return { ok: true, value: answer as T };
  const { refusal } = (answer ?? {}) as { refusal?: Refusal };
  return { ok: false, failure: refusal ? { kind: 'refused', refusal, status: response.status } : { kind: 'failed', status: response.status } };
}

const segment = encodeURIComponent;

async function file(path: string, token: string): Promise<Answer<Blob>> {
  try {
    const response = await fetch(`/api${path}`, { headers: { authorization: `Bearer ${token}` } });
    return response.ok ? { ok: true, value: await response.blob() } : { ok: false, failure: { kind: 'failed', status: response.status } };
  } catch {
    return { ok: false, failure: { kind: 'unreachable' } };
  }
}

export const api = {
  scenarios: () => call<ScenarioCard[]>('GET', '/scenarios'),
  preview: (code: string) => call<JoinPreview>('GET', `/join/${segment(code)}`),
  /** `token`: of somebody who runs the exercise. */
  join: (body: JoinRequest, token: string | null = null) => call<Session>('POST', '/join', { body, token }),
  practise: (body: PracticeRequest) => call<Session>('POST', '/practice', { body }),
  session: (token: string) => call<SessionCheck>('GET', '/session', { token }),
  /** Turns the token of the printed link into one that this browser keeps. */
  instructor: (token: string) => call<{ token: string }>('POST', '/instructor', { body: { token } }),
  exercises: () => call<ExerciseCard[]>('GET', '/exercises', { token: instructorToken() }),
  /** What was set up, with its worlds. */
  cohorts: () => call<CohortCard[]>('GET', '/cohorts', { token: instructorToken() }),
  cohort: (id: string) => call<CohortCheck>('GET', `/cohorts/${segment(id)}`, { token: cohortToken(id) }),
  create: (body: CreateExerciseRequest) => call<ExerciseCard>('POST', '/exercises', { body, token: instructorToken() }),
  /** The card of one exercise, for those who see all of it. */
  card: (exercise: string, token: string) => call<ExerciseCard>('GET', `/exercises/${segment(exercise)}`, { token }),
  roster: (exercise: string, token: string) => call<RosterAnswer>('GET', `/exercises/${segment(exercise)}/roster`, { token }),
  keepRoster: (exercise: string, token: string, body: RosterRequest) => call<RosterAnswer>('POST', `/exercises/${segment(exercise)}/roster`, { body, token }),
  setDoor: (exercise: string, token: string, closed: boolean) => call<DoorAnswer>('POST', `/exercises/${segment(exercise)}/door`, { body: { closed }, token }),
  wayBack: (exercise: string, token: string, participant: string) => call<WayBack>('POST', `/exercises/${segment(exercise)}/people/${segment(participant)}/link`, { body: {}, token }),
  staff: (exercise: string, token: string) => call<StaffLink[]>('GET', `/exercises/${segment(exercise)}/staff`, { token }),
  inviteStaff: (exercise: string, token: string, body: StaffRequest) => call<StaffInvitation>('POST', `/exercises/${segment(exercise)}/staff`, { body, token }),
  takeBackStaff: (exercise: string, token: string, link: string) => call<StaffLink[]>('DELETE', `/exercises/${segment(exercise)}/staff/${segment(link)}`, { token }),
  lookAtStaffLink: (token: string) => call<StaffLook>('POST', '/staff/look', { body: { token } }),
  enterAsStaff: (body: StaffEntryRequest) => call<Session>('POST', '/staff', { body }),
  /** The record file as it stands. */
  record: (exercise: string, token: string) => file(`/exercises/${segment(exercise)}/record`, token),
  /** The dates of a course as a calendar file. */
  calendar: (exercise: string, token: string) => file(`/exercises/${segment(exercise)}/calendar.ics`, token),
  /** What opens that file, and nothing else, for a calendar that looks for changes by itself. */
  calendarToken: (exercise: string, token: string) => call<CalendarToken>('GET', `/exercises/${segment(exercise)}/calendar`, { token }),
  /** What one viewer saw, phase by phase; without `as`, one's own eyes. */
  replay: (exercise: string, token: string, as?: string) => call<ReplayAnswer>('GET', `/exercises/${segment(exercise)}/replay${as === undefined ? '' : `?as=${segment(as)}`}`, { token }),
  /** The session with which exercise control opens the room. */
  control: (exercise: string, token = instructorToken()) => call<Session>('POST', `/exercises/${segment(exercise)}/control`, { body: {}, token }),
};

export type { Result };
