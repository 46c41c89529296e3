import { FileChip } from '../../../ui/file-chip.tsx';
import type { useUploads } from './use-uploads.ts';

/** The files beside the text: what they are, how far, and what is wrong with them. */
export function UploadChips({ uploads }: { uploads: ReturnType<typeof useUploads> }) {
  return uploads.uploads.map((upload) => (
    <FileChip
      key={upload.key}
      name={upload.name}
      sizeBytes={upload.sizeBytes}
      contentType={upload.type}
      picture={upload.stored?.inline ? upload.stored.url : undefined}
      progress={upload.stored ? undefined : 0}
      error={upload.error ?? undefined}
      onRetry={upload.file ? () => uploads.retry(upload) : undefined}
      onRemove={() => uploads.remove(upload.key)}
    />
  ));
}
