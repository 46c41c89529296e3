import type { Core } from '../../../platform/core.ts';
import type { Scope } from '../../../platform/db/database.ts';
import { notFound } from '../../../platform/errors.ts';
import { findWebhook, insertDelivery } from './webhooks.store.ts';

interface Message {
  readonly webhookId: string;
  /** What happened, e.g. `alert.opened`. */
  readonly type: string;
  readonly data: object;
}

/** Queues a call of a webhook that is about no ticket, in the caller's transaction. Throws `not_found`. */
export async function tellWebhook(
  { clock, ids }: Pick<Core, 'clock' | 'ids'>,
  scope: Scope,
  { webhookId, type, data }: Message,
): Promise<void> {
  if (!(await webhookExists(scope, webhookId))) throw notFound('webhook');
  const id = ids.next();
  const at = clock.now();
  const body = JSON.stringify({ type, timestamp: at.toISOString(), data });
  await insertDelivery(scope, { id, webhookId, ticketId: null, body, at });
  scope.record({ type: 'webhook.queued', deliveryId: id });
}

/** Whether a webhook is still there. */
export async function webhookExists(scope: Scope, id: string): Promise<boolean> {
  return (await findWebhook(scope, id)) !== undefined;
}
