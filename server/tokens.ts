// Secrets and codes: how they are drawn, and the hash that is all the server keeps of a secret.
import { createHash, randomBytes, randomInt } from 'node:crypto';

/** 32 random bytes, safe in an address. */
export const newToken = (): string => randomBytes(32).toString('base64url');

export const hashOf = (token: string): string => createHash('sha256').update(token).digest('hex');

/** The same control token for the same instructor and exercise, so that asking twice makes no second person. */
export const controlToken = (instructorToken: string, exercise: string): string =>
  createHash('sha256').update(`${instructorToken}|control|${exercise}`).digest('base64url');

/** Follows from what the server keeps of a person, and leads back to nothing. */
export const calendarToken = (tokenHash: string): string => createHash('sha256').update(`${tokenHash}|calendar`).digest('base64url');

/** Letters and digits that nobody mistakes for each other, read aloud or off a wall. */
const UNAMBIGUOUS = '23456789ABCDEFGHJKMNPQRSTVWXYZ';
export const CODE_LENGTH = 6;

export const newCode = (): string => Array.from({ length: CODE_LENGTH }, () => UNAMBIGUOUS[randomInt(UNAMBIGUOUS.length)]).join('');

/** A code as people type it: in small letters, with blanks or hyphens. */
export const tidyCode = (typed: string): string => typed.toUpperCase().replace(/[\s-]/g, '');

const OPAQUE = '0123456789abcdefghjkmnpqrstvwxyz';

/** An id that tells nobody anything, for exercises and people. */
export const newId = (): string => Array.from(randomBytes(12), (byte) => OPAQUE[byte & 31]).join('');
