/** A supervisor sees the rest of a chat grow old, gives it to an agent, who gets it with the reason; and takes it back. */
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { startTestApp, type TestApp } from '../support/app.ts';
import { launchBrowser, openDesk, step } from '../support/browser.ts';
import { openChat } from '../support/journeys.ts';
import { createMovedClock } from '../support/moved-clock.ts';
import { until } from '../support/wait.ts';

const subject = 'The grinder of order 4812 squeaks';
const clock = createMovedClock();
let app: TestApp;
let browser: Browser;

beforeAll(async () => {
  app = await startTestApp({ clock });
  browser = await launchBrowser();
});

afterAll(async () => {
  await browser?.close();
  await app?.stop();
});

/** A window of somebody who is signed in. */
const at = (name: RegExp, path: string) => openDesk(browser, { url: app.url, name, path });

/** The rest of a chat that ended three hours ago, while nobody was there. */
async function leaveOver(): Promise<void> {
  const { id: workspaceId } = await app.demo();
  clock.forward(-180);
  const { conversationId, customerId } = await openChat(app, workspaceId, {
    email: 'kim@example.test',
    topic: subject,
  });
  await app.services.sessions.end(workspaceId, {
    conversationId,
    reason: 'customer',
    actor: { kind: 'customer', id: customerId },
    receivedAt: clock.now(),
  });
  clock.forward(180);
}

it('goes from the board to the agent with the reason, and back', async () => {
  await leaveOver();
  const ana = await app.as('ana');
  const agent = await at(/Ana Ruiz/, '/inbox');
  await until('Ana takes what is handed to her by name', async () => {
    await ana.put('/api/me/status', { status: 'transfers_only' });
    const { connected, status } = (await ana.get('/api/me/agent')).body;
    return connected && status === 'transfers_only';
  });
  const supervisor = await at(/Clara Weiss/, '/operations?show=after_chat');
  const windows = [agent, supervisor];
  const row = supervisor.page.locator('[data-work-row]', { hasText: subject });

  await step('the supervisor sees its age and that nobody took it', windows, async () => {
    await row.getByText('3h', { exact: true }).waitFor();
    await row.getByText('Not taken').waitFor();
    await row.locator('bdi', { hasText: 'Nobody' }).waitFor();
  });
  await step('she gives it to the agent', windows, async () => {
    await row.getByRole('button', { name: /^Reassign #/ }).click();
    await supervisor.page.getByRole('menuitem', { name: /Ana Ruiz/ }).click();
    await supervisor.page.getByText('1 given to Ana Ruiz').first().waitFor();
    await row.locator('bdi', { hasText: 'Ana Ruiz' }).waitFor();
  });
  await step('the agent has it, and reads why', windows, async () => {
    await agent.page
      .getByRole('link', { name: new RegExp(subject) })
      .first()
      .click();
    await agent.page
      .getByText(/nobody had taken it for 3h/)
      .first()
      .waitFor();
  });
  await step('she takes it back', windows, async () => {
    await supervisor.page.getByRole('button', { name: 'Undo' }).first().click();
    await supervisor.page.getByText('1 put back').first().waitFor();
    await row.locator('bdi', { hasText: 'Nobody' }).waitFor();
  });
  await step(
    'she drags it to somebody whose phone rings just then, and says why all the same',
    windows,
    async () => {
      const asBen = await app.as('ben');
      const { agents } = (await ana.get('/api/agents')).body;
      const ben = agents.find((one: { name: string }) => one.name.startsWith('Ben'));
      const target = supervisor.page.locator(`[data-drop-target="${ben.id}"]`);
      await row.hover();
      await supervisor.page.mouse.down();
      await target.hover();
      await asBen.put('/api/me/call', {});
      await target.getByRole('img', { name: 'on a call' }).waitFor();
      await supervisor.page.mouse.up();
      const question = supervisor.page.getByRole('dialog', { name: 'It does not fit' });
      await question.getByText(/One piece of work was left alone: .*on a call/).waitFor();
      await question.getByRole('textbox').fill('Ben is about to hang up');
      await question.getByRole('button', { name: 'Assign all the same' }).click();
      await supervisor.page.getByText('1 given to Ben Okafor').first().waitFor();
      await row.locator('bdi', { hasText: 'Ben Okafor' }).waitFor();
    },
  );
  expect(windows.flatMap(({ errors }) => errors)).toEqual([]);
});
