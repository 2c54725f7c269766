// The built page as it is handed out: files, the page under every other address, what may be kept, and nothing from outside the folder.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { RunningServer } from '../../server/server.ts';
import { http, serveDuel } from './support.ts';

const folder = mkdtempSync(join(tmpdir(), 'entente-pages-'));
const dist = join(folder, 'dist');
const script = `console.log(${JSON.stringify('a text that is long '.repeat(200))});`;
let server: RunningServer;
beforeAll(async () => {
  mkdirSync(join(dist, 'assets'), { recursive: true });
  writeFileSync(join(dist, 'index.html'), '<title>Entente</title>');
  writeFileSync(join(dist, 'assets', 'main-abc123.js'), script);
  writeFileSync(join(folder, 'secret.json'), '{"secret":true}');
  server = await serveDuel({ dist });
});
afterAll(async () => {
  await server.close();
  rmSync(folder, { recursive: true, force: true });
});

test('every address without a file is the page, and is asked for anew', async () => {
  for (const path of ['/', '/join/ABC234', '/exercise/one', '/instructor']) {
    const page = await http(server.port, path);
    expect([page.status, page.text, page.headers.get('cache-control')]).toEqual([200, '<title>Entente</title>', 'no-cache']);
  }
});

test.each(['br', 'gzip', 'identity'])('files with a hash in their name may be kept for ever (%s)', async (encoding) => {
  const file = await http(server.port, '/assets/main-abc123.js', { headers: { 'accept-encoding': encoding } });
  expect(file.text).toBe(script);
  expect(file.headers.get('content-encoding')).toBe(encoding === 'identity' ? null : encoding);
  expect(file.headers.get('cache-control')).toContain('immutable');
  expect(file.headers.get('content-type')).toMatch(/^(text|application)\/javascript/);
});

test('a file that is not there is not the page, and nothing outside the folder is handed out', async () => {
  const missing = await http(server.port, '/assets/main-old.js');
  expect([missing.status, missing.headers.get('content-encoding'), missing.headers.get('cache-control')?.includes('immutable') ?? false]).toEqual([404, null, false]);
  for (const path of ['/assets/..%2f..%2fsecret.json', '/assets/%2e%2e/%2e%2e/secret.json', '/..%2fsecret.json']) {
    expect((await http(server.port, path)).text).not.toContain('secret":true');
  }
});
