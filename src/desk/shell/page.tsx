import type { ReactNode } from 'react';
import { cx } from '../lib/cx.ts';

/** Props of {@link Page}. */
export type PageProps = {
  title: ReactNode;
  /** One sentence on what this page is for. */
  lead?: ReactNode;
  /** Buttons at the end of the title, the primary act last. */
  actions?: ReactNode;
  /** Tabs or filters under the title. */
  bar?: ReactNode;
  /** The page fills the height and scrolls inside, as boards and tables do. */
  fill?: boolean | undefined;
  children: ReactNode;
};

/** A page with a title: settings, reports, boards. The inbox uses Panes instead. */
export function Page({ title, lead, actions, bar, fill, children }: PageProps) {
  return (
    <div className={cx('flex min-h-0 flex-1 flex-col', !fill && 'overflow-y-auto')}>
      <header className="flex min-h-13 shrink-0 flex-wrap items-center gap-x-4 gap-y-2 border-b border-line px-5 py-2.5">
        <div className="min-w-0 flex-[1_1_12rem]">
          <h1 className="truncate text-title font-semibold">{title}</h1>
          {lead && <p className="text-muted">{lead}</p>}
        </div>
        {actions && <div className="flex flex-wrap items-center gap-2">{actions}</div>}
      </header>
      {bar}
      <div className={cx('min-w-0', fill ? 'flex min-h-0 flex-1 flex-col' : 'px-5 py-4')}>
        {children}
      </div>
    </div>
  );
}

/** A part of a page under a hairline, with its own heading. */
export function Section({
  title,
  lead,
  actions,
  width,
  children,
}: {
  title: ReactNode;
  lead?: ReactNode;
  actions?: ReactNode;
  /** A class for the most that heading and content take, so that the buttons end where a table does. */
  width?: string;
  children: ReactNode;
}) {
  return (
    <section className={cx('border-b border-line py-5 first:pt-0 last:border-0', width)}>
      <div className="mb-3 flex flex-wrap items-start gap-x-4 gap-y-2">
        <div className="min-w-0 flex-[1_1_16rem]">
          <h2 className="font-semibold">{title}</h2>
          {lead && <p className="max-w-message text-muted">{lead}</p>}
        </div>
        {actions}
      </div>
      {children}
    </section>
  );
}
