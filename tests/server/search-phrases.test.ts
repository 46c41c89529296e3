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
    `update ticket_search s set said = v.said, pairs = search_pairs(v.said)
      from (select ticket_id, row_number() over (order by ticket_id desc) as place from ticket_search) p,
        lateral (select search_vector(case when p.place = any($1::int[]) then 'alpha beta gamma'
          else 'gamma beta alpha' end) as said) v
      where p.ticket_id = s.ticket_id`,
    [places],
  );
});
afterAll(() => app.stop());

/** Places, from the newest on, of the tickets a term is found in. */
async function found(term: string, { prefix = false, most = 500 } = {}): Promise<number[]> {
  const wanted = sql`array[${term}], array[${prefix}::boolean]`;
  const { rows } = await app.database.inWorkspace(workspaceId, (scope) =>
    sql<{ place: number }>`
    with p as (select ticket_id, row_number() over (order by ticket_id desc) as place from ticket_search)
    select p.place::int from search_tickets(search_parts(${wanted}), search_pairs_of(${wanted}), ${most}) f
    join p on p.ticket_id = f.ticket_id order by 1`.execute(scope.db),
  );
  return rows.map(({ place }) => place);
}

it.each([9, 20, 500])(
  'a phrase of words that stand everywhere is found at every depth, %d wanted',
  async (most) => {
    expect(await found('alpha beta gamma', { most })).toEqual(places);
  },
);

it('an unfinished last word is found beside words that stand together', async () => {
  expect(await found('alpha beta gam', { prefix: true })).toEqual(places);
  expect(await found('alpha gam', { prefix: true, most: 6_000 })).toHaveLength(tickets);
});

it('what is said later in an old ticket is found by its phrase, and still by the earlier one', async () => {
  const { rows } = await app.database.ownerPool.query<{ conversation_id: string }>(
    `select t.conversation_id from ticket_search s join tickets t on t.id = s.ticket_id
     order by s.ticket_id desc offset 5149 limit 1`,
  );
  await app.database.inWorkspace(workspaceId, (scope) =>
    app.services.conversations.append(scope, {
      conversationId: rows[0]?.conversation_id ?? '',
      clientId: null,
      channel: 'email',
      author: { kind: 'customer', id: null },
      text: 'Now the gamma alpha gamma beta is running.',
    }),
  );
  await app.services.search.index(workspaceId);
  expect(await found('gamma alpha gamma')).toEqual([5_150]);
  expect(await found('gamma beta run')).toEqual([]);
  expect(await found('beta is runs')).toEqual([5_150]);
  expect(await found('alpha beta gamma')).toEqual(places);
});
