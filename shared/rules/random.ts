// Chance by key: a draw depends on the seed, the turn and its own name, so that changing one order changes nobody else's luck.
import { sha256 } from '@noble/hashes/sha2.js';
import { utf8ToBytes } from '@noble/hashes/utils.js';

/** 0-9999 (model guide, section 4): the first four bytes of SHA-256("seed|turn|name"), scaled. */
export function draw(seed: string, turn: number, name: string): number {
  const [a, b, c, d] = sha256(utf8ToBytes(`${seed}|${turn}|${name}`)) as unknown as [number, number, number, number];
  const word = ((a << 24) | (b << 16) | (c << 8) | d) >>> 0;
  return Math.floor((word * 10_000) / 2 ** 32);
}

const ALPHABET = '0123456789abcdefghjkmnpqrstvwxyz';

/** Ten letters that tell nobody anything, yet the same for the same key: ids must not count what others did. */
export function opaqueId(seed: string, turn: number, ...key: string[]): string {
  const digest = sha256(utf8ToBytes(`${seed}|${turn}|id|${key.join('|')}`));
  let id = '';
  for (let index = 0; index < 10; index += 1) id += ALPHABET[digest[index]! & 31];
  return id;
}
