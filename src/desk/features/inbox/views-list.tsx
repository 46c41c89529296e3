import {
  CircleCheck,
  CirclePause,
  Hand,
  Inbox,
  Layers,
  ListTodo,
  MessageCircle,
  MessagesSquare,
  type LucideIcon,
} from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { View } from '../../../contracts/tickets.ts';
import { ApiErrorState } from '../../ui/api-error-state.tsx';
import { SkeletonRows } from '../../ui/skeleton.tsx';
import { useViews } from './queries.ts';
import { SavedViews } from './saved-views.tsx';
import { useInbox } from './use-inbox.ts';
import { ViewRow } from './view-row.tsx';

/** Views and queues with counts and the oldest age. */
export function ViewsList({ onPick }: { onPick?: () => void }) {
  const { t } = useTranslation();
  const views = useViews();
  const { view, queue } = useInbox();
  if (views.isPending) return <SkeletonRows rows={9} />;
  if (views.isError)
    return <ApiErrorState error={views.error} onRetry={() => void views.refetch()} />;
  return (
    <nav aria-label={t('inbox.panes.views')} className="flex flex-col gap-4 p-2">
      <ul>
        {views.data.views.map((one) => (
          <ViewRow
            key={one.view}
            icon={ICONS[one.view]}
            label={t(`inbox.views.${one.view}`)}
            count={one.count}
            oldestAt={one.view === 'solved' ? null : one.oldestAt}
            search={{ view: one.view }}
            current={one.view === view}
            onPick={onPick}
          />
        ))}
      </ul>
      <SavedViews onPick={onPick} />
      {views.data.queues.length > 0 && (
        <section>
          <h2 className="px-2 pb-1 text-meta font-medium text-subtle">{t('inbox.queuesTitle')}</h2>
          <ul>
            {views.data.queues.map((one) => (
              <ViewRow
                key={one.id}
                icon={Layers}
                label={one.name}
                count={one.waiting}
                oldestAt={one.oldestAt}
                search={{ queue: one.id }}
                current={one.id === queue}
                onPick={onPick}
              />
            ))}
          </ul>
        </section>
      )}
    </nav>
  );
}

const ICONS: Record<View, LucideIcon> = {
  mine: Inbox,
  unassigned: Hand,
  follow_ups: ListTodo,
  live: MessageCircle,
  all_open: MessagesSquare,
  pending: CirclePause,
  solved: CircleCheck,
};
