import { lazy, type ComponentType } from 'react';
import type { Permission } from '../../../contracts/permissions.ts';
import type { settingsEn } from './settings.en.ts';

/** One part of the settings, under its own address. Its words are `settings.sections.<id>`. */
export type SettingsSection = {
  id: SettingsSectionId;
  /** Who sees it at all; the server decides again what they may change. */
  permission: Permission;
  Panel: ComponentType;
};

export type SettingsSectionId = keyof typeof settingsEn.sections;

/** Sections that belong together, in the order they are listed. */
export type SettingsGroup = {
  id: keyof typeof settingsEn.groups;
  sections: readonly SettingsSection[];
};

/** Everything that can be set. A feature adds one line here and its words in settings.en.ts. */
export const SETTINGS_GROUPS: readonly SettingsGroup[] = [
  {
    id: 'own',
    sections: [
      // What everybody who works here may do.
      section(
        'account',
        'presence:write',
        async () => (await import('../account/account-settings.tsx')).AccountSettings,
      ),
    ],
  },
  {
    id: 'conversations',
    sections: [
      section(
        'chats',
        'settings:write',
        async () => (await import('./chat-settings.tsx')).ChatSettings,
      ),
      section(
        'widget',
        'settings:write',
        async () => (await import('./widget-settings.tsx')).WidgetSettings,
      ),
      section(
        'surveys',
        'settings:write',
        async () => (await import('../surveys/survey-settings.tsx')).SurveySettings,
      ),
      section(
        'categories',
        'team:write',
        async () => (await import('../team/category-settings.tsx')).CategorySettings,
      ),
      section(
        'portal',
        'settings:write',
        async () => (await import('./portal-settings.tsx')).PortalSettings,
      ),
      section('tags', 'tag:write', async () => (await import('./tag-settings.tsx')).TagSettings),
    ],
  },
  {
    id: 'automation',
    sections: [
      section(
        'assistant',
        'settings:write',
        async () => (await import('../classification/assistant-settings.tsx')).AssistantSettings,
      ),
      section(
        'entities',
        'settings:write',
        async () => (await import('../classification/entity-settings.tsx')).EntitySettings,
      ),
      section(
        'models',
        'settings:write',
        async () => (await import('../models/model-settings.tsx')).ModelSettings,
      ),
      section(
        'recipes',
        'trigger:read',
        async () => (await import('../recipes/recipe-settings.tsx')).RecipeSettings,
      ),
      section(
        'triggers',
        'trigger:read',
        async () => (await import('../triggers/trigger-settings.tsx')).TriggerSettings,
      ),
      section(
        'macros',
        'macro:write',
        async () => (await import('../macros/macro-settings.tsx')).MacroSettings,
      ),
    ],
  },
  {
    id: 'work',
    sections: [
      section(
        'queues',
        'queue:pause',
        async () => (await import('../team/queue-settings.tsx')).QueueSettings,
      ),
      section(
        'routing',
        'settings:write',
        async () => (await import('../routing/routing-settings.tsx')).RoutingSettings,
      ),
      section(
        'groups',
        'team:write',
        async () => (await import('../team/group-settings.tsx')).GroupSettings,
      ),
      section(
        'agents',
        'team:write',
        async () => (await import('../team/agent-settings.tsx')).AgentSettings,
      ),
      section(
        'skills',
        'team:write',
        async () => (await import('../team/skill-settings.tsx')).SkillSettings,
      ),
      section(
        'capacity',
        'team:write',
        async () => (await import('../team/capacity-settings.tsx')).CapacitySettings,
      ),
      section(
        'statuses',
        'team:write',
        async () => (await import('../team/status-settings.tsx')).StatusSettings,
      ),
      section(
        'alerts',
        'settings:write',
        async () => (await import('../operations/alert-settings.tsx')).AlertSettings,
      ),
      section(
        'sla',
        'queue:pause',
        async () => (await import('../sla/sla-settings.tsx')).SlaSettings,
      ),
      section(
        'schedules',
        'schedule:write',
        async () => (await import('../schedules/schedule-settings.tsx')).ScheduleSettings,
      ),
    ],
  },
  {
    id: 'workspace',
    sections: [
      section(
        'people',
        'member:write',
        async () => (await import('./people-settings.tsx')).PeopleSettings,
      ),
      section(
        'apiKeys',
        'settings:write',
        async () => (await import('../api-keys/api-key-settings.tsx')).ApiKeySettings,
      ),
    ],
  },
];

function section(
  id: SettingsSectionId,
  permission: Permission,
  load: () => Promise<ComponentType>,
): SettingsSection {
  return { id, permission, Panel: lazy(async () => ({ default: await load() })) };
}
