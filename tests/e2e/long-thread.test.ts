/** A ticket of many mails: each is a document of its own, so only those near the screen are drawn. */
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { openDesk, step } from '../support/browser.ts';
import { openMail } from '../support/journeys.ts';
import { startDeskWorld } from '../support/desk-world.ts';

const MAILS = 60;
const world = startDeskWorld();

async function openThread(): Promise<string> {
  const workspaceId = (await world.app.demo()).id;
  const { ticketId, conversationId } = await openMail(world.app, workspaceId, 'long@example.test');
  await world.app.database.inWorkspace(workspaceId, async (scope) => {
    for (let number = 1; number <= MAILS; number += 1) {
      await world.app.services.conversations.append(scope, {
        conversationId,
        clientId: null,
        channel: 'email',
        author: { kind: 'customer', id: null },
        text: `Mail ${number}`,
        // Far higher than its words alone.
        html: `<h1>Mail ${number}</h1>${'<p>One of many lines.</p>'.repeat(8 + (number % 5))}`,
      });
    }
  });
  return ticketId;
}

const thread = (page: Page) => page.getByRole('group', { name: 'Messages and events' });
const frames = (page: Page) => thread(page).locator('iframe').count();

/** Goes up step by step, and says how far at worst a mail in sight was then from where it should be. */
const worstDrift = (page: Page, by: number) =>
  thread(page).evaluate(async (scroller, step) => {
    const mails = [...scroller.querySelectorAll('article')];
    const frames = async (count: number) => {
      for (let left = count; left > 0; left -= 1)
        await new Promise((go) => requestAnimationFrame(go));
    };
    const drifts: number[] = [];
    for (let time = 0; time < 24; time += 1) {
      const seen = mails.find((mail) => mail.getBoundingClientRect().bottom > 200);
      const top = () => seen?.getBoundingClientRect().top ?? Number.NaN;
      const before = top();
      scroller.scrollTop -= step;
      await frames(8);
      drifts.push(Math.abs(top() - before - step));
    }
    return Math.max(...drifts);
  }, by);

describe('a ticket of many mails', () => {
  it('opens at its end with few frames, and holds still while one reads upwards', async () => {
    const ticketId = await openThread();
    const window = await openDesk(world.browser, {
      url: world.app.url,
      name: /Ana Ruiz/,
      path: `/inbox/${ticketId}`,
    });
    const { page } = window;
    await step('open at the end', [window], async () => {
      const last = thread(page).frameLocator('iframe').last();
      await last.getByRole('heading', { name: `Mail ${MAILS}`, exact: true }).waitFor();
      expect(await frames(page)).toBeLessThan(15);
      // The words of the others are on the page, to be found.
      await thread(page).getByText('Mail 1', { exact: true }).waitFor({ state: 'attached' });
      await expect
        .poll(() => thread(page).evaluate((e) => e.scrollHeight - e.scrollTop - e.clientHeight))
        .toBeLessThan(2);
    });
    await step('read upwards', [window], async () => {
      for (const anchor of ['auto', 'none']) {
        // Browsers hold the view still themselves, or leave it to the page.
        await thread(page).evaluate((e, value) => (e.style.overflowAnchor = value), anchor);
        const before = await frames(page);
        expect(await worstDrift(page, 250)).toBeLessThan(2);
        expect(await frames(page)).toBeGreaterThan(before);
      }
    });
    await step('return to the end', [window], async () => {
      await page.getByRole('button', { name: 'To the latest' }).click();
      await expect
        .poll(() => thread(page).evaluate((e) => e.scrollHeight - e.scrollTop - e.clientHeight))
        .toBeLessThan(2);
      expect(await frames(page)).toBeLessThan(MAILS);
    });
    expect(window.errors).toEqual([]);
  });
});
