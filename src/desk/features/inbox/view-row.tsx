import { Link } from '@tanstack/react-router';
import type { LucideIcon } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { cx } from '../../lib/cx.ts';
import { useNow } from '../../lib/clock.tsx';
import { shortAge } from './age.tsx';
import type { InboxSearch } from './inbox.routes.ts';

/** Props of {@link ViewRow}. */
export type ViewRowProps = {
  icon: LucideIcon;
  label: string;
  count: number;
  oldestAt: string | null;
  search: InboxSearch;
  current: boolean;
  onPick?: (() => void) | undefined;
  /** Acts on it, shown beside it while the pointer or the focus is there. */
  menu?: ReactNode;
};

/** A view or a queue in the left pane: name, oldest age, count. */
export function ViewRow({
  icon: Icon,
  label,
  count,
  oldestAt,
  search,
  current,
  onPick,
  menu,
}: ViewRowProps) {
  const { t } = useTranslation();
  const nowMs = useNow(30_000);
  const age = oldestAt && count > 0 ? shortAge(nowMs - Date.parse(oldestAt), t('inbox.now')) : null;
  return (
    <li className="group relative">
      <Link
        to="/inbox"
        search={search}
        onClick={onPick}
        activeOptions={{ exact: true, includeSearch: true }}
        aria-current={current ? 'page' : undefined}
        className="flex h-row items-center gap-2 rounded-control px-2 outline-offset-[-2px] hover:bg-hover aria-[current=page]:bg-accent-soft aria-[current=page]:font-medium aria-[current=page]:text-accent-text"
      >
        <Icon aria-hidden className={cx('shrink-0', !current && 'text-subtle')} />
        <span className="min-w-0 grow truncate" title={label}>
          {label}
        </span>
        {age && (
          // Gives way whole to a long name: what does not fit after the first, empty item is on a line out of sight.
          <span
            className="flex h-lh min-w-0 shrink-999 flex-wrap justify-end overflow-hidden text-meta text-subtle"
            title={t('inbox.oldest', { age })}
          >
            <span className="sr-only">{t('inbox.oldest', { age })}</span>
            <span aria-hidden className="w-px" />
            <span aria-hidden>{age}</span>
          </span>
        )}
        <span className="min-w-5 shrink-0 text-end text-meta text-muted">
          {count > 999 ? '999+' : count}
        </span>
      </Link>
      {menu && (
        <span className="absolute end-0.5 top-0.5 rounded-control bg-canvas opacity-0 group-focus-within:opacity-100 group-hover:opacity-100 has-data-popup-open:opacity-100 pointer-coarse:opacity-100">
          {menu}
        </span>
      )}
    </li>
  );
}
