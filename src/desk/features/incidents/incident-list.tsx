import { ListChecks, Megaphone } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { TicketGroup } from '../../../contracts/incidents.ts';
import { ApiErrorState } from '../../ui/api-error-state.tsx';
import { Badge } from '../../ui/badge.tsx';
import { Button } from '../../ui/button.tsx';
import { DataTable, type Column } from '../../ui/data-table.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { SkeletonRows } from '../../ui/skeleton.tsx';
import { Time } from '../../ui/time.tsx';
import { useMay } from '../session-gate/queries.ts';
import { IncidentDialog } from './incident-dialog.tsx';
import { useTicketGroups } from './queries.ts';
import { TellDialog } from './tell-dialog.tsx';

/** What piles up: groups of tickets about the same thing, and those marked as an incident. */
export function IncidentList() {
  const { t } = useTranslation();
  const groups = useTicketGroups();
  const [opened, setOpened] = useState<Opened | null>(null);
  const columns = useColumns(setOpened);
  if (groups.isError) {
    return <ApiErrorState error={groups.error} onRetry={() => void groups.refetch()} />;
  }
  const group = groups.data?.find(({ groupId }) => groupId === opened?.groupId);
  const close = () => setOpened(null);
  return (
    <div className="min-h-0 flex-1 overflow-y-auto pb-6">
      <DataTable
        caption={t('operations.tab.incidents')}
        columns={columns}
        rows={groups.data ?? []}
        keyOf={({ groupId }) => groupId}
        className="px-2"
        empty={
          groups.isPending ? (
            <SkeletonRows rows={5} disc={false} />
          ) : (
            <EmptyState icon={ListChecks}>{t('incidents.empty')}</EmptyState>
          )
        }
      />
      {group && opened?.to === 'change' && (
        <IncidentDialog
          group={group}
          onClose={close}
          onTell={() => setOpened({ groupId: group.groupId, to: 'tell' })}
        />
      )}
      {group?.incident && opened?.to === 'tell' && (
        <TellDialog incident={group.incident} onClose={close} />
      )}
    </div>
  );
}

type Opened = { groupId: string; to: 'change' | 'tell' };

function useColumns(open: (what: Opened) => void): Column<TicketGroup>[] {
  const { t } = useTranslation();
  const may = useMay('board:write');
  const count = (id: 'hour' | 'day' | 'total' | 'unsolved', of: (group: TicketGroup) => number) =>
    ({
      id,
      header: t(`incidents.columns.${id}`),
      width: '6rem',
      align: 'end',
      cell: of,
    }) satisfies Column<TicketGroup>;
  return [
    {
      id: 'about',
      header: t('incidents.columns.about'),
      width: '18rem',
      cell: (group) => <About group={group} />,
    },
    count('hour', ({ lastHour }) => lastHour),
    count('day', ({ lastDay }) => lastDay),
    count('total', ({ total }) => total),
    count('unsolved', ({ unsolved }) => unsolved),
    {
      id: 'since',
      header: t('incidents.columns.since'),
      width: '7rem',
      cell: ({ since }) => <Time at={since} />,
    },
    {
      id: 'act',
      header: t('incidents.columns.act'),
      headerHidden: true,
      width: '14rem',
      align: 'end',
      cell: ({ groupId, incident }) =>
        may && (
          <span className="flex justify-end gap-2">
            {incident && (
              <Button
                size="sm"
                icon={Megaphone}
                aria-label={t('incidents.tellOf', { title: incident.title })}
                onClick={() => open({ groupId, to: 'tell' })}
              >
                {t('incidents.tell')}
              </Button>
            )}
            <Button
              size="sm"
              aria-label={incident ? t('incidents.editOf', { title: incident.title }) : undefined}
              onClick={() => open({ groupId, to: 'change' })}
            >
              {t(incident ? 'incidents.edit' : 'incidents.mark')}
            </Button>
          </span>
        ),
    },
  ];
}

function About({ group: { words, incident, tickets } }: { group: TicketGroup }) {
  const { t } = useTranslation();
  const newest = tickets[0]?.subject;
  return (
    <span className="flex min-w-0 items-center gap-2" title={newest}>
      {incident && (
        <Badge tone={incident.state === 'open' ? 'critical' : 'neutral'} className="shrink-0">
          {t(`incidents.state.${incident.state}`)}
        </Badge>
      )}
      <span className="min-w-0 truncate font-medium">
        {incident?.title ?? (words.join(', ') || t('incidents.unnamed'))}
      </span>
      {newest !== undefined && (
        <span dir="auto" className="min-w-0 flex-1 truncate text-start text-subtle">
          {newest}
        </span>
      )}
    </span>
  );
}
