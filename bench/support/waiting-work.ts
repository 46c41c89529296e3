import { sql } from 'kysely';
import type { App } from '../../src/server/app.ts';
import { uuidIds } from '../../src/server/platform/ids.ts';

type Owner = App['database']['owner'];

/** Skills that work asks for and agents have, as bits of their number: some are rare. */
const skillCount = 5;

/** Makes the skills of the crowd once; agents that come later get theirs from `addCrowd`. */
export async function addSkills(owner: Owner, workspaceId: string): Promise<void> {
  const names = Array.from({ length: skillCount }, (_, place) => `bench ${place}`);
  const ids = names.map(() => uuidIds.next());
  await sql`insert into skills (workspace_id, id, name)
    select ${workspaceId}, * from unnest(${ids}::uuid[], ${names}::text[])`.execute(owner);
}

/**
 * Adds waiting mail of `from` to `to` straight into the tables: four priorities, no skill or one of five, three
 * tiers, overdue, due within the day or without a promise.
 */
export async function addWaitingWork(
  owner: Owner,
  workspaceId: string,
  { from, to, at }: { from: number; to: number; at: Date },
): Promise<void> {
  await owner.transaction().execute(async (db) => {
    // Words of subjects are not what is measured here: triggers that index them are off.
    await sql`set local session_replication_role = replica`.execute(db);
    await sql`create temporary table made on commit drop as
      select n::int, gen_random_uuid() as id from generate_series(${from + 1}::int, ${to}::int) n`.execute(
      db,
    );
    await sql`insert into customers (workspace_id, id, name, tier)
      select ${workspaceId}, id, 'Customer ' || n, (array['free', 'standard', 'enterprise'])[1 + n % 3]
      from made`.execute(db);
    await sql`insert into conversations (workspace_id, id, customer_id, channel, created_at)
      select ${workspaceId}, id, id, 'email', now() from made`.execute(db);
    await sql`insert into tickets (workspace_id, id, number, conversation_id, customer_id, subject, status,
        priority, channel, routing_channel, created_at, updated_at)
      select ${workspaceId}, id, 1000000 + n, id, id, 'Question ' || n, 'new',
        (array['urgent', 'high', 'normal', 'low'])[1 + n % 4], 'email', 'email', ${at}, ${at} from made`.execute(
      db,
    );
    await sql`insert into work_items (workspace_id, id, ticket_id, queue_id, channel_class, units, state,
        priority_rank, eligible_at, due_at, needs)
      select ${workspaceId}, m.id, m.id, q.id, 'email', 0, 'waiting', n % 4,
        ${at}::timestamptz - (n % 200) * interval '1 second',
        case when n % 5 > 0 then ${at}::timestamptz + ((n * 7919::bigint) % 700 - 60) * interval '1 minute' end,
        coalesce((select jsonb_build_array(jsonb_build_object('skill', s.id, 'level', 1, 'optional', false))
          from (select id, row_number() over (order by id) as place from skills
            where workspace_id = ${workspaceId} and name like 'bench %') s
          where s.place = (n / 4) % ${skillCount * 2}), '[]')
      from made m, queues q where q.workspace_id = ${workspaceId} and q.is_default`.execute(db);
  });
  await sql`vacuum analyze customers, conversations, tickets, work_items`.execute(owner);
}

/** Gives the agents of a crowd their skills: every second has the first, every fourth the second as well. */
export async function teachCrowd(owner: Owner, workspaceId: string): Promise<void> {
  await sql`insert into agent_skills (workspace_id, agent_id, skill_id, level)
    select ${workspaceId}, a.id, s.id, 2
    from (select id, row_number() over (order by id) as place from agents where workspace_id = ${workspaceId}) a
    join (select id, row_number() over (order by id) as place from skills
      where workspace_id = ${workspaceId} and name like 'bench %') s on (a.place >> (s.place - 1)::int) & 1 = 1
    on conflict do nothing`.execute(owner);
}

/** Puts a piece that they have begun into the hands of all who are there but `free` of them; everything else waits. */
export async function fillHands(
  owner: Owner,
  workspaceId: string,
  { free }: { free: number },
): Promise<void> {
  await takeBackAll(owner, workspaceId);
  await sql`with busy as (
      select a.id, row_number() over (order by a.id) as place
      from agents a where a.workspace_id = ${workspaceId} and a.status = 'online' order by a.id offset ${free}),
    piece as (
      select id, row_number() over (order by id) as place from (
        select id from work_items where workspace_id = ${workspaceId} and state = 'waiting'
        order by id limit (select count(*) from busy)) first)
    update work_items w set state = 'assigned', agent_id = busy.id, units = 1, assigned_at = now(), started_at = now()
    from piece join busy using (place) where w.workspace_id = ${workspaceId} and w.id = piece.id`.execute(
    owner,
  );
}

/** Puts everything back that was given out since, and forgets what was written about it. */
export async function takeBackAll(owner: Owner, workspaceId: string): Promise<void> {
  await sql`update work_items set state = 'waiting', agent_id = null, units = 0, assigned_at = null,
      started_at = null, waiting_reason = null, moves = 0, preferred_agent_id = null
    where workspace_id = ${workspaceId} and state in ('assigned', 'offered')`.execute(owner);
  await sql`truncate routing_decisions, work_moves, outbox`.execute(owner);
  await sql`delete from ticket_events where workspace_id = ${workspaceId}`.execute(owner);
  await sql`vacuum analyze work_items`.execute(owner);
}

/** Takes everybody away again who was added. */
export async function removeCrowd(owner: Owner, workspaceId: string): Promise<void> {
  await takeBackAll(owner, workspaceId);
  await sql`delete from agents where workspace_id = ${workspaceId} and status = 'online'`.execute(
    owner,
  );
  await sql`delete from members where workspace_id = ${workspaceId}
    and user_id in (select id from auth."user" where email like '%@bench.test')`.execute(owner);
  await sql`delete from auth."user" where email like '%@bench.test'`.execute(owner);
}
