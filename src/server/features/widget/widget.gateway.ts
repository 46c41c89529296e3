import type { Namespace, Socket } from 'socket.io';
import {
  widgetCommands,
  type WidgetAnswer,
  type WidgetChange,
  type WidgetCommandName,
} from '../../../contracts/widget.ts';
import { errors, type ErrorCode } from '../../../contracts/errors.ts';
import type { Clock } from '../../platform/clock.ts';
import { AppError, problemOf } from '../../platform/errors.ts';
import type { Log } from '../../platform/log.ts';
import { rooms, type Hub } from '../../platform/realtime/hub.ts';
import { createVisitorLimits, type VisitorLimits } from './visitor-limits.ts';
import type { Visitor, Visitors } from './visitors.ts';
import type { WidgetService } from './widget.service.ts';

export interface WidgetGatewayDeps {
  readonly hub: Pick<Hub, 'desk' | 'widget'>;
  readonly visitors: Visitors;
  readonly widget: WidgetService;
  readonly clock: Clock;
  readonly log: Log;
}

type Acknowledge = (answer: WidgetAnswer<WidgetCommandName>) => void;

/** Customers' browsers over Socket.IO: who shows a token may act for that visitor and nobody else. */
export function openWidgetGateway(deps: WidgetGatewayDeps): void {
  deps.hub.widget.use((socket, next) => void admit(deps, socket, next));
  const limits = createVisitorLimits(deps.clock);
  deps.hub.widget.on('connection', (socket: Socket) => welcome(deps, limits, socket));
}

/** Shows a customer that an agent is writing. For the desk's gateway. */
export function tellAgentTyping(
  widget: Namespace,
  signal: { workspaceId: string; conversationId: string; name: string; typing: boolean },
): void {
  const { workspaceId, conversationId, name, typing } = signal;
  const change: WidgetChange = { event: 'agent.typing', conversationId, name, typing };
  widget.to(rooms.conversation(workspaceId, conversationId)).emit('change', change);
}

/** Lets the socket in as its visitor, or turns it away and tells the browser why. */
async function admit(
  deps: WidgetGatewayDeps,
  socket: Socket,
  next: (refusal?: Error) => void,
): Promise<void> {
  try {
    socket.data = { visitor: await recognise(deps, socket) };
  } catch (error) {
    return next(refusalOf(deps.log, error));
  }
  next();
}

async function recognise(
  { visitors, widget }: WidgetGatewayDeps,
  socket: Socket,
): Promise<Visitor> {
  const visitor = visitors.read(socket.handshake.auth['token']);
  if (visitor === null || !(await widget.knows(visitor))) {
    throw new AppError(
      'sign_in_required',
      'The chat does not know this browser. It has to begin anew.',
    );
  }
  return visitor;
}

/** Socket.IO hands `data` of the error to the browser. */
function refusalOf(log: Log, error: unknown): Error {
  const problem = problemOf(error);
  report(log, problem.code, error);
  return Object.assign(new Error(problem.title), { data: problem });
}

function welcome(deps: WidgetGatewayDeps, limits: VisitorLimits, socket: Socket): void {
  const { visitor } = socket.data as { visitor: Visitor };
  void socket.join(rooms.visitor(visitor.workspaceId, visitor.visitorId));
  notePresence(deps, socket, visitor);
  const allowed = (name: WidgetCommandName) =>
    limits.take(visitor.visitorId, name === 'message.send');
  for (const name of Object.keys(widgetCommands) as WidgetCommandName[]) {
    socket.on(name, (request: unknown, acknowledge: unknown) => {
      // The time of arrival decides races with the end of the chat: taken before anything is awaited.
      const receivedAt = deps.clock.now();
      const answer =
        typeof acknowledge === 'function' ? (acknowledge as Acknowledge) : () => undefined;
      void run(deps, socket, { name, request, receivedAt, allowed: allowed(name) }).then(answer);
    });
  }
}

/** Whether any tab of the visitor is open tells a silent customer from one who has gone. */
function notePresence(
  { hub, widget, clock, log }: WidgetGatewayDeps,
  socket: Socket,
  visitor: Visitor,
) {
  const note = (leftAt: Date | null) =>
    widget
      .presence(visitor, leftAt)
      .catch((error: unknown) => log.debug({ err: error }, 'presence of a visitor was not noted'));
  void note(null);
  socket.on('disconnect', () => {
    const all = rooms.visitor(visitor.workspaceId, visitor.visitorId);
    const leftAt = clock.now();
    hub.widget
      .in(all)
      .fetchSockets()
      .then((others) => (others.length === 0 ? note(leftAt) : undefined))
      .catch((error: unknown) => log.debug({ err: error }, 'tabs of a visitor were not counted'));
  });
}

interface Command {
  readonly name: WidgetCommandName;
  readonly request: unknown;
  readonly receivedAt: Date;
  readonly allowed: boolean;
}

/** Runs one command and answers what the browser is told; never throws. */
async function run(
  deps: WidgetGatewayDeps,
  socket: Socket,
  command: Command,
): Promise<WidgetAnswer<WidgetCommandName>> {
  try {
    if (!command.allowed) {
      throw new AppError(
        'rate_limited',
        'That was too much at once. Wait a few seconds and try again.',
      );
    }
    return { ok: true, data: await carryOut(deps, socket, command) };
  } catch (error) {
    const problem = problemOf(error);
    report(deps.log, problem.code, error, command.name);
    return { ok: false, problem };
  }
}

async function carryOut(deps: WidgetGatewayDeps, socket: Socket, command: Command) {
  const { visitor } = socket.data as { visitor: Visitor };
  const { widget } = deps;
  const { name, request, receivedAt } = command;
  switch (name) {
    case 'conversation.read': {
      const data = await widget.commands[name](visitor, parse(name, request), receivedAt);
      if (data.conversation) await listen(socket, visitor, data.conversation.id);
      return data;
    }
    case 'message.send': {
      const data = await widget.commands[name](visitor, parse(name, request), receivedAt);
      await gather(deps, socket, {
        visitor,
        conversationId: data.conversationId,
        seq: data.message.seq,
      });
      return data;
    }
    case 'person.request':
      return widget.commands[name](visitor, parse(name, request), receivedAt);
    case 'session.end':
      return widget.commands[name](visitor, parse(name, request), receivedAt);
    case 'survey.answer':
      return widget.commands[name](visitor, parse(name, request), receivedAt);
    case 'transcript.send':
      return widget.commands[name](visitor, parse(name, request), receivedAt);
    case 'identify':
      return widget.commands[name](visitor, parse(name, request), receivedAt);
    case 'typing': {
      const signal = await widget.typingSignal(visitor, parse(name, request));
      if (signal)
        deps.hub.desk.to(rooms.ticket(visitor.workspaceId, signal.ticketId)).emit('typing', signal);
      return {};
    }
  }
}

/** The request as the contract has it: unknown fields are gone, wrong ones are named. */
function parse<Name extends WidgetCommandName>(name: Name, request: unknown) {
  const parsed = widgetCommands[name].request.safeParse(request);
  if (parsed.success)
    return parsed.data as ReturnType<(typeof widgetCommands)[Name]['request']['parse']>;
  const fields = parsed.error.issues.map((issue) => ({
    path: issue.path.join('.') || 'request',
    message: issue.message,
  }));
  throw new AppError('request_invalid', `Check ${fields.map((field) => field.path).join(', ')}.`, {
    fields,
  });
}

async function listen(socket: Socket, visitor: Visitor, conversationId: string): Promise<void> {
  await socket.join(rooms.conversation(visitor.workspaceId, conversationId));
}

/** The first word from this tab in a conversation: every other tab of the visitor hears of it too. */
async function gather(
  { hub }: WidgetGatewayDeps,
  socket: Socket,
  place: { visitor: Visitor; conversationId: string; seq: number },
): Promise<void> {
  const { visitor, conversationId } = place;
  const conversation = rooms.conversation(visitor.workspaceId, conversationId);
  if (socket.rooms.has(conversation)) return;
  await socket.join(conversation);
  const all = rooms.visitor(visitor.workspaceId, visitor.visitorId);
  hub.widget.in(all).socketsJoin(conversation);
  const change: WidgetChange = {
    event: 'conversation.changed',
    conversationId,
    version: 0,
    lastSeq: place.seq,
  };
  socket.to(all).emit('change', change);
}

function report(log: Log, code: string, error: unknown, command?: WidgetCommandName): void {
  if (errors[code as ErrorCode].report) log.error({ err: error, command }, 'widget command failed');
}
