import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { ApiErrorState } from '../../ui/api-error-state.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { SkeletonRows } from '../../ui/skeleton.tsx';
import { Time } from '../../ui/time.tsx';
import { useTriggerRuns } from './queries.ts';
import { useBecause } from './use-because.ts';

/** The last times a rule ran: on what, why, and what came of it. */
export function RunsPanel({ id }: { id: string }) {
  const { t } = useTranslation();
  const runs = useTriggerRuns(id);
  const say = useBecause();
  if (runs.isError) return <ApiErrorState error={runs.error} onRetry={() => void runs.refetch()} />;
  if (runs.isPending) return <SkeletonRows disc={false} />;
  if (runs.data.length === 0) return <EmptyState>{t('triggers.noRuns')}</EmptyState>;
  return (
    <ul className="flex max-h-[36rem] flex-col overflow-y-auto">
      {runs.data.map((run) => (
        <li key={run.id} className="flex flex-col gap-0.5 border-b border-line py-2 last:border-0">
          <div className="flex gap-2">
            <Link
              to="/inbox/$ticketId"
              params={{ ticketId: run.ticket.id }}
              className="min-w-0 flex-1 truncate text-accent-text hover:underline"
            >
              <span className="tabular-nums">#{run.ticket.number}</span> {run.ticket.subject}
            </Link>
            <Time at={run.at} className="shrink-0 text-meta text-muted" />
          </div>
          {run.because.length > 0 && <p className="text-meta text-muted">{say(run.because)}</p>}
          <p>{run.done.join('. ')}</p>
          {run.failed.length > 0 && (
            <p className="text-critical">{`${t('triggers.notDone')}: ${run.failed.join('. ')}`}</p>
          )}
        </li>
      ))}
    </ul>
  );
}
