import { Link } from '@tanstack/react-router';
import { ArrowLeft, Download } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { AttainmentCase } from '../../../contracts/sla-attainment.ts';
import { formatDuration } from '../../lib/format.ts';
import { ApiErrorState } from '../../ui/api-error-state.tsx';
import { Button } from '../../ui/button.tsx';
import { DataTable, type Column } from '../../ui/data-table.tsx';
import { SkeletonRows } from '../../ui/skeleton.tsx';
import { Time } from '../../ui/time.tsx';
import { useBoardSearch } from '../operations/use-board-search.ts';
import { download } from './attainment-bar.tsx';
import { attainmentFile, useAttainmentCases, type CaseQuery } from './attainment-queries.ts';

/** The cases behind a figure, the newest verdict first, and the way back to the table. */
export function AttainmentCases({ query }: { query: CaseQuery }) {
  const { t } = useTranslation();
  const { change } = useBoardSearch();
  const pages = useAttainmentCases(query);
  const columns = useColumns();
  const cases = pages.data?.pages.flatMap((page) => page.cases) ?? [];
  const [first] = cases;
  const name = first && `${first.policyName}, ${t(`sla.metric.${first.metric}`)}`;
  const title = `${name ?? ''} · ${t(`sla.attainment.${query.verdict ?? 'met'}`)}`;
  return (
    <div className="min-h-0 flex-1 overflow-y-auto pb-6">
      <header className="flex min-h-11 flex-wrap items-center gap-2 border-b border-line px-5 py-1.5">
        <Button
          size="sm"
          variant="ghost"
          icon={ArrowLeft}
          onClick={() => change({ policy: undefined, metric: undefined, verdict: undefined })}
        >
          {t('sla.attainment.back')}
        </Button>
        <h2 className="min-w-0 truncate font-semibold">{first && title}</h2>
        <Button
          size="sm"
          variant="ghost"
          icon={Download}
          className="ms-auto"
          onClick={() => download(attainmentFile('cases', query))}
        >
          {t('sla.attainment.csv')}
        </Button>
      </header>
      {pages.isError ? (
        <ApiErrorState error={pages.error} onRetry={() => void pages.refetch()} />
      ) : (
        <DataTable
          caption={t('sla.attainment.cases')}
          columns={columns}
          rows={cases}
          keyOf={({ id }) => id}
          edgeToEdge
          empty={
            pages.isPending ? (
              <SkeletonRows rows={8} disc={false} />
            ) : (
              <p className="p-5 text-muted">{t('sla.attainment.empty')}</p>
            )
          }
        />
      )}
      {pages.hasNextPage && (
        <div className="p-4 text-center">
          <Button loading={pages.isFetchingNextPage} onClick={() => void pages.fetchNextPage()}>
            {t('sla.attainment.more')}
          </Button>
        </div>
      )}
    </div>
  );
}

function useColumns(): Column<AttainmentCase>[] {
  const { t } = useTranslation();
  const span = (id: 'targetMs' | 'tookMs' | 'assistantMs' | 'agentMs'): Column<AttainmentCase> => ({
    id,
    header: t(`sla.attainment.${id}`),
    width: '6.5rem',
    align: 'end',
    cell: ({ [id]: ms }) =>
      ms === null ? <span className="text-subtle">–</span> : formatDuration(ms),
  });
  return [
    {
      id: 'ticket',
      header: t('sla.attainment.ticket'),
      cell: ({ ticket: { id, number, subject } }) => (
        <Link
          to="/inbox/$ticketId"
          params={{ ticketId: id }}
          title={subject}
          className="block truncate hover:underline"
        >
          <span className="text-subtle tabular-nums">#{number}</span> <bdi>{subject}</bdi>
        </Link>
      ),
    },
    {
      id: 'judged',
      header: t('sla.attainment.judged'),
      width: '8rem',
      cell: ({ judgedAt }) => <Time at={judgedAt} />,
    },
    span('targetMs'),
    span('tookMs'),
    span('assistantMs'),
    span('agentMs'),
  ];
}
