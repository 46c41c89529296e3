import type { KnowledgeAnswer } from '../../../../contracts/answers.ts';
import type { Core } from '../../../platform/core.ts';
import { generalLines } from '../gaps/answer-text.rules.ts';
import { contained, linksTo, sameFrom, wordsOfText, worthOfWords } from './replay.rules.ts';
import {
  findReplay,
  insertReplayCase,
  listPast,
  listReplayCases,
  listTexts,
  updateReplay,
  type NewReplayCase,
  type PastCase,
} from './replays.store.ts';

export interface RunReplayDeps extends Pick<Core, 'database' | 'clock'> {
  /** What the articles say to a question of a customer; null when it took too long. */
  readonly ask: (
    workspaceId: string,
    question: { text: string; subject?: string },
  ) => Promise<KnowledgeAnswer | null>;
}

const dayMs = 86_400_000;
/** Older cases were answered from other articles. */
export const pastDays = 180;
const mostCases = 300;
const tellEvery = 20;

type Worth = ReturnType<typeof worthOfWords>;
type Told = { readonly one: PastCase; readonly answer: string; readonly words: Set<number> };

/**
 * Handler of `assistant.replay`: asks the articles what past customers asked first, and compares what they
 * quote with what an agent wrote. A run that was broken off goes on where it stopped.
 */
export function createReplayRunner({ database, clock, ask }: RunReplayDeps) {
  return async function run(workspaceId: string, replayId: string): Promise<void> {
    const begun = await begin(workspaceId, replayId);
    if (begun === null) return;
    const told = begun.cases.map(tellingOf);
    const worth = worthOfWords(told.map(({ words }) => words));
    for (const [place, one] of told.entries()) {
      if (begun.known.has(one.one.id)) continue;
      const compared = await compare(workspaceId, one, worth);
      await database.inWorkspace(workspaceId, async (scope) => {
        await insertReplayCase(scope, replayId, compared);
        if (place % tellEvery === 0) scope.record({ type: 'learning.changed', workspaceId });
      });
    }
    await end(workspaceId, replayId, 'done');
  };

  async function begin(workspaceId: string, replayId: string) {
    return database.inWorkspace(workspaceId, async (scope) => {
      const replay = await findReplay(scope, replayId);
      if (replay?.state !== 'running') return null;
      const since = new Date(replay.made_at.getTime() - pastDays * dayMs);
      const cases = await listPast(scope, { category: replay.category, since, most: mostCases });
      await updateReplay(scope, replayId, { total: cases.length });
      const known = (await listReplayCases(scope, replayId)).map((row) => row.ticket_id);
      return { cases, known: new Set(known) };
    });
  }

  async function compare(workspaceId: string, told: Told, worth: Worth): Promise<NewReplayCase> {
    const { one, answer, words } = told;
    const found = await ask(workspaceId, { text: one.asked, subject: one.subject });
    const citations = found?.citations ?? [];
    const texts = await database.inWorkspace(workspaceId, (scope) => listTexts(scope, citations));
    const article = wordsOfText(texts.map(({ text }) => text).join('\n'));
    const likeness = contained(words, article, worth);
    const addresses = [...citations.map(({ url }) => url), ...texts.map(({ source }) => source)];
    const linked = linksTo(one.answer, addresses);
    return {
      ticketId: one.id,
      question: one.asked,
      quote: found?.answer ?? '',
      agentAnswer: answer,
      articleId: citations[0]?.articleId ?? null,
      // Without a sentence to quote it answers nothing, however sure it is.
      confidence: citations.length > 0 ? (found?.confidence ?? 0) : 0,
      likeness,
      linked,
      verdict: linked || likeness >= sameFrom ? 'right' : 'wrong',
    };
  }

  async function end(workspaceId: string, id: string, state: 'done' | 'failed'): Promise<void> {
    await database.inWorkspace(workspaceId, async (scope) => {
      await updateReplay(scope, id, { state, ended_at: clock.now() });
      scope.record({ type: 'learning.changed', workspaceId });
    });
  }
}

/** What an agent said to everybody who asks that: an answer that was an act for one customer says nothing. */
function tellingOf(one: PastCase): Told {
  const answer = generalLines(one.answer, one)
    .map(({ text }) => text)
    .join('\n');
  return { one, answer, words: wordsOfText(answer) };
}
