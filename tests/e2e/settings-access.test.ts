/** Everything about who gets which work can be set by everybody: axe over its pages and forms, and nothing runs out of a phone. */
import { AxeBuilder } from '@axe-core/playwright';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestApp, type TestApp } from '../support/app.ts';
import { launchBrowser } from '../support/browser.ts';

/** As long as fields allow, and in words that do not break. */
const longName = 'Herstellergarantie und Ersatzteilversorgung Siebträger';

/** A page, and the button that opens its form. */
const pages: readonly (readonly [path: string, opens: string | RegExp | null])[] = [
  ['settings/account', null],
  ['settings/queues', 'Add a queue'],
  ['settings/queues', longName],
  ['settings/routing', null],
  ['settings/groups', 'Add a group'],
  ['settings/agents', /Ana Ruiz/],
  ['settings/skills', 'Add a skill'],
  ['settings/capacity', 'Add a rule'],
  ['settings/statuses', 'Add a status'],
  ['settings/alerts', null],
  ['settings/sla', 'Add a policy'],
  ['settings/schedules', 'Add a schedule'],
  ['operations', null],
  ['operations?show=open', null],
  ['operations?show=promises', null],
];

let app: TestApp;
let browser: Browser;

beforeAll(async () => {
  app = await startTestApp();
  browser = await launchBrowser();
  const devi = await app.as('devi');
  await devi.post('/api/team/groups', { name: longName, memberIds: [] });
  const groups: { id: string }[] = (await devi.get('/api/team/groups')).body.groups;
  const made = await devi.post('/api/queues', {
    name: longName,
    priority: 1,
    conditions: { tiers: ['enterprise'], regions: ['Liechtenstein'], subject: [longName] },
    groupIds: groups.map(({ id }) => id),
    handOver: 'fill',
    ladder: [{ afterSeconds: 300, dropSkills: 'optional', raisePriority: 1 }],
  });
  if (made.status !== 200) throw new Error(JSON.stringify(made.body));
});

afterAll(async () => {
  await browser?.close();
  await app?.stop();
});

describe.each([
  ['a wide window, light', { width: 1440, height: 900 }, 'light'],
  ['a phone, dark', { width: 390, height: 844 }, 'dark'],
] as const)('in %s', (_name, viewport, colorScheme) => {
  let context: BrowserContext;
  let page: Page;

  beforeAll(async () => {
    context = await browser.newContext({ viewport, colorScheme, locale: 'en-GB' });
    page = await context.newPage();
    await page.goto(`${app.url}/desk/`);
    await page.getByRole('button', { name: /Devi Rao/ }).click();
    await page.getByRole('link', { name: 'Settings' }).waitFor();
  });

  afterAll(() => context?.close());

  async function faults(): Promise<string[]> {
    // In one run, as no page has a frame, and without a list of all that is well: twice as quick.
    const { violations } = await new AxeBuilder({ page })
      .setLegacyMode()
      .options({ resultTypes: ['violations'] })
      .analyze();
    return violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`));
  }

  it.each(pages)('%s has no fault, nor the form behind %s', async (path, opens) => {
    await page.goto(`${app.url}/desk/${path}`);
    await page.getByRole('heading').first().waitFor();
    await page.waitForLoadState('networkidle');
    // On the phone the form over the page is enough: the page itself is the same as in the wide window.
    const isShown = opens === null || viewport.width > 1_000;
    expect(isShown ? await faults() : []).toEqual([]);
    const beyond = await page.evaluate('document.documentElement.scrollWidth - innerWidth');
    expect(beyond, 'the page is wider than the window').toBeLessThanOrEqual(0);
    const tables = page.locator('[data-stacks]:visible');
    expect(await tables.evaluateAll(countTooWide), 'tables wider than their place').toBe(0);
    if (opens === null) return;
    await page.getByRole('button', { name: opens }).first().click();
    await page.getByRole('dialog').waitFor();
    await page.waitForLoadState('networkidle');
    expect(await faults()).toEqual([]);
  });
});

function countTooWide(tables: readonly { scrollWidth: number; clientWidth: number }[]): number {
  return tables.filter(({ scrollWidth, clientWidth }) => scrollWidth > clientWidth).length;
}
