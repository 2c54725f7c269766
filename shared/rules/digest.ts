// SHA-256 (FIPS 180-4) of short texts, such as the names of draws and ids: without the buffers that hashing a stream needs.

/** The first 32 bits of the fractional parts of the cube roots of the first 64 primes. */
const ROUNDS = new Int32Array([
  0x428a2f98, 0x71374491, 0xb5c0fbcf, 0xe9b5dba5, 0x3956c25b, 0x59f111f1, 0x923f82a4, 0xab1c5ed5,
  0xd807aa98, 0x12835b01, 0x243185be, 0x550c7dc3, 0x72be5d74, 0x80deb1fe, 0x9bdc06a7, 0xc19bf174,
  0xe49b69c1, 0xefbe4786, 0x0fc19dc6, 0x240ca1cc, 0x2de92c6f, 0x4a7484aa, 0x5cb0a9dc, 0x76f988da,
  0x983e5152, 0xa831c66d, 0xb00327c8, 0xbf597fc7, 0xc6e00bf3, 0xd5a79147, 0x06ca6351, 0x14292967,
  0x27b70a85, 0x2e1b2138, 0x4d2c6dfc, 0x53380d13, 0x650a7354, 0x766a0abb, 0x81c2c92e, 0x92722c85,
  0xa2bfe8a1, 0xa81a664b, 0xc24b8b70, 0xc76c51a3, 0xd192e819, 0xd6990624, 0xf40e3585, 0x106aa070,
  0x19a4c116, 0x1e376c08, 0x2748774c, 0x34b0bcb5, 0x391c0cb3, 0x4ed8aa4a, 0x5b9cca4f, 0x682e6ff3,
  0x748f82ee, 0x78a5636f, 0x84c87814, 0x8cc70208, 0x90befffa, 0xa4506ceb, 0xbef9a3f7, 0xc67178f2,
]);

/** The same of the square roots of the first eight. */
const START = new Int32Array([
  0x6a09e667, 0xbb67ae85, 0x3c6ef372, 0xa54ff53a, 0x510e527f, 0x9b05688c, 0x1f83d9ab, 0x5be0cd19,
]);

let bytes = new Uint8Array(256);
const schedule = new Int32Array(64);

/** The eight words of the digest of the text in UTF-8. Overwritten by the next call. */
export function digestOf(text: string): Int32Array {
  if (bytes.length < 3 * text.length + 72) bytes = new Uint8Array(6 * text.length + 72);
  const length = written(text);
  // A one, zeros, and the number of bits fill the last block.
  const end = (((length + 8) >> 6) + 1) << 6;
  bytes.fill(0, length, end);
  bytes[length] = 0x80;
  const bits = length * 8;
  for (let place = 0; place < 4; place += 1) bytes[end - 1 - place] = bits >>> (8 * place);
  digest.set(START);
  for (let at = 0; at < end; at += 64) compress(at);
  return digest;
}

/** The digest as it is written: 64 hexadecimal digits. */
export function hexDigestOf(text: string): string {
  let hex = '';
  for (const word of digestOf(text)) hex += (word >>> 0).toString(16).padStart(8, '0');
  return hex;
}

const digest = new Int32Array(8);

/** Writes the text in UTF-8, half of a surrogate pair as the sign for what is missing; the number of bytes. */
function written(text: string): number {
  let at = 0;
  for (let index = 0; index < text.length; index += 1) {
    let code = text.charCodeAt(index);
    if (code < 0x80) {
      bytes[at++] = code;
      continue;
    }
    if (code >= 0xd800 && code <= 0xdfff) {
      const whole = text.codePointAt(index)!;
      if (whole > 0xffff) index += 1;
      code = whole > 0xffff ? whole : 0xfffd;
    }
    if (code < 0x800) bytes[at++] = 0xc0 | (code >> 6);
    else {
      if (code < 0x10000) bytes[at++] = 0xe0 | (code >> 12);
      else {
        bytes[at++] = 0xf0 | (code >> 18);
        bytes[at++] = 0x80 | ((code >> 12) & 0x3f);
      }
      bytes[at++] = 0x80 | ((code >> 6) & 0x3f);
    }
    bytes[at++] = 0x80 | (code & 0x3f);
  }
  return at;
}

function compress(at: number): void {
  for (let index = 0; index < 16; index += 1, at += 4) schedule[index] = (bytes[at]! << 24) | (bytes[at + 1]! << 16) | (bytes[at + 2]! << 8) | bytes[at + 3]!;
  for (let index = 16; index < 64; index += 1) {
    const [x, y] = [schedule[index - 15]!, schedule[index - 2]!];
    const early = turned(x, 7) ^ turned(x, 18) ^ (x >>> 3);
    const late = turned(y, 17) ^ turned(y, 19) ^ (y >>> 10);
    schedule[index] = (schedule[index - 16]! + early + schedule[index - 7]! + late) | 0;
  }
  let a = digest[0]!, b = digest[1]!, c = digest[2]!, d = digest[3]!, e = digest[4]!, f = digest[5]!, g = digest[6]!, h = digest[7]!;
  for (let index = 0; index < 64; index += 1) {
    const mixed = (h + (turned(e, 6) ^ turned(e, 11) ^ turned(e, 25)) + ((e & f) ^ (~e & g)) + ROUNDS[index]! + schedule[index]!) | 0;
    const major = ((turned(a, 2) ^ turned(a, 13) ^ turned(a, 22)) + ((a & b) ^ (a & c) ^ (b & c))) | 0;
    h = g;
    g = f;
    f = e;
    e = (d + mixed) | 0;
    d = c;
    c = b;
    b = a;
    a = (mixed + major) | 0;
  }
  digest[0] = digest[0]! + a;
  digest[1] = digest[1]! + b;
  digest[2] = digest[2]! + c;
  digest[3] = digest[3]! + d;
  digest[4] = digest[4]! + e;
  digest[5] = digest[5]! + f;
  digest[6] = digest[6]! + g;
  digest[7] = digest[7]! + h;
}

const turned = (word: number, by: number) => (word >>> by) | (word << (32 - by));
