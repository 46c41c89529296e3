import type { ReactNode } from 'react';

/** A part of the details under a hairline. */
export function DetailSection({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section className="border-b border-line px-4 py-3 last:border-0">
      <h2 className="mb-2 font-semibold">{title}</h2>
      {children}
    </section>
  );
}

/** A name and its value or control on one line. */
export function DetailRow({ label, children }: { label: string; children: ReactNode }) {
  return (
    <div className="flex min-h-row items-center gap-2">
      <dt className="w-20 shrink-0 text-muted wrap-anywhere">{label}</dt>
      <dd className="min-w-0 flex-1">{children}</dd>
    </div>
  );
}

/** A control among values: its frame is seen only when it is pointed at or used. */
export const QUIET =
  '-mx-2 w-[calc(100%+1rem)]! not-hover:not-focus-visible:not-data-popup-open:border-transparent! bg-transparent!';
