/** What is written is kept, in every tab and without a connection; who is deleted is gone from every desk. */
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { startTestApp, type TestApp } from '../support/app.ts';
import { launchBrowser, openWindow, step, type Window } from '../support/browser.ts';
import { openMail } from '../support/journeys.ts';
import { until } from '../support/wait.ts';

let app: TestApp;
let browser: Browser;
let ticketId: string;
let first: Window;
let second: Window;

beforeAll(async () => {
  app = await startTestApp();
  browser = await launchBrowser();
  ({ ticketId } = await openMail(app, (await app.demo()).id));
  first = await openWindow(browser);
  await first.page.goto(`${app.url}/desk/inbox/${ticketId}`);
  await first.page.getByRole('button', { name: /Devi Rao/ }).click();
  await first.page.getByRole('textbox', { name: /Email to/ }).waitFor();
  await first.page.keyboard.press('n');
  await first.page.getByRole('textbox', { name: 'Note for the team' }).waitFor();
  const page = await first.page.context().newPage();
  second = { page, errors: [] };
  page.setDefaultTimeout(60_000);
  page.on('pageerror', (error) => second.errors.push(error.message));
  await page.goto(first.page.url());
  await page.getByRole('textbox', { name: /Email to/ }).waitFor();
});

afterAll(async () => {
  await browser?.close();
  await app?.stop();
});

const note = ({ page }: Window) => page.getByRole('textbox', { name: 'Note for the team' });
const says = (window: Window, text: string) =>
  until(`the composer to hold "${text}"`, async () => (await note(window).inputValue()) === text);

it('a draft follows into the other tab, and goes there when it is sent', async () => {
  await step('write a note', [first, second], async () => {
    await note(first).fill('Ask the workshop');
    await says(second, 'Ask the workshop');
  });
  await step('save it', [first, second], async () => {
    await note(first).press('Enter');
    await second.page.getByRole('article').getByText('Ask the workshop').waitFor();
    await says(second, '');
  });
  expect((await (await app.as('devi')).get(`/api/tickets/${ticketId}/draft`)).body).toEqual({
    draft: null,
  });
});

it('a message without a connection waits in sight and is stored once', async () => {
  const { page } = first;
  const context = page.context();
  await step('save a note offline', [first], async () => {
    await context.setOffline(true);
    await note(first).fill('Written on the train');
    await note(first).press('Enter');
    await page.getByText(/Waits for the connection/).waitFor();
    expect(await page.getByText(/Draft kept/).count()).toBe(0);
  });
  await step('be back', [first, second], async () => {
    await context.setOffline(false);
    await page.getByText(/Waits for the connection/).waitFor({ state: 'detached' });
    await second.page.getByText('Written on the train').waitFor();
  });
  const { rows } = await app.database.ownerPool.query(
    "select count(*)::int as notes from messages where body = 'Written on the train'",
  );
  expect(rows[0].notes).toBe(1);
});

it('a customer is deleted after reading what that takes, on every desk at once', async () => {
  const { page } = first;
  await step('ask', [first], async () => {
    await page.getByRole('tab', { name: 'Details' }).click();
    await page.getByRole('button', { name: 'Delete customer' }).click();
    const dialog = page.getByRole('dialog', { name: /Delete Kim Lee/ });
    await dialog.getByText('1 open ticket is closed.').waitFor();
    await dialog.getByText('1 ticket without its words').waitFor();
    await dialog.getByRole('button', { name: 'Keep' }).click();
    await dialog.waitFor({ state: 'detached' });
  });
  await step('delete', [first, second], async () => {
    await page.getByRole('button', { name: 'Delete customer' }).click();
    await page.getByRole('button', { name: 'Delete for good' }).click();
    for (const desk of [first, second]) {
      await desk.page.getByText('Nothing can be added').waitFor();
      await desk.page.getByText('Written on the train').waitFor({ state: 'detached' });
      await desk.page.getByText('Kim Lee', { exact: true }).first().waitFor({ state: 'detached' });
    }
    await page.getByText('Deleted by Devi Rao').waitFor();
  });
  expect([...first.errors, ...second.errors]).toEqual([]);
});
