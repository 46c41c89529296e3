import { askKnowledgeSchema, knowledgeAnswerSchema } from '../../../../contracts/answers.ts';
import { callerOf } from '../../../platform/http/access.ts';
import type { HttpApp } from '../../../platform/http/app.ts';
import type { AnswerService } from './answers.service.ts';

/** Questions of the desk to the knowledge base. */
export function answerRoutes(app: HttpApp, answers: AnswerService): void {
  app.post(
    '/api/knowledge/questions',
    {
      config: { access: 'knowledge:read' },
      schema: { body: askKnowledgeSchema, response: { 200: knowledgeAnswerSchema } },
    },
    (request) => answers.ask(callerOf(request).workspaceId, request.body),
  );
}
