import { useVirtualizer } from '@tanstack/react-virtual';
import { ArrowDown, ArrowUp } from 'lucide-react';
import { memo, useRef, type ReactNode, type RefObject } from 'react';
import { cx } from '../lib/cx.ts';

/** Which column orders the rows, and how. */
export type Sorting = { column: string; descending: boolean };

/** One column of a DataTable. */
export type Column<Row> = {
  id: string;
  header: string;
  /** What the header leaves out, shown over it. */
  hint?: string | undefined;
  /** The words are only read out: for a column of checkboxes or buttons. */
  headerHidden?: boolean | undefined;
  cell: (row: Row) => ReactNode;
  /** A CSS width; columns keep it when data changes. The rest share what is left. */
  width?: string | undefined;
  /** Numbers stand at the end. */
  align?: 'start' | 'end' | undefined;
  sortable?: boolean | undefined;
};

/** Props of {@link DataTable}. */
export type DataTableProps<Row> = {
  /** Read out as the name of the table. */
  caption: string;
  columns: ReadonlyArray<Column<Row>>;
  rows: readonly Row[];
  keyOf: (row: Row) => string;
  sorting?: Sorting | undefined;
  onSortingChange?: ((sorting: Sorting) => void) | undefined;
  /** Marks rows as chosen. */
  isSelected?: ((row: Row) => boolean) | undefined;
  /** In place of the rows when there are none: EmptyState, ErrorState or SkeletonRows. */
  empty?: ReactNode;
  /** The table is as wide as its page: its words begin and end where the page's do. */
  edgeToEdge?: boolean | undefined;
  className?: string | undefined;
};

const ROW_PX = 36;
/** From so many rows on only those in view exist. */
const MANY = 100;

/** Of tables up to this width a phone has room for all columns. */
const NARROW_REM = 21;
const COLUMN_REM = 10;

/**
 * Rows of 36 px under a fixed head. Without room for its columns a row is a block, one line for each; of many
 * rows only those in view exist, where the table itself scrolls, and those scroll sideways. Cells hold links
 * and buttons; the row itself is not one.
 */
export function DataTable<Row>({
  caption,
  columns,
  rows,
  keyOf,
  sorting,
  onSortingChange,
  isSelected,
  empty,
  edgeToEdge,
  className,
}: DataTableProps<Row>) {
  const viewport = useRef<HTMLDivElement>(null);
  const { shown, before, after } = useWindow(rows, viewport);
  const stacks = rows.length <= MANY && remOf(columns) > NARROW_REM;
  return (
    <div
      ref={viewport}
      role="group"
      aria-label={caption}
      tabIndex={0}
      data-stacks={stacks || undefined}
      data-edge={edgeToEdge || undefined}
      className={cx('@container/table min-h-0 overflow-auto outline-offset-[-2px]', className)}
    >
      <table
        aria-rowcount={shown.length < rows.length ? rows.length + 1 : undefined}
        className="w-full min-w-(--least) table-fixed border-separate border-spacing-0 stacked:block stacked:min-w-0"
        style={{ '--least': leastWidth(columns) }}
      >
        <caption className="sr-only">{caption}</caption>
        <colgroup>
          {columns.map(({ id, width }) => (
            <col key={id} style={width ? { width } : undefined} />
          ))}
        </colgroup>
        <thead className="stacked:block">
          <tr className="stacked:flex stacked:flex-wrap">
            {columns.map((column) => (
              <HeadCell
                key={column.id}
                column={column}
                sorting={sorting}
                onSortingChange={onSortingChange}
              />
            ))}
          </tr>
        </thead>
        <tbody className="stacked:block">
          <Gap px={before} />
          {shown.map(({ row, index }) => (
            <BodyRow
              key={keyOf(row)}
              row={row}
              columns={columns}
              selected={isSelected?.(row)}
              place={shown.length < rows.length ? index + 2 : undefined}
            />
          ))}
          <Gap px={after} />
        </tbody>
      </table>
      {rows.length === 0 && empty}
    </div>
  );
}

/** The rows that exist, and the room of those before and after them. */
function useWindow<Row>(rows: readonly Row[], viewport: RefObject<HTMLDivElement | null>) {
  const virtual = useVirtualizer({
    count: rows.length,
    enabled: rows.length > MANY,
    getScrollElement: () => viewport.current,
    estimateSize: () => ROW_PX,
    overscan: 12,
  });
  const visible = virtual.getVirtualItems();
  const all = rows.length <= MANY;
  const first = all ? 0 : (visible[0]?.index ?? 0);
  const end = all ? rows.length : (visible.at(-1)?.index ?? -1) + 1;
  return {
    shown: rows.slice(first, end).map((row, place) => ({ row, index: first + place })),
    before: first * ROW_PX,
    after: (rows.length - end) * ROW_PX,
  };
}

type BodyRowProps = {
  row: unknown;
  columns: ReadonlyArray<Column<never>>;
  selected: boolean | undefined;
  /** Counted from the head, where not all rows exist. */
  place: number | undefined;
};

/** Rendered again when its row or its columns are different, not at every step of scrolling. */
const BodyRow = memo(function BodyRow({ row, columns, selected, place }: BodyRowProps) {
  return (
    <tr
      aria-rowindex={place}
      aria-selected={selected}
      className="group hover:bg-hover aria-selected:bg-accent-soft stacked:block stacked:border-b stacked:border-line stacked:py-1.5 stacked:last:border-transparent"
    >
      {columns.map((column, index) => (
        <td
          key={column.id}
          data-label={index === 0 || column.headerHidden ? undefined : column.header}
          className={cx(
            'h-row-table truncate border-b border-line px-3 group-last:border-transparent',
            'in-data-edge:first:ps-5 in-data-edge:last:pe-5 stacked:in-data-edge:px-5',
            'stacked:flex stacked:first:font-medium stacked:h-auto stacked:min-h-7 stacked:items-center stacked:gap-4 stacked:border-0 stacked:whitespace-normal stacked:empty:hidden',
            'stacked:data-label:justify-between stacked:data-label:text-end stacked:data-label:before:shrink-0 stacked:data-label:before:text-meta stacked:data-label:before:text-subtle stacked:data-label:before:content-[attr(data-label)]',
            column.headerHidden && index > 0 && 'stacked:justify-end',
            column.align === 'end' && 'text-end tabular-nums',
          )}
        >
          {column.cell(row as never)}
        </td>
      ))}
    </tr>
  );
});

/** An empty row in place of those that do not exist. */
function Gap({ px }: { px: number }) {
  return px > 0 ? <tr aria-hidden style={{ height: px }} /> : null;
}

/** Roughly; only widths in rem are known. */
function remOf<Row>(columns: ReadonlyArray<Column<Row>>): number {
  return columns.reduce(
    (sum, { width }) => sum + (width?.endsWith('rem') ? Number.parseFloat(width) : COLUMN_REM),
    0,
  );
}

/** Below this the table scrolls; a fixed layout would else squeeze the columns without a width to nothing. */
function leastWidth<Row>(columns: ReadonlyArray<Column<Row>>): string {
  return `calc(${columns.map(({ width }) => width ?? `${COLUMN_REM}rem`).join(' + ')})`;
}

type HeadCellProps<Row> = {
  column: Column<Row>;
  sorting: Sorting | undefined;
  onSortingChange: ((sorting: Sorting) => void) | undefined;
};

function HeadCell<Row>({ column, sorting, onSortingChange }: HeadCellProps<Row>) {
  const active = sorting?.column === column.id;
  const sorts = column.sortable && onSortingChange !== undefined;
  const Arrow = active && sorting.descending ? ArrowDown : ArrowUp;
  const sort = () =>
    onSortingChange?.({
      column: column.id,
      descending: active ? !sorting.descending : column.align === 'end',
    });
  return (
    <th
      scope="col"
      title={column.hint}
      aria-sort={active ? (sorting.descending ? 'descending' : 'ascending') : undefined}
      className={cx(
        'sticky top-0 z-10 h-8 truncate border-b border-line bg-surface px-3 text-meta font-medium text-subtle',
        'in-data-edge:first:ps-5 in-data-edge:last:pe-5',
        'stacked:static stacked:border-0',
        !sorts && 'stacked:hidden',
        column.align === 'end' ? 'text-end' : 'text-start',
      )}
    >
      {sorts ? (
        <button
          type="button"
          onClick={sort}
          className={cx(
            'group/sort -mx-1 inline-flex h-6 max-w-full items-center gap-1 rounded-small px-1 hover:text-text',
            active && 'text-text',
            column.align === 'end' && 'flex-row-reverse',
          )}
        >
          <span className="truncate">{column.header}</span>
          <Arrow
            aria-hidden
            className={cx(
              'size-3.5!',
              !active &&
                'opacity-0 group-hover/sort:opacity-60 group-focus-visible/sort:opacity-60',
            )}
          />
        </button>
      ) : (
        <span className={cx(column.headerHidden && 'sr-only')}>{column.header}</span>
      )}
    </th>
  );
}
