import { readLoads } from '../../src/server/features/routing/index.ts';
import { claimOf } from '../../src/server/features/routing/work.rules.ts';
import type { RoutingWorld, Step } from './routing-world.ts';

/** Units beyond what each agent may carry, by id and what of. */
type Excess = ReadonlyMap<string, number>;

/** Steps that may bring somebody beyond their capacity: recorded, or nobody's choice. */
const mayExceed = new Set<Step['act']>(['override', 'capacity', 'endChat']);

/** Looks at a world after each step and says what must never be. */
export async function createInspector(world: RoutingWorld) {
  const { app, owner, workspaceId } = world;
  let excess: Excess = await excessOf();

  async function excessOf(): Promise<Excess> {
    const loads = await app.database.inWorkspace(workspaceId, (scope) => readLoads(scope));
    const found = new Map<string, number>();
    for (const { id, used, capacity } of loads) {
      found.set(`${id} budget`, Math.max(0, used.messaging + used.email - capacity.budget));
      for (const channel of ['messaging', 'email'] as const) {
        found.set(`${id} ${channel}`, Math.max(0, used[channel] - capacity.ceiling[channel]));
      }
    }
    return found;
  }

  async function rows(text: string): Promise<Record<string, unknown>[]> {
    return (await owner.query(text, [world.tickets()])).rows;
  }

  async function capacityHolds(step: Step): Promise<string[]> {
    const now = await excessOf();
    const worse = [...now].filter(([what, units]) => units > (excess.get(what) ?? 0));
    excess = now;
    return mayExceed.has(step.act) ? [] : worse.map(([what]) => `more beyond capacity: ${what}`);
  }

  /** Every ticket has the one work item that its status and session ask for. */
  async function nothingIsLost(): Promise<string[]> {
    const found = await owner.query(
      `select t.id, t.status, t.routing_channel, s.state as session, w.state, w.channel_class, w.held_reason,
        exists (select 1 from tickets f where f.followup_of = s.id and f.status <> 'closed') as followed_up,
        count(*) over (partition by t.id)::int as items
      from tickets t left join sessions s on s.conversation_id = t.conversation_id
      left join work_items w on w.ticket_id = t.id where t.id = any($1)`,
      [world.tickets()],
    );
    if (found.rows.length !== world.tickets().length) return ['a ticket has two pieces of work'];
    return found.rows.flatMap((row) => {
      const claim = claimOf({
        status: row.status,
        session: row.session,
        routingChannel: row.routing_channel,
        followedUp: row.followed_up,
        countInactive: false,
        assistantActs: false,
      });
      const fits =
        claim.kind === 'active'
          ? ['waiting', 'offered', 'assigned'].includes(row.state) &&
            row.channel_class === claim.channelClass
          : row.state === claim.kind && (claim.kind === 'done' || row.held_reason === claim.reason);
      return fits ? [] : [`lost: ${JSON.stringify(row)} asks for ${JSON.stringify(claim)}`];
    });
  }

  /** Nothing was given by this step to anybody whose call runs since before it, but by override. */
  async function nobodyIsInterrupted(step: Step, since: Date): Promise<string[]> {
    if (step.act === 'override') return [];
    const { rows: wrong } = await owner.query(
      `select c.agent_id, w.state, w.assigned_at from calls c
      join work_items w on w.agent_id = c.agent_id
      left join offers o on o.work_item_id = w.id and o.outcome is null
      where c.ended_at is null and c.started_at < $1
        and ((w.state = 'assigned' and w.assigned_at >= $1) or (w.state = 'offered' and o.offered_at >= $1))`,
      [since],
    );
    return wrong.map((row) => `given during a call: ${JSON.stringify(row)}`);
  }

  async function nobodySharesWork(): Promise<string[]> {
    const wrong = await rows(`
      select w.id, w.state, w.agent_id, w.units, array_agg(o.agent_id) filter (where o.id is not null) as offered_to
      from work_items w left join offers o on o.work_item_id = w.id and o.outcome is null
      where w.ticket_id = any($1) group by w.workspace_id, w.id
      having count(o.id) <> (w.state = 'offered')::int
        or (w.state = 'offered' and w.agent_id <> min(o.agent_id::text)::uuid)
        or (w.state = 'waiting' and (w.agent_id is not null or w.units <> 0))
        or (w.state in ('offered', 'assigned') and w.agent_id is null)`);
    return wrong.map((row) => `owned twice or by nobody: ${JSON.stringify(row)}`);
  }

  async function nobodyAbsentIsServed(since: Date): Promise<string[]> {
    const { rows: wrong } = await owner.query(
      `
      select m.name, a.status, w.channel_class from routing_decisions d
      join work_items w on w.id = d.work_item_id join agents a on a.id = d.agent_id
      join members m on m.id = a.id left join presences p on p.agent_id = a.id
      where d.at >= $1 and d.outcome <> 'waiting' and (
        m.deactivated_at is not null or a.status in ('offline', 'transfers_only')
        or coalesce(p.heartbeat_at < d.at - interval '45 seconds', true)
        or (a.status = 'away' and w.channel_class = 'messaging'))`,
      [since],
    );
    return wrong.map((row) => `given to somebody who is not there: ${JSON.stringify(row)}`);
  }

  async function nobodyIsAskedTwice(): Promise<string[]> {
    const wrong = await rows(`
      select d.explanation from (
        select o.*, lag(agent_id) over each as before, lag(outcome) over each as ended
        from offers o window each as (partition by work_item_id order by offered_at, id)) o
      join work_items w on w.id = o.work_item_id
      join routing_decisions d on d.work_item_id = o.work_item_id and d.at = o.offered_at and d.outcome = 'offered'
      where w.ticket_id = any($1) and o.agent_id = o.before and o.ended in ('declined', 'timed_out')
        and exists (select 1 from jsonb_array_elements(d.explanation -> 'c') c
          where c ->> 1 is null and c ->> 0 <> o.agent_id::text)`);
    return wrong.map((row) => `offered again although others were free: ${JSON.stringify(row)}`);
  }

  async function everyDecisionHasReasons(): Promise<string[]> {
    const wrong = await rows(`
      select e.ticket_id, e.type, count(*)::int as told, max(d.count)::int as decided from ticket_events e
      join lateral (
        select count(*) from routing_decisions d join work_items w on w.id = d.work_item_id
        where w.ticket_id = e.ticket_id and d.outcome = split_part(e.type, '.', 2)
          and d.explanation ->> 's' <> '' and jsonb_array_length(d.explanation -> 'c') > 0) d on true
      where e.ticket_id = any($1) and e.type in ('work.assigned', 'work.offered') and e.actor_kind = 'system'
      group by e.ticket_id, e.type having count(*) <> max(d.count)`);
    return wrong.map((row) => `given without a reason: ${JSON.stringify(row)}`);
  }

  return {
    /** Everything that is wrong after a step that began at an instant; empty when nothing is. */
    async faultsAfter(step: Step, since: Date): Promise<string[]> {
      return [
        ...(await capacityHolds(step)),
        ...(await nothingIsLost()),
        ...(await nobodyIsInterrupted(step, since)),
        ...(await nobodySharesWork()),
        ...(await nobodyAbsentIsServed(since)),
        ...(await nobodyIsAskedTwice()),
        ...(await everyDecisionHasReasons()),
      ];
    },
  };
}
