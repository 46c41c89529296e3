import type { Session } from '../../../contracts/sessions.ts';
import type { SessionRow } from './sessions.store.ts';

/** A session as the desk shows it. */
export function viewOf(row: SessionRow): Session {
  return {
    id: row.id,
    conversationId: row.conversation_id,
    state: row.state,
    startedAt: row.started_at.toISOString(),
    endedAt: row.ended_at?.toISOString() ?? null,
    endedReason: row.ended_reason,
    endedBy:
      row.ended_by_kind === null
        ? null
        : { kind: row.ended_by_kind, id: row.ended_by_id, name: row.ended_by_name },
    endedRule: row.ended_by_rule,
    endedCause: row.ended_cause,
    inactive:
      row.inactive_reason === null || row.inactive_since === null
        ? null
        : { reason: row.inactive_reason, since: row.inactive_since.toISOString() },
    reminders: row.reminders_sent,
  };
}
