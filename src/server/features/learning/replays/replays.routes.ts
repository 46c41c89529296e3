import { z } from 'zod';
import { doneSchema, idParamsSchema, idSchema } from '../../../../contracts/common.ts';
import {
  replaySchema,
  setUpSchema,
  startCategorySchema,
  startReplaySchema,
} from '../../../../contracts/learning.ts';
import { callerOf } from '../../../platform/http/access.ts';
import type { HttpApp } from '../../../platform/http/app.ts';
import type { ReplayService } from './replays.service.ts';

const access = 'assistant:write';

/** Trying the assistant on past cases, and switching it on. */
export function replayRoutes(app: HttpApp, replays: ReplayService): void {
  app.get(
    '/api/assistant/set-up',
    { config: { access }, schema: { response: { 200: setUpSchema } } },
    (request) => replays.setUp(callerOf(request).workspaceId),
  );
  app.post(
    '/api/assistant/replays',
    {
      config: { access },
      schema: { body: startReplaySchema, response: { 200: z.object({ id: idSchema }) } },
    },
    (request) => replays.ask(callerOf(request), request.body.category),
  );
  app.get(
    '/api/assistant/replays/:id',
    {
      config: { access },
      schema: { params: idParamsSchema, response: { 200: replaySchema } },
    },
    (request) => replays.get(callerOf(request).workspaceId, request.params.id),
  );
  app.post(
    '/api/assistant/replays/:id/start',
    {
      config: { access },
      schema: {
        params: idParamsSchema,
        body: startCategorySchema,
        response: { 200: doneSchema },
      },
    },
    async (request) => {
      await replays.start(callerOf(request), request.params.id, request.body);
      return { done: true as const };
    },
  );
}
