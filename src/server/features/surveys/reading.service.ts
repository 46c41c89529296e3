import type { z } from 'zod';
import type { satisfactionSchema, Survey } from '../../../contracts/surveys.ts';
import type { WorkspaceSettings } from '../../../contracts/workspaces.ts';
import type { Core } from '../../platform/core.ts';
import type { Scope } from '../../platform/db/database.ts';
import { notFound } from '../../platform/errors.ts';
import { listCredits } from './credits.store.ts';
import { findSatisfaction, isThere, listSurveys } from './surveys.store.ts';
import { surveyViewOf } from './surveys.view.ts';

export interface SurveyReadingDeps extends Pick<Core, 'database' | 'clock'> {
  readonly settingsOf: (scope: Scope) => Promise<Pick<WorkspaceSettings, 'assistantName'>>;
}

export type SurveyReader = ReturnType<typeof createSurveyReader>;

/** Surveys as the desk shows them. Throws `not_found` for what the workspace does not have. */
export function createSurveyReader({ database, clock, settingsOf }: SurveyReadingDeps) {
  async function list(
    scope: Scope,
    of: { ticketId: string } | { customerId: string },
  ): Promise<Survey[]> {
    const rows = await listSurveys(scope, of);
    const credits = await listCredits(
      scope,
      rows.map(({ id }) => id),
    );
    const { assistantName } = await settingsOf(scope);
    const now = clock.now();
    return rows.map((row) => surveyViewOf(row, { credits, assistantName, now }));
  }

  return {
    async ofTicket(workspaceId: string, ticketId: string): Promise<Survey[]> {
      return database.inWorkspace(workspaceId, async (scope) => {
        if (!(await isThere(scope, 'tickets', ticketId))) throw notFound('ticket');
        return list(scope, { ticketId });
      });
    },

    async ofCustomer(
      workspaceId: string,
      customerId: string,
    ): Promise<z.infer<typeof satisfactionSchema>> {
      return database.inWorkspace(workspaceId, async (scope) => {
        if (!(await isThere(scope, 'customers', customerId))) throw notFound('customer');
        const surveys = await list(scope, { customerId });
        return { ...(await findSatisfaction(scope, customerId)), surveys };
      });
    },
  };
}
