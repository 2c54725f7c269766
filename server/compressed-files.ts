// Hands out text files compressed, each compressed once and kept: a class that opens the page together shares one Wi-Fi.
import { readFile } from 'node:fs/promises';
import { join, normalize, sep } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import type { NextFunction, Request, Response } from 'express';

/** Encodings a browser may ask for, smallest result first. Browsers offer brotli only over https and on this machine itself. */
const ENCODERS: Record<string, (data: Buffer) => Promise<Buffer>> = {
  br: (data) => promisify(brotliCompress)(data, { params: { [constants.BROTLI_PARAM_QUALITY]: 9 } }),
  gzip: (data) => promisify(gzip)(data, { level: 9 }),
};
const TYPES: Record<string, string> = { js: 'text/javascript', css: 'text/css', svg: 'image/svg+xml', json: 'application/json' };

/** For files whose names carry a hash of their content; everything else is passed on. */
export function compressedFiles(folder: string, headers: Record<string, string>) {
  const kept = new Map<string, Promise<Buffer>>();
  return async (request: Request, response: Response, next: NextFunction): Promise<void> => {
    const type = TYPES[/\.([a-z]+)$/.exec(request.path)?.[1] ?? ''];
    const encoding = Object.keys(ENCODERS).find((one) => request.acceptsEncodings(one));
    const path = normalize(join(folder, request.path));
    if (type === undefined || encoding === undefined || request.method !== 'GET' || !path.startsWith(folder + sep)) return next();
    const key = `${encoding} ${path}`;
    let file = kept.get(key);
    if (!file) kept.set(key, (file = readFile(path).then(ENCODERS[encoding])));
    try {
      response.set({ ...headers, 'Content-Type': `${type}; charset=utf-8`, 'Content-Encoding': encoding, Vary: 'Accept-Encoding' }).send(await file);
    } catch {
      kept.delete(key);
      for (const name of ['Content-Type', 'Content-Encoding', 'Vary', ...Object.keys(headers)]) response.removeHeader(name);
      next();
    }
  };
}
