/** What fills the day at the desk: a call is logged, a list is narrowed and changed at once, a recipe is tried. */
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestApp, type TestApp } from '../support/app.ts';
import { launchBrowser, openDesk, step } from '../support/browser.ts';
import { openMail } from '../support/journeys.ts';

let app: TestApp;
let browser: Browser;

beforeAll(async () => {
  app = await startTestApp();
  browser = await launchBrowser();
});

afterAll(async () => {
  await browser?.close();
  await app?.stop();
});

/** A window of somebody who is signed in. */
const at = (name: RegExp, path: string) => openDesk(browser, { url: app.url, name, path });

describe('an agent', () => {
  it('logs a call for somebody known, by keyboard, and has it', async () => {
    await openMail(app, (await app.demo()).id);
    const window = await at(/Ana Ruiz/, '/inbox');
    const { page } = window;
    await step('log a call', [window], async () => {
      await page.getByRole('button', { name: 'Log a call' }).waitFor();
      await page.keyboard.press('c');
      const dialog = page.getByRole('dialog', { name: 'Log a call' });
      await dialog.getByLabel(/Who calls/).fill('kim');
      await dialog.getByRole('button', { name: /Kim Lee/ }).click();
      await dialog.getByLabel(/What about/).fill('Wants the invoice again');
      await dialog.getByLabel(/What was said/).fill('Order 4711, by mail.');
      await page.keyboard.press('Control+Enter');
      await page.getByRole('heading', { name: 'Wants the invoice again' }).waitFor();
      await page.getByText('Order 4711, by mail.').waitFor();
      await page.getByText(/took it/).waitFor();
    });
    expect(window.errors).toEqual([]);
  });
});

describe('a supervisor', () => {
  it('chooses conversations, changes them at once, and takes it back', async () => {
    const { id } = await app.demo();
    for (const who of ['one', 'two']) await openMail(app, id, `${who}@example.test`);
    const window = await at(/Clara Weiss/, '/inbox?view=unassigned');
    const { page } = window;
    const priorities = async () => {
      const { items } = (await (await app.as('clara')).get('/api/tickets?view=unassigned')).body;
      return items.map((one: { priority: string }) => one.priority);
    };
    await step('change many and undo', [window], async () => {
      await page
        .getByRole('link', { name: /Invoice for order 4711/ })
        .first()
        .waitFor();
      const before = await priorities();
      await page
        .getByRole('link', { name: /Invoice for order 4711/ })
        .first()
        .hover();
      for (const index of [0, 1])
        await page
          .getByRole('checkbox', { name: /^Choose / })
          .nth(index)
          .click();
      const bar = page.getByRole('region', { name: 'Chosen conversations' });
      await bar.getByText('2 chosen').waitFor();
      await bar.getByRole('button', { name: 'Priority' }).click();
      await page.getByRole('menuitem', { name: 'Urgent' }).click();
      await page.getByText('2 conversations changed').first().waitFor();
      expect((await priorities()).filter((one: string) => one === 'urgent')).toHaveLength(2);
      await page.getByRole('button', { name: 'Undo' }).click();
      await expect.poll(priorities).toEqual(before);
    });
    expect(window.errors).toEqual([]);
  });
});

describe('an admin', () => {
  it('reads what a recipe makes, installs it, sees its rules, and uninstalls it', async () => {
    const window = await at(/Devi Rao/, '/settings/recipes');
    const { page } = window;
    await step('install a recipe', [window], async () => {
      const recipe = page.getByRole('article', { name: 'Outside business hours' });
      await recipe.getByText(/What it makes/).click();
      await recipe.getByText('Go on by email.', { exact: true }).first().waitFor();
      await recipe.getByRole('button', { name: /^Install/ }).click();
      await recipe.getByText('Installed', { exact: true }).waitFor();
      await page.getByRole('link', { name: 'Rules' }).click();
      await page.getByText('Out of hours: go on by email').first().waitFor();
      await page.getByRole('link', { name: 'Recipes' }).click();
      await recipe.getByRole('button', { name: /^Uninstall/ }).click();
      await recipe.getByRole('button', { name: /^Install/ }).waitFor();
    });
    expect(window.errors).toEqual([]);
  });
});
