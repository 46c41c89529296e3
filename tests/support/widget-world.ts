import { expect } from 'vitest';
import { startTestApp, type TestAppOptions } from './app.ts';
import { openCustomer, type Customer } from './customer.ts';
import { until } from './wait.ts';

export type WidgetWorld = Awaited<ReturnType<typeof startWidgetWorld>>;

/** A running Segue with the demo workspace, customers who chat in it and Clara, who supervises. */
export async function startWidgetWorld(options: TestAppOptions = {}) {
  const app = await startTestApp(options);
  const { id: workspaceId, widgetKey: key } = await app.demo();
  const desk = await app.as('clara');
  const open: Pick<Customer, 'close'>[] = [];

  async function customer(token?: string): Promise<Customer> {
    const one = await openCustomer(app.url, token === undefined ? { key } : { token });
    open.push(one);
    return one;
  }

  async function query(text: string, values: unknown[] = []) {
    return (await app.database.ownerPool.query(text, values)).rows;
  }

  /** Rows of the database behind a conversation. */
  async function stored(conversationId: string) {
    const [row] = await query(
      `select c.id, c.previous_id, c.customer_id, s.state, s.ended_reason, t.id as ticket_id, t.status, t.subject,
         t.routing_channel, (select count(*)::int from messages m where m.conversation_id = c.id) as messages
       from conversations c join sessions s on s.conversation_id = c.id
       left join tickets t on t.conversation_id = c.id where c.id = $1`,
      [conversationId],
    );
    return row;
  }

  return {
    app,
    workspaceId,
    key,
    desk,
    customer,
    query,
    stored,
    closeLater: (one: Pick<Customer, 'close'>) => void open.push(one),

    async history(ticketId: string): Promise<{ type: string; data: Record<string, unknown> }[]> {
      return query('select type, data from ticket_events where ticket_id = $1 order by id', [
        ticketId,
      ]);
    },

    /** A customer whose chat has been handed over. */
    async handedOver(): Promise<{ ada: Customer; ticketId: string }> {
      const ada = await customer();
      await ada.send('I want to talk to a human about my leaking tent');
      const { ticket_id: ticketId } = await stored(ada.conversationId());
      return { ada, ticketId };
    },

    async takenByClara(ticketId: string): Promise<void> {
      const { memberId } = (await desk.get('/api/me')).body;
      const answer = await desk.post(`/api/tickets/${ticketId}/assign`, {
        agentId: memberId,
        override: true,
        why: 'the test gives it',
      });
      expect(answer.status).toBeLessThan(300);
    },

    /** Ends a chat; `receivedAt` is when the wish to end it arrived. */
    async endedBySystem(conversationId: string, receivedAt = new Date()): Promise<void> {
      await app.services.sessions.end(workspaceId, {
        conversationId,
        reason: 'agent',
        actor: { kind: 'system', id: null },
        receivedAt,
      });
    },

    /** Until a transaction waits for the conversation that another has locked, not only for a mark on it. */
    async waitsForLock(): Promise<void> {
      await until('a transaction that waits', async () => {
        const rows = await query(
          `select 1 from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'
             and query like '%conversations%for no key update%'`,
        );
        return rows.length > 0;
      });
    },

    async stop(): Promise<void> {
      open.forEach((one) => one.close());
      await app.stop();
    },
  };
}
