/** What a reply to our open questions says to each of them. */
import { choiceByPlace, readChoice } from './choice.rules.ts';

interface Open {
  readonly options: readonly string[];
}

/** Answers by question, null where none can be told apart; or nobody can tell what is meant. */
export type RepliesRead =
  | { readonly kind: 'read'; readonly answers: readonly (string | null)[] }
  | { readonly kind: 'unclear' };

/** "1. b", "2) yes", "3: TW123", "1b": the number of a question with what is said to it. */
const numbered = /(^|[\s,;(])([1-6])(?:\s?[.):=-]\s*(?=\S)|(?=[a-h](?![\p{L}\p{N}])))/gmu;

/**
 * Reads a reply to open questions: the option it chooses where one was asked, and what stands behind the number
 * of each where several were. A bare "2" to several questions may mean any of them, and is unclear.
 */
export function readReplies(reply: string, asked: readonly Open[]): RepliesRead {
  const [only] = asked;
  if (only === undefined) return { kind: 'read', answers: [] };
  if (asked.length === 1) {
    const choice = readChoice(reply, only.options);
    if (choice.kind === 'unclear') return choice;
    return { kind: 'read', answers: [choice.kind === 'chosen' ? choice.option : null] };
  }
  const said = partsOf(reply, asked.length);
  if (said.size === 0 && asked.some(({ options }) => choiceByPlace(reply, options).kind !== 'none'))
    return { kind: 'unclear' };
  const answers = asked.map(({ options }, at) => answerOf(said.get(at + 1), options));
  return { kind: 'read', answers };
}

function answerOf(said: string | undefined, options: readonly string[]): string | null {
  if (said === undefined) return null;
  const choice = readChoice(said, options);
  return choice.kind === 'chosen' ? choice.option : said;
}

/** What stands behind each number; nothing unless the first one begins a line. */
function partsOf(reply: string, most: number): Map<number, string> {
  const found = [...reply.matchAll(numbered)].filter(([, , number]) => Number(number) <= most);
  const parts = new Map<number, string>();
  if (!['', '\n'].includes(found[0]?.[1] ?? ' ')) return parts;
  found.forEach((match, index) => {
    const end = found[index + 1]?.index ?? reply.length;
    const said = reply
      .slice(match.index + match[0].length, end)
      .trim()
      .replace(/[,;.]$/, '');
    if (said !== '') parts.set(Number(match[2]), said);
  });
  return parts;
}
