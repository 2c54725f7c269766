// The HTTP interface: what is asked outside of a room, each body checked, each fault answered with a refusal.
import { Router, json } from 'express';
import type { NextFunction, Request, Response } from 'express';
import type { z } from 'zod';
import { POWERS, seesAll } from '../shared/model/roles.ts';
import { refusal, refuse } from '../shared/rules/refusals.ts';
import type { Refusal, RefusalCode, Result } from '../shared/rules/refusals.ts';
import { createExerciseRequest, doorRequest, instructorRequest, joinRequest, practiceRequest, rosterRequest, staffEntryRequest, staffLookRequest, staffRequest } from '../shared/wire/messages.ts';
import type { CalendarToken, CohortCheck, SessionCheck } from '../shared/wire/messages.ts';
import type { Exercises, Identity } from './exercises.ts';
import { Allowance } from './allowance.ts';
import { calendarOf } from './calendar.ts';
import type { Clock } from './clock.ts';
import type { Metrics } from './metrics.ts';
import { recordText } from './record-writer.ts';
import { replayFor } from './replay.ts';
import type { ScenarioCatalogue } from './scenario-catalogue.ts';
import type { Store } from './store/store.ts';
import { malformed } from './validation.ts';

export interface HttpServices {
  exercises: Exercises;
  scenarios: ScenarioCatalogue;
  store: Store;
  clock: Clock;
  metrics: Metrics;
  /** Makes sure that the room of an exercise stands. */
  openRoom(exercise: string): Promise<void>;
  /** The same of a cohort; the id of its room. */
  openCohort(cohort: string): Promise<string>;
}

/** Status of the answer by refusal; what is not named is the asker's mistake, 400. */
const STATUS: Partial<Record<RefusalCode, number>> = {
  notSignedIn: 401, notControl: 403, notInstructor: 403, linkUnknown: 404, notYourSeat: 403, notDisclosed: 403, doorClosed: 403, codeUnknown: 404, exerciseUnknown: 404, scenarioUnknown: 404,
  exerciseEnded: 410, exerciseFull: 409, tooManyLinks: 409, rosterChanged: 409, nameHere: 409, tooLarge: 413, tooManyRequests: 429, notRecorded: 503,
};

const MINUTE = 60_000;
/** Requests per minute and address. A class behind one address joins within a minute; guessing codes takes far longer. */
const LIMITS = { join: 120, wrongCode: 30, create: 30, practice: 10, instructor: 20, staff: 60, door: 60, calendar: 120 };

const bearer = (request: Request): string => /^Bearer (\S{1,128})$/.exec(request.headers.authorization ?? '')?.[1] ?? '';

export function httpInterface({ exercises, scenarios, store, clock, metrics, openRoom, openCohort }: HttpServices): Router {
  const router = Router();
  const allowances = Object.fromEntries(Object.entries(LIMITS).map(([name, most]) => [name, new Allowance(most, MINUTE, clock)])) as Record<keyof typeof LIMITS, Allowance>;

  /** A route whose handler gives a result; `limit` names the allowance it draws on. */
  function route<T>(method: 'get' | 'post' | 'delete', path: string, limit: keyof typeof LIMITS | null, handle: (request: Request) => Promise<Result<T>> | Result<T>) {
    router[method](path, async (request: Request, response: Response) => {
      const stop = metrics.requests.startTimer({ method: method.toUpperCase(), route: path });
      const answer = limit !== null && !allowances[limit].take(addressOf(request)) ? refuse<T>('tooManyRequests') : await handle(request);
      if (answer.ok) response.set('Cache-Control', 'no-store').json(answer.value);
      else refuseWith(response, answer.refusal);
      stop({ status: String(response.statusCode) });
    });
  }

  const body = <S extends z.ZodType>(schema: S, request: Request): Result<z.infer<S>> => {
    const read = schema.safeParse(request.body);
    return read.success ? { ok: true, value: read.data } : { ok: false, refusal: malformed(read.error) };
  };
  const instructor = (request: Request): Result<string> => {
    const token = bearer(request);
    return exercises.instructors.has(token) ? { ok: true, value: token } : refuse('notSignedIn');
  };
  const person = (request: Request): Result<Identity> => {
    const identity = exercises.identify(bearer(request));
    const { id } = request.params;
    if (!identity) return refuse('notSignedIn');
    return id === undefined || identity.exercise === id ? { ok: true, value: identity } : refuse('exerciseUnknown');
  };
  /** Whoever may invite staff into the exercise of the address: with the server's own link, or in the room that it opened. */
  const inviter = (request: Request): Result<string> => {
    const id = request.params['id'] as string;
    if (exercises.instructors.has(bearer(request))) return { ok: true, value: id };
    const known = person(request);
    if (!known.ok) return known;
    return POWERS[known.value.role].invitesStaff && known.value.link === undefined ? { ok: true, value: id } : refuse('notInstructor');
  };
  /** Whoever may say who is expected in the exercise of the address, who else may come, and who comes back. */
  const roster = (request: Request): Result<string> => {
    const known = person(request);
    if (!known.ok) return known;
    return POWERS[known.value.role].keepsRoster ? { ok: true, value: known.value.exercise } : refuse('notControl');
  };
  /** Wrong codes cost more than right ones: they are what guessing looks like. */
  const counted = <T>(request: Request, answer: Result<T>): Result<T> => {
    const guessed = !answer.ok && (answer.refusal.code === 'codeUnknown' || answer.refusal.code === 'linkUnknown');
    return guessed && !allowances.wrongCode.take(addressOf(request)) ? refuse('tooManyRequests') : answer;
  };

  // Two hundred names with a note each; nothing else that is asked here is long.
  router.use('/exercises/:id/roster', json({ limit: '128kb' }));
  router.use(json({ limit: '16kb' }));

  route('get', '/scenarios', null, () => ({ ok: true, value: scenarios.cards() }));

  route('post', '/instructor', 'instructor', async (request) => {
    const asked = body(instructorRequest, request);
    return asked.ok ? exercises.instructors.exchange(asked.value.token) : asked;
  });
  route('get', '/exercises', null, (request) => {
    const allowed = instructor(request);
    return allowed.ok ? { ok: true, value: exercises.shelf.cards() } : allowed;
  });
  route('post', '/exercises', 'create', async (request) => {
    const allowed = instructor(request);
    if (!allowed.ok) return allowed;
    const asked = body(createExerciseRequest, request);
    if (!asked.ok) return asked;
    const created = await exercises.create(asked.value);
    if (created.ok) for (const world of exercises.shelf.idsOf(created.value.cohort)) await openRoom(world);
    return created;
  });
  route('get', '/cohorts', null, (request) => {
    const allowed = instructor(request);
    return allowed.ok ? { ok: true, value: exercises.shelf.cohortCards() } : allowed;
  });
  route<CohortCheck>('get', '/cohorts/:id', null, async (request) => {
    const id = request.params['id'] as string;
    if (!exercises.runs(bearer(request), id)) return refuse('notSignedIn');
    const card = exercises.shelf.cohortCard(id);
    return card ? { ok: true, value: { ...card, room: await openCohort(card.id) } } : refuse('exerciseUnknown');
  });
  route('get', '/exercises/:id', null, (request) => {
    const known = person(request);
    if (!known.ok) return known;
    return seesAll(known.value) ? { ok: true, value: exercises.shelf.card(exercises.shelf.get(known.value.exercise)!) } : refuse('notControl');
  });
  route('post', '/exercises/:id/control', null, async (request) => {
    const session = await exercises.control(request.params['id'] as string, bearer(request));
    if (session.ok) await openRoom(session.value.exercise);
    return session;
  });

  route('get', '/exercises/:id/roster', null, (request) => {
    const allowed = roster(request);
    return allowed.ok ? exercises.rosters.expected(allowed.value) : allowed;
  });
  route('post', '/exercises/:id/roster', null, async (request) => {
    const allowed = roster(request);
    if (!allowed.ok) return allowed;
    const asked = body(rosterRequest, request);
    return asked.ok ? exercises.rosters.expect(allowed.value, asked.value) : asked;
  });
  route('post', '/exercises/:id/door', 'door', async (request) => {
    const allowed = roster(request);
    if (!allowed.ok) return allowed;
    const asked = body(doorRequest, request);
    return asked.ok ? exercises.doors.set(allowed.value, asked.value.closed) : asked;
  });
  route('post', '/exercises/:id/people/:participant/link', 'staff', async (request) => {
    const allowed = roster(request);
    return allowed.ok ? exercises.wayBack(allowed.value, request.params['participant'] as string) : allowed;
  });
  route('get', '/exercises/:id/staff', null, (request) => {
    const allowed = inviter(request);
    return allowed.ok ? { ok: true, value: exercises.staff.of(allowed.value) } : allowed;
  });
  route('post', '/exercises/:id/staff', 'staff', async (request) => {
    const allowed = inviter(request);
    if (!allowed.ok) return allowed;
    const asked = body(staffRequest, request);
    return asked.ok ? exercises.staff.invite(allowed.value, asked.value) : asked;
  });
  route('delete', '/exercises/:id/staff/:link', 'staff', async (request) => {
    const allowed = inviter(request);
    return allowed.ok ? exercises.staff.takeBack(allowed.value, request.params['link'] as string) : allowed;
  });
  route('post', '/staff/look', 'join', async (request) => {
    const asked = body(staffLookRequest, request);
    return asked.ok ? counted(request, await exercises.staff.lookAt(asked.value.token)) : asked;
  });
  route('post', '/staff', 'join', async (request) => {
    const asked = body(staffEntryRequest, request);
    if (!asked.ok) return asked;
    const session = counted(request, await exercises.enterAsStaff(asked.value));
    if (session.ok) await openRoom(session.value.exercise);
    return session;
  });

  route('get', '/join/:code', 'join', async (request) => counted(request, await exercises.preview(request.params['code'] as string)));
  route('post', '/join', 'join', async (request) => {
    const asked = body(joinRequest, request);
    if (!asked.ok) return asked;
    const session = counted(request, await exercises.join(asked.value, bearer(request)));
    if (session.ok) await openRoom(session.value.exercise);
    return session;
  });
  route('post', '/practice', 'practice', async (request) => {
    const asked = body(practiceRequest, request);
    if (!asked.ok) return asked;
    const session = await exercises.practise(asked.value);
    if (session.ok) await openRoom(session.value.exercise);
    return session;
  });

  for (const path of ['/session', '/exercises/:id/session']) {
    route<SessionCheck>('get', path, null, async (request) => {
      const known = person(request);
      if (!known.ok) return known;
      await openRoom(known.value.exercise);
      return { ok: true, value: { ...known.value, token: bearer(request), room: known.value.exercise } };
    });
  }

  router.get('/exercises/:id/record', async (request: Request, response: Response) => {
    const known = person(request);
    if (!known.ok) return refuseWith(response, known.refusal);
    const live = await exercises.load(known.value.exercise);
    if (!POWERS[known.value.role].takesRecord && live!.state.status !== 'debrief') return refuseWith(response, refusal('notDisclosed'));
    const stored = (await store.exercise(live!.id))!;
    response.set({
      'Content-Type': 'application/x-ndjson; charset=utf-8',
      'Content-Disposition': `attachment; filename="${stored.id}.entente.jsonl"`,
      'Cache-Control': 'no-store',
    });
    response.send(recordText(stored.header, await store.events(live!.id), live!.state, notebookOwner(known.value)));
  });
  route<CalendarToken>('get', '/exercises/:id/calendar', null, (request) => {
    const known = person(request);
    return known.ok ? { ok: true, value: { token: exercises.calendarTokenFor(bearer(request)) } } : known;
  });
  router.get('/exercises/:id/calendar.ics', async (request: Request, response: Response) => {
    if (!allowances.calendar.take(addressOf(request))) return refuseWith(response, refusal('tooManyRequests'));
    const { token } = request.query;
    const known = typeof token === 'string' ? exercises.identifyForCalendar(token) : exercises.identify(bearer(request));
    if (!known || known.exercise !== request.params['id']) return refuseWith(response, refusal('notSignedIn'));
    const live = (await exercises.load(known.exercise))!;
    if (live.state.schedule.length === 0) return refuseWith(response, refusal('noSchedule'), 404);
    const stored = (await store.exercise(live.id))!;
    const page = `${request.protocol}://${request.headers.host ?? ''}/exercise/${live.id}`;
    response.set({ 'Content-Type': 'text/calendar; charset=utf-8', 'Content-Disposition': `attachment; filename="entente-${live.id}.ics"`, 'Cache-Control': 'no-store' });
    response.send(calendarOf(live.state, stored.title, page, clock.now()));
  });
  route('get', '/exercises/:id/replay', null, async (request) => {
    const known = person(request);
    if (!known.ok) return known;
    const live = (await exercises.load(known.value.exercise))!;
    const stored = (await store.exercise(live.id))!;
    return replayFor(live.state, stored, await store.events(live.id), known.value, request.query['as']);
  });

  router.use((_request: Request, response: Response) => refuseWith(response, refusal('unknownCommand'), 404));
  router.use((error: { type?: string; status?: number }, request: Request, response: Response, _next: NextFunction) => {
    if (error.type === 'entity.too.large') return refuseWith(response, refusal('tooLarge'));
    if (error.status !== undefined && error.status < 500) return refuseWith(response, refusal('malformed'), error.status);
    metrics.log.error({ err: error, path: request.path }, 'a request failed');
    refuseWith(response, refusal('notRecorded'), 500);
  });
  return router;
}

/** Whose words that not everybody reads may be handed to somebody: null, none. */
function notebookOwner(who: Identity): string | null {
  return POWERS[who.role].notebook ? who.participant : null;
}

function addressOf(request: Request): string {
  return request.ip ?? request.socket.remoteAddress ?? '';
}

function refuseWith(response: Response, why: Refusal, status = STATUS[why.code] ?? 400): void {
  response.status(status).set('Cache-Control', 'no-store').json({ refusal: why });
}
