import type { Scope } from '../../../platform/db/database.ts';

/** A webhook that is still there. */
export async function findWebhook(scope: Scope, id: string) {
  return scope.db
    .selectFrom('webhooks')
    .selectAll()
    .where('workspace_id', '=', scope.workspaceId)
    .where('id', '=', id)
    .where('deleted_at', 'is', null)
    .executeTakeFirst();
}

export async function listWebhooks(scope: Scope) {
  return scope.db
    .selectFrom('webhooks as w')
    .selectAll('w')
    .select((eb) => [
      eb
        .selectFrom('webhook_deliveries as d')
        .select((of) => of.fn.countAll<number>().as('failed'))
        .whereRef('d.workspace_id', '=', 'w.workspace_id')
        .whereRef('d.webhook_id', '=', 'w.id')
        .where('d.state', '=', 'failed')
        .as('failed'),
      eb
        .selectFrom('webhook_deliveries as d')
        .select((of) => of.fn.max('d.sent_at').as('at'))
        .whereRef('d.workspace_id', '=', 'w.workspace_id')
        .whereRef('d.webhook_id', '=', 'w.id')
        .as('last_sent_at'),
    ])
    .where('w.workspace_id', '=', scope.workspaceId)
    .where('w.deleted_at', 'is', null)
    .orderBy('w.name')
    .execute();
}

export async function insertWebhook(
  scope: Scope,
  webhook: { id: string; name: string; url: string; secret: string; at: Date },
): Promise<void> {
  await scope.db
    .insertInto('webhooks')
    .values({
      workspace_id: scope.workspaceId,
      id: webhook.id,
      name: webhook.name,
      url: webhook.url,
      secret: webhook.secret,
      created_at: webhook.at,
    })
    .execute();
}

export async function updateWebhook(
  scope: Scope,
  id: string,
  changes: { name?: string; url?: string; secret?: string; deleted_at?: Date },
): Promise<void> {
  await scope.db
    .updateTable('webhooks')
    .set(changes)
    .where('workspace_id', '=', scope.workspaceId)
    .where('id', '=', id)
    .execute();
}

export async function insertDelivery(
  scope: Scope,
  delivery: { id: string; webhookId: string; ticketId: string | null; body: string; at: Date },
): Promise<void> {
  await scope.db
    .insertInto('webhook_deliveries')
    .values({
      workspace_id: scope.workspaceId,
      id: delivery.id,
      webhook_id: delivery.webhookId,
      ticket_id: delivery.ticketId,
      body: delivery.body,
      state: 'queued',
      created_at: delivery.at,
    })
    .execute();
}

/** A delivery with the webhook it goes to, also where that has been deleted. */
export async function findDelivery(scope: Scope, id: string) {
  return scope.db
    .selectFrom('webhook_deliveries as d')
    .innerJoin('webhooks as w', (join) =>
      join.onRef('w.workspace_id', '=', 'd.workspace_id').onRef('w.id', '=', 'd.webhook_id'),
    )
    .select([
      'd.id',
      'd.state',
      'd.body',
      'd.attempts',
      'd.created_at',
      'w.url',
      'w.secret',
      'w.deleted_at',
    ])
    .where('d.workspace_id', '=', scope.workspaceId)
    .where('d.id', '=', id)
    .executeTakeFirst();
}

export interface DeliveryChanges {
  readonly state?: 'queued' | 'sent' | 'failed';
  readonly attempts?: number;
  readonly status?: number | null;
  readonly error?: string | null;
  readonly sent_at?: Date | null;
}

/** Writes what came of an attempt, unless it has been delivered meanwhile. */
export async function updateDelivery(
  scope: Scope,
  id: string,
  changes: DeliveryChanges,
): Promise<void> {
  await scope.db
    .updateTable('webhook_deliveries')
    .set(changes)
    .where('workspace_id', '=', scope.workspaceId)
    .where('id', '=', id)
    .where('state', '!=', 'sent')
    .execute();
}

/** The latest deliveries, or only those that failed for good. */
export async function listDeliveries(scope: Scope, only: { failed: boolean; limit: number }) {
  return scope.db
    .selectFrom('webhook_deliveries as d')
    .innerJoin('webhooks as w', (join) =>
      join.onRef('w.workspace_id', '=', 'd.workspace_id').onRef('w.id', '=', 'd.webhook_id'),
    )
    .leftJoin('tickets as t', (join) =>
      join.onRef('t.workspace_id', '=', 'd.workspace_id').onRef('t.id', '=', 'd.ticket_id'),
    )
    .select([
      'd.id',
      'd.state',
      'd.attempts',
      'd.status',
      'd.error',
      'd.created_at',
      'd.sent_at',
      'w.id as webhook_id',
      'w.name as webhook_name',
      't.id as ticket_id',
      't.number as ticket_number',
    ])
    .where('d.workspace_id', '=', scope.workspaceId)
    .$if(only.failed, (query) => query.where('d.state', '=', 'failed'))
    .orderBy('d.id', 'desc')
    .limit(only.limit)
    .execute();
}
