import { doneSchema, idParamsSchema } from '../../../../contracts/common.ts';
import { proposalsSchema } from '../../../../contracts/learning.ts';
import { callerOf } from '../../../platform/http/access.ts';
import type { HttpApp } from '../../../platform/http/app.ts';
import type { ProposalService } from './proposals.service.ts';

const decide = {
  config: { access: 'assistant:write' },
  schema: { params: idParamsSchema, response: { 200: doneSchema } },
} as const;

/** What outcomes speak for; only who sets the policy decides. */
export function proposalRoutes(app: HttpApp, proposals: ProposalService): void {
  const answer = { 200: proposalsSchema };
  app.get(
    '/api/assistant/proposals',
    { config: { access: 'assistant:read' }, schema: { response: answer } },
    (request) => proposals.list(callerOf(request).workspaceId),
  );
  app.post(
    '/api/assistant/proposals/look',
    { config: { access: 'assistant:write' }, schema: { response: answer } },
    async (request) => {
      const { workspaceId } = callerOf(request);
      await proposals.look(workspaceId);
      return proposals.list(workspaceId);
    },
  );
  app.post('/api/assistant/proposals/:id/accept', decide, async (request) => {
    await proposals.accept(callerOf(request), request.params.id);
    return { done: true as const };
  });
  app.post('/api/assistant/proposals/:id/dismiss', decide, async (request) => {
    await proposals.dismiss(callerOf(request), request.params.id);
    return { done: true as const };
  });
}
