import type { z } from 'zod';
import {
  workspaceSettingsSchema,
  type changeSettingsSchema,
  type widgetKeysSchema,
  type WorkspaceSettings,
} from '../../../contracts/workspaces.ts';
import type { Core } from '../../platform/core.ts';
import type { Scope } from '../../platform/db/database.ts';
import { findWorkspace, saveSettings, settingsOf } from './workspaces.store.ts';

type SettingsChange = z.infer<typeof changeSettingsSchema>;

export interface WorkspaceDeps extends Pick<Core, 'database'> {
  /** The chat is closed from now on: what runs ends. */
  readonly onChatClosed: (scope: Scope) => Promise<unknown>;
}

export type WorkspaceService = ReturnType<typeof createWorkspaceService>;

/** Settings of a workspace; a change takes effect with the next transaction that reads them. */
export function createWorkspaceService({ database, onChatClosed }: WorkspaceDeps) {
  return {
    async settings(workspaceId: string): Promise<WorkspaceSettings> {
      return database.inWorkspace(workspaceId, settingsOf);
    },

    /** The keys of the widget: only for admins. */
    async widgetKeys(workspaceId: string): Promise<z.infer<typeof widgetKeysSchema>> {
      const workspace = await database.inWorkspace(workspaceId, findWorkspace);
      return { widgetKey: workspace.widget_key, identitySecret: workspace.identity_secret };
    },

    async change(workspaceId: string, change: SettingsChange): Promise<WorkspaceSettings> {
      return database.inWorkspace(workspaceId, async (scope) => {
        const now = await settingsOf(scope);
        const next = workspaceSettingsSchema.parse({
          ...now,
          ...change,
          sessions: { ...now.sessions, ...change.sessions },
          offers: { ...now.offers, ...change.offers },
          presence: { ...now.presence, ...change.presence },
          chat: { ...now.chat, ...change.chat },
          bot: { ...now.bot, ...change.bot },
          classification: {
            ...now.classification,
            ...change.classification,
            risks: { ...now.classification.risks, ...change.classification?.risks },
          },
          portal: { ...now.portal, ...change.portal },
          routing: {
            ...now.routing,
            ...change.routing,
            rebalance: { ...now.routing.rebalance, ...change.routing?.rebalance },
            onAway: { ...now.routing.onAway, ...change.routing?.onAway },
            optionalSkills: { ...now.routing.optionalSkills, ...change.routing?.optionalSkills },
          },
          models: {
            ...now.models,
            ...change.models,
            redact: { ...now.models.redact, ...change.models?.redact },
          },
          surveys: {
            session: { ...now.surveys.session, ...change.surveys?.session },
            ticket: { ...now.surveys.ticket, ...change.surveys?.ticket },
          },
        });
        await saveSettings(scope, next);
        scope.record({ type: 'settings.changed', workspaceId });
        if (now.chat.open && !next.chat.open) await onChatClosed(scope);
        return next;
      });
    },
  };
}
