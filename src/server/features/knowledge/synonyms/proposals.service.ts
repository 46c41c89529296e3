import type { SynonymProposal } from '../../../../contracts/knowledge.ts';
import type { Core } from '../../../platform/core.ts';
import type { Scope } from '../../../platform/db/database.ts';
import { notFound } from '../../../platform/errors.ts';
import { insertSynonyms, listSynonyms, updateSynonyms } from '../articles/synonyms.store.ts';
import {
  answerProposal,
  insertProposals,
  listAnswered,
  listProposals,
  listTexts,
} from './proposals.store.ts';
import { proposeSynonyms, wordsIn } from './propose.ts';

export type SynonymProposalService = ReturnType<typeof createSynonymProposals>;

const mostTickets = 1_000;
const pageOfArticles = 100;
const mostWords = 20;

/** Words of customers for words of articles, as questions and the answers of agents suggest them. */
export function createSynonymProposals({ database, clock, ids }: Core) {
  /** In how many published articles each stem is; read a page at a time. */
  async function knownWords(workspaceId: string): Promise<Map<string, number>> {
    const known = new Map<string, number>();
    for (let after: string | null = null; ;) {
      const from: string | null = after;
      const page: { id: string; text: string }[] = await database.inWorkspace(
        workspaceId,
        (scope) => listTexts(scope, { after: from, most: pageOfArticles }),
      );
      for (const { text } of page)
        for (const stem of wordsIn(text).keys()) known.set(stem, (known.get(stem) ?? 0) + 1);
      if (page.length < pageOfArticles) return known;
      after = page.at(-1)?.id ?? null;
    }
  }

  return {
    /** Handler of `synonyms.propose`: looks through the latest solved tickets. */
    async propose(workspaceId: string): Promise<void> {
      const known = await knownWords(workspaceId);
      const tickets = await database.inWorkspace(workspaceId, (scope) =>
        listAnswered(scope, mostTickets),
      );
      const ideas = proposeSynonyms(tickets, known).map((idea) => ({ ...idea, id: ids.next() }));
      if (ideas.length === 0) return;
      await database.inWorkspace(workspaceId, async (scope) => {
        if ((await insertProposals(scope, ideas, clock.now())) > 0)
          scope.record({ type: 'synonyms.proposed', workspaceId });
      });
    },

    /** What waits for an answer. */
    proposals: (workspaceId: string): Promise<SynonymProposal[]> =>
      database.inWorkspace(workspaceId, listProposals),

    /** Takes a proposal over into the synonyms, or dismisses it for good. Throws `not_found`. */
    answer: (workspaceId: string, id: string, accepts: boolean): Promise<void> =>
      database.inWorkspace(workspaceId, async (scope) => {
        const pair = await answerProposal(scope, id, accepts ? 'accepted' : 'dismissed');
        if (!pair) throw notFound('proposal');
        if (accepts) await take(scope, pair);
        scope.record({ type: 'knowledge.changed', workspaceId });
      }),
  };

  async function take(scope: Scope, { said, meant }: { said: string; meant: string }) {
    const groups = await listSynonyms(scope);
    const fitting = groups.find(({ words }) => words.includes(meant) && words.length < mostWords);
    if (!fitting) return insertSynonyms(scope, ids.next(), [said, meant]);
    if (!fitting.words.includes(said))
      await updateSynonyms(scope, fitting.id, [...fitting.words, said]);
  }
}
