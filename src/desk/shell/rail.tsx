import { Link } from '@tanstack/react-router';
import { OctagonX, type LucideIcon } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { CountBadge } from '../ui/badge.tsx';
import { Tooltip } from '../ui/tooltip.tsx';

/** One area of the desk in the rail. Only what exists and may be opened is listed. */
export type Area = {
  /** Where it begins, below /desk. It is marked while the address starts with it. */
  to: string;
  /** Marked only at exactly this address. */
  exact?: boolean | undefined;
  label: string;
  icon: LucideIcon;
  /** How much there needs attention. */
  count?: number | undefined;
  /** What is wrong there, in a word: shown as a red mark and read out. */
  alarm?: string | undefined;
  keys?: string | undefined;
};

/** The areas: a slim column at the side, a bar at the bottom on narrow screens. */
export function Rail({ areas }: { areas: readonly Area[] }) {
  const { t } = useTranslation();
  return (
    <nav
      aria-label={t('shell.areas')}
      className="flex shrink-0 border-line bg-canvas max-pane2:order-last max-pane2:justify-around max-pane2:border-t max-pane2:px-1 max-pane2:pb-[env(safe-area-inset-bottom)] pane2:w-rail pane2:flex-col pane2:items-center pane2:border-e pane2:py-2"
    >
      <span aria-hidden className="mb-2 flex size-9 items-center justify-center max-pane2:hidden">
        <Mark />
      </span>
      <ul className="contents">
        {areas.map((area) => (
          <li key={area.to} className="pane2:mb-1">
            <AreaLink area={area} />
          </li>
        ))}
      </ul>
    </nav>
  );
}

function AreaLink({ area }: { area: Area }) {
  const { t } = useTranslation();
  const { icon: Icon, count = 0, alarm } = area;
  const label = alarm === undefined ? area.label : `${area.label}: ${alarm}`;
  const name = count > 0 ? `${label}, ${t('shell.unread', { count })}` : label;
  return (
    <Tooltip label={label} keys={area.keys} side="inline-end">
      <Link
        to={area.to}
        activeOptions={{ exact: area.exact ?? false, includeSearch: false }}
        aria-label={name}
        className="relative flex size-10 items-center justify-center rounded-control text-subtle outline-offset-[-2px] hover:bg-hover hover:text-text aria-[current=page]:bg-accent-soft aria-[current=page]:text-accent-text max-pane2:my-1 max-pane2:h-11 max-pane2:w-12"
      >
        <Icon aria-hidden className="size-[18px]!" />
        {count > 0 && (
          <span aria-hidden className="absolute -end-1 -top-1">
            <CountBadge count={count} tone={alarm === undefined ? 'accent' : 'critical'} />
          </span>
        )}
        {alarm !== undefined && (
          <OctagonX aria-hidden className="absolute end-0.5 bottom-0.5 size-3.5! text-critical" />
        )}
      </Link>
    </Tooltip>
  );
}

/** The product's mark: one line that goes on after it seems to end. */
function Mark() {
  return (
    <svg
      viewBox="0 0 24 24"
      fill="none"
      stroke="currentColor"
      strokeWidth="2.25"
      strokeLinecap="round"
      className="size-6 text-accent-text"
    >
      <path d="M5 8.5C5 5.5 7.5 4 10.5 4H13a4 4 0 0 1 0 8h-2a4 4 0 0 0 0 8h2.5c3 0 5.5-1.5 5.5-4.5" />
    </svg>
  );
}
