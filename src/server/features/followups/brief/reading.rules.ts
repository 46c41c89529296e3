import { cuesByLanguage } from './cues/all.rules.ts';
import type { CueName, Cues } from './cues/cue.rules.ts';
import { profileLanguages } from './languages.rules.ts';
import { isAttachment, splitSentences } from './sentences.rules.ts';
import { allStems, contentStems } from './stems.rules.ts';
import { fold, wordsOf } from './text.rules.ts';
import { readableMessages, type Author, type Transcript } from './transcript.rules.ts';

/** Customer, the people and the assistant who serve them, or the desk itself. */
export type Side = 'customer' | 'staff' | 'system';

/** One sentence of a transcript with everything the rules ask of it. */
export type Sentence = {
  index: number;
  messageId: string;
  messageIndex: number;
  /** Counts up whenever the other side takes over. */
  turn: number;
  author: Author;
  side: Side;
  text: string;
  folded: string;
  words: number;
  stems: ReadonlySet<string>;
  /** Stems of all words, space-separated with a space at both ends, to look phrases up in. */
  phrase: string;
  isAttachment: boolean;
  hears: (cue: CueName) => boolean;
  /** Where the cue begins in `folded`, or -1. */
  locate: (cue: CueName) => number;
  /** Length of the cue where it opens the rest of the sentence from `start`, or 0. */
  opens: (cue: CueName, start: number) => number;
};

/** A transcript read once: its sentences in order and the languages spoken in it. */
export type Reading = {
  sentences: readonly Sentence[];
  languages: readonly string[];
  endedBy: Transcript['endedBy'];
};

/** Splits a transcript into sentences and prepares the cues of the languages that occur in it. */
export function readTranscript(transcript: Transcript): Reading {
  const messages = readableMessages(transcript.messages);
  const spoken = messages.filter((message) => message.author !== 'system');
  const languages = languagesIn(spoken.map((message) => message.text.slice(0, 2_000)));
  const cues = languages.flatMap((language) => cuesByLanguage[language] ?? []);
  const sentences: Sentence[] = [];
  let turn = 0;
  let last: Side = 'system';
  for (const [messageIndex, { id, author, text }] of messages.entries()) {
    const side = sideOf(author);
    if (side !== 'system' && side !== last) {
      turn += 1;
      last = side;
    }
    for (const sentence of splitSentences(text)) {
      const place = { index: sentences.length, messageId: id, messageIndex, turn, author, side };
      sentences.push({ ...place, ...measure(sentence, cues) });
    }
  }
  return { sentences, languages, endedBy: transcript.endedBy };
}

// Cues of every language would find German articles in English verbs; those with a real share
// of the talk do not. English stays in: half of all support chats mix it in.
function languagesIn(texts: readonly string[]): string[] {
  const known = profileLanguages(texts).filter(
    (entry) => entry.share >= 0.14 && entry.language in cuesByLanguage,
  );
  return [...new Set([...known.map((entry) => entry.language), 'en'])];
}

function measure(text: string, cues: readonly Cues[]) {
  const folded = fold(text);
  const memory = new Map<CueName, number>();
  const locate = (cue: CueName): number => {
    const known = memory.get(cue);
    if (known !== undefined) return known;
    const found = cues
      .map((patterns) => folded.search(patterns[cue]))
      .filter((index) => index >= 0);
    const index = found.length === 0 ? -1 : Math.min(...found);
    memory.set(cue, index);
    return index;
  };
  return {
    text,
    folded,
    words: wordsOf(folded).length,
    stems: new Set(contentStems(folded)),
    phrase: ` ${allStems(folded).join(' ')} `,
    isAttachment: isAttachment(text),
    locate,
    hears: (cue: CueName) => locate(cue) >= 0,
    opens: (cue: CueName, start: number) =>
      Math.max(0, ...cues.map((patterns) => matchLength(patterns[cue], folded.slice(start)))),
  };
}

function matchLength(pattern: RegExp, text: string): number {
  const match = pattern.exec(text);
  return match !== null && match.index === 0 ? match[0].length : 0;
}

function sideOf(author: Author): Side {
  if (author === 'customer' || author === 'system') return author;
  return 'staff';
}
