import type { Listener } from '../../../platform/outbox/relay.ts';

/** Lets this process see changes of the knowledge base at once; others see them within a second. */
export function createAnswerListener(answers: { touch: (workspaceId: string) => void }): Listener {
  return {
    tell: ({ workspaceId, event }) => {
      if (event.type === 'article.changed' || event.type === 'knowledge.changed')
        answers.touch(workspaceId);
    },
  };
}
