import type { QuestionType } from '../ranking/question-type.ts';
import type { Unit } from './units.ts';

/** What kind of thing a question wants quoted: steps, something out of a table, or whatever says it. */
export type Wanted = 'steps' | 'choice' | 'any';

// "How" in the languages of the assistant's mails, unless an amount, a time or a state is asked for.
const STEPS =
  /\b(?:steps?|instructions?|guide|walk me through|anleitung|schritte?|pasos|étapes|istruzioni|stappen|passos)\b|^(?:wie|comment|cómo|como|come|hoe)\s+(?!lange?\b|viele?\b|oft\b|hoch\b|teuer\b|veel\b|lang\b|vaak\b)/iu;
const CHOICE =
  /\b(?:which|what (?:size|setting|step|grind|price|plan|time)|how (?:much|many|long)|welche[rsn]?|wie (?:viele?|lange)|quel(?:le)?s?|combien|cuál(?:es)?|cuánt[oa]s?|quale|quali|quant[oaie]|welke?|hoeveel|qual|quais)\b/iu;

/** What a question wants, by its words and its kind. */
export function wantedOf(text: string, type: QuestionType): Wanted {
  if (type === 'how' || STEPS.test(text.trim())) return 'steps';
  return CHOICE.test(text) ? 'choice' : 'any';
}

/** Whether a question only names what it is about: it wants all of it, not the sentence with most of its words. */
export function wantsAll(type: QuestionType): boolean {
  return !['number', 'when', 'who', 'where'].includes(type);
}

/** Whether a unit is of the kind that is wanted. */
export function isWanted(unit: Unit, wanted: Wanted): boolean {
  if (wanted === 'steps') return unit.kind === 'list' || unit.kind === 'code' || unit.isStep;
  return wanted === 'choice' && (unit.kind === 'table' || unit.kind === 'list');
}
