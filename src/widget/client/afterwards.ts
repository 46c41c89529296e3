import type { SurveyAnswer } from '../../contracts/surveys.ts';
import type { ChatEvent, ChatState } from '../state/state.ts';
import type { Store } from '../state/store.ts';
import { t } from '../strings.ts';
import type { Core } from './core.ts';

/** What the customer can do with a conversation that is over. */
export type Afterwards = {
  /** Resolves to why it was not taken, or null. */
  answerSurvey(surveyId: string, answer: SurveyAnswer): Promise<string | null>;
  /** Resolves to what to tell the customer. */
  sendCopy(): Promise<{ ok: boolean; text: string }>;
};

/** The survey and the copy of the conversation on screen. */
export function createAfterwards(
  { get, dispatch }: Store<ChatState, ChatEvent>,
  { connection }: Pick<Core, 'connection'>,
): Afterwards {
  return {
    async answerSurvey(surveyId, answer) {
      const { conversationId } = get();
      if (conversationId === null) return t('problem.unknown');
      const request = { ...answer, conversationId, surveyId };
      const taken = await connection.call('survey.answer', request);
      if (!taken.ok) return t('survey.failed', { reason: taken.problem.detail });
      const update = { conversation: taken.data.conversation, messages: [] };
      dispatch({ type: 'update.received', update, seenSeq: get().seenSeq });
      return null;
    },
    async sendCopy() {
      const { conversationId } = get();
      if (conversationId === null) return { ok: false, text: t('problem.unknown') };
      const sent = await connection.call('transcript.send', { conversationId });
      return sent.ok
        ? { ok: true, text: t('copy.sent', { to: sent.data.to }) }
        : { ok: false, text: t('copy.failed', { reason: sent.problem.detail }) };
    },
  };
}
