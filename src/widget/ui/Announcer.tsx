import { useEffect, useRef, useState } from 'preact/hooks';
import { isOther } from '../state/rows.rules.ts';
import type { ChatState } from '../state/state.ts';
import { t } from '../strings.ts';

/**
 * Tells screen readers of new messages by others, and of nothing else. The log itself is not live: it
 * would read out the whole history when it is loaded, and the customer's own words as they are sent.
 */
export function Announcer({ state }: { state: ChatState }) {
  const [text, setText] = useState('');
  const told = useRef({ conversationId: '', seq: 0 });
  const { conversationId, messages, loaded } = state;
  useEffect(() => {
    if (!loaded || conversationId === null) return;
    const last = messages.at(-1)?.seq ?? 0;
    const known = told.current.conversationId === conversationId;
    const fresh = messages.filter(
      ({ seq, author }) => seq > told.current.seq && isOther(author.kind),
    );
    if (known && fresh.length > 0) setText(fresh.map(sentenceOf).join(' '));
    told.current = { conversationId, seq: Math.max(known ? told.current.seq : 0, last) };
  }, [loaded, conversationId, messages]);
  return (
    <div class="hidden-text" role="status" aria-live="polite">
      {text}
    </div>
  );
}

function sentenceOf({ author, text }: ChatState['messages'][number]): string {
  return text === ''
    ? t('log.announceFiles', { name: author.name })
    : t('log.announce', { name: author.name, text });
}
