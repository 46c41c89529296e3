import type { Scope } from '../../platform/db/database.ts';
import { toJson } from '../../platform/json.ts';

/** Keeps what the bot remembers of a conversation. */
export async function saveBotState(
  scope: Scope,
  conversationId: string,
  state: object,
): Promise<void> {
  await scope.db
    .updateTable('conversations')
    .set({ bot: toJson(state) })
    .where('workspace_id', '=', scope.workspaceId)
    .where('id', '=', conversationId)
    .execute();
}
