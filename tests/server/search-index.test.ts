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
