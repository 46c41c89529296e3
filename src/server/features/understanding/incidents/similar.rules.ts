import { isFunctionWord } from '../language/function-words.rules.ts';
import { hash, wordsOf } from '../categories/tokens.rules.ts';

/** The telling words of a ticket: a number for each, and the word as it was written first. */
export interface Signature {
  readonly keys: readonly number[];
  readonly words: readonly string[];
}

/** A ticket of a group, as far as likeness goes. */
export interface Grouped {
  readonly groupId: string;
  readonly keys: readonly number[];
}

/** From this likeness on two tickets are about the same thing. */
const ALIKE = 0.4;
/** A group is as like a ticket as the likest half of it is on average: one stray does not pull others in. */
const MOST_ASKED = 5;
/** Fewer words say too little to be like anything. */
const LEAST_WORDS = 2;
const MOST_WORDS = 60;

/** What a text says, as far as likeness goes: its words without their endings, greetings and small words. */
export function signatureOf(text: string): Signature {
  const found = new Map<number, string>();
  for (const word of wordsOf(text)) {
    if (word.length < 3 || isFunctionWord(word) || GREETINGS.has(word)) continue;
    // Of 32 bits with a sign, as databases keep them.
    const key = hash(word.slice(0, 6), 21) | 0;
    if (!found.has(key)) found.set(key, word);
    if (found.size >= MOST_WORDS) break;
  }
  return { keys: [...found.keys()], words: [...found.values()] };
}

/**
 * The group of tickets that a new one is about the same thing as; null where there is none. Cosine over
 * telling words, rare ones among the given tickets counting most.
 */
export function groupOf(tickets: readonly Grouped[], keys: readonly number[]): string | null {
  if (keys.length < LEAST_WORDS) return null;
  const worth = worthOf([...tickets.map((ticket) => ticket.keys), keys]);
  const mine = new Set(keys);
  const own = lengthOf(keys, worth);
  const groups = new Map<string, number[]>();
  for (const { groupId, keys: theirs } of tickets) {
    const similarity = likeness(theirs, { mine, own, worth });
    const known = groups.get(groupId);
    if (known) known.push(similarity);
    else groups.set(groupId, [similarity]);
  }
  let best: { groupId: string; similarity: number } | null = null;
  for (const [groupId, similarities] of groups) {
    const similarity = meanOfMost(similarities);
    if (similarity >= ALIKE && similarity > (best?.similarity ?? 0)) best = { groupId, similarity };
  }
  return best?.groupId ?? null;
}

/** Words that more than half of some tickets share, the most common first. */
export function sharedWords(tickets: readonly (readonly string[])[]): string[] {
  const counts = new Map<string, number>();
  for (const words of tickets)
    for (const word of new Set(words)) counts.set(word, (counts.get(word) ?? 0) + 1);
  return [...counts]
    .filter(([, count]) => count > tickets.length / 2)
    .toSorted((one, other) => other[1] - one[1])
    .slice(0, 5)
    .map(([word]) => word);
}

const GREETINGS = new Set(
  'hello hey dear team support regards thanks thank best kind help need want hallo guten tag danke hilfe liebe grusse freundlichen bonjour cordialement aide hola buenos dias saludos ayuda ciao salve aiuto saluti beste groeten ola bom dia ajuda today heute seit since'.split(
    ' ',
  ),
);

type Weights = Map<number, number>;

function meanOfMost(similarities: readonly number[]): number {
  const asked = Math.min(MOST_ASKED, Math.ceil(similarities.length / 2));
  const most = similarities.toSorted((one, other) => other - one).slice(0, asked);
  return most.reduce((sum, one) => sum + one, 0) / most.length;
}

function worthOf(signatures: readonly (readonly number[])[]): Weights {
  const counts: Weights = new Map();
  for (const keys of signatures)
    for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1);
  // Softened, since in an incident the telling words are common ones.
  for (const [key, count] of counts)
    counts.set(key, 1 + 0.5 * Math.log((signatures.length + 1) / count));
  return counts;
}

/** Cosine of two sets of words; nothing is weighed where none is shared, as with nearly all tickets. */
function likeness(
  theirs: readonly number[],
  { mine, own, worth }: { mine: ReadonlySet<number>; own: number; worth: Weights },
): number {
  let product = 0;
  for (const key of theirs) if (mine.has(key)) product += (worth.get(key) ?? 1) ** 2;
  return product === 0 ? 0 : product / (own * lengthOf(theirs, worth));
}

function lengthOf(keys: readonly number[], worth: Weights): number {
  let square = 0;
  for (const key of keys) square += (worth.get(key) ?? 1) ** 2;
  return Math.sqrt(square);
}
