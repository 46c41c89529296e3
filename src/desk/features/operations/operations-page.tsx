import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { Board } from '../../../contracts/board.ts';
import { Page } from '../../shell/page.tsx';
import { ApiErrorState } from '../../ui/api-error-state.tsx';
import { SkeletonRows } from '../../ui/skeleton.tsx';
import { Tabs } from '../../ui/tabs.tsx';
import { IncidentList } from '../incidents/incident-list.tsx';
import { NotAllowed } from '../session-gate/not-allowed.tsx';
import { useMay } from '../session-gate/queries.ts';
import { usePageTitle } from '../use-page-title.ts';
import { AttainmentPage } from '../sla/attainment-page.tsx';
import { AgentList } from './agent-list.tsx';
import { AlertHistory } from './alert-history.tsx';
import { useAlerts } from './alert-queries.ts';
import { EscalationFeed } from './escalation-feed.tsx';
import { BoardTotals } from './board-totals.tsx';
import { BOARD_TABS, type BoardTab } from './operations.routes.ts';
import { useBoard } from './queries.ts';
import { QueueTable } from './queue-table.tsx';
import { SurgeBanner, SurgeButton } from './surge-switch.tsx';
import { useBoardLive } from './use-board-live.ts';
import { useBoardSearch } from './use-board-search.ts';
import { WorkList } from './work-list.tsx';

/** The live board: queues, agents, the lists of work, and alerts. */
export function OperationsPage() {
  const { t } = useTranslation();
  usePageTitle(t('operations.area'));
  return useMay('board:read') ? <LiveBoard /> : <NotAllowed />;
}

function LiveBoard() {
  const { t } = useTranslation();
  useBoardLive();
  const board = useBoard();
  if (board.isError) {
    return <ApiErrorState error={board.error} onRetry={() => void board.refetch()} />;
  }
  return (
    <Page
      title={t('operations.area')}
      actions={board.data && <SurgeButton surge={board.data.surge} />}
      bar={board.data && <SurgeBanner surge={board.data.surge} />}
      fill
    >
      {board.data ? <BoardTabs board={board.data} /> : <SkeletonRows rows={12} />}
    </Page>
  );
}

function BoardTabs({ board }: { board: Board }) {
  const { t } = useTranslation();
  const { tab } = useBoardSearch();
  const navigate = useNavigate();
  const openAlerts = useAlerts().data?.open.length ?? 0;
  const { totals } = board;
  const counts: Partial<Record<BoardTab, number>> = {
    after_chat: totals.afterChat,
    at_risk: totals.atRisk + totals.breached,
    reassign: totals.reassign,
    alerts: openAlerts,
  };
  return (
    <>
      <BoardTotals totals={totals} />
      <Tabs<BoardTab>
        aria-label={t('operations.lists')}
        value={tab}
        onValueChange={(next) => void navigate({ to: '/operations', search: { show: next } })}
        className="flex-1"
        panelClassName="flex min-w-0 flex-col outline-offset-[-2px]"
        items={BOARD_TABS.map((value) => ({
          value,
          label: t(`operations.tab.${value}`),
          count: counts[value],
          panel: value === tab && <Panel tab={value} board={board} />,
        }))}
      />
    </>
  );
}

function Panel({ tab, board }: { tab: BoardTab; board: Board }) {
  switch (tab) {
    case 'overview':
      return (
        <div className="flex min-h-0 flex-1 flex-col overflow-y-auto">
          <QueueTable queues={board.queues} />
          <AgentList agents={board.agents} />
        </div>
      );
    case 'incidents':
      return <IncidentList />;
    case 'escalations':
      return <EscalationFeed />;
    case 'alerts':
      return <AlertHistory />;
    case 'promises':
      return <AttainmentPage />;
    case 'after_chat':
    case 'at_risk':
    case 'reassign':
    case 'open':
      return <WorkList key={tab} list={tab} board={board} />;
  }
}
