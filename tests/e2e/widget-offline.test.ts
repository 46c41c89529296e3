/** The widget in a real browser against a peer that loses lines and acknowledgements when told to. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import { chromium } from 'playwright-core';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { build } from 'vite';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { startWidgetPeer } from '../support/widget-peer.ts';
import type { WidgetPeer } from '../support/widget-peer.ts';

const root = resolve(import.meta.dirname, '../..');
let folder: string;
let browser: Browser;
let peer: WidgetPeer;
let context: BrowserContext;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'segue-widget-'));
  for (const mode of ['panel', 'loader']) {
    const configFile = join(root, 'vite.widget.config.ts');
    await build({ root, configFile, mode, logLevel: 'error', build: { outDir: folder } });
  }
  browser = await chromium.launch({
    executablePath: process.env['CHROMIUM_PATH'] ?? '/usr/bin/chromium',
    args: ['--no-sandbox'],
  });
});
afterAll(async () => {
  await browser?.close();
  await rm(folder, { recursive: true, force: true });
});
beforeEach(async () => {
  peer = await startWidgetPeer(folder);
  context = await browser.newContext();
});
afterEach(async () => {
  await context.close();
  await peer.close();
});

const texts = () => peer.threads.map(({ messages }) => messages.map(({ text }) => text));
const sentIds = () => new Set(peer.sends.map(({ clientId }) => clientId));

async function openPanel(): Promise<Page> {
  const page = await context.newPage();
  await page.goto(peer.origin);
  if (!(await page.locator('.panel').isVisible())) await page.locator('.launcher').click();
  await page.locator('.panel').waitFor();
  return page;
}

async function write(page: Page, text: string): Promise<void> {
  await page.getByLabel('Your message').fill(text);
  await page.getByLabel('Your message').press('Enter');
  await page.locator('.message.customer', { hasText: text }).waitFor();
}

const sent = (page: Page) => page.getByText('Sent', { exact: true }).waitFor();

describe('unsent messages', () => {
  test('survive a reload and arrive once and in order', async () => {
    const page = await openPanel();
    await write(page, 'first');
    await sent(page);
    peer.cut();
    await page.getByText('Connection lost').waitFor();
    await write(page, 'second');
    await write(page, 'third');
    await page.reload();
    await page.locator('.message.customer', { hasText: 'third' }).waitFor();
    peer.restore();
    await expect.poll(texts).toEqual([['first', 'second', 'third']]);
    expect(sentIds().size).toBe(3);
    expect(await page.locator('.message.customer').count()).toBe(3);
  });

  test('whose acknowledgement was lost are stored and shown once', async () => {
    const page = await openPanel();
    await write(page, 'first');
    await sent(page);
    peer.loseAcks = 1;
    await write(page, 'second');
    await expect.poll(texts).toEqual([['first', 'second']]);
    await page.locator('.message.customer', { hasText: 'second' }).getByText('Sent').waitFor();
    expect(await page.locator('.message.customer').count()).toBe(2);
  });

  test('follow into a new conversation when the old one ended meanwhile', async () => {
    const page = await openPanel();
    await write(page, 'first');
    await sent(page);
    peer.cut();
    await page.getByText('Connection lost').waitFor();
    await write(page, 'second');
    await write(page, 'third');
    peer.change({
      state: 'ended',
      ended: {
        reason: 'inactivity',
        at: new Date().toISOString(),
        nextStep: 'Write again at any time.',
        mayReply: false,
        copyTo: null,
        survey: null,
      },
    });
    peer.restore();
    await page.getByText('Your earlier conversation had ended').waitFor();
    await expect.poll(texts).toEqual([['first'], ['second', 'third']]);
  });

  test('say why they failed and go out on the second try', async () => {
    const page = await openPanel();
    peer.refuse = { code: 'request_invalid', detail: 'The message is too long.', retry: false };
    await write(page, 'first');
    await page.getByText('Not sent. The message is too long.').waitFor();
    peer.refuse = null;
    await page.getByRole('button', { name: 'Try again' }).click();
    await expect.poll(texts).toEqual([['first']]);
  });
});

test('two tabs show one conversation and one draft', async () => {
  const one = await openPanel();
  const two = await openPanel();
  await write(one, 'from the first tab');
  await two.locator('.message.customer', { hasText: 'from the first tab' }).waitFor();
  await one.getByLabel('Your message').fill('half a thought');
  await expect.poll(() => two.getByLabel('Your message').inputValue()).toBe('half a thought');
  await write(two, 'from the second tab');
  await one.locator('.message.customer', { hasText: 'from the second tab' }).waitFor();
  // Both tabs show what is unsent at once, so that the server is looked at last.
  await expect.poll(texts).toEqual([['from the first tab', 'from the second tab']]);
  expect(peer.tokens.size).toBe(1);
});

test('a visitor the server has forgotten begins anew and loses no word', async () => {
  const page = await openPanel();
  await write(page, 'first');
  await sent(page);
  peer.cut();
  await page.getByText('Connection lost').waitFor();
  await write(page, 'second');
  peer.tokens.clear();
  peer.threads.length = 0;
  peer.restore();
  await expect.poll(texts).toEqual([['second']]);
});

test('a conversation that was deleted gives way to a new one', async () => {
  const page = await openPanel();
  await write(page, 'first');
  await sent(page);
  peer.cut();
  await page.getByText('Connection lost').waitFor();
  await write(page, 'second');
  peer.threads.length = 0;
  peer.restore();
  await expect.poll(texts).toEqual([['second']]);
  await expect.poll(() => page.locator('.message.customer').count()).toBe(1);
});

test('the end needs a second word, and a failed end says so', async () => {
  const page = await openPanel();
  await write(page, 'first');
  await sent(page);
  await page.getByRole('button', { name: 'End chat' }).click();
  peer.refuse = { code: 'internal', detail: 'Something went wrong on our side.', retry: true };
  await page.getByRole('group', { name: 'End this conversation?' }).getByText('End chat').click();
  await page.getByText('The chat did not end.').waitFor();
  peer.refuse = null;
  await page.getByRole('button', { name: 'End chat' }).click();
  await page.getByRole('group', { name: 'End this conversation?' }).getByText('End chat').click();
  await page.getByText('We follow up by email.').waitFor();
  expect(await page.getByLabel('Your message').isDisabled()).toBe(true);

  await page.getByRole('button', { name: 'New conversation' }).click();
  await write(page, 'another matter');
  await expect.poll(texts).toEqual([['first'], ['another matter']]);
  // The desk can link the two, since the message says what it follows.
  expect(peer.sends.at(-1)?.conversationId).toBe(peer.threads[0]?.conversation.id);
  expect(await page.getByText('Your earlier conversation had ended').count()).toBe(0);
});

test('the keyboard opens, writes and closes, and axe finds nothing', async () => {
  const page = await context.newPage();
  await page.goto(peer.origin);
  await page.locator('.launcher').focus();
  await page.keyboard.press('Enter');
  await page.locator('.panel').waitFor();
  await page.keyboard.type('hello');
  await page.keyboard.press('Enter');
  await sent(page);
  peer.say({
    author: { kind: 'assistant', name: 'Tilda' },
    text: 'Where shall we write to?',
    prompt: { kind: 'email', skippable: true },
  });
  await page.getByLabel('Your email address').waitFor();
  const announced = page.locator('.hidden-text[role=status]', {
    hasText: 'Tilda: Where shall we write to?',
  });
  await announced.waitFor({ state: 'attached' });
  const { violations } = await new AxeBuilder({ page }).include('#segue-widget').analyze();
  expect(violations.map(({ id }) => id)).toEqual([]);
  await page.keyboard.press('Escape');
  await page.locator('.panel').waitFor({ state: 'hidden' });
  const focused = await page.evaluate(
    () => document.activeElement?.shadowRoot?.activeElement?.className,
  );
  expect(focused).toBe('launcher');
});

test('the page can speak to the widget before anything is written', async () => {
  const page = await context.newPage();
  await page.goto(peer.origin);
  await page.locator('.launcher').waitFor();
  const segue = (...call: unknown[]) =>
    page.evaluate((given) => Reflect.get(window, 'segue')(...given), call);
  await segue('hide');
  expect(await page.locator('.launcher').isVisible()).toBe(false);
  await segue('show');
  await segue('identify', { name: 'Mara', email: 'mara@example.com', role: 'admin' });
  expect(peer.tokens.size).toBe(0);
  await segue('open');
  await page.locator('.panel').waitFor();
  await write(page, 'hello');
  await sent(page);
  expect(peer.commands).toContain('identify');
  await segue('close');
  await page.locator('.panel').waitFor({ state: 'hidden' });
});

test('files go with a message, and what is not accepted says why', async () => {
  const page = await openPanel();
  const files = page.locator('input[type=file]');
  await files.setInputFiles([
    { name: 'label.png', mimeType: 'image/png', buffer: Buffer.alloc(900) },
    { name: 'setup.exe', mimeType: 'application/x-msdownload', buffer: Buffer.alloc(900) },
  ]);
  await page.getByText('setup.exe is a type of file we cannot take.').waitFor();
  await page.getByText('900 B').waitFor();
  await page.getByRole('button', { name: 'Send', exact: true }).click();
  await page.locator('.message.customer .picture img').waitFor();
  const counts = () => peer.sends.map(({ attachmentIds }) => attachmentIds.length);
  await expect.poll(counts).toEqual([1]);
});

test('of 2,000 messages the end is drawn, and more on the way up', async () => {
  const page = await openPanel();
  await write(page, 'first');
  await sent(page);
  const template = peer.threads[0]?.messages[0];
  for (let seq = 2; template && seq <= 2_000; seq += 1) {
    const author = { kind: 'agent' as const, name: 'Mara' };
    peer.threads[0]?.messages.push({
      ...template,
      id: `m${seq}`,
      seq,
      clientId: null,
      author,
      text: `Message ${seq}`,
    });
  }
  peer.say({ author: { kind: 'agent', name: 'Mara' }, text: 'The last one' });
  await page.getByText('The last one', { exact: true }).waitFor();
  expect(await page.locator('.message').count()).toBe(60);
  const before = page.getByText('Message 1942', { exact: true });
  await before.scrollIntoViewIfNeeded();
  await page.locator('.log').evaluate((log) => log.scrollTo(0, 0));
  await page.getByText('Message 1890', { exact: true }).waitFor();
  // What the reader was looking at stays where it was.
  expect(await before.isVisible()).toBe(true);
  await page.getByRole('button', { name: 'Latest messages' }).click();
  await expect.poll(() => page.locator('.message').count()).toBe(60);
});
