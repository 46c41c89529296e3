import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { startTestApp, type TestApp } from './app.ts';

const soonMs = 150;

export type RouterWorld = Awaited<ReturnType<typeof startRouterWorld>>;

/** A workspace whose plans are asked for by hand, so that nothing races with the test; with two of its agents. */
export async function startRouterWorld() {
  const app: TestApp = await startTestApp({ config: { roles: new Set(['http']) } });
  const owner = new pg.Client(app.connection);
  await owner.connect();
  const { id: workspaceId } = await app.demo();
  const { rows } = await owner.query<{ id: string; name: string }>(
    'select m.id, m.name from members m join agents a on a.id = m.id order by m.name',
  );
  const idOf = (name: string) => rows.find((row) => row.name.startsWith(name))?.id ?? '';
  const settings = (routing: object, offers: object = {}) =>
    owner.query('update workspaces set settings = $1', [JSON.stringify({ routing, offers })]);

  return {
    app,
    owner,
    workspaceId,
    ana: idOf('Ana'),
    ben: idOf('Ben'),
    settings,
    /** Plans, and once more where a plan passed over what somebody was just changing, as the job for it does. */
    async route() {
      const first = await app.services.router.route(workspaceId);
      if (!first.passedOver) return first;
      await sleep(soonMs);
      const second = await app.services.router.route(workspaceId);
      return { ...second, assigned: first.assigned + second.assigned };
    },
    workOf: async (ticketId: string) =>
      (await owner.query('select * from work_items where ticket_id = $1', [ticketId])).rows[0],
    /** Makes an instant of a ticket's work so many minutes old. */
    age: (ticketId: string, column: string, minutes: number) =>
      owner.query(
        `update work_items set ${column} = now() - $2 * interval '1 minute' where ticket_id = $1`,
        [ticketId, minutes],
      ),

    /** Nobody is there, nothing is open, and settings are as they come. */
    async clear(): Promise<void> {
      await owner.query(`
        update work_items set state = 'done', units = 0, held_reason = null, agent_id = null;
        update offers set outcome = 'withdrawn', answered_at = now() where outcome is null;
        update agents set status = 'offline', custom_status_id = null, status_since = now();
        delete from presences;
        update queues set hand_over = 'one_at_a_time', paused = false, ladder = '[]';
        delete from routing_decisions`);
      await settings({});
    },

    async stop(): Promise<void> {
      await owner.end();
      await app.stop();
    },
  };
}
