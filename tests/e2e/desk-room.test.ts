/** What has its room at the desk: what is told covers nothing that is used, names are read whole, answers are seen. */
import { describe, expect, it } from 'vitest';
import { openDesk, openWindow, step } from '../support/browser.ts';
import { changeTicket } from '../support/change-ticket.ts';
import { openMail } from '../support/journeys.ts';
import { startDeskWorld } from '../support/desk-world.ts';

const world = startDeskWorld();

describe('the desk', () => {
  it('tells what was done within the top bar, wide and on a phone', async () => {
    const { ticketId } = await openMail(world.app, (await world.app.demo()).id);
    const window = await openDesk(world.browser, {
      url: world.app.url,
      name: /Ana Ruiz/,
      path: `/inbox/${ticketId}`,
    });
    const { page } = window;
    const sizes = [
      { width: 1440, from: 'New', to: 'Pending' },
      { width: 390, from: 'Pending', to: 'Open' },
    ];
    for (const { width, from, to } of sizes) {
      await step(`set the status at ${width}`, [window], async () => {
        await page.setViewportSize({ width, height: 844 });
        await page.getByRole('button', { name: new RegExp(`^Status: ${from}`) }).click();
        await page.getByRole('menuitemradio', { name: new RegExp(`^${to}`) }).click();
        const toast = page.getByRole('dialog').filter({ hasText: `Status is now ${to}` });
        await toast.waitFor();
        const main = await page.getByRole('main').boundingBox();
        await expect
          .poll(async () => {
            const at = await toast.boundingBox();
            return at !== null && at.y >= 0 && at.y + at.height <= (main?.y ?? 0) + 2;
          })
          .toBe(true);
      });
    }
    await step('what lies under its words can be pressed', [window], async () => {
      const words = await page.getByText('Status is now Open').boundingBox();
      const isToast = await page.evaluate(
        ({ x, y }) => document.elementFromPoint(x, y)?.closest('[role=dialog]') !== null,
        { x: (words?.x ?? 0) + 4, y: (words?.y ?? 0) + 4 },
      );
      expect(isToast).toBe(false);
    });
    expect(window.errors).toEqual([]);
  });

  it('does not take what was read before one went online for a change by somebody else', async () => {
    const window = await openWindow(world.browser);
    const { page } = window;
    const [isRead, isChanged] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
    await step('go online while the desk reads how one is', [window], async () => {
      // What is told of the change comes after what was read before it.
      await page.routeWebSocket(/socket/, (socket) => {
        socket
          .connectToServer()
          .onMessage((message) => setTimeout(() => socket.send(message), 1_500));
      });
      await page.goto(`${world.app.url}/desk/inbox`);
      await page.getByRole('button', { name: /Ben Okafor/ }).click();
      const online = page.getByRole('button', { name: 'Go online' }).first();
      await online.waitFor();
      await page.route('**/api/me/agent', async (route) => {
        const response = await route.fetch();
        isRead.resolve();
        await isChanged.promise;
        await route.fulfill({ response }).catch(() => undefined);
      });
      await page.route('**/api/me/status', async (route) => {
        await (await world.app.as('ben')).put('/api/me/call', {});
        await isRead.promise;
        await route.fulfill({ response: await route.fetch() });
        setTimeout(isChanged.resolve, 300);
      });
      await online.click();
      await isChanged.promise;
    });
    await step('nothing is told of others', [window], async () => {
      await page.waitForTimeout(2_500);
      expect(await page.getByText('You were set to').count()).toBe(0);
    });
    expect(window.errors).toEqual([]);
  });

  it('shows what happened while its page loaded and was not told yet', async () => {
    const { ticketId } = await openMail(
      world.app,
      (await world.app.demo()).id,
      'early@example.test',
    );
    const clara = await world.app.as('clara');
    const window = await openWindow(world.browser);
    const { page } = window;
    await step('open the ticket before the desk is told of changes', [window], async () => {
      const { promise: isOver, resolve: connect } = Promise.withResolvers<void>();
      await page.routeWebSocket(/socket/, (socket) => {
        void isOver.then(() => socket.connectToServer());
      });
      await page.goto(`${world.app.url}/desk/inbox/${ticketId}`);
      await page.getByRole('button', { name: /Clara Weiss/ }).click();
      await page.getByRole('button', { name: /^Status: New/ }).waitFor();
      await changeTicket(clara, ticketId, { status: 'pending' });
      // The change is told, to nobody here, and what follows from it is over.
      await page.waitForTimeout(3_000);
      connect();
    });
    await step('see what changed meanwhile', [window], async () => {
      await page.getByRole('button', { name: /^Status: Pending/ }).waitFor({ timeout: 20_000 });
    });
    expect(window.errors).toEqual([]);
  });

  it('shows the name of a queue whole before the age of its oldest work', async () => {
    await openMail(world.app, (await world.app.demo()).id, 'named@example.test');
    const window = await openDesk(world.browser, {
      url: world.app.url,
      name: /Ana Ruiz/,
      path: '/inbox',
    });
    const { page } = window;
    await step('read the names', [window], async () => {
      const name = page.getByTitle('Billing follow-ups', { exact: true });
      await name.waitFor();
      const cut = () => name.evaluate((e) => e.scrollWidth > e.clientWidth);
      expect(await cut()).toBe(false);
    });
    expect(window.errors).toEqual([]);
  });

  it('shows what the customer told when asked', async () => {
    const { id } = await world.app.demo();
    const { ticketId } = await openMail(world.app, id, 'told@example.test');
    await world.app.database.inWorkspace(id, async ({ db }) => {
      await db
        .updateTable('tickets')
        .set({ fields: JSON.stringify({ serial_number: 'TW-9931' }) })
        .where('id', '=', ticketId)
        .execute();
    });
    const window = await openDesk(world.browser, {
      url: world.app.url,
      name: /Ana Ruiz/,
      path: `/inbox/${ticketId}`,
    });
    const { page } = window;
    await step('read the details', [window], async () => {
      await page.getByRole('tab', { name: 'Details' }).click();
      await page.getByRole('heading', { name: 'Told when asked' }).waitFor();
      await page.getByText('TW-9931').waitFor();
    });
    expect(window.errors).toEqual([]);
  });
});
