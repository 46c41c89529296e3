import { doneSchema, idParamsSchema } from '../../../../contracts/common.ts';
import { answerProposalSchema, synonymProposalsSchema } from '../../../../contracts/knowledge.ts';
import { callerOf } from '../../../platform/http/access.ts';
import type { HttpApp } from '../../../platform/http/app.ts';
import type { SynonymProposalService } from './proposals.service.ts';

const config = { access: 'knowledge:write' } as const;

/** Synonyms that past answers suggest: read, taken over or dismissed. */
export function synonymProposalRoutes(app: HttpApp, proposals: SynonymProposalService): void {
  app.get(
    '/api/knowledge/synonym-proposals',
    { config, schema: { response: { 200: synonymProposalsSchema } } },
    async (request) => ({ proposals: await proposals.proposals(callerOf(request).workspaceId) }),
  );
  app.post(
    '/api/knowledge/synonym-proposals/:id/answer',
    {
      config,
      schema: { params: idParamsSchema, body: answerProposalSchema, response: { 200: doneSchema } },
    },
    async (request) => {
      const { workspaceId } = callerOf(request);
      await proposals.answer(workspaceId, request.params.id, request.body.accepts);
      return { done: true as const };
    },
  );
}
