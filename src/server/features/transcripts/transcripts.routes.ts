import { idParamsSchema } from '../../../contracts/common.ts';
import { transcriptMailedSchema, transcriptQuerySchema } from '../../../contracts/transcripts.ts';
import { callerOf } from '../../platform/http/access.ts';
import type { HttpApp } from '../../platform/http/app.ts';
import type { TranscriptService } from './transcripts.service.ts';

/** Mails of one agent that carry whole conversations: more than anybody reads through. */
const mailLimit = { max: 20, timeWindow: '1 minute' };

/** The conversation as a file, and by mail to the customer. */
export function transcriptRoutes(app: HttpApp, transcripts: TranscriptService): void {
  app.get(
    '/api/tickets/:id/transcript',
    {
      config: { access: 'ticket:read' },
      schema: { params: idParamsSchema, querystring: transcriptQuerySchema },
    },
    async (request, reply) => {
      const { format, notes } = request.query;
      const { workspaceId } = callerOf(request);
      const { id } = request.params;
      const options = { format, notes: notes === 'true' };
      const { fileName, type, content } = await transcripts.export(workspaceId, id, options);
      return reply
        .headers({
          'content-disposition': `attachment; filename="${fileName}"`,
          'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'; sandbox",
          'cache-control': 'no-store',
        })
        .type(type)
        .send(content);
    },
  );
  app.post(
    '/api/tickets/:id/transcript/mail',
    {
      config: { access: 'message:write', rateLimit: mailLimit },
      schema: { params: idParamsSchema, response: { 200: transcriptMailedSchema } },
    },
    (request) => transcripts.mail(callerOf(request), request.params.id),
  );
}
