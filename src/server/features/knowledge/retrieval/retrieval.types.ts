/** An article as the caller feeds it: no versions, no rights, only what can be found. */
export interface KnowledgeArticle {
  id: string;
  title: string;
  /** Plain text or Markdown; every character range of an answer counts in it. */
  text: string;
  /** ISO 639-1, such as `en`; English where it is left out. */
  language?: string;
  /** Words that people use for it and the text does not hold. */
  keywords?: string;
  /** What its passages mean, where somebody knows: vectors of length one. */
  vectors?: readonly Float32Array[];
}

/** A part of an article that is found and cited as one. */
export interface Passage {
  /** The same for the same text under the same headings of any version of the article. */
  id: string;
  /** The headings above it, outermost first, without the article's title. */
  headings: string[];
  /** The range in the article's text, end not included. */
  start: number;
  end: number;
}

/** What somebody asks. */
export interface Question {
  /** The words of the customer that want an answer. */
  text: string;
  /** The subject of a mail, or a short form of the question. */
  subject?: string;
  /** What was said or is known besides, oldest first: earlier turns, the case, product and version. */
  context?: string[];
  /** Clarifying questions already answered. */
  clarified?: { asked: string; answered: string }[];
  /** What it means, by whoever made the vectors of the articles. */
  vector?: Float32Array;
  language?: string;
}

/** An article that may answer, best first in a list of them. */
export interface RankedArticle {
  articleId: string;
  /** Between 0 and 1; the scores of one question add up to at most 1. */
  score: number;
  /** The passage that fits best. */
  passageId: string;
}

/** Text taken over from an article, character by character. */
export interface Citation {
  articleId: string;
  passageId: string;
  start: number;
  end: number;
  quote: string;
}

/** What the retrieval found and how sure it is. */
export interface RetrievalResult {
  ranked: RankedArticle[];
  /** The calibrated probability that the best article answers the question. */
  confidence: number;
  /** What the confidence was computed from, by name, to be stored with a decision. */
  signals: Record<string, number>;
  /** The probability that a clarifying question is the right reply, given that the article is right. */
  clarify: number;
  decision: 'answer' | 'ask' | 'hand_over';
  answer: string;
  citations: Citation[];
}

/** Groups of words or phrases that mean the same, as an admin lists them. */
export type Synonyms = readonly (readonly string[])[];
