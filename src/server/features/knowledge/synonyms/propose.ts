import { stemOf } from '../retrieval/text/stems.ts';
import { guessLanguage, stopWordsOf } from '../retrieval/text/stop-words.ts';
import { tokensOf } from '../retrieval/text/tokens.ts';

/** A ticket as far as its words go: what the customer asked, and what an agent answered. */
export interface AnsweredQuestion {
  readonly id: string;
  readonly question: string;
  readonly answer: string;
}

/** A word of customers, the word agents use for it, and the tickets in which it was so. */
export interface SynonymIdea {
  readonly said: string;
  readonly meant: string;
  readonly ticketIds: string[];
}

/** In fewer tickets it is chance. */
const leastTickets = 3;
/** Of the tickets in which the one is said, the part whose answer uses the other. */
const leastShare = 0.6;
/** How much more often than in any answer. */
const leastLift = 3;
const mostIdeas = 30;
const shortest = 4;

/**
 * Words of customers that no article knows, each with the word of the articles that agents answer it with
 * far more often than they use it elsewhere; of several the one that fewest articles have. `known` says in how
 * many articles a stem is.
 */
export function proposeSynonyms(
  tickets: readonly AnsweredQuestion[],
  known: ReadonlyMap<string, number>,
): SynonymIdea[] {
  const read = tickets.map(({ id, question, answer }) => ({
    id,
    said: wordsIn(question),
    meant: wordsIn(answer),
  }));
  const answeredWith = new Map<string, number>();
  for (const { meant } of read)
    for (const stem of meant.keys()) answeredWith.set(stem, (answeredWith.get(stem) ?? 0) + 1);
  return [...ticketsBySaid(read, known)]
    .filter(([, those]) => those.length >= leastTickets)
    .flatMap(([stem, those]) => ideaOf(stem, those, { known, answeredWith, of: read.length }))
    .toSorted((one, other) => other.ticketIds.length - one.ticketIds.length)
    .slice(0, mostIdeas);
}

interface ReadTicket {
  readonly id: string;
  readonly said: ReadonlyMap<string, string>;
  readonly meant: ReadonlyMap<string, string>;
}

function ticketsBySaid(
  read: readonly ReadTicket[],
  known: ReadonlyMap<string, number>,
): Map<string, ReadTicket[]> {
  const bySaid = new Map<string, ReadTicket[]>();
  for (const ticket of read)
    for (const stem of ticket.said.keys())
      if (!known.has(stem)) bySaid.set(stem, [...(bySaid.get(stem) ?? []), ticket]);
  return bySaid;
}

function ideaOf(
  stem: string,
  those: readonly ReadTicket[],
  all: {
    known: ReadonlyMap<string, number>;
    answeredWith: ReadonlyMap<string, number>;
    of: number;
  },
): SynonymIdea[] {
  let best: { meant: string; worth: number; tickets: ReadTicket[] } | null = null;
  for (const meant of new Set(those.flatMap((ticket) => [...ticket.meant.keys()]))) {
    // What the customer says as well needs no other word.
    const tickets = those.filter((one) => one.meant.has(meant) && !one.said.has(meant));
    const share = tickets.length / those.length;
    const lift = (share * all.of) / (all.answeredWith.get(meant) ?? 1);
    const fits =
      all.known.has(meant) &&
      tickets.length >= leastTickets &&
      share >= leastShare &&
      lift >= leastLift;
    const worth = lift / Math.log(2 + (all.known.get(meant) ?? 0));
    if (fits && worth > (best?.worth ?? 0)) best = { meant, worth, tickets };
  }
  if (best === null) return [];
  const { meant, tickets } = best;
  return [
    {
      said: commonest(those.map((one) => one.said.get(stem))),
      meant: commonest(tickets.map((one) => one.meant.get(meant))),
      ticketIds: tickets.map(({ id }) => id),
    },
  ];
}

/** The words of a text that carry meaning, by their stems. */
export function wordsIn(text: string): Map<string, string> {
  const language = guessLanguage(text);
  const small = stopWordsOf(language);
  const words = new Map<string, string>();
  for (const { word } of tokensOf(text)) {
    if (word.length < shortest || small.has(word) || /\p{N}/u.test(word)) continue;
    const stem = stemOf(word, language);
    if (!words.has(stem)) words.set(stem, word);
  }
  return words;
}

function commonest(words: readonly (string | undefined)[]): string {
  const counts = new Map<string, number>();
  for (const word of words) if (word) counts.set(word, (counts.get(word) ?? 0) + 1);
  return [...counts].toSorted((one, other) => other[1] - one[1])[0]?.[0] ?? '';
}
