import { useNavigate, useSearch } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Page } from '../../shell/page.tsx';
import { Tabs } from '../../ui/tabs.tsx';
import { NotAllowed } from '../session-gate/not-allowed.tsx';
import { useMay } from '../session-gate/queries.ts';
import { usePageTitle } from '../use-page-title.ts';
import { ChatSettings } from './chat-settings.tsx';
import { PeopleSettings } from './people-settings.tsx';
import { QueueSettings } from './queue-settings.tsx';
import { SETTINGS_TABS, type SettingsTab } from './settings.routes.ts';
import { TagSettings } from './tag-settings.tsx';
import { WidgetSettings } from './widget-settings.tsx';

const PANELS: Record<SettingsTab, () => ReactNode> = {
  chats: ChatSettings,
  widget: WidgetSettings,
  people: PeopleSettings,
  tags: TagSettings,
  queues: QueueSettings,
};

/** The rules of the workspace, as far as one's role may change them. */
export function SettingsPage() {
  const { t } = useTranslation();
  usePageTitle(t('shell.settings'));
  const navigate = useNavigate();
  const search = useSearch({ from: '/app/settings' });
  const admin = useMay('settings:write');
  const people = useMay('member:write');
  const tags = useMay('tag:write');
  const allowed = SETTINGS_TABS.filter((tab) =>
    tab === 'people' ? people : tab === 'tags' || tab === 'queues' ? tags : admin,
  );
  const tab = search.tab && allowed.includes(search.tab) ? search.tab : allowed[0];
  if (!tab) return <NotAllowed />;
  const items = allowed.map((value) => {
    const Panel = PANELS[value];
    return { value, label: t(`settings.sections.${value}`), panel: <Panel /> };
  });
  return (
    <Page title={t('shell.settings')} lead={t('settings.lead')} fill>
      <Tabs
        aria-label={t('settings.sections.label')}
        items={items}
        value={tab}
        onValueChange={(next) => void navigate({ to: '/settings', search: { tab: next } })}
        className="flex-1"
        panelClassName="overflow-y-auto px-5 py-5"
      />
    </Page>
  );
}
