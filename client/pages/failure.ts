// What to tell when a call to the server did not succeed.
import type { Failure } from '../api.ts';
import { refusalText, t } from '../locales/text.ts';

export function failureText(failure: Failure): string {
  switch (failure.kind) {
    case 'refused':
      return refusalText(failure.refusal);
    case 'unreachable':
      return t('network.unreachable');
    case 'failed':
      return t('network.failed');
  }
}

/** The field that a refusal is about. */
export const subjectOf = (failure: Failure): string | null => (failure.kind === 'refused' ? failure.refusal.subject : null);

/** The server knows no exercise with this code, or no longer. */
export function isUnknown(failure: Failure): boolean {
  return (failure.kind === 'failed' || failure.kind === 'refused') && failure.status === 404;
}

/** The token is missing, wrong or expired. */
export function isUnauthorised(failure: Failure): boolean {
  return (failure.kind === 'failed' || failure.kind === 'refused') && (failure.status === 401 || failure.status === 403);
}
