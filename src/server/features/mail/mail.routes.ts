import { doneSchema, idParamsSchema, pageQuerySchema } from '../../../contracts/common.ts';
import { mailIntakeSchema, outboxSchema, quarantineSchema } from '../../../contracts/mail.ts';
import { callerOf } from '../../platform/http/access.ts';
import type { HttpApp } from '../../platform/http/app.ts';
import type { DeskMailService } from './desk.service.ts';

const done = { done: true } as const;

/** Mail as supervisors see it. */
export function mailRoutes(app: HttpApp, mail: DeskMailService): void {
  app.get(
    '/api/mail/outbox',
    {
      config: { access: 'mail:read' },
      schema: { querystring: pageQuerySchema, response: { 200: outboxSchema } },
    },
    (request) => mail.outbox(callerOf(request).workspaceId, request.query),
  );
  app.post(
    '/api/mail/outbox/:id/send',
    {
      config: { access: 'mail:write' },
      schema: { params: idParamsSchema, response: { 200: doneSchema } },
    },
    async (request) => {
      await mail.resend(callerOf(request), request.params.id);
      return done;
    },
  );
  app.get(
    '/api/mail/intake',
    { config: { access: 'mail:read' }, schema: { response: { 200: mailIntakeSchema } } },
    (request) => mail.intake(callerOf(request).workspaceId),
  );
  quarantineRoutes(app, mail);
}

function quarantineRoutes(app: HttpApp, mail: DeskMailService): void {
  app.get(
    '/api/mail/quarantine',
    {
      config: { access: 'mail:read' },
      schema: { querystring: pageQuerySchema, response: { 200: quarantineSchema } },
    },
    (request) => mail.quarantine(callerOf(request).workspaceId, request.query),
  );
  app.post(
    '/api/mail/quarantine/:id/retry',
    {
      config: { access: 'mail:write' },
      schema: { params: idParamsSchema, response: { 200: doneSchema } },
    },
    async (request) => {
      await mail.retry(callerOf(request).workspaceId, request.params.id);
      return done;
    },
  );
  app.get(
    '/api/mail/quarantine/:id/source',
    { config: { access: 'mail:read' }, schema: { params: idParamsSchema } },
    async (request, reply) => {
      const source = await mail.source(callerOf(request).workspaceId, request.params.id);
      // Hostile bytes: never shown in place, never guessed to be anything but text.
      return reply
        .header('content-type', 'text/plain; charset=utf-8')
        .header('content-disposition', `attachment; filename="mail-${request.params.id}.eml"`)
        .header('x-content-type-options', 'nosniff')
        .header('content-security-policy', "default-src 'none'; sandbox")
        .header('cache-control', 'private, no-store')
        .send(source);
    },
  );
}
