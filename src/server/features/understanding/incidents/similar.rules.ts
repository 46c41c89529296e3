import { isFunctionWord } from '../language/function-words.rules.ts';
import { hash, wordsOf } from '../categories/tokens.rules.ts';

/** A ticket as far as likeness goes; `at` in milliseconds since 1970. */
export type OpenTicket = { id: string; text: string; at: number };

/** An open ticket that is about the same thing, 0 to 1. */
export type Likeness = { id: string; similarity: number };

/** Tickets about one thing that came within a short time, oldest first. */
export type IncidentCluster = {
  tickets: string[];
  /** Words that most of them share, most telling first. */
  words: string[];
  since: number;
  /** How many of them came within the window: "12 like this in the last hour". */
  recent: number;
};

/** From this likeness on two tickets are about the same thing. */
export const ALIKE = 0.4;

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
const MOST_WORDS = 60;
const MOST_TICKETS = 5_000;

/** Open tickets most like a given one, likest first: cosine over telling words, rare ones counting most. */
export function similarOpen(
  tickets: readonly OpenTicket[],
  ticket: { id?: string; text: string },
  options: { least?: number; most?: number } = {},
): Likeness[] {
  const others = tickets.filter(({ id }) => id !== ticket.id).slice(-MOST_TICKETS);
  const signatures = others.map(({ text }) => contentWords(text));
  const own = contentWords(ticket.text);
  const worth = worthOf([...signatures, own]);
  const mine = weigh(own, worth);
  return others
    .map(({ id }, index) => ({
      id,
      similarity: cosine(mine, weigh(signatures[index] ?? [], worth)),
    }))
    .filter(({ similarity }) => similarity >= (options.least ?? ALIKE))
    .toSorted((one, other) => other.similarity - one.similarity)
    .slice(0, options.most ?? 20);
}

/**
 * Groups of open tickets about one thing of which at least `least` came within the window: each ticket of
 * the last day joins the group whose middle it is likest to, or begins one. Largest in the window first.
 */
export function incidentClusters(
  tickets: readonly OpenTicket[],
  now: number,
  options: { windowMs?: number; least?: number } = {},
): IncidentCluster[] {
  const { windowMs = HOUR_MS, least = 3 } = options;
  const fresh = tickets
    .filter(({ at }) => at <= now && at > now - Math.max(DAY_MS, windowMs))
    .toSorted((one, other) => one.at - other.at)
    .slice(-MOST_TICKETS);
  const groups = groupAlike(fresh);
  return groups
    .map((group) => describeGroup(group, now - windowMs))
    .filter(({ recent }) => recent >= least)
    .toSorted((one, other) => other.recent - one.recent);
}

type Weights = Map<number, number>;
type Word = { key: number; word: string };
type Group = { middle: Weights; members: { ticket: OpenTicket; words: readonly Word[] }[] };

function groupAlike(tickets: readonly OpenTicket[]): Group[] {
  const signatures = tickets.map(({ text }) => contentWords(text));
  const worth = worthOf(signatures);
  const groups: Group[] = [];
  const byWord = new Map<number, Set<Group>>();
  tickets.forEach((ticket, index) => {
    const words = signatures[index] ?? [];
    const weights = weigh(words, worth);
    const near = new Set(words.flatMap(({ key }) => [...(byWord.get(key) ?? [])]));
    let best: { group: Group; similarity: number } | undefined;
    for (const group of near) {
      const similarity = cosine(weights, group.middle);
      if (similarity >= ALIKE && similarity > (best?.similarity ?? 0)) best = { group, similarity };
    }
    const group: Group = best?.group ?? { middle: new Map(), members: [] };
    if (best === undefined) groups.push(group);
    group.members.push({ ticket, words });
    for (const [key, weight] of weights)
      group.middle.set(key, (group.middle.get(key) ?? 0) + weight);
    for (const { key } of words) byWord.set(key, (byWord.get(key) ?? new Set()).add(group));
  });
  return groups;
}

function describeGroup({ members, middle }: Group, since: number): IncidentCluster {
  const counts = new Map<number, { word: string; count: number }>();
  for (const { words } of members)
    for (const { key, word } of words)
      counts.set(key, { word, count: (counts.get(key)?.count ?? 0) + 1 });
  const shared = [...counts].filter(([, { count }]) => count > members.length / 2);
  const byWeight = shared.toSorted(
    (one, other) => (middle.get(other[0]) ?? 0) - (middle.get(one[0]) ?? 0),
  );
  return {
    tickets: members.map(({ ticket }) => ticket.id),
    words: byWeight.slice(0, 5).map(([, { word }]) => word),
    since: members[0]?.ticket.at ?? 0,
    recent: members.filter(({ ticket }) => ticket.at > since).length,
  };
}

// Words without their endings, near enough for likeness: the first six letters.
function contentWords(text: string): Word[] {
  const found = new Map<number, string>();
  for (const word of wordsOf(text)) {
    if (word.length < 3 || isFunctionWord(word) || GREETINGS.has(word)) continue;
    const key = hash(word.slice(0, 6), 21);
    if (!found.has(key)) found.set(key, word);
    if (found.size >= MOST_WORDS) break;
  }
  return [...found].map(([key, word]) => ({ key, word }));
}

const GREETINGS = new Set(
  'hello hey dear team support regards thanks thank best kind help need want hallo guten tag danke hilfe liebe grusse freundlichen bonjour cordialement aide hola buenos dias saludos ayuda ciao salve aiuto saluti beste groeten ola bom dia ajuda today heute seit since'.split(
    ' ',
  ),
);

function worthOf(signatures: readonly (readonly Word[])[]): Weights {
  const counts: Weights = new Map();
  for (const words of signatures)
    for (const { key } of words) counts.set(key, (counts.get(key) ?? 0) + 1);
  // Softened, since in an incident the telling words are common ones.
  for (const [key, count] of counts)
    counts.set(key, 1 + 0.5 * Math.log((signatures.length + 1) / count));
  return counts;
}

function weigh(words: readonly Word[], worth: Weights): Weights {
  return new Map(words.map(({ key }) => [key, worth.get(key) ?? 1]));
}

function cosine(one: Weights, other: Weights): number {
  let product = 0;
  for (const [key, weight] of one) product += weight * (other.get(key) ?? 0);
  return product === 0 ? 0 : product / (lengthOf(one) * lengthOf(other));
}

function lengthOf(weights: Weights): number {
  let square = 0;
  for (const weight of weights.values()) square += weight * weight;
  return Math.sqrt(square);
}
