import { describe, expect, it } from 'vitest';
import type { WidgetAnswer, WidgetCommandName } from '../../contracts/widget.ts';
import { reduce } from '../state/state.rules.ts';
import { initialState } from '../state/state.ts';
import { createStore } from '../state/store.ts';
import { aConversation } from '../testing/fakes.ts';
import { createAfterwards } from './afterwards.ts';
import type { Connection } from './connection.ts';

const problem = {
  type: 'x',
  title: 'x',
  status: 409,
  code: 'survey_closed',
  detail: 'It is over.',
  retry: false,
};
const answer = { score: 4, comment: 'fine', tags: ['Quick'] };
const survey = { id: 's', scale: 'stars' as const, question: '?', tags: [], answer, open: true };

function afterwardsWith(reply: unknown) {
  const store = createStore(reduce, {
    ...initialState,
    conversationId: 'conversation-1',
    conversation: aConversation({ state: 'ended' }),
  });
  const asked: unknown[] = [];
  const call = async (name: WidgetCommandName, request: unknown) => {
    asked.push([name, request]);
    return reply as WidgetAnswer<WidgetCommandName>;
  };
  const connection = { call } as unknown as Connection;
  return { store, asked, ...createAfterwards(store, { connection }) };
}

describe('a survey', () => {
  it('is answered for the conversation on screen, which then shows the answer', async () => {
    const ended = {
      reason: 'agent' as const,
      at: '2026-05-01T10:00:00Z',
      nextStep: '',
      mayReply: false,
      copyTo: null,
      survey,
    };
    const conversation = aConversation({ version: 2, state: 'ended', ended });
    const it = afterwardsWith({ ok: true, data: { conversation, messages: [] } });
    expect(await it.answerSurvey('s', answer)).toBeNull();
    expect(it.asked).toEqual([
      ['survey.answer', { ...answer, surveyId: 's', conversationId: 'conversation-1' }],
    ]);
    expect(it.store.get().conversation?.ended?.survey?.answer).toEqual(answer);
  });

  it('that is closed says why', async () => {
    const { answerSurvey } = afterwardsWith({ ok: false, problem });
    expect(await answerSurvey('s', answer)).toContain('It is over.');
  });
});

describe('a copy', () => {
  it('tells where it goes, or why it does not', async () => {
    const { sendCopy } = afterwardsWith({ ok: true, data: { to: 'kim@example.test' } });
    expect(await sendCopy()).toMatchObject({ ok: true, text: expect.stringContaining('kim@') });
    const refused = afterwardsWith({ ok: false, problem });
    expect(await refused.sendCopy()).toMatchObject({ ok: false });
  });
});
