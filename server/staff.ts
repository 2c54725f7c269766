// The links by which co-instructors, evaluators and observers come in: made, looked at, looked up by their token, and taken back.
import { watchedSeat } from '../shared/model/roles.ts';
import type { Sight } from '../shared/model/roles.ts';
import { accept, refuse } from '../shared/rules/refusals.ts';
import type { Result } from '../shared/rules/refusals.ts';
import type { StaffInvitation, StaffLink, StaffLook, StaffRequest } from '../shared/wire/messages.ts';
import type { Clock } from './clock.ts';
import type { Entry, Shelf } from './shelf.ts';
import type { Store, StoredParticipant, StoredStaffLink } from './store/store.ts';
import { hashOf, newId, newToken } from './tokens.ts';

/** Links into one exercise at a time. */
const MOST_LINKS = 40;

export class Staff {
  readonly #store: Store;
  readonly #clock: Clock;
  readonly #shelf: Shelf;
  /** People whose link was taken back may no longer come in. */
  readonly #sendAway: (people: StoredParticipant[], exercise: string) => void;
  readonly #links = new Map<string, StoredStaffLink>();
  readonly #byToken = new Map<string, StoredStaffLink>();

  constructor(store: Store, clock: Clock, shelf: Shelf, sendAway: (people: StoredParticipant[], exercise: string) => void) {
    this.#store = store;
    this.#clock = clock;
    this.#shelf = shelf;
    this.#sendAway = sendAway;
  }

  async open(): Promise<void> {
    for (const link of await this.#store.staffLinks()) this.#keep(link);
  }

  /** A link for one more of the staff of an exercise. Its token is told once and not kept. */
  async invite(exercise: string, { role, sight, name }: StaffRequest): Promise<Result<StaffInvitation>> {
    if (!this.#shelf.get(exercise)) return refuse('exerciseUnknown');
    if (role !== 'observer' && sight !== undefined) return refuse('parameterUnknown', 'sight');
    const seat = watchedSeat({ role, ...(sight && { sight }) });
    if (seat !== null && !(await this.#shelf.load(exercise))!.state.seatIds.includes(seat)) return refuse('seatUnknown', 'sight', { seat });
    if (this.#into(exercise).length >= MOST_LINKS) return refuse('tooManyLinks', null, { limit: MOST_LINKS });
    const token = newToken();
    const link: StoredStaffLink = { id: newId(), exercise, role, sight: role === 'observer' ? (sight ?? 'public') : null, name, tokenHash: hashOf(token), createdAt: this.#clock.now() };
    await this.#store.addStaffLink(link);
    this.#keep(link);
    return accept({ link: this.#card(link), token });
  }

  of(exercise: string): StaffLink[] {
    return this.#into(exercise).map((link) => this.#card(link));
  }

  /** From now on it opens nothing, and whoever came by it is sent away at once. */
  async takeBack(exercise: string, id: string): Promise<Result<StaffLink[]>> {
    const link = this.#links.get(id);
    if (!link || !this.#into(exercise).includes(link)) return refuse('linkUnknown');
    this.#links.delete(id);
    this.#byToken.delete(link.tokenHash);
    await this.#store.removeStaffLink(id);
    for (const entry of this.#opens(link)) this.#sendAway(cameBy(link, entry), entry.stored.id);
    return accept(this.of(exercise));
  }

  async lookAt(token: string): Promise<Result<StaffLook>> {
    const link = this.#byToken.get(hashOf(token));
    if (!link) return refuse('linkUnknown');
    const seat = watchedSeat({ role: link.role, ...(link.sight !== null && { sight: link.sight }) });
    const exercises = await Promise.all(this.#opens(link).map(async ({ stored: { id, title, world } }) => ({
      id, title, world, watched: seat === null ? null : ((await this.#shelf.load(id))!.state.scenario.seats[seat]?.name ?? seat),
    })));
    return accept({ link: link.id, role: link.role, sight: link.sight, name: link.name, exercises });
  }

  /** The link and the exercise, if it opens that one. */
  opening(token: string, exercise: string): { link: StoredStaffLink; entry: Entry } | null {
    const link = this.#byToken.get(hashOf(token));
    const entry = link && this.#opens(link).find(({ stored }) => stored.id === exercise);
    return link && entry ? { link, entry } : null;
  }

  /** What those who came by a link see, if they watch. */
  sightOf(id: string | null): Sight | null {
    return (id === null ? null : this.#links.get(id)?.sight) ?? null;
  }

  /** The exercise that it was made in, and the worlds beside it. */
  #opens({ exercise }: StoredStaffLink): Entry[] {
    const entry = this.#shelf.get(exercise);
    return entry ? this.#shelf.worldsBeside(entry) : [];
  }

  #into(exercise: string): StoredStaffLink[] {
    return [...this.#links.values()].filter((link) => this.#opens(link).some(({ stored }) => stored.id === exercise));
  }

  #card(link: StoredStaffLink): StaffLink {
    const people = this.#opens(link).flatMap((entry) => cameBy(link, entry));
    return { id: link.id, role: link.role, sight: link.sight, name: link.name, createdAt: link.createdAt, people: people.map(({ id, name }) => ({ participant: id, name })) };
  }

  #keep(link: StoredStaffLink): void {
    this.#links.set(link.id, link);
    this.#byToken.set(link.tokenHash, link);
  }
}

const cameBy = (link: StoredStaffLink, { people }: Entry): StoredParticipant[] => [...people.values()].filter((person) => person.link === link.id);
