import type { FastifyReply, FastifyRequest } from 'fastify';
import {
  createVisitorSchema,
  uploadedFileSchema,
  visitorSchema,
  widgetConfigSchema,
  widgetKeyQuerySchema,
} from '../../../contracts/widget.ts';
import { AppError } from '../../platform/errors.ts';
import type { HttpApp } from '../../platform/http/app.ts';
import type { AttachmentService } from '../conversations/index.ts';
import { uploaderOf } from './sending.ts';
import { isAccepted } from './uploads.rules.ts';
import type { Visitor, Visitors } from './visitors.ts';
import type { WidgetService } from './widget.service.ts';

export interface WidgetRoutesDeps {
  readonly widget: WidgetService;
  readonly visitors: Visitors;
  readonly attachments: Pick<AttachmentService, 'upload'>;
  /** Requests a minute from one address. */
  readonly limits?: { readonly config: number; readonly visitors: number; readonly files: number };
}

/** Many people share the address of an office; a flood is still far above this. */
const defaultLimits = { config: 600, visitors: 120, files: 60 };

/** What a customer's browser asks for over HTTP, from the page of any site: no cookies, a bearer token. */
export async function widgetRoutes(app: HttpApp, deps: WidgetRoutesDeps): Promise<void> {
  const { widget, visitors, attachments } = deps;
  const limits = { ...defaultLimits, ...deps.limits };
  const perMinute = (max: number) => ({
    access: 'public' as const,
    rateLimit: { max, timeWindow: '1 minute' },
  });
  await app.register(async (scoped) => {
    scoped.addHook('onRequest', openToAllSites);
    scoped.options(
      '/api/widget/*',
      { config: { access: 'public' }, schema: { hide: true } },
      (_request, reply) => reply.status(204).send(),
    );
    (scoped as HttpApp).get(
      '/api/widget/config',
      {
        config: perMinute(limits.config),
        schema: { querystring: widgetKeyQuerySchema, response: { 200: widgetConfigSchema } },
      },
      (request) => widget.config(request.query.key),
    );
    (scoped as HttpApp).post(
      '/api/widget/visitors',
      {
        config: perMinute(limits.visitors),
        schema: { body: createVisitorSchema, response: { 200: visitorSchema } },
      },
      async (request) => ({ token: visitors.create(await widget.workspaceOf(request.body.key)) }),
    );
    (scoped as HttpApp).post(
      '/api/widget/files',
      { config: perMinute(limits.files), schema: { response: { 200: uploadedFileSchema } } },
      async (request) =>
        attachments.upload(...(await fileOf(request, visitorOf(request, visitors)))),
    );
  });
}

async function fileOf(request: FastifyRequest, visitor: Visitor) {
  const part = await request.file();
  if (!part) {
    throw new AppError('request_invalid', 'Send the file as the multipart field "file".', {
      fields: [{ path: 'file', message: 'is missing' }],
    });
  }
  const content = await part.toBuffer();
  if (content.byteLength > 0 && !isAccepted(content, part.mimetype)) {
    throw new AppError(
      'file_type_refused',
      'Send pictures, PDF, text, office documents or zip files.',
    );
  }
  const file = {
    name: part.filename,
    declaredType: part.mimetype,
    content,
    uploader: uploaderOf(visitor),
  };
  return [visitor.workspaceId, file] as const;
}

function visitorOf(request: FastifyRequest, visitors: Visitors): Visitor {
  const visitor = visitors.read(/^Bearer (\S+)$/.exec(request.headers.authorization ?? '')?.[1]);
  if (visitor === null)
    throw new AppError('sign_in_required', 'The chat does not know this browser.');
  return visitor;
}

/** Any site may ask; without credentials there is nothing of the browser's that it could use. */
async function openToAllSites(_request: FastifyRequest, reply: FastifyReply): Promise<void> {
  void reply.headers({
    'access-control-allow-origin': '*',
    'access-control-allow-methods': 'GET, POST',
    'access-control-allow-headers': 'authorization, content-type',
    'access-control-max-age': '86400',
    'cross-origin-resource-policy': 'cross-origin',
    'cache-control': 'no-store',
  });
}
