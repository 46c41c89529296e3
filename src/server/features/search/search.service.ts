import type { CustomerHit, SearchResults, TicketHit } from '../../../contracts/search.ts';
import { termsOf, type SearchTerm } from '../../../contracts/search-terms.ts';
import type { TicketSummary } from '../../../contracts/tickets.ts';
import { defaultSort, type TicketFilter } from '../../../contracts/views.ts';
import type { Core } from '../../platform/core.ts';
import type { Scope } from '../../platform/db/database.ts';
import { listIds, listSummariesOf, summaryOf } from '../tickets/index.ts';
import { nearestWord } from './correct.rules.ts';
import { listFiltered } from './filtered.ts';
import { countHits, excerpt, highlight, wordsOf, type Needle } from './highlight.rules.ts';
import { readQuery, type SearchQuery } from './query.rules.ts';
import {
  compileQuery,
  findByNumber,
  listCategoriesLike,
  indexPending,
  listCustomerIds,
  listCustomers,
  listNamed,
  listNewest,
  listSaid,
  listSimilar,
  rankTickets,
  type CompiledQuery,
  type SaidRow,
} from './search.store.ts';

/** Who searches. */
export interface Searcher {
  readonly workspaceId: string;
  readonly memberId: string;
}

export interface SearchPage {
  readonly limit: number;
  readonly offset: number;
}

export type SearchService = ReturnType<typeof createSearchService>;

const customersShown = 5;
const excerptLength = 160;
const indexedAtOnce = 200;

/** A compiled search: what PostgreSQL looks for and what is marked in what it finds. */
interface Wanted {
  readonly query: CompiledQuery | null;
  readonly needles: readonly Needle[];
}

/** Finds tickets and customers by what was typed. */
export function createSearchService({ database, clock }: Pick<Core, 'database' | 'clock'>) {
  return {
    async search(searcher: Searcher, typed: string, page: SearchPage): Promise<SearchResults> {
      return database.inWorkspace(searcher.workspaceId, async (scope) => {
        const asked = readQuery(typed);
        const found = await find(scope, searcher, { asked, page });
        if (found.ids.length > 0 || found.customers.length > 0 || page.offset > 0) {
          return present(scope, { ...found, asked, page, corrected: null });
        }
        const corrected = await correct(scope, asked);
        if (corrected === null) return present(scope, { ...found, asked, page, corrected });
        const again = await find(scope, searcher, { asked: { ...asked, text: corrected }, page });
        return present(scope, { ...again, asked, page, corrected });
      });
    },

    /** Puts what has been said since into the search, a transaction for some hundred messages. */
    async index(workspaceId: string): Promise<void> {
      const work = (scope: Scope) => indexPending(scope, indexedAtOnce);
      while ((await database.inWorkspace(workspaceId, work)) === indexedAtOnce);
    },
  };

  async function find(
    scope: Scope,
    searcher: Searcher,
    { asked, page }: { asked: SearchQuery; page: SearchPage },
  ) {
    const filter = await filterOf(scope, asked);
    const wanted = await compile(scope, termsOf(asked.text));
    const ids = await findTickets(scope, searcher, { asked, filter, wanted, page });
    const customers =
      wanted.query !== null && filter === null && page.offset === 0 && asked.number === null
        ? await listCustomers(scope, wanted.query.whole, customersShown)
        : [];
    return { ids, customers, wanted };
  }

  async function findTickets(
    scope: Scope,
    { memberId }: Searcher,
    {
      asked,
      filter,
      wanted,
      page,
    }: { asked: SearchQuery; filter: TicketFilter | null; wanted: Wanted; page: SearchPage },
  ): Promise<string[]> {
    const limit = page.limit + 1;
    if (asked.number !== null) {
      const id = page.offset === 0 ? await findByNumber(scope, asked.number) : undefined;
      return id === undefined ? [] : [id];
    }
    const viewer = { memberId, now: clock.now() };
    if (wanted.query === null) {
      if (filter === null) return [];
      const ids = await listIds(scope, {
        filter,
        sort: defaultSort,
        viewer,
        limit: page.offset + limit,
      });
      return ids.slice(page.offset);
    }
    const { text } = asked;
    const { query } = wanted;
    const only = filter && (await listFiltered(scope, { filter, query, text, viewer }));
    const number = /^\d{1,12}$/.test(text) ? Number(text) : null;
    return rankTickets(scope, { query, number, only, limit, offset: page.offset });
  }
}

/** The filter with the names of the workspace filled in; null when there is none. */
async function filterOf(scope: Scope, asked: SearchQuery): Promise<TicketFilter | null> {
  const { named } = asked;
  const nothing = '00000000-0000-0000-0000-000000000000';
  const idsOf = async (table: 'groups' | 'queues' | 'members', text: string) => {
    const ids = await listNamed(scope, table, text);
    return ids.length > 0 ? ids : [nothing];
  };
  const filter: TicketFilter = {
    ...asked.filter,
    ...(asked.filter.category && {
      category: await spelled(scope, asked.filter.category),
    }),
    ...(named.group !== null && { group: await idsOf('groups', named.group) }),
    ...(named.queue !== null && { queue: await idsOf('queues', named.queue) }),
    ...(named.assignee !== null && { assignee: await idsOf('members', named.assignee) }),
    ...(named.from !== null && { customers: await listCustomerIds(scope, named.from) }),
  };
  return Object.keys(filter).length === 0 ? null : filter;
}

async function spelled(scope: Scope, names: readonly string[]): Promise<string[]> {
  return [...names, ...(await listCategoriesLike(scope, names))];
}

async function compile(scope: Scope, terms: readonly SearchTerm[]): Promise<Wanted> {
  if (terms.length === 0) return { query: null, needles: [] };
  const words = terms.flatMap((term) => {
    const each = wordsOf(term.text);
    return each.map((word, place) => ({ word, prefix: term.prefix && place === each.length - 1 }));
  });
  const { query, stems } = await compileQuery(
    scope,
    terms,
    words.map((one) => one.word),
  );
  return {
    query,
    needles: words.map((one, place) => ({ ...one, stem: stems[place] ?? one.word })),
  };
}

/** The typed words with each that nothing is found for replaced by the nearest known one. */
async function correct(scope: Scope, asked: SearchQuery): Promise<string | null> {
  const words = wordsOf(asked.text).filter((word) => word.length >= 4 && !/\d/.test(word));
  if (words.length === 0 || words.length > 4) return null;
  let text = wordsOf(asked.text).join(' ');
  const before = text;
  for (const word of words) {
    const { query } = await compile(scope, [{ text: word, prefix: true }]);
    const known = query !== null && (await listNewest(scope, query, 1)).length > 0;
    const nearest = known ? null : nearestWord(word, await listSimilar(scope, word));
    if (nearest !== null) text = text.replace(word, nearest);
  }
  return text === before ? null : text;
}

interface Found {
  readonly ids: readonly string[];
  readonly customers: Awaited<ReturnType<typeof listCustomers>>;
  readonly wanted: Wanted;
  readonly asked: SearchQuery;
  readonly page: SearchPage;
  readonly corrected: string | null;
}

async function present(scope: Scope, found: Found): Promise<SearchResults> {
  const { needles } = found.wanted;
  const ids = found.ids.slice(0, found.page.limit);
  const rows = await listSummariesOf(scope, ids);
  const said = needles.length === 0 ? [] : await listSaid(scope, ids);
  const tickets = ids.flatMap((id): TicketHit[] => {
    const row = rows.find((one) => one.id === id);
    if (!row) return [];
    const ticket = summaryOf(row);
    return [
      {
        ticket,
        subject: highlight(ticket.subject, needles),
        customer: highlight(ticket.customer.name ?? ticket.customer.email ?? '', needles),
        also: alsoOf(ticket, needles),
        excerpt: excerptOf(
          said.filter((message) => message.ticket_id === id),
          needles,
        ),
      },
    ];
  });
  return {
    tickets,
    more: found.ids.length > found.page.limit,
    customers: found.customers.map((one): CustomerHit => ({
      ...one,
      shownName: highlight(one.name ?? '', needles),
      shownEmail: highlight(one.email ?? '', needles),
    })),
    corrected: found.corrected,
    hints: [...found.asked.hints],
  };
}

function alsoOf(ticket: TicketSummary, needles: readonly Needle[]): TicketHit['also'] {
  const { customer, category, tags } = ticket;
  const address = customer.name === null ? null : customer.email;
  return [category, ...tags, address].flatMap((text) =>
    text !== null && countHits(text, needles) > 0 ? [highlight(text, needles)] : [],
  );
}

/** The message with the most of the words, the newest of those. */
function excerptOf(said: readonly SaidRow[], needles: readonly Needle[]): TicketHit['excerpt'] {
  let best: { row: SaidRow; hits: number } | null = null;
  for (const row of said) {
    const hits = countHits(row.body, needles);
    if (hits > (best?.hits ?? 0)) best = { row, hits };
  }
  return (
    best && { author: authorOf(best.row), text: excerpt(best.row.body, needles, excerptLength) }
  );
}

function authorOf(row: SaidRow): NonNullable<TicketHit['excerpt']>['author'] {
  if (row.channel === 'note') return 'note';
  const kind = row.author_kind;
  return kind === 'customer' || kind === 'agent' || kind === 'assistant' ? kind : 'other';
}
