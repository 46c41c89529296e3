import {
  Download,
  File,
  FileArchive,
  FileImage,
  FileText,
  RotateCw,
  X,
  type LucideIcon,
} from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { cx } from '../lib/cx.ts';
import { formatPercent, formatSize } from '../lib/format.ts';

/** Props of {@link FileChip}. */
export type FileChipProps = {
  name: string;
  sizeBytes: number;
  contentType?: string | undefined;
  /** Address of the picture itself, shown small in place of the icon. */
  picture?: string | undefined;
  /** Makes the chip a download. */
  href?: string | undefined;
  /** From 0 to 1 while it is on its way. */
  progress?: number | undefined;
  /** Why the upload failed; with onRetry there is a button to send it again. */
  error?: string | undefined;
  onRetry?: (() => void) | undefined;
  onRemove?: (() => void) | undefined;
};

/** One attachment: kind, name, size; while sending its progress, and after a failure what to do. */
export function FileChip({
  name,
  sizeBytes,
  contentType = '',
  picture,
  href,
  progress,
  error,
  onRetry,
  onRemove,
}: FileChipProps) {
  const { t, i18n } = useTranslation();
  const sending = progress !== undefined && progress < 1 && !error;
  const line =
    error ??
    (sending
      ? t('ui.file.uploading', { percent: formatPercent(progress, i18n.language) })
      : formatSize(sizeBytes, i18n.language));
  return (
    <span
      className={cx(
        'relative inline-flex h-10 min-w-40 max-w-64 items-center gap-2 overflow-hidden rounded-control border ps-2 pe-1',
        error ? 'border-critical-line bg-critical-soft' : 'border-line bg-surface',
      )}
    >
      {picture === undefined ? (
        <FileIcon contentType={contentType} className={error ? 'text-critical' : 'text-subtle'} />
      ) : (
        <img src={picture} alt="" className="-ms-1 size-8 shrink-0 rounded-small object-cover" />
      )}
      <span className="min-w-0 flex-1 leading-tight">
        <span className="block truncate text-meta font-medium" title={name}>
          {name}
        </span>
        <span
          className={cx(
            'block truncate text-meta tabular-nums',
            error ? 'text-critical' : 'text-subtle',
          )}
        >
          {line}
        </span>
      </span>
      {error && onRetry && (
        <ChipButton icon={RotateCw} label={t('ui.file.retry', { name })} onPress={onRetry} />
      )}
      {href && !sending && !error && (
        <a
          href={href}
          download={name}
          aria-label={t('ui.file.download', { name })}
          className={CHIP_BUTTON}
        >
          <Download aria-hidden />
        </a>
      )}
      {onRemove && <ChipButton icon={X} label={t('ui.remove', { name })} onPress={onRemove} />}
      {sending && (
        <span
          aria-hidden
          className="absolute inset-x-0 bottom-0 h-0.5 bg-accent"
          style={{ width: `${progress * 100}%` }}
        />
      )}
    </span>
  );
}

function ChipButton({
  icon: Icon,
  label,
  onPress,
}: {
  icon: LucideIcon;
  label: string;
  onPress: () => void;
}) {
  return (
    <button type="button" aria-label={label} onClick={onPress} className={CHIP_BUTTON}>
      <Icon aria-hidden />
    </button>
  );
}

function FileIcon({ contentType, className }: { contentType: string; className: string }) {
  if (contentType.startsWith('image/')) return <FileImage aria-hidden className={className} />;
  if (/zip|compressed|tar/.test(contentType))
    return <FileArchive aria-hidden className={className} />;
  if (/^text\/|pdf|word|json/.test(contentType))
    return <FileText aria-hidden className={className} />;
  return <File aria-hidden className={className} />;
}

const CHIP_BUTTON =
  'flex size-6 shrink-0 items-center justify-center rounded-small text-subtle hover:bg-hover hover:text-text';
