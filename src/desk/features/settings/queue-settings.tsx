import { useTranslation } from 'react-i18next';
import type { Queue } from '../../../contracts/routing.ts';
import { Section } from '../../shell/page.tsx';
import { ApiErrorState } from '../../ui/api-error-state.tsx';
import { Badge } from '../../ui/badge.tsx';
import { DataTable } from '../../ui/data-table.tsx';
import { SkeletonRows } from '../../ui/skeleton.tsx';
import { useQueues } from './queries.ts';

/** The queues as they are: what each takes, who serves it, how many wait. */
export function QueueSettings() {
  const { t } = useTranslation();
  const queues = useQueues();
  return (
    <Section title={t('settings.sections.queues.title')} lead={t('settings.queues.lead')}>
      {queues.isError ? (
        <ApiErrorState error={queues.error} onRetry={() => void queues.refetch()} />
      ) : (
        <DataTable
          caption={t('settings.queues.caption')}
          rows={queues.data ?? []}
          keyOf={({ id }) => id}
          empty={<SkeletonRows disc={false} />}
          className="max-w-5xl [&_table]:min-w-[48rem]"
          columns={[
            {
              id: 'name',
              header: t('settings.queues.queue'),
              width: '14rem',
              cell: (queue) => <Name queue={queue} />,
            },
            {
              id: 'takes',
              header: t('settings.queues.takes'),
              cell: (queue) => <Conditions queue={queue} />,
            },
            {
              id: 'groups',
              header: t('settings.queues.groups'),
              width: '12rem',
              cell: ({ groups }) => groups.map(({ name }) => name).join(', '),
            },
            {
              id: 'waiting',
              header: t('settings.queues.waiting'),
              width: '5rem',
              align: 'end',
              cell: ({ waiting }) => waiting,
            },
            {
              id: 'online',
              header: t('settings.queues.online'),
              width: '5rem',
              align: 'end',
              cell: ({ agentsOnline }) => agentsOnline,
            },
          ]}
        />
      )}
    </Section>
  );
}

function Name({ queue: { name, isDefault, priority } }: { queue: Queue }) {
  const { t } = useTranslation();
  return (
    <span className="flex items-center gap-2" title={t('settings.queues.priority', { priority })}>
      <span className="truncate">{name}</span>
      {isDefault && <Badge>{t('settings.queues.default')}</Badge>}
    </span>
  );
}

function Conditions({ queue: { conditions, isDefault } }: { queue: Queue }) {
  const { t } = useTranslation();
  const words: Record<keyof Queue['conditions'], (value: string) => string> = {
    channels: (value) => t(`inbox.channel.${value as 'email'}`).toLowerCase(),
    routingChannels: (value) =>
      (value === 'email' ? t('inbox.channel.email') : t('inbox.channel.messaging')).toLowerCase(),
    categories: (value) => value,
    priorities: (value) => t(`ticket.priority.${value as 'high'}`).toLowerCase(),
    tags: (value) => value,
  };
  const parts = (Object.keys(words) as (keyof Queue['conditions'])[]).flatMap((kind) => {
    const values = conditions[kind];
    if (!values || values.length === 0) return [];
    return [
      t(`settings.queues.conditions.${kind}`, {
        list: values.map((value) => words[kind](value)).join(t('settings.queues.or')),
      }),
    ];
  });
  const sentence =
    parts.join(', ') || t(isDefault ? 'settings.queues.everything' : 'settings.queues.all');
  return <span title={sentence}>{sentence}</span>;
}
