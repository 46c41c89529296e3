import { ArrowDown, ArrowUp, Pause, Play, Plus } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Queue } from '../../../contracts/routing.ts';
import { Section } from '../../shell/page.tsx';
import { ApiErrorState } from '../../ui/api-error-state.tsx';
import { Badge } from '../../ui/badge.tsx';
import { Button } from '../../ui/button.tsx';
import { DataTable } from '../../ui/data-table.tsx';
import { IconButton } from '../../ui/icon-button.tsx';
import { SkeletonRows } from '../../ui/skeleton.tsx';
import { useMay } from '../session-gate/queries.ts';
import { useOrderQueues, usePauseQueue, useQueues } from './queue-queries.ts';
import { QueueEditor } from './queue-editor.tsx';
import { QueueTest } from './queue-test.tsx';
import { useConditionWords } from './use-condition-words.ts';

/** The queues in the order they are tried, with what each takes and who serves it. */
export function QueueSettings() {
  const { t } = useTranslation();
  const queues = useQueues();
  const mayWrite = useMay('team:write');
  const [edited, setEdited] = useState<Queue | 'new' | null>(null);
  const words = useConditionWords();
  const inOrder = asAsked(queues.data ?? []);
  const add = mayWrite && (
    <Button icon={Plus} variant="primary" onClick={() => setEdited('new')}>
      {t('team.queues.add')}
    </Button>
  );
  return (
    <Section
      title={t('settings.sections.queues.title')}
      lead={t('team.queues.lead')}
      actions={add}
      width="max-w-6xl"
    >
      {queues.isError ? (
        <ApiErrorState error={queues.error} onRetry={() => void queues.refetch()} />
      ) : (
        <DataTable
          caption={t('settings.sections.queues.title')}
          rows={inOrder}
          keyOf={({ id }) => id}
          empty={<SkeletonRows disc={false} />}
          className="-mx-3 [&_table]:min-w-[42rem]"
          columns={[
            {
              id: 'name',
              header: t('team.name'),
              width: '11rem',
              cell: (queue) => (
                <QueueName queue={queue} onOpen={mayWrite ? () => setEdited(queue) : null} />
              ),
            },
            {
              id: 'takes',
              header: t('team.queues.takes'),
              cell: (queue) => <span title={words(queue)}>{words(queue)}</span>,
            },
            {
              id: 'groups',
              header: t('team.queues.groups'),
              width: '8rem',
              cell: ({ groups }) => groups.map(({ name }) => name).join(', '),
            },
            {
              id: 'waiting',
              header: t('team.queues.waiting'),
              width: '4.5rem',
              align: 'end',
              cell: ({ waiting }) => waiting,
            },
            {
              id: 'online',
              header: t('team.queues.online'),
              hint: t('team.queues.onlineHint'),
              width: '4.5rem',
              align: 'end',
              cell: ({ agentsOnline }) => agentsOnline,
            },
            {
              id: 'acts',
              header: t('team.queues.acts'),
              headerHidden: true,
              width: '7.5rem',
              align: 'end',
              cell: (queue) => (
                <QueueActs queue={queue} queues={inOrder} mayMove={mayWrite && !queue.isDefault} />
              ),
            },
          ]}
        />
      )}
      <QueueTest />
      {edited !== null && (
        <QueueEditor queue={edited === 'new' ? null : edited} onClose={() => setEdited(null)} />
      )}
    </Section>
  );
}

/** The default queue takes what no other does, wherever it stands in the list. */
function asAsked(queues: readonly Queue[]): Queue[] {
  return queues.toSorted((left, right) => Number(left.isDefault) - Number(right.isDefault));
}

function QueueName({ queue, onOpen }: { queue: Queue; onOpen: (() => void) | null }) {
  const { t } = useTranslation();
  return (
    <span className="flex items-center gap-2">
      {onOpen ? (
        <button
          type="button"
          onClick={onOpen}
          title={queue.description || queue.name}
          className="truncate font-medium text-accent-text underline-offset-2 hover:underline"
        >
          {queue.name}
        </button>
      ) : (
        <span className="truncate" title={queue.description || queue.name}>
          {queue.name}
        </span>
      )}
      {queue.isDefault && <Badge>{t('team.queues.default')}</Badge>}
      {queue.paused && <Badge tone="caution">{t('team.queues.paused')}</Badge>}
    </span>
  );
}

function QueueActs({
  queue,
  queues,
  mayMove,
}: {
  queue: Queue;
  queues: readonly Queue[];
  mayMove: boolean;
}) {
  const { t } = useTranslation();
  const order = useOrderQueues();
  const pause = usePauseQueue();
  const at = queues.findIndex(({ id }) => id === queue.id);
  const move = (to: number) => {
    const ids = queues.map(({ id }) => id).filter((id) => id !== queue.id);
    order.mutate(ids.toSpliced(to, 0, queue.id));
  };
  return (
    <span className="flex justify-end gap-0.5">
      {mayMove && (
        <>
          <IconButton
            size="sm"
            icon={ArrowUp}
            label={t('team.queues.up', { name: queue.name })}
            disabled={at <= 0 || order.isPending}
            onClick={() => move(at - 1)}
          />
          <IconButton
            size="sm"
            icon={ArrowDown}
            label={t('team.queues.down', { name: queue.name })}
            disabled={queues[at + 1]?.isDefault !== false || order.isPending}
            onClick={() => move(at + 1)}
          />
        </>
      )}
      <IconButton
        size="sm"
        icon={queue.paused ? Play : Pause}
        label={t(queue.paused ? 'team.queues.resume' : 'team.queues.pause', { name: queue.name })}
        onClick={() => pause.mutate({ id: queue.id, paused: !queue.paused })}
      />
    </span>
  );
}
