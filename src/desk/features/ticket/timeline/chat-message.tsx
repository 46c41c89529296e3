import { useTranslation } from 'react-i18next';
import type { Message } from '../../../../contracts/conversations.ts';
import { cx } from '../../../lib/cx.ts';
import { formatAbsolute } from '../../../lib/format.ts';
import { Avatar } from '../../../ui/avatar.tsx';
import { Attachments } from './attachments.tsx';
import type { MessageRowProps } from './message-row.tsx';
import { MessageText } from './message-text.tsx';
import { TimeOfDay } from './time-of-day.tsx';

/** A message of a chat: the customer's at the start, ours at the end, the assistant's in its violet. */
export function ChatMessage({ message, first, last, customer }: MessageRowProps) {
  const { i18n } = useTranslation();
  const { author } = message;
  if (author.kind === 'system' || author.kind === 'trigger')
    return <SystemMessage message={message} />;
  const ours = author.kind !== 'customer';
  const name = ours ? author.name : customer;
  return (
    <article aria-label={name} className={cx('flex gap-2', ours && 'flex-row-reverse')}>
      <span className="w-7 shrink-0">
        {first && (
          <Avatar
            name={name}
            id={author.id ?? name}
            kind={author.kind === 'assistant' ? 'assistant' : 'person'}
          />
        )}
      </span>
      <div
        className={cx(
          'flex max-w-[min(36rem,82%)] min-w-0 flex-col',
          ours ? 'items-end' : 'items-start',
        )}
      >
        {first && (
          <p className="mb-0.5 flex max-w-full gap-1.5 text-meta text-subtle">
            <bdi
              className={cx(
                'truncate font-medium',
                author.kind === 'assistant' ? 'text-assistant' : 'text-muted',
              )}
            >
              {name}
            </bdi>
            <TimeOfDay at={message.at} />
          </p>
        )}
        {message.text !== '' && (
          <div
            className={cx(
              'max-w-full rounded-overlay px-3 py-1.5 text-message',
              BUBBLES[author.kind],
            )}
            title={first ? undefined : formatAbsolute(Date.parse(message.at), i18n.language)}
          >
            <MessageText text={message.text} />
          </div>
        )}
        <Attachments attachments={message.attachments} />
        {last && author.kind === 'agent' && <Seen message={message} />}
      </div>
    </article>
  );
}

function Seen({ message }: { message: Message }) {
  const { t } = useTranslation();
  return (
    <p className="mt-0.5 text-meta text-subtle">
      {t(message.seen ? 'timeline.seen' : 'timeline.notSeen')}
    </p>
  );
}

function SystemMessage({ message }: { message: Message }) {
  return (
    <p className="mx-auto max-w-message py-1 text-center text-meta text-balance text-muted">
      <MessageText text={message.text} /> <TimeOfDay at={message.at} className="text-subtle" />
    </p>
  );
}

const BUBBLES = {
  customer: 'bg-sunken border border-line',
  agent: 'bg-accent-soft border border-accent-line',
  assistant: 'bg-assistant-soft border border-assistant-line',
};
