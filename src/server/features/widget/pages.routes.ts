import type { FastifyReply, FastifyRequest } from 'fastify';
import { AppError } from '../../platform/errors.ts';
import type { HttpApp } from '../../platform/http/app.ts';
import { createStaticFolder, type StaticFile, type StaticFolder } from './static-files.ts';

export interface WidgetPagesDeps {
  /** Where the built widget is. */
  readonly widgetFolder: string;
  /** The demo shop, only where the installation has the demo workspace. */
  readonly demoShop: {
    readonly folder: string;
    readonly widgetKey: string;
    readonly supportAddress: string;
  } | null;
}

const longLived = 'public, max-age=31536000, immutable';
/** The script every site embeds: a new version must reach them within minutes. */
const shortLived = 'public, max-age=300';

/** The built widget for any site, and a shop to try it in. */
export function widgetPages(app: HttpApp, { widgetFolder, demoShop }: WidgetPagesDeps): void {
  serveWidget(app, createStaticFolder({ folder: widgetFolder }));
  if (demoShop !== null) {
    const { folder, widgetKey, supportAddress } = demoShop;
    const fill = (page: string) =>
      page
        .replaceAll('__WIDGET_KEY__', escapeHtml(widgetKey))
        .replaceAll('__SUPPORT_ADDRESS__', escapeHtml(supportAddress));
    serveShop(app, createStaticFolder({ folder, fill }));
  }
}

const open = { config: { access: 'public' as const }, schema: { hide: true } };

function serveWidget(app: HttpApp, files: StaticFolder): void {
  app.get('/widget/*', open, async (request, reply) => {
    const path = (request.params as { '*': string })['*'];
    const file = await findOrThrow(files, path);
    void reply.headers({
      'access-control-allow-origin': '*',
      'cross-origin-resource-policy': 'cross-origin',
      'cache-control': path.startsWith('chunks/') ? longLived : shortLived,
    });
    return send(file, request, reply);
  });
}

function serveShop(app: HttpApp, files: StaticFolder): void {
  app.get('/shop', open, (_request, reply) => reply.redirect('/shop/'));
  app.get('/shop/*', open, async (request, reply) => {
    const path = (request.params as { '*': string })['*'];
    const file = await findOrThrow(files, path === '' ? 'index.html' : path);
    void reply.header('cache-control', 'no-cache');
    return send(file, request, reply);
  });
}

async function findOrThrow(files: StaticFolder, path: string): Promise<StaticFile> {
  const file = await files.find(path);
  if (file === null) throw new AppError('not_found', 'There is no such file.');
  return file;
}

function send(file: StaticFile, request: FastifyRequest, reply: FastifyReply): FastifyReply {
  void reply.headers({ etag: file.etag, vary: 'accept-encoding', 'x-content-type-options': 'nosniff' });
  if (request.headers['if-none-match'] === file.etag) return reply.status(304).send();
  void reply.type(file.type);
  if (file.compressed === null || !/\bgzip\b/.test(request.headers['accept-encoding'] ?? '')) {
    return reply.send(file.body);
  }
  return reply.header('content-encoding', 'gzip').send(file.compressed);
}

function escapeHtml(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}
