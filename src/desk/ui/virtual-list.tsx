import { useVirtualizer } from '@tanstack/react-virtual';
import { ArrowUp } from 'lucide-react';
import { memo, useCallback, useEffect, useRef, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { cx } from '../lib/cx.ts';
import { Button } from './button.tsx';
import { useAnnounce } from './live-region.tsx';
import { useHeldRows } from './use-held-rows.ts';

/** Props of {@link VirtualList}. */
export type VirtualListProps<Item> = {
  items: readonly Item[];
  keyOf: (item: Item) => string;
  /** What a row shows. The row is a list item; put a link or button in it. */
  renderRow: (item: Item) => ReactNode;
  /** The usual height in pixels; rows are measured, so it need not be exact. */
  rowHeight: number;
  label: string;
  /** Nothing moves while this is so, as under the pointer; a drag moves the pointer without saying so. */
  held?: boolean | undefined;
  /** Kept in view as it changes, for moving by j and k. */
  activeKey?: string | null | undefined;
  /** Called near the end, to load the next page. */
  onEndReached?: (() => void) | undefined;
  /** After the last row: a skeleton while more loads. */
  footer?: ReactNode;
  className?: string | undefined;
};

/** A long list of which only the visible rows exist. While the pointer or focus is in it nothing moves: new rows above are announced and wait behind a button. */
export function VirtualList<Item>({
  items,
  keyOf,
  renderRow,
  rowHeight,
  label,
  held = false,
  activeKey,
  onEndReached,
  footer,
  className,
}: VirtualListProps<Item>) {
  const viewport = useRef<HTMLDivElement>(null);
  const [holding, setHolding] = useState(false);
  const { rows, waiting, release } = useHeldRows(items, keyOf, holding || held);
  // A new function would have all rows measured anew at every step of scrolling.
  const getItemKey = useCallback((index: number) => keyAt(rows, index, keyOf), [rows, keyOf]);
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => viewport.current,
    estimateSize: () => rowHeight,
    overscan: 8,
    getItemKey,
  });
  const visible = virtual.getVirtualItems();
  const lastVisible = visible.at(-1)?.index ?? -1;
  useEffect(() => {
    if (rows.length > 0 && lastVisible >= rows.length - aheadOf(rows.length)) onEndReached?.();
  }, [lastVisible, rows.length, onEndReached]);
  const activeIndex = activeKey == null ? -1 : rows.findIndex((item) => keyOf(item) === activeKey);
  useEffect(() => {
    if (activeIndex >= 0) virtual.scrollToIndex(activeIndex, { align: 'auto' });
  }, [activeIndex, virtual]);
  const show = () => {
    release();
    virtual.scrollToOffset(0);
  };
  return (
    <div
      className={cx('relative flex min-h-0 flex-1 flex-col', className)}
      onPointerEnter={() => setHolding(true)}
      onPointerLeave={() => setHolding(false)}
    >
      <WaitingPill count={waiting} onShow={show} />
      {/* A stop for the keyboard, so that the list can be scrolled without a pointer. */}
      <div
        ref={viewport}
        tabIndex={0}
        role="group"
        aria-label={label}
        className="min-h-0 flex-1 overflow-y-auto overscroll-contain outline-offset-[-2px]"
        onFocus={() => setHolding(true)}
        onBlur={() => setHolding(false)}
      >
        <ul aria-label={label} className="relative" style={{ height: virtual.getTotalSize() }}>
          {visible.map(({ index, start, key }) => (
            <li
              key={key}
              ref={virtual.measureElement}
              data-index={index}
              aria-setsize={rows.length}
              aria-posinset={index + 1}
              className="absolute inset-x-0 top-0"
              style={{ transform: `translateY(${start}px)` }}
            >
              {rows[index] !== undefined && <Row item={rows[index]} renderRow={renderRow} />}
            </li>
          ))}
        </ul>
        {footer}
      </div>
    </div>
  );
}

type RowProps = { item: unknown; renderRow: (item: never) => ReactNode };

/** Rendered again when the row or what draws it is different, not at every step of scrolling. */
const Row = memo(function Row({ item, renderRow }: RowProps) {
  return renderRow(item as never);
});

function WaitingPill({ count, onShow }: { count: number; onShow: () => void }) {
  const { t } = useTranslation();
  const announce = useAnnounce();
  const said = t('ui.newRowsAnnounced', { count });
  useEffect(() => {
    if (count > 0) announce(said);
  }, [count, said, announce]);
  if (count === 0) return null;
  return (
    <div className="pointer-events-none absolute inset-x-0 top-2 z-10 flex justify-center">
      <Button
        size="sm"
        icon={ArrowUp}
        onClick={onShow}
        className="pointer-events-auto rounded-full! shadow-overlay!"
      >
        {t('ui.newRows', { count })}
      </Button>
    </div>
  );
}

function keyAt<Item>(
  rows: readonly Item[],
  index: number,
  keyOf: (item: Item) => string,
): string | number {
  const item = rows[index];
  return item === undefined ? index : keyOf(item);
}

/** So many rows before the end more are asked for: early enough not to be waited for, not at first sight. */
function aheadOf(count: number): number {
  return Math.max(5, Math.min(100, Math.floor(count / 4)));
}
