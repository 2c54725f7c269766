// The addresses of the page and which of them is shown now.
import { useSyncExternalStore } from 'react';

export type Route =
  | { page: 'home' }
  | { page: 'join'; code: string }
  | { page: 'exercise'; id: string }
  | { page: 'wall'; code: string }
  | { page: 'replay'; id: string }
  | { page: 'staff'; token: string }
  | { page: 'back'; token: string }
  | { page: 'instructor' }
  | { page: 'cohort'; id: string }
  | { page: 'unknown' };

export function routeOf(path: string): Route {
  const [first = '', second = '', third] = path.split('/').filter(Boolean).map(decodeURIComponent);
  if (third !== undefined) return { page: 'unknown' };
  switch (first) {
    case '':
      return { page: 'home' };
    case 'join':
      return { page: 'join', code: second };
    case 'exercise':
      return second ? { page: 'exercise', id: second } : { page: 'home' };
    case 'wall':
      return { page: 'wall', code: second };
    case 'replay':
      return { page: 'replay', id: second };
    case 'staff':
      return { page: 'staff', token: second };
    case 'back':
      return { page: 'back', token: second };
    case 'instructor':
      return { page: 'instructor' };
    case 'cohort':
      return second ? { page: 'cohort', id: second } : { page: 'instructor' };
    default:
      return { page: 'unknown' };
  }
}

const MOVED = 'entente:moved';

export function navigate(path: string, options: { replace?: boolean } = {}): void {
  if (options.replace) history.replaceState(null, '', path);
  else history.pushState(null, '', path);
  window.dispatchEvent(new Event(MOVED));
}

function subscribe(listener: () => void): () => void {
  window.addEventListener('popstate', listener);
  window.addEventListener(MOVED, listener);
  return () => {
    window.removeEventListener('popstate', listener);
    window.removeEventListener(MOVED, listener);
  };
}

export function usePath(): string {
  return useSyncExternalStore(subscribe, () => location.pathname);
}
