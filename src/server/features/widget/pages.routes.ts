import { AppError } from '../../platform/errors.ts';
import type { HttpApp } from '../../platform/http/app.ts';
import {
  createStaticFolder,
  sendFile,
  type StaticFile,
  type StaticFolder,
} from '../../platform/http/static-folder.ts';

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
    return sendFile(file, request, reply);
  });
}

function serveShop(app: HttpApp, files: StaticFolder): void {
  app.get('/shop', open, (_request, reply) => reply.redirect('/shop/'));
  app.get('/shop/*', open, async (request, reply) => {
    const path = (request.params as { '*': string })['*'];
    const file = await findOrThrow(files, path === '' ? 'index.html' : path);
    void reply.header('cache-control', 'no-cache');
    return sendFile(file, request, reply);
  });
}

async function findOrThrow(files: StaticFolder, path: string): Promise<StaticFile> {
  const file = await files.find(path);
  if (file === null) throw new AppError('not_found', 'There is no such file.');
  return file;
}

function escapeHtml(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}
