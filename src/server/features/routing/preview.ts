import type { NextUp, QueueTest, RoutingPreview } from '../../../contracts/routing.ts';
import type { WorkspaceSettings } from '../../../contracts/workspaces.ts';
import type { Core } from '../../platform/core.ts';
import type { Scope } from '../../platform/db/database.ts';
import { notFound } from '../../platform/errors.ts';
import type { BusinessHours } from '../schedules/index.ts';
import { nextUp } from './plan/next-up.rules.ts';
import { planInSlices } from './plan/plan.rules.ts';
import { findTicketByNumber, findTicketNames, listSkillNames } from './preview.store.ts';
import { explainQueues, matchQueue } from './queues.rules.ts';
import { listQueues } from './queues.store.ts';
import { findPlanned } from './snapshot.store.ts';
import { createSurveyor } from './survey.ts';
import { unhurried } from '../../platform/unhurried.ts';
import { matchable } from './work.rules.ts';
import { findRoutingFacts } from './work.store.ts';

export interface PreviewDeps extends Core {
  readonly settingsOf: (scope: Scope) => Promise<WorkspaceSettings>;
  readonly businessHours: BusinessHours;
}

/** How long a look ahead is good for: all desks of a workspace share it. */
const freshMs = 5_000;

export type RoutingPreviewer = ReturnType<typeof createRoutingPreviewer>;

/** What the router would do, without doing it: nothing is locked and nothing is written. */
export function createRoutingPreviewer(deps: PreviewDeps) {
  const { database, clock, settingsOf } = deps;
  const { survey } = createSurveyor(deps);
  const ahead = new Map<string, { at: number; next: ReadonlyMap<string, string> }>();

  return {
    /** Where a ticket would go and who could take it now, if it were the only work that waits. */
    ofTicket: (workspaceId: string, ticketId: string): Promise<RoutingPreview> =>
      database.inWorkspace(workspaceId, async (scope) => {
        const facts = await findRoutingFacts(scope, ticketId);
        const row = await findPlanned(scope, ticketId);
        if (!facts || !row) throw notFound('ticket');
        const settings = await settingsOf(scope);
        const queue = matchQueue(matchable(facts), await listQueues(scope));
        const asWaiting = { ...row, queue_id: queue.id };
        const seen = await survey(scope, { settings, now: clock.now(), only: [asWaiting] });
        const made = await unhurried(
          planInSlices({ ...seen.snapshot, agents: seen.snapshot.agents }),
        );
        const decision = [...made.offers, ...made.assignments].find(
          ({ item }) => item.id === row.id,
        );
        const waits = made.waiting.flatMap(({ items }) => items).find(({ id }) => id === row.id);
        const explanation = decision
          ? made.explanations.ofDecision(decision.place)
          : waits && made.explanations.ofWaiting(waits);
        const winner = seen.rows.loads.find(({ id }) => id === decision?.agentId);
        const names = await listSkillNames(
          scope,
          row.needs.map(({ skill }) => skill),
        );
        const { minutes, samples } = seen.rows.handling.expected(row.channel_class, row.category);
        return {
          queueName: queue.name,
          winner: winner ? { id: winner.id, name: winner.name } : null,
          sentence: explanation?.sentence ?? `${queue.name} is paused and gives nothing out.`,
          score: explanation?.score ?? null,
          candidates: [...(explanation?.candidates ?? [])],
          needs: row.needs.flatMap(({ skill, level, optional }) => {
            const name = names.get(skill);
            return name === undefined ? [] : [{ name, level, optional }];
          }),
          expected: { minutes, samples },
        };
      }),

    /** The same by number, with what each queue says to it. */
    async ofNumber(workspaceId: string, number: number): Promise<QueueTest> {
      const { ticket, queues } = await database.inWorkspace(workspaceId, async (scope) => {
        const found = await findTicketByNumber(scope, number);
        const facts = found && (await findRoutingFacts(scope, found.id));
        if (!found || !facts) throw notFound('ticket');
        return { ticket: found, queues: explainQueues(matchable(facts), await listQueues(scope)) };
      });
      return { ticket, queues, preview: await this.ofTicket(workspaceId, ticket.id) };
    },

    /** The mail an agent would get if they were done now. */
    nextUpOf: (workspaceId: string, agentId: string): Promise<NextUp> =>
      database.inWorkspace(workspaceId, async (scope) => {
        const ticketId = (await lookAhead(scope)).get(agentId);
        const ticket = ticketId === undefined ? undefined : await findTicketNames(scope, ticketId);
        return { next: ticket ?? null };
      }),
  };

  async function lookAhead(scope: Scope): Promise<ReadonlyMap<string, string>> {
    const now = clock.now();
    const known = ahead.get(scope.workspaceId);
    if (known && Math.abs(now.getTime() - known.at) < freshMs) return known.next;
    const seen = await survey(scope, { settings: await settingsOf(scope), now, deep: true });
    const found = await unhurried(nextUp(seen.snapshot, new Set()));
    const next = new Map<string, string>();
    for (const [agentId, item] of found) {
      const row = seen.waiting.get(item.id);
      if (row) next.set(agentId, row.ticket_id);
    }
    ahead.set(scope.workspaceId, { at: now.getTime(), next });
    return next;
  }
}
