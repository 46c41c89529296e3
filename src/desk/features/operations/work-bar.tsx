import { UserRoundCog, X } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { Board, BoardWork } from '../../../contracts/board.ts';
import { Button } from '../../ui/button.tsx';
import { IconButton } from '../../ui/icon-button.tsx';
import { Menu } from '../../ui/menu.tsx';
import { useSelection } from '../inbox/selection.tsx';
import type { Target } from './board.rules.ts';
import { ReassignItems } from './reassign-items.tsx';
import { WorkFilters } from './work-filters.tsx';

/** Props of {@link WorkBar}. */
export type WorkBarProps = {
  board: Board;
  shown: number;
  total: number;
  chosen: readonly BoardWork[];
  onReassign: (target: Target) => void;
};

/** Filters above a list; what can be done with the chosen rows while there are some. */
export function WorkBar({ board, shown, total, chosen, onReassign }: WorkBarProps) {
  const { t } = useTranslation();
  const selection = useSelection();
  const count = chosen.length;
  return (
    <div
      className={`flex min-h-11 shrink-0 flex-wrap items-center gap-2 border-b border-line px-3 py-1.5 ${count > 0 ? 'bg-accent-soft' : ''}`}
    >
      {count > 0 ? (
        <>
          <span aria-live="polite" className="font-medium">
            {t('operations.work.chosen', { count })}
          </span>
          <Menu
            trigger={
              <Button size="sm" variant="primary" icon={UserRoundCog}>
                {t('operations.work.reassign')}
              </Button>
            }
          >
            <ReassignItems onChoose={onReassign} />
          </Menu>
          <IconButton
            size="sm"
            icon={X}
            label={t('operations.work.clear')}
            onClick={selection.clear}
          />
        </>
      ) : (
        <WorkFilters board={board} />
      )}
      {total > 0 && (
        <span className="ms-auto text-meta text-subtle tabular-nums">
          {shown < total
            ? t('operations.work.shown', { shown, total })
            : t('operations.work.all', { count: total })}
        </span>
      )}
    </div>
  );
}
