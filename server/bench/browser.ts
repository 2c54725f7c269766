// Where a browser is installed on this machine: for measurements and for tests.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { chromium } from 'playwright-core';

const programFiles = [process.env['PROGRAMFILES'], process.env['PROGRAMFILES(X86)'], process.env['LOCALAPPDATA']].filter((folder) => folder !== undefined);

/** Where browsers usually are; CHROMIUM says it for any other place. */
const CANDIDATES = [
  process.env['CHROMIUM'] ?? '',
  '/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome', '/usr/bin/google-chrome-stable', '/usr/bin/microsoft-edge', '/snap/bin/chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome', '/Applications/Chromium.app/Contents/MacOS/Chromium', '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
  ...programFiles.flatMap((folder) => [join(folder, 'Google/Chrome/Application/chrome.exe'), join(folder, 'Microsoft/Edge/Application/msedge.exe')]),
];

/** The first that is there; null: none. */
export function installedBrowser(): string | null {
  const found = CANDIDATES.find((path) => path !== '' && existsSync(path));
  if (found) return found;
  const own = chromium.executablePath();
  return own !== '' && existsSync(own) ? own : null;
}
