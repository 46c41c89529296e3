import { ListChecks } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import {
  boardBound,
  type Board,
  type BoardList,
  type BoardWork,
} from '../../../contracts/board.ts';
import { ApiErrorState } from '../../ui/api-error-state.tsx';
import { Button } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { SkeletonRows } from '../../ui/skeleton.tsx';
import { VirtualList } from '../../ui/virtual-list.tsx';
import { SelectionProvider, useSelection } from '../inbox/selection.tsx';
import { OverrideDialog } from '../ticket/override-dialog.tsx';
import type { Target } from './board.rules.ts';
import { DraggingProvider, useDragging } from './dragging.tsx';
import { DropTargets } from './drop-targets.tsx';
import { useBoardWork } from './queries.ts';
import { useBoardSearch } from './use-board-search.ts';
import { useReassign } from './use-reassign.ts';
import { WorkBar } from './work-bar.tsx';
import { WorkHead } from './work-head.tsx';
import { WorkRow } from './work-row.tsx';

/** How many rows are asked for: the next of these each time somebody nears the end. */
const LIMITS = [200, 1_000, boardBound] as const;

/** A list of work in the order and filter of the address, with agents and queues beside it. */
export function WorkList({ list, board }: { list: BoardList; board: Board }) {
  const { filter } = useBoardSearch();
  // What was chosen in one list is not chosen in another.
  return (
    <SelectionProvider key={JSON.stringify([list, filter])}>
      <DraggingProvider>
        <Work list={list} board={board} />
      </DraggingProvider>
    </SelectionProvider>
  );
}

function Work({ list, board }: { list: BoardList; board: Board }) {
  const { search, filter, change } = useBoardSearch();
  const [step, setStep] = useState(0);
  const limit = LIMITS[step] ?? boardBound;
  const sort = search.order ?? (list === 'at_risk' ? 'due' : 'age');
  const direction = search.dir ?? 'asc';
  const work = useBoardWork({ list, sort, direction, limit, ...filter });
  const selection = useSelection();
  const { reassign, refusal, dismiss } = useReassign();
  const { items = [], total = 0 } = work.data ?? {};
  const chosen = items.filter(({ ticketId }) => selection.ids.has(ticketId));
  const give = (rows: readonly BoardWork[], target: Target) => {
    selection.clear();
    void reassign(rows, target);
  };
  if (work.isError) {
    return <ApiErrorState error={work.error} onRetry={() => void work.refetch()} />;
  }
  return (
    <div className="flex min-h-0 min-w-0 flex-1">
      <div className="flex min-h-0 min-w-0 flex-1 flex-col">
        <WorkBar
          board={board}
          shown={items.length}
          total={total}
          chosen={chosen}
          onReassign={(target) => give(chosen, target)}
        />
        <WorkHead
          sort={sort}
          direction={direction}
          onSort={(by, dir) => change({ order: by, dir })}
          shown={items.length}
          chosen={chosen.length}
          onChooseAll={(all) => selection.choose(all ? items.map(({ ticketId }) => ticketId) : [])}
        />
        <Rows
          list={list}
          board={board}
          items={items}
          isPending={work.isPending}
          onReassign={give}
          onEndReached={() => total > items.length && items.length >= limit && setStep(step + 1)}
        />
      </div>
      <DropTargets board={board} onDrop={give} />
      {refusal && <OverrideDialog refusal={refusal} onClose={dismiss} />}
    </div>
  );
}

type RowsProps = {
  list: BoardList;
  board: Board;
  items: readonly BoardWork[];
  isPending: boolean;
  onReassign: (rows: readonly BoardWork[], target: Target) => void;
  onEndReached: () => void;
};

function Rows({ list, board, items, isPending, onReassign, onEndReached }: RowsProps) {
  const { t } = useTranslation();
  const { filter, clear } = useBoardSearch();
  const selection = useSelection();
  const dragging = useDragging();
  const order = items.map(({ ticketId }) => ticketId);
  const filtered = Object.keys(filter).length > 0;
  if (isPending) return <SkeletonRows rows={12} />;
  if (items.length === 0) {
    return (
      <EmptyState
        icon={ListChecks}
        action={filtered && <Button onClick={clear}>{t('operations.work.clearFilters')}</Button>}
      >
        {t(`operations.work.empty.${filtered ? 'filtered' : list}`)}
      </EmptyState>
    );
  }
  /** A chosen row takes all that are chosen along. */
  const carried = (row: BoardWork) =>
    selection.ids.has(row.ticketId)
      ? items.filter(({ ticketId }) => selection.ids.has(ticketId))
      : [row];
  return (
    <VirtualList
      items={items}
      keyOf={({ ticketId }) => ticketId}
      rowHeight={36}
      label={t(`operations.tab.${list}`)}
      held={dragging.rows !== null}
      onEndReached={onEndReached}
      renderRow={(row) => (
        <WorkRow
          row={row}
          guardrails={board.guardrails}
          chosen={selection.ids.has(row.ticketId)}
          onChoose={(range) =>
            range ? selection.extend(row.ticketId, order) : selection.toggle(row.ticketId)
          }
          onReassign={(target) => onReassign([row], target)}
          drag={dragging.source(() => carried(row))}
        />
      )}
    />
  );
}
