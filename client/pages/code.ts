// Join codes as people type them.

/** Codes are told aloud and copied from walls: spaces, dashes and case do not matter. */
export function tidyCode(text: string): string {
  return text.toUpperCase().replace(/[^A-Z0-9]/g, '');
}
