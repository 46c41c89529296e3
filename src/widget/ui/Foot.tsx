import type { ChatState } from '../state/state.ts';
import { Composer } from './Composer.tsx';
import { EndQuestion } from './EndQuestion.tsx';
import { Ended } from './Ended.tsx';
import type { PanelContext } from './Panel.tsx';
import { PersonButton } from './PersonButton.tsx';
import { Waiting } from './Waiting.tsx';

/** Below the log: what the state asks for, then the composer. */
export function Foot({ chat, config, state }: PanelContext & { state: ChatState }) {
  const { conversation } = state;
  return (
    <footer class="foot">
      {conversation?.state === 'waiting' && conversation.queue && (
        <Waiting queue={conversation.queue} />
      )}
      {conversation?.state === 'bot' && <PersonButton chat={chat} />}
      {conversation?.ended && (
        <Ended chat={chat} conversation={conversation} ended={conversation.ended} />
      )}
      {state.ending !== 'no' && <EndQuestion chat={chat} sending={state.ending === 'sending'} />}
      <Composer chat={chat} config={config} state={state} />
    </footer>
  );
}
