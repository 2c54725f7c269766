// The short way to SHA-256 gives what the library gives, whatever the text and its length.
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { digestOf } from '../../shared/rules/digest.ts';

const hex = (text: string) => [...digestOf(text)].map((word) => (word >>> 0).toString(16).padStart(8, '0')).join('');
const known = (text: string) => bytesToHex(sha256(utf8ToBytes(text)));

test('of the examples of the standard', () => {
  expect(hex('abc')).toBe('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad');
  expect(hex('')).toBe('e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855');
});

test('of every length around the ends of blocks, one after the other', () => {
  for (let length = 0; length <= 300; length += 1) expect(hex('x'.repeat(length))).toBe(known('x'.repeat(length)));
});

test('of any text, also beyond ASCII', () => {
  fc.assert(fc.property(fc.string({ unit: 'grapheme', maxLength: 400 }), (text) => hex(text) === known(text)));
  fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 100 }), (text) => hex(text) === known(text)));
  for (const half of ['\ud800', 'a\udc00b', '\ud83d', '\udc00\ud800']) expect(hex(half)).toBe(known(half));
});
