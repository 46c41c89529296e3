import type { LucideIcon } from 'lucide-react';
import type { ReactNode } from 'react';
import { cx } from '../lib/cx.ts';
import { TONE_SOFT, TONE_SOLID, TONE_TEXT, type Tone } from './tones.ts';

/** Props of {@link Badge}. */
export type BadgeProps = {
  tone?: Tone | undefined;
  /** `soft` stands out, `plain` is a dot or icon and words, for lists. */
  variant?: 'soft' | 'plain' | undefined;
  icon?: LucideIcon | undefined;
  /** A dot before the words, where there is no icon. */
  dot?: boolean | undefined;
  className?: string | undefined;
  children: ReactNode;
};

/** A state in a word or a number. The words carry it; the colour only helps. */
export function Badge({
  tone = 'neutral',
  variant = 'soft',
  icon: Icon,
  dot,
  className,
  children,
}: BadgeProps) {
  const look =
    variant === 'soft' ? cx('h-5 rounded-small border px-1.5', TONE_SOFT[tone]) : TONE_TEXT[tone];
  return (
    <span
      className={cx(
        'inline-flex min-w-0 max-w-full items-center gap-1 whitespace-nowrap text-meta font-medium tabular-nums',
        look,
        className,
      )}
    >
      {Icon && <Icon aria-hidden className="size-3.5!" />}
      {dot && (
        <span aria-hidden className={cx('size-1.5 shrink-0 rounded-full', TONE_SOLID[tone])} />
      )}
      <span className="truncate">{children}</span>
    </span>
  );
}

/** A small count beside a name; nothing for zero, `99+` past a hundred. */
export function CountBadge({
  count,
  tone = 'neutral',
  label,
}: {
  count: number;
  tone?: Tone;
  label?: string;
}) {
  if (count <= 0) return null;
  return (
    <span
      className={cx(
        'inline-flex h-4.5 min-w-4.5 items-center justify-center rounded-full border px-1 text-meta font-medium leading-none tabular-nums',
        TONE_SOFT[tone],
      )}
    >
      <span aria-hidden={label ? true : undefined}>{count > 99 ? '99+' : count}</span>
      {label && <span className="sr-only">{label}</span>}
    </span>
  );
}
