import { sql } from 'kysely';
import type { Scope } from '../../platform/db/database.ts';

/** What the bot remembers of a chat that nobody has taken over and that has not ended; else undefined. */
export async function findUnasked(scope: Scope, conversationId: string): Promise<unknown> {
  const { rows } = await sql<{ bot: unknown; running: boolean }>`
    select coalesce(c.bot, '{}'::jsonb) as bot, s.state <> 'ended' as running
    from conversations c
    join sessions s on s.workspace_id = c.workspace_id and s.conversation_id = c.id
    where c.workspace_id = ${scope.workspaceId} and c.id = ${conversationId}
      and not exists (select from tickets t
        where t.workspace_id = c.workspace_id and t.conversation_id = c.id)`.execute(scope.db);
  const [row] = rows;
  // What is written to an ended chat opens a new one, which is asked about anew.
  return row && (row.running ? row.bot : {});
}

/** Whether there is anything the bot could answer from. */
export async function hasPublicArticles(scope: Scope): Promise<boolean> {
  const row = await scope.db
    .selectFrom('articles')
    .select('id')
    .where('workspace_id', '=', scope.workspaceId)
    .where('status', '=', 'published')
    .where('visibility', '=', 'public')
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}
