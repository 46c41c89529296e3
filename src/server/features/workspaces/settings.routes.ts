import {
  changeSettingsSchema,
  widgetKeysSchema,
  workspaceSettingsSchema,
} from '../../../contracts/workspaces.ts';
import { callerOf } from '../../platform/http/access.ts';
import type { HttpApp } from '../../platform/http/app.ts';
import type { WorkspaceService } from './workspaces.service.ts';

/** The settings of the workspace. */
export function settingsRoutes(app: HttpApp, workspaces: WorkspaceService): void {
  app.get(
    '/api/settings',
    {
      config: { access: 'settings:read' },
      schema: { response: { 200: workspaceSettingsSchema } },
    },
    (request) => workspaces.settings(callerOf(request).workspaceId),
  );
  app.get(
    '/api/settings/widget',
    {
      config: { access: 'settings:write' },
      schema: { response: { 200: widgetKeysSchema } },
    },
    (request) => workspaces.widgetKeys(callerOf(request).workspaceId),
  );
  app.patch(
    '/api/settings',
    {
      config: { access: 'settings:write' },
      schema: { body: changeSettingsSchema, response: { 200: workspaceSettingsSchema } },
    },
    (request) => workspaces.change(callerOf(request).workspaceId, request.body),
  );
}
