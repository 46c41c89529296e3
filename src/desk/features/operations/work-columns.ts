import type { BoardSort } from '../../../contracts/board.ts';

/** The grid of a row of work: on a narrow screen subject, age and menu over what is left of it. */
export const WORK_GRID =
  'grid items-center gap-x-3 px-3 [grid-template-columns:1.25rem_4rem_minmax(9rem,1.8fr)_3.5rem_5.5rem_minmax(6rem,0.7fr)_minmax(6rem,0.7fr)_minmax(10rem,2fr)_5.5rem_1.75rem] max-pane3:[grid-template-columns:1.25rem_3.5rem_minmax(7rem,2fr)_3.5rem_5.5rem_minmax(5rem,1fr)_minmax(6rem,1.4fr)_1.75rem] max-pane2:[grid-template-columns:1.25rem_minmax(0,1fr)_3.5rem_1.75rem]';

/** Columns in their order; those without `sort` cannot be ordered by. `from` is the width they appear at. */
export const WORK_COLUMNS: readonly {
  id: 'number' | 'subject' | 'age' | 'due' | 'owner' | 'queue' | 'reason' | 'priority';
  sort?: BoardSort;
  from?: 'pane2' | 'pane3';
}[] = [
  { id: 'number', sort: 'number', from: 'pane2' },
  { id: 'subject' },
  { id: 'age', sort: 'age' },
  { id: 'due', sort: 'due', from: 'pane2' },
  { id: 'owner', sort: 'owner', from: 'pane2' },
  { id: 'queue', sort: 'queue', from: 'pane3' },
  { id: 'reason', from: 'pane2' },
  { id: 'priority', sort: 'priority', from: 'pane3' },
];

/** Hides what there is no room for. */
export const FROM = { pane2: 'max-pane2:hidden', pane3: 'max-pane3:hidden' } as const;
