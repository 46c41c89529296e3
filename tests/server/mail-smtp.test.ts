import { randomBytes, randomUUID } from 'node:crypto';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createMailService, startSmtp } from '../../src/server/features/mail/index.ts';
import { findWorkspace } from '../../src/server/features/workspaces/index.ts';
import { systemClock } from '../../src/server/platform/clock.ts';
import { openDatabase } from '../../src/server/platform/db/database.ts';
import { uuidIds } from '../../src/server/platform/ids.ts';
import { createLog } from '../../src/server/platform/log.ts';
import { openMailWorld, support, type MailWorld } from '../support/mail-world.ts';
import { talkSmtp } from '../support/smtp-talk.ts';
import { until } from '../support/wait.ts';

let world: MailWorld;
let admin: pg.Client;
beforeAll(async () => {
  world = await openMailWorld({ config: { logLevel: 'silent' } });
  admin = new pg.Client(world.app.connection);
  await admin.connect();
});
afterAll(async () => {
  await admin?.end();
  await world?.stop();
});

const log = createLog('silent');

async function envelope(from = 'jo@customer.test', to = support) {
  const talk = await talkSmtp(world.port);
  await talk.say(`MAIL FROM:<${from}>`);
  return { talk, accepted: await talk.say(`RCPT TO:<${to}>`) };
}

/** Sends bytes as they are. */
async function deliver(body: string | Buffer): Promise<string> {
  const { talk } = await envelope();
  await talk.say('DATA');
  await talk.write(body);
  await talk.write('\r\n.\r\n');
  const answer = await talk.answer();
  talk.hangUp();
  return answer;
}

describe('the listener', () => {
  test('takes mail for its own mailboxes only, and relays nothing', async () => {
    const { talk, accepted } = await envelope();
    expect(accepted).toMatch(/^250 /);
    expect(await talk.say('RCPT TO:<support+anything@lowtide.test>')).toMatch(/^250 /);
    expect(await talk.say('RCPT TO:<SUPPORT@LOWTIDE.TEST>')).toMatch(/^250 /);
    expect(await talk.say('RCPT TO:<nobody@lowtide.test>')).toMatch(/^550 /);
    expect(await talk.say('RCPT TO:<victim@elsewhere.test>')).toMatch(/^550 /);
    expect(await talk.say(`RCPT TO:<support%elsewhere.test@relay.test>`)).toMatch(/^550 /);
    expect(await talk.say('AUTH PLAIN AGEAYg==')).toMatch(/^5\d\d /);
    expect(await talk.say('STARTTLS')).toMatch(/^5\d\d /);
    talk.hangUp();
  });

  test('refuses what is too large, announced or not, and goes on', async () => {
    const { talk } = await envelope();
    await talk.say('RSET');
    expect(await talk.say('MAIL FROM:<jo@customer.test> SIZE=50000000')).toMatch(/^552 /);
    talk.hangUp();
    const before = (await world.intake()).length;
    const line = `${'x'.repeat(998)}\r\n`;
    expect(await deliver(`Subject: Large\r\n\r\n${line.repeat(5_200)}`)).toMatch(/^552 /);
    expect((await world.intake()).length).toBe(before);
  });

  test('keeps nothing of a mail whose sender hangs up in the middle', async () => {
    const before = (await world.intake()).length;
    const { talk } = await envelope();
    await talk.say('DATA');
    await talk.write('Subject: Half a mail\r\n\r\nIt beg');
    talk.hangUp();
    await deliver('Subject: Whole after half\r\nFrom: a@customer.test\r\n\r\nx');
    await world.ticket('Whole after half');
    expect((await world.intake()).length).toBe(before + 1);
  });

  test('asks the sender to come back while mail cannot be kept', async () => {
    await admin.query('alter table mail_intake rename to mail_intake_away');
    try {
      expect(await deliver('Subject: Later\r\nFrom: later@customer.test\r\n\r\nx')).toMatch(
        /^451 /,
      );
    } finally {
      await admin.query('alter table mail_intake_away rename to mail_intake');
    }
    expect(await deliver('Subject: Later\r\nFrom: later@customer.test\r\n\r\nx')).toMatch(/^250 /);
    await world.ticket('Later');
  });

  test('asks the sender to come back while the database is away', async () => {
    const database = openDatabase({ connection: { ...world.app.connection, port: 1 }, log });
    const mail = serviceOn(database);
    const smtp = await startSmtp({
      receiver: mail.receiver,
      log,
      host: '127.0.0.1',
      port: 0,
      hostName: 'segue',
    });
    const talk = await talkSmtp(smtp.port);
    await talk.say('MAIL FROM:<jo@customer.test>');
    expect(await talk.say(`RCPT TO:<${support}>`)).toMatch(/^451 /);
    talk.hangUp();
    await smtp.close();
    await database.close();
  });
});

test('the listener bounds recipients, connections, silence, duration and memory', async () => {
  const limits = {
    recipients: 2,
    connections: 2,
    idleMs: 400,
    connectionMs: 1_500,
    memoryBytes: 5_000,
  };
  const { receiver } = serviceOn(world.app.database);
  const smtp = await startSmtp({
    receiver,
    log,
    host: '127.0.0.1',
    port: 0,
    hostName: 'segue',
    limits,
  });
  try {
    const talk = await talkSmtp(smtp.port);
    await talk.say('MAIL FROM:<jo@customer.test>');
    for (const tag of ['a', 'b'])
      expect(await talk.say(`RCPT TO:<support+${tag}@lowtide.test>`)).toMatch(/^250 /);
    expect(await talk.say('RCPT TO:<support+c@lowtide.test>')).toMatch(/^452 /);
    await talk.say('DATA');
    await talk.write(`Subject: Too much at once\r\n\r\n${'x'.repeat(6_000)}\r\n.\r\n`);
    expect(await talk.answer()).toMatch(/^451 /);
    const second = await talkSmtp(smtp.port);
    const third = await talkSmtp(smtp.port);
    expect(await third.say('NOOP')).toBe('');
    expect(await second.answer()).toMatch(/^421 /);
    const busy = await talkSmtp(smtp.port);
    let answer = '250';
    for (let pings = 0; answer.startsWith('250') && pings < 100; pings += 1) {
      await new Promise((resolve) => setTimeout(resolve, 100));
      answer = await busy.say('NOOP');
    }
    expect(answer).toBe('');
  } finally {
    await smtp.close();
  }
});

function serviceOn(database: MailWorld['app']['database']) {
  const { conversations, attachments, customers, createTicket, change } = world.app.services;
  return createMailService({
    database,
    clock: systemClock,
    ids: uuidIds,
    log,
    findWorkspace,
    conversations,
    attachments,
    customers,
    createTicket,
    changeTicket: change,
    transport: null,
    smtpAddress: () => null,
  });
}

describe('poison', () => {
  test('never stops the good mails around it; what cannot be read waits in quarantine', async () => {
    const poison: (string | Buffer)[] = [
      randomBytes(3_000),
      `From: a@x.test\r\nSubject: ${'=?utf-8?b?'.repeat(2_000)}\r\n\r\nx`,
      `From: b@x.test\r\nSubject: nul \0 here\r\nReferences: ${'<r@x.test> '.repeat(900)}\r\n\r\n\0\0\0`,
      `From: c@x.test\r\nContent-Type: multipart/mixed; boundary=a\r\n\r\n${'--a\r\nContent-Type: multipart/mixed; boundary=a\r\n\r\n'.repeat(3_000)}`,
      `From: d@x.test\r\nContent-Type: text/html; charset=none-such\r\n\r\n${'<div>'.repeat(50_000)}`,
      `From: e@x.test\r\nMessage-ID: <${'m'.repeat(10_000)}@x.test>\r\n\r\nlong id`,
      `Subject: nobody wrote this\r\n\r\nx`,
    ];
    for (const [index, mail] of poison.entries()) {
      expect(await deliver(mail)).toMatch(/^250 /);
      expect(
        await deliver(`From: good${index}@customer.test\r\nSubject: Good ${index}\r\n\r\nHello`),
      ).toMatch(/^250 /);
    }
    for (const index of poison.keys()) await world.ticket(`Good ${index}`);
    await world.settled();
    const { body } = await world.clara.get('/api/mail/quarantine');
    expect(body.items).toHaveLength(2);
    expect(body.items[0]).toMatchObject({
      from: 'jo@customer.test',
      to: support,
      error: expect.stringContaining('no sender'),
    });
    const source = await fetch(
      new URL(`/api/mail/quarantine/${body.items[0].id}/source`, world.app.url),
      {
        headers: { cookie: world.clara.cookie() },
      },
    );
    expect(source.headers.get('content-disposition')).toMatch(/^attachment/);
    expect(source.headers.get('x-content-type-options')).toBe('nosniff');
    expect(source.headers.get('content-type')).toMatch(/^text\/plain/);
    expect(await source.text()).toContain('nobody wrote this');
    expect((await world.clara.get('/api/mail/intake')).body).toMatchObject({
      addresses: [support],
      quarantined: 2,
    });
    expect((await world.ana.get(`/api/mail/quarantine/${body.items[0].id}/source`)).status).toBe(
      403,
    );
    expect((await world.clara.get(`/api/mail/quarantine/${randomUUID()}/source`)).status).toBe(404);
  });

  test('of our own making goes to quarantine after three attempts, and can be tried again', async () => {
    await admin.query(`create function refuse_poison() returns trigger language plpgsql as $$
      begin if new.body like 'POISON%' then raise exception 'this one never works'; end if; return new; end $$`);
    await admin.query(
      'create trigger refuse_poison before insert on messages for each row execute function refuse_poison()',
    );
    await deliver('From: p@customer.test\r\nSubject: Poisoned\r\n\r\nPOISON');
    const stuck = await until('the quarantine', async () => {
      await admin.query(
        `update graphile_worker._private_jobs set run_at = now() where id in (
           select id from graphile_worker._private_jobs where locked_at is null for update skip locked)`,
      );
      const { body } = await world.clara.get('/api/mail/quarantine');
      return body.items.find((mail: { error: string }) => mail.error === 'this one never works');
    });
    await admin.query('drop trigger refuse_poison on messages');
    expect((await world.clara.post(`/api/mail/quarantine/${stuck.id}/retry`)).body).toEqual({
      done: true,
    });
    await world.ticket('Poisoned');
    expect((await world.clara.post(`/api/mail/quarantine/${stuck.id}/retry`)).status).toBe(404);
  });

  test('that would end the process is in quarantine before its last attempt', async () => {
    const mail = serviceOn(world.app.database);
    const [mailbox] = (
      await admin.query('select workspace_id, id from mailboxes where address = $1', [support])
    ).rows;
    const intakeId = uuidIds.next();
    await admin.query(
      `insert into mail_intake (workspace_id, id, mailbox_id, envelope_from, envelope_to, raw, size_bytes, state, received_at)
       values ($1, $2, $3, '', $4, $5, 1, 'received', now())`,
      [
        world.workspaceId,
        intakeId,
        mailbox.id,
        support,
        Buffer.from('From: q@customer.test\r\nSubject: Last chance\r\nReturn-Path: q\r\n\r\nx'),
      ],
    );
    await admin.query('update mail_intake set envelope_from = $2 where id = $1', [
      intakeId,
      'q@customer.test',
    ]);
    const state = async () =>
      (await admin.query('select state from mail_intake where id = $1', [intakeId])).rows[0].state;
    await admin.query('begin');
    await admin.query('select pg_advisory_xact_lock(hashtextextended($1, 0))', [
      `mail sender ${world.workspaceId} q@customer.test`,
    ]);
    const reading = mail.jobs['mail.read'](
      { workspaceId: world.workspaceId, intakeId },
      { lastAttempt: true },
    );
    await until('the quarantine', async () => (await state()) === 'quarantined');
    await admin.query('commit');
    await reading;
    expect(await state()).toBe('processed');
    await world.ticket('Last chance');
  });
});
