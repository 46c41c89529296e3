/** One person at two tabs of the desk. */
import { describe, expect, it } from 'vitest';
import { openDesk, step } from '../support/browser.ts';
import { openMail } from '../support/journeys.ts';
import { startDeskWorld } from '../support/desk-world.ts';

const world = startDeskWorld();

describe('an agent with the desk in two tabs', () => {
  it('signs out in one, is asked to sign in in the other, and has what was written there', async () => {
    const { ticketId } = await openMail(world.app, (await world.app.demo()).id);
    const window = await openDesk(world.browser, {
      url: world.app.url,
      name: /Ana Ruiz/,
      path: `/inbox/${ticketId}`,
    });
    const { page } = window;
    const composer = page.getByRole('textbox', { name: /Email to/ });
    await composer.waitFor();
    const other = await page.context().newPage();
    await step('write in one, sign out in the other', [window], async () => {
      await other.goto(`${world.app.url}/desk/inbox`);
      await other.getByRole('button', { name: /Ana Ruiz/ }).click();
      await composer.fill('Being written while the other tab signs out.');
      await other.getByRole('menuitem', { name: 'Sign out' }).click();
      // The page was loaded signed in, so only now it reads what it may offer.
      await other.getByRole('button', { name: /Ana Ruiz/ }).waitFor();
    });
    await step('sign in again, and go on', [window], async () => {
      await page.getByRole('heading', { name: 'Sign in to the desk' }).waitFor();
      await page.getByRole('button', { name: /Ana Ruiz/ }).click();
      await expect.poll(() => composer.innerText()).toContain('Being written while');
      await expect.poll(() => page.getByText('The connection was lost').count()).toBe(0);
    });
    expect(window.errors).toEqual([]);
  });
});
