import { Link } from '@tanstack/react-router';
import { PhoneCall, Users } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { BoardAgent } from '../../../contracts/board.ts';
import { cx } from '../../lib/cx.ts';
import { formatClock } from '../../lib/format.ts';
import { Avatar } from '../../ui/avatar.tsx';
import { CapacityMeter } from '../../ui/capacity-meter.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { VirtualList } from '../../ui/virtual-list.tsx';
import { Age } from '../inbox/age.tsx';
import { useStatusName } from '../presence/status-options.ts';
import { AgentMenu } from './agent-menu.tsx';
import { inHand, presenceOf, unitsOf } from './board.rules.ts';

const ROW =
  'grid items-center gap-x-3 px-5 [grid-template-columns:minmax(9rem,1.2fr)_11rem_8.5rem_minmax(8rem,2fr)_2rem] max-pane2:[grid-template-columns:minmax(0,1fr)_8rem_2rem]';
/** On a phone the status stands below the name. */
const BELOW_NAME =
  'max-pane2:col-span-2 max-pane2:col-start-1 max-pane2:row-start-2 max-pane2:ps-7 max-pane2:text-meta';

/** Everybody with status, load and what they have in hand. */
export function AgentList({ agents }: { agents: readonly BoardAgent[] }) {
  const { t } = useTranslation();
  return (
    <section
      aria-label={t('operations.agents.title')}
      className="flex min-h-72 flex-1 flex-col border-t border-line"
    >
      <h2 className="px-5 pt-3 pb-1 font-semibold">{t('operations.agents.title')}</h2>
      <div
        aria-hidden
        className={cx(ROW, 'h-8 shrink-0 border-b border-line text-meta font-medium text-subtle')}
      >
        <span>{t('operations.agents.name')}</span>
        <span className="max-pane2:hidden">{t('operations.agents.status')}</span>
        <span>{t('operations.agents.carries')}</span>
        <span className="max-pane2:hidden">{t('operations.agents.work')}</span>
      </div>
      {agents.length === 0 ? (
        <EmptyState icon={Users}>{t('operations.agents.empty')}</EmptyState>
      ) : (
        <VirtualList
          items={agents}
          keyOf={({ id }) => id}
          rowHeight={36}
          label={t('operations.agents.title')}
          renderRow={(agent) => <AgentRow agent={agent} />}
        />
      )}
    </section>
  );
}

function AgentRow({ agent }: { agent: BoardAgent }) {
  const { t } = useTranslation();
  const nameOf = useStatusName();
  const { id, name, status, statusSince, connected, capacity, onCallSince } = agent;
  const presence = presenceOf(agent);
  return (
    <div
      className={cx(
        ROW,
        'h-row-table border-b border-line hover:bg-hover max-pane2:h-12 max-pane2:content-center',
      )}
    >
      <span className="flex min-w-0 items-center gap-2 max-pane2:col-start-1 max-pane2:row-start-1">
        <Avatar name={name} id={id} size="sm" presence={presence} />
        <span className="truncate font-medium" title={name}>
          <bdi>{name}</bdi>
        </span>
      </span>
      <span className={cx('flex min-w-0 items-baseline gap-1.5 text-muted', BELOW_NAME)}>
        {onCallSince === null ? (
          <>
            <span className="truncate" title={nameOf(agent)}>
              {connected || status === 'offline' ? nameOf(agent) : t('operations.agents.gone')}
            </span>
            <Age at={statusSince} className="shrink-0 text-meta text-subtle" />
          </>
        ) : (
          <OnCall since={onCallSince} />
        )}
      </span>
      <span className="max-pane2:col-start-2 max-pane2:row-start-1">
        <CapacityMeter used={unitsOf(capacity)} budget={capacity.budget} />
      </span>
      <InHand agent={agent} />
      <span className="max-pane2:col-start-3 max-pane2:row-span-2 max-pane2:row-start-1">
        <AgentMenu agent={agent} />
      </span>
    </div>
  );
}

/** Since when somebody is on the phone, on the clock. */
function OnCall({ since }: { since: string }) {
  const { t, i18n } = useTranslation();
  const time = formatClock(Date.parse(since), i18n.language);
  return (
    <span className="inline-flex min-w-0 items-center gap-1.5 text-accent-text">
      <PhoneCall aria-hidden className="size-3.5 shrink-0" />
      <span className="truncate">{t('operations.agents.onCall', { time })}</span>
    </span>
  );
}

/** The latest pieces of work by name, and the way to all of them. */
function InHand({ agent }: { agent: BoardAgent }) {
  const { t } = useTranslation();
  const count = inHand(agent);
  const rest = count - agent.work.length;
  if (count === 0) {
    return <span className="text-subtle max-pane2:hidden">{t('operations.agents.none')}</span>;
  }
  return (
    <span className="flex min-w-0 items-center gap-2 max-pane2:hidden">
      {agent.work.map(({ ticketId, number, subject }) => (
        <Link
          key={ticketId}
          to="/inbox/$ticketId"
          params={{ ticketId }}
          preload={false}
          title={`#${number} ${subject}`}
          className="min-w-12 truncate text-muted hover:text-text hover:underline"
        >
          <span className="tabular-nums">#{number}</span> <bdi>{subject}</bdi>
        </Link>
      ))}
      {rest > 0 && (
        <Link
          to="/operations"
          search={{ show: 'open', owner: agent.id, state: 'assigned' }}
          aria-label={t('operations.agents.see', { count, name: agent.name })}
          className="shrink-0 text-accent-text tabular-nums hover:underline"
        >
          {t('operations.agents.more', { count: rest })}
        </Link>
      )}
    </span>
  );
}
