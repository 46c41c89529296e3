import { z } from 'zod';
import type { HttpApp } from '../../platform/http/app.ts';
import { chatPage, chatPagePolicy } from './chat-page.ts';
import type { WidgetService } from './widget.service.ts';

const paramsSchema = z.object({ key: z.string().max(100) });

/** The chat of a workspace as a page of its own, at an address that can be mailed or printed. */
export function chatPageRoutes(app: HttpApp, widget: Pick<WidgetService, 'config'>): void {
  app.get(
    '/chat/:key',
    {
      config: { access: 'public', rateLimit: { max: 300, timeWindow: '1 minute' } },
      schema: { hide: true, params: paramsSchema },
    },
    async (request, reply) => {
      const { key } = request.params;
      const config = await widget.config(key);
      return reply
        .headers({
          'content-security-policy': chatPagePolicy,
          'cache-control': 'no-store',
        })
        .type('text/html; charset=utf-8')
        .send(chatPage({ key, config }));
    },
  );
}
