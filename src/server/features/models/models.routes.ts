import { doneSchema } from '../../../contracts/common.ts';
import {
  modelOverviewSchema,
  modelPurposeParamsSchema,
  modelTrialSchema,
  saveModelProviderSchema,
} from '../../../contracts/models.ts';
import { callerOf } from '../../platform/http/access.ts';
import type { HttpApp } from '../../platform/http/app.ts';
import type { ModelSettingsService } from './settings.service.ts';

const done = { done: true as const };

/** Language models and embedders of the workspace. */
export function modelRoutes(app: HttpApp, models: ModelSettingsService): void {
  app.get(
    '/api/models',
    { config: { access: 'settings:read' }, schema: { response: { 200: modelOverviewSchema } } },
    (request) => models.overview(callerOf(request).workspaceId),
  );
  app.put(
    '/api/models/:purpose',
    {
      config: { access: 'settings:write' },
      schema: {
        params: modelPurposeParamsSchema,
        body: saveModelProviderSchema,
        response: { 200: doneSchema },
      },
    },
    async (request) => {
      await models.save(callerOf(request).workspaceId, request.params.purpose, request.body);
      return done;
    },
  );
  app.delete(
    '/api/models/:purpose',
    {
      config: { access: 'settings:write' },
      schema: { params: modelPurposeParamsSchema, response: { 200: doneSchema } },
    },
    async (request) => {
      await models.remove(callerOf(request).workspaceId, request.params.purpose);
      return done;
    },
  );
  app.post(
    '/api/models/:purpose/try',
    {
      config: { access: 'settings:write' },
      schema: { params: modelPurposeParamsSchema, response: { 200: modelTrialSchema } },
    },
    (request) => models.attempt(callerOf(request).workspaceId, request.params.purpose),
  );
}
