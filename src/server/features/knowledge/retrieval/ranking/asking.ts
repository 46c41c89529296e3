import { sentencesOf } from '../text/sentences.ts';

/** What a message wants, as far as its form tells: 1 for each that it does. English only. */
export interface Asking {
  /** Something to be done or looked up for this one customer. */
  wants_act: number;
  /** Something to be found or chosen, not explained. */
  wants_thing: number;
  takes_leave: number;
  /** No question mark, no sentence that begins like a question, no wish to do something, no trouble told. */
  asks_nothing: number;
}

const ACT = anyOf(
  String.raw`(?:please|(?:can|could|would|will) you|let's|and|(?:want|like|need) to|have you|need you to)(?: please| also| just| go ahead and)* (?:book|reserve|order|arrange|reschedule|make (?:a|the|me|that|another))`,
  '(?:book|reserve) (?:me|it|that|them|one|a|the|for|us)',
  '(?:make|need|have) (?:me )?(?:a |the |my )?(?:booking|reservation|appointment)',
  '(?:find|get|give|send|bring|tell) me (?:a|an|one|some|the|their|its|your|my)(?! (?:difference|steps|way))',
  '(?:can|could|may|might|would|will) you (?:please |also |just |maybe )*(?:get|give|find|provide|send|recommend|suggest|try|check|look|confirm)',
  `what(?:'s| is| are) (?:the|their|its) ${detail(30)}`,
  `(?:have|get|give|send|provide|confirm|like|tell me|need(?! to)) (?:the|their|its|that|a|an) ${detail(40)}`,
);
const WISH = anyOf(
  'looking for (?:a|an|some|the|one|something|places?)',
  'how about',
  'what about (?:a|an|one)',
  "i(?:'d| would) (?:like|prefer|love) (?:a|an|one|it|the|some|something)",
  'i want (?:a|an|it|one|the|something)',
  'any (?:one|place|type|kind) (?:is|will|would) (?:fine|ok|okay|do)',
  "(?:does not|doesn't|don't|do not) (?:really )?(?:matter|care|mind)",
);
const FAREWELL = anyOf(
  "that(?:'s| is| will be|'ll be) (?:all|it|everything)",
  '(?:thank you|thanks)(?: so much| very much)? for',
  '(?:good ?)?bye',
  'have a (?:nice|good|great|lovely) (?:day|evening|night|one|time|trip|weekend|stay)',
  'no,? (?:thanks|thank you)',
);
const ASKING =
  /\?|^(?:how|what|when|where|which|who|why|is|are|am|was|were|do|does|did|can|could|should|will|would|has|have|may)\b/i;
const TROUBLE = anyOf(
  "(?:i|we)(?:'d| would)? (?:want|need|like|wish|have|try|am trying|'m trying|tried) to",
  "help|trouble|problem|issue|error|unable|cannot|can'?t|fails?|not working|doesn't|does not|wondering|question",
);
/** Without any of these a text is no English sentence, and its form tells nothing. */
const ENGLISH = anyOf('the|of|to|it|my|for|and|that|this|with|you|an');

/** A ticket says what it wants at its end. */
const LAST = 600;

/** Reads the form of a message: does it ask for knowledge at all? */
export function askingOf(text: string): Asking {
  const end = text.slice(-LAST);
  const sentences = sentencesOf(end, { start: 0, end: end.length }).map((range) =>
    end.slice(range.start, range.end).trim(),
  );
  const some = (...patterns: RegExp[]): number =>
    sentences.some((one) => patterns.some((pattern) => pattern.test(one))) ? 1 : 0;
  return {
    wants_act: some(ACT),
    wants_thing: some(WISH),
    takes_leave: some(FAREWELL),
    asks_nothing: some(ENGLISH) === 1 && some(ASKING, TROUBLE) === 0 ? 1 : 0,
  };
}

function anyOf(...patterns: string[]): RegExp {
  return new RegExp(String.raw`\b(?:${patterns.join('|')})\b`, 'i');
}

/** What a record holds of a place or a person, within so many letters. */
function detail(within: number): string {
  return String.raw`[\w ,']{0,${within}}\b(?:address|phone|telephone|post ?code|zip code|contact (?:info|details|number)|reference number)`;
}
