import type { ChatEvent, ChatState } from '../state/state.ts';
import type { Store } from '../state/store.ts';
import { t } from '../strings.ts';
import type { Core } from './core.ts';

/** What the customer can ask of the conversation itself. */
export type Commands = {
  askForPerson(): Promise<void>;
  setEnding(ending: 'no' | 'asking'): void;
  end(): Promise<void>;
};

/** Sends commands about the conversation on screen; a refusal becomes the banner. */
export function createCommands(
  { get, dispatch }: Store<ChatState, ChatEvent>,
  core: Core,
): Commands {
  const command = async (
    name: 'person.request' | 'session.end',
    refused: (reason: string) => string,
  ) => {
    const { conversationId } = get();
    if (conversationId === null) return;
    dispatch({ type: 'banner.changed', text: null });
    const answer = await core.connection.call(name, { conversationId });
    if (!answer.ok)
      return dispatch({ type: 'banner.changed', text: refused(answer.problem.detail) });
    // Its messages are left to the read: the answer need not hold all that is new.
    const update = { conversation: answer.data.conversation, messages: [] };
    dispatch({ type: 'update.received', update, seenSeq: get().seenSeq });
    await core.sync();
  };
  return {
    askForPerson: () => command('person.request', (reason) => t('person.failed', { reason })),
    setEnding: (ending) => dispatch({ type: 'ending.changed', ending }),
    async end() {
      dispatch({ type: 'ending.changed', ending: 'sending' });
      await command('session.end', (reason) => t('end.failed', { reason }));
      dispatch({ type: 'ending.changed', ending: 'no' });
    },
  };
}
