import { Lock } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { Message } from '../../../../contracts/conversations.ts';
import { Avatar } from '../../../ui/avatar.tsx';
import { Attachments } from './attachments.tsx';
import { MessageText } from './message-text.tsx';
import { TimeOfDay } from './time-of-day.tsx';

/** A note between colleagues: amber, with a lock, so that nobody takes it for an answer. */
export function NoteMessage({ message }: { message: Message }) {
  const { t } = useTranslation();
  const name = message.author.name || t('timeline.bySystem');
  return (
    <article
      aria-label={`${t('timeline.note')}: ${name}`}
      className="rounded-overlay border border-caution-line bg-caution-soft px-3 py-2"
    >
      <header className="mb-1 flex items-center gap-1.5 text-meta text-muted">
        <Avatar
          name={name}
          id={message.author.id ?? name}
          size="sm"
          kind={message.author.kind === 'assistant' ? 'assistant' : 'person'}
        />
        <span dir="auto" className="truncate font-medium">
          {name}
        </span>
        <TimeOfDay at={message.at} />
        <span className="ms-auto inline-flex items-center gap-1 text-caution">
          <Lock aria-hidden className="size-3!" /> {t('timeline.note')}
        </span>
      </header>
      <div className="text-message">
        <MessageText text={message.text} />
      </div>
      <Attachments attachments={message.attachments} />
    </article>
  );
}
