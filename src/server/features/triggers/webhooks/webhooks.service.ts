import { Webhook as Signer } from 'standardwebhooks';
import type { SaveWebhook, Webhook, WebhookDelivery } from '../../../../contracts/webhooks.ts';
import type { Core } from '../../../platform/core.ts';
import { AppError, notFound } from '../../../platform/errors.ts';
import { RefusedAddress, type HttpClient } from '../../../platform/http-client/index.ts';
import {
  findDelivery,
  findWebhook,
  insertWebhook,
  listDeliveries,
  listWebhooks,
  updateDelivery,
  updateWebhook,
} from './webhooks.store.ts';

export interface WebhookDeps extends Core {
  readonly http: HttpClient;
}

export type WebhookService = ReturnType<typeof createWebhookService>;

const secretBytes = 24;
const answerBytes = 64_000;
const answerMs = 10_000;
const errorLength = 300;

/** Webhooks and their deliveries. */
export function createWebhookService({ database, clock, ids, http }: WebhookDeps) {
  function assertReachable(url: string): void {
    const refusal = http.refusalOf(url);
    if (refusal === null) return;
    throw new AppError('request_invalid', refusal, {
      fields: [{ path: 'url', message: `is refused: ${refusal}` }],
    });
  }

  return {
    list: (workspaceId: string): Promise<Webhook[]> =>
      database.inWorkspace(workspaceId, async (scope) =>
        (await listWebhooks(scope)).map((row) => ({
          id: row.id,
          name: row.name,
          url: row.url,
          failed: row.failed ?? 0,
          lastSentAt: row.last_sent_at?.toISOString() ?? null,
        })),
      ),

    async create(workspaceId: string, webhook: SaveWebhook): Promise<Webhook> {
      assertReachable(webhook.url);
      const id = ids.next();
      const secret = `whsec_${Buffer.from(ids.secret(secretBytes), 'base64url').toString('base64')}`;
      await database.inWorkspace(workspaceId, async (scope) => {
        await insertWebhook(scope, { ...webhook, id, secret, at: clock.now() });
        scope.record({ type: 'triggers.changed', workspaceId });
      });
      return { ...webhook, id, failed: 0, lastSentAt: null };
    },

    async change(workspaceId: string, id: string, webhook: SaveWebhook): Promise<void> {
      assertReachable(webhook.url);
      await database.inWorkspace(workspaceId, async (scope) => {
        if (!(await findWebhook(scope, id))) throw notFound('webhook');
        await updateWebhook(scope, id, { name: webhook.name, url: webhook.url });
        scope.record({ type: 'triggers.changed', workspaceId });
      });
    },

    async remove(workspaceId: string, id: string): Promise<void> {
      await database.inWorkspace(workspaceId, async (scope) => {
        if (!(await findWebhook(scope, id))) throw notFound('webhook');
        await updateWebhook(scope, id, { deleted_at: clock.now() });
        scope.record({ type: 'triggers.changed', workspaceId });
      });
    },

    async secret(workspaceId: string, id: string): Promise<string> {
      const webhook = await database.inWorkspace(workspaceId, (scope) => findWebhook(scope, id));
      if (!webhook) throw notFound('webhook');
      return webhook.secret;
    },

    deliveries: (workspaceId: string, failed: boolean): Promise<WebhookDelivery[]> =>
      database.inWorkspace(workspaceId, async (scope) =>
        (await listDeliveries(scope, { failed, limit: 100 })).map((row) => ({
          id: row.id,
          webhook: { id: row.webhook_id, name: row.webhook_name },
          ticket:
            row.ticket_id === null || row.ticket_number === null
              ? null
              : { id: row.ticket_id, number: row.ticket_number },
          state: row.state,
          attempts: row.attempts,
          status: row.status,
          error: row.error,
          createdAt: row.created_at.toISOString(),
          sentAt: row.sent_at?.toISOString() ?? null,
        })),
      ),

    /** Sends one that failed for good once more, with its own id, so that receivers know it. */
    async replay(workspaceId: string, id: string): Promise<void> {
      await database.inWorkspace(workspaceId, async (scope) => {
        const delivery = await findDelivery(scope, id);
        if (delivery?.state !== 'failed') throw notFound('failed delivery');
        await updateDelivery(scope, id, { state: 'queued', error: null });
        scope.record({ type: 'webhook.queued', deliveryId: id });
      });
    },

    /**
     * Makes the call of a delivery, outside of any transaction: at least once, with the same id each
     * time. Throws while another attempt is worth it; the last one leaves it as failed.
     */
    async send(workspaceId: string, id: string, lastAttempt: boolean): Promise<void> {
      const delivery = await database.inWorkspace(workspaceId, (scope) => findDelivery(scope, id));
      if (delivery?.state !== 'queued') return;
      const attempt =
        delivery.deleted_at === null
          ? await call(delivery)
          : { status: null, error: 'The webhook has been deleted.', final: true };
      const attempts = delivery.attempts + 1;
      const over = attempt.error !== null && (attempt.final || lastAttempt);
      await database.inWorkspace(workspaceId, (scope) =>
        updateDelivery(scope, id, {
          attempts,
          status: attempt.status,
          error: attempt.error,
          ...(attempt.error === null && { state: 'sent', sent_at: clock.now() }),
          ...(over && { state: 'failed' }),
        }),
      );
      if (attempt.error !== null && !over) throw new Error(`webhook: ${attempt.error}`);
    },
  };

  async function call(delivery: { id: string; url: string; secret: string; body: string }) {
    const at = clock.now();
    const { id, url, body } = delivery;
    const headers = {
      'content-type': 'application/json',
      'webhook-id': id,
      'webhook-timestamp': String(Math.floor(at.getTime() / 1_000)),
      'webhook-signature': new Signer(delivery.secret).sign(id, at, body),
    };
    try {
      const request = { url, method: 'POST', headers, body } as const;
      const { status } = await http.send({
        ...request,
        maxBytes: answerBytes,
        timeoutMs: answerMs,
      });
      const ok = status >= 200 && status < 300;
      // 410: the receiver says that it is gone for good.
      return { status, error: ok ? null : `It answered ${status}.`, final: status === 410 };
    } catch (error) {
      const message = error instanceof Error ? error.message : String(error);
      const final = error instanceof RefusedAddress;
      return { status: null, error: message.slice(0, errorLength) || 'It did not answer.', final };
    }
  }
}
