import type { WidgetRequest } from '../../contracts/widget.ts';
import type { ChatEvent, ChatState } from '../state/state.ts';
import type { Store } from '../state/store.ts';

/** What to read next. */
export type Position = {
  current(): WidgetRequest<'conversation.read'>;
  /** There is a newer conversation than the one on screen: the next read asks for that. */
  wantLatest(): void;
  /** The read has come. */
  settled(): void;
};

/** The conversation on screen from where it was read to, or the visitor's latest from its start. */
export function createPosition({ get }: Store<ChatState, ChatEvent>): Position {
  let latestWanted = false;
  return {
    current() {
      const { conversationId, readSeq } = get();
      return latestWanted
        ? { conversationId: null, afterSeq: 0 }
        : { conversationId, afterSeq: readSeq };
    },
    wantLatest() {
      latestWanted = true;
    },
    settled() {
      latestWanted = false;
    },
  };
}
