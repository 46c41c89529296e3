import { describe, expect, test } from 'vitest';
import type { KnowledgeAnswer } from '../../../contracts/answers.ts';
import { nextTurn } from './bot.rules.ts';
import { helpOf } from './help.ts';
import { initialState, type BotInput, type BotKnowledge, type BotTurn } from './state.rules.ts';

const help = {
  text: 'Fire bisque at 1000 degrees.',
  sources: [{ title: 'Firing the kiln', url: 'https://shop.example/help/a' }],
};
const known: BotKnowledge = { name: null, email: null, agentsOnline: true, continued: false };
const said = (text: string, optionId?: string): BotInput => ({
  kind: 'message',
  text,
  answer: optionId === undefined ? null : { kind: 'choice', optionId },
  files: 0,
});

function offered(): BotTurn {
  return nextTurn(initialState(), said('At how many degrees do I fire bisque?'), {
    ...known,
    help,
  });
}

describe('an answer of the help pages', () => {
  test('comes before all questions, with its source and whether it helped', () => {
    const { state, replies } = offered();
    expect(state.stage).toBe('help');
    expect(replies).toHaveLength(1);
    expect(replies[0]?.text).toContain('automated assistant');
    expect(replies[0]?.text).toContain(help.text);
    expect(replies[0]?.text).toContain('https://shop.example/help/a');
    expect(replies[0]?.prompt).toMatchObject({ kind: 'choice' });
  });

  test.each(['yes', 'Thanks, that helped!', 'ok great thank you', 'ja', 'merci'])(
    '%j ends kindly and makes no work',
    (text) => {
      const turn = nextTurn(offered().state, said(text), known);
      expect(turn).toMatchObject({ act: 'end', state: { stage: 'done', topic: null } });
    },
  );

  test('a button says the same', () => {
    const turn = nextTurn(offered().state, said('help_yes', 'help_yes'), known);
    expect(turn.act).toBe('end');
  });

  test.each(['no', 'No, it is stoneware', 'that does not work'])('%j goes on as ever', (text) => {
    const turn = nextTurn(offered().state, said(text), { ...known, help });
    expect(turn).toMatchObject({ act: null, state: { stage: 'name' } });
    expect(turn.state.topic).toBe('At how many degrees do I fire bisque?');
  });

  test('a person is a person', () => {
    expect(nextTurn(offered().state, said('human please'), known).act).toBe('hand_over');
  });
});

describe('helpOf', () => {
  const citation = {
    articleId: 'a',
    version: 1,
    title: 'Firing the kiln',
    visibility: 'public' as const,
    headings: [],
    url: null,
    quote: 'Fire at **1000** degrees.',
    start: 0,
    end: 25,
  };
  const answer: KnowledgeAnswer = {
    question: 'how hot',
    passages: [],
    confidence: 0.8,
    answerFrom: 0.75,
    parts: [],
    decision: 'hand_over',
    answer: citation.quote,
    citations: [citation],
  };

  test('gives the plain words of a sure answer', () => {
    expect(helpOf(answer, 0.75)).toEqual({
      text: 'Fire at 1000 degrees.',
      sources: [{ title: 'Firing the kiln', url: null }],
    });
  });

  test.each<[string, Partial<KnowledgeAnswer>]>([
    ['it is not sure', { confidence: 0.7 }],
    ['it depends on what is not known', { decision: 'ask' }],
    ['no sentence answers', { citations: [] }],
    ['it would quote something internal', { citations: [{ ...citation, visibility: 'internal' }] }],
    [
      'it is longer than a chat is read',
      { citations: [{ ...citation, quote: 'x'.repeat(5_000) }] },
    ],
  ])('gives nothing when %s', (_why, change) => {
    expect(helpOf({ ...answer, ...change }, 0.75)).toBeNull();
  });
});
