import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { knowledgeAnswerSchema, type askKnowledgeSchema } from '../../../../contracts/answers.ts';
import type { z } from 'zod';
import { useApi } from '../../../lib/api-context.ts';
import { queryKeys } from '../../query-keys.ts';

/** What the knowledge base says to a question; null asks nothing. */
export function useKnowledgeAnswer(question: z.input<typeof askKnowledgeSchema> | null) {
  const api = useApi();
  return useQuery({
    queryKey: queryKeys.knowledgePart('question', question ?? {}),
    enabled: question !== null,
    placeholderData: keepPreviousData,
    queryFn: ({ signal }) =>
      api.request({
        method: 'POST',
        path: '/api/knowledge/questions',
        body: question,
        response: knowledgeAnswerSchema,
        signal,
      }),
  });
}
