import { Popover as Base } from '@base-ui/react/popover';
import type { ReactElement, ReactNode } from 'react';
import { cx } from '../lib/cx.ts';
import { OVERLAY } from './control-styles.ts';

/** Props of {@link Popover}. */
export type PopoverProps = {
  /** The element that opens it; it must take a ref and props. */
  trigger: ReactElement;
  title?: ReactNode;
  open?: boolean | undefined;
  onOpenChange?: ((open: boolean) => void) | undefined;
  side?: 'top' | 'bottom' | 'inline-start' | 'inline-end' | undefined;
  align?: 'start' | 'center' | 'end' | undefined;
  /** Opens on hover as well, for evidence that is read in passing. */
  openOnHover?: boolean | undefined;
  className?: string | undefined;
  children: ReactNode;
};

/** A small panel beside its trigger: a "why", a filter, a short form. */
export function Popover({
  trigger,
  title,
  open,
  onOpenChange,
  side = 'bottom',
  align = 'start',
  openOnHover,
  className,
  children,
}: PopoverProps) {
  return (
    <Base.Root
      {...(open !== undefined && { open })}
      {...(onOpenChange && { onOpenChange: (next) => onOpenChange(next) })}
    >
      <Base.Trigger render={trigger} openOnHover={openOnHover ?? false} delay={250} />
      <Base.Portal>
        <Base.Positioner
          side={side}
          align={align}
          sideOffset={6}
          collisionPadding={8}
          className="z-40"
        >
          <Base.Popup
            className={cx(
              OVERLAY,
              'max-h-[var(--available-height)] w-80 max-w-[var(--available-width)] overflow-y-auto p-3',
              className,
            )}
          >
            {title && <Base.Title className="mb-2 font-semibold">{title}</Base.Title>}
            {children}
          </Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  );
}
