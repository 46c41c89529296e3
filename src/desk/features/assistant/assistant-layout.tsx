import { Outlet } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { Page } from '../../shell/page.tsx';
import { LinkTabs } from '../../ui/link-tabs.tsx';
import { useWaitingCount } from './approvals/use-approval-notices.ts';
import { StopControl, StoppedBanner } from './policy/stop-control.tsx';
import { useAssistantTabs } from './use-assistant-tabs.ts';

/**
 * The frame of the section: its title and a tab for each page. A page fills what is left and scrolls
 * by itself: give it `flex min-h-0 flex-1 flex-col overflow-y-auto`.
 */
export function AssistantLayout() {
  const { t } = useTranslation();
  const tabs = useAssistantTabs();
  const waiting = useWaitingCount();
  return (
    <Page
      title={t('assistant.area')}
      lead={t('assistant.lead')}
      actions={<StopControl />}
      bar={
        <>
          <LinkTabs
            aria-label={t('assistant.pages')}
            items={tabs.map(({ id, to }) => ({
              to,
              label: t(`assistant.tabs.${id}`),
              count: id === 'approvals' ? waiting : undefined,
            }))}
          />
          <StoppedBanner />
        </>
      }
      fill
    >
      <Outlet />
    </Page>
  );
}
