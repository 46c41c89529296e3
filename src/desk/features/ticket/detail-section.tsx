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

/** A name and its value or control on one line, and what is to be said of the value under it. */
export function DetailRow({
  label,
  note,
  children,
}: {
  label: string;
  note?: ReactNode;
  children: ReactNode;
}) {
  return (
    <div className="grid min-h-row grid-cols-[5rem_minmax(0,1fr)] content-center items-center gap-x-2">
      <dt className="text-muted wrap-anywhere">{label}</dt>
      <dd className="min-w-0">{children}</dd>
      {note && <dd className="col-start-2 -mt-1 pb-1">{note}</dd>}
    </div>
  );
}

/** A control among values: its frame is seen only when it is pointed at or used. */
export const QUIET =
  '-mx-2 w-[calc(100%+1rem)]! not-hover:not-focus-visible:not-data-popup-open:border-transparent! bg-transparent!';
