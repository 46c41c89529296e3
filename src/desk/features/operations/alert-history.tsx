import { Link } from '@tanstack/react-router';
import { BellOff } from 'lucide-react';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import type { Alert } from '../../../contracts/alerts.ts';
import { ApiErrorState } from '../../ui/api-error-state.tsx';
import { Badge } from '../../ui/badge.tsx';
import { DataTable, type Column } from '../../ui/data-table.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { SkeletonRows } from '../../ui/skeleton.tsx';
import { Time } from '../../ui/time.tsx';
import { BAND_TONE } from './alert-line.tsx';
import { useAlerts, useMarkAlertsSeen } from './alert-queries.ts';
import { BAND_WORDS, listOfAlert, useAlertWords } from './use-alert-words.ts';

/** What is open and what is over, with how bad it was and how often it was told. */
export function AlertHistory() {
  const { t } = useTranslation();
  const alerts = useAlerts();
  const { mutate: markSeen } = useMarkAlertsSeen();
  const columns = useColumns();
  const unseen = alerts.data?.unseen ?? 0;
  useEffect(() => {
    if (unseen > 0) markSeen();
  }, [unseen, markSeen]);
  if (alerts.isError) {
    return <ApiErrorState error={alerts.error} onRetry={() => void alerts.refetch()} />;
  }
  const table = (part: 'open' | 'past', empty: string) => (
    <section aria-label={t(`operations.alerts.${part}`)}>
      <h2 className="px-5 pt-4 pb-1 font-semibold">{t(`operations.alerts.${part}`)}</h2>
      <DataTable
        caption={t(`operations.alerts.${part}`)}
        columns={columns}
        rows={alerts.data?.[part] ?? []}
        keyOf={({ id }) => id}
        edgeToEdge
        empty={
          alerts.isPending ? (
            <SkeletonRows rows={3} disc={false} />
          ) : (
            <EmptyState icon={BellOff}>{empty}</EmptyState>
          )
        }
      />
    </section>
  );
  return (
    <div className="min-h-0 flex-1 overflow-y-auto pb-6">
      {table('open', t('operations.alerts.empty'))}
      {table('past', t('operations.alerts.noPast'))}
    </div>
  );
}

function useColumns(): Column<Alert>[] {
  const { t } = useTranslation();
  const words = useAlertWords();
  return [
    {
      id: 'alert',
      header: t('operations.alerts.columns.alert'),
      cell: (alert) => (
        <Link
          to="/operations"
          search={listOfAlert(alert)}
          title={`${words(alert)}, ${t('operations.alerts.threshold', { threshold: alert.threshold })}`}
          className="block truncate hover:underline"
        >
          {words(alert)}
        </Link>
      ),
    },
    {
      id: 'band',
      header: t('operations.alerts.columns.band'),
      width: '11rem',
      cell: ({ band }) => (
        <Badge tone={BAND_TONE[band]}>{t(`operations.alerts.band.${BAND_WORDS[band]}`)}</Badge>
      ),
    },
    {
      id: 'opened',
      header: t('operations.alerts.columns.opened'),
      width: '8rem',
      cell: ({ openedAt }) => <Time at={openedAt} />,
    },
    {
      id: 'ended',
      header: t('operations.alerts.columns.ended'),
      width: '8rem',
      cell: ({ resolvedAt }) => resolvedAt && <Time at={resolvedAt} />,
    },
    {
      id: 'told',
      header: t('operations.alerts.columns.told'),
      width: '7rem',
      cell: ({ steps }) => t('operations.alerts.steps', { count: steps.length }),
    },
  ];
}
