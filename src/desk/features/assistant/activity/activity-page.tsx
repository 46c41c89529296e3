import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { Sparkles } from 'lucide-react';
import { useCallback, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { DecisionLine } from '../../../../contracts/assistant-decisions.ts';
import { ApiErrorState } from '../../../ui/api-error-state.tsx';
import { Button } from '../../../ui/button.tsx';
import { EmptyState } from '../../../ui/empty-state.tsx';
import { SkeletonRows } from '../../../ui/skeleton.tsx';
import { VirtualList } from '../../../ui/virtual-list.tsx';
import { usePageTitle } from '../../use-page-title.ts';
import { useTurns, type TurnFilter } from './queries.ts';
import { TurnFilters } from './turn-filters.tsx';
import { TurnRow } from './turn-row.tsx';

const ROW_PX = 77;
const keyOf = ({ id }: DecisionLine) => id;
const renderRow = (turn: DecisionLine) => <TurnRow turn={turn} />;

/** What the assistant did with all cases, newest first. */
export function ActivityPage() {
  const { t } = useTranslation();
  usePageTitle(t('assistant.tabs.activity'));
  const navigate = useNavigate();
  const filter = useSearch({ from: '/app/assistant/activity' });
  const change = (next: TurnFilter) =>
    void navigate({ to: '/assistant/activity', search: next, replace: true });
  return (
    <div className="flex min-h-0 flex-1 flex-col">
      <TurnFilters filter={filter} onChange={change} />
      <Turns key={JSON.stringify(filter)} filter={filter} onClear={() => change({})} />
    </div>
  );
}

function Turns({ filter, onClear }: { filter: TurnFilter; onClear: () => void }) {
  const { t } = useTranslation();
  const list = useTurns(filter);
  const { hasNextPage, isFetchingNextPage, fetchNextPage } = list;
  const items = useMemo(() => list.data?.pages.flatMap((page) => page.items) ?? [], [list.data]);
  const more = useCallback(() => {
    if (hasNextPage && !isFetchingNextPage) void fetchNextPage();
  }, [hasNextPage, isFetchingNextPage, fetchNextPage]);
  if (list.isPending) return <SkeletonRows rows={10} disc={false} />;
  if (list.isError && items.length === 0)
    return (
      <ApiErrorState
        error={list.error}
        onRetry={() => void list.refetch()}
        retrying={list.isFetching}
      />
    );
  if (items.length === 0)
    return Object.values(filter).some(Boolean) ? (
      <EmptyState icon={Sparkles} action={<Button onClick={onClear}>{t('turns.clear')}</Button>}>
        {t('turns.noMatch')}
      </EmptyState>
    ) : (
      <EmptyState
        icon={Sparkles}
        action={
          <Button render={<Link to="/assistant/policy" />} nativeButton={false}>
            {t('turns.toPolicy')}
          </Button>
        }
      >
        {t('turns.empty')}
      </EmptyState>
    );
  return (
    <VirtualList
      items={items}
      keyOf={keyOf}
      renderRow={renderRow}
      rowHeight={ROW_PX}
      label={t('turns.list')}
      onEndReached={more}
      footer={isFetchingNextPage && <SkeletonRows rows={2} disc={false} />}
    />
  );
}
