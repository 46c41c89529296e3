import {
  createPolicyService,
  policyOf,
  tellingSubject,
  wordsAsked,
} from '../features/assistant/index.ts';
import { createLearningService } from '../features/learning/index.ts';
import type { Core } from '../platform/core.ts';
import type { createAssistant } from './assistant.ts';
import type { Knowledge } from './knowledge.ts';

/** A question that takes longer counts as not answered. */
const withinMs = 10_000;

/** What the assistant's work teaches: gaps, figures, proposals, and trying it on past cases. */
export function createLearning(
  core: Core,
  {
    answers,
    articles,
    assistant,
  }: Knowledge & Pick<ReturnType<typeof createAssistant>, 'assistant'>,
) {
  return createLearningService({
    ...core,
    // As the assistant would look it up, or the trial would promise less than it keeps.
    ask: (workspaceId, { text, subject = '' }) => {
      const question = { text: wordsAsked(text), subject: tellingSubject(subject) };
      return answers.answerSoon(workspaceId, question, { audience: 'customer', withinMs });
    },
    createArticle: articles.create,
    policies: { policyOf, saveIn: createPolicyService(core).saveIn },
    requestCorrection: assistant.requestCorrection,
  });
}
