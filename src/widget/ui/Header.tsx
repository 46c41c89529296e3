import type { ChatState } from '../state/state.ts';
import { t } from '../strings.ts';
import { Avatar } from './Avatar.tsx';
import { Icon } from './Icon.tsx';
import type { PanelContext } from './Panel.tsx';

type Props = PanelContext & { state: ChatState; onClose(): void };

/** Who the customer is talking to, the way to end the chat and the way to put it aside. */
export function Header({ chat, config, state, onClose }: Props) {
  const { conversation } = state;
  const agent = conversation?.state === 'with_agent' ? conversation.agent : null;
  const mayEnd =
    config.customerMayEnd && conversation?.mayEnd === true && conversation.state !== 'ended';
  return (
    <header class="header">
      <Avatar kind={agent ? 'agent' : 'workspace'} name={agent?.name ?? config.workspaceName} />
      <div class="who">
        <h2 dir="auto">{agent?.name ?? config.workspaceName}</h2>
        <p>
          <span class="dot" data-on={isReachable(state, config.agentsOnline)} />
          <span dir="auto">{statusLine(state, config)}</span>
        </p>
      </div>
      {mayEnd && (
        <button
          type="button"
          class="quiet end-button"
          disabled={state.ending !== 'no'}
          onClick={() => chat.setEnding('asking')}
        >
          {t('end.button')}
        </button>
      )}
      <button type="button" class="icon-button" aria-label={t('panel.close')} onClick={onClose}>
        <Icon name="minimise" />
      </button>
    </header>
  );
}

function isReachable({ conversation }: ChatState, agentsOnline: boolean): boolean {
  if (conversation?.state === 'ended') return false;
  if (conversation?.state === 'with_agent') return true;
  return conversation?.queue?.agentsOnline ?? agentsOnline;
}

function statusLine({ conversation }: ChatState, config: Props['config']): string {
  switch (conversation?.state) {
    case 'with_agent':
      return conversation.quiet ? t('header.quiet') : config.workspaceName;
    case 'waiting':
      return conversation.queue?.agentsOnline === false ? t('header.away') : t('header.waiting');
    case 'ended':
      return t('header.ended');
    default:
      return config.agentsOnline ? t('header.online') : t('header.away');
  }
}
