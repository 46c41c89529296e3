import { memo } from 'react';
import type { Message } from '../../../../contracts/conversations.ts';
import { cx } from '../../../lib/cx.ts';
import { useHighlighted } from '../evidence.tsx';
import { ChatMessage } from './chat-message.tsx';
import { MailMessage } from './mail-message.tsx';
import { NoteMessage } from './note-message.tsx';

/** Props of {@link MessageRow}: `first` and `last` of the messages that stand together. */
export type MessageRowProps = { message: Message; first: boolean; last: boolean; customer: string };

/** One message in the form of its channel; lit up while the details point at it. */
export const MessageRow = memo(function MessageRow(props: MessageRowProps) {
  const { message, first } = props;
  const lit = useHighlighted(message.id);
  return (
    <div
      data-message={message.id}
      className={cx(
        '-mx-2 rounded-control px-2 py-px transition-colors',
        first && 'mt-3',
        lit && 'bg-accent-soft ring-1 ring-accent-line',
      )}
    >
      {message.channel === 'note' ? (
        <NoteMessage message={message} />
      ) : message.channel === 'email' ? (
        <MailMessage {...props} />
      ) : (
        <ChatMessage {...props} />
      )}
    </div>
  );
});
