import { sql } from 'kysely';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { startTestApp, type TestApp } from '../support/app.ts';

let app: TestApp;
let workspaceId: string;

const tickets = 5_200;
/** Places from the newest on at which the words stand in this order: all depths that are read differently. */
const places = [3, 480, 700, 2_100, 3_900, 4_100, 5_150];

beforeAll(async () => {
  app = await startTestApp({ config: { roles: new Set(['http']) } });
  workspaceId = (await app.demo()).id;
  await app.database.ownerPool.query(
    `with filling as (select n, gen_random_uuid() as ticket, gen_random_uuid() as conversation from generate_series(1, ${tickets}) n),
      customer as (insert into customers (workspace_id, id, name)
        values ('${workspaceId}', gen_random_uuid(), 'Somebody') returning id),
      conversation as (insert into conversations (workspace_id, id, customer_id, channel, created_at)
        select '${workspaceId}', f.conversation, c.id, 'email', now() from filling f, customer c returning id),
      written as (insert into tickets (workspace_id, id, number, conversation_id, customer_id, subject, status,
          priority, channel, routing_channel, created_at, updated_at)
        select '${workspaceId}', f.ticket, 100000 + f.n, f.conversation, c.id, 'Case', 'open', 'normal', 'email', 'email',
          now(), now() from filling f, customer c returning id)
    select count(*) from written`,
  );
  await app.database.ownerPool.query(
    `update ticket_search s set said = search_vector(
        case when p.place = any($1::int[]) then 'alpha beta gamma' else 'gamma beta alpha' end)
      from (select ticket_id, row_number() over (order by ticket_id desc) as place from ticket_search) p
      where p.ticket_id = s.ticket_id`,
    [places],
  );
});
afterAll(() => app.stop());

it.each([9, 20, 500])(
  'a phrase of words that stand everywhere is found at every depth, %d wanted',
  async (most) => {
    const { rows } = await app.database.inWorkspace(workspaceId, (scope) =>
      sql<{ place: number }>`
      with p as (select ticket_id, row_number() over (order by ticket_id desc) as place from ticket_search)
      select p.place::int from search_tickets(search_parts(array['alpha beta gamma'], array[false]), ${most}) f
      join p on p.ticket_id = f.ticket_id order by 1`.execute(scope.db),
    );
    expect(rows.map(({ place }) => place)).toEqual(places);
  },
);
