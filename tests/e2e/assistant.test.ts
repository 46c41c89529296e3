/**
 * People over the assistant: a supervisor lets an answer go out with a change, stops everything, and an admin
 * narrows a category and puts the old policy back. Customers write and read real mail on the other side.
 */
import type { Browser, Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openAssistantWorld, type AssistantWorld } from '../support/assistant-world.ts';
import { launchBrowser, openWindow, step, type Window } from '../support/browser.ts';

const question = 'How do I descale my machine? The light is on.';

let world: AssistantWorld;
let browser: Browser;
let clara: Window;
let devi: Window;

beforeAll(async () => {
  world = await openAssistantWorld();
  await world.govern({
    otherwise: { autonomy: 'auto', answerFrom: 0.4, approval: 'always' },
  } as never);
  browser = await launchBrowser();
  clara = await openWindow(browser);
  devi = await openWindow(browser);
});

afterAll(async () => {
  await browser?.close();
  await world?.stop();
});

async function signIn({ page }: Window, name: string): Promise<void> {
  await page.goto(`${world.app.url}/desk/`);
  await page.getByRole('button', { name: new RegExp(name) }).click();
  await page.getByRole('navigation', { name: 'Areas' }).waitFor();
}

const areas = (page: Page): Locator => page.getByRole('navigation', { name: 'Areas' });
const tab = (page: Page, name: string | RegExp): Locator =>
  page.getByRole('navigation', { name: 'Pages of the assistant' }).getByRole('link', { name });

it('is decided on, stopped, governed and put back by people', async () => {
  const then = (name: string, act: () => Promise<void>) => step(name, [clara, devi], act);
  const desk = clara.page;
  const admin = devi.page;

  await then('a supervisor is told of an answer that waits', async () => {
    await signIn(clara, 'Clara Weiss');
    await areas(desk)
      .getByRole('link', { name: /^Assistant/ })
      .waitFor();
    await world.ask('Approve descaling', question);
    await desk.getByRole('heading', { name: /^For your approval: / }).waitFor();
    await areas(desk).getByRole('link', { name: 'Assistant, 1 item needs attention' }).waitFor();
    await desk.getByRole('button', { name: 'Look' }).click();
    await desk.getByRole('region', { name: 'Approval', exact: true }).last().waitFor();
  });

  await then('she reads it as the customer will', async () => {
    const mail = desk.frameLocator('iframe[title="Message from the assistant"]');
    await mail.getByRole('blockquote').getByText('Descale every two months').waitFor();
    await mail.getByRole('link', { name: 'Descale the machine' }).waitFor();
  });

  await then('the evidence is the words of the article', async () => {
    await desk
      .getByRole('button', { name: /^Quoted/ })
      .first()
      .click();
    await desk.getByRole('dialog').getByRole('link', { name: 'Open the article' }).waitFor();
    await desk.keyboard.press('Escape');
    await desk.getByRole('dialog').waitFor({ state: 'detached' });
  });

  await then('she changes it, and it leaves as she wrote it', async () => {
    await desk.getByRole('button', { name: 'Edit', exact: true }).click();
    const box = desk.getByRole('textbox', { name: 'Text' });
    const proposed = await box.inputValue();
    await box.fill(`${proposed}\n\nClara has looked at this herself.`);
    await box.press('Control+Enter');
    await desk.getByText('Nothing waits for approval.', { exact: false }).waitFor();
    const mail = await world.mailTo('approve-descaling@customer.test');
    expect(mail.parsed.text).toContain('Clara has looked at this herself.');
    expect(mail.parsed.text).toContain('Descale the machine');
    await desk.getByRole('button', { name: 'Decided' }).click();
    await desk.getByText('Approved by Clara Weiss, with changes').first().waitFor();
  });

  await then('the record tells all of it', async () => {
    await tab(desk, 'Activity').click();
    const list = desk.getByRole('list', { name: 'Turns of the assistant' });
    await list.getByRole('link', { name: 'Approve descaling' }).click();
    await desk.getByRole('heading', { name: /^Turn 1 of #\d+$/ }).waitFor();
    await desk.getByText('Clara Weiss', { exact: true }).first().waitFor();
    await desk.getByText('Clara has looked at this herself.').waitFor();
    await desk.getByText('No instructions to the assistant in it').waitFor();
  });

  await then('she stops everything: a new mail goes to people', async () => {
    await desk.getByRole('button', { name: 'Stop everything' }).click();
    await desk.getByText(/The assistant is stopped\. It sends nothing/).waitFor();
    await areas(desk)
      .getByRole('link', { name: /^Assistant: Stopped/ })
      .waitFor();
    await world.ask('Stopped descaling', question);
    const ticket = await world.ticket('Stopped descaling');
    await world.turn(ticket.id, ({ reason }) => reason === 'stopped');
    expect(
      world.peer.received.some(({ to }) => to.includes('stopped-descaling@customer.test')),
    ).toBe(false);
    await tab(desk, 'Activity').click();
    await desk
      .getByRole('article')
      .filter({ hasText: 'Stopped descaling' })
      .getByText('The assistant is stopped.')
      .waitFor();
  });

  await then('it goes on only after a second press', async () => {
    await desk.getByRole('button', { name: 'Let it go on' }).click();
    await desk.getByRole('button', { name: 'It may answer customers again' }).click();
    await desk.getByRole('button', { name: 'Stop everything' }).waitFor();
  });

  await then('an admin gives a category a rule, is told what it does, and saves', async () => {
    await signIn(devi, 'Devi Rao');
    await admin.goto(`${world.app.url}/desk/assistant/policy`);
    await admin.getByRole('combobox', { name: 'Add a rule for' }).click();
    await admin.getByRole('option').first().click();
    await admin.getByRole('radio', { name: /^Draft/ }).click();
    const least = admin.getByRole('textbox', { name: 'Minimum confidence' });
    await least.fill('140');
    await admin.getByRole('button', { name: 'Done' }).click();
    await admin.getByText(/Minimum confidence: Give a number from 0 to 100/).waitFor();
    await admin.getByRole('button', { name: /^Edit: (?!Everything else)/ }).click();
    await least.fill('55');
    await admin.getByRole('button', { name: 'Done' }).click();
    await admin.getByRole('button', { name: 'Review and save' }).click();
    await admin.getByText(/gets a rule of its own, Draft\.$/).waitFor();
    await admin.getByRole('textbox', { name: 'Note' }).fill('Carefully first');
    await admin.getByRole('button', { name: /^Save as version/ }).click();
    await admin.getByText(/^Saved as version/).waitFor();
    const { current } = (await world.devi.get('/api/assistant/policy')).body;
    expect(current).toMatchObject({ note: 'Carefully first', by: 'Devi Rao' });
    expect(current.policy.categories).toMatchObject([{ autonomy: 'draft', answerFrom: 0.55 }]);
  });

  await then('and puts the version before it back, after reading what that changes', async () => {
    await admin
      .getByRole('button', { name: /^Compare: Version/ })
      .nth(1)
      .click();
    await admin.getByText(/follows everything else again, By itself\.$/).waitFor();
    await admin.getByRole('button', { name: 'Put it back' }).click();
    await admin.getByText(/is in force again$/).waitFor();
    const { current } = (await world.devi.get('/api/assistant/policy')).body;
    expect(current.policy.categories).toEqual([]);
    expect(current.policy.stopped).toBe(false);
  });

  await then('nothing broke on the way', async () => {
    expect(clara.errors).toEqual([]);
    expect(devi.errors).toEqual([]);
  });
});

it('is read again with a button where the page is older than the server', async () => {
  const { page } = devi;
  const policy = '**/api/assistant/policy';
  await page.route(policy, (route) => route.fulfill({ json: { fromAnotherVersion: true } }));
  await page.goto(`${world.app.url}/desk/assistant/policy`);
  const alert = page.getByRole('alert').filter({ hasText: 'Segue has most likely been updated' });
  await alert.waitFor();
  await page.unroute(policy);
  await alert.getByRole('button', { name: 'Reload the page' }).click();
  await alert.waitFor({ state: 'detached' });
  await page.getByText('Everything else').first().waitFor();
  expect(devi.errors).toEqual([]);
});
