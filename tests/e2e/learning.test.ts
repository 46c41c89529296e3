/** An admin tries the assistant on past cases and lets it begin; a supervisor turns a gap into an article. */
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { startTestApp, type TestApp } from '../support/app.ts';
import { addCase, type WorkedCase } from '../support/assistant-work.ts';
import { launchBrowser, openDesk, step } from '../support/browser.ts';

const category = 'Kettles';
let app: TestApp;
let browser: Browser;

beforeAll(async () => {
  app = await startTestApp();
  browser = await launchBrowser();
  const clara = await app.as('clara');
  const article = (
    await clara.post('/api/knowledge/articles', {
      title: 'Descaling the steel kettle',
      body: 'To descale the steel kettle, fill it with vinegar and water, boil it once, wait half an hour and rinse it twice.',
    })
  ).body;
  await clara.post(`/api/knowledge/articles/${article.id}/status`, { status: 'published' });
  for (let place = 0; place < 90; place += 1)
    await addCase(app, {
      subject: `Descaling the steel kettle ${place}`,
      question: 'How do I descale the steel kettle with vinegar?',
      category,
      status: 'solved',
      agentAnswer:
        'Hi Kim,\nFill it with vinegar and water, boil it once, wait half an hour and rinse it twice.\nRegards\nAna',
    });
  await work({
    subject: 'Engraving on a moka pot',
    question: 'Can you engrave a name on the moka pot before it ships?',
    status: 'solved',
    agentAnswer:
      'Hi Kim,\nWe engrave up to twelve letters.\n\n1. Choose the pot\n2. Write the name into the note of the order\n\nRegards\nAna',
    turn: { path: 'hand_over', reason: 'nothing_found', confidence: 0.1 },
  });
  await work({
    subject: 'Descaling',
    category,
    turn: {
      path: 'answer',
      reason: 'confident',
      confidence: 0.92,
      text: 'Fill it with vinegar and boil it once.',
      sentAfterMs: 420,
      cites: [{ articleId: article.id, version: 1 }],
    },
    outcome: 'confirmed',
  });
});

afterAll(async () => {
  await browser?.close();
  await app?.stop();
});

async function work(one: WorkedCase): Promise<void> {
  const { id } = await app.demo();
  await app.services.learning.follow(id, (await addCase(app, one)).ticketId);
}

/** A window of somebody who is signed in. */
const at = (name: RegExp, path: string) => openDesk(browser, { url: app.url, name, path });

it('goes from past cases to a policy, and from a gap to an article', async () => {
  const admin = await at(/Devi Rao/, '/assistant/set-up');
  const { page } = admin;
  await step('asks past cases', [admin], async () => {
    await page.getByRole('button', { name: 'Try it on past cases' }).first().click();
    await page.getByText(/of its answers would have been right/).waitFor();
    await page.getByRole('button', { name: 'As a table' }).click();
    await page.getByRole('columnheader', { name: 'Precision' }).waitFor();
  });
  await step('lets it begin in shadow', [admin], async () => {
    await page.getByRole('button', { name: 'Start in shadow' }).click();
    await page.getByRole('row', { name: new RegExp(`${category}.*Shadow`) }).waitFor();
  });
  await step('reads the figures and judges an answer', [admin], async () => {
    await page.getByRole('link', { name: 'Figures', exact: true }).click();
    await page.getByText('420 ms', { exact: true }).waitFor();
    await page.getByRole('button', { name: 'Judge ten answers' }).click();
    await page.getByRole('button', { name: 'Right', exact: true }).click();
    await page.getByText('1 answer of these days is judged.').waitFor();
  });
  const supervisor = await at(/Clara Weiss/, '/knowledge/gaps');
  await step('drafts an article and publishes it', [supervisor], async () => {
    const gap = supervisor.page
      .getByRole('listitem')
      .filter({ hasText: 'Engraving on a moka pot' });
    await gap.getByRole('button', { name: 'Draft an article' }).first().click();
    const body = supervisor.page.getByRole('textbox', { name: 'Text', exact: false }).last();
    await expect.poll(() => body.inputValue()).toContain('1. Choose the pot');
    await supervisor.page.getByRole('tab', { name: 'Answers' }).click();
    await supervisor.page.getByText('Drafted from').waitFor();
    const published = supervisor.page.waitForResponse((reply) => reply.url().endsWith('/status'));
    await supervisor.page.getByRole('button', { name: 'Publish' }).click();
    await published;
    // A job closes the gap.
    const closed = supervisor.page.getByRole('heading', { name: 'Engraving on a moka pot' });
    await expect
      .poll(
        async () => {
          await supervisor.page.goto(`${app.url}/desk/knowledge/gaps?gaps=closed`);
          return closed.waitFor({ timeout: 3_000 }).then(
            () => true,
            () => false,
          );
        },
        { timeout: 40_000 },
      )
      .toBe(true);
  });
  expect(admin.errors).toEqual([]);
  expect(supervisor.errors).toEqual([]);
});
