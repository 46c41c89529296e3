import type { ChatState } from '../state/state.ts';
import { Closed } from './Closed.tsx';
import { Composer } from './Composer.tsx';
import { EndQuestion } from './EndQuestion.tsx';
import { Ended } from './Ended.tsx';
import type { PanelContext } from './Panel.tsx';
import { PersonButton } from './PersonButton.tsx';
import { Waiting } from './Waiting.tsx';

/** Below the log: what the state asks for, then the composer. */
export function Foot({ chat, config, origin, state }: PanelContext & { state: ChatState }) {
  const { conversation } = state;
  const closed = !config.open && (conversation === null || conversation.state === 'ended');
  return (
    <footer class="foot">
      {conversation?.state === 'waiting' && conversation.queue && (
        <Waiting queue={conversation.queue} />
      )}
      {conversation?.state === 'bot' && <PersonButton chat={chat} />}
      {conversation?.ended && (
        <Ended
          chat={chat}
          conversation={conversation}
          ended={conversation.ended}
          open={config.open}
        />
      )}
      {state.ending !== 'no' && <EndQuestion chat={chat} sending={state.ending === 'sending'} />}
      {closed ? (
        <Closed config={config} origin={origin} />
      ) : (
        <Composer chat={chat} config={config} state={state} />
      )}
    </footer>
  );
}
