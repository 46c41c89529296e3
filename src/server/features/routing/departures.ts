import { systemActor } from '../../../contracts/common.ts';
import type { WorkspaceSettings } from '../../../contracts/workspaces.ts';
import type { Core } from '../../platform/core.ts';
import type { Scope } from '../../platform/db/database.ts';
import { createCallKeeper } from './calls.service.ts';
import { insertHistory, type HistoryLine } from '../history/index.ts';
import {
  findNextReturn,
  listLapsing,
  returnWorkOfAbsent,
  setAway,
  type AbsentFacts,
} from './departures.store.ts';
import { expireOffers, withdrawFromGone, type EndedOffer } from './offers.store.ts';

/** What comes back before a plan: offers that ran out, and work of people who have left. */
export function createDepartures({ clock, ids }: Pick<Core, 'clock' | 'ids'>) {
  const calls = createCallKeeper({ clock, ids });
  return {
    /** Ends calls that nobody ended, before agents are locked. Returns when to look again. */
    endCalls: calls.endDue,

    /**
     * Puts it back. Returns when to look again for what people who are gone were offered or have: now, where somebody
     * holds some of it.
     */
    async settle(scope: Scope, settings: WorkspaceSettings, now: Date): Promise<Date | null> {
      const heartbeatTimeoutMs = settings.presence.heartbeatTimeoutSeconds * 1_000;
      await expire(scope, settings.routing.lapsesToAway, now);
      const withdrawn = await withdrawFromGone(scope, { now, heartbeatTimeoutMs });
      await tellEnded(scope, withdrawn.ended, { type: 'offer.withdrawn', now });
      const returnAt = await settleWork(scope, settings, now);
      return withdrawn.missed > 0 ? now : returnAt;
    },
  };

  async function settleWork(
    scope: Scope,
    { routing, presence }: WorkspaceSettings,
    now: Date,
  ): Promise<Date | null> {
    const { policy, minutes } = routing.onAway;
    if (policy === 'keep') return null;
    const facts: AbsentFacts = {
      now,
      heartbeatTimeoutMs: presence.heartbeatTimeoutSeconds * 1_000,
      absentMs: policy === 'return_at_once' ? 0 : minutes * 60_000,
    };
    await returnAbsent(scope, facts);
    return findNextReturn(scope, facts);
  }

  /** Ends offers whose time is up; whoever lets too many in a row lapse is set to away. */
  async function expire(scope: Scope, lapsesToAway: number, now: Date): Promise<void> {
    const { ended: expired } = await expireOffers(scope, now);
    await tellEnded(scope, expired, { type: 'offer.timed_out', now });
    if (lapsesToAway === 0 || expired.length === 0) return;
    const agentIds = [...new Set(expired.map((offer) => offer.agent_id))];
    const lapsing = await listLapsing(scope, agentIds, lapsesToAway);
    await setAway(scope, lapsing, now);
    for (const agentId of lapsing) scope.record({ type: 'agent.changed', agentId });
  }

  async function tellEnded(
    scope: Scope,
    offers: readonly EndedOffer[],
    { type, now }: { type: 'offer.timed_out' | 'offer.withdrawn'; now: Date },
  ): Promise<void> {
    if (offers.length === 0) return;
    await insertHistory(
      scope,
      offers.map((offer) => line(offer.ticket_id, type, { agent: offer.agent_name }, now)),
    );
    for (const { id: offerId, agent_id: agentId, ticket_id: ticketId } of offers) {
      scope.record({ type: 'offer.changed', offerId, agentId, ticketId });
    }
  }

  async function returnAbsent(scope: Scope, facts: AbsentFacts): Promise<void> {
    const returned = await returnWorkOfAbsent(scope, facts);
    if (returned.length === 0) return;
    await insertHistory(
      scope,
      returned.map((row) =>
        line(
          row.ticket_id,
          'work.returned',
          { queue: row.queue_name, why: `${row.agent_name} is not there` },
          facts.now,
        ),
      ),
    );
    for (const row of returned) {
      scope.record({ type: 'work.changed', workItemId: row.id, ticketId: row.ticket_id });
      if (row.channel_class === 'messaging') {
        scope.record({ type: 'queue.moved', queueId: row.queue_id });
      }
    }
  }

  function line(
    ticketId: string,
    type: string,
    data: Record<string, unknown>,
    at: Date,
  ): HistoryLine {
    return { id: ids.next(), ticketId, type, actor: systemActor, data, at };
  }
}
