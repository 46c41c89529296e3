import { ArrowDown, ArrowUp } from 'lucide-react';
import type { ReactNode } from 'react';
import { cx } from '../lib/cx.ts';

/** Which column orders the rows, and how. */
export type Sorting = { column: string; descending: boolean };

/** One column of a DataTable. */
export type Column<Row> = {
  id: string;
  header: string;
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
  className?: string | undefined;
};

/** Rows of 36 px under a fixed head; scrolls sideways rather than squeezing. Cells hold links and buttons; the row itself is not one. */
export function DataTable<Row>({
  caption,
  columns,
  rows,
  keyOf,
  sorting,
  onSortingChange,
  isSelected,
  empty,
  className,
}: DataTableProps<Row>) {
  return (
    <div
      role="group"
      aria-label={caption}
      tabIndex={0}
      className={cx('min-h-0 overflow-auto outline-offset-[-2px]', className)}
    >
      <table
        className="w-full table-fixed border-separate border-spacing-0"
        style={{ minWidth: leastWidth(columns) }}
      >
        <caption className="sr-only">{caption}</caption>
        <thead>
          <tr>
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
        <tbody>
          {rows.map((row) => (
            <tr
              key={keyOf(row)}
              aria-selected={isSelected?.(row)}
              className="group hover:bg-hover aria-selected:bg-accent-soft"
            >
              {columns.map((column) => (
                <td
                  key={column.id}
                  className={cx(
                    'h-row-table truncate border-b border-line px-3 group-last:border-transparent',
                    column.align === 'end' && 'text-end tabular-nums',
                  )}
                >
                  {column.cell(row)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      {rows.length === 0 && empty}
    </div>
  );
}

/** Below this the table scrolls; a fixed layout would else squeeze the columns without a width to nothing. */
function leastWidth<Row>(columns: ReadonlyArray<Column<Row>>): string {
  return `calc(${columns.map(({ width }) => width ?? '10rem').join(' + ')})`;
}

type HeadCellProps<Row> = {
  column: Column<Row>;
  sorting: Sorting | undefined;
  onSortingChange: ((sorting: Sorting) => void) | undefined;
};

function HeadCell<Row>({ column, sorting, onSortingChange }: HeadCellProps<Row>) {
  const active = sorting?.column === column.id;
  const Arrow = active && sorting.descending ? ArrowDown : ArrowUp;
  const sort = () =>
    onSortingChange?.({
      column: column.id,
      descending: active ? !sorting.descending : column.align === 'end',
    });
  return (
    <th
      scope="col"
      style={column.width ? { width: column.width } : undefined}
      aria-sort={active ? (sorting.descending ? 'descending' : 'ascending') : undefined}
      className={cx(
        'sticky top-0 z-10 h-8 truncate border-b border-line bg-surface px-3 text-meta font-medium text-subtle',
        column.align === 'end' ? 'text-end' : 'text-start',
      )}
    >
      {column.sortable && onSortingChange ? (
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
