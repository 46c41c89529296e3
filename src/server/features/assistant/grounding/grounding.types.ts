/** An article as a draft may rest on it: one version, word by word. */
export interface Source {
  readonly articleId: string;
  readonly version: number;
  readonly title: string;
  /** Where a customer reads it; null where they cannot. */
  readonly url: string | null;
  readonly visibility: 'public' | 'internal';
  readonly language: string;
  /** Markdown; ranges count its characters (UTF-16 units). */
  readonly text: string;
  /** True for words that a colleague wrote for this purpose: the https links in them may stay. */
  readonly linksAreOurs?: boolean;
}

/** A stretch of an article, end not included. */
export interface Support {
  readonly articleId: string;
  readonly version: number;
  readonly start: number;
  readonly end: number;
}

/** What a draft is made of, in order; each part shows where its words come from. */
export type DraftPart =
  /** One or more of our own sentences. */
  | { readonly kind: 'frame'; readonly text: string }
  /** An article's own words: `text` is its Markdown at these characters. */
  | (Support & { readonly kind: 'quote'; readonly text: string })
  /** Words of a language model, each sentence of them resting on articles. */
  | { readonly kind: 'written'; readonly text: string; readonly supports: readonly Support[] }
  | {
      readonly kind: 'link';
      readonly articleId: string;
      readonly title: string;
      readonly url: string;
    }
  | {
      readonly kind: 'question';
      readonly id: string;
      readonly text: string;
      readonly options: readonly string[];
    }
  /** A link of ours that does something: "This did not help, ask a person". */
  | { readonly kind: 'act_link'; readonly url: string; readonly text: string };

/** Something that a text may only say once it was done. */
export type DraftAct =
  | 'hand_over'
  | 'solve'
  | 'notify'
  | 'refund'
  | 'cancel'
  | 'change'
  | 'send'
  | 'call'
  | 'check';

/** Who speaks to whom, and in which language. */
export interface Voice {
  /** Two letters; English where we have no words of our own in it. */
  readonly language: string;
  /** As it was given; left out of the text where it is not plainly a name. */
  readonly customerName: string | null;
  readonly assistantName: string;
  readonly workspaceName: string;
  /** When a person is there again; null while somebody is there, or where nobody knows. */
  readonly backAt?: { readonly at: Date; readonly zone: string } | null;
}

/** What a draft is checked against. */
export interface CheckContext {
  readonly voice: Voice;
  readonly sources: readonly Source[];
  /** Links of ours that may stand in the text: exactly these, and pages of the same sites in quotes. */
  readonly ownUrls: readonly string[];
  /** What was really done. */
  readonly acts: readonly DraftAct[];
  /** Labels and options of the workspace's own fields, which questions may be made of. */
  readonly fieldWords?: readonly string[];
}

export type ViolationCode =
  | 'frame_unknown'
  | 'source_unknown'
  | 'source_internal'
  | 'quote_changed'
  | 'unsupported'
  | 'promise'
  | 'instruction'
  | 'contact_unknown'
  | 'link_foreign'
  | 'markup'
  | 'question_unfounded'
  | 'empty';

/** Why a draft must not go out. */
export interface Violation {
  readonly code: ViolationCode;
  readonly text: string;
  readonly why: string;
}

/** One sentence of a draft and what it rests on. */
export interface CheckedSentence {
  readonly text: string;
  readonly verdict: 'frame' | 'quoted' | 'supported' | 'unsupported';
  readonly supports: readonly Support[];
  readonly why: string;
}

/** The outcome of the check; only an `ok` draft may be sent. */
export interface DraftCheck {
  readonly ok: boolean;
  readonly sentences: readonly CheckedSentence[];
  readonly violations: readonly Violation[];
}
