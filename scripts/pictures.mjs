/**
 * Makes the pictures of the documents from a running instance with the demo workspace:
 *
 *   node scripts/pictures.mjs http://127.0.0.1:3000
 */
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
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
  for (const theme of /** @type {const} */ (['light', 'dark'])) {
    await takeDesk(theme);
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
