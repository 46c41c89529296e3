import { useTranslation } from 'react-i18next';
import type { Attachment } from '../../../../contracts/attachments.ts';
import { FileChip } from '../../../ui/file-chip.tsx';

/** Files of a message: pictures in place, the rest as downloads. */
export function Attachments({ attachments }: { attachments: readonly Attachment[] }) {
  const { t } = useTranslation();
  if (attachments.length === 0) return null;
  return (
    <ul className="mt-1.5 flex max-w-full flex-wrap gap-2">
      {attachments.map(({ id, name, type, sizeBytes, url, inline }) => (
        <li key={id} className="min-w-0">
          {inline ? (
            <a
              href={url}
              target="_blank"
              rel="noopener noreferrer"
              title={name}
              className="block rounded-control"
            >
              <img
                src={url}
                alt={t('timeline.image', { name })}
                loading="lazy"
                className="max-h-48 min-h-12 min-w-12 max-w-full rounded-control border border-line bg-sunken object-contain"
              />
            </a>
          ) : (
            <FileChip name={name} sizeBytes={sizeBytes} contentType={type} href={url} />
          )}
        </li>
      ))}
    </ul>
  );
}
