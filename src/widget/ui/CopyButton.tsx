import { useState } from 'preact/hooks';
import type { Chat } from '../client/chat.ts';
import { t } from '../strings.ts';

/** Sends the customer a copy of the conversation, and says where it went. */
export function CopyButton({ chat, to }: { chat: Chat; to: string }) {
  const [state, setState] = useState<'idle' | 'sending' | { ok: boolean; text: string }>('idle');
  const send = async () => {
    setState('sending');
    setState(await chat.sendCopy());
  };
  if (typeof state === 'object') {
    return (
      <p class="soft" role={state.ok ? 'status' : 'alert'} dir="auto">
        {state.text}
      </p>
    );
  }
  return (
    <button
      type="button"
      class="quiet"
      title={t('copy.to', { to })}
      disabled={state === 'sending'}
      onClick={() => void send()}
    >
      {state === 'sending' ? t('copy.sending') : t('copy.button')}
    </button>
  );
}
