import { ScrollArea as Base } from '@base-ui/react/scroll-area';
import type { ReactNode } from 'react';
import { cx } from '../lib/cx.ts';

/** A part that scrolls on its own, with a thin bar that does not take room. `label` makes it a named stop for the keyboard. */
export function ScrollArea({
  label,
  children,
  className,
  viewportClassName,
}: {
  label?: string;
  children: ReactNode;
  className?: string;
  viewportClassName?: string;
}) {
  return (
    <Base.Root className={cx('relative min-h-0 min-w-0', className)}>
      <Base.Viewport
        role={label ? 'group' : undefined}
        aria-label={label}
        className={cx(
          'h-full max-h-[inherit] overscroll-contain outline-offset-[-2px]',
          viewportClassName,
        )}
      >
        <Base.Content>{children}</Base.Content>
      </Base.Viewport>
      <Base.Scrollbar className="m-0.5 flex w-1.5 rounded-full opacity-0 transition-opacity data-hovering:opacity-100 data-scrolling:opacity-100">
        <Base.Thumb className="w-full rounded-full bg-line-control" />
      </Base.Scrollbar>
    </Base.Root>
  );
}
