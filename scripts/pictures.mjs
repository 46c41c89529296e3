/**
 * Makes the pictures of the documents from a running instance with the demo workspace:
 *
 *   node scripts/pictures.mjs http://127.0.0.1:3000
 */
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { createTransport } from 'nodemailer';
import { chromium } from 'playwright-core';
import { findChromium } from './lib/chromium.mjs';

const url = process.argv[2] ?? 'http://127.0.0.1:3000';
const folder = join(import.meta.dirname, '../docs/pictures');
const question = 'How many days do I have to return something?';
const size = { width: 1440, height: 900 };

await mkdir(folder, { recursive: true });
const browser = await chromium.launch({
  executablePath: findChromium(process.env) ?? '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking'],
});
try {
  const shown = await letAssistantWork();
  for (const theme of /** @type {const} */ (['light', 'dark'])) {
    await takeDesk(theme);
    await takeAssistant(theme, shown);
    await takeShop(theme);
  }
} finally {
  await browser.close();
}

/** @param {'light' | 'dark'} theme */
async function takeDesk(theme) {
  const page = await open(theme);
  await page.goto(`${url}/desk/`);
  await page.getByRole('button', { name: /Clara Weiss/ }).click();
  await page.getByText('All open').first().click();
  await page.getByText('Oliver Brandt').first().click();
  await page.waitForTimeout(1_500);
  await save(page, 'desk-inbox', theme);
  await page.getByText('Follow-ups').first().click();
  await page.getByText('Mateo Silva').first().click();
  await page.getByRole('tab', { name: 'Brief' }).click();
  await page.waitForTimeout(1_500);
  await save(page, 'desk-follow-up', theme);
  await page.goto(`${url}/desk/operations`);
  await page.getByText('Gives out').waitFor();
  await page.waitForTimeout(1_500);
  await save(page, 'desk-operations', theme);
  await page.goto(`${url}/desk/knowledge/ask`);
  const box = page.getByRole('textbox', { name: /question/i }).first();
  await box.fill(question);
  await page.getByRole('button', { name: 'Ask', exact: true }).click();
  await page.waitForTimeout(5_000);
  await save(page, 'desk-knowledge', theme);
  await page.context().close();
}

/**
 * Customers write two mails: the assistant drafts an answer to the first, and the answer to the second waits for
 * approval, for which the policy is another for a moment.
 */
async function letAssistantWork() {
  const page = await signedIn('light', /Devi Rao/);
  const { port } = (await api(page, 'GET', '/api/mail/intake')).smtp;
  const transport = createTransport({ host: new URL(url).hostname, port, ignoreTLS: true });
  /** @param {{ name: string, subject: string, text: string, state: string }} mail */
  const write = async ({ name, subject, text, state }) => {
    const address = `${name.toLowerCase().replaceAll(/[^a-z]/g, '.')}@example.com`;
    const from = { name, address };
    const began = new Date().toISOString();
    await transport.sendMail({ from, to: 'support@lowtide.test', subject, text });
    for (let tries = 0; tries < 120; tries += 1) {
      const { items } = await api(page, 'GET', '/api/assistant/decisions');
      const turn = items.find(
        (/** @type {{ subject: string, state: string, at: string }} */ one) =>
          one.subject === subject && one.state === state && one.at > began,
      );
      if (turn) return turn;
      await page.waitForTimeout(500);
    }
    throw new Error(`The assistant has not made a turn that is ${state} of "${subject}".`);
  };
  const drafted = await write({
    name: 'Nora Lind',
    subject: 'Pause my subscription',
    text: 'Hello, how do I pause my subscription? Kind regards, Nora',
    state: 'draft',
  });
  const { current } = await api(page, 'GET', '/api/assistant/policy');
  const { policy } = current;
  const asking = { ...policy.otherwise, autonomy: 'auto', approval: 'always' };
  await savePolicy({ ...policy, otherwise: asking }, 'Answers wait for approval');
  const waiting = await write({
    name: 'Ivo Marek',
    subject: 'Coffee for a French press',
    text: 'Hi, which coffee and which grind do I need for a French press?',
    state: 'waiting',
  });
  await savePolicy(policy, 'Back to drafts');
  transport.close();
  await page.context().close();
  return { drafted, waiting };

  /** @param {object} next @param {string} note */
  async function savePolicy(next, note) {
    const { version } = (await api(page, 'GET', '/api/assistant/policy')).current;
    await api(page, 'PUT', '/api/assistant/policy', { version, policy: next, note });
  }
}

/**
 * @param {'light' | 'dark'} theme
 * @param {Awaited<ReturnType<typeof letAssistantWork>>} shown
 */
async function takeAssistant(theme, { drafted, waiting }) {
  const page = await signedIn(theme, /Clara Weiss/);
  await page.goto(`${url}/desk/inbox/${drafted.ticketId}`);
  await page.getByText('Draft of the assistant').waitFor();
  await page.waitForTimeout(1_500);
  await save(page, 'assistant-draft', theme);
  await page.goto(`${url}/desk/assistant/approvals`);
  await page.getByText(waiting.subject).first().click();
  await page.waitForTimeout(1_500);
  await save(page, 'assistant-approval', theme);
  await page.goto(`${url}/desk/assistant/turns/${waiting.id}`);
  await page.waitForTimeout(1_500);
  await save(page, 'assistant-record', theme);
  await page.goto(`${url}/desk/knowledge/gaps`);
  await page.waitForTimeout(1_500);
  await save(page, 'assistant-gaps', theme);
  await page.context().close();
}

/** @param {'light' | 'dark'} theme */
async function takeShop(theme) {
  const page = await open(theme);
  await page.goto(`${url}/shop/`);
  await page.waitForTimeout(1_000);
  await save(page, 'shop', theme);
  await page.getByRole('button', { name: /chat/i }).last().click();
  const box = page.getByLabel('Your message');
  await box.fill('Hi, my grinder only hums since yesterday');
  await box.press('Enter');
  await page.getByText('What is your name?').first().waitFor();
  await page.getByRole('textbox').last().fill('Kim Lee');
  await page.getByRole('textbox').last().press('Enter');
  await page.waitForTimeout(1_500);
  await save(page, 'widget', theme);
  await page.context().close();
}

/** @param {'light' | 'dark'} theme @param {RegExp} name */
async function signedIn(theme, name) {
  const page = await open(theme);
  await page.goto(`${url}/desk/`);
  await page.getByRole('button', { name }).click();
  await page.getByRole('navigation', { name: 'Areas' }).waitFor();
  return page;
}

/**
 * Asks the API as whoever is signed in.
 * @param {import('playwright-core').Page} page
 * @param {'GET' | 'PUT'} method
 * @param {string} path
 * @param {object} [body]
 */
async function api(page, method, path, body) {
  const answer = await page.request.fetch(`${url}${path}`, {
    method,
    headers: { origin: url },
    ...(body && { data: body }),
  });
  if (!answer.ok()) throw new Error(`${method} ${path}: ${answer.status()} ${await answer.text()}`);
  return answer.json();
}

/** @param {'light' | 'dark'} theme */
async function open(theme) {
  const context = await browser.newContext({
    viewport: size,
    colorScheme: theme,
    locale: 'en-GB',
  });
  return context.newPage();
}

/**
 * @param {import('playwright-core').Page} page
 * @param {string} name
 * @param {string} theme
 */
function save(page, name, theme) {
  return page.screenshot({
    path: join(folder, `${name}${theme === 'dark' ? '-dark' : ''}.png`),
  });
}
