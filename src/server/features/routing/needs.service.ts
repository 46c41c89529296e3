import type { SetTicketSkills, TicketSkill, TicketSkills } from '../../../contracts/routing.ts';
import type { Core } from '../../platform/core.ts';
import { notFound } from '../../platform/errors.ts';
import { createHistorian } from '../history/index.ts';
import { findNeeds, setNeeds } from './needs.store.ts';

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

function inWords({ name, level, optional }: TicketSkill): string {
  return `${name} from level ${level} on${optional ? ' (wished for)' : ''}`;
}
