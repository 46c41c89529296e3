import {
  alertsSchema,
  alertSettingsSchema,
  ownThresholdsSchema,
  queueThresholdsSchema,
  saveAlertSettingsSchema,
} from '../../../contracts/alerts.ts';
import { doneSchema, idParamsSchema } from '../../../contracts/common.ts';
import { callerOf } from '../../platform/http/access.ts';
import type { HttpApp } from '../../platform/http/app.ts';
import type { AlertService } from './alerts.service.ts';

/** Alerts of supervisors, and the thresholds that admins set. */
export function alertRoutes(app: HttpApp, alerts: AlertService): void {
  app.get(
    '/api/alerts',
    { config: { access: 'board:read' }, schema: { response: { 200: alertsSchema } } },
    (request) => alerts.read(callerOf(request).workspaceId, callerOf(request).memberId),
  );
  app.post(
    '/api/alerts/seen',
    { config: { access: 'board:read' }, schema: { response: { 200: doneSchema } } },
    async (request) => {
      await alerts.markSeen(callerOf(request).workspaceId, callerOf(request).memberId);
      return { done: true as const };
    },
  );
  app.get(
    '/api/alerts/settings',
    { config: { access: 'board:read' }, schema: { response: { 200: alertSettingsSchema } } },
    (request) => alerts.settings(callerOf(request).workspaceId),
  );
  app.put(
    '/api/alerts/settings',
    {
      config: { access: 'settings:write' },
      schema: { body: saveAlertSettingsSchema, response: { 200: alertSettingsSchema } },
    },
    (request) => alerts.saveSettings(callerOf(request).workspaceId, request.body),
  );
  app.get(
    '/api/alerts/queues',
    { config: { access: 'board:read' }, schema: { response: { 200: queueThresholdsSchema } } },
    async (request) => ({ queues: await alerts.queues(callerOf(request).workspaceId) }),
  );
  app.put(
    '/api/alerts/queues/:id',
    {
      config: { access: 'settings:write' },
      schema: {
        params: idParamsSchema,
        body: ownThresholdsSchema,
        response: { 200: doneSchema },
      },
    },
    async (request) => {
      await alerts.saveQueue(callerOf(request).workspaceId, request.params.id, request.body);
      return { done: true as const };
    },
  );
}
