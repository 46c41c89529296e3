/** What a typed search means: words, and filters such as `status:open` or `from:kim@`. */
import {
  channelSchema,
  prioritySchema,
  ticketStatusSchema,
  type TicketStatus,
} from '../../../contracts/tickets.ts';
import type { TicketFilter } from '../../../contracts/views.ts';

/** A search as it was understood. */
export interface SearchQuery {
  /** The words that are left when the filters are taken out. */
  readonly text: string;
  /** `#123`: this number and nothing else. */
  readonly number: number | null;
  readonly filter: TicketFilter;
  /** Beginnings of names that the workspace knows and a rule does not. */
  readonly named: {
    readonly from: string | null;
    readonly group: string | null;
    readonly queue: string | null;
    readonly assignee: string | null;
  };
  /** What was not understood, in sentences. */
  readonly hints: readonly string[];
}

const longest = 500;
const unsolved: TicketStatus[] = ['new', 'open', 'pending', 'on_hold'];

const states: Readonly<Record<string, TicketFilter>> = {
  open: { status: ['new', 'open'] },
  unsolved: { status: unsolved },
  solved: { status: ['solved', 'closed'] },
  pending: { status: ['pending', 'on_hold'] },
  unassigned: { assignee: ['none'], status: unsolved },
  mine: { assignee: ['me'] },
  live: { session: ['active', 'inactive'] },
  waiting: { awaitingReply: true },
};

type Named = { -readonly [Key in keyof SearchQuery['named']]: SearchQuery['named'][Key] };
type Part = { filter: TicketFilter } | { named: Partial<Named> } | { hint: string } | null;

/** Reads what was typed. Never refuses: what is no filter is a word. Looks at the first 500 characters. */
export function readQuery(typed: string): SearchQuery {
  const words: string[] = [];
  const hints: string[] = [];
  const named: Named = { from: null, group: null, queue: null, assignee: null };
  let number: number | null = null;
  let filter: TicketFilter = {};
  for (const token of tokensOf(typed)) {
    const part = readPart(token);
    const digits = /^#(\d{1,12})$/.exec(token)?.[1];
    if (digits !== undefined) number = Number(digits);
    else if (part === null) words.push(token);
    else if ('hint' in part) hints.push(part.hint);
    else if ('named' in part) Object.assign(named, part.named);
    else filter = merge(filter, part.filter);
  }
  return { text: words.join(' '), number, filter, named, hints };
}

function tokensOf(typed: string): string[] {
  const text = typed.slice(0, longest).toWellFormed().replaceAll('\0', ' ');
  return text.match(/[a-z]+:"[^"]*"|"[^"]*"|\S+/giu) ?? [];
}

function readPart(token: string): Part {
  const match = /^([a-z]+):(.+)$/isu.exec(token);
  const key = match?.[1]?.toLowerCase() ?? '';
  const value = (match?.[2] ?? '').replace(/^"(.*)"$/su, '$1').trim();
  return value === '' ? null : readFilter(key, value);
}

function readFilter(key: string, value: string): Part {
  const word = value.toLowerCase();
  switch (key) {
    case 'status':
      return oneOf('status', ticketStatusSchema.options, word.replace(/[ -]/g, '_'));
    case 'priority':
      return oneOf('priority', prioritySchema.options, word);
    case 'channel':
      return oneOf('channel', channelSchema.options, channelWords.get(word) ?? word);
    case 'is':
      return readState(word);
    case 'tag':
      return { filter: { tags: [word.slice(0, 60)] } };
    case 'category':
      return { filter: { category: [word === 'none' ? '' : value.slice(0, 80)] } };
    case 'tier':
      return oneOf('tier', ['enterprise', 'standard', 'free'], word);
    case 'assignee':
      return word === 'me' || word === 'none'
        ? { filter: { assignee: [word] } }
        : { named: { assignee: value } };
    case 'from':
    case 'customer':
      return { named: { from: value } };
    case 'group':
      return word === 'none' ? { filter: { group: ['none'] } } : { named: { group: value } };
    case 'queue':
      return { named: { queue: value } };
    default:
      return null;
  }
}

const channelWords = new Map([
  ['chat', 'messaging'],
  ['mail', 'email'],
]);

function readState(word: string): Part {
  const filter = Object.hasOwn(states, word) ? states[word] : undefined;
  return filter ? { filter } : { hint: unknown('is', word, Object.keys(states)) };
}

function oneOf<Field extends 'status' | 'priority' | 'channel' | 'tier'>(
  field: Field,
  known: readonly NonNullable<TicketFilter[Field]>[number][],
  word: string,
): Part {
  const value = known.find((one) => one === word);
  if (value === undefined) return { hint: unknown(field, word, known) };
  return { filter: { [field]: [value] } };
}

function unknown(field: string, word: string, known: readonly string[]): string {
  return `“${field}:${word.slice(0, 40)}” is not known. It can be ${known.join(', ')}.`;
}

/** Two values of one field: either of them. */
function merge(left: TicketFilter, right: TicketFilter): TicketFilter {
  const merged: Record<string, unknown> = { ...left };
  for (const [key, value] of Object.entries(right)) {
    const before = merged[key];
    merged[key] =
      Array.isArray(before) && Array.isArray(value)
        ? [...new Set([...before, ...value])].slice(0, 30)
        : value;
  }
  return merged;
}
