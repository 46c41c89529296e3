/** A brief from what a model drafted and what rules read, statement by statement. */
import type { Brief, BriefFieldName, BriefSpeaker } from '../../../../contracts/briefs.ts';
import type { BriefOrigin, Dropped } from '../../../../contracts/followups.ts';
import { fold, share } from '../brief/text.rules.ts';
import type { BriefVocabulary } from '../brief/transcript.rules.ts';
import { doubtOf, supportOf, type Support } from './claims.rules.ts';
import type { BriefDraft, DraftStatement, NamedMessages } from './draft.rules.ts';

/** What a model drafted, what rules wrote from the same chat, and what both may name. */
export interface Sources {
  readonly draft: BriefDraft;
  readonly rules: Brief;
  readonly named: NamedMessages;
  readonly vocabulary: Pick<BriefVocabulary, 'categories'>;
}

export interface Composed extends Pick<BriefOrigin, 'dropped' | 'rulesFields'> {
  readonly brief: Brief;
}

/** Nobody knows how often a model is right when it says that it is sure. */
const surest = 0.9;
/** Where only the model says so, a person may have to look. */
const surestAlone = 0.7;
/** Below this a field asks a person. */
const sure = 0.6;
/** From here on what rules found counts although the model did not mention it. */
const worthAdding = 0.6;

/**
 * Statements the messages do not bear out are dropped and named. A field the model has nothing tenable for is
 * the rules'. What rules read differently, or the model overlooked, is not lost: it lowers the confidence, or
 * is added. Language and skills are the rules'.
 */
export function composeBrief(sources: Sources): Composed {
  const { draft, rules, named } = sources;
  const dropped: Dropped[] = [];
  const rulesFields: BriefFieldName[] = [];

  function tenable<Item extends DraftStatement>(field: BriefFieldName, item: Item) {
    const support = supportOf(item.quotes, named);
    const why = item.value === '' ? null : doubtOf(item.value, support);
    if (why !== null) dropped.push({ field, text: item.value, why });
    return item.value === '' || why !== null ? null : { item, support };
  }
  function one(field: 'summary' | 'problem' | 'nextStep') {
    const kept = tenable(field, draft[field]);
    if (kept) return stated(kept.item, kept.support);
    rulesFields.push(field);
    return rules[field];
  }
  const many = <Item extends DraftStatement>(field: BriefFieldName, items: readonly Item[]) =>
    items.flatMap((item) => tenable(field, item) ?? []);
  const speakerOf = ({ ids }: Support): BriefSpeaker => {
    const author = [...named.values()].find(({ id }) => id === ids[0])?.author;
    return author === undefined || author === 'system' ? 'assistant' : author;
  };

  const summary = one('summary');
  const problem = one('problem');
  const nextStep = one('nextStep');
  const promised = many('promised', draft.promised).map(({ item, support }) => ({
    ...stated(item, support),
    by: speakerOf(support),
    due: dueSaid(item.due, support),
  }));
  const asked = many('openQuestions', draft.openQuestions).map(({ item, support }) => ({
    ...stated(item, support),
    askedBy: speakerOf(support),
  }));
  const brief: Brief = {
    summary,
    problem,
    nextStep,
    tried: many('tried', draft.tried).map(({ item, support }) => stated(item, support)),
    promised: [...promised, ...overlooked(rules.promised, promised)],
    openQuestions: [...asked, ...overlooked(rules.openQuestions, asked)],
    category: judged(rules.category, knownCategory(sources), named),
    urgency: judged(rules.urgency, draft.urgency, named),
    sentiment: judged(rules.sentiment, draft.sentiment, named),
    skills: rules.skills,
    language: rules.language,
  };
  return { brief, dropped, rulesFields };
}

function stated(item: DraftStatement, { ids }: Support) {
  return { value: item.value, confidence: share(Math.min(item.confidence, surest)), evidence: ids };
}

/** What rules are sure of and no statement of the model rests on the same messages. */
function overlooked<Item extends { confidence: number; evidence: string[] }>(
  found: readonly Item[],
  told: readonly { evidence: string[] }[],
): Item[] {
  const cited = new Set(told.flatMap(({ evidence }) => evidence));
  return found.filter(
    ({ confidence, evidence }) =>
      confidence >= worthAdding && !evidence.some((id) => cited.has(id)),
  );
}

function dueSaid(due: string | null, { texts }: Support): string | null {
  if (due === null) return null;
  return texts.some((text) => fold(text).includes(fold(due.trim()))) ? due.trim() : null;
}

function knownCategory({ draft, vocabulary }: Sources): BriefDraft['category'] | null {
  const wanted = draft.category.value;
  if (wanted === null) return draft.category;
  const known = vocabulary.categories.find(({ name }) => fold(name) === fold(wanted.trim()));
  return known === undefined ? null : { ...draft.category, value: known.name };
}

/** One judgement beside another: surer where they agree, for a person to decide where both are sure and differ. */
function judged<Value>(
  rules: { value: Value; confidence: number; evidence: string[] },
  model: { value: Value; confidence: number; quotes: DraftStatement['quotes'] } | null,
  named: NamedMessages,
) {
  if (model === null) return rules;
  const { ids } = supportOf(model.quotes, named);
  const trusted = Math.min(model.confidence, ids.length > 0 ? surest : 0.5);
  if (model.value === rules.value) {
    const confidence = share(1 - (1 - rules.confidence) * (1 - trusted / 2));
    return { ...rules, confidence, evidence: ids.length > 0 ? ids : rules.evidence };
  }
  if (rules.confidence >= sure) return { ...rules, confidence: share(rules.confidence * sure) };
  return { value: model.value, confidence: share(Math.min(trusted, surestAlone)), evidence: ids };
}
