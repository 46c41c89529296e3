import { sql } from 'kysely';
import { expect } from 'vitest';
import { changeTicket } from './change-ticket.ts';
import { until } from './wait.ts';
import type { TestApp } from './app.ts';

type Json = Record<string, unknown>;

interface Entry {
  readonly event?: {
    readonly type: string;
    readonly sentence: string;
    readonly actor: { readonly kind: string; readonly id: string | null };
    readonly data: Json;
  };
  readonly message?: { readonly channel: string; readonly text: string };
}

/** A condition with values. */
export const on = (field: string, op: string, values: string[] = []) => ({ field, op, values });

/** A ticket rule that is on. */
export const rule = (all: Json[], actions: Json[], more: Json = {}) => ({
  name: 'A rule',
  kind: 'ticket',
  conditions: { all, any: [] },
  actions,
  enabled: true,
  ...more,
});

export type TriggerWorld = Awaited<ReturnType<typeof openTriggerWorld>>;

/** An app in which an admin writes rules and an agent does what they wait for. */
export async function openTriggerWorld(app: TestApp) {
  const devi = await app.as('devi');
  const ana = await app.as('ana');
  const { id: workspaceId } = await app.demo();
  const ticket = async (id: string) => (await devi.get(`/api/tickets/${id}`)).body;
  const timeline = async (id: string): Promise<Entry[]> =>
    (await devi.get(`/api/tickets/${id}/timeline`)).body.entries;
  const lines = async (id: string, type: string) =>
    (await timeline(id)).flatMap(({ event }) => (event?.type === type ? [event] : []));
  /** Waits until nothing waits to be moved or run. */
  const settled = async () => {
    let left: unknown[] = [];
    await until(
      () => `no event and no job to be left, and not ${JSON.stringify(left)}`,
      async () => {
        await app.relay.drain();
        ({ rows: left } = await sql`
          select 'event' as what, event as it from outbox union all
          select task.identifier, to_jsonb(job) from graphile_worker._private_jobs job
          join graphile_worker._private_tasks task on task.id = job.task_id
          where job.run_at <= now() + interval '1 second' or job.locked_at is not null`.execute(
          app.database.owner,
        ));
        return left.length === 0;
      },
    );
  };
  return {
    devi,
    ana,
    workspaceId,
    ticket,
    lines,
    settled,
    /** Saves a rule that is on and answers its id. */
    async save(...of: Parameters<typeof rule>): Promise<string> {
      const answer = await devi.post('/api/triggers', rule(...of));
      expect(answer).toMatchObject({ status: 200 });
      return answer.body.id;
    },
    async change(id: string, parts: Json): Promise<void> {
      expect((await changeTicket(ana, id, parts)).status).toBe(200);
    },
    /** Texts of the notes of a ticket. */
    async notes(id: string): Promise<string[]> {
      return (await timeline(id)).flatMap(({ message }) =>
        message?.channel === 'note' ? [message.text] : [],
      );
    },
    /** How often rules have run on a ticket, once nothing is left to run. */
    async ranOn(id: string): Promise<number> {
      await settled();
      return (await lines(id, 'trigger.ran')).length;
    },
    async removeRules(): Promise<void> {
      for (const { id } of (await devi.get('/api/triggers')).body.triggers)
        await devi.delete(`/api/triggers/${id}`);
    },
  };
}
