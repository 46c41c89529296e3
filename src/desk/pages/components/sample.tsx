import type { ReactNode } from 'react';
import { cx } from '../../lib/cx.ts';

/** One heading on the components page with its samples. */
export function SampleSection({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section className="border-b border-line px-5 py-5">
      <h2 className="mb-3 text-title font-semibold">{title}</h2>
      <div className="flex flex-col gap-4">{children}</div>
    </section>
  );
}

/** A row of samples with what they show at the side. */
export function Sample({
  name,
  stack,
  children,
}: {
  name: string;
  stack?: boolean;
  children: ReactNode;
}) {
  return (
    <div className="grid gap-x-4 gap-y-1.5 pane2:grid-cols-[8rem_minmax(0,1fr)]">
      <h3 className="text-meta leading-7 text-subtle">{name}</h3>
      <div className={cx('flex min-w-0 gap-2', stack ? 'flex-col' : 'flex-wrap items-center')}>
        {children}
      </div>
    </div>
  );
}

/** A name nobody planned for. */
export const LONG_NAME =
  'Wolfeschlegelsteinhausenbergerdorff-Featherstonehaugh, Customer Operations and Billing Follow-ups (EMEA)';
