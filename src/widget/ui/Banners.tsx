import type { Chat } from '../client/chat.ts';
import type { ChatState } from '../state/state.ts';
import { t } from '../strings.ts';
import { Icon } from './Icon.tsx';

/** Lines below the header: the connection, and what went wrong with the last thing asked for. */
export function Banners({ chat, state }: { chat: Chat; state: ChatState }) {
  const connection = connectionText(state);
  return (
    <div class="banners">
      <div role="status">{connection && <p class="banner waiting-banner">{connection}</p>}</div>
      <div role="alert">
        {state.banner && (
          <p class="banner problem">
            <Icon name="alert" />
            <span>{state.banner}</span>
            <button
              type="button"
              class="icon-button"
              aria-label={t('banner.dismiss')}
              onClick={chat.dismissBanner}
            >
              <Icon name="close" />
            </button>
          </p>
        )}
      </div>
    </div>
  );
}

function connectionText({ status, loaded, conversationId }: ChatState): string | null {
  if (status === 'refused') return t('connection.failed');
  if (status !== 'offline') return null;
  if (!navigator.onLine) return t('connection.offline');
  return loaded && conversationId !== null ? t('connection.reconnecting') : t('connection.failed');
}
