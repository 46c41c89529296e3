import {
  CircleAlert,
  CircleCheck,
  Info,
  Sparkles,
  TriangleAlert,
  X,
  type LucideIcon,
} from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { cx } from '../lib/cx.ts';
import { IconButton } from './icon-button.tsx';
import { TONE_SOFT, TONE_TEXT, type Tone } from './tones.ts';

/** Props of {@link Banner}. */
export type BannerProps = {
  tone?: Tone | undefined;
  /** One or two sentences. */
  children: ReactNode;
  action?: ReactNode;
  onDismiss?: (() => void) | undefined;
  /** `bar` runs along the whole edge of a pane; `box` stands among content. */
  variant?: 'box' | 'bar' | undefined;
  className?: string | undefined;
};

/** Something to know while working here. It stays until it no longer holds or is dismissed. */
export function Banner({
  tone = 'info',
  children,
  action,
  onDismiss,
  variant = 'box',
  className,
}: BannerProps) {
  const { t } = useTranslation();
  const Icon = ICONS[tone];
  return (
    <div
      role={tone === 'critical' ? 'alert' : 'status'}
      className={cx(
        'flex flex-wrap items-center gap-x-3 gap-y-2 px-3 py-2',
        TONE_SOFT[tone],
        variant === 'box' ? 'rounded-control border' : 'border-b',
        className,
      )}
    >
      <div className="flex min-w-48 flex-1 items-start gap-2 text-text">
        <Icon aria-hidden className={cx('mt-0.5', TONE_TEXT[tone])} />
        <div className="min-w-0">{children}</div>
      </div>
      {(action || onDismiss) && (
        <div className="flex items-center gap-1">
          {action}
          {onDismiss && (
            <IconButton icon={X} size="sm" label={t('ui.dismiss')} onClick={onDismiss} />
          )}
        </div>
      )}
    </div>
  );
}

const ICONS: Record<Tone, LucideIcon> = {
  neutral: Info,
  accent: Info,
  info: Info,
  positive: CircleCheck,
  caution: TriangleAlert,
  critical: CircleAlert,
  assistant: Sparkles,
};
