import { sql, type RawBuilder } from 'kysely';
import type { SortField, TicketFilter } from '../../../contracts/views.ts';
import { termsOf } from '../../../contracts/search-terms.ts';

type Condition = RawBuilder<unknown>;

/** Who looks and when: what `me` and an age mean. */
export interface Viewer {
  readonly memberId: string;
  readonly now: Date;
}

/** Most tickets a text is looked for in, the newest that match. */
const mostMatches = 20_000;

/**
 * A filter as a condition over the joins of a summary: t ticket, v conversation, c customer, s session,
 * w work. True for an empty filter.
 */
export function conditionOf(filter: TicketFilter, viewer: Viewer): Condition {
  const parts = [...ofTicket(filter), ...ofWork(filter, viewer), ...ofCustomer(filter, viewer)];
  return parts.length === 0 ? sql`true` : sql.join(parts, sql` and `);
}

/** What a filter and an order look at besides the ticket: a join that nobody asks for costs as much as one. */
export function factsFor(filter: TicketFilter, sort?: SortField): Condition {
  const { awaitingReply, tier, session, work, queue, assignee } = filter;
  const parts = present([
    sql`tickets t`,
    (awaitingReply !== undefined || sort === 'activity' || sort === 'waiting') &&
      joins.conversation,
    (tier !== undefined || sort === 'customer') && joins.customer,
    session !== undefined && joins.session,
    (work ?? queue ?? assignee) !== undefined && joins.work,
  ]);
  return sql.join(parts, sql` `);
}

/** The joins of {@link conditionOf}, each by the ticket. */
export const joins = {
  conversation: sql`join conversations v on v.workspace_id = t.workspace_id and v.id = t.conversation_id`,
  customer: sql`join customers c on c.workspace_id = t.workspace_id and c.id = t.customer_id`,
  session: sql`left join sessions s on s.workspace_id = t.workspace_id and s.conversation_id = t.conversation_id`,
  work: sql`left join work_items w on w.workspace_id = t.workspace_id and w.ticket_id = t.id`,
};

function ofTicket(filter: TicketFilter): Condition[] {
  return present([
    filter.status && anyOf(sql`t.status`, filter.status),
    filter.priority && anyOf(sql`t.priority`, filter.priority),
    filter.channel && anyOf(sql`t.channel`, filter.channel),
    filter.routingChannel && anyOf(sql`t.routing_channel`, filter.routingChannel),
    filter.category && anyOf(sql`coalesce(t.category, '')`, filter.category),
    filter.group && orNone(sql`t.group_id`, filter.group),
    ...(filter.tags ?? []).map(tagged),
    filter.sla && promised(filter.sla),
    filter.text !== undefined && matching(filter.text),
  ]);
}

function ofWork(filter: TicketFilter, { memberId }: Viewer): Condition[] {
  const assignee = filter.assignee?.map((one) => (one === 'me' ? memberId : one));
  // An offer is nobody's work yet.
  const owner = sql`case when w.state = 'offered' then null else w.agent_id end`;
  return present([
    filter.session && anyOf(sql`coalesce(s.state, 'none')`, filter.session),
    filter.work &&
      anyOf(
        sql`coalesce(w.state, 'done')`,
        filter.work.map((state) => (state === 'none' ? 'done' : state)),
      ),
    filter.queue &&
      sql`w.queue_id = any(${filter.queue}::uuid[]) and w.state in ('waiting', 'offered', 'assigned')`,
    assignee && mine(assignee, owner),
  ]);
}

/** One person's work has an index of its own, which an expression would hide. */
function mine(assignee: readonly string[], owner: Condition): Condition {
  const only = assignee[0];
  if (assignee.length !== 1 || only === undefined || only === 'none')
    return orNone(owner, assignee);
  return sql`w.agent_id = ${only}::uuid and w.state <> 'offered'`;
}

function ofCustomer(filter: TicketFilter, { now }: Viewer): Condition[] {
  const hours = filter.olderThanHours;
  return present([
    filter.tier && anyOf(sql`c.tier`, filter.tier),
    filter.customer !== undefined && sql`t.customer_id = ${filter.customer}`,
    filter.customers && sql`t.customer_id = any(${filter.customers}::uuid[])`,
    filter.awaitingReply === true &&
      sql`v.awaiting_since is not null and t.status not in ('solved', 'closed')`,
    filter.awaitingReply === false &&
      sql`(v.awaiting_since is null or t.status in ('solved', 'closed'))`,
    hours !== undefined && sql`t.created_at <= ${new Date(now.getTime() - hours * 3_600_000)}`,
  ]);
}

function tagged(name: string): Condition {
  return sql`exists (select from ticket_tags tt join tags n on n.workspace_id = tt.workspace_id and n.id = tt.tag_id
    where tt.workspace_id = t.workspace_id and tt.ticket_id = t.id and n.name = ${name})`;
}

/** Tickets whose nearest promise stands so. */
function promised(states: readonly string[]): Condition {
  const of = sql`select k.ticket_id from sla_tickets k where k.workspace_id = current_workspace_id()`;
  const some = sql`t.id in (${of} and k.state = any(${states}::text[]))`;
  if (!states.includes('none')) return some;
  return sql`(${some} or t.id not in (${of} and k.state is not null))`;
}

/** Tickets in which every word of a text stands. */
export function matching(text: string): Condition {
  const terms = termsOf(text);
  const wanted = sql`${terms.map((one) => one.text)}::text[], ${terms.map((one) => one.prefix)}::boolean[]`;
  return sql`t.id in (select search_tickets(search_parts(${wanted}), search_pairs_of(${wanted}), ${mostMatches}))`;
}

function anyOf(value: Condition, wanted: readonly string[]): Condition {
  return sql`${value} = any(${wanted}::text[])`;
}

function orNone(value: Condition, wanted: readonly string[]): Condition {
  const ids = wanted.filter((one) => one !== 'none');
  const none = ids.length < wanted.length ? sql`${value} is null` : sql`false`;
  return sql`(${value} = any(${ids}::uuid[]) or ${none})`;
}

function present(parts: (Condition | false | undefined)[]): Condition[] {
  return parts.filter((part): part is Condition => part !== false && part !== undefined);
}
