/**
 * What a language lets us recognise, one pattern each, tested on folded sentences
 * (lower case, no accents, straight apostrophes).
 */
export type CueName =
  | 'greeting' // opening words, at the start
  | 'filler' // words at the start that a quote can lose: ok, well, oh
  | 'acknowledgement' // a whole sentence that only says: heard you
  | 'thanks'
  | 'closing'
  | 'satisfied' // no further wishes
  | 'yesNo' // an answer that begins with yes or no
  | 'polarity' // says whether something is possible, without a yes or no
  | 'hold' // wait a moment, passing you on: fulfilled by the next message
  | 'defer' // somebody will answer later
  | 'ask' // wants something from the other side
  | 'instruction' // tells the other side what to do
  | 'questionStart' // a question even without its mark
  | 'idle' // a question that wants no answer: anything else, how are you
  | 'smallTalk'
  | 'attempt' // I tried, I have reset
  | 'did' // carried out what was asked
  | 'done' // a promise kept
  | 'fails'
  | 'works'
  | 'problem'
  | 'wish' // would like, want, need
  | 'also' // opens a further problem
  | 'commit' // I will, we are going to
  | 'commitOther' // a colleague will, you will receive
  | 'commitVerb' // verbs a customer's commitment must have
  | 'noCommit' // sounds like a commitment and is none
  | 'retract' // takes a promise or wish back
  | 'offerIf' // only under a condition
  | 'human' // wants a person
  | 'abandon' // gives up
  | 'urgent'
  | 'critical'
  | 'calm' // no hurry
  | 'repeat'; // not the first time

/** The patterns of one language. */
export type Cues = Readonly<Record<CueName, RegExp>>;
