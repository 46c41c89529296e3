import type { LucideIcon } from 'lucide-react';
import type { ReactNode } from 'react';
import { cx } from '../lib/cx.ts';

/** Props of {@link EmptyState}. */
export type EmptyStateProps = {
  icon?: LucideIcon | undefined;
  /** One sentence: what would be here, or why nothing is. */
  children: ReactNode;
  /** The one act that helps, as a Button. */
  action?: ReactNode;
  className?: string | undefined;
};

/** What stands where nothing is yet: one sentence and one act. */
export function EmptyState({ icon: Icon, children, action, className }: EmptyStateProps) {
  return (
    <div
      className={cx(
        'flex flex-col items-center justify-center gap-3 px-6 py-10 text-center',
        className,
      )}
    >
      {Icon && <Icon aria-hidden className="size-5! text-subtle" />}
      <p className="max-w-80 text-balance text-muted">{children}</p>
      {action}
    </div>
  );
}
