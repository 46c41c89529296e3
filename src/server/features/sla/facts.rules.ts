/** What is stored of a ticket's past, as the facts that clocks take. */
import type { TicketStatus } from '../../../contracts/tickets.ts';
import type { Fact, RulesInForce } from './clock.types.ts';

export interface PastLine {
  readonly kind: string;
  readonly at: Date;
  readonly first: string | null;
  readonly second: string | null;
}

export interface Past {
  readonly ticket: {
    readonly status: TicketStatus;
    readonly priority: string;
    readonly created_at: Date;
    readonly updated_at: Date;
  };
  readonly lines: readonly PastLine[];
  readonly rules: readonly { readonly at: Date; readonly rules: RulesInForce | null }[];
  readonly now: Date;
}

/** Every fact of a ticket up to now, in order. At one instant rules come first, then what people did. */
export function factsOf({ ticket, lines, rules, now }: Past): Fact[] {
  const opened = ticket.created_at.getTime();
  const past = lines
    .filter((line) => line.at.getTime() >= opened && line.at <= now && !isHandOver(line, lines))
    .map(factOf)
    .filter((fact) => fact !== null);
  const happened: Fact[] = [
    {
      kind: 'opened',
      atMs: opened,
      byAgent: isByAgent(lines),
      priority: firstPriority(ticket, lines),
    },
    ...rules.map(({ at, rules: inForce }): Fact => {
      return { kind: 'rules', atMs: Math.max(opened, at.getTime()), rules: inForce };
    }),
    ...past,
  ];
  const order = { opened: 0, rules: 1, said: 2, status: 2, priority: 2, time: 3 };
  happened.sort((one, other) => one.atMs - other.atMs || order[one.kind] - order[other.kind]);
  return [...happened, ...unwritten(happened, ticket), { kind: 'time', atMs: now.getTime() }];
}

const handOverMs = 1_000;
/** Lines that stand beside the words with which a chat or a case is handed over. */
const handOvers: readonly string[] = ['handover.requested', 'bot.failed', 'assistant.handed_over'];

/** What the assistant says while it hands over to a person is no answer. Its answer to a mail may come at once. */
function isHandOver({ kind, first, at }: PastLine, lines: readonly PastLine[]): boolean {
  if (kind !== 'said' || first !== 'assistant') return false;
  return lines.some(
    (line) =>
      handOvers.includes(line.kind) && Math.abs(line.at.getTime() - at.getTime()) <= handOverMs,
  );
}

/** A status that changed without a line, when it matters to a clock: it is taken from the last change. */
function unwritten(facts: readonly Fact[], { status, updated_at }: Past['ticket']): Fact[] {
  const last = facts.findLast((fact) => fact.kind === 'status');
  const known = last?.kind === 'status' ? last.to : 'new';
  if (classOf(known) === classOf(status)) return [];
  const atMs = Math.max(updated_at.getTime(), facts.at(-1)?.atMs ?? 0);
  return [{ kind: 'status', to: status, atMs }];
}

function classOf(status: TicketStatus): string {
  if (status === 'new') return 'open';
  return status === 'closed' ? 'solved' : status;
}

function isByAgent(lines: readonly PastLine[]): boolean {
  return lines.some(({ kind, first }) => kind === 'ticket.created' && first === 'agent');
}

type PriorityFact = Extract<Fact, { kind: 'priority' }>;

function firstPriority(ticket: Past['ticket'], lines: readonly PastLine[]): PriorityFact['to'] {
  const line = lines.find(({ kind }) => kind === 'ticket.priority');
  return (line?.first ?? ticket.priority) as PriorityFact['to'];
}

function factOf({ kind, at, first, second }: PastLine): Fact | null {
  const atMs = at.getTime();
  switch (kind) {
    case 'said':
      return { kind, atMs, ...({ author: first, channel: second } as Said) };
    case 'ticket.status':
      return { kind: 'status', atMs, to: second as TicketStatus };
    case 'ticket.priority':
      return { kind: 'priority', atMs, to: second as PriorityFact['to'] };
    default:
      return null;
  }
}

type Said = Pick<Extract<Fact, { kind: 'said' }>, 'author' | 'channel'>;
