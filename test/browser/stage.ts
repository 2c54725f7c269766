// A stage for browser tests: a real server on a free port, real browsers, and screenshots in order under test-results/.
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import type { Browser, Page } from 'playwright-core';
import { serve } from '../../server/cli/serve.ts';
import type { Clock } from '../../server/clock.ts';
import type { RunningServer } from '../../server/server.ts';
import { CLASS_HOST, launch } from './chromium.ts';

const RESULTS = resolve(import.meta.dirname, '..', '..', 'test-results');

export type Size = 'laptop' | 'projector' | 'tablet';
const SIZES: Record<Size, { width: number; height: number }> = { laptop: { width: 1440, height: 900 }, projector: { width: 1920, height: 1080 }, tablet: { width: 1024, height: 768 } };

/** Faults that a machine can find for people who use a keyboard, a screen reader or another colour vision. */
export async function barriers(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).join(', ')}`);
}

/** Sits down, by the button of a ministry or the one that chooses, once it has been said that this opens a secret brief. */
export async function sitDown(page: Page, by: string): Promise<void> {
  await page.getByRole('button', { name: by }).click();
  await page.getByRole('alertdialog').getByRole('button', { name: 'Sit here and open the brief' }).click();
}

export class Stage {
  readonly server: RunningServer;
  readonly browser: Browser;
  /** What went wrong in any page: errors of scripts and of the console. */
  readonly faults: string[] = [];
  readonly #data: string;
  readonly #name: string;
  #shots = 0;
  readonly #pages: Page[] = [];

  private constructor(name: string, data: string, server: RunningServer, browser: Browser) {
    this.#name = name;
    this.#data = data;
    this.server = server;
    this.browser = browser;
  }

  static async open(name: string, clock?: Clock): Promise<Stage> {
    const data = mkdtempSync(join(tmpdir(), 'entente-browser-'));
    const [server, browser] = await Promise.all([serve({ port: 0, host: '127.0.0.1', data, logLevel: 'error', clock }), launch()]);
    rmSync(join(RESULTS, name), { recursive: true, force: true });
    mkdirSync(join(RESULTS, name), { recursive: true });
    return new Stage(name, data, server, browser);
  }

  async close(): Promise<void> {
    await this.browser.close();
    await this.server.close();
    rmSync(this.#data, { recursive: true, force: true });
  }

  /** An address of the server; by default under a host name that is not a secure context, as in a classroom. */
  address(path: string, host = CLASS_HOST): string {
    return `http://${host}:${this.server.port}${path}`;
  }

  /** A person with a browser of their own. */
  async person(size: Size = 'laptop'): Promise<Page> {
    const context = await this.browser.newContext({ viewport: SIZES[size], reducedMotion: 'reduce' });
    const page = await context.newPage();
    this.#pages.push(page);
    page.setDefaultTimeout(15_000);
    page.on('pageerror', (error) => this.faults.push(error.message));
    page.on('console', (message) => {
      if (message.type() === 'error') this.faults.push(`${message.text()} ${message.location().url}`.trim());
    });
    return page;
  }

  /** A person who has joined by the code and sat down in a ministry. */
  async seated(code: string, name: string, country: string): Promise<Page> {
    const page = await this.person();
    await page.goto(this.address(`/join/${code}`));
    await page.getByLabel('Your name').fill(name);
    await page.keyboard.press('Enter');
    await sitDown(page, `Sit in ${country}`);
    return page;
  }

  /** Exercise control, through the printed link. */
  async instructor(size: Size = 'laptop'): Promise<Page> {
    const page = await this.person(size);
    await page.goto(this.address(`/instructor#token=${this.server.instructorToken}`));
    return page;
  }

  /** A picture as the page stands; with SHOTS=all in the environment at every size of screen, for somebody who looks at them. */
  async shot(page: Page, what: string): Promise<void> {
    this.#shots += 1;
    const path = (name: string) => join(RESULTS, this.#name, `${String(this.#shots).padStart(2, '0')}-${name}.png`);
    const own = page.viewportSize();
    if (process.env['SHOTS'] !== 'all' || !own) return void (await page.screenshot({ path: path(what) }));
    for (const [size, viewport] of Object.entries(SIZES)) {
      await page.setViewportSize(viewport);
      await page.evaluate(() => new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn))));
      await page.screenshot({ path: path(`${what}-${size}`) });
    }
    await page.setViewportSize(own);
  }

  /** For a test that failed: every page as it stands, and what went wrong in them. */
  async failed(): Promise<void> {
    for (const fault of this.faults) console.error(fault);
    for (const [index, page] of this.#pages.entries()) await this.shot(page, `failed-${index + 1}`);
  }
}
