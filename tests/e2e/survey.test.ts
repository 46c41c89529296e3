/**
 * The end by a macro, as people do it: an agent finds it by a word after the slash, its text and its end of
 * the chat go out together, the customer says how it was and gets a copy.
 */
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { startTestApp, type TestApp } from '../support/app.ts';
import { launchBrowser, openWindow, step, type Window } from '../support/browser.ts';

let app: TestApp;
let browser: Browser;
let customer: Window;
let agent: Window;

beforeAll(async () => {
  app = await startTestApp();
  browser = await launchBrowser();
  customer = await openWindow(browser, { width: 390, height: 844 });
  agent = await openWindow(browser);
});

afterAll(async () => {
  await browser?.close();
  await app?.stop();
});

const sees = (page: Page, words: string | RegExp) => page.getByText(words).first().waitFor();

it('goes from the macro to the answer at the ticket', async () => {
  const windows = [customer, agent];
  const then = (name: string, act: () => Promise<void>) => step(name, windows, act);
  const chat = customer.page;
  const desk = agent.page;

  await then('a customer waits for a person', async () => {
    await chat.goto(`${app.url}/shop/`);
    await chat.getByRole('button', { name: /chat/i }).last().click();
    const box = chat.getByLabel('Your message');
    await box.fill('I want to talk to a human about my leaking kettle');
    await box.press('Enter');
    await sees(chat, /passed your conversation to our team/);
    await box.fill('kim@example.test');
    await box.press('Enter');
    await sees(chat, /noted kim@example.test/);
  });

  await then('an agent takes it and finds the macro by a word', async () => {
    await desk.goto(`${app.url}/desk/`);
    await desk.getByRole('button', { name: /Ana Ruiz/ }).click();
    await desk.getByRole('button', { name: 'Go online' }).first().click();
    await desk.getByRole('button', { name: /^Accept/ }).click();
    const box = desk.getByRole('textbox', { name: /^Chat message to/ });
    await box.click();
    await desk.keyboard.type('/ending');
    const list = desk.getByRole('listbox', { name: 'Macros' });
    await list.getByRole('option', { name: /I am ending this chat/ }).waitFor();
    await desk.keyboard.press('Enter');
    await desk.getByRole('group', { name: 'With the next message' }).waitFor();
    await desk.getByText('End the chat', { exact: true }).waitFor();
    expect(await box.inputValue()).toMatch(/^I am ending this chat now, .*support@lowtide\.test/);
    await box.press('Enter');
    await sees(desk, /used the macro I am ending this chat/);
  });

  await then('the customer reads the words and the end, and answers', async () => {
    await sees(chat, /I am ending this chat now/);
    await chat.getByRole('radio', { name: 'Good', exact: true }).check();
    await chat.getByRole('checkbox', { name: 'Quick' }).check();
    await chat.getByLabel('Anything else?').fill('Kind and fast');
    await chat.getByRole('button', { name: 'Send my answer' }).click();
    await sees(chat, 'Thank you for your answer: Good.');
    await chat.getByRole('button', { name: 'Send me a copy' }).click();
    await sees(chat, 'A copy is on its way to kim@example.test.');
  });

  await then('the answer stands at the ticket, with who had a part', async () => {
    await sees(desk, /rated the chat 4 of 5 \(Quick\): “Kind and fast”/);
    await desk.getByRole('tab', { name: 'Details' }).click();
    const details = desk.getByRole('tabpanel', { name: 'Details' });
    await details.getByText('4 of 5', { exact: true }).waitFor();
    await details.getByText('Who had a part').click();
    await details
      .getByText(/% of the messages/)
      .first()
      .waitFor();
  });

  await then('broke nothing on the way', async () => {
    expect(customer.errors).toEqual([]);
    expect(agent.errors).toEqual([]);
  });
});
