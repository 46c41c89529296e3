import type { Namespace } from 'socket.io';
import type { DomainEvent } from '../../../contracts/events.ts';
import type { DeskChange } from '../../../contracts/realtime.ts';
import type { Listener } from '../../platform/outbox/relay.ts';
import { rooms } from '../../platform/realtime/hub.ts';

/** Tells desks what is different: ids and versions, to whoever may see them. */
export function createDeskListener(desk: Namespace): Listener {
  return {
    tell({ workspaceId, event }) {
      const change = changeOf(event);
      if (change === null) return;
      if (event.type === 'sla.alerted' || event.type === 'alert.changed') {
        const concerned = event.memberIds.map((id) => rooms.agent(workspaceId, id));
        desk.to(concerned).emit('change', change);
        return;
      }
      const room =
        event.type === 'offer.changed'
          ? rooms.agent(workspaceId, event.agentId)
          : rooms.workspace(workspaceId);
      desk.to(room).emit('change', change);
    },
  };
}

/** What a desk needs to hear of an event; null when it shows nothing of it. */
function changeOf(event: DomainEvent): DeskChange | null {
  switch (event.type) {
    case 'ticket.created':
    case 'ticket.changed':
      return {
        event: 'ticket.changed',
        id: event.ticketId,
        version: event.version,
        ticketId: event.ticketId,
      };
    case 'message.created':
      return {
        event: 'message.created',
        id: event.messageId,
        version: event.seq,
        ticketId: event.ticketId,
      };
    case 'message.changed':
      return {
        event: 'message.changed',
        id: event.messageId,
        version: 0,
        ticketId: event.ticketId,
      };
    case 'conversation.changed':
      return {
        event: 'message.changed',
        id: event.conversationId,
        version: event.version,
        ticketId: event.ticketId,
      };
    case 'session.changed':
    case 'session.ended':
      return { event: 'ticket.changed', id: event.sessionId, version: 0, ticketId: event.ticketId };
    case 'work.changed':
      return { event: 'work.changed', id: event.workItemId, version: 0, ticketId: event.ticketId };
    case 'offer.changed':
      return { event: 'offer.changed', id: event.offerId, version: 0, ticketId: event.ticketId };
    case 'agent.changed':
      return { event: 'agent.changed', id: event.agentId, version: 0, ticketId: null };
    case 'brief.changed':
      return {
        event: 'brief.changed',
        id: event.ticketId,
        version: event.version,
        ticketId: event.ticketId,
      };
    case 'signals.changed':
      return { event: 'brief.changed', id: event.ticketId, version: 0, ticketId: event.ticketId };
    case 'mail.received':
      return { event: 'mail.changed', id: event.intakeId, version: 0, ticketId: null };
    case 'mail.queued':
    case 'mail.changed':
      return { event: 'mail.changed', id: event.mailId, version: 0, ticketId: null };
    case 'settings.changed':
      return { event: 'settings.changed', id: event.workspaceId, version: 0, ticketId: null };
    case 'triggers.changed':
      return { event: 'triggers.changed', id: event.workspaceId, version: 0, ticketId: null };
    case 'webhook.queued':
      return null;
    case 'tags.changed':
      return { event: 'tags.changed', id: event.tagId, version: 0, ticketId: null };
    case 'survey.changed':
    case 'survey.answered':
      return { event: 'survey.changed', id: event.surveyId, version: 0, ticketId: event.ticketId };
    case 'sla.changed':
      return { event: 'sla.changed', id: event.ticketId, version: 0, ticketId: event.ticketId };
    case 'sla.alerted':
      return { event: 'sla.alerted', id: event.alertId, version: 0, ticketId: event.ticketId };
    case 'alert.changed':
      // The version says whether it is worse than before.
      return {
        event: 'alert.changed',
        id: event.alertId,
        version: event.raised ? 1 : 0,
        ticketId: null,
      };
    case 'sla_policies.changed':
      return { event: 'sla_policies.changed', id: event.workspaceId, version: 0, ticketId: null };
    case 'schedules.changed':
      return { event: 'schedules.changed', id: event.scheduleId, version: 0, ticketId: null };
    case 'team.changed':
    case 'queues.changed':
      return { event: 'team.changed', id: event.workspaceId, version: 0, ticketId: null };
    case 'categories.changed':
      return { event: 'categories.changed', id: event.workspaceId, version: 0, ticketId: null };
    case 'article.changed':
      return { event: 'knowledge.changed', id: event.articleId, version: 0, ticketId: null };
    case 'knowledge.changed':
      return { event: 'knowledge.changed', id: event.workspaceId, version: 0, ticketId: null };
    case 'import.changed':
      return { event: 'knowledge.changed', id: event.importId, version: 0, ticketId: null };
    case 'bulk.started':
    case 'category.corrected':
    case 'queue.moved':
    case 'ticket.solved':
      return null;
    default:
      return event satisfies never;
  }
}
