import type { Core } from '../../platform/core.ts';
import type { Scope } from '../../platform/db/database.ts';
import type { JobHandlers } from '../../platform/jobs/jobs.ts';
import type { Log } from '../../platform/log.ts';
import type { AttachmentService, ConversationService } from '../conversations/index.ts';
import type { CustomerService } from '../customers/index.ts';
import type { TicketChanger, TicketCreator } from '../tickets/index.ts';
import { createBounceService } from './bounces.service.ts';
import { createMailDelivery } from './delivery.service.ts';
import { createDeskMailService } from './desk.service.ts';
import { createIntakeService } from './intake.service.ts';
import { createMessageWriter } from './message-writer.service.ts';
import { createPostService } from './post.service.ts';
import { createMailReceiver } from './receive.service.ts';
import { createSendService } from './send.service.ts';
import type { MailTransport } from './transport.ts';

export interface MailDeps extends Core {
  readonly log: Log;
  readonly findWorkspace: (scope: Scope) => Promise<{ identity_secret: string }>;
  readonly conversations: ConversationService;
  readonly attachments: AttachmentService;
  readonly customers: CustomerService;
  readonly createTicket: TicketCreator;
  readonly changeTicket: TicketChanger;
  /** Null while no mail server is set: mail is kept in the outbox. */
  readonly transport: MailTransport | null;
  /** Where the listener of this installation takes mail; null where none runs. */
  readonly smtpAddress: () => { host: string; port: number } | null;
}

/** Mail that comes in, mail that is sent, and what the desk shows of both. */
export function createMailService(deps: MailDeps) {
  const delivery = createMailDelivery({
    findWorkspace: deps.findWorkspace,
    bounces: createBounceService(deps),
    post: createPostService({ ...deps, writer: createMessageWriter(deps) }),
  });
  const intake = createIntakeService({ ...deps, delivery });
  const sender = createSendService(deps);
  return {
    /** What the mail listener asks. */
    receiver: createMailReceiver(deps),
    /** What the routes ask. */
    desk: createDeskMailService({ ...deps, serverConfigured: deps.transport !== null }),
    jobs: {
      'mail.read': (payload, info) => intake.read(payload, info),
      'mail.send': (payload, info) => sender.send(payload, info),
    } satisfies Pick<JobHandlers, 'mail.read' | 'mail.send'>,
  };
}
