import type { SetTicketSkills, TicketSkill, TicketSkills } from '../../../contracts/routing.ts';
import type { Core } from '../../platform/core.ts';
import { AppError, notFound } from '../../platform/errors.ts';
import { createHistorian } from '../history/index.ts';
import { findNeeds, setNeeds } from './needs.store.ts';
import { listSkillNames } from './preview.store.ts';

export type NeedsService = ReturnType<typeof createNeedsService>;

/** The skills that one ticket asks for, as people see and set them. */
export function createNeedsService({ database, clock, ids }: Core) {
  const tell = createHistorian({ clock, ids });

  return {
    get: (workspaceId: string, ticketId: string): Promise<TicketSkills> =>
      database.inWorkspace(workspaceId, async (scope) => {
        const found = await findNeeds(scope, ticketId);
        if (!found) throw notFound('ticket');
        return found;
      }),

    /** Sets all of them; the router plans again, and briefs leave them alone from now on. */
    set: (
      by: { readonly workspaceId: string; readonly memberId: string },
      ticketId: string,
      { skills }: SetTicketSkills,
    ): Promise<TicketSkills> =>
      database.inWorkspace(by.workspaceId, async (scope) => {
        if (!(await findNeeds(scope, ticketId))) throw notFound('ticket');
        const names = await listSkillNames(
          scope,
          skills.map(({ id }) => id),
        );
        const unknown = skills.flatMap(({ id }, at) => (names.has(id) ? [] : [`skills.${at}.id`]));
        if (unknown.length > 0) throw noSuchSkill(unknown);
        const work = await setNeeds(scope, ticketId, skills);
        const found = await findNeeds(scope, ticketId);
        if (!work || !found) throw notFound('skill');
        const to = found.skills.map(inWords).join(', ');
        const actor = { kind: 'agent', id: by.memberId } as const;
        await tell(scope, { ticketId, type: 'work.skills', actor, data: { to } });
        scope.record({ type: 'work.changed', workItemId: work.id, ticketId });
        return found;
      }),
  };
}

function noSuchSkill(paths: string[]): AppError {
  const message = 'names no skill of this workspace; read the list again and choose from it';
  return new AppError('request_invalid', `${paths[0]} ${message}.`, {
    fields: paths.map((path) => ({ path, message })),
  });
}

function inWords({ name, level, optional }: TicketSkill): string {
  return `${name} from level ${level} on${optional ? ' (wished for)' : ''}`;
}
