import { createTransport } from 'nodemailer';
import pg from 'pg';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { startTestApp, type TestApp } from '../support/app.ts';
import { support } from '../support/mail-world.ts';
import { startProcess, type TestProcess } from '../support/processes.ts';
import { startSmtpPeer, type SmtpPeer } from '../support/smtp-peer.ts';
import { until } from '../support/wait.ts';

const kills = 3;
/** Enough to be cut off in the middle of, few enough to be dealt with by a slow machine. */
const mailsARound = 40;
const answerable = 'How do I descale my machine? The light is on.';
const unanswerable = 'Do you sell airships for transatlantic travel?';

interface CaseRow {
  readonly address: string;
  readonly held: boolean;
  readonly state: string | null;
  readonly turns: number;
  readonly sent: number;
}

let app: TestApp;
let peer: SmtpPeer;
let owner: pg.Client;
const running: TestProcess[] = [];

beforeAll(async () => {
  peer = await startSmtpPeer();
  app = await startTestApp({ config: { roles: new Set(['http']) } });
  // Only the killed processes move facts and run jobs here.
  await app.relay.stop();
  owner = new pg.Client(app.connection);
  await owner.connect();
  const devi = await app.as('devi');
  const { version, policy } = (await devi.get('/api/assistant/policy')).body.current;
  const otherwise = { ...policy.otherwise, autonomy: 'auto', answerFrom: 0.4 };
  await devi.put('/api/assistant/policy', { version, policy: { ...policy, otherwise } });
});

afterAll(async () => {
  for (const one of running) await one.end();
  await owner.end();
  await app.stop();
  await peer.close();
});

async function startVictim(): Promise<{ victim: TestProcess; port: number }> {
  const orders = { connection: app.connection, outgoingSmtp: peer.url };
  const victim = startProcess(new URL('../support/mail-victim.ts', import.meta.url), orders);
  running.push(victim);
  return { victim, port: Number(await victim.line()) };
}

/** Sends mails one after the other, or until the line breaks; those that were accepted are kept. */
async function stream(port: number, { round, accepted }: { round: number; accepted: string[] }) {
  const mailer = createTransport({ host: '127.0.0.1', port, ignoreTLS: true, pool: true });
  try {
    for (let at = 0; at < mailsARound; at += 1) {
      const from = `round-${round}-${at}@customer.test`;
      const text = at % 3 === 0 ? unanswerable : answerable;
      await mailer.sendMail({ from, to: support, subject: `Mail ${round} ${at}`, text });
      accepted.push(from);
    }
  } catch {
    // The process was killed: whatever it had not accepted is the sender's to send again.
  } finally {
    mailer.close();
  }
}

async function cases(): Promise<CaseRow[]> {
  const { rows } = await owner.query<CaseRow>(
    `select i.value as address, t.assistant_until is not null as held, k.state,
       (select count(*) from assistant_decisions d where d.ticket_id = t.id and d.state = 'done')::int as turns,
       (select count(*) from outbound_mails o where o.ticket_id = t.id and o.state = 'sent')::int as sent
     from tickets t
     join customer_identities i on i.customer_id = t.customer_id
     left join assistant_cases k on k.ticket_id = t.id
     where i.value like '%@customer.test' and t.channel = 'email'`,
  );
  return rows;
}

const isDealtWith = ({ state, held, sent }: CaseRow) =>
  !held && (state === 'handed_over' || (state === 'waiting' && sent === 1));

function messageIdsTo(address: string): Set<string | null> {
  const mails = peer.received.filter(({ to }) => to.includes(address));
  return new Set(mails.map((mail) => mail.header('message-id')));
}

it('answers each mail once or hands it over, and keeps none, however often the process is killed', async () => {
  const accepted: string[] = [];
  let underWay = 0;
  for (let round = 0; round < kills; round += 1) {
    const { victim, port } = await startVictim();
    const handedBefore = peer.received.length;
    const sending = stream(port, { round, accepted });
    await until('some answers', () => peer.received.length >= handedBefore + 3 + round, 120_000);
    await victim.end();
    await sending;
    const dealt = (await cases()).filter(isDealtWith).length;
    underWay += accepted.length - dealt;
  }
  await startVictim();
  let left: unknown[] = accepted;
  await until(
    () => `every mail to be dealt with, and not ${JSON.stringify(left)}`,
    async () => {
      // What was kept but not acknowledged before a kill counts too.
      const rows = await cases();
      const known = new Set(rows.map(({ address }) => address));
      left = [
        ...accepted.filter((one) => !known.has(one)),
        ...rows.filter((row) => !isDealtWith(row)),
      ];
      return left.length === 0;
    },
    240_000,
  );

  const rows = await cases();
  expect(underWay).toBeGreaterThan(kills);
  expect(rows.filter(({ held }) => held)).toEqual([]);
  expect(rows.filter(({ turns }) => turns !== 1)).toEqual([]);
  const byState = (state: string) => rows.filter((row) => row.state === state);
  expect(byState('waiting').length).toBeGreaterThan(kills);
  expect(byState('handed_over').length).toBeGreaterThan(0);
  for (const { address } of byState('waiting')) expect(messageIdsTo(address).size).toBe(1);
  for (const { address } of byState('handed_over')) expect(messageIdsTo(address).size).toBe(0);
}, 900_000);
