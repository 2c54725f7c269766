// Finds a browser for the tests: one that is installed, else Debian's package where that is possible, else a sentence that says how to get one.
import { execFileSync, spawnSync } from 'node:child_process';
import { chromium } from 'playwright-core';
import type { Browser } from 'playwright-core';
import { installedBrowser } from '../../server/bench/browser.ts';

/** Path of a browser; installs Debian's package as root if there is none. Throws with the way out. */
export function findBrowser(): string {
  const found = installedBrowser();
  if (found) return found;
  if (process.getuid?.() === 0 && spawnSync('apt-get', ['--version']).status === 0) {
    console.log('Installing Chromium for the browser tests ...');
    execFileSync('apt-get', ['update', '-qq'], { stdio: 'inherit' });
    execFileSync('apt-get', ['install', '-y', '-qq', 'chromium'], { stdio: 'inherit', env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } });
    const now = installedBrowser();
    if (now) return now;
  }
  throw new Error('The browser tests need Chromium, Chrome or Edge. Install one of them, or run "npx playwright-core install chromium", or set CHROMIUM to the path of one; then run npm test again.');
}

/** Host name that stands for a laptop on the class's network: not a secure context, as in a classroom. */
export const CLASS_HOST = 'class.test';

export function launch(): Promise<Browser> {
  return chromium.launch({
    executablePath: findBrowser(),
    args: [
      '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync',
      `--host-resolver-rules=MAP ${CLASS_HOST} 127.0.0.1`,
    ],
  });
}
