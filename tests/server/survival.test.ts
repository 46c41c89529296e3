import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createLog } from '../../src/server/platform/log.ts';
import { startRecovery } from '../../src/server/platform/jobs/recovery.ts';
import { startTestApp, type TestApp } from '../support/app.ts';
import { openCustomer } from '../support/customer.ts';
import { openChat } from '../support/journeys.ts';
import { until } from '../support/wait.ts';

let app: TestApp;
let workspaceId: string;

beforeAll(async () => {
  app = await startTestApp();
  workspaceId = (await app.demo()).id;
});

afterAll(() => app.stop());

async function query(text: string, values: unknown[] = []) {
  return (await app.database.ownerPool.query(text, values)).rows;
}

const heldLocks = `select pid from pg_locks where locktype = 'advisory' and classid = 7316482
  and database = (select oid from pg_database where datname = current_database())`;

/** As a restart of the server does it: every connection of this database breaks at once. */
async function breakAllConnections(): Promise<void> {
  await query(
    'select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()',
  );
}

describe('when the database breaks every connection', () => {
  it('goes on by itself: chats, realtime, jobs, and the lock that says this process lives', async () => {
    const { widgetKey: key } = await app.demo();
    const customer = await openCustomer(app.url, { key });
    await customer.send('I want to talk to a human about my parcel');
    const [before] = await query(heldLocks);
    await breakAllConnections();
    await until('the lock is held again', async () => {
      const [now] = await query(heldLocks);
      return now !== undefined && now.pid !== before?.pid;
    });
    const { conversationId } = await until('a chat is taken in', () =>
      customer.send('Hello again').catch(() => null),
    );
    await app.services.sessions.end(workspaceId, {
      conversationId,
      reason: 'customer',
      actor: { kind: 'system', id: null },
      receivedAt: new Date(),
    });
    await customer.reaches('ended');
    const brief = await until('the brief is written', async () => {
      const rows = await query(
        'select b.version from briefs b join tickets t on t.id = b.ticket_id where t.conversation_id = $1',
        [conversationId],
      );
      return rows[0];
    });
    expect(brief.version).toBe(1);
    customer.close();
  });
});

describe('jobs of a process whose lock is free', () => {
  it('are freed only when it stays free, so a restarted database takes none from the living', async () => {
    const log = createLog('silent');
    // Only this job is touched: the others belong to workers that are at work on them.
    const [job] = await query(
      "select id from graphile_worker.add_job('nobody.runs.this', max_attempts := 3)",
    );
    const seen = async () => {
      const [now] = await query(
        'select locked_by, max_attempts - attempts as left from graphile_worker._private_jobs where id = $1',
        [job.id],
      );
      return now;
    };
    const dead = 'worker-of-the-dead';
    // It was fetched for the last time it may be, and perhaps never begun.
    await query(
      `update graphile_worker._private_jobs
       set locked_by = $1, locked_at = now(), attempts = max_attempts where id = $2`,
      [dead, job.id],
    );
    const recovery = await startRecovery(app.database.ownerPool, ['somebody-else'], log);
    expect((await seen()).locked_by).toBe(dead);
    await until('the job is free', async () => (await seen()).locked_by === null);
    expect((await seen()).left).toBe(1);
    await recovery.stop();
    await query('delete from graphile_worker._private_jobs where id = $1', [job.id]);
  });
});

describe('races', () => {
  it('two ends, an end and messages, leave one end, one line and every message', async () => {
    const clara = await app.as('clara');
    const { widgetKey: key } = await app.demo();
    for (let round = 0; round < 8; round += 1) {
      const customer = await openCustomer(app.url, { key });
      await customer.send('I want to talk to a human about my parcel');
      const conversationId = customer.conversationId();
      const [ticket] = await query('select id from tickets where conversation_id = $1', [
        conversationId,
      ]);
      const clientIds = Array.from({ length: 4 }, () => crypto.randomUUID());
      const sends = clientIds.map((clientId) =>
        customer.send(`late ${clientId}`, { clientId, to: conversationId }),
      );
      // The same message from a second tab.
      sends.push(customer.send('late again', { clientId: clientIds[0] ?? '', to: conversationId }));
      const ends = [
        clara.post(`/api/tickets/${ticket.id}/session/end`, {}),
        clara.post(`/api/tickets/${ticket.id}/session/end`, {}),
        customer.call('session.end', { conversationId }),
      ];
      const [first, , , , again] = await Promise.all(sends);
      await Promise.all(ends);
      expect(again?.message.id).toBe(first?.message.id);
      const stored = await query('select client_id from messages where client_id = any($1)', [
        clientIds,
      ]);
      expect(stored).toHaveLength(4);
      const lines = await query(
        "select 1 from ticket_events where ticket_id = $1 and type = 'session.ended'",
        [ticket.id],
      );
      expect(lines).toHaveLength(1);
      customer.close();
    }
  });

  it('an offer is answered once, and never after the chat has ended', async () => {
    const [ana, clara] = [await app.as('ana'), await app.as('clara')];
    const { memberId } = (await ana.get('/api/me')).body;
    const startedAt = Date.now();
    for (let round = 0; round < 6; round += 1) {
      const { ticketId } = await openChat(app, workspaceId);
      const [work] = await query('select id from work_items where ticket_id = $1', [ticketId]);
      const offerId = crypto.randomUUID();
      await query(
        "update work_items set state = 'offered', agent_id = $2, held_reason = null where id = $1",
        [work.id, memberId],
      );
      await query(
        `insert into offers (workspace_id, id, work_item_id, agent_id, offered_at, expires_at, why)
         values ($1, $2, $3, $4, now(), now() + interval '1 minute', 'a test')`,
        [workspaceId, offerId, work.id, memberId],
      );
      const answers = await Promise.all([
        ana.post(`/api/offers/${offerId}/accept`),
        ana.post(`/api/offers/${offerId}/accept`),
        ana.post(`/api/offers/${offerId}/decline`, { reason: 'busy' }),
        clara.post(`/api/tickets/${ticketId}/session/end`, {}),
        clara.post(`/api/tickets/${ticketId}/assign`, { agentId: null }),
      ]);
      const taken = answers.slice(0, 3).filter((answer) => answer.status === 200);
      expect(taken.length).toBeLessThanOrEqual(1);
      expect(answers.every((answer) => answer.status < 500)).toBe(true);
      const broken = await query(
        `select w.state from work_items w left join offers o on o.work_item_id = w.id and o.outcome is null
         where w.id = $1 and (w.state = 'offered') <> (o.id is not null)`,
        [work.id],
      );
      expect(broken).toEqual([]);
    }
    // PostgreSQL needs a second to notice a deadlock; locks in another order cost 2.4 s a round.
    expect(Date.now() - startedAt).toBeLessThan(15_000);
  });
});
