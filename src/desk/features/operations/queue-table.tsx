import { Link } from '@tanstack/react-router';
import { Layers } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { BoardFilter, BoardQueue } from '../../../contracts/board.ts';
import { DataTable, type Column } from '../../ui/data-table.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Switch } from '../../ui/switch.tsx';
import { useToast } from '../../ui/toast.tsx';
import { Age } from '../inbox/age.tsx';
import { usePauseQueue } from '../team/queue-queries.ts';
import { FigureLink, type FigureLinkProps } from './figure-link.tsx';
import { useRefreshBoard } from './queries.ts';
import { Sparkline } from './sparkline.tsx';

/** Every queue in list order: what waits, how it flows, who is there, and whether it gives out. */
export function QueueTable({ queues }: { queues: readonly BoardQueue[] }) {
  const { t } = useTranslation();
  const figure = useFigure();
  const columns: Column<BoardQueue>[] = [
    {
      id: 'name',
      header: t('operations.queues.name'),
      cell: ({ id, name, groups }) => (
        <Link
          to="/operations"
          search={{ show: 'open', queue: id }}
          title={[name, ...groups.map((group) => group.name)].join('\n')}
          className="block truncate font-medium hover:underline"
        >
          <bdi>{name}</bdi>
        </Link>
      ),
    },
    {
      id: 'waiting',
      header: t('operations.queues.waiting'),
      width: '5.25rem',
      align: 'end',
      cell: (queue) =>
        figure(queue, queue.waiting, 'waiting', { tab: 'open', filter: { state: 'waiting' } }),
    },
    {
      id: 'oldest',
      header: t('operations.queues.oldest'),
      width: '5rem',
      align: 'end',
      cell: ({ oldestAt }) => oldestAt && <Age at={oldestAt} />,
    },
    {
      id: 'atRisk',
      header: t('operations.queues.atRisk'),
      width: '5rem',
      align: 'end',
      cell: (queue) =>
        figure(queue, queue.atRisk, 'atRisk', {
          tab: 'at_risk',
          filter: { sla: 'at_risk' },
          tone: 'caution',
        }),
    },
    {
      id: 'breached',
      header: t('operations.queues.breached'),
      width: '5.5rem',
      align: 'end',
      cell: (queue) =>
        figure(queue, queue.breached, 'breached', {
          tab: 'at_risk',
          filter: { sla: 'breached' },
          tone: 'critical',
        }),
    },
    {
      id: 'flow',
      header: t('operations.queues.flow'),
      width: '11.5rem',
      cell: ({ inflow, outflow }) => <Sparkline inflow={inflow} outflow={outflow} />,
    },
    {
      id: 'agents',
      header: t('operations.queues.agents'),
      hint: t('operations.onlineHint'),
      width: '4.5rem',
      align: 'end',
      cell: ({ agentsOnline, waiting }) => (
        <span
          title={t('operations.onlineHint')}
          className={agentsOnline === 0 && waiting > 0 ? 'font-medium text-critical' : undefined}
        >
          {agentsOnline}
        </span>
      ),
    },
    {
      id: 'running',
      header: t('operations.queues.running'),
      width: '7.5rem',
      cell: (queue) => <RunningSwitch queue={queue} />,
    },
  ];
  return (
    <section aria-label={t('operations.queues.title')}>
      <header className="flex flex-wrap items-baseline gap-x-3 px-5 pt-3 pb-1">
        <h2 className="font-semibold">{t('operations.queues.title')}</h2>
        <p className="text-meta text-subtle">{t('operations.queues.legend')}</p>
      </header>
      <DataTable
        caption={t('operations.queues.title')}
        columns={columns}
        rows={queues}
        keyOf={({ id }) => id}
        edgeToEdge
        empty={<EmptyState icon={Layers}>{t('inbox.empty.queue')}</EmptyState>}
      />
    </section>
  );
}

function useFigure() {
  const { t } = useTranslation();
  return (
    { id, name }: BoardQueue,
    count: number,
    what: 'waiting' | 'atRisk' | 'breached',
    { filter, ...link }: Pick<FigureLinkProps, 'tab' | 'tone'> & { filter: BoardFilter },
  ) => (
    <FigureLink
      {...link}
      count={count}
      filter={{ ...filter, queue: id }}
      label={t('operations.queues.see', { what: t(`operations.queues.${what}`), name, count })}
    />
  );
}

function RunningSwitch({ queue: { id, name, paused } }: { queue: BoardQueue }) {
  const { t } = useTranslation();
  const toast = useToast();
  const refresh = useRefreshBoard();
  const { mutate, isPending } = usePauseQueue();
  const onError = ({ message }: Error) =>
    toast.show({ title: t('operations.queues.pauseFailed'), detail: message, tone: 'critical' });
  return (
    <span className="flex items-center gap-2">
      <Switch
        aria-label={t('operations.queues.runs', { name })}
        checked={!paused}
        disabled={isPending}
        onCheckedChange={(running) =>
          mutate({ id, paused: !running }, { onError, onSuccess: () => void refresh() })
        }
      />
      {paused && <span className="text-meta text-caution">{t('operations.queues.paused')}</span>}
    </span>
  );
}
