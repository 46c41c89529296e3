import { longestCallMs } from '../../../contracts/calls.ts';
import { systemActor, type Actor } from '../../../contracts/common.ts';
import type { WorkspaceSettings } from '../../../contracts/workspaces.ts';
import type { Core } from '../../platform/core.ts';
import type { Scope } from '../../platform/db/database.ts';
import { notFound } from '../../platform/errors.ts';
import { insertHistory, type HistoryLine } from '../history/index.ts';
import {
  endCall,
  endDueCalls,
  findNextCallEnd,
  findRunningCall,
  insertCall,
  setTicketOfCall,
  type CallAbout,
  type CallBounds,
  type CallEnd,
  type EndedCall,
} from './calls.store.ts';
import { unitsFor } from './capacity.rules.ts';
import { lockAgents, readLoads } from './capacity.store.ts';
import { findRoutingFacts, findWorkOfTicket } from './work.store.ts';
import { rankOf } from './work.rules.ts';

/** How long whoever is on a call may be without any desk: loading the page again, or starting Segue again, ends none. */
const goneMs = 5 * 60_000;

const endWords: Partial<Record<CallEnd, string>> = {
  left: 'its agent left',
  too_long: 'nobody ended it',
};

export type CallKeeper = ReturnType<typeof createCallKeeper>;

/** Calls in progress: each holds its agent alone, from its start until it is ended or its agent has left. */
export function createCallKeeper({ clock, ids }: Pick<Core, 'clock' | 'ids'>) {
  return {
    /**
     * An agent is on the phone from now on: the phone has rung already, so it is never refused, but nothing else is
     * given to them. Whoever is on a call stays on that one.
     */
    async start(scope: Scope, agentId: string, about: CallAbout): Promise<void> {
      await lockAgents(scope, [agentId]);
      if (await findRunningCall(scope, agentId)) return;
      const [agent] = await readLoads(scope, [agentId]);
      if (!agent) throw notFound('agent');
      const at = clock.now();
      const facts = about.ticketId === null ? null : await findRoutingFacts(scope, about.ticketId);
      const weighed = facts
        ? { priorityRank: rankOf(facts.priority), category: facts.category }
        : { priorityRank: rankOf('normal'), category: null };
      const units = unitsFor(agent.capacity, 'call', weighed);
      await insertCall(scope, { ...about, id: ids.next(), agentId, units, at });
      if (about.ticketId !== null)
        await tellStart(scope, { ticketId: about.ticketId, actor: { kind: 'agent', id: agentId } });
      scope.record({ type: 'agent.changed', agentId });
    },

    /** The agent hangs up; a call that is over stays as it ended. Throws not found for a call of somebody else. */
    async end(
      scope: Scope,
      agentId: string,
      call: { id: string; at?: Date; reason: CallEnd },
    ): Promise<EndedCall> {
      const now = clock.now();
      const at = call.at && call.at < now ? call.at : now;
      const ended = await endCall(scope, { agentId, id: call.id, at, reason: call.reason });
      if (!ended) throw notFound('call');
      if (ended.ended_now) {
        await tellEnds(scope, [ended], { kind: 'agent', id: agentId });
        scope.record({ type: 'agent.changed', agentId });
      }
      return ended;
    },

    /** What a call led to: the ticket has its start and its end in its history. */
    async settle(scope: Scope, call: EndedCall, ticketId: string): Promise<void> {
      await setTicketOfCall(scope, call.id, ticketId);
      const actor = { kind: 'agent', id: call.agent_id } as const;
      await tellStart(scope, { ticketId, actor, at: call.started_at });
      await tellEnds(scope, [{ ...call, ticket_id: ticketId }], actor);
    },

    /** Ends what nobody ended, and says when to look again. */
    async endDue(
      scope: Scope,
      { presence }: Pick<WorkspaceSettings, 'presence'>,
    ): Promise<Date | null> {
      const bounds: CallBounds = {
        now: clock.now(),
        heartbeatTimeoutMs: presence.heartbeatTimeoutSeconds * 1_000,
        longestMs: longestCallMs,
        goneMs,
      };
      const ended = await endDueCalls(scope, bounds);
      await tellEnds(scope, ended, systemActor);
      for (const { agent_id: agentId } of ended) scope.record({ type: 'agent.changed', agentId });
      return findNextCallEnd(scope, bounds);
    },
  };

  async function tellStart(
    scope: Scope,
    { ticketId, actor, at = clock.now() }: { ticketId: string; actor: Actor; at?: Date },
  ): Promise<void> {
    await tell(scope, [{ id: ids.next(), ticketId, type: 'call.started', actor, at }]);
  }

  async function tellEnds(scope: Scope, calls: readonly EndedCall[], actor: Actor): Promise<void> {
    const lines = calls.flatMap((call): HistoryLine[] => {
      if (call.ticket_id === null) return [];
      const seconds = Math.round((call.ended_at.getTime() - call.started_at.getTime()) / 1_000);
      const why = endWords[call.end_reason];
      const data = {
        seconds,
        ...(actor.kind === 'system' && { agent: call.agent_name }),
        ...(why !== undefined && { why }),
      };
      const { ticket_id: ticketId, ended_at: at } = call;
      return [{ id: ids.next(), ticketId, type: 'call.ended', actor, data, at }];
    });
    await tell(scope, lines);
  }

  /** Writes lines, and has whoever looks at the tickets see them; nobody's work is different. */
  async function tell(scope: Scope, lines: readonly HistoryLine[]): Promise<void> {
    await insertHistory(scope, lines);
    for (const { ticketId } of lines) {
      const work = await findWorkOfTicket(scope, ticketId);
      if (work) scope.record({ type: 'work.changed', workItemId: work.id, ticketId, kept: true });
    }
  }
}
