import type { WidgetChange } from '../../contracts/widget.ts';
import type { ChatEvent, ChatState } from '../state/state.ts';
import type { Store } from '../state/store.ts';
import type { Position } from './position.ts';

type Options = {
  store: Store<ChatState, ChatEvent>;
  position: Position;
  sync(): Promise<void>;
};

/** The signal that ends the typing can get lost with the agent's line, so it ends by itself. */
const TYPING_SHOWN_MS = 8_000;

/** Takes what the server announces: typing is shown, everything else is read when it is news. */
export function createChangeListener({
  store,
  position,
  sync,
}: Options): (change: WidgetChange) => void {
  let typingEnds: ReturnType<typeof setTimeout> | undefined;
  const showTyping = (name: string | null) => {
    clearTimeout(typingEnds);
    store.dispatch({ type: 'typing.changed', name });
    if (name !== null) typingEnds = setTimeout(() => showTyping(null), TYPING_SHOWN_MS);
  };
  return (change) => {
    const { conversation, conversationId, readSeq, follows } = store.get();
    const here = change.conversationId === conversationId;
    if (change.event === 'agent.typing') {
      if (here) showTyping(change.typing ? change.name : null);
    } else if (here) {
      const news = change.version > (conversation?.version ?? -1) || change.lastSeq > readSeq;
      if (news) void sync();
    } else if (change.conversationId !== follows) {
      position.wantLatest();
      void sync();
    }
  };
}
