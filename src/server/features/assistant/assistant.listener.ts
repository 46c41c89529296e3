import { job, type JobSpec } from '../../platform/jobs/jobs.ts';
import type { Listener } from '../../platform/outbox/relay.ts';

/** A case that was read, a chat that has its brief, an hour that is over: each is a reason to look. */
export const assistantListener: Listener = {
  jobs: ({ workspaceId, event }) => {
    switch (event.type) {
      case 'ticket.understood':
        return [consider(workspaceId, event.ticketId)];
      case 'brief.changed':
        return event.version === 1 ? [consider(workspaceId, event.ticketId)] : [];
      case 'assistant.held': {
        const payload = { workspaceId, ticketId: event.ticketId };
        const at = { key: `assistant.release:${event.ticketId}`, runAt: new Date(event.until) };
        return [job('assistant.release', payload, at)];
      }
      case 'assistant.changed':
        return event.wakeAt === null
          ? []
          : [clockJob({ workspaceId, ticketId: event.ticketId }, new Date(event.wakeAt))];
      case 'approval.changed':
        return event.deadlineAt === null
          ? []
          : [expiryJob({ workspaceId, approvalId: event.approvalId }, new Date(event.deadlineAt))];
      case 'message.created':
        return event.authorKind === 'agent' && event.channel === 'email' && event.ticketId !== null
          ? [
              job('assistant.compare', {
                workspaceId,
                ticketId: event.ticketId,
                messageId: event.messageId,
              }),
            ]
          : [];
      default:
        return [];
    }
  },
};

function consider(workspaceId: string, ticketId: string): JobSpec {
  return job('assistant.consider', { workspaceId, ticketId }, { key: `assistant:${ticketId}` });
}

function clockJob(payload: { workspaceId: string; ticketId: string }, runAt: Date): JobSpec {
  return job('assistant.clock', payload, { key: `assistant.clock:${payload.ticketId}`, runAt });
}

function expiryJob(payload: { workspaceId: string; approvalId: string }, runAt: Date): JobSpec {
  return job('approval.expire', payload, { key: `approval:${payload.approvalId}`, runAt });
}
