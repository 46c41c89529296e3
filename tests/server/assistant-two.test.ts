/** Two installations whose assistants act alone mail each other: whatever happens, it ends. */
import { randomBytes } from 'node:crypto';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { openAssistantWorld, type AssistantWorld } from '../support/assistant-world.ts';
import type { PeerMail } from '../support/smtp-peer.ts';
import { until } from '../support/wait.ts';

const question = 'How do I descale my machine? The light is on.';
const other = 'support@bluewave.test';

let low: AssistantWorld;
let blue: AssistantWorld;
let post: ReturnType<typeof createPost>;

beforeAll(async () => {
  low = await openAssistantWorld();
  blue = await openAssistantWorld();
  // The same demo, as another company's: its own address and its own signature of replies.
  const { ownerPool } = blue.app.database;
  await ownerPool.query(
    `update mailboxes set address = $1 where address = 'support@lowtide.test'`,
    [other],
  );
  await ownerPool.query('update workspaces set identity_secret = $1', [
    randomBytes(32).toString('base64url'),
  ]);
  for (const world of [low, blue])
    await world.govern({
      otherwise: { autonomy: 'auto', answerFrom: 0.3 },
      limits: { perCustomerADay: 6 },
    } as never);
  post = createPost();
});

afterEach(() => post.forget());

afterAll(async () => {
  await post.stop();
  await low.stop();
  await blue.stop();
});

/** Carries what each sends to the listener of the other over SMTP, as it is or with headers torn off. */
function createPost() {
  const taken = new Map<AssistantWorld, number>([
    [low, 0],
    [blue, 0],
  ]);
  let carried: PeerMail[] = [];
  let tears = false;
  let isOpen = true;
  const run = (async () => {
    while (isOpen) {
      for (const [from, to, domain] of [
        [low, blue, 'bluewave.test'],
        [blue, low, 'lowtide.test'],
      ] as const) {
        const at = taken.get(from) ?? 0;
        const mail = from.peer.received[at];
        if (mail === undefined) continue;
        taken.set(from, at + 1);
        const mine = mail.to.filter((address) => address.endsWith(`@${domain}`));
        if (mine.length === 0) continue;
        carried.push(mail);
        const raw = tears ? mail.raw.replaceAll(machineHeaders, '') : mail.raw;
        await to.send({
          raw: Buffer.from(raw, 'latin1'),
          envelope: { from: mail.from, to: mine },
        });
      }
      await new Promise((go) => setTimeout(go, 10));
    }
  })();
  return {
    get carried() {
      return carried;
    },
    tear: () => (tears = true),
    forget() {
      carried = [];
      tears = false;
    },
    async stop() {
      isOpen = false;
      await run;
    },
  };
}

const machineHeaders =
  /^(?:Auto-Submitted|Precedence|X-Auto-Response-Suppress|X-Segue-Origin):.*\r?\n/gim;

/** Waits until neither has anything to read, to think about or to send. */
async function quiet() {
  const isIdle = async ({ app }: AssistantWorld): Promise<boolean> => {
    const { rows } = await app.database.ownerPool.query(
      `select (select count(*) from outbound_mails where state = 'queued')
        + (select count(*) from mail_intake where state = 'received')
        + (select count(*) from outbox)
        + (select count(*) from tickets where assistant_until is not null)
        + (select count(*) from graphile_worker.jobs
            where run_at <= now() and task_identifier in ('assistant.consider', 'ticket.read', 'mail.send', 'mail.read'))
        as open`,
    );
    return Number(rows[0].open) === 0;
  };
  let still = 0;
  let seen = -1;
  await until('both to be quiet', async () => {
    const idle = (await isIdle(low)) && (await isIdle(blue));
    still = idle && seen === post.carried.length ? still + 1 : 0;
    seen = post.carried.length;
    return still >= 20;
  });
}

describe('two assistants that act alone', () => {
  it('say one thing each at most where a person began', async () => {
    await low.ask('Between two', question, other);
    await until('the answer', () => post.carried.length > 0);
    await quiet();
    expect(post.carried.map(({ to }) => to[0])).toEqual([other]);
    expect(await blue.tickets('Between two')).toEqual([]);
  });

  it('end within the limit of a customer where the marks of machines are torn off on the way', async () => {
    post.tear();
    // As eager as can be: nearly everything is answered.
    for (const world of [low, blue])
      await world.govern({
        otherwise: { autonomy: 'auto', answerFrom: 0.01, mayAsk: false },
        limits: { perCustomerADay: 6, turns: 20 },
      } as never);
    await low.ask('Between two torn', question, other);
    await until('the answer', () => post.carried.length > 0);
    await quiet();
    const toBlue = post.carried.filter(({ to }) => to[0]?.endsWith('bluewave.test'));
    const toLow = post.carried.filter(({ to }) => to[0]?.endsWith('lowtide.test'));
    // Each has answered the other as if a person had written.
    expect(toLow.length).toBeGreaterThan(0);
    expect(toBlue.length).toBeLessThanOrEqual(6);
    expect(toLow.length).toBeLessThanOrEqual(6);
  });

  it('answer nothing of one another where an agent wrote first', async () => {
    await blue.send({ from: 'support@lowtide.test', to: other, subject: 'Agents', text: question });
    await quiet();
    const sent = post.carried.length;
    const ticket = await blue.ticket('Agents');
    await blue.reply(ticket.id, 'How do you descale your own machines? Ana of Bluewave');
    await quiet();
    expect(post.carried.length - sent).toBeLessThanOrEqual(2);
  });
});
