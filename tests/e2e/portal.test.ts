/**
 * The help site, as people use it: a supervisor writes an article, a customer reads it and asks on the form,
 * an agent answers by mail, and the customer finds the answer behind a mailed link.
 */
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { startTestApp, type TestApp } from '../support/app.ts';
import { launchBrowser, openWindow, step, type Window } from '../support/browser.ts';
import { startSmtpPeer, type SmtpPeer } from '../support/smtp-peer.ts';
import { until } from '../support/wait.ts';

let app: TestApp;
let peer: SmtpPeer;
let browser: Browser;
let customer: Window;
let supervisor: Window;
let agent: Window;

beforeAll(async () => {
  peer = await startSmtpPeer();
  app = await startTestApp({ config: { outgoingSmtp: peer.url } });
  browser = await launchBrowser();
  customer = await openWindow(browser, { width: 390, height: 844 });
  supervisor = await openWindow(browser);
  agent = await openWindow(browser);
});

afterAll(async () => {
  await browser?.close();
  await app?.stop();
  await peer?.close();
});

const sees = (page: Page, words: string | RegExp) => page.getByText(words).first().waitFor();
const email = 'kim@example.test';

it('goes from the article to the form, to the desk, and back behind a link', async () => {
  const windows = [customer, supervisor, agent];
  const then = (name: string, act: () => Promise<void>) => step(name, windows, act);
  const site = customer.page;

  await then('a supervisor writes and publishes an article', async () => {
    const { page } = supervisor;
    await page.goto(`${app.url}/desk/`);
    await page.getByRole('button', { name: /Clara Weiss/ }).click();
    await page.getByRole('link', { name: 'Knowledge' }).click();
    await page.getByRole('button', { name: 'Write an article' }).click();
    await page.getByLabel('Title', { exact: true }).fill('Zero-waste refills');
    await page
      .getByLabel('Text in Markdown')
      .fill('Bring a **jar**:\n\n1. We weigh it\n2. We fill it');
    await page.getByRole('region', { name: 'Preview' }).getByText('We weigh it').waitFor();
    await page.getByRole('button', { name: 'Publish', exact: true }).click();
    await sees(page, 'Published');
  });

  await then('a customer finds it, and asks what it does not answer', async () => {
    await site.goto(`${app.url}/help/lowtide-coffee`);
    await site.getByRole('searchbox').fill('refills jar');
    await site.getByRole('searchbox').press('Enter');
    await site.getByRole('link', { name: 'Zero-waste refills' }).click();
    await sees(site, 'We weigh it');
    await site.getByRole('link', { name: 'Ask us' }).first().click();
    await site.getByLabel('Your email address').fill(email);
    await site.getByLabel('In a few words').fill('Refill on Sundays');
    await site.getByRole('button', { name: 'Send' }).click();
    await sees(site, 'Write what you need');
    await site.getByLabel('What do you need?').fill('Can I refill on a Sunday?');
    await site.getByRole('button', { name: 'Send' }).click();
    await sees(site, `We will write to`);
  });

  await then('an agent takes it and answers by mail', async () => {
    const { page } = agent;
    await page.goto(`${app.url}/desk/inbox?view=unassigned`);
    await page.getByRole('button', { name: /Ana Ruiz/ }).click();
    await page.getByRole('link', { name: /Refill on Sundays/ }).click();
    await sees(page, 'Can I refill on a Sunday?');
    const box = page.getByRole('textbox', { name: /^Email to/ });
    await box.click();
    await page.keyboard.type('Yes, from ten to two.');
    await page.getByRole('button', { name: /^Send email/ }).click();
    const mail = await until('the mail at the peer', () => peer.received[0]);
    expect(mail.to).toEqual([email]);
  });

  await then('the customer reads it behind a mailed link, and writes on', async () => {
    await site.getByRole('link', { name: 'My conversations' }).click();
    await site.getByLabel('Your email address').fill(email);
    await site.getByRole('button', { name: 'Mail me a link' }).click();
    await sees(site, 'Look into your mail');
    const mail = await until('the link at the peer', () =>
      peer.received.find(({ parsed }) => parsed.text?.includes('/sign-in/')),
    );
    const link = /https?:\/\/\S+\/sign-in\/\S+/.exec(mail.parsed.text ?? '')?.[0] ?? '';
    await site.goto(link);
    await site.getByRole('button', { name: 'Show them' }).click();
    await site.getByRole('link', { name: /Refill on Sundays/ }).click();
    await sees(site, 'Yes, from ten to two.');
    await site.getByLabel('Write more').fill('Perfect, see you there.');
    await site.getByRole('button', { name: 'Send' }).click();
    await sees(agent.page, 'Perfect, see you there.');
  });

  await then('broke nothing on the way', async () => {
    expect([...supervisor.errors, ...agent.errors, ...customer.errors]).toEqual([]);
  });
});
