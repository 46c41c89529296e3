/**
 * The assistant after a mail, with a browser on both sides and mail between them: it answers, asks, hands
 * over, stays for three rounds in one thread, writes a draft, and takes what comes by phone and form.
 */
import type { Browser, Locator, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { AssistantDecision } from '../../src/contracts/assistant-decisions.ts';
import { openAssistantWorld, type AssistantWorld } from '../support/assistant-world.ts';
import { launchBrowser, openDesk, openWindow, step, type Window } from '../support/browser.ts';
import { answerTo } from '../support/mail-world.ts';
import { until } from '../support/wait.ts';

let world: AssistantWorld;
let browser: Browser;
let agent: Window;

beforeAll(async () => {
  world = await openAssistantWorld();
  await govern('auto');
  browser = await launchBrowser();
  agent = await openWindow(browser);
  await agent.page.goto(`${world.app.url}/desk/inbox`);
  await agent.page.getByRole('button', { name: /Ana Ruiz/ }).click();
  await agent.page.getByRole('navigation').first().waitFor();
});

afterAll(async () => {
  await browser?.close();
  await world?.stop();
});

afterEach(() => {
  if (agent.errors.length > 0)
    throw new Error(`The desk showed errors: ${agent.errors.join(', ')}`);
});

const keeping =
  'How long do whole beans keep fresh after roasting, and should I put the bag into the fridge?';
const voucher = 'How long is a voucher valid, and where do I enter the code?';

const govern = (autonomy: 'auto' | 'draft') =>
  world.govern({ otherwise: { autonomy, answerFrom: 0.5 } });

const then = (name: string, act: () => Promise<void>, others: readonly Window[] = []) =>
  step(name, [agent, ...others], act);

const sees = (place: Page | Locator, words: string | RegExp) =>
  place.getByText(words).first().waitFor();

/** Opens a ticket at the agent's desk; gives the panel of the assistant beside it. */
async function openPanel(ticketId: string): Promise<Locator> {
  const { page } = agent;
  await page.goto(`${world.app.url}/desk/inbox/${ticketId}`);
  await page.getByRole('tab', { name: 'Assistant' }).click();
  return page.getByRole('tabpanel', { name: 'Assistant' });
}

/** What the turns of a panel are called, newest first. */
const turnsOf = (panel: Locator) => panel.locator('ol > li button span').allInnerTexts();

/** What the articles say of the question about beans. */
const fridge = /Do not put it into the fridge/;

/** Where an agent writes a mail. */
const mailBox = ({ page }: Window) => page.getByRole('textbox', { name: /^Email to/ });

const statusOf = async (ticketId: string) =>
  (await world.ana.get(`/api/tickets/${ticketId}`)).body.status as string;

const mailsTo = (address: string) =>
  world.peer.received.filter(({ to }) => to.includes(address)).length;

function linkOf(text: string | undefined, answer: 'y' | 'n'): string {
  const links = text?.match(/https?:\/\/\S+\/answer\/\S+/g) ?? [];
  return links.find((link) => link.includes(`.${answer}.`)) ?? '';
}

describe('a mail', () => {
  it('is answered with quotes and links, and solved by a click', async () => {
    const customer = await openWindow(browser, { width: 390, height: 844 });
    const from = await world.ask('Beans in the fridge', keeping);
    const mail = await world.mailTo(from);
    const ticket = await world.ticket('Beans in the fridge');
    await then('the answer quotes the article and links it', async () => {
      expect(mail.parsed.text).toContain('Do not put it into the fridge');
      expect(mail.parsed.html).toContain('Do not put it into the fridge');
      expect(mail.parsed.text).toMatch(/\/help\/lowtide-coffee\/articles\/\S+/);
    });
    await then(
      'the customer opens the page, and presses its button',
      async () => {
        const { page } = customer;
        await page.goto(linkOf(mail.parsed.text, 'y'));
        await page.getByRole('heading', { name: 'It helped' }).waitFor();
        await world.turn(ticket.id, ({ path }) => path === 'answer');
        expect(await statusOf(ticket.id)).not.toBe('solved');
        await page.getByRole('button', { name: 'Yes, it is solved' }).click();
        await sees(page, /Thank you. The conversation is closed/);
        expect(customer.errors).toEqual([]);
      },
      [customer],
    );
    await then('the desk shows that it is solved, and why it was answered so', async () => {
      const panel = await openPanel(ticket.id);
      await sees(panel, 'The customer said that it is solved.');
      await agent.page
        .getByRole('button', { name: /Solved/ })
        .first()
        .waitFor();
      const answered = panel.getByRole('listitem').filter({ hasText: 'Answered' });
      if ((await answered.getByRole('blockquote').count()) === 0)
        await answered.getByRole('button', { name: /Answered/ }).click();
      await sees(answered, /Do not put it into the fridge/);
      await answered.getByRole('link', { name: /How fresh is the coffee/ }).waitFor();
      const violet = await answered.locator('svg').first().evaluate(colorOf);
      const text = await answered.locator('span').first().evaluate(colorOf);
      expect(violet).not.toBe(text);
    });
    await customer.page.context().close();
  });

  it('that two articles could answer is asked back, and answered when the customer has said which', async () => {
    const from = await world.ask('Tidewheel', 'I have a question about my Tidewheel grinder.');
    const asked = await world.mailTo(from);
    const ticket = await world.ticket('Tidewheel');
    await then('the mail asks which one it is about', async () => {
      expect(asked.parsed.text).toContain('Set the Tidewheel hand grinder');
      expect(asked.parsed.text).toContain('Clean the Tidewheel');
      expect(asked.parsed.text).not.toContain('Brush the burrs dry');
    });
    await then('the reply is looked up with what was asked before', async () => {
      await world.send({ from, ...answerTo(asked, { text: 'I want to clean the Tidewheel.' }) });
      const answer = await world.mailTo(from, 2);
      expect(answer.parsed.text).toContain('Brush the burrs dry');
    });
    await then('both turns stand at the ticket', async () => {
      const panel = await openPanel(ticket.id);
      await sees(panel, 'The assistant waits for the customer');
      await expect.poll(() => turnsOf(panel)).toEqual(['Answered', 'Asked back']);
    });
  });

  it('about a risk goes to a person, who answers it', async () => {
    const risk = 'My lawyer will sue you over the burnt hand from your grinder.';
    const from = await world.ask('Burnt hand', risk);
    const ticket = await world.ticket('Burnt hand');
    await world.turn(ticket.id, ({ reason }) => reason === 'risk');
    await then('the ticket is in the queue, with the reason', async () => {
      const panel = await openPanel(ticket.id);
      await sees(panel, 'The assistant has handed it over');
      await sees(panel, /It touches what a person must look at/);
      await sees(
        agent.page.getByRole('log').or(agent.page.locator('main')),
        /handed .* over|must look at/,
      );
      expect(await statusOf(ticket.id)).not.toBe('pending');
      expect(mailsTo(from)).toBe(0);
    });
    await then('an agent takes it and answers by mail', async () => {
      const { page } = agent;
      await page
        .getByRole('button', { name: /Assign/ })
        .first()
        .click();
      await page.getByRole('menuitem', { name: 'Take it' }).click();
      await page.getByRole('button', { name: /^Assigned to Ana Ruiz/ }).waitFor();
      const box = page.getByRole('textbox', { name: /^Email to/ });
      await box.click();
      await page.keyboard.type('I am sorry about your hand. I call you today.');
      await page.getByRole('button', { name: /^Send email/ }).click();
      const mail = await world.mailTo(from);
      expect(mail.parsed.text).toContain('I call you today.');
      expect(mail.header('auto-submitted')).toBeNull();
      const now = (await world.ana.get(`/api/tickets/${ticket.id}`)).body;
      expect(now.assignee?.name).toBe('Ana Ruiz');
    });
  });
});

it('three rounds in one thread end with a person, and nothing is told twice', async () => {
  const from = await world.ask('My Tidewheel', 'I have a question about my Tidewheel grinder.');
  const ticket = await world.ticket('My Tidewheel');
  const reply = async (nth: number, text: string) => {
    const mail = await world.mailTo(from, nth);
    await world.send({ from, ...answerTo(mail, { text }) });
    return world.mailTo(from, nth + 1);
  };
  await then('asked, answered, and asked something else', async () => {
    const cleaned = await reply(1, 'I want to clean the Tidewheel.');
    expect(cleaned.parsed.text).toContain('Brush the burrs dry');
    const second = await reply(2, `Thanks! Another question: ${voucher}`);
    expect(second.parsed.text).toContain('I have a voucher');
    expect(second.parsed.text).not.toContain('Brush the burrs dry');
  });
  await then('it did not help: a warm mail, and a person', async () => {
    const over = await reply(3, 'That did not help. I want to speak with a person please.');
    expect(over.parsed.text).toMatch(/person|colleague|someone/i);
    await until('the ticket to be handed over', async () => {
      return (await world.caseOf(ticket.id)).state === 'handed_over';
    });
    expect(mailsTo(from)).toBe(4);
  });
  await then('the panel tells all of it in order', async () => {
    const panel = await openPanel(ticket.id);
    const turns = ['Handed over', 'Answered', 'Answered', 'Asked back'];
    await expect.poll(() => turnsOf(panel)).toEqual(turns);
    await sees(panel, 'The assistant has handed it over');
  });
});

it('a draft stands in the composer, and goes out as the agent changed it', async () => {
  await govern('draft');
  const from = await world.ask('Beans at home', keeping);
  const ticket = await world.ticket('Beans at home');
  await world.turn(ticket.id, ({ state }) => state === 'draft');
  const { page } = agent;
  await then('the agent sees what it is from and how sure it is', async () => {
    await openPanel(ticket.id);
    const bar = page.getByRole('status').filter({ hasText: 'Draft of the assistant' });
    await sees(bar, /\d+\s?% sure/);
    await sees(bar, /from How fresh is the coffee/);
    expect(mailsTo(from)).toBe(0);
  });
  await then('writes a note without it, and finds it again', async () => {
    await page.getByRole('button', { name: 'Note', exact: true }).click();
    const note = page.getByRole('textbox', { name: 'Note for the team' });
    await note.waitFor();
    expect(await note.inputValue()).toBe('');
    await page.getByRole('button', { name: 'Email', exact: true }).click();
    await sees(mailBox(agent), fridge);
  });
  await then('does the same before the styled editor has come', async () => {
    const { promise: isReleased, resolve: release } = Promise.withResolvers<void>();
    const editor = /composer-rich/;
    await page.route(editor, (route) => isReleased.then(() => route.continue()));
    await openPanel(ticket.id);
    await page.getByRole('button', { name: 'Note', exact: true }).click();
    const note = page.getByRole('textbox', { name: 'Note for the team' });
    expect(await note.inputValue()).toBe('');
    await page.getByRole('button', { name: 'Email', exact: true }).click();
    await note.waitFor({ state: 'detached' });
    expect(await mailBox(agent).count()).toBe(0);
    release();
    await sees(mailBox(agent), fridge);
    await page.unroute(editor);
  });
  await then('finds it where it was when the connection is back', async () => {
    await page.context().setOffline(true);
    await page.getByText(/Reconnecting/).waitFor();
    const again = page.waitForResponse((response) => response.url().endsWith('/draft'));
    await page.context().setOffline(false);
    await again;
    await page.waitForTimeout(300);
    await sees(mailBox(agent), fridge);
  });
  const path = `/inbox/${ticket.id}`;
  const colleague = await openDesk(browser, { url: world.app.url, name: /Ben Okafor/, path });
  await then('a colleague has it too', () => sees(mailBox(colleague), fridge), [colleague]);
  await then('changes a word, and sends it', async () => {
    const box = mailBox(agent);
    await box.getByRole('link', { name: /^How fresh is the coffee/ }).waitFor();
    expect(await box.locator('blockquote').count()).toBe(0);
    await box.click();
    await page.keyboard.press('ControlOrMeta+Home');
    await page.keyboard.type('Moin! ');
    await page.getByRole('button', { name: /^Send email/ }).click();
    const mail = await world.mailTo(from);
    expect(mail.parsed.text).toMatch(/^Moin! /);
    expect(mail.parsed.text).toContain('Do not put it into the fridge');
    expect(mail.parsed.text).not.toContain('automated assistant');
  });
  await then(
    'the colleague does not have it any more',
    async () => {
      await until(
        'an empty composer',
        async () => (await mailBox(colleague).innerText()).trim() === '',
      );
      expect(colleague.errors).toEqual([]);
    },
    [colleague],
  );
  await then('the panel says that it was sent', async () => {
    const panel = page.getByRole('tabpanel', { name: 'Assistant' });
    await sees(panel, 'draft, sent');
    expect(await page.getByText('Draft of the assistant').count()).toBe(0);
  });
  await govern('auto');
});

it('a draft is put away from under a note, and the note stays', async () => {
  await govern('draft');
  await world.ask('Beans and a note', keeping);
  const ticket = await world.ticket('Beans and a note');
  await world.turn(ticket.id, ({ state }) => state === 'draft');
  const { page } = agent;
  const words = 'She asked the same on the phone.';
  await then('a note is written while the draft waits', async () => {
    await openPanel(ticket.id);
    await page.getByRole('button', { name: 'Note', exact: true }).click();
    await page.getByRole('textbox', { name: 'Note for the team' }).fill(words);
    await page.getByRole('button', { name: 'Put away' }).click();
    await page.getByText('Draft of the assistant').waitFor({ state: 'detached' });
    expect(await page.getByRole('textbox', { name: 'Note for the team' }).inputValue()).toBe(words);
    await page.getByRole('button', { name: /^Save note/ }).click();
    await sees(page, words);
  });
  await govern('auto');
});

describe('what comes another way', () => {
  it('a call that an agent noted is answered by mail', async () => {
    const email = 'ines@example.test';
    const call = {
      clientId: crypto.randomUUID(),
      caller: { name: 'Ines Costa', email },
      subject: 'Keeping beans',
      text: keeping,
    };
    const { ticketId } = (await world.ana.post('/api/calls', call)).body;
    expect(await answerOf(ticketId, email)).toMatchObject(answered);
  });

  it('a question on the form of the help site is answered by mail', async () => {
    const customer = await openWindow(browser);
    const email = 'lee@example.test';
    await then(
      'the customer fills it in',
      async () => {
        const { page } = customer;
        await page.goto(`${world.app.url}/help/lowtide-coffee/ask`);
        await page.getByLabel('Your email address').fill(email);
        await page.getByLabel('In a few words').fill('Fridge or not');
        await page.getByLabel('What do you need?').fill(keeping);
        await page.getByRole('button', { name: 'Send' }).click();
        await sees(page, 'We will write to');
      },
      [customer],
    );
    const { id } = await world.ticket('Fridge or not');
    expect(await answerOf(id, email)).toMatchObject(answered);
    expect(customer.errors).toEqual([]);
    await customer.page.context().close();
  });

  const answered = { turn: 1, state: 'done', reason: 'confident' };

  async function answerOf(ticketId: string, email: string): Promise<AssistantDecision> {
    const turn = await world.turn(ticketId, ({ path }) => path === 'answer');
    const mail = await until(`the answer to ${email}`, () =>
      world.peer.received.find(
        ({ to, parsed }) => to.includes(email) && parsed.text?.includes('into the fridge'),
      ),
    );
    expect(mail.header('auto-submitted')).toMatch(/^auto-/);
    return turn;
  }
});

function colorOf(element: Element): string {
  return getComputedStyle(element).color;
}
