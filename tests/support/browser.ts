import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { chromium, type Browser, type Page } from 'playwright-core';

/** Starts the Chromium of the machine, without what it would fetch from elsewhere. */
export function launchBrowser(): Promise<Browser> {
  return chromium.launch({
    executablePath: process.env['CHROMIUM_PATH'] ?? '/usr/bin/chromium',
    args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking'],
  });
}

/** A person's own browser window, with the errors their console showed. */
export interface Window {
  readonly page: Page;
  readonly errors: string[];
}

/** Opens a window of its own, as another person would have. */
export async function openWindow(
  browser: Browser,
  size: { width: number; height: number } = { width: 1440, height: 900 },
): Promise<Window> {
  const context = await browser.newContext({ viewport: size, locale: 'en-GB' });
  const page = await context.newPage();
  const errors: string[] = [];
  page.on('pageerror', (error) => errors.push(error.message));
  page.setDefaultTimeout(60_000);
  return { page, errors };
}

/** Opens a page of the desk in a window of its own, signed in by the button of somebody of the demo. */
export async function openDesk(
  browser: Browser,
  { url, name, path }: { url: string; name: RegExp; path: string },
): Promise<Window> {
  const opened = await openWindow(browser);
  await opened.page.goto(`${url}/desk${path}`);
  await opened.page.getByRole('button', { name }).click();
  return opened;
}

/** Where pictures of failed steps are kept. */
const failures = join(import.meta.dirname, '../../node_modules/.cache/e2e');

/** One step of a journey: what fails names the step and leaves a picture of every window. */
export async function step(name: string, windows: readonly Window[], act: () => Promise<void>) {
  try {
    await act();
  } catch (error) {
    await mkdir(failures, { recursive: true });
    const stem = name.replace(/[^a-z0-9]+/gi, '-').toLowerCase();
    for (const [index, { page }] of windows.entries()) {
      await page
        .screenshot({ path: join(failures, `${stem}-${index}.png`) })
        .catch(() => undefined);
    }
    throw new Error(`Step "${name}" failed; pictures in node_modules/.cache/e2e`, { cause: error });
  }
}
