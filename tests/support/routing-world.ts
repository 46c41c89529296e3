import pg from 'pg';
import { startApp, type App } from '../../src/server/app.ts';
import { triggerRuleSchema } from '../../src/contracts/triggers.ts';
import { AppError } from '../../src/server/platform/errors.ts';
import { createLog } from '../../src/server/platform/log.ts';
import { startTestApp, type TestApp } from './app.ts';
import { testConfig, testSecret } from './config.ts';
import { openChat, openMail } from './journeys.ts';
import { createMovedClock } from './moved-clock.ts';
import { on } from './trigger-world.ts';

/** One step of a history. Numbers choose among the agents, tickets and queues there are, round and round. */
export type Step =
  | { readonly act: 'mail' | 'chat' | 'plan' | 'plansAtOnce' | 'everybodyHere' }
  | { readonly act: 'take' | 'override' | 'transfer'; agent: number; ticket: number; by: number }
  | { readonly act: 'takeWhilePlanning'; agent: number; ticket: number }
  | { readonly act: 'giveBack' | 'begin' | 'endChat' | 'pin'; ticket: number; by: number }
  | { readonly act: 'accept' | 'decline' | 'leave' | 'remove' | 'call' | 'hangUp'; agent: number }
  | { readonly act: 'rule'; ticket: number; by: number }
  | { readonly act: 'status'; agent: number; status: 'online' | 'away' | 'offline' }
  | { readonly act: 'wait'; seconds: number }
  | { readonly act: 'change'; ticket: number; status: 'open' | 'pending' | 'solved'; by: number }
  | { readonly act: 'capacity'; budget: number }
  | { readonly act: 'offerMail'; on: boolean }
  | { readonly act: 'bulk'; agent: number; tickets: readonly number[] };

/** Refusals that a history may meet; anything else is a fault. */
const refusals = new Set([
  'offer_gone',
  'capacity_exceeded',
  'agent_unavailable',
  'not_found',
  'ticket_closed',
  'session_ended',
  'in_use',
  // A rule for somebody who was removed.
  'request_invalid',
]);

export type RoutingWorld = Awaited<ReturnType<typeof startRoutingWorld>>;

/**
 * A workspace whose router is asked by hand, on a clock that is moved by hand, with a second program on the
 * same database: what a random history is played in.
 */
export async function startRoutingWorld() {
  const clock = createMovedClock();
  const app: TestApp = await startTestApp({ config: { roles: new Set() }, clock });
  const other: App = await startApp({
    config: { ...testConfig(), roles: new Set() },
    connection: app.connection,
    log: createLog('warn'),
    masterSecret: testSecret,
    clock,
  });
  const owner = new pg.Client(app.connection);
  await owner.connect();
  const { id: workspaceId } = await app.demo();
  const ids = async (query: string) =>
    (await owner.query<{ id: string }>(query)).rows.map(({ id }) => id);
  const agents = await ids('select id from agents order by id');
  const queues = await ids('select id from queues order by position');
  let tickets: { ticketId: string; conversationId: string }[] = [];

  const of = <Value>(values: readonly Value[], place: number): Value | undefined =>
    values[place % Math.max(1, values.length)];
  const agentOf = (place: number) => of(agents, place) ?? '';
  const route = (program: App) => program.services.router.route(workspaceId);

  function give(step: { agent: number; ticket: number; by: number }, override: boolean) {
    const ticket = of(tickets, step.ticket);
    if (!ticket) return;
    const actor = { kind: 'agent', id: agentOf(step.by) } as const;
    return app.database.inWorkspace(workspaceId, (scope) =>
      app.services.work.give(scope, {
        ticketId: ticket.ticketId,
        agentId: agentOf(step.agent),
        actor,
        override,
      }),
    );
  }

  async function answer(agent: number, accepted: boolean) {
    const id = agentOf(agent);
    const [offer] = await app.services.routingReader.offers(workspaceId, id);
    if (!offer) return;
    const { offers } = app.services;
    if (accepted) await offers.accept(workspaceId, offer.id, { id, name: 'x' });
    else {
      const reason = { reason: 'busy', comment: null } as const;
      await offers.decline(workspaceId, offer.id, { id, name: 'x' }, reason);
    }
  }

  async function onTicket(
    step: Extract<Step, { act: 'giveBack' | 'begin' | 'endChat' | 'pin' | 'change' | 'rule' }>,
  ): Promise<unknown> {
    const ticket = of(tickets, step.ticket);
    if (!ticket) return;
    const { ticketId, conversationId } = ticket;
    const agentId = agentOf(step.by);
    const actor = { kind: 'agent', id: agentId } as const;
    const { services, database } = app;
    const { act } = step;
    if (act === 'endChat') {
      return services.sessions.end(workspaceId, {
        conversationId,
        reason: 'customer',
        actor: { kind: 'customer', id: null },
        receivedAt: clock.now(),
      });
    }
    if (act === 'rule') return giveByRule(ticketId, agentId);
    return database.inWorkspace(workspaceId, async (scope) => {
      if (act === 'giveBack') return services.work.giveBack(scope, ticketId, actor);
      if (act === 'begin') return services.work.begin(scope, { conversationId, agentId });
      if (act === 'change') {
        return services.change(scope, ticketId, { status: step.status }, actor);
      }
      const queueId = of(queues, step.by) ?? '';
      return services.work.putInto(scope, { ticketId, queueId, actor });
    });
  }

  /** A rule that gives whatever becomes urgent to somebody, and a ticket that does. */
  async function giveByRule(ticketId: string, agentId: string): Promise<void> {
    const { triggers, change } = app.services;
    const author = { workspaceId, memberId: agentOf(0) };
    const { id } = await triggers.rules.create(author, {
      ...triggerRuleSchema.parse({
        name: `Urgent ${ticketId} to ${agentId}`,
        kind: 'ticket',
        conditions: { all: [on('priority', 'is', ['urgent'])], any: [] },
        actions: [{ do: 'assign_agent', agentId }],
      }),
      enabled: true,
    });
    await app.database.inWorkspace(workspaceId, (scope) =>
      change(scope, ticketId, { priority: 'urgent' }, { kind: 'agent', id: agentId }),
    );
    await triggers.runOn(workspaceId, ticketId);
    await triggers.rules.remove(author, id);
  }

  async function hangUp(agentId: string): Promise<unknown> {
    const agent = { workspaceId, memberId: agentId };
    const { call } = await app.services.runningCalls.read(agent);
    return call && app.services.runningCalls.drop(agent, call.id);
  }

  const offerMail = (mail: boolean) =>
    owner.query('update workspaces set settings = $1', [JSON.stringify({ offers: { mail } })]);

  function bulk(step: Extract<Step, { act: 'bulk' }>): Promise<unknown> | undefined {
    const chosen = step.tickets.flatMap((place) => of(tickets, place)?.ticketId ?? []);
    if (chosen.length === 0) return;
    const by = { workspaceId, memberId: agentOf(0), mayUndoOthers: false, mayOverride: false };
    const act = { kind: 'assign', agentId: agentOf(step.agent) } as const;
    return app.services.bulks.start(by, { selection: { kind: 'tickets', ids: chosen }, act });
  }

  async function act(step: Step): Promise<unknown> {
    const { agents: presence, members } = app.services;
    switch (step.act) {
      case 'mail':
        return tickets.push(await openMail(app, workspaceId, `c${tickets.length}@example.test`));
      case 'chat':
        return tickets.push(await openChat(app, workspaceId));
      case 'plan':
        return route(app);
      case 'plansAtOnce':
        return Promise.all([route(app), route(other), route(app)]);
      case 'takeWhilePlanning': {
        const taken = give({ ...step, by: step.agent }, false)?.catch(refused);
        return Promise.all([route(other), taken, route(app)]);
      }
      case 'everybodyHere':
        for (const id of agents) await presence.beat(workspaceId, id);
        return;
      case 'take':
        return give({ ...step, by: step.agent }, false);
      case 'transfer':
        return give(step, false);
      case 'override':
        return give(step, true);
      case 'accept':
      case 'decline':
        return answer(step.agent, step.act === 'accept');
      case 'call': {
        const about = { caller: null, ticketId: of(tickets, step.agent)?.ticketId ?? null };
        const agent = { workspaceId, memberId: agentOf(step.agent) };
        return app.services.runningCalls.start(agent, about);
      }
      case 'hangUp':
        return hangUp(agentOf(step.agent));
      case 'leave':
        return presence.leave(workspaceId, agentOf(step.agent));
      case 'remove':
        return members.remove(workspaceId, agentOf(step.agent), agentOf(step.agent + 1));
      case 'status':
        return presence.setStatus(workspaceId, agentOf(step.agent), step.status);
      case 'wait':
        return clock.forward(step.seconds / 60);
      case 'capacity':
        return owner.query('update capacity_rules set budget = $1', [step.budget]);
      case 'offerMail':
        return offerMail(step.on);
      case 'bulk':
        return bulk(step);
      default:
        return onTicket(step);
    }
  }

  return {
    app,
    owner,
    workspaceId,
    clock,
    tickets: () => tickets.map(({ ticketId }) => ticketId),

    /** Everybody is at their desk with empty hands, and nothing waits. */
    async clear(): Promise<void> {
      tickets = [];
      await owner.query(`
        update members set deactivated_at = null;
        update offers set outcome = 'withdrawn', answered_at = now() where outcome is null;
        delete from routing_decisions;
        delete from offers;
        delete from calls;
        update work_items set state = 'done', units = 0, held_reason = null, agent_id = null, needs = '[]';
        update capacity_rules set budget = 12;
        update workspaces set settings = '{}';
        update agents set status = 'offline', custom_status_id = null;
        delete from presences`);
      for (const id of agents) {
        await app.services.agents.beat(workspaceId, id);
        await app.services.agents.setStatus(workspaceId, id, 'online');
      }
    },

    /** Plays one step; an expected refusal changes nothing and is no fault. */
    async play(step: Step): Promise<void> {
      await act(step)?.catch(refused);
    },

    async stop(): Promise<void> {
      await owner.end();
      await other.close();
      await app.stop();
    },
  };
}

function refused(error: unknown): void {
  if (!(error instanceof AppError && refusals.has(error.code))) throw error;
}
