import { Link, useLocation } from '@tanstack/react-router';
import { useEffect, useRef } from 'react';

/** One page: its address below /desk, its words, a count after them. */
export type LinkTab = { to: string; label: string; count?: number | undefined; exact?: boolean };

/** Pages of one section side by side, each with an address of its own; looks like Tabs, but is a navigation. */
export function LinkTabs({ items, ...rest }: { items: readonly LinkTab[]; 'aria-label': string }) {
  const nav = useRef<HTMLElement>(null);
  const { pathname } = useLocation();
  useEffect(() => {
    const current = nav.current?.querySelector('[aria-current=page]');
    current?.scrollIntoView({ block: 'nearest', inline: 'center' });
  }, [pathname]);
  return (
    <nav
      ref={nav}
      aria-label={rest['aria-label']}
      className="flex shrink-0 gap-1 overflow-x-auto border-b border-line px-2"
    >
      {items.map(({ to, label, count, exact = false }) => (
        <Link
          key={to}
          to={to}
          activeOptions={{ exact, includeSearch: false }}
          className="relative flex h-9 shrink-0 items-center gap-1.5 rounded-control px-2 text-muted outline-offset-[-2px] after:absolute after:inset-x-2 after:bottom-0 after:h-0.5 hover:text-text aria-[current=page]:font-medium aria-[current=page]:text-text aria-[current=page]:after:bg-accent"
        >
          {label}
          {count !== undefined && count > 0 && (
            <span className="text-meta text-subtle tabular-nums">{count}</span>
          )}
        </Link>
      ))}
    </nav>
  );
}
