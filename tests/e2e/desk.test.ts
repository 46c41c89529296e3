/** What fills the day at the desk: a call is logged, a list is narrowed and changed at once, a recipe is tried. */
import { describe, expect, it } from 'vitest';
import { openDesk, step } from '../support/browser.ts';
import { openMail } from '../support/journeys.ts';
import { startDeskWorld } from '../support/desk-world.ts';

const world = startDeskWorld();

/** A window of somebody who is signed in. */
const at = (name: RegExp, path: string) =>
  openDesk(world.browser, { url: world.app.url, name, path });

describe('an agent', () => {
  it('logs a call for somebody known, by keyboard, and has it', async () => {
    await openMail(world.app, (await world.app.demo()).id);
    const window = await at(/Ana Ruiz/, '/inbox');
    const { page } = window;
    await step('log a call', [window], async () => {
      await page.getByRole('button', { name: 'Log a call' }).waitFor();
      await page.keyboard.press('c');
      const dialog = page.getByRole('dialog', { name: 'Log a call' });
      await dialog.getByLabel(/Who calls/).fill('kim');
      await dialog.getByRole('button', { name: /Kim Lee/ }).click();
      await dialog.getByLabel(/What about/).fill('Wants the invoice again');
      await dialog.getByLabel(/What was said/).fill('Order 4711, by mail.');
      await page.keyboard.press('Control+Enter');
      await page.getByRole('heading', { name: 'Wants the invoice again' }).waitFor();
      await page.getByText('Order 4711, by mail.').waitFor();
      await page.getByText(/took it/).waitFor();
    });
    expect(window.errors).toEqual([]);
  });
});

describe('an agent with a ticket that nobody has', () => {
  it('takes it in one press, and hands it over to a colleague', async () => {
    const { ticketId } = await openMail(
      world.app,
      (await world.app.demo()).id,
      'handed@example.test',
    );
    const window = await at(/Ana Ruiz/, `/inbox/${ticketId}`);
    const { page } = window;
    await step('take and hand over', [window], async () => {
      await page.getByRole('button', { name: 'Take it', exact: true }).click();
      await page.getByRole('button', { name: 'Assigned to Ana Ruiz. Change it' }).click();
      await page.getByRole('menuitem', { name: /Ben Okafor/ }).click();
      await page.getByRole('button', { name: 'Assigned to Ben Okafor. Change it' }).waitFor();
      expect(await page.title()).toMatch(/^#\d+ Invoice for order 4711 · Segue$/);
    });
    expect(window.errors).toEqual([]);
  });
});

describe('the command palette', () => {
  it('searches for what is no command', async () => {
    await openMail(world.app, (await world.app.demo()).id, 'findable@example.test');
    const window = await at(/Ana Ruiz/, '/inbox');
    const { page } = window;
    await step('look for a customer', [window], async () => {
      await page.getByRole('button', { name: 'Log a call' }).waitFor();
      await page.keyboard.press('Control+k');
      await page.keyboard.type('findable@');
      await page.getByText('Search conversations and customers for “findable@”').waitFor();
      await page.keyboard.press('Enter');
      await page.getByRole('heading', { name: /findable@/ }).waitFor();
      await page.getByText('Invoice for order 4711').first().waitFor();
    });
    expect(window.errors).toEqual([]);
  });
});

describe('the inbox as a table', () => {
  it('stays one in other views, and counts as no change of them', async () => {
    await openMail(world.app, (await world.app.demo()).id, 'table@example.test');
    const window = await at(/Ana Ruiz/, '/inbox?view=all_open');
    const { page } = window;
    await step('show as a table, and change the view', [window], async () => {
      await page.getByRole('button', { name: 'Show as a table' }).click();
      await page.getByRole('table').waitFor();
      await page.getByRole('link', { name: /^Unassigned/ }).click();
      await page.getByRole('heading', { name: 'Unassigned' }).waitFor();
      await page.getByRole('table').waitFor();
      expect(await page.getByRole('button', { name: 'Save as a view' }).count()).toBe(0);
      await page.getByRole('button', { name: 'Show as a list' }).click();
      await page.getByRole('table').waitFor({ state: 'detached' });
    });
    expect(window.errors).toEqual([]);
  });
});

describe('a message with files', () => {
  it('does not go without a file that was refused, and keeps the others over a reload', async () => {
    const { ticketId } = await openMail(
      world.app,
      (await world.app.demo()).id,
      'files@example.test',
    );
    const window = await at(/Ana Ruiz/, `/inbox/${ticketId}`);
    const { page } = window;
    const composer = page.getByRole('textbox', { name: /Email to/ });
    const send = page.getByRole('button', { name: 'Send email', exact: true });
    await step('attach files', [window], async () => {
      await composer.fill('Here is what you asked for.');
      await page.locator('input[type=file]').setInputFiles([
        { name: 'big.pdf', mimeType: 'application/pdf', buffer: Buffer.alloc(1_500_000) },
        { name: 'label.txt', mimeType: 'text/plain', buffer: Buffer.from('Order 4711') },
      ]);
      await page.getByText('Larger than 1 MB').waitFor();
      await page.getByText('A file was not attached', { exact: false }).waitFor();
      expect(await send.isDisabled()).toBe(true);
      await page.getByRole('button', { name: 'Remove big.pdf' }).click();
      await expect.poll(() => send.isEnabled()).toBe(true);
    });
    await step('leave the composer by Escape, and come back', [window], async () => {
      await composer.focus();
      await page.keyboard.press('Escape');
      await page.keyboard.press('?');
      await page.getByRole('dialog', { name: 'Keyboard shortcuts' }).waitFor();
      await page.keyboard.press('Escape');
      await page.reload();
      await page.getByText('label.txt').waitFor();
      expect(await composer.innerText()).toBe('Here is what you asked for.');
      await send.click();
      await page.getByRole('link', { name: 'Download label.txt' }).waitFor();
    });
    expect(window.errors).toEqual([]);
  });
});

describe('a supervisor', () => {
  it('chooses conversations, changes them at once, and takes it back', async () => {
    const { id } = await world.app.demo();
    for (const who of ['one', 'two']) await openMail(world.app, id, `${who}@example.test`);
    const window = await at(/Clara Weiss/, '/inbox?view=unassigned');
    const { page } = window;
    const priorities = async () => {
      const { items } = (await (await world.app.as('clara')).get('/api/tickets?view=unassigned'))
        .body;
      return items.map((one: { priority: string }) => one.priority);
    };
    await step('change many and undo', [window], async () => {
      await page
        .getByRole('link', { name: /Invoice for order 4711/ })
        .first()
        .waitFor();
      const before = await priorities();
      await page
        .getByRole('link', { name: /Invoice for order 4711/ })
        .first()
        .hover();
      for (const index of [0, 1])
        await page
          .getByRole('checkbox', { name: /^Choose / })
          .nth(index)
          .click();
      const bar = page.getByRole('region', { name: 'Chosen conversations' });
      await bar.getByText('2 chosen').waitFor();
      await bar.getByRole('button', { name: 'Priority' }).click();
      await page.getByRole('menuitem', { name: 'Urgent' }).click();
      await page.getByText('2 conversations changed').first().waitFor();
      expect((await priorities()).filter((one: string) => one === 'urgent')).toHaveLength(2);
      await page.getByRole('button', { name: 'Undo' }).click();
      await expect.poll(priorities).toEqual(before);
    });
    expect(window.errors).toEqual([]);
  });
});

describe('an admin', () => {
  it('reads what a recipe makes, installs it, sees its rules, and uninstalls it', async () => {
    const window = await at(/Devi Rao/, '/settings/recipes');
    const { page } = window;
    await step('install a recipe', [window], async () => {
      const recipe = page.getByRole('article', { name: 'Outside business hours' });
      await recipe.getByText(/What it makes/).click();
      await recipe.getByText('Go on by email.', { exact: true }).first().waitFor();
      await recipe.getByRole('button', { name: /^Install/ }).click();
      await recipe.getByText('Installed', { exact: true }).waitFor();
      await page.getByRole('link', { name: 'Rules' }).click();
      await page.getByText('Out of hours: go on by email').first().waitFor();
      await page.getByRole('link', { name: 'Recipes' }).click();
      await recipe.getByRole('button', { name: /^Uninstall/ }).click();
      await recipe.getByRole('button', { name: /^Install/ }).waitFor();
    });
    expect(window.errors).toEqual([]);
  });
});
