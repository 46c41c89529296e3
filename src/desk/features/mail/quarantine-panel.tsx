import { Download, RotateCw, ShieldCheck } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { QuarantinedMail } from '../../../contracts/mail.ts';
import { formatSize } from '../../lib/format.ts';
import { ApiErrorState } from '../../ui/api-error-state.tsx';
import { Button } from '../../ui/button.tsx';
import { DataTable, type Column } from '../../ui/data-table.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { SkeletonRows } from '../../ui/skeleton.tsx';
import { Time } from '../../ui/time.tsx';
import { useToast } from '../../ui/toast.tsx';
import { sourceUrl, useQuarantine, useRetryMail } from './queries.ts';

const keyOf = ({ id }: QuarantinedMail) => id;

/** Mail that could not be read: why, its source, and another try. */
export function QuarantinePanel() {
  const { t } = useTranslation();
  const quarantine = useQuarantine();
  const columns = useColumns();
  if (quarantine.isError)
    return <ApiErrorState error={quarantine.error} onRetry={() => void quarantine.refetch()} />;
  const rows = quarantine.data?.pages.flatMap(({ items }) => items) ?? [];
  return (
    <>
      <DataTable
        caption={t('mail.quarantine.caption')}
        columns={columns}
        rows={rows}
        keyOf={keyOf}
        className="min-w-0 flex-1 [&_table]:min-w-[60rem]"
        empty={
          quarantine.isPending ? (
            <SkeletonRows disc={false} />
          ) : (
            <EmptyState icon={ShieldCheck}>{t('mail.quarantine.empty')}</EmptyState>
          )
        }
      />
      {quarantine.hasNextPage && (
        <Button
          variant="ghost"
          className="m-2 self-center"
          onClick={() => void quarantine.fetchNextPage()}
        >
          {t('mail.more')}
        </Button>
      )}
    </>
  );
}

function useColumns(): Column<QuarantinedMail>[] {
  const { t, i18n } = useTranslation();
  return [
    {
      id: 'from',
      header: t('mail.quarantine.from'),
      width: '13rem',
      cell: ({ from }) => from || t('mail.quarantine.unknown'),
    },
    { id: 'to', header: t('mail.quarantine.to'), width: '13rem', cell: ({ to }) => to },
    {
      id: 'why',
      header: t('mail.quarantine.why'),
      cell: ({ error }) => <span title={error}>{error}</span>,
    },
    {
      id: 'size',
      header: t('mail.quarantine.size'),
      width: '5rem',
      align: 'end',
      cell: ({ sizeBytes }) => formatSize(sizeBytes, i18n.language),
    },
    {
      id: 'received',
      header: t('mail.quarantine.received'),
      width: '8rem',
      align: 'end',
      cell: ({ receivedAt }) => <Time at={receivedAt} className="text-muted" />,
    },
    {
      id: 'acts',
      header: t('mail.quarantine.acts'),
      headerHidden: true,
      width: '20rem',
      align: 'end',
      cell: (mail) => <Acts mail={mail} />,
    },
  ];
}

function Acts({ mail }: { mail: QuarantinedMail }) {
  const { t } = useTranslation();
  const toast = useToast();
  const retry = useRetryMail();
  const again = () =>
    void retry.mutateAsync(mail.id).then(
      () => toast.show({ title: t('mail.quarantine.retried') }),
      (error: Error) =>
        toast.show({ title: t('mail.quarantine.failed'), detail: error.message, tone: 'critical' }),
    );
  return (
    <span className="inline-flex gap-1">
      <Button
        size="sm"
        variant="ghost"
        icon={Download}
        render={
          <a
            href={sourceUrl(mail.id)}
            download={`${mail.id}.eml`}
            aria-label={t('mail.quarantine.source')}
          />
        }
        nativeButton={false}
      >
        {t('mail.quarantine.source')}
      </Button>
      <Button size="sm" icon={RotateCw} loading={retry.isPending} onClick={again}>
        {t('mail.quarantine.retry')}
      </Button>
    </span>
  );
}
