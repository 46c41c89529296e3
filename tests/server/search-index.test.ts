import pg from 'pg';
import { expect, it } from 'vitest';
import type { SearchResults } from '../../src/contracts/search.ts';
import { startTestApp } from '../support/app.ts';
import { openChat, openMail } from '../support/journeys.ts';
import { until } from '../support/wait.ts';

it('finds what was said soon after', async () => {
  const app = await startTestApp({ config: { roles: new Set(['http', 'worker']) } });
  try {
    const ana = await app.as('ana');
    const { id: workspaceId } = await app.demo();
    const places = [
      await openChat(app, workspaceId, { name: 'Kim', topic: 'Hello' }),
      await openMail(app, workspaceId, 'kim@example.test'),
    ];
    for (const { conversationId, ticketId } of places) {
      await app.database.inWorkspace(workspaceId, (scope) =>
        app.services.conversations.append(scope, {
          conversationId,
          clientId: null,
          channel: 'note',
          author: { kind: 'agent', id: null },
          text: 'Perhaps the escutcheon?',
        }),
      );
      const hit = await until('the note is found', async () => {
        const { tickets }: SearchResults = (await ana.get('/api/search?q=escutcheon')).body;
        return tickets.find(({ ticket }) => ticket.id === ticketId);
      });
      expect(hit.excerpt?.author).toBe('note');
    }
  } finally {
    await app.stop();
  }
});

it('looks tickets up by their keys, also with plans that were made while there were few', async () => {
  const app = await startTestApp({ config: { roles: new Set() } });
  const client = new pg.Client(app.connection);
  try {
    const { id: workspaceId } = await app.demo();
    for (let count = 0; count < 12; count += 1) await openMail(app, workspaceId);
    await client.connect();
    await client.query('analyze');
    await client.query('begin');
    const { rows } = await client.query<{ id: string }>('select id from tickets order by id');
    for (const { id } of rows) {
      await client.query('delete from ticket_search where ticket_id = $1', [id]);
      await client.query('select index_tickets($1, array[$2::uuid])', [workspaceId, id]);
      await client.query('select index_said($1, $2)', [workspaceId, id]);
    }
    const read = await client.query(
      `select relname, seq_scan from pg_stat_xact_user_tables
       where relname in ('customers', 'customer_identities', 'messages') and seq_scan > 0`,
    );
    expect(read.rows).toEqual([]);
  } finally {
    await client.end();
    await app.stop();
  }
});
