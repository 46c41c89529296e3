import type { EvaluationKind } from '../../../contracts/evaluations.ts';
import type { Scope } from '../../platform/db/database.ts';
import { AppError } from '../../platform/errors.ts';
import { parseQuestions, questionOfTicket } from '../knowledge/index.ts';
import { parseIntents } from '../understanding/index.ts';
import { listArticleNames, listFiledCases, listSolved, type SolvedTicket } from './cases.store.ts';
import type { CaseGold, NewCase } from './evaluation.types.ts';

const uuid = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g;

/** The workspace's own past tickets as cases: what people did is what is right. */
export async function gatherTickets(
  scope: Scope,
  kind: EvaluationKind,
  most: number,
): Promise<NewCase[]> {
  if (kind === 'categories') {
    return (await listFiledCases(scope, most)).map(({ id, text, category }) => ({
      key: id,
      ticketId: id,
      given: { text },
      gold: { label: category },
    }));
  }
  const tickets = await listSolved(scope, most);
  const named = [...new Set(tickets.flatMap(idsIn))];
  const articles = await listArticleNames(scope, named);
  return tickets.map((ticket) => ({
    key: ticket.id,
    ticketId: ticket.id,
    given: questionOfTicket(ticket),
    gold: {
      // An article that an agent linked is one that answers.
      articles: idsIn(ticket).filter((id) => articles.has(id)),
      answer: ticket.answered[0] ?? '',
    },
  }));
}

function idsIn({ answered }: SolvedTicket): string[] {
  return [...new Set(answered.flatMap((text) => text.toLowerCase().match(uuid) ?? []))];
}

/** The lines of a file as cases, in the formats of `segue eval`. Throws `request_invalid` with the line. */
export async function gatherFile(
  scope: Scope,
  kind: EvaluationKind,
  file: { name: string; bytes: Buffer },
): Promise<NewCase[]> {
  const cases = parseFile(kind, file);
  const names = [...new Set(cases.flatMap(({ gold }) => gold?.articles ?? []))];
  const articles = await listArticleNames(scope, names);
  // What the workspace has not is never found: it counts as it is named.
  return cases.map((one) => ({
    ...one,
    gold: one.gold?.articles
      ? { ...one.gold, articles: one.gold.articles.map((name) => articles.get(name)?.id ?? name) }
      : one.gold,
  }));
}

function parseFile(
  kind: EvaluationKind,
  { name, bytes }: { name: string; bytes: Buffer },
): NewCase[] {
  try {
    return kind === 'categories' ? intentsOf(bytes, name) : questionsOf(bytes, name);
  } catch (cause) {
    const message = cause instanceof Error ? cause.message : String(cause);
    throw new AppError('request_invalid', message, {
      fields: [{ path: 'file', message }],
      cause,
    });
  }
}

function questionsOf(bytes: Buffer, name: string): NewCase[] {
  return parseQuestions(bytes, name).map(({ given, gold }) => ({
    key: given.id,
    ticketId: null,
    given: given.question,
    gold: gold ? ({ ...gold, articles: [...gold.articles] } satisfies CaseGold) : null,
  }));
}

function intentsOf(bytes: Buffer, name: string): NewCase[] {
  return parseIntents(bytes, name).map(({ text, label }) => ({
    key: text.slice(0, 200),
    ticketId: null,
    given: { text },
    gold: label === undefined ? null : { label },
  }));
}
