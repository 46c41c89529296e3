import type { Attachment } from '../../contracts/attachments.ts';
import { safeHref } from '../lib/linkify.rules.ts';
import { formatBytes } from '../lib/text.rules.ts';
import { t } from '../strings.ts';
import { Icon } from './Icon.tsx';

type Props = { attachments: readonly Attachment[]; origin: string };

/** The files of a message: pictures in place, everything else as a line to open. */
export function AttachmentList({ attachments, origin }: Props) {
  return (
    <>
      {attachments.map((attachment) => (
        <AttachmentItem
          key={attachment.id}
          attachment={attachment}
          href={safeHref(attachment.url, origin) ?? origin}
        />
      ))}
    </>
  );
}

function AttachmentItem({ attachment, href }: { attachment: Attachment; href: string }) {
  const { name, sizeBytes, inline } = attachment;
  if (inline) {
    return (
      <a
        class="picture"
        href={href}
        target="_blank"
        rel="noopener noreferrer"
        aria-label={t('file.open', { name })}
      >
        <img src={href} alt={name} loading="lazy" />
      </a>
    );
  }
  return (
    <a class="file" href={href} target="_blank" rel="noopener noreferrer">
      <Icon name="file" />
      <bdi class="file-name">{name}</bdi>
      <span class="file-size">{formatBytes(sizeBytes)}</span>
    </a>
  );
}
