import { Mail } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Message } from '../../../../contracts/conversations.ts';
import { Avatar } from '../../../ui/avatar.tsx';
import { Button } from '../../../ui/button.tsx';
import { MailFrame } from '../../../ui/mail-frame.tsx';
import { Time } from '../../../ui/time.tsx';
import { Attachments } from './attachments.tsx';
import { MailStateLine } from './mail-state.tsx';
import type { MessageRowProps } from './message-row.tsx';
import { MessageText } from './message-text.tsx';

/** A mail: who to whom, what is new in it, and the rest folded away. */
export function MailMessage({ message, customer }: MessageRowProps) {
  const { t } = useTranslation();
  const { author, mail } = message;
  const name = author.kind === 'customer' ? customer : author.name || t('timeline.bySystem');
  return (
    <article
      aria-label={`${name}, ${t('timeline.byMail')}`}
      className="overflow-hidden rounded-overlay border border-line bg-surface"
    >
      <header className="flex items-center gap-2 border-b border-line bg-canvas px-3 py-1.5">
        <Avatar
          name={name}
          id={author.id ?? name}
          kind={author.kind === 'assistant' ? 'assistant' : 'person'}
        />
        <div className="min-w-0 flex-1 leading-tight">
          <p className="truncate font-medium">
            <bdi>{name}</bdi>
          </p>
          <p className="flex items-center gap-1 truncate text-meta text-subtle">
            <Mail aria-hidden className="size-3!" />
            {mail ? t('timeline.mailTo', { to: mail.to }) : t('timeline.byMail')}
          </p>
        </div>
        <Time at={message.at} className="shrink-0 text-meta text-subtle" />
      </header>
      <div className="px-3 py-2.5 text-message">
        <MailBody message={message} name={name} />
        <Attachments attachments={message.attachments} />
      </div>
      {mail && <MailStateLine mail={mail} />}
    </article>
  );
}

function MailBody({ message, name }: { message: Message; name: string }) {
  const { t } = useTranslation();
  const [whole, setWhole] = useState(false);
  const { html, quoted, text } = message;
  // With quotes cut off, the new words are what matters; the mail as it came is one press away.
  const asHtml = html !== null && (quoted === null || whole);
  const label =
    html !== null
      ? whole
        ? 'timeline.hideOriginal'
        : 'timeline.original'
      : whole
        ? 'timeline.hideQuoted'
        : 'timeline.quoted';
  return (
    <>
      {asHtml ? (
        <MailFrame html={html} text={[text, quoted].join('\n\n')} from={name} />
      ) : text === '' ? (
        <p className="text-subtle">{t('timeline.noText')}</p>
      ) : (
        <MessageText text={text} />
      )}
      {quoted !== null && (
        <Button
          size="sm"
          variant="ghost"
          className="mt-1 -ms-2"
          aria-expanded={whole}
          onClick={() => setWhole(!whole)}
        >
          {t(label)}
        </Button>
      )}
      {quoted !== null && html === null && whole && (
        <blockquote className="mt-1 border-s-2 border-line-strong ps-3 text-base text-muted">
          <MessageText text={quoted} />
        </blockquote>
      )}
    </>
  );
}
