import type { Namespace, Socket } from 'socket.io';
import { z } from 'zod';
import {
  deskCommands,
  type DeskCommandName,
  type DeskTyping,
} from '../../../contracts/realtime.ts';
import { AppError, problemOf } from '../../platform/errors.ts';
import type { Caller } from '../../platform/http/access.ts';
import { isOwnOrigin } from '../../platform/http/origin.rules.ts';
import type { Log } from '../../platform/log.ts';
import { rooms } from '../../platform/realtime/hub.ts';

export interface DeskGatewayDeps {
  readonly desk: Namespace;
  readonly log: Log;
  readonly findCaller: (socket: Socket) => Promise<Caller | null>;
  /** `idleSeconds`: since somebody touched that desk; null: not known. */
  readonly beat: (caller: Caller, idleSeconds: number | null) => Promise<void>;
  readonly leave: (caller: Caller) => Promise<void>;
  /** Checks that the caller may see the ticket and returns its conversation. */
  readonly conversationOf: (caller: Caller, ticketId: string) => Promise<string>;
  readonly see: (caller: Caller, conversationId: string, seq: number) => Promise<void>;
  readonly tellCustomer: (caller: Caller, conversationId: string, typing: boolean) => void;
  /** Address people reach the desk at. */
  readonly publicUrl: string;
  /** How often an open socket shows its session again. */
  readonly recheckMs?: number;
}

/** A sign-out or a member who was removed is over for open desks within this time. */
const recheckEveryMs = 15_000;

type Answer = (answer: { ok: true } | { ok: false; problem: unknown }) => void;
type Handlers = {
  [Name in DeskCommandName]: (request: z.infer<(typeof deskCommands)[Name]>) => Promise<void>;
};

/** Desks over Socket.IO: who is signed in hears of their workspace; presence comes from heartbeats. */
export function openDeskGateway(deps: DeskGatewayDeps): void {
  deps.desk.use((socket, next) => void admit(deps, socket, next));
  deps.desk.on('connection', (socket: Socket) => welcome(deps, socket));
}

/** Lets a signed-in member in and turns everybody else away. */
async function admit(
  deps: DeskGatewayDeps,
  socket: Socket,
  next: (refusal?: Error) => void,
): Promise<void> {
  try {
    // A page of another site must not use the cookie of whoever looks at it.
    const ownPage = isOwnOrigin(socket.handshake.headers, deps.publicUrl);
    const caller = ownPage ? await deps.findCaller(socket) : null;
    if (!caller) return next(new Error('sign_in_required'));
    socket.data = { caller };
  } catch (error) {
    deps.log.error({ err: error }, 'admitting a desk failed');
    return next(new Error('internal'));
  }
  next();
}

function welcome(deps: DeskGatewayDeps, socket: Socket): void {
  const { caller } = socket.data as { caller: Caller };
  const { workspaceId, memberId } = caller;
  void socket.join([rooms.workspace(workspaceId), rooms.agent(workspaceId, memberId)]);
  const handlers = handlersOf(deps, socket, caller);
  for (const name of Object.keys(deskCommands) as DeskCommandName[]) {
    socket.on(
      name,
      (request: unknown, answer?: Answer) => void run(deps, handlers, { name, request, answer }),
    );
  }
  deps
    .beat(caller, null)
    .catch((error: unknown) => deps.log.error({ err: error }, 'heartbeat failed'));
  const recheck = setInterval(
    () => void expel(deps, socket, caller),
    deps.recheckMs ?? recheckEveryMs,
  );
  socket.on('disconnect', () => {
    clearInterval(recheck);
    noticeLeave(deps, caller).catch((error: unknown) =>
      deps.log.error({ err: error }, 'leaving failed'),
    );
  });
}

/** Ends the connection of somebody who has signed out or lost their place in the meantime. */
async function expel(deps: DeskGatewayDeps, socket: Socket, caller: Caller): Promise<void> {
  try {
    const now = await deps.findCaller(socket);
    const same = now?.memberId === caller.memberId && now.workspaceId === caller.workspaceId;
    if (!same) socket.disconnect(true);
  } catch (error) {
    // A database that does not answer is no reason to throw people out.
    deps.log.warn({ err: error }, 'looking for the session of a desk failed');
  }
}

/** An agent is gone when their last desk, in any process, is. */
async function noticeLeave(deps: DeskGatewayDeps, caller: Caller): Promise<void> {
  const others = await deps.desk
    .in(rooms.agent(caller.workspaceId, caller.memberId))
    .fetchSockets();
  if (others.length === 0) await deps.leave(caller);
}

function handlersOf(deps: DeskGatewayDeps, socket: Socket, caller: Caller): Handlers {
  const { workspaceId, memberId, name } = caller;
  return {
    async 'ticket.watch'({ ticketId }) {
      await deps.conversationOf(caller, ticketId);
      await socket.join(rooms.ticket(workspaceId, ticketId));
    },
    async 'ticket.unwatch'({ ticketId }) {
      await socket.leave(rooms.ticket(workspaceId, ticketId));
    },
    async typing({ ticketId, typing }) {
      const conversationId = await deps.conversationOf(caller, ticketId);
      const signal: DeskTyping = { ticketId, who: 'agent', name, memberId, typing };
      socket.to(rooms.ticket(workspaceId, ticketId)).emit('typing', signal);
      deps.tellCustomer(caller, conversationId, typing);
    },
    async seen({ ticketId, seq }) {
      await deps.see(caller, await deps.conversationOf(caller, ticketId), seq);
    },
    async heartbeat({ idleSeconds }) {
      await deps.beat(caller, idleSeconds ?? null);
    },
  };
}

async function run(
  deps: DeskGatewayDeps,
  handlers: Handlers,
  command: { name: DeskCommandName; request: unknown; answer: Answer | undefined },
): Promise<void> {
  const answer = typeof command.answer === 'function' ? command.answer : undefined;
  try {
    const parsed = deskCommands[command.name].safeParse(command.request);
    if (!parsed.success) throw new AppError('request_invalid', z.prettifyError(parsed.error));
    const handler = handlers[command.name] as (request: unknown) => Promise<void>;
    await handler(parsed.data);
    answer?.({ ok: true });
  } catch (error) {
    const problem = problemOf(error);
    if (problem.status >= 500)
      deps.log.error({ err: error, command: command.name }, 'desk command failed');
    answer?.({ ok: false, problem });
  }
}
