import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { ApiErrorState } from '../../ui/api-error-state.tsx';
import { Button } from '../../ui/button.tsx';
import { DataTable } from '../../ui/data-table.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { SkeletonRows } from '../../ui/skeleton.tsx';
import { Time } from '../../ui/time.tsx';
import { useToast } from '../../ui/toast.tsx';
import { useMay } from '../session-gate/queries.ts';
import { useFailedDeliveries, useReplayDelivery } from './webhook-queries.ts';

/** Calls that failed for good: why, and once more. */
export function FailedDeliveries() {
  const { t } = useTranslation();
  const toast = useToast();
  const mayWrite = useMay('trigger:write');
  const failed = useFailedDeliveries();
  const replay = useReplayDelivery();
  if (failed.isError)
    return <ApiErrorState error={failed.error} onRetry={() => void failed.refetch()} />;
  const sendAgain = (id: string) =>
    replay.mutate(id, {
      onSuccess: () => toast.show({ title: t('triggers.webhooks.replayed') }),
      onError: (error) =>
        toast.show({
          title: t('triggers.webhooks.failed'),
          detail: error.message,
          tone: 'critical',
        }),
    });
  return (
    <section className="flex flex-col gap-2">
      <h3 className="font-medium">{t('triggers.webhooks.deliveries')}</h3>
      <DataTable
        caption={t('triggers.webhooks.deliveries')}
        rows={failed.data ?? []}
        keyOf={({ id }) => id}
        empty={
          failed.isPending ? (
            <SkeletonRows disc={false} />
          ) : (
            <EmptyState>{t('triggers.webhooks.noneFailed')}</EmptyState>
          )
        }
        className="[&_table]:min-w-[40rem]"
        columns={[
          {
            id: 'webhook',
            header: t('triggers.webhooks.name'),
            width: '10rem',
            cell: ({ webhook }) => webhook.name,
          },
          {
            id: 'ticket',
            header: t('triggers.webhooks.ticket'),
            width: '5rem',
            cell: ({ ticket }) =>
              ticket && (
                <Link to="/inbox/$ticketId" params={{ ticketId: ticket.id }}>
                  #{ticket.number}
                </Link>
              ),
          },
          { id: 'why', header: t('triggers.webhooks.why'), cell: ({ error }) => error },
          {
            id: 'at',
            header: t('triggers.webhooks.at'),
            width: '8rem',
            cell: ({ createdAt }) => <Time at={createdAt} />,
          },
          {
            id: 'acts',
            header: t('triggers.webhooks.acts'),
            headerHidden: true,
            width: '8rem',
            align: 'end',
            cell: ({ id }) =>
              mayWrite && (
                <Button size="sm" variant="ghost" onClick={() => sendAgain(id)}>
                  {t('triggers.webhooks.replay')}
                </Button>
              ),
          },
        ]}
      />
    </section>
  );
}
