import { Siren } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { ApiErrorState } from '../../ui/api-error-state.tsx';
import { Button } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { SkeletonRows } from '../../ui/skeleton.tsx';
import { VirtualList } from '../../ui/virtual-list.tsx';
import { useAlerts } from './alert-queries.ts';
import { EscalationRow } from './escalation-row.tsx';
import { FEED_FILTERS, feedOf, isShown } from './feed.rules.ts';
import { useEscalations } from './queries.ts';
import { useBoardSearch } from './use-board-search.ts';

/** Every call for a person of the last days: why, how long it waited, and who came. */
export function EscalationFeed() {
  const { t } = useTranslation();
  const { search, change } = useBoardSearch();
  const calls = useEscalations();
  const alerts = useAlerts().data;
  if (calls.isError) {
    return <ApiErrorState error={calls.error} onRetry={() => void calls.refetch()} />;
  }
  const all = feedOf(calls.data ?? [], [...(alerts?.open ?? []), ...(alerts?.past ?? [])]);
  const { feed } = search;
  const entries = all.filter((entry) => isShown(entry, feed));
  return (
    <div className="flex min-h-0 flex-1 flex-col">
      <div
        role="group"
        aria-label={t('operations.filter.label')}
        className="flex min-h-11 shrink-0 items-center gap-1.5 overflow-x-auto border-b border-line px-3 py-1.5"
      >
        {[undefined, ...FEED_FILTERS].map((one) => (
          <Button
            key={one ?? 'all'}
            size="sm"
            variant={one === feed ? 'secondary' : 'ghost'}
            aria-pressed={one === feed}
            onClick={() => change({ feed: one })}
          >
            {t(`operations.feed.filter.${one ?? 'all'}`)}
          </Button>
        ))}
        <span className="ms-auto shrink-0 ps-2 text-meta text-subtle">
          {t('operations.feed.span')}
        </span>
      </div>
      {calls.isPending ? (
        <SkeletonRows rows={8} />
      ) : entries.length === 0 ? (
        <EmptyState
          icon={Siren}
          action={
            feed && (
              <Button onClick={() => change({ feed: undefined })}>
                {t('operations.work.clearFilters')}
              </Button>
            )
          }
        >
          {t(`operations.feed.${feed ? 'nothing' : 'empty'}`)}
        </EmptyState>
      ) : (
        <VirtualList
          items={entries}
          keyOf={({ id }) => id}
          rowHeight={52}
          label={t('operations.tab.escalations')}
          renderRow={(entry) => <EscalationRow entry={entry} />}
        />
      )}
    </div>
  );
}
