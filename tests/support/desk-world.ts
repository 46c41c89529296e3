import type { Browser } from 'playwright-core';
import { afterAll, beforeAll } from 'vitest';
import { startTestApp, type TestApp } from './app.ts';
import { launchBrowser } from './browser.ts';

/** The program and a browser, which begin before the tests of a file and end after them. */
export interface DeskWorld {
  readonly app: TestApp;
  readonly browser: Browser;
}

/** Starts both for the tests of the file that calls it. */
export function startDeskWorld(): DeskWorld {
  let app: TestApp | undefined;
  let browser: Browser | undefined;
  beforeAll(async () => {
    app = await startTestApp();
    browser = await launchBrowser();
  });
  afterAll(async () => {
    await browser?.close();
    await app?.stop();
  });
  const begun = <One>(one: One | undefined): One => {
    if (one === undefined) throw new Error('The world of the desk begins with the first test.');
    return one;
  };
  return {
    get app() {
      return begun(app);
    },
    get browser() {
      return begun(browser);
    },
  };
}
