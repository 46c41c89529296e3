import { Layers } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { QueueThresholds as Queue, Thresholds } from '../../../contracts/alerts.ts';
import { Section } from '../../shell/page.tsx';
import { ApiErrorState } from '../../ui/api-error-state.tsx';
import { DataTable, type Column } from '../../ui/data-table.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { SkeletonRows } from '../../ui/skeleton.tsx';
import { useQueueThresholds } from './alert-queries.ts';
import { QueueThresholdsEditor } from './queue-thresholds-editor.tsx';
import { THRESHOLDS } from './threshold-fields.ts';

/** The thresholds that count for each queue: its own, or those of all. */
export function QueueThresholds({ usual }: { usual: Thresholds }) {
  const { t } = useTranslation();
  const queues = useQueueThresholds();
  const [edited, setEdited] = useState<Queue | null>(null);
  const columns = useColumns(usual, setEdited);
  return (
    <Section title={t('operations.settings.perQueue')} lead={t('operations.settings.perQueueLead')}>
      {queues.isError ? (
        <ApiErrorState error={queues.error} onRetry={() => void queues.refetch()} />
      ) : (
        <DataTable
          caption={t('operations.settings.perQueue')}
          columns={columns}
          rows={queues.data ?? []}
          keyOf={({ id }) => id}
          className="-mx-3 max-w-5xl"
          empty={
            queues.isPending ? (
              <SkeletonRows rows={3} disc={false} />
            ) : (
              <EmptyState icon={Layers}>{t('inbox.empty.queue')}</EmptyState>
            )
          }
        />
      )}
      {edited && (
        <QueueThresholdsEditor queue={edited} usual={usual} onClose={() => setEdited(null)} />
      )}
    </Section>
  );
}

function useColumns(usual: Thresholds, onEdit: (queue: Queue) => void): Column<Queue>[] {
  const { t } = useTranslation();
  const name: Column<Queue> = {
    id: 'name',
    header: t('operations.queues.name'),
    cell: (queue) => (
      <button
        type="button"
        onClick={() => onEdit(queue)}
        title={queue.name}
        className="max-w-full truncate font-medium text-accent-text underline-offset-2 hover:underline"
      >
        <bdi>{queue.name}</bdi>
      </button>
    ),
  };
  return [
    name,
    ...THRESHOLDS.map(({ name: field, unit }): Column<Queue> => ({
      id: field,
      header: t(`operations.settings.${field}`),
      width: '8.5rem',
      align: 'end',
      cell: ({ own }) => <Figure own={own[field]} usual={usual[field]} unit={unit} />,
    })),
  ];
}

type FigureProps = {
  own: number | null | undefined;
  usual: number | null;
  unit: (typeof THRESHOLDS)[number]['unit'];
};

/** What counts; a threshold of the queue's own stands out and says so. */
function Figure({ own, usual, unit }: FigureProps) {
  const { t } = useTranslation();
  const value = own === undefined ? usual : own;
  const words =
    value === null
      ? t('operations.settings.notWatched')
      : unit === 'minutes'
        ? t('operations.settings.inMinutes', { count: value })
        : value;
  if (own === undefined) return <span className="text-subtle">{words}</span>;
  return (
    <span className="relative font-semibold" title={t('operations.settings.ownThreshold')}>
      {words}
      <span className="sr-only"> ({t('operations.settings.ownThreshold')})</span>
    </span>
  );
}
