/** What is written at the desk outlives answers that come late, get lost, or overtake each other. */
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { openDesk, step } from '../support/browser.ts';
import { holdFirst, refuse } from '../support/held-requests.ts';
import { openMail } from '../support/journeys.ts';
import { startDeskWorld } from '../support/desk-world.ts';

const world = startDeskWorld();

const newMail = async (email: string) =>
  (await openMail(world.app, (await world.app.demo()).id, email)).ticketId;

/** A ticket of its own, with a draft begun earlier, and its composer in a window. */
async function openTicket(email: string) {
  const ticketId = await newMail(email);
  const ana = await world.app.as('ana');
  const putDraft = (text: string) =>
    ana.put(`/api/tickets/${ticketId}/draft`, { channel: 'email', text, html: null });
  await putDraft('Dear Kim,');
  const path = `/inbox/${ticketId}`;
  const window = await openDesk(world.browser, { url: world.app.url, name: /Ana Ruiz/, path });
  const { page } = window;
  const composer = page.getByRole('textbox', { name: /Email to/ });
  await composer.waitFor();
  return {
    ana,
    window,
    page,
    ticketId,
    composer,
    putDraft,
    drafts: `**/api/tickets/${ticketId}/draft`,
    messages: `**/api/tickets/${ticketId}/messages`,
    /** Writes at the end of what is there. */
    write: async (text: string) => {
      await composer.click();
      await page.keyboard.press('Control+End');
      await page.keyboard.type(text);
    },
    /** What the server keeps. */
    stored: async () =>
      (await ana.get(`/api/tickets/${ticketId}/draft`)).body.draft as {
        channel: string;
        text: string;
      } | null,
  };
}

type Opened = Awaited<ReturnType<typeof openTicket>>;

const storedText = (opened: Opened) => expect.poll(async () => (await opened.stored())?.text ?? '');
const shownText = ({ composer }: Opened) => expect.poll(() => composer.innerText());

/** Opens another ticket as a link does: without loading the page anew. */
const goTo = (page: Page, ticketId: string) =>
  page.evaluate((id) => {
    history.pushState({}, '', `/desk/inbox/${id}`);
    dispatchEvent(new PopStateEvent('popstate'));
  }, ticketId);

const attach = (page: Page, name: string) =>
  page
    .getByRole('region', { name: 'Answer' })
    .locator('input[type=file]')
    .setInputFiles({ name, mimeType: 'text/plain', buffer: Buffer.from('What is in it.') });

describe('a draft', () => {
  it('is stored as it was written last, whichever request arrives last', async () => {
    const opened = await openTicket('overtaken@example.test');
    const { window, page, write } = opened;
    await step('write on while an earlier text is on its way', [window], async () => {
      const held = await holdFirst(page, { url: opened.drafts, method: 'PUT', at: 'request' });
      await write(' first');
      await held.reached;
      await write(' second');
      await page.waitForTimeout(1_500);
      held.letGo();
    });
    await step('the last text is there', [window], async () => {
      await storedText(opened).toBe('Dear Kim, first second');
      await page.waitForTimeout(500);
      await page.reload();
      await shownText(opened).toBe('Dear Kim, first second');
    });
    expect(window.errors).toEqual([]);
  });

  it('does not come back after it was sent', async () => {
    const opened = await openTicket('sent@example.test');
    const { window, page, write } = opened;
    await step('send while the draft is on its way', [window], async () => {
      const held = await holdFirst(page, { url: opened.drafts, method: 'PUT', at: 'request' });
      await write(' here it is.');
      await held.reached;
      await page.keyboard.press('Control+Enter');
      await page.getByRole('article').filter({ hasText: 'here it is.' }).first().waitFor();
      await page.waitForTimeout(1_500);
      held.letGo();
    });
    await step('the composer stays empty', [window], async () => {
      await page.waitForTimeout(3_500);
      expect((await opened.composer.innerText()).trim()).toBe('');
      expect(await opened.stored()).toBeNull();
    });
    expect(window.errors).toEqual([]);
  });

  it('is not replaced by what was read before it was written', async () => {
    const opened = await openTicket('read-before@example.test');
    const { window, page, write } = opened;
    await step('write while a text from elsewhere is read', [window], async () => {
      const held = await holdFirst(page, { url: opened.drafts, method: 'GET', at: 'answer' });
      await opened.putDraft('From the telephone');
      await held.reached;
      await write(' written here');
      await storedText(opened).toBe('Dear Kim, written here');
      await page.waitForTimeout(2_300);
      held.letGo();
    });
    await step('what was written stands', [window], async () => {
      await page.waitForTimeout(700);
      await shownText(opened).toBe('Dear Kim, written here');
    });
    expect(window.errors).toEqual([]);
  });

  it('is not shown again after it was sent from elsewhere while another ticket was open', async () => {
    const opened = await openTicket('sent-elsewhere@example.test');
    const { window, page, write, ticketId } = opened;
    await step('leave it right after writing', [window], async () => {
      const other = await newMail('another@example.test');
      await write(' a word.');
      await goTo(page, other);
      await storedText(opened).toBe('Dear Kim, a word.');
    });
    await step('it is sent elsewhere', [window], async () => {
      const message = { clientId: crypto.randomUUID(), channel: 'email', attachmentIds: [] };
      await opened.ana.post(`/api/tickets/${ticketId}/messages`, {
        ...message,
        text: 'Dear Kim, a word.',
      });
      await goTo(page, ticketId);
      await opened.composer.waitFor();
      expect(await opened.composer.innerText()).not.toContain('a word.');
      // What the assistant suggested goes too: the ticket is answered.
      await expect.poll(async () => (await opened.composer.innerText()).trim()).toBe('');
    });
    expect(window.errors).toEqual([]);
  });

  it('of the next message outlives the slow arrival of the one before', async () => {
    const opened = await openTicket('next@example.test');
    const { window, page, write } = opened;
    await step('write the next one while the first is on its way', [window], async () => {
      const held = await holdFirst(page, { url: opened.messages, method: 'POST', at: 'request' });
      await write(' here it is.');
      await page.keyboard.press('Control+Enter');
      await held.reached;
      await write('And one more thing');
      await page.waitForTimeout(3_500);
      held.letGo();
    });
    await step('it stands, and is stored', [window], async () => {
      await page.waitForTimeout(2_500);
      await shownText(opened).toBe('And one more thing');
      await storedText(opened).toBe('And one more thing');
    });
    expect(window.errors).toEqual([]);
  });
});

describe('a message that is taken back', () => {
  it('waits for the composer, and brings its files', async () => {
    const opened = await openTicket('taken-back@example.test');
    const { window, page, write } = opened;
    await step('a message is refused', [window], async () => {
      await refuse(page, opened.messages);
      await attach(page, 'invoice.txt');
      await write(' precious words');
      await expect
        .poll(() => page.getByRole('button', { name: 'Send email' }).isEnabled())
        .toBe(true);
      await page.keyboard.press('Control+Enter');
      await page.getByText('Not sent').waitFor();
      await storedText(opened).toBe('');
    });
    await step('it is taken back before the composer is there', [window], async () => {
      const held = await holdFirst(page, { url: opened.drafts, method: 'GET', at: 'request' });
      await page.reload();
      await held.reached;
      await page.getByRole('button', { name: 'Edit', exact: true }).click();
      held.letGo();
    });
    await step('it is in the composer', [window], async () => {
      await shownText(opened).toBe('Dear Kim, precious words');
      await page.getByRole('region', { name: 'Answer' }).getByText('invoice.txt').waitFor();
      expect(await page.getByText('Not sent').count()).toBe(0);
    });
    expect(window.errors).toEqual([]);
  });

  it('is kept as the note it was, whatever was being written', async () => {
    const opened = await openTicket('note@example.test');
    const { window, page } = opened;
    await step('a note is refused', [window], async () => {
      await refuse(page, opened.messages);
      await opened.composer.fill('');
      await storedText(opened).toBe('');
      await page.getByRole('button', { name: 'Note', exact: true }).click();
      await page.getByRole('textbox', { name: 'Note for the team' }).fill('For colleagues only');
      await page.keyboard.press('Enter');
      await page.getByText('Not sent').waitFor();
    });
    await step('it is taken back while a mail is open', [window], async () => {
      await page.getByRole('button', { name: 'Email', exact: true }).click();
      await opened.composer.waitFor();
      await page.getByRole('button', { name: 'Edit', exact: true }).click();
      await storedText(opened).toBe('For colleagues only');
      expect((await opened.stored())?.channel).toBe('note');
    });
    expect(window.errors).toEqual([]);
  });

  it('is not sent by itself, when the one before it was on its way just then', async () => {
    const opened = await openTicket('waiting@example.test');
    const { window, page, write } = opened;
    const posted: string[] = [];
    await step('two messages wait for the connection', [window], async () => {
      await page.route(opened.messages, (route) =>
        route.request().method() === 'POST' ? route.abort() : route.fallback(),
      );
      for (const text of [' number one', 'number two']) {
        await write(text);
        await page.keyboard.press('Control+Enter');
        await page.waitForTimeout(300);
      }
      await expect.poll(() => page.getByText('Waits for the connection').count()).toBe(2);
    });
    await step('the second is taken back while the first is sent', [window], async () => {
      await page.unroute(opened.messages);
      page.on('request', (request) => {
        if (request.method() === 'POST' && request.url().endsWith(`${opened.ticketId}/messages`))
          posted.push((request.postDataJSON() as { text: string }).text);
      });
      const held = await holdFirst(page, { url: opened.messages, method: 'POST', at: 'request' });
      await page.evaluate(() => dispatchEvent(new Event('online')));
      await held.reached;
      await page.getByRole('button', { name: 'Edit', exact: true }).click();
      await shownText(opened).toBe('number two');
      held.letGo();
      await page.waitForTimeout(1_500);
      expect(posted).toEqual(['Dear Kim, number one']);
      await shownText(opened).toBe('number two');
    });
    expect(window.errors).toEqual([]);
  });
});

describe('a file', () => {
  it('is there when its upload ended while another ticket was open', async () => {
    const opened = await openTicket('file@example.test');
    const { window, page } = opened;
    await step('leave while it is on its way', [window], async () => {
      const other = await newMail('another-file@example.test');
      const held = await holdFirst(page, {
        url: '**/api/attachments',
        method: 'POST',
        at: 'answer',
      });
      await attach(page, 'slow.txt');
      await held.reached;
      await goTo(page, other);
      await page
        .getByRole('region', { name: 'Answer' })
        .getByText('slow.txt')
        .waitFor({ state: 'detached' });
      held.letGo();
      await page.waitForTimeout(500);
    });
    await step('come back', [window], async () => {
      await goTo(page, opened.ticketId);
      await page.getByRole('region', { name: 'Answer' }).getByText('slow.txt').waitFor();
      await opened.write(' the file');
      await page.keyboard.press('Control+Enter');
      await page.getByRole('article').getByText('slow.txt').waitFor();
    });
    expect(window.errors).toEqual([]);
  });
});
