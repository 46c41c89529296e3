import { firstStepsSchema, type FirstSteps } from '../../../contracts/workspaces.ts';
import { callerOf } from '../../platform/http/access.ts';
import type { HttpApp } from '../../platform/http/app.ts';

/** What the routes need of the service. */
export interface FirstStepsReader {
  readonly firstSteps: (workspaceId: string) => Promise<FirstSteps>;
}

/** How far a new workspace is set up. */
export function onboardingRoutes(app: HttpApp, onboarding: FirstStepsReader): void {
  app.get(
    '/api/first-steps',
    { config: { access: 'settings:read' }, schema: { response: { 200: firstStepsSchema } } },
    (request) => onboarding.firstSteps(callerOf(request).workspaceId),
  );
}
