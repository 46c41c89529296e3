import { passagesOf } from '../passages.ts';
import type { KnowledgeArticle, Passage } from '../retrieval.types.ts';
import { sentencesOf } from '../text/sentences.ts';
import { tokensOf } from '../text/tokens.ts';
import { termsOf, type Dictionary } from './dictionary.ts';
import { meaningOf, type Meaning } from './meaning.ts';

/** A passage with its words as numbers. */
export interface PassageRecord extends Passage {
  headingTerms: Uint32Array;
  /** The words of the text, stop words included, so that neighbours can be told. */
  terms: Uint32Array;
  /** Where each sentence ends among the terms. */
  sentenceEnds: Uint16Array;
  meaning: Meaning | null;
}

/** An article as the index keeps it. */
export interface ArticleRecord {
  article: KnowledgeArticle;
  language: string;
  titleTerms: Uint32Array;
  titleMeaning: Meaning | null;
  passages: PassageRecord[];
}

/** Cuts an article into passages and its words into stems. An article without text has one empty passage. */
export function recordOf(article: KnowledgeArticle, dictionary: Dictionary): ArticleRecord {
  const language = article.language ?? 'en';
  const found = passagesOf(article.text);
  const passages = found.length > 0 ? found : [{ id: 'empty', headings: [], start: 0, end: 0 }];
  const title = `${article.title.replaceAll('_', ' ')} ${article.keywords ?? ''}`;
  const titleTerms = termsOf(tokensOf(title), dictionary, language);
  return {
    article,
    language,
    titleTerms,
    titleMeaning: meaningOf(titleTerms, dictionary),
    passages: passages.map((passage) =>
      passageRecord(passage, article.text, { dictionary, language }),
    ),
  };
}

function passageRecord(
  passage: Passage,
  text: string,
  { dictionary, language }: { dictionary: Dictionary; language: string },
): PassageRecord {
  const sentences = sentencesOf(text, passage).map((range) =>
    termsOf(tokensOf(text.slice(range.start, range.end)), dictionary, language),
  );
  const ends: number[] = [];
  let length = 0;
  for (const sentence of sentences) ends.push(Math.min((length += sentence.length), 65_535));
  const terms = new Uint32Array(length);
  sentences.forEach((sentence, i) => terms.set(sentence, (ends[i] ?? 0) - sentence.length));
  const headingTerms = termsOf(tokensOf(passage.headings.join(' ')), dictionary, language);
  return {
    ...passage,
    headingTerms,
    terms,
    sentenceEnds: Uint16Array.from(ends),
    meaning: meaningOf([...headingTerms, ...terms], dictionary),
  };
}
