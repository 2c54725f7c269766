// Chance by key: a draw depends on the seed, the turn and its own name, so that changing one order changes nobody else's luck.
import { digestOf } from './digest.ts';

/** 0-9999 (model guide, section 4): the first four bytes of SHA-256("seed|turn|name"), scaled. */
export function draw(seed: string, turn: number, name: string): number {
  const word = digestOf(`${seed}|${turn}|${name}`)[0]! >>> 0;
  return Math.floor((word * 10_000) / 2 ** 32);
}

const ALPHABET = '0123456789abcdefghjkmnpqrstvwxyz';

/** Ten letters that tell nobody anything, yet the same for the same key: ids must not count what others did. */
export function opaqueId(seed: string, turn: number, ...key: string[]): string {
  const digest = digestOf(`${seed}|${turn}|id|${key.join('|')}`);
  let id = '';
  for (let index = 0; index < 10; index += 1) id += ALPHABET[(digest[index >> 2]! >>> (24 - 8 * (index & 3))) & 31];
  return id;
}
