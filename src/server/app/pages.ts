import { fileURLToPath } from 'node:url';
import { widgetPages } from '../features/widget/index.ts';
import { AppError } from '../platform/errors.ts';
import type { HttpApp } from '../platform/http/app.ts';
import { createStaticFolder, sendFile } from '../platform/http/static-folder.ts';
import type { Ground } from './ground.ts';

const folder = (path: string) => fileURLToPath(new URL(path, import.meta.url));
const deskFiles = folder('../../../dist/desk/');

/** The built widget, and the demo shop where the demo workspace is installed. */
export async function servePages(app: HttpApp, { services }: Ground): Promise<void> {
  const demo = await services.onboarding.demo();
  widgetPages(app, {
    widgetFolder: folder('../../../dist/widget/'),
    demoShop: demo && {
      folder: folder('../../widget/demo-shop/'),
      widgetKey: demo.widget_key,
      supportAddress: demo.address,
    },
  });
}

const deskPolicy = [
  "default-src 'self'",
  "img-src 'self' data: blob: https: http:",
  "style-src 'self' 'unsafe-inline'",
  "connect-src 'self' ws: wss:",
  "frame-src 'self' blob: data:",
  "object-src 'none'",
  "base-uri 'none'",
  "form-action 'self'",
  "frame-ancestors 'none'",
].join('; ');

/** The desk is one page: every address below /desk that is no file answers with it. */
export function serveDesk(app: HttpApp): void {
  const files = createStaticFolder({ folder: deskFiles });
  const open = { config: { access: 'public' as const }, schema: { hide: true } };
  app.get('/', open, (_request, reply) => reply.redirect('/desk/'));
  app.get('/desk', open, (_request, reply) => reply.redirect('/desk/'));
  app.get('/desk/*', open, async (request, reply) => {
    const path = (request.params as { '*': string })['*'];
    const asset = path.startsWith('assets/') ? await files.find(path) : null;
    const file = asset ?? (path.startsWith('assets/') ? null : await files.find('index.html'));
    if (file === null) throw new AppError('not_found', 'There is no such file. Is the desk built?');
    void reply.headers({
      'content-security-policy': deskPolicy,
      'cache-control': asset === null ? 'no-cache' : 'public, max-age=31536000, immutable',
    });
    return sendFile(file, request, reply);
  });
}
