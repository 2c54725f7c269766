// The order sheet as it is being written: changes show at once, are saved by themselves, and say whether they are saved.
import { useSyncExternalStore } from 'react';
import type { Order } from '../../shared/model/state.ts';
import type { Refusal } from '../../shared/rules/refusals.ts';
import type { Sight } from '../../shared/view/view.ts';
import { newId } from '../ids.ts';
import { store, type SendAnswer } from '../store.ts';

export type Saving = 'saved' | 'waiting' | 'saving' | 'failed';

interface Draft {
  /** Null while the sheet is what the server has. */
  orders: Order[] | null;
  saving: Saving;
  refusal: Refusal | null;
}

const SAVED: Draft = { orders: null, saving: 'saved', refusal: null };

/** Typing is saved after this many milliseconds without another key. */
const PAUSE = 700;

/** Keeps one draft; `send` and `later` are handed in so that tests need neither server nor clock. */
export function createSheet(send: (orders: Order[]) => Promise<SendAnswer>, later: (run: () => void, milliseconds: number) => () => void) {
  let draft = SAVED;
  let cancel = () => {};
  let round = 0;
  const listeners = new Set<() => void>();
  const put = (next: Partial<Draft>) => {
    draft = { ...draft, ...next };
    listeners.forEach((listener) => listener());
  };
  const save = async (): Promise<SendAnswer> => {
    cancel();
    const mine = ++round;
    put({ saving: 'saving' });
    const answer = await send(draft.orders ?? []);
    if (mine !== round) return answer;
    if (answer.accepted) put(SAVED);
    else put({ saving: 'failed', refusal: answer.refusal });
    return answer;
  };
  return {
    get: () => draft,
    subscribe(listener: () => void) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    /** Replaces the sheet and saves it; `typing` waits for a pause first. */
    change(orders: Order[], typing = false): void {
      put({ orders, refusal: null, saving: 'waiting' });
      cancel();
      if (typing) cancel = later(() => void save(), PAUSE);
      else void save();
    },
    /** Adds one order and tells whether the server took it; one that was not taken is taken off again. */
    async add(current: readonly Order[], order: Order): Promise<SendAnswer> {
      put({ orders: [...current, order], refusal: null });
      const answer = await save();
      if (!answer.accepted) put(SAVED);
      return answer;
    },
    /** Saves what still waits for a pause in typing. */
    flush(): void {
      if (draft.saving === 'waiting' || draft.saving === 'failed') void save();
    },
    /** Back to what the server has. */
    discard(): void {
      cancel();
      round += 1;
      put(SAVED);
    },
  };
}

const toInput = ({ id, action, params, intent, invitation }: Order) => ({ id, action, params, intent, invitation });

export const sheet = createSheet(
  (orders) => store.send({ type: 'saveOrders', orders: orders.map(toInput) }),
  (run, milliseconds) => {
    const timer = setTimeout(run, milliseconds);
    return () => clearTimeout(timer);
  },
);

export function useSheet(): Draft {
  return useSyncExternalStore(sheet.subscribe, sheet.get);
}

/** Orders as the screen shows them: the draft where there is one. */
export function ordersOf(see: Sight, draft: Draft = sheet.get()): readonly Order[] {
  return draft.orders ?? see.own.sheet.orders;
}

export function addOrder(see: Sight, action: string, params: Record<string, unknown>, intent: string): Promise<SendAnswer> {
  return sheet.add(ordersOf(see), { id: newId(), action, params, intent, invitation: null });
}
