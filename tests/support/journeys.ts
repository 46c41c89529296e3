import { insertConversation } from '../../src/server/features/conversations/index.ts';
import type { App } from '../../src/server/app.ts';
import { uuidIds } from '../../src/server/platform/ids.ts';

export interface OpenedChat {
  readonly conversationId: string;
  readonly ticketId: string;
  readonly customerId: string;
}

/** A customer who has told the bot what it is about and now waits for a person. */
export async function openChat(
  app: Pick<App, 'database' | 'services'>,
  workspaceId: string,
  customer: { name?: string; email?: string; topic?: string } = {},
): Promise<OpenedChat> {
  const { services, database } = app;
  const topic = customer.topic ?? 'My parcel has not arrived';
  return database.inWorkspace(workspaceId, async (scope) => {
    const customerId = await services.customers.ofVisitor(scope, uuidIds.next());
    await services.customers.claim(scope, customerId, {
      name: customer.name ?? 'Kim Lee',
      ...(customer.email !== undefined && { email: customer.email }),
    });
    const conversationId = uuidIds.next();
    await insertConversation(scope, {
      id: conversationId,
      customerId,
      channel: 'messaging',
      previousId: null,
      at: new Date(),
    });
    await services.sessions.start(scope, conversationId);
    await services.conversations.append(scope, {
      conversationId,
      clientId: uuidIds.next(),
      channel: 'messaging',
      author: { kind: 'customer', id: customerId },
      text: topic,
    });
    const { id: ticketId } = await services.createTicket(scope, {
      conversationId,
      customerId,
      subject: topic,
      channel: 'messaging',
      routingChannel: 'messaging',
      actor: { kind: 'assistant', id: null },
    });
    return { conversationId, ticketId, customerId };
  });
}

/** A ticket that came by mail. */
export async function openMail(
  app: Pick<App, 'database' | 'services'>,
  workspaceId: string,
  email = 'kim@example.test',
): Promise<{ conversationId: string; ticketId: string }> {
  const { services, database } = app;
  return database.inWorkspace(workspaceId, async (scope) => {
    const customerId = await services.customers.ofSender(scope, { email, name: 'Kim Lee' });
    const conversationId = uuidIds.next();
    await insertConversation(scope, {
      id: conversationId,
      customerId,
      channel: 'email',
      previousId: null,
      at: new Date(),
    });
    await services.conversations.append(scope, {
      conversationId,
      clientId: null,
      channel: 'email',
      author: { kind: 'customer', id: customerId },
      text: 'Where is my invoice for order 4711?',
    });
    const { id: ticketId } = await services.createTicket(scope, {
      conversationId,
      customerId,
      subject: 'Invoice for order 4711',
      channel: 'email',
      routingChannel: 'email',
      actor: { kind: 'customer', id: customerId },
    });
    return { conversationId, ticketId };
  });
}

/** Puts an agent at the desk: online and heard of just now. */
export async function putAtDesk(
  app: Pick<App, 'services'>,
  workspaceId: string,
  agentId: string,
  status: 'online' | 'away' | 'offline' = 'online',
): Promise<void> {
  await app.services.agents.beat(workspaceId, agentId);
  await app.services.agents.setStatus(workspaceId, agentId, status);
}
