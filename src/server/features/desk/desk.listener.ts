import type { Namespace } from 'socket.io';
import type { DomainEvent } from '../../../contracts/events.ts';
import type { DeskChange } from '../../../contracts/realtime.ts';
import type { Listener } from '../../platform/outbox/relay.ts';
import { rooms } from '../../platform/realtime/hub.ts';

/** Tells desks what is different: ids and versions, to whoever may see them. */
export function createDeskListener(desk: Namespace): Listener {
  return {
    tell({ workspaceId, event }) {
      if (event.type === 'work.given') {
        for (const given of changesOfGiven(event))
          desk.to(rooms.workspace(workspaceId)).emit('change', given);
        return;
      }
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

/** Tickets that desks hear of one by one; what a burst gives out is one message, or 200 desks get 100,000 a second. */
const mostTold = 20;

function changesOfGiven({
  workspaceId,
  tickets,
}: Extract<DomainEvent, { type: 'work.given' }>): DeskChange[] {
  if (tickets.length > mostTold)
    return [{ event: 'tickets.changed', id: workspaceId, version: 0, ticketId: null }];
  return tickets.map(({ ticketId, version }) => ({
    event: 'ticket.changed',
    id: ticketId,
    version,
    ticketId,
  }));
}

type AboutTicket = Extract<DomainEvent, { ticketId: string | null }>;

/** What a desk needs to hear of an event: what is different, its id, and its version where it has one. */
type Heard = readonly [event: DeskChange['event'], id: string, version?: number] | null;

function changeOf(event: DomainEvent): DeskChange | null {
  const ofTicket = 'ticketId' in event;
  const heard = ofTicket ? heardOfTicket(event) : heardOfWorkspace(event);
  if (heard === null) return null;
  const [name, id, version = 0] = heard;
  return { event: name, id, version, ticketId: ofTicket ? event.ticketId : null };
}

function heardOfTicket(event: AboutTicket): Heard {
  switch (event.type) {
    case 'ticket.created':
    case 'ticket.changed':
      return ['ticket.changed', event.ticketId, event.version];
    case 'message.created':
      return ['message.created', event.messageId, event.seq];
    case 'message.changed':
      return ['message.changed', event.messageId];
    case 'conversation.changed':
      return ['message.changed', event.conversationId, event.version];
    case 'session.changed':
    case 'session.ended':
      return ['ticket.changed', event.sessionId];
    case 'work.changed':
      return ['work.changed', event.workItemId];
    case 'offer.changed':
      return ['offer.changed', event.offerId];
    case 'brief.changed':
      return ['brief.changed', event.ticketId, event.version];
    case 'draft.changed':
      return ['draft.changed', event.memberId];
    case 'signals.changed':
      return ['brief.changed', event.ticketId];
    case 'group.changed':
      return ['incident.changed', event.groupId];
    case 'survey.changed':
    case 'survey.answered':
      return ['survey.changed', event.surveyId];
    case 'sla.changed':
      return ['sla.changed', event.ticketId];
    case 'sla.alerted':
      return ['sla.alerted', event.alertId];
    case 'assistant.changed':
      return ['assistant.changed', event.ticketId];
    case 'approval.changed':
      return ['approval.changed', event.approvalId];
    case 'assistant.held':
    case 'category.corrected':
    case 'ticket.solved':
    case 'ticket.understood':
      return null;
    default:
      return event satisfies never;
  }
}

function heardOfWorkspace(event: Exclude<DomainEvent, AboutTicket>): Heard {
  switch (event.type) {
    case 'agent.changed':
      return ['agent.changed', event.agentId];
    case 'mail.received':
      return ['mail.changed', event.intakeId];
    case 'mail.queued':
    case 'mail.changed':
      return ['mail.changed', event.mailId];
    case 'settings.changed':
    case 'triggers.changed':
    case 'sla_policies.changed':
    case 'team.changed':
    case 'categories.changed':
    case 'knowledge.changed':
    case 'assistant_policy.changed':
    case 'learning.changed':
      return [event.type, event.workspaceId];
    case 'queues.changed':
      return ['team.changed', event.workspaceId];
    case 'tags.changed':
      return ['tags.changed', event.tagId];
    case 'customer.deleted':
      return ['customer.deleted', event.customerId];
    case 'alert.changed':
      // The version says whether it is worse than before.
      return ['alert.changed', event.alertId, event.raised ? 1 : 0];
    case 'schedules.changed':
      return ['schedules.changed', event.scheduleId];
    case 'incident.changed':
      return ['incident.changed', event.groupId];
    case 'synonyms.proposed':
      return ['knowledge.changed', event.workspaceId];
    case 'model.trained':
      return ['categories.changed', event.workspaceId];
    case 'evaluation.started':
    case 'evaluation.changed':
      return ['evaluation.changed', event.evaluationId];
    case 'article.changed':
      return ['knowledge.changed', event.articleId];
    case 'import.changed':
      return ['knowledge.changed', event.importId];
    case 'bulk.started':
    case 'replay.started':
    case 'telling.started':
    case 'queue.moved':
    case 'webhook.queued':
    case 'work.given':
      return null;
    default:
      return event satisfies never;
  }
}
