import { doneSchema, idParamsSchema } from '../../../../contracts/common.ts';
import {
  listDeliveriesQuerySchema,
  saveWebhookSchema,
  webhookDeliveriesSchema,
  webhookSchema,
  webhookSecretSchema,
  webhooksSchema,
} from '../../../../contracts/webhooks.ts';
import { callerOf } from '../../../platform/http/access.ts';
import type { HttpApp } from '../../../platform/http/app.ts';
import type { WebhookService } from './webhooks.service.ts';

const done = { done: true as const };

/** Webhooks, their deliveries and the replay of those that failed. */
export function webhookRoutes(app: HttpApp, webhooks: WebhookService): void {
  app.get(
    '/api/webhooks',
    { config: { access: 'trigger:read' }, schema: { response: { 200: webhooksSchema } } },
    async (request) => ({ webhooks: await webhooks.list(callerOf(request).workspaceId) }),
  );
  app.post(
    '/api/webhooks',
    {
      config: { access: 'trigger:write' },
      schema: { body: saveWebhookSchema, response: { 200: webhookSchema } },
    },
    (request) => webhooks.create(callerOf(request).workspaceId, request.body),
  );
  app.patch(
    '/api/webhooks/:id',
    {
      config: { access: 'trigger:write' },
      schema: { params: idParamsSchema, body: saveWebhookSchema, response: { 200: doneSchema } },
    },
    async (request) => {
      await webhooks.change(callerOf(request).workspaceId, request.params.id, request.body);
      return done;
    },
  );
  app.delete(
    '/api/webhooks/:id',
    {
      config: { access: 'trigger:write' },
      schema: { params: idParamsSchema, response: { 200: doneSchema } },
    },
    async (request) => {
      await webhooks.remove(callerOf(request).workspaceId, request.params.id);
      return done;
    },
  );
  app.get(
    '/api/webhooks/:id/secret',
    {
      config: { access: 'trigger:write' },
      schema: { params: idParamsSchema, response: { 200: webhookSecretSchema } },
    },
    async (request) => ({
      secret: await webhooks.secret(callerOf(request).workspaceId, request.params.id),
    }),
  );
  deliveryRoutes(app, webhooks);
}

function deliveryRoutes(app: HttpApp, webhooks: WebhookService): void {
  app.get(
    '/api/webhook-deliveries',
    {
      config: { access: 'trigger:read' },
      schema: {
        querystring: listDeliveriesQuerySchema,
        response: { 200: webhookDeliveriesSchema },
      },
    },
    async (request) => ({
      deliveries: await webhooks.deliveries(
        callerOf(request).workspaceId,
        request.query.failed === 'true',
      ),
    }),
  );
  app.post(
    '/api/webhook-deliveries/:id/replay',
    {
      config: { access: 'trigger:write' },
      schema: { params: idParamsSchema, response: { 200: doneSchema } },
    },
    async (request) => {
      await webhooks.replay(callerOf(request).workspaceId, request.params.id);
      return done;
    },
  );
}
