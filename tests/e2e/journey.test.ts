/**
 * The main job, as people do it: a customer chats in one browser, an agent takes it in another, ends the
 * chat, and the rest goes on by mail until the customer's reply comes back into the same ticket.
 */
import { createTransport } from 'nodemailer';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { startTestApp, type TestApp } from '../support/app.ts';
import { launchBrowser, openWindow, step, type Window } from '../support/browser.ts';
import { startSmtpPeer, type PeerMail, type SmtpPeer } from '../support/smtp-peer.ts';
import { until } from '../support/wait.ts';

let app: TestApp;
let peer: SmtpPeer;
let browser: Browser;
let customer: Window;
let agent: Window;

beforeAll(async () => {
  peer = await startSmtpPeer();
  app = await startTestApp({ config: { outgoingSmtp: peer.url } });
  browser = await launchBrowser();
  customer = await openWindow(browser, { width: 1280, height: 860 });
  agent = await openWindow(browser);
});

afterAll(async () => {
  await browser?.close();
  await app?.stop();
  await peer?.close();
});

async function say(page: Page, text: string): Promise<void> {
  await page.getByLabel('Your message').fill(text);
  await page.getByLabel('Your message').press('Enter');
  await page.locator('.message.customer', { hasText: text }).waitFor();
}

async function answer(page: Page, text: string): Promise<void> {
  const box = page.getByRole('textbox').last();
  await box.fill(text);
  await box.press('Enter');
}

const sees = (page: Page, words: string | RegExp) => page.getByText(words).first().waitFor();

const chatBox = () => agent.page.getByRole('textbox', { name: /^Chat message to/ });

it('goes from the chat to the mail and back into the same ticket', async () => {
  const windows = [customer, agent];
  const then = (name: string, act: () => Promise<void>) => step(name, windows, act);

  await then('begins with the assistant, who asks for name and address once', async () => {
    const { page } = customer;
    await page.goto(`${app.url}/shop/`);
    await page.getByRole('button', { name: /chat/i }).last().click();
    await say(page, 'Hi, you charged me twice for my subscription, invoice 10442');
    await sees(page, 'What is your name?');
    await answer(page, 'Kim Lee');
    await sees(page, /email address can we reach you/);
    await answer(page, 'kim@example.test');
    await sees(page, /Nobody from our team is online/);
  });

  await then('waits for a person and says so honestly', async () => {
    await customer.page.getByRole('button', { name: 'Wait here for a person' }).click();
    await sees(customer.page, /passed your conversation to our team/);
  });

  await then(
    'is offered to the agent who comes online, with the reason, and accepted by keyboard',
    async () => {
      const { page } = agent;
      await page.goto(`${app.url}/desk/`);
      await page.getByRole('button', { name: /Ana Ruiz/ }).click();
      await page.getByRole('button', { name: 'Go online' }).first().click();
      await sees(page, 'The only one in Live chat with room.');
      const accept = page.getByRole('button', { name: /^Accept/ });
      await accept.focus();
      await page.keyboard.press('Enter');
      await page.getByRole('heading', { name: /charged me twice/ }).waitFor();
      await sees(customer.page, 'Ana Ruiz');
    },
  );

  await then('carries words both ways at once', async () => {
    await chatBox().fill(
      'Hello Kim, I see the double charge. I will refund 18.50 euros by Friday.',
    );
    await chatBox().press('Enter');
    await sees(customer.page, 'I will refund 18.50 euros by Friday');
    await say(customer.page, 'Thanks. My bank took a fee of 5 euros, who pays that?');
    await sees(agent.page, 'who pays that?');
    await sees(customer.page, 'Seen');
  });

  await then(
    'shows before the end what will follow, and after it what is closed and why',
    async () => {
      const { page } = agent;
      await page.getByRole('button', { name: 'End chat' }).click();
      await sees(page, 'Becomes email work in Mail and stays with you.');
      await page.getByRole('button', { name: 'End chat' }).last().click();
      await sees(page, 'ended the chat. The rest goes on as email work.');
      await sees(page, 'The chat has ended. Answer by email, or write a note.');
      await sees(customer.page, 'we will write to kim@example.test');
      await customer.page.getByRole('button', { name: 'New conversation' }).waitFor();
    },
  );

  await then('has a brief with what was promised and what is open', async () => {
    const { page } = agent;
    await page.getByRole('tab', { name: 'Brief' }).click();
    const brief = page.getByRole('tabpanel', { name: 'Brief' });
    await brief.getByText('I will refund 18.50 euros by Friday').first().waitFor();
    await brief
      .getByText(/who pays that/)
      .first()
      .waitFor();
    await page.getByRole('tab', { name: 'Details' }).click();
    await page.getByRole('tabpanel', { name: 'Details' }).getByText('Billing').first().waitFor();
  });

  let mail: PeerMail;

  await then('is answered by mail from the same place', async () => {
    const { page } = agent;
    const email = page.getByRole('textbox', { name: /^Email to/ });
    await email.click();
    await page.keyboard.type('The refund is on its way, and we pay the fee of 5 euros too.');
    await page.getByRole('button', { name: /^Send email/ }).click();
    mail = await until('the mail at the peer', () => peer.received[0]);
    expect(mail.to).toEqual(['kim@example.test']);
    expect(mail.parsed.text).toContain('we pay the fee of 5 euros too');
    expect(mail.parsed.replyTo?.[0]?.address).toMatch(/^support\+.+@lowtide\.test$/);
    expect(mail.header('auto-submitted')).toBeNull();
    await sees(page, 'Sent');
  });

  await then("gets the customer's mail reply into the same ticket", async () => {
    const transport = createTransport({
      host: '127.0.0.1',
      port: app.smtp?.port ?? 0,
      ignoreTLS: true,
    });
    await transport.sendMail({
      from: 'Kim Lee <kim@example.test>',
      to: mail.parsed.replyTo?.[0]?.address ?? '',
      subject: `Re: ${mail.parsed.subject ?? ''}`,
      inReplyTo: mail.parsed.messageId ?? '',
      references: mail.parsed.messageId ?? '',
      text: 'Great, thank you Ana.\n\nOn Sat, 21 Nov 2026 at 10:00, Ana Ruiz wrote:\n> The refund is on its way',
    });
    transport.close();
    await sees(agent.page, 'Great, thank you Ana.');
    await sees(agent.page, '#1');
    const tickets = (await (await app.as('ana')).get('/api/tickets')).body.items;
    expect(tickets).toHaveLength(1);
    expect(tickets[0]).toMatchObject({
      number: 1,
      channel: 'messaging',
      routingChannel: 'email',
      awaitingReply: true,
    });
  });

  await then(
    'starts anew when the customer writes again in the chat, linked to the old one',
    async () => {
      const { page } = customer;
      await page.getByRole('button', { name: 'New conversation' }).click();
      await say(page, 'One more question about my grinder');
      await page
        .getByRole('button', { name: /person/i })
        .first()
        .click();
      await agent.page.getByRole('button', { name: /^Accept/ }).click();
      await agent.page.getByRole('heading', { name: /my grinder/ }).waitFor();
      await agent.page.getByRole('link', { name: /^Continues #/ }).waitFor();
    },
  );

  await then('broke nothing on the way', async () => {
    expect(customer.errors).toEqual([]);
    expect(agent.errors).toEqual([]);
  });
});
