import { useEffect, useRef } from 'preact/hooks';
import type { Chat } from '../client/chat.ts';
import { t } from '../strings.ts';

/** Asks in place, before the chat is ended. The harmless answer has the focus; Escape gives it too. */
export function EndQuestion({ chat, sending }: { chat: Chat; sending: boolean }) {
  const keep = useRef<HTMLButtonElement>(null);
  useEffect(() => keep.current?.focus(), []);
  return (
    <div class="state-card question" role="group" aria-labelledby="segue-end-question">
      <p id="segue-end-question">
        <strong>{t('end.question')}</strong> {t('end.consequence')}
      </p>
      <div class="buttons">
        <button
          ref={keep}
          type="button"
          class="quiet"
          disabled={sending}
          onClick={() => chat.setEnding('no')}
        >
          {t('end.cancel')}
        </button>
        <button type="button" class="danger" disabled={sending} onClick={() => void chat.end()}>
          {sending ? t('end.sending') : t('end.confirm')}
        </button>
      </div>
    </div>
  );
}
