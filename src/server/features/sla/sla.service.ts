import type { SaveSlaPolicy, SlaPolicy, SlaTest } from '../../../contracts/sla.ts';
import type { Core } from '../../platform/core.ts';
import type { Scope } from '../../platform/db/database.ts';
import { tellingViolations } from '../../platform/db/violations.ts';
import { AppError, notFound } from '../../platform/errors.ts';
import { assertKnown, assertKnownCategories } from '../team/index.ts';
import type { ClockFollower } from './follow.ts';
import { findTicketOfClocks, listOpenTickets, listOverdue } from './facts.store.ts';
import { promised } from './in-force.ts';
import { explainMatch } from './policies.rules.ts';
import {
  countTicketsOfPolicies,
  deletePolicy,
  insertPolicy,
  keepPolicyVersion,
  listPolicies,
  lockPolicy,
  orderPolicies,
  updatePolicy,
} from './policies.store.ts';
import { referencesOfPolicy } from './references.ts';

export interface SlaDeps extends Core {
  readonly follower: ClockFollower;
}

export type SlaService = ReturnType<typeof createSlaService>;

const batchSize = 100;
const mostSwept = 1_000;

/** Policies as people keep them, and the work that clocks are. Every change of a policy is a new version. */
export function createSlaService({ database, clock, ids, follower }: SlaDeps) {
  const change = <Value>(workspaceId: string, act: (scope: Scope) => Promise<Value>) =>
    database.inWorkspace(workspaceId, async (scope) => {
      const value = await act(scope);
      scope.record({ type: 'sla_policies.changed', workspaceId });
      return value;
    });

  return {
    follow: follower.follow,

    list: (workspaceId: string): Promise<SlaPolicy[]> =>
      database.inWorkspace(workspaceId, async (scope) => {
        const counts = await countTicketsOfPolicies(scope);
        return (await listPolicies(scope)).map((row) => ({
          ...row,
          tickets: counts.get(row.id) ?? 0,
        }));
      }),

    /**
     * Adds a policy as the last, or changes the one of that id. Throws `name_taken`, `version_conflict`, and
     * `request_invalid` for a group, queue, schedule or category that is not there.
     */
    save: (workspaceId: string, id: string | null, policy: SaveSlaPolicy): Promise<void> =>
      change(workspaceId, (scope) =>
        tellingViolations({ what: 'policy', name: policy.name }, async () => {
          const { version, ...fields } = policy;
          await assertKnown(scope, referencesOfPolicy(policy.rules));
          const policyId = id ?? ids.next();
          const before = id === null ? null : await lockPolicy(scope, id);
          if (before === undefined) throw notFound('policy');
          await assertKnownCategories(scope, {
            path: 'rules.conditions.categories',
            names: policy.rules.conditions.categories ?? [],
            before: before?.rules.conditions.categories ?? [],
          });
          if (before === null) await insertPolicy(scope, { id: policyId, ...fields });
          else {
            assertFresh(before.version, version);
            await updatePolicy(scope, { id: policyId, ...fields, version: before.version + 1 });
          }
          await keepPolicyVersion(scope, policyId, clock.now());
        }),
      ),

    order: (workspaceId: string, policyIds: readonly string[]): Promise<void> =>
      change(workspaceId, (scope) => orderPolicies(scope, policyIds)),

    remove: (workspaceId: string, id: string): Promise<void> =>
      change(workspaceId, async (scope) => {
        if (!(await deletePolicy(scope, id, clock.now()))) throw notFound('policy');
      }),

    /** Which policy a ticket would get now, and why not those before it. */
    test: (workspaceId: string, number: number): Promise<SlaTest> =>
      database.inWorkspace(workspaceId, async (scope) => {
        const ticket = await findTicketOfClocks(scope, { number });
        if (!ticket) throw notFound('ticket');
        const { id, subject } = ticket;
        const policies = explainMatch(promised(ticket), await listPolicies(scope));
        return { ticket: { id, number, subject }, policies };
      }),

    /** Brings every ticket that is not solved under the policies and schedules as they are now. */
    async rematch(workspaceId: string): Promise<void> {
      let after: string | null = null;
      for (;;) {
        const from: string | null = after;
        const tickets: string[] = await database.inWorkspace(workspaceId, (scope) =>
          listOpenTickets(scope, from, batchSize),
        );
        for (const ticketId of tickets) await follower.follow(workspaceId, ticketId);
        after = tickets.at(-1) ?? null;
        if (tickets.length < batchSize) return;
      }
    },

    /** Tickets over all workspaces whose wake-up is late. */
    async overdue(): Promise<{ workspaceId: string; ticketId: string }[]> {
      const rows = await database.app
        .transaction()
        .execute((db) => listOverdue(db, clock.now(), mostSwept));
      return rows.map((row) => ({ workspaceId: row.workspace_id, ticketId: row.ticket_id }));
    },
  };
}

function assertFresh(current: number, read: number | undefined): void {
  if (read === undefined || read === current) return;
  throw new AppError('version_conflict', 'Read it again and repeat your change.');
}
