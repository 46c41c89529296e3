import type { Namespace } from 'socket.io';
import type { DomainEvent } from '../../../contracts/events.ts';
import type { WidgetChange } from '../../../contracts/widget.ts';
import type { Log } from '../../platform/log.ts';
import type { Listener } from '../../platform/outbox/relay.ts';
import { rooms } from '../../platform/realtime/hub.ts';
import type { WidgetService } from './widget.service.ts';

export interface WidgetListenerDeps {
  /** Namespace of the customers' sockets. */
  readonly namespace: Namespace;
  readonly widget: Pick<WidgetService, 'touchTicket'>;
  readonly log: Log;
}

/** Tells customers' browsers that there is something to fetch: ids and versions, never content. */
export function createWidgetListener({ namespace, widget, log }: WidgetListenerDeps): Listener {
  return {
    tell({ workspaceId, event }) {
      const change = changeOf(event);
      if (change !== null) {
        namespace.to(rooms.conversation(workspaceId, change.conversationId)).emit('change', change);
      }
      // Work knows its ticket only: the touch counts the change and comes back as conversation.changed.
      if (event.type === 'work.changed' && !event.kept) {
        widget.touchTicket(workspaceId, event.ticketId).catch((error: unknown) => {
          log.error({ err: error, ticketId: event.ticketId }, 'telling the customer failed');
        });
      }
    },
  };
}

/** The end of a session is counted as a change of its conversation where it happens. */
function changeOf(
  event: DomainEvent,
): Extract<WidgetChange, { event: 'conversation.changed' }> | null {
  if (event.type === 'message.created' && event.channel !== 'note') {
    const { conversationId, version, seq: lastSeq } = event;
    return { event: 'conversation.changed', conversationId, version, lastSeq };
  }
  if (event.type === 'conversation.changed') {
    const { conversationId, version, lastSeq } = event;
    return { event: 'conversation.changed', conversationId, version, lastSeq };
  }
  return null;
}
