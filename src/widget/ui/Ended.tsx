import type { WidgetConversation } from '../../contracts/widget.ts';
import type { Chat } from '../client/chat.ts';
import { t } from '../strings.ts';
import { CopyButton } from './CopyButton.tsx';
import { Icon } from './Icon.tsx';
import { Survey } from './Survey.tsx';

type Props = {
  chat: Chat;
  conversation: WidgetConversation;
  ended: NonNullable<WidgetConversation['ended']>;
  /** Whether a new conversation may be begun. */
  open: boolean;
};

/** Why the conversation is over, what happens next, how it was, and the ways to a copy and a new one. */
export function Ended({ chat, conversation, ended, open }: Props) {
  return (
    <div class="state-card ended">
      <div role="status">
        <p>
          <strong dir="auto">{reasonLine(ended.reason, conversation.agent?.name ?? null)}</strong>
        </p>
        <p dir="auto">{ended.nextStep}</p>
      </div>
      {ended.survey && <Survey key={ended.survey.id} chat={chat} survey={ended.survey} />}
      <div class="acts">
        {open && (
          <button type="button" class="primary" data-focus onClick={chat.startNew}>
            <Icon name="plus" />
            {t('ended.new')}
          </button>
        )}
        {ended.copyTo !== null && <CopyButton chat={chat} to={ended.copyTo} />}
      </div>
    </div>
  );
}

function reasonLine(reason: Props['ended']['reason'], agent: string | null): string {
  switch (reason) {
    case 'agent':
      return agent === null ? t('ended.agentUnknown') : t('ended.agent', { name: agent });
    case 'customer':
      return t('ended.customer');
    case 'inactivity':
      return t('ended.inactivity');
    case 'trigger':
    case 'system':
      return t('ended.other');
  }
}
