import type { Core } from '../../../platform/core.ts';
import type { Scope } from '../../../platform/db/database.ts';
import { notFound } from '../../../platform/errors.ts';
import { findTicketToTell } from '../places.store.ts';
import { findWebhook, insertDelivery } from './webhooks.store.ts';

interface Call {
  readonly webhookId: string;
  readonly ticketId: string;
  readonly trigger: { readonly id: string; readonly name: string };
  readonly because: readonly string[];
}

/** Queues a call of a webhook in the caller's transaction; a job makes it. Throws `not_found`. */
export async function callWebhook(
  { clock, ids }: Pick<Core, 'clock' | 'ids'>,
  scope: Scope,
  { webhookId, ticketId, trigger, because }: Call,
): Promise<void> {
  if (!(await findWebhook(scope, webhookId))) throw notFound('webhook');
  const ticket = await findTicketToTell(scope, ticketId);
  const id = ids.next();
  const at = clock.now();
  const data = { trigger: { id: trigger.id, name: trigger.name }, because, ticket };
  const body = JSON.stringify({ type: 'trigger.ran', timestamp: at.toISOString(), data });
  await insertDelivery(scope, { id, webhookId, ticketId, body, at });
  scope.record({ type: 'webhook.queued', deliveryId: id });
}
