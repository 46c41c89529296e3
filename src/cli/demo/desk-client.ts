import { randomUUID } from 'node:crypto';
import { io, type Socket } from 'socket.io-client';
import { z } from 'zod';
import {
  messageSchema,
  timelineSchema,
  type Message,
  type PostMessage,
} from '../../contracts/conversations.ts';
import { agentSchema, type AgentStatus } from '../../contracts/people.ts';
import { offersSchema, type DeclineReason, type Offer } from '../../contracts/routing.ts';
import {
  ticketPageSchema,
  ticketSchema,
  type ChangeTicket,
  type Ticket,
  type TicketSummary,
} from '../../contracts/tickets.ts';
import { isRefusal, type Api } from './api.ts';

export type Desk = ReturnType<typeof openDesk>;

const heartbeatMs = 15_000;
const changeAttempts = 3;
const ignored = z.unknown();

/** What an agent's browser does: the socket with its heartbeats, and the requests behind the buttons. */
export function openDesk(api: Api) {
  const socket: Socket = io(`${api.url}/desk`, {
    transports: ['websocket'],
    forceNew: true,
    extraHeaders: { cookie: api.cookie(), origin: api.url },
  });
  const beat = () => void socket.emit('heartbeat', { at: new Date().toISOString() });
  const heart = setInterval(beat, heartbeatMs);
  socket.on('connect', beat);

  async function ticket(id: string): Promise<Ticket> {
    return api.get(`/api/tickets/${id}`, ticketSchema);
  }

  return {
    ticket,
    setStatus: (status: AgentStatus) => api.put('/api/me/status', agentSchema, { status }),

    async offers(): Promise<Offer[]> {
      return (await api.get('/api/offers', offersSchema)).offers;
    },

    /** False when it was gone. */
    async accept(offer: Offer): Promise<boolean> {
      return unlessGone(() => api.post(`/api/offers/${offer.id}/accept`, ignored));
    },

    async decline(offer: Offer, reason: DeclineReason): Promise<boolean> {
      return unlessGone(() => api.post(`/api/offers/${offer.id}/decline`, ignored, { reason }));
    },

    async mine(): Promise<TicketSummary[]> {
      return (await api.get('/api/tickets?view=mine&limit=100', ticketPageSchema)).items;
    },

    /** What has been said, notes aside, oldest first. */
    async messages(ticketId: string): Promise<Message[]> {
      const { entries } = await api.get(`/api/tickets/${ticketId}/timeline`, timelineSchema);
      return entries.flatMap((entry) =>
        entry.kind === 'message' && entry.message.channel !== 'note' ? [entry.message] : [],
      );
    },

    async write(
      ticketId: string,
      message: Pick<PostMessage, 'channel' | 'text' | 'status'>,
    ): Promise<void> {
      const body = { clientId: randomUUID(), attachmentIds: [], ...message };
      await api.post(`/api/tickets/${ticketId}/messages`, messageSchema, body);
    },

    /** Changes fields; read again and repeated when somebody was faster. */
    async change(ticketId: string, change: Omit<ChangeTicket, 'version'>): Promise<void> {
      for (let attempt = 1; ; attempt += 1) {
        const { version } = await ticket(ticketId);
        try {
          await api.patch(`/api/tickets/${ticketId}`, ticketSchema, { version, ...change });
          return;
        } catch (error) {
          if (!isRefusal(error, 'ticket_version_conflict') || attempt === changeAttempts)
            throw error;
        }
      }
    },

    async end(ticketId: string, farewell: string): Promise<void> {
      await api.post(`/api/tickets/${ticketId}/session/end`, ticketSchema, { farewell });
    },

    watch: (ticketId: string) => void socket.emit('ticket.watch', { ticketId }),
    typing: (ticketId: string, typing: boolean) => void socket.emit('typing', { ticketId, typing }),
    seen: (ticketId: string, seq: number) => void socket.emit('seen', { ticketId, seq }),

    close() {
      clearInterval(heart);
      socket.close();
    },
  };
}

async function unlessGone(act: () => Promise<unknown>): Promise<boolean> {
  try {
    await act();
    return true;
  } catch (error) {
    if (isRefusal(error, 'offer_gone')) return false;
    throw error;
  }
}
