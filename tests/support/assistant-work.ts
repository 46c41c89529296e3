/** Cases the assistant has worked on, written straight into its tables: for what only reads them. */
import { sql } from 'kysely';
import type { Autonomy } from '../../src/contracts/assistant.ts';
import type {
  Outcome,
  TurnPath,
  TurnReason,
  TurnState,
} from '../../src/contracts/assistant-decisions.ts';
import type { TicketStatus } from '../../src/contracts/tickets.ts';
import { insertConversation } from '../../src/server/features/conversations/index.ts';
import { uuidIds } from '../../src/server/platform/ids.ts';
import { toJson } from '../../src/server/platform/json.ts';
import type { TestApp } from './app.ts';

/** A case by mail, as much of it as a test cares about. */
export interface WorkedCase {
  readonly subject: string;
  readonly question?: string;
  readonly category?: string | null;
  readonly customer?: { name: string; email: string };
  /** What an agent answered. */
  readonly agentAnswer?: string;
  readonly agentId?: string;
  readonly status?: TicketStatus;
  readonly at?: Date;
  /** What the assistant did; none without it. */
  readonly turn?: {
    readonly path: TurnPath;
    readonly reason: TurnReason;
    readonly state?: TurnState;
    readonly autonomy?: Autonomy;
    readonly confidence?: number;
    readonly text?: string;
    readonly likeness?: number;
    readonly costMicros?: number;
    readonly cites?: readonly { articleId: string; version: number }[];
    readonly nearest?: { articleId: string; title: string; score: number };
    /** Whether the words went out, so many milliseconds after the customer's. */
    readonly sentAfterMs?: number;
  };
  /** The customer said afterwards that it did not help. */
  readonly notHelped?: boolean;
  readonly outcome?: Outcome;
}

/** Writes a case; gives its ids. The facts of learning are not made: `follow` it, or wait. */
export async function addCase(
  app: TestApp,
  one: WorkedCase,
): Promise<{ ticketId: string; decisionId: string }> {
  const { id: workspaceId } = await app.demo();
  const { services, database } = app;
  const at = one.at ?? new Date();
  return database.inWorkspace(workspaceId, async (scope) => {
    const customerId = await services.customers.ofSender(
      scope,
      one.customer ?? { email: 'kim@example.test', name: 'Kim Lee' },
    );
    const conversationId = uuidIds.next();
    await insertConversation(scope, {
      id: conversationId,
      customerId,
      channel: 'email',
      previousId: null,
      at,
    });
    const say = (
      author: { kind: 'customer' | 'agent' | 'assistant'; id: string | null },
      text: string,
    ) =>
      services.conversations.append(scope, {
        conversationId,
        clientId: null,
        channel: 'email',
        author,
        text,
      });
    const asked = await say({ kind: 'customer', id: customerId }, one.question ?? one.subject);
    const { id: ticketId } = await services.createTicket(scope, {
      conversationId,
      customerId,
      subject: one.subject,
      channel: 'email',
      routingChannel: 'email',
      actor: { kind: 'customer', id: customerId },
    });
    const { turn } = one;
    let messageId: string | null = null;
    if (turn?.sentAfterMs !== undefined) {
      const sent = await say({ kind: 'assistant', id: null }, turn.text ?? 'Answer');
      messageId = sent.id;
      await sql`update messages m set created_at = q.created_at + ${turn.sentAfterMs} * interval '1 ms'
        from messages q where m.workspace_id = ${workspaceId} and m.id = ${sent.id}
          and q.workspace_id = m.workspace_id and q.id = ${asked.id}`.execute(scope.db);
    }
    if (one.agentAnswer !== undefined)
      await say({ kind: 'agent', id: one.agentId ?? null }, one.agentAnswer);
    await scope.db
      .updateTable('tickets')
      .set({ status: one.status ?? 'open', category: one.category ?? null, created_at: at })
      .where('workspace_id', '=', workspaceId)
      .where('id', '=', ticketId)
      .execute();
    const decisionId = uuidIds.next();
    const keep = (id: string, place: number, kept: NonNullable<WorkedCase['turn']>) =>
      scope.db
        .insertInto('assistant_decisions')
        .values({
          workspace_id: workspaceId,
          id,
          ticket_id: ticketId,
          turn: place,
          at,
          autonomy: kept.autonomy ?? 'auto',
          path: kept.path,
          reason: kept.reason,
          detail: '',
          state: kept.state ?? 'done',
          category: one.category ?? null,
          question: one.question ?? one.subject,
          confidence: kept.confidence ?? null,
          threshold: 0.8,
          policy_version: 1,
          record: toJson({
            ...emptyRecord,
            passages: kept.nearest ? [{ ...kept.nearest, version: 1, cited: false }] : [],
          }),
          text: kept.text ?? '',
          html: null,
          message_id: messageId,
          cost_micros: kept.costMicros ?? 0,
          decided_by: null,
          decided_at: null,
          likeness: kept.likeness ?? null,
        })
        .execute();
    if (turn) await keep(decisionId, 1, turn);
    for (const cited of turn?.cites ?? [])
      await scope.db
        .insertInto('assistant_citations')
        .values({
          workspace_id: workspaceId,
          decision_id: decisionId,
          article_id: cited.articleId,
          version: cited.version,
        })
        .execute();
    if (one.notHelped === true)
      await keep(uuidIds.next(), 2, { path: 'hand_over', reason: 'not_helped' });
    if (turn)
      await scope.db
        .insertInto('assistant_cases')
        .values({
          workspace_id: workspaceId,
          ticket_id: ticketId,
          state: one.outcome ? 'resolved' : 'handed_over',
          // What the customer said was dealt with: nobody has come back.
          handled_seq: asked.seq,
          asked: '[]',
          waits_until: null,
          reminded_at: null,
          outcome: one.outcome ?? null,
          outcome_before: null,
          outcome_at: one.outcome ? at : null,
        })
        .execute();
    return { ticketId, decisionId };
  });
}

const emptyRecord = {
  gates: [],
  passages: [],
  signals: {},
  sentences: [],
  violations: [],
  questions: [],
  writer: { model: 'embedded', prompt: null },
  latency: {},
};
