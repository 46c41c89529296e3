/** An agent is on the phone: nothing comes meanwhile, a supervisor sees it, it outlasts the page, and its end is a note. */
import { expect, it } from 'vitest';
import { openDesk, step } from '../support/browser.ts';
import { openChat, openMail } from '../support/journeys.ts';
import { until } from '../support/wait.ts';
import { startDeskWorld } from '../support/desk-world.ts';

const world = startDeskWorld();

/** A window of somebody who is signed in. */
const at = (name: RegExp, path: string) =>
  openDesk(world.browser, { url: world.app.url, name, path });

it('holds the agent alone until it is ended and noted', async () => {
  const { id: workspaceId } = await world.app.demo();
  const ana = await world.app.as('ana');
  const { ticketId } = await openMail(world.app, workspaceId);
  const agent = await at(/Ana Ruiz/, `/inbox/${ticketId}`);
  const supervisor = await at(/Clara Weiss/, '/operations');
  const windows = [agent, supervisor];
  const { page } = agent;
  const timer = page.getByRole('timer');
  let chatId = '';

  await step('begins a call about the ticket', windows, async () => {
    await page.getByRole('button', { name: 'More about this conversation' }).click();
    await page.getByRole('menuitem', { name: 'Call in progress' }).click();
    await timer.waitFor();
    await supervisor.page.getByText(/On a call since \d\d:\d\d/).waitFor();
  });

  await step('which the supervisor sees on a phone as well', windows, async () => {
    await supervisor.page.setViewportSize({ width: 390, height: 844 });
    await supervisor.page.getByText(/On a call since \d\d:\d\d/).waitFor();
    await supervisor.page.setViewportSize({ width: 1440, height: 900 });
  });

  await step('gets no chat while it runs', windows, async () => {
    await ana.put('/api/me/status', { status: 'online' });
    ({ ticketId: chatId } = await openChat(world.app, workspaceId, { email: 'leo@example.test' }));
    await until('the chat was looked at', async () => {
      const preview = await ana.get(`/api/tickets/${chatId}/routing-preview`);
      return /on a call/.test(preview.body.sentence);
    });
    expect((await ana.get('/api/offers')).body.offers).toEqual([]);
  });

  await step('is still on the phone after loading the page again', windows, async () => {
    await page.reload();
    await timer.waitFor();
    const before = await timer.textContent();
    await until('the timer goes on', async () => (await timer.textContent()) !== before);
  });

  await step('ends and notes it in the ticket', windows, async () => {
    await page.getByRole('button', { name: 'End and note the call with Kim Lee' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('What was said').fill('Kim gets the invoice again by mail.');
    await dialog.getByRole('button', { name: 'End and save' }).click();
    await timer.waitFor({ state: 'detached' });
    await page.getByText('Kim gets the invoice again by mail.').waitFor();
    await page.getByText(/ended the call after \d+ s/).waitFor();
    await supervisor.page.getByText(/On a call since/).waitFor({ state: 'detached' });
  });

  await step('and the chat comes', windows, async () => {
    await until('the chat is offered', async () => {
      const { offers } = (await ana.get('/api/offers')).body;
      return offers.some((offer: { ticketId: string }) => offer.ticketId === chatId);
    });
  });
  expect(windows.flatMap(({ errors }) => errors)).toEqual([]);
});
