import type { Chat } from '../client/chat.ts';
import { formatBytes } from '../lib/text.rules.ts';
import type { Upload } from '../state/state.ts';
import { t } from '../strings.ts';
import { Icon } from './Icon.tsx';

type Props = { uploads: readonly Upload[]; chat: Chat };

/** Files that go with the next message, each with its progress. */
export function UploadTray({ uploads, chat }: Props) {
  if (uploads.length === 0) return null;
  return (
    <ul class="tray">
      {uploads.map((upload) => (
        <li key={upload.id} class="upload" data-failed={upload.failure !== null}>
          <Icon name={upload.failure === null ? 'file' : 'alert'} />
          <div class="upload-facts">
            <bdi class="file-name">{upload.name}</bdi>
            <UploadState upload={upload} />
          </div>
          {upload.failure !== null && (
            <button type="button" class="link" onClick={() => chat.uploads.retry(upload.id)}>
              {t('file.retry')}
            </button>
          )}
          <button
            type="button"
            class="icon-button"
            aria-label={t('file.remove', { name: upload.name })}
            onClick={() => chat.uploads.remove(upload.id)}
          >
            <Icon name="close" />
          </button>
        </li>
      ))}
    </ul>
  );
}

function UploadState({ upload }: { upload: Upload }) {
  if (upload.failure !== null) return <span role="alert">{upload.failure}</span>;
  if (upload.attachment !== null) return <span>{formatBytes(upload.sizeBytes)}</span>;
  return (
    <progress
      value={upload.progress}
      max={1}
      aria-label={t('file.uploading', { name: upload.name })}
    />
  );
}
