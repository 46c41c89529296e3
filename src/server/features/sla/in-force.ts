import type { Core } from '../../platform/core.ts';
import type { Scope } from '../../platform/db/database.ts';
import type { BusinessHours } from '../schedules/index.ts';
import type { RulesInForce } from './clock.types.ts';
import {
  insertAssignment,
  listAssignments,
  type Assignment,
  type TicketOfClocks,
} from './facts.store.ts';
import { matchPolicy, type PromisedTicket } from './policies.rules.ts';
import { findPolicyVersion, type PolicyRow } from './policies.store.ts';

export interface InForceDeps extends Pick<Core, 'clock' | 'ids'> {
  readonly businessHours: BusinessHours;
}

/** By which rules a ticket has run, and runs from now on. */
export function createRulesKeeper({ clock, ids, businessHours }: InForceDeps) {
  return {
    /**
     * The rules a ticket ran by, first to last, with what it runs by now written down. A ticket that is
     * solved keeps the rules it was solved under.
     */
    async keep(scope: Scope, ticket: TicketOfClocks, policies: readonly PolicyRow[]) {
      const known = await listAssignments(scope, ticket.id);
      const wanted = isSolved(ticket) ? null : await wantedFor(scope, ticket, policies);
      const last = known.at(-1) ?? null;
      if (wanted !== null && !isSame(last, wanted)) {
        const at = await effectiveFrom(scope, ticket, { last, wanted });
        const assignment = { ...wanted, at };
        await insertAssignment(scope, { ...assignment, id: ids.next(), ticketId: ticket.id });
        known.push(assignment);
      }
      return Promise.all(
        known.map(async (one) => ({ at: one.at, rules: await rulesOf(scope, one) })),
      );
    },
  };

  async function wantedFor(
    scope: Scope,
    ticket: TicketOfClocks,
    policies: readonly PolicyRow[],
  ): Promise<Omit<Assignment, 'at'>> {
    const policy = matchPolicy(promised(ticket), policies);
    if (policy === null) return nothing;
    const schedule =
      policy.rules.hours === 'business'
        ? await businessHours.current(scope, policy.rules.scheduleId)
        : null;
    return {
      policy_id: policy.id,
      policy_version: policy.version,
      schedule_id: schedule?.id ?? null,
      calendar_version: schedule?.version ?? null,
    };
  }

  /** The first policy counts from the ticket's making if it was there then; everything else from now. */
  async function effectiveFrom(
    scope: Scope,
    ticket: TicketOfClocks,
    { last, wanted }: { last: Assignment | null; wanted: Omit<Assignment, 'at'> },
  ): Promise<Date> {
    if (last !== null || wanted.policy_id === null) return clock.now();
    const version = await findPolicyVersion(scope, wanted.policy_id, wanted.policy_version ?? 0);
    const wasThere = version !== undefined && version.created_at <= ticket.created_at;
    return wasThere ? ticket.created_at : clock.now();
  }

  async function rulesOf(scope: Scope, one: Assignment): Promise<RulesInForce | null> {
    if (one.policy_id === null) return null;
    const version = await findPolicyVersion(scope, one.policy_id, one.policy_version ?? 0);
    if (!version) return null;
    const schedule =
      one.schedule_id === null
        ? null
        : await businessHours.asOf(scope, one.schedule_id, one.calendar_version ?? 0);
    return {
      policyId: one.policy_id,
      policyVersion: one.policy_version ?? 0,
      policyName: version.name,
      rules: version.rules,
      calendar: schedule?.calendar ?? null,
      scheduleId: schedule?.id ?? null,
      calendarVersion: schedule?.version ?? null,
      calendarName: schedule?.name ?? null,
    };
  }
}

/** A ticket as the conditions of policies see it. */
export function promised(ticket: TicketOfClocks): PromisedTicket {
  const { group_id: id, group_name: name } = ticket;
  return {
    channel: ticket.channel,
    routingChannel: ticket.routing_channel,
    priority: ticket.priority,
    tier: ticket.tier,
    category: ticket.category,
    tags: ticket.tags,
    group: id === null ? null : { id, name: name ?? '' },
  };
}

const nothing = {
  policy_id: null,
  policy_version: null,
  schedule_id: null,
  calendar_version: null,
};

function isSolved({ status }: TicketOfClocks): boolean {
  return status === 'solved' || status === 'closed';
}

/** A ticket that never had a policy and has none now needs no line that says so. */
function isSame(last: Assignment | null, wanted: Omit<Assignment, 'at'>): boolean {
  const before = last ?? nothing;
  return (
    before.policy_id === wanted.policy_id &&
    before.policy_version === wanted.policy_version &&
    before.schedule_id === wanted.schedule_id &&
    before.calendar_version === wanted.calendar_version
  );
}
