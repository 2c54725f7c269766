// A room in which people play as the page lets them: each act is found open, judged and asked for by the page's own code, and refused by neither side.
import { join } from 'node:path';
import { actionsFrom, availabilityOf } from '../../client/actions/availability.ts';
import { judge, wayOf } from '../../client/actions/judgement.ts';
import { hasControl } from '../../client/actions/parameter-field.tsx';
import { draftFromTemplate } from '../../client/panels/instruments/drafting.ts';
import type { Event, EventData, EventType } from '../../shared/model/events.ts';
import type { FindingResult } from '../../shared/model/vocabulary.ts';
import { ACTIONS } from '../../shared/rules/actions/catalogue.ts';
import type { Scenario } from '../../shared/scenario/schema.ts';
import { seatSight } from '../../shared/view/view-for.ts';
import type { Sight } from '../../shared/view/view.ts';
import { SCENARIOS, readMaps, readScenario } from '../../server/scenarios.ts';
import { Room } from '../scenario/room.ts';

const maps = readMaps();

type Params = Record<string, unknown>;

export class Hands extends Room {
  readonly scenario: Scenario;
  /** Codes of acts that people have done. */
  readonly acts = new Set<string>();
  /** What the page would not let people do: `AUR DEPLOY noHostConsent`. */
  readonly refused: string[] = [];

  constructor(name: string, seats: string[], seed: string) {
    const scenario = readScenario(join(SCENARIOS, name, 'scenario.yaml'), maps).scenario as Scenario;
    super(scenario, seats, seed);
    this.scenario = scenario;
  }

  sight(seat: string): Sight {
    return seatSight(this.state, seat);
  }

  /** What the page asks for when the form is filled in like this. */
  #asked(seat: string, code: string, values: Params): { params: Params; way: 'act' | 'invite' | 'order'; partners: string[] } {
    const see = this.sight(seat);
    const action = ACTIONS[code]!;
    const { kind } = availabilityOf(see, action);
    // An answer is given on the card of what it answers.
    const opened = ACTIONS[action.answers ?? code]!;
    const offered = opened.opensFrom.some((thing) => actionsFrom(see, thing).includes(opened));
    // Clauses are written in an editor of their own, everything else in the form of the act.
    const filled = Object.entries(action.parameters.shape).every(([name, schema]) => name === 'clauses' || hasControl(schema));
    const { params, refusal, partners } = judge(see, action, values);
    if (kind !== 'open' || !offered || !filled || !params || refusal) throw new Error(`${seat} ${code} in turn ${this.state.turn}: ${JSON.stringify({ kind, offered, filled, refusal })}`);
    this.acts.add(code);
    return { params, way: wayOf(action, partners), partners };
  }

  /** Fills in a form and is told why not. */
  tries(seat: string, code: string, values: Params): void {
    const { refusal } = judge(this.sight(seat), ACTIONS[code]!, values);
    this.refused.push(`${seat} ${code} ${refusal?.code ?? 'allowed'}`);
  }

  /** Does it at once, or puts it on the sheet below what stands there. */
  does(seat: string, code: string, values: Params = {}): void {
    const { params, way } = this.#asked(seat, code, values);
    if (way === 'invite') throw new Error(`${code} needs others.`);
    if (way === 'act') return this.act(seat, code, params);
    const { orders } = this.sight(seat).own.sheet;
    const kept = orders.map(({ id, action, params: given, intent, invitation }) => ({ id, action, params: given, intent, invitation }));
    this.ask({ kind: 'bot', seat }, { type: 'saveOrders', orders: [...kept, { id: `${seat}-${this.state.turn}-${orders.length}`, action: code, params, intent: '', invitation: null }] });
  }

  /** Invites others, of whom all accept but those named. */
  together(seat: string, code: string, values: Params, refusing: string[] = []): void {
    const { params, way, partners } = this.#asked(seat, code, values);
    if (way !== 'invite') throw new Error(`${code} needs nobody else.`);
    this.ask({ kind: 'bot', seat }, { type: 'invite', action: code, params });
    const { id } = Object.values(this.state.invitations).at(-1)!;
    for (const guest of partners) this.ask({ kind: 'bot', seat: guest }, { type: 'answerInvitation', invitation: id, accept: !refusing.includes(guest) });
  }

  /** Tables a ready draft of the scenario, or one that was changed, with these parties, which all sign and, where it needs that, ratify. */
  concludes(seat: string, template: string, parties: string[], changed: Params = {}): void {
    const { title, kind, classification, clauses, minParties } = draftFromTemplate(this.sight(seat).public.templates[template]!, this.sight(seat), parties);
    const known = new Set(Object.keys(this.state.instruments));
    this.does(seat, 'TABLE', { title, kind, parties, classification, minParties, clauses, ...changed });
    this.signs(Object.keys(this.state.instruments).find((one) => !known.has(one))!);
  }

  signs(id: string): void {
    const { parties, versions } = this.state.instruments[id]!;
    const { version, kind } = versions.at(-1)!;
    for (const party of parties) this.does(party, 'SIGN', { instrument: id, version });
    if (kind !== 'mou') for (const party of parties) this.does(party, 'RATIFY', { instrument: id });
  }

  of<T extends EventType>(type: T): (EventData[T] & { turn: number })[] {
    return this.events.filter((event): event is Extract<Event, { type: T }> => event.type === type).map(({ data, turn }) => ({ ...(data as EventData[T]), turn }));
  }

  /** What a named reason has moved a number by, over the whole exercise, in thousandths. */
  moved(path: string, reason: string): number {
    return this.of('numbersChanged').flatMap(({ changes }) => changes).filter((change) => change.path === path).flatMap(({ factors }) => factors)
      .filter(({ name }) => name === reason).reduce((sum, { value }) => sum + value, 0);
  }

  /** What an act has cost a seat in money, over the whole exercise. */
  paid(seat: string, code: string): number {
    return this.of('numbersChanged').flatMap(({ changes }) => changes).filter(({ path }) => path === `seat/${seat}/budget`).flatMap(({ factors }) => factors)
      .filter((factor) => factor.name === 'order' && factor.with === code).reduce((sum, { value }) => sum + Math.abs(value), 0) / 1000;
  }

  /** Seats whose duty of this kind was judged so. */
  found(kind: string, result: FindingResult): string[] {
    return [...new Set(this.of('obligationFound').filter(({ finding }) => finding.kind === kind && finding.result === result).map(({ finding }) => finding.seat))].sort();
  }

  /** Kinds of clauses that have bound somebody. */
  bound(): Set<string> {
    const texts = Object.values(this.state.instruments).filter(({ inForceSince }) => inForceSince !== null);
    return new Set(texts.flatMap(({ versions }) => versions.at(-1)!.clauses.map(({ kind }) => kind)));
  }

  ends(): void {
    while (this.state.status === 'running') this.ask({ kind: 'control', id: 'c' }, { type: 'advancePhase' });
  }
}
