export { mailListener } from './mail.listener.ts';
export { mailRoutes } from './mail.routes.ts';
export { createMailService } from './mail.service.ts';
export { createLetterService, type Letter } from './letters.service.ts';
export { createOutgoingService } from './outgoing.service.ts';
export { sanitiseMailHtml } from './reading/index.ts';
export { startSmtp, type RunningSmtp } from './smtp.server.ts';
export { createMailTransport } from './transport.ts';
