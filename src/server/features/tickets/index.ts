export { createTicketChanger, type TicketChanger } from './change.ts';
export { createTicketCreator, type TicketCreator } from './create.ts';
export { lockTicket } from './lock.ts';
export { findConversationOfTicket, listTagNames, updateTicket } from './tickets.store.ts';
export { createTicketReplier } from './reply.ts';
export { ticketRoutes } from './tickets.routes.ts';
export { createTicketService, type TicketService } from './tickets.service.ts';
export { createEndingService, type EndingService } from './endings.ts';
export { endingRoutes } from './endings.routes.ts';
