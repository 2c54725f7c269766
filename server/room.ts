// The room of an exercise: binds people to connections, passes on what they ask, and sends each of them what they may see.
import { CloseCode, Room, ServerError } from '@colyseus/core';
import type { AuthContext, Client } from '@colyseus/core';
import { StateView } from '@colyseus/schema';
import type { SeatId } from '../shared/model/vocabulary.ts';
import { preview } from '../shared/rules/preview.ts';
import { refusal } from '../shared/rules/refusals.ts';
import type { Refusal } from '../shared/rules/refusals.ts';
import type { Viewer } from '../shared/view/view.ts';
import { commandRequest, historyRequest, openedMessage, previewRequest } from '../shared/wire/messages.ts';
import type { CommandAnswer, HistoryAnswer, Notice, PreviewAnswer } from '../shared/wire/messages.ts';
import type { ExerciseState } from '../shared/wire/state.ts';
import type { LiveExercise } from './exercise.ts';
import type { Exercises, Identity } from './exercises.ts';
import { Allowance } from './allowance.ts';
import { seenEvents } from './history.ts';
import type { Clock } from './clock.ts';
import type { Metrics } from './metrics.ts';
import { Mirror } from './mirror.ts';
import { OpenedInjects } from './opened.ts';
import type { Store } from './store/store.ts';
import { malformed } from './validation.ts';

export const ROOM = 'exercise';

/** Seconds during which a dropped connection may come back as it was; afterwards the token opens a new one. */
const RECONNECTION = 120;

/** How often a minute somebody may tell what they have opened. */
const OPENED_MOST = 20;

interface Attached {
  /** The seat whose slice this connection was given. */
  seat: SeatId | null;
  /** The view no longer fits: this connection may not come back, its person may. */
  outdated: boolean;
}

type Person = Client<{ auth: Identity; userData: Attached }>;

export interface RoomServices {
  exercises: Exercises;
  store: Store;
  clock: Clock;
  metrics: Metrics;
}

/** The room class of one server. Rooms are made by the server alone, one per exercise and with its id. */
export function exerciseRoom({ exercises, store, clock, metrics }: RoomServices) {
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

    static override async onAuth(token: string, options: { token?: unknown }, context: AuthContext): Promise<Identity> {
      const given = typeof options?.token === 'string' ? options.token : (token ?? context.token);
      const identity = typeof given === 'string' ? exercises.identify(given) : null;
      if (!identity) throw new ServerError(401, 'notSignedIn');
      return identity;
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
        live.listen({ committed: () => this.#show(), failed: () => this.#tellFailure() }),
        exercises.onRosterChange((id) => {
          if (id === live.id) this.#showPeople();
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
      metrics.connections.inc();
      const seat = this.#seatOf(client);
      client.userData = { seat, outdated: false };
      if (client.auth!.role !== 'observer') client.view = new StateView();
      if (client.auth!.role === 'control') {
        for (const slice of this.state.seats.values()) client.view!.add(slice);
        client.view!.add(this.#mirror.control());
        client.view!.add(this.#mirror.notebook(client.auth!.participant, this.#live.state));
      } else if (seat !== null) client.view!.add(this.#mirror.seat(seat));
      this.state.now = clock.now();
      this.#showPeople();
    }

    override onDrop(client: Person) {
      this.#showPeople();
      if (!client.userData?.outdated) void this.allowReconnection(client, RECONNECTION).catch(() => {});
    }

    override onReconnect(client: Person) {
      // The connection comes back with its old view: only right if the person still sits where they sat.
      if (client.userData!.seat !== this.#seatOf(client) || !exercises.roster(this.roomId).some(({ id }) => id === client.auth!.participant)) {
        return this.#sendAway(client);
      }
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
      const { participant, role } = client.auth!;
      if (role === 'observer') return this.#count({ accepted: false, refusal: refusal('noSeat') });
      if (asked.data.command.type === 'seatParticipant' && !this.#maySit(asked.data.command.participant)) {
        return this.#count({ accepted: false, refusal: refusal('parameterInvalid', 'participant') });
      }
      const asker = { kind: role, id: participant } as const;
      return this.#count(await this.#live.submit(asker, asked.data.command, asked.data.id));
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
      if (client.auth!.role !== 'control') return void answer.reject(refusal('notControl'));
      const found = preview(this.#live.state, asked.data);
      return found.ok ? found.value : void answer.reject(found.refusal);
    }

    /** It goes out with the next patch: nobody else's connection stirs because somebody reads. */
    #noteOpened(client: Person, payload: unknown) {
      const told = openedMessage.safeParse(payload);
      const seat = this.#seatOf(client);
      if (!told.success || seat === null || !this.#openings.take(client.auth!.participant)) return;
      if (this.#opened.note(this.#live.state, seat, told.data.injects)) this.#mirror.showOpened(this.#opened.all());
    }

    #viewer(client: Person, as: string | undefined): Viewer | null {
      if (client.auth!.role === 'control') {
        if (as === undefined) return { kind: 'control', person: client.auth!.participant };
        return this.#live.state.seatIds.includes(as) ? { kind: 'seat', seat: as } : null;
      }
      const seat = this.#seatOf(client);
      if (as !== undefined && as !== seat) return null;
      return seat === null ? { kind: 'observer' } : { kind: 'seat', seat };
    }

    #maySit(participant: string): boolean {
      return exercises.roster(this.roomId).some(({ id, role }) => id === participant && role === 'participant');
    }

    #seatOf(client: Person): SeatId | null {
      return client.auth!.role === 'participant' ? (this.#live.state.seating[client.auth!.participant] ?? null) : null;
    }

    /** Everything that is durable, to everybody who may see it. */
    #show() {
      const started = performance.now();
      this.#mirror.show(this.#live.state, clock.now());
      for (const client of this.clients) this.#follow(client);
      this.#showPeople();
      metrics.mirror.observe((performance.now() - started) / 1000);
    }

    #showPeople() {
      const connected = new Set([...this.clients].map(({ auth }) => auth!.participant));
      this.#mirror.showPeople(this.#live.state, exercises.roster(this.roomId), connected, clock.now());
      this.broadcastPatch();
    }

    /** A person who took a seat gets its slice; one who left or changed it must come in again, so that nothing stays behind. */
    #follow(client: Person) {
      const seat = this.#seatOf(client);
      const held = client.userData;
      if (!held || held.seat === seat || held.outdated) return;
      if (held.seat !== null) return this.#sendAway(client);
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
