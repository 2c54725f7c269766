// The room of a cohort, for exercise control alone: shows all its worlds side by side and passes commands on to several of them.
import { CloseCode, Room, ServerError } from '@colyseus/core';
import type { AuthContext, Client } from '@colyseus/core';
import { worldSummary } from '../shared/view/world-summary.ts';
import { refusal } from '../shared/rules/refusals.ts';
import type { Refusal } from '../shared/rules/refusals.ts';
import { changedDocuments } from '../shared/wire/documents.ts';
import type { CohortSlice, WorldPeople } from '../shared/wire/documents.ts';
import { commandWorldsRequest } from '../shared/wire/messages.ts';
import type { CommandAnswer, CommandWorldsAnswer, CommandWorldsRequest } from '../shared/wire/messages.ts';
import { CohortState } from '../shared/wire/state.ts';
import type { LiveExercise } from './exercise.ts';
import type { Exercises } from './exercises.ts';
import type { Presence } from './presence.ts';
import type { RoomServices } from './room.ts';
import { malformed } from './validation.ts';

export const COHORT_ROOM = 'cohort';

/** Its room beside those of exercises, whose ids are other ones. */
export const cohortRoomId = (cohort: string): string => `cohort-${cohort}`;

/** Seconds during which a dropped connection may come back as it was. */
const RECONNECTION = 120;

/** Whoever is in this room has shown the token of somebody who runs the cohort. */
type Instructor = Client<{ auth: { token: string } }>;

/** Commands about a person, who is in one world alone. */
const OF_ONE_WORLD: ReadonlySet<string> = new Set(['seatParticipant', 'swapPeople', 'swapSeats']);

/** The room class of one server. Rooms are made when somebody first asks for one, and stand from then on; while nobody looks they cost nothing. */
export function cohortRoom({ exercises, presence, clock, metrics }: RoomServices) {
  return class CohortRoom extends Room<{ state: CohortState; client: Instructor }> {
    override maxClients = 20;
    override maxMessagesPerSecond = 20;
    override autoDispose = false;
    override patchRate = 1000;
    #cohort = '';
    readonly #worlds = new Map<string, LiveExercise>();
    #shown: CohortSlice | null = null;
    #stopListening: (() => void)[] = [];

    static override async onAuth(token: string, _options: unknown, context: AuthContext): Promise<{ token: string }> {
      const given = token ?? context.token;
      if (typeof given !== 'string' || !exercises.runs(given)) throw new ServerError(401, 'notSignedIn');
      return { token: given };
    }

    override async onCreate({ cohort }: { cohort: string }) {
      this.#cohort = cohort;
      this.roomId = cohortRoomId(cohort);
      this.state = new CohortState();
      const worlds = exercises.shelf.idsOf(cohort);
      if (worlds.length === 0) throw new ServerError(404, 'exerciseUnknown');
      for (const id of worlds) {
        const live = (await exercises.load(id))!;
        this.#worlds.set(id, live);
        this.#stopListening.push(live.listen({ committed: () => this.#show(id), failed: () => this.#show(id) }));
      }
      const follow = (id: string) => {
        if (this.#worlds.has(id)) this.#show(id);
      };
      this.#stopListening.push(exercises.onPeopleChange(follow), exercises.onPeopleChange(() => this.#sendAwayStrangers()), presence.listen(follow));
      this.onMessage('commandWorlds', (client: Instructor, payload: unknown, answer: { reject(reason: Refusal): void }) => this.#command(client, payload, answer));
    }

    override onJoin(client: Instructor) {
      if (!exercises.runs(client.auth!.token, this.#cohort)) throw new ServerError(401, 'notSignedIn');
      this.#show(...this.#worlds.keys());
    }

    override onDrop(client: Instructor) {
      void this.allowReconnection(client, RECONNECTION).catch(() => {});
    }

    /** Whose link was taken back sees nothing more. */
    #sendAwayStrangers() {
      for (const client of this.clients) if (!exercises.runs(client.auth!.token, this.#cohort)) client.leave(CloseCode.SERVER_SHUTDOWN);
    }

    override onReconnect() {
      this.#sendAwayStrangers();
      this.#show(...this.#worlds.keys());
    }

    override onDispose() {
      for (const stop of this.#stopListening) stop();
    }

    #show(...worlds: string[]) {
      // Whoever comes next is shown everything as it is then.
      if (this.clients.length === 0) return;
      const slice: CohortSlice = { worlds: { ...this.#shown?.worlds }, people: { ...this.#shown?.people } };
      for (const id of worlds) {
        const { state } = this.#worlds.get(id)!;
        slice.worlds[id] = worldSummary(state);
        slice.people[id] = peopleOf(exercises, presence, id, state.seating);
      }
      const { texts, gone } = changedDocuments('cohort', this.#shown, slice);
      this.#shown = slice;
      for (const key of gone) this.state.documents.delete(key);
      for (const [key, text] of Object.entries(texts)) this.state.documents.set(key, text);
      this.state.now = clock.now();
      this.broadcastPatch();
    }

    /** Each world is asked by itself, as the person of exercise control who this instructor is there. */
    async #command(client: Instructor, payload: unknown, answer: { reject(reason: Refusal): void }): Promise<CommandWorldsAnswer | undefined> {
      const asked = commandWorldsRequest.safeParse(payload);
      if (!asked.success) return void answer.reject(malformed(asked.error));
      if (OF_ONE_WORLD.has(asked.data.command.type)) return void answer.reject(refusal('unknownCommand'));
      const worlds = [...new Set(asked.data.worlds)];
      return Object.fromEntries(await Promise.all(worlds.map(async (id): Promise<[string, CommandAnswer]> => [id, await this.#ask(client, id, asked.data)])));
    }

    async #ask(client: Instructor, world: string, { id, command }: CommandWorldsRequest): Promise<CommandAnswer> {
      const live = this.#worlds.get(world);
      if (!live) return count({ accepted: false, refusal: refusal('exerciseUnknown') });
      const session = await exercises.control(world, client.auth!.token);
      return count(session.ok ? await live.submit({ kind: 'control', id: session.value.participant }, command, id) : { accepted: false, refusal: session.refusal });
    }
  };

  function count(answer: CommandAnswer): CommandAnswer {
    metrics.commands.inc({ outcome: answer.accepted ? 'accepted' : answer.refusal.code });
    return answer;
  }
}

function peopleOf(exercises: Exercises, presence: Presence, exercise: string, seating: Record<string, string>): WorldPeople {
  const connected = presence.of(exercise);
  const participants = exercises.people(exercise).filter(({ role }) => role === 'participant');
  const people: WorldPeople = { joined: participants.length, connected: participants.filter(({ id }) => connected.has(id)).length, seats: {}, unseated: [] };
  for (const { id, name } of participants) {
    const seat = seating[id];
    (seat === undefined ? people.unseated : (people.seats[seat] ??= [])).push({ name, connected: connected.has(id) });
  }
  return people;
}
