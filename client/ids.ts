// Ids for commands, made also where the page is not a secure context and randomUUID is missing.

/** 32 hexadecimal digits from the browser's generator, which every origin has. */
export function newId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}
