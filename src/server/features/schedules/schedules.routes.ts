import { doneSchema, idParamsSchema } from '../../../contracts/common.ts';
import {
  changeScheduleSchema,
  openingSchema,
  previewScheduleSchema,
  saveScheduleSchema,
  scheduleSchema,
  schedulesSchema,
} from '../../../contracts/schedules.ts';
import { callerOf } from '../../platform/http/access.ts';
import type { HttpApp } from '../../platform/http/app.ts';
import type { ScheduleService } from './schedules.service.ts';

/** Schedules: read by everybody, kept by admins. */
export function scheduleRoutes(app: HttpApp, schedules: ScheduleService): void {
  app.get(
    '/api/schedules',
    { config: { access: 'schedule:read' }, schema: { response: { 200: schedulesSchema } } },
    async (request) => ({ schedules: await schedules.list(callerOf(request).workspaceId) }),
  );
  app.post(
    '/api/schedules',
    {
      config: { access: 'schedule:write' },
      schema: { body: saveScheduleSchema, response: { 200: scheduleSchema } },
    },
    (request) => schedules.create(callerOf(request).workspaceId, request.body),
  );
  app.post(
    '/api/schedules/preview',
    {
      config: { access: 'schedule:read' },
      schema: { body: previewScheduleSchema, response: { 200: openingSchema } },
    },
    async (request) => schedules.preview(request.body.hours),
  );
  app.patch(
    '/api/schedules/:id',
    {
      config: { access: 'schedule:write' },
      schema: {
        params: idParamsSchema,
        body: changeScheduleSchema,
        response: { 200: scheduleSchema },
      },
    },
    (request) => schedules.change(callerOf(request).workspaceId, request.params.id, request.body),
  );
  app.delete(
    '/api/schedules/:id',
    {
      config: { access: 'schedule:write' },
      schema: { params: idParamsSchema, response: { 200: doneSchema } },
    },
    async (request) => {
      await schedules.remove(callerOf(request).workspaceId, request.params.id);
      return { done: true as const };
    },
  );
}
