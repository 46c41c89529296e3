import { Button as BaseButton } from '@base-ui/react/button';
import { LoaderCircle, type LucideIcon } from 'lucide-react';
import type { ComponentProps, ReactNode } from 'react';
import { cx } from '../lib/cx.ts';

/** How loud an act is: one primary per view, danger only for what destroys. */
export type ButtonVariant = 'primary' | 'secondary' | 'ghost' | 'danger';

/** Heights of controls: 24, 28 and 32 px; larger under a finger. */
export type ControlSize = 'sm' | 'md' | 'lg';

/** Props of {@link Button}; everything a native button takes, and `render` to become a link. */
export type ButtonProps = Omit<ComponentProps<typeof BaseButton>, 'className'> & {
  variant?: ButtonVariant | undefined;
  size?: ControlSize | undefined;
  icon?: LucideIcon | undefined;
  /** Keeps the width and the focus, shows a turning mark and ignores presses. */
  loading?: boolean | undefined;
  className?: string | undefined;
  children?: ReactNode;
};

/** A button whose label is a verb. For a link that looks like one: `render={<Link to="…" />} nativeButton={false}`. */
export function Button({
  variant = 'secondary',
  size = 'md',
  icon: Icon,
  loading = false,
  disabled,
  className,
  children,
  ...rest
}: ButtonProps) {
  return (
    <BaseButton
      {...rest}
      disabled={disabled || loading}
      focusableWhenDisabled={loading}
      aria-busy={loading || undefined}
      className={cx(BASE, VARIANTS[variant], SIZES[size], className)}
    >
      {loading ? (
        <LoaderCircle aria-hidden className="animate-spin" />
      ) : (
        Icon && <Icon aria-hidden />
      )}
      {children != null && <span className="truncate">{children}</span>}
    </BaseButton>
  );
}

const BASE =
  'inline-flex min-w-0 max-w-full shrink-0 select-none items-center justify-center whitespace-nowrap rounded-control border font-medium text-base transition-colors duration-75 data-disabled:pointer-events-none';

const VARIANTS: Record<ButtonVariant, string> = {
  primary:
    'border-transparent bg-accent text-on-accent hover:bg-accent-hover active:bg-accent-active data-disabled:not-aria-busy:bg-hover data-disabled:not-aria-busy:text-disabled',
  secondary:
    'border-line-strong bg-control text-text shadow-float hover:bg-control-hover active:bg-control-hover active:shadow-none data-disabled:not-aria-busy:text-disabled data-disabled:shadow-none data-disabled:border-line data-popup-open:bg-control-hover',
  ghost:
    'border-transparent text-muted hover:bg-hover hover:text-text active:bg-active data-disabled:not-aria-busy:text-disabled data-popup-open:bg-hover',
  danger:
    'border-transparent bg-critical-fill text-on-critical hover:bg-critical-fill-hover active:bg-critical-fill-hover data-disabled:not-aria-busy:bg-hover data-disabled:not-aria-busy:text-disabled',
};

const SIZES: Record<ControlSize, string> = {
  sm: 'h-control-sm gap-1 px-2 text-meta',
  md: 'h-control gap-1.5 px-2.5',
  lg: 'h-control-lg gap-1.5 px-3',
};
