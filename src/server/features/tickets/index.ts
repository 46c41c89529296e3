export { createTicketChanger, type TicketChanger } from './change.ts';
export { createTicketCreator, type TicketCreator, type TicketToCreate } from './create.ts';
export {
  findConversationOfTicket,
  lockTicket,
  updateTicket,
  type TicketRow,
} from './tickets.store.ts';
export { createTicketReplier, type OutgoingReply } from './reply.ts';
export { ticketActorOf, ticketRoutes } from './tickets.routes.ts';
export { createTicketService, type TicketService } from './tickets.service.ts';
export { createEndingService, type EndingService } from './endings.ts';
export { endingRoutes } from './endings.routes.ts';
