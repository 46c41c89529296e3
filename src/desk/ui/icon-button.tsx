import { Button as BaseButton } from '@base-ui/react/button';
import { LoaderCircle, type LucideIcon } from 'lucide-react';
import type { ComponentProps } from 'react';
import { cx } from '../lib/cx.ts';
import type { ControlSize } from './button.tsx';
import { Tooltip, type TooltipProps } from './tooltip.tsx';

/** Props of {@link IconButton}; everything else goes to the native button. */
export type IconButtonProps = Omit<ComponentProps<typeof BaseButton>, 'className' | 'children'> & {
  icon: LucideIcon;
  /** What it does: its accessible name and its tooltip. */
  label: string;
  keys?: string | undefined;
  size?: ControlSize | undefined;
  variant?: 'ghost' | 'secondary' | undefined;
  /** For a toggle: sets aria-pressed and the selected look. */
  pressed?: boolean | undefined;
  loading?: boolean | undefined;
  tooltipSide?: TooltipProps['side'];
  className?: string | undefined;
};

/** A square button with an icon only; its label is read out and shown as a tooltip. */
export function IconButton({
  icon: Icon,
  label,
  keys,
  size = 'md',
  variant = 'ghost',
  pressed,
  loading,
  tooltipSide,
  className,
  disabled,
  ...rest
}: IconButtonProps) {
  const button = (
    <BaseButton
      {...rest}
      disabled={disabled || loading}
      focusableWhenDisabled
      aria-label={label}
      aria-pressed={pressed}
      aria-busy={loading || undefined}
      className={cx(BASE, VARIANTS[variant], SIZES[size], className)}
    >
      {loading ? <LoaderCircle aria-hidden className="animate-spin" /> : <Icon aria-hidden />}
    </BaseButton>
  );
  return (
    <Tooltip label={label} keys={keys} side={tooltipSide}>
      {button}
    </Tooltip>
  );
}

const BASE =
  'inline-flex shrink-0 items-center justify-center rounded-control border text-muted transition-colors duration-75 hover:bg-hover hover:text-text active:bg-active aria-pressed:bg-accent-soft aria-pressed:text-accent-text data-disabled:not-aria-busy:text-disabled data-disabled:bg-transparent data-popup-open:bg-hover data-popup-open:text-text';

const VARIANTS = {
  ghost: 'border-transparent',
  secondary: 'border-line-strong bg-control shadow-float',
};

const SIZES: Record<ControlSize, string> = {
  sm: 'size-control-sm',
  md: 'size-control',
  lg: 'size-control-lg',
};
