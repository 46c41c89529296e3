import { ArrowDown, ArrowUp } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { BoardSort } from '../../../contracts/board.ts';
import { cx } from '../../lib/cx.ts';
import { Checkbox } from '../../ui/checkbox.tsx';
import { FROM, WORK_COLUMNS, WORK_GRID } from './work-columns.ts';

/** Props of {@link WorkHead}. */
export type WorkHeadProps = {
  sort: BoardSort;
  direction: 'asc' | 'desc';
  onSort: (sort: BoardSort, direction: 'asc' | 'desc') => void;
  shown: number;
  chosen: number;
  onChooseAll: (all: boolean) => void;
};

/** The head of a list of work: chooses all that is shown, and orders by a column. */
export function WorkHead({ sort, direction, onSort, shown, chosen, onChooseAll }: WorkHeadProps) {
  const { t } = useTranslation();
  const Arrow = direction === 'asc' ? ArrowUp : ArrowDown;
  return (
    <div
      role="group"
      aria-label={t('operations.work.order')}
      className={cx(
        WORK_GRID,
        'h-8 shrink-0 border-b border-line text-meta font-medium text-subtle',
      )}
    >
      <Checkbox
        aria-label={t('operations.work.chooseAll', { count: shown })}
        checked={shown > 0 && chosen >= shown}
        mixed={chosen > 0 && chosen < shown}
        disabled={shown === 0}
        onCheckedChange={onChooseAll}
      />
      {WORK_COLUMNS.map(({ id, sort: by, from }) => {
        const words = t(`operations.work.${id}`);
        const active = by === sort;
        if (by === undefined) {
          return (
            <span key={id} className={cx('truncate', from && FROM[from])}>
              {words}
            </span>
          );
        }
        return (
          <button
            key={id}
            type="button"
            aria-pressed={active}
            aria-label={t('operations.work.sort', { column: words })}
            onClick={() => onSort(by, active && direction === 'asc' ? 'desc' : 'asc')}
            className={cx(
              '-mx-1 inline-flex h-6 min-w-0 items-center gap-1 justify-self-start rounded-small px-1 hover:text-text',
              active && 'text-text',
              from && FROM[from],
            )}
          >
            <span className="truncate">{words}</span>
            {active && <Arrow aria-hidden className="size-3.5!" />}
          </button>
        );
      })}
    </div>
  );
}
