// The room of an exercise: binds people to connections, passes on what they ask, and sends each of them what they may see.
import { CloseCode, Room, ServerError } from '@colyseus/core';
import type { AuthContext, Client } from '@colyseus/core';
import { StateView } from '@colyseus/schema';
import { POWERS, seesAll, watchedSeat } from '../shared/model/roles.ts';
import type { AskedCommand } from '../shared/model/commands.ts';
import type { Event } from '../shared/model/events.ts';
import type { SeatId } from '../shared/model/vocabulary.ts';
import { permission } from '../shared/rules/decide.ts';
import { preview } from '../shared/rules/preview.ts';
import { refusal } from '../shared/rules/refusals.ts';
import type { Refusal } from '../shared/rules/refusals.ts';
import type { Viewer } from '../shared/view/view.ts';
import { commandRequest, historyRequest, openedMessage, previewRequest } from '../shared/wire/messages.ts';
import type { CommandAnswer, HistoryAnswer, Notice, PreviewAnswer } from '../shared/wire/messages.ts';
import type { ExerciseState } from '../shared/wire/state.ts';
import type { Asker, LiveExercise } from './exercise.ts';
import type { Exercises, Identity } from './exercises.ts';
import { Allowance } from './allowance.ts';
import { seenEvents } from './history.ts';
import type { Clock } from './clock.ts';
import type { Metrics } from './metrics.ts';
import { Mirror } from './mirror.ts';
import { OpenedInjects } from './opened.ts';
import type { Presence } from './presence.ts';
import type { Store } from './store/store.ts';
import { malformed } from './validation.ts';

export const ROOM = 'exercise';

/** Seconds during which a dropped connection may come back as it was; afterwards the token opens a new one. */
const RECONNECTION = 120;

/** How often a minute somebody may tell what they have opened. */
const OPENED_MOST = 20;

interface Attached {
  /** The seat whose slice alone this connection was given. */
  seat: SeatId | null;
  /** It was given everything. */
  all: boolean;
  /** The view no longer fits: this connection may not come back, its person may. */
  outdated: boolean;
}

/** Who came in, and how many ways back had been made for them by then. */
type Admitted = Identity & { renewals: number };
type Person = Client<{ auth: Admitted; userData: Attached }>;

export interface RoomServices {
  exercises: Exercises;
  presence: Presence;
  store: Store;
  clock: Clock;
  metrics: Metrics;
}

/** People whom a command would seat, by the parameter that names them: the roster beside the record knows who they are, the rules do not. */
function peopleIn(command: AskedCommand): Record<string, string> {
  if (command.type === 'seatParticipant') return { participant: command.participant };
  return command.type === 'swapPeople' ? { a: command.a, b: command.b } : {};
}

/** The room class of one server. Rooms are made by the server alone, one per exercise and with its id. */
export function exerciseRoom({ exercises, presence, store, clock, metrics }: RoomServices) {
  return class ExerciseRoom extends Room<{ state: ExerciseState; client: Person }> {
    override maxClients = 240;
    /** Twenty a second: the room's clock, which this is counted by, may stand still for up to a second. */
    override maxMessagesPerSecond = 40;
    override autoDispose = false;
    /** Patches go out after each change; this only catches up on what nobody announced. */
    override patchRate = 1000;
    #live!: LiveExercise;
    #mirror!: Mirror;
    readonly #opened = new OpenedInjects();
    readonly #openings = new Allowance(OPENED_MOST, 60_000, clock);
    #stopListening: (() => void)[] = [];
    /** Dropped connections that may come back as they were, as long as their people may see the same. */
    readonly #awaited = new Map<Person, ReturnType<Room['allowReconnection']>>();

    static override async onAuth(token: string, options: { token?: unknown }, context: AuthContext): Promise<Admitted> {
      const given = typeof options?.token === 'string' ? options.token : (token ?? context.token);
      const identity = typeof given === 'string' ? exercises.identify(given) : null;
      if (!identity) throw new ServerError(401, 'notSignedIn');
      return { ...identity, renewals: exercises.renewals(identity.participant) };
    }

    override async onCreate({ exercise }: { exercise: string }) {
      const live = await exercises.load(exercise);
      if (!live) throw new ServerError(404, 'exerciseUnknown');
      this.#live = live;
      this.roomId = live.id;
      this.#mirror = new Mirror(live.state.seatIds);
      this.state = this.#mirror.state;
      this.#show();
      this.#stopListening = [
        live.listen({ committed: (events) => this.#follows(events), failed: () => this.#tellFailure() }),
        exercises.onPeopleChange((id) => {
          if (id !== live.id) return;
          this.#followAll();
          this.#showPeople();
        }),
      ];
      this.onMessage('command', (client: Person, payload: unknown) => this.#command(client, payload));
      this.onMessage('history', (client: Person, payload: unknown, answer: { reject(reason: unknown): void }) => this.#history(client, payload, answer));
      this.onMessage('preview', (client: Person, payload: unknown, answer: { reject(reason: unknown): void }) => this.#preview(client, payload, answer));
      this.onMessage('opened', (client: Person, payload: unknown) => this.#noteOpened(client, payload));
      metrics.rooms.inc();
    }

    override onJoin(client: Person) {
      if (client.auth!.exercise !== this.roomId) throw new ServerError(403, 'exerciseUnknown');
      // A place is reserved before the connection is made: until then a link may have been taken back, or a way back made.
      if (!this.#who(client)) throw new ServerError(401, 'notSignedIn');
      metrics.connections.inc();
      const who = client.auth!;
      const [seat, all] = [this.#seatOf(who), seesAll(who)];
      client.userData = { seat, all, outdated: false };
      if (who.role === 'participant' || seat !== null || all) client.view = new StateView();
      if (all) {
        for (const slice of this.state.seats.values()) client.view!.add(slice);
        client.view!.add(this.#mirror.control());
        if (POWERS[who.role].notebook) client.view!.add(this.#mirror.notebook(who.participant, this.#live.state));
      } else if (seat !== null) client.view!.add(this.#mirror.seat(seat));
      this.state.now = clock.now();
      this.#showPeople();
    }

    override onDrop(client: Person) {
      this.#showPeople();
      if (client.userData?.outdated) return;
      const back = this.allowReconnection(client, RECONNECTION);
      this.#awaited.set(client, back);
      void back.catch(() => {}).finally(() => this.#awaited.delete(client));
    }

    override onReconnect(client: Person) {
      // The connection comes back with its old view: only right if the person may still see what they saw.
      if (this.#seesOtherwise(client)) return this.#sendAway(client);
      this.#showPeople();
    }

    override onLeave(client: Person) {
      client.view?.dispose();
      if (client.userData) metrics.connections.dec();
      this.#showPeople();
    }

    override onDispose() {
      for (const stop of this.#stopListening) stop();
      metrics.rooms.dec();
    }

    async #command(client: Person, payload: unknown): Promise<CommandAnswer> {
      const asked = commandRequest.safeParse(payload);
      if (!asked.success) return this.#count({ accepted: false, refusal: malformed(asked.error) });
      const who = this.#who(client);
      if (!who) return this.#count({ accepted: false, refusal: refusal('notSignedIn') });
      const { asksAs } = POWERS[who.role];
      const { id, as: seat, command } = asked.data;
      const barred = permission(command.type, asksAs, seat);
      if (barred || asksAs === null) return this.#count({ accepted: false, refusal: barred ?? refusal('watchesOnly') });
      const stranger = Object.entries(peopleIn(command)).find(([, person]) => !this.#maySit(person));
      if (stranger) return this.#count({ accepted: false, refusal: refusal('parameterInvalid', stranger[0]) });
      const asker: Asker = { kind: asksAs, id: who.participant, ...(seat !== undefined && { seat }) };
      return this.#count(await this.#live.submit(asker, command, id));
    }

    #count(answer: CommandAnswer): CommandAnswer {
      metrics.commands.inc({ outcome: answer.accepted ? 'accepted' : answer.refusal.code });
      return answer;
    }

    async #history(client: Person, payload: unknown, answer: { reject(reason: Refusal): void }): Promise<HistoryAnswer | undefined> {
      const asked = historyRequest.safeParse(payload);
      if (!asked.success) return void answer.reject(malformed(asked.error));
      const { turn, as } = asked.data;
      const viewer = this.#viewer(client, as);
      if (!viewer) return void answer.reject(refusal('notControl', 'as'));
      return { turn, events: seenEvents(this.#live.state, await store.events(this.roomId, turn), viewer) };
    }

    #preview(client: Person, payload: unknown, answer: { reject(reason: Refusal): void }): PreviewAnswer | undefined {
      const asked = previewRequest.safeParse(payload);
      if (!asked.success) return void answer.reject(malformed(asked.error));
      if (!this.#who(client) || !POWERS[client.auth!.role].previews) return void answer.reject(refusal('notControl'));
      const found = preview(this.#live.state, asked.data);
      return found.ok ? found.value : void answer.reject(found.refusal);
    }

    /** It goes out with the next patch: nobody else's connection stirs because somebody reads. */
    #noteOpened(client: Person, payload: unknown) {
      const told = openedMessage.safeParse(payload);
      const who = this.#who(client);
      const seat = who?.role === 'participant' ? this.#seatOf(who) : null;
      if (!told.success || seat === null || !this.#openings.take(client.auth!.participant)) return;
      if (this.#opened.note(this.#live.state, seat, told.data.injects)) this.#mirror.showOpened(this.#opened.all());
    }

    #viewer(client: Person, as: string | undefined): Viewer | null {
      const who = this.#who(client);
      if (!who) return null;
      if (seesAll(who)) {
        if (as === undefined) return { kind: 'control', ...(POWERS[who.role].notebook && { person: who.participant }) };
        return this.#live.state.seatIds.includes(as) ? { kind: 'seat', seat: as } : null;
      }
      const seat = this.#seatOf(who);
      if (as !== undefined && as !== seat) return null;
      return seat === null ? { kind: 'observer' } : { kind: 'seat', seat };
    }

    #maySit(participant: string): boolean {
      return exercises.people(this.roomId).some(({ id, role }) => id === participant && role === 'participant');
    }

    /** Who this is now; null once they may no longer be here, or have gone on in another browser, whatever is still under way. */
    #who(client: Person): Identity | null {
      const { participant, renewals } = client.auth!;
      return renewals === exercises.renewals(participant) ? exercises.person(this.roomId, participant) : null;
    }

    /** The ministry whose screen somebody has: their own, or the one they watch. */
    #seatOf(who: Identity): SeatId | null {
      return POWERS[who.role].sees === 'own' ? (this.#live.state.seating[who.participant] ?? null) : watchedSeat(who);
    }

    #seesOtherwise(client: Person): boolean {
      const [who, held] = [this.#who(client), client.userData!];
      return !who || who.role !== client.auth!.role || seesAll(who) !== held.all || this.#seatOf(who) !== held.seat;
    }

    #follows(events: readonly Event[]) {
      if (events.some(({ type }) => type === 'practiceEnded')) {
        this.#opened.forget();
        this.#mirror.showOpened(this.#opened.all());
      }
      this.#show();
    }

    /** Everything that is durable, to everybody who may see it. */
    #show() {
      const started = performance.now();
      this.#mirror.show(this.#live.state, clock.now());
      this.#followAll();
      this.#showPeople();
      metrics.mirror.observe((performance.now() - started) / 1000);
    }

    #showPeople() {
      const connected = new Set([...this.clients].map(({ auth }) => auth!.participant));
      presence.set(this.roomId, connected);
      this.#mirror.showPeople(this.#live.state, exercises.people(this.roomId), connected, clock.now());
      this.#mirror.showDoor(exercises.doors.isClosed(this.roomId));
      this.broadcastPatch();
    }

    #followAll() {
      for (const client of this.clients) this.#follow(client);
      for (const [client, back] of this.#awaited) if (this.#seesOtherwise(client)) back.reject();
    }

    /** A person who took a seat gets its slice; one who left or changed it, or who may see less now, must come in again, so that nothing stays behind. */
    #follow(client: Person) {
      const held = client.userData;
      if (!held || held.outdated || !this.#seesOtherwise(client)) return;
      const who = this.#who(client);
      const seat = who && this.#seatOf(who);
      if (!who || who.role !== 'participant' || held.seat !== null) return this.#sendAway(client);
      held.seat = seat;
      client.view!.add(this.#mirror.seat(seat!));
    }

    #sendAway(client: Person) {
      client.userData!.outdated = true;
      client.leave(CloseCode.SERVER_SHUTDOWN);
    }

    #tellFailure() {
      this.#show();
      this.broadcast('notice', { refusal: refusal('notRecorded') } satisfies Notice);
    }
  };
}
