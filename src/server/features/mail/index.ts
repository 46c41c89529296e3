export { mailListener } from './mail.listener.ts';
export { mailRoutes } from './mail.routes.ts';
export { createMailService, type MailDeps, type MailService } from './mail.service.ts';
export {
  createOutgoingService,
  type OutgoingService,
  type ReplyToQueue,
} from './outgoing.service.ts';
export { startSmtp, type RunningSmtp, type SmtpOptions } from './smtp.server.ts';
export { createMailTransport, type MailTransport } from './transport.ts';
