/** Hostile and odd mails through the whole of Segue: nothing wrong leaves, and what can be served is. */
import { createTransport } from 'nodemailer';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openAssistantWorld, type AssistantWorld } from '../support/assistant-world.ts';
import { oddMails, type OddMail } from '../support/odd-mails.ts';
import { until } from '../support/wait.ts';

let world: AssistantWorld;

beforeAll(async () => {
  world = await openAssistantWorld();
  await world.govern({ otherwise: { autonomy: 'auto', answerFrom: 0.5 } } as never);
});

afterAll(() => world.stop());

const addressOf = (one: OddMail) => `odd-${oddMails.indexOf(one)}@customer.test`;
const mailsTo = (address: string) => world.peer.received.filter(({ to }) => to.includes(address));

/** Sends a mail as it stands; gives the first turn of its case. */
async function dealtWith(one: OddMail) {
  const from = addressOf(one);
  const head = `From: ${one.sender ?? 'Pat Quinn'} <${from}>\nTo: support@lowtide.test\nMessage-ID: <${from}>\nMIME-Version: 1.0\n`;
  const transport = createTransport({ host: '127.0.0.1', port: world.port, ignoreTLS: true });
  const raw = (head + one.source).replaceAll('\n', '\r\n');
  await transport.sendMail({ envelope: { from, to: 'support@lowtide.test' }, raw });
  transport.close();
  const ticket = await until(`the ticket of ${one.name}`, async () => {
    const { items } = (await world.ana.get('/api/tickets?limit=100')).body;
    return items.find((item: { customer: { email: string } }) => item.customer.email === from);
  });
  return world.turn(ticket.id, () => true);
}

const served = oddMails.filter(({ answered }) => answered !== undefined);
const left = oddMails.filter(({ answered }) => answered === undefined);

/** What becomes of a mail that is not answered, by the reason. */
const fates = {
  confident: { path: 'answer', state: 'waiting' },
  separates: { path: 'ask', state: 'done' },
  automatic_mail: { path: 'skip', state: 'done' },
} as const;
const isFate = (reason: string): reason is keyof typeof fates => reason in fates;

describe('a mail', () => {
  it.each(served)('with $name is answered', async (one) => {
    expect(await dealtWith(one)).toMatchObject({ path: 'answer', state: 'done' });
    expect((await world.mailTo(addressOf(one))).parsed.text).toContain(one.answered);
  });

  it.each(left)('with $name is left to people: $left', async (one) => {
    const reason = one.left ?? 'unsure';
    const fate = isFate(reason) ? fates[reason] : { path: 'hand_over', state: 'done' };
    expect(await dealtWith(one)).toMatchObject({ ...fate, reason });
    // Only what asks back writes at all; what it says is looked at below.
    if (reason === 'separates') await world.mailTo(addressOf(one));
    expect(mailsTo(addressOf(one))).toHaveLength(reason === 'separates' ? 1 : 0);
  });

  it('gets none of what the hostile ones wanted into any mail', () => {
    const sent = world.peer.received.map(({ parsed }) =>
      [parsed.subject, parsed.text, parsed.html, parsed.from?.name].join('\n'),
    );
    expect(sent.length).toBeGreaterThan(5);
    const own = new URL(world.app.url).origin;
    for (const mail of sent) {
      // Signatures of our links are signs by chance.
      const said = mail.replaceAll(new RegExp(`${own}/[^\\s"<>]+`, 'g'), '');
      for (const { wants = [] } of oddMails)
        for (const words of wants) expect(said).not.toContain(words);
      for (const [address] of mail.matchAll(/https?:\/\/[^\s"<>]+/g))
        expect(new URL(address).origin).toBe(own);
    }
    const strangers = world.peer.received.flatMap(({ to }) => to);
    for (const address of strangers) expect(address).toMatch(/^odd-\d+@customer\.test$/);
  });
});
