import type { KnowledgeAnswer } from '../../../contracts/answers.ts';
import { plainMarkdown } from '../../../contracts/plain-markdown.ts';
import type { WorkspaceSettings } from '../../../contracts/workspaces.ts';
import type { Core } from '../../platform/core.ts';
import type { Scope } from '../../platform/db/database.ts';
import type { AnswerService } from '../knowledge/index.ts';
import { findUnasked, hasPublicArticles } from './help.store.ts';
import { readState, type HelpAnswer } from './state.rules.ts';
import { wantsPerson } from './wish.rules.ts';
import { isVague } from './words.rules.ts';

export interface HelpDeps extends Pick<Core, 'database'> {
  readonly answers: Pick<AnswerService, 'answerSoon'>;
  readonly settingsOf: (scope: Scope) => Promise<Pick<WorkspaceSettings, 'bot'>>;
}

/** What a customer wrote, and where; no conversation: a new one. */
export interface Asked {
  readonly conversationId: string | null;
  readonly text: string;
}

export type HelpFinder = ReturnType<typeof createHelpFinder>;

/** Longer than a chat is read; such an answer is better found by a person. */
const longestAnswer = 1_800;
const withinMs = 2_000;

/**
 * Looks for an answer of the help pages to what a customer begins with. It may have to wait for the index,
 * so it is done before the transaction of the message, which must hold no lock meanwhile.
 */
export function createHelpFinder({ database, answers, settingsOf }: HelpDeps) {
  async function leastConfidence(scope: Scope, conversationId: string | null) {
    if (conversationId !== null && !(await awaitsTopic(scope, conversationId))) return null;
    const { bot } = await settingsOf(scope);
    if (!bot.answers || !(await hasPublicArticles(scope))) return null;
    return bot.minimumConfidence;
  }

  return {
    /** Null when it is switched off, not sure, in conditions, or too late: the talk goes on without it. */
    async find(workspaceId: string, { conversationId, text }: Asked): Promise<HelpAnswer | null> {
      if (isVague(text) || wantsPerson(text)) return null;
      const least = await database.inWorkspace(workspaceId, (scope) =>
        leastConfidence(scope, conversationId),
      );
      if (least === null) return null;
      const answer = await answers.answerSoon(
        workspaceId,
        { text },
        { audience: 'customer', withinMs },
      );
      return answer === null ? null : helpOf(answer, least);
    },
  };
}

async function awaitsTopic(scope: Scope, conversationId: string): Promise<boolean> {
  const stored = await findUnasked(scope, conversationId);
  if (stored === undefined) return false;
  const { stage, topic } = readState(stored);
  return topic === null && stage !== 'waiting';
}

/** The answer as the bot gives it; null where it must not give one. */
export function helpOf(answer: KnowledgeAnswer, least: number): HelpAnswer | null {
  const { confidence, decision, citations } = answer;
  if (confidence < least || decision === 'ask' || citations.length === 0) return null;
  if (citations.some(({ visibility }) => visibility !== 'public')) return null;
  const text = citations.map(({ quote }) => plainMarkdown(quote)).join('\n\n');
  if (text.length > longestAnswer) return null;
  const sources = new Map(
    citations.map(({ articleId, title, url }) => [articleId, { title, url }]),
  );
  return { text, sources: [...sources.values()] };
}
