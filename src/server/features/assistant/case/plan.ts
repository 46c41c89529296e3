import type { TurnPath, TurnReason } from '../../../../contracts/assistant-decisions.ts';
import type { Study } from '../../knowledge/index.ts';
import { detectLanguage } from '../../followups/index.ts';
import { checkDraft } from '../grounding/grounding.rules.ts';
import type { DraftAct, Voice } from '../grounding/grounding.types.ts';
import { percent } from '../policy/policy.rules.ts';
import { writtenForAgent } from '../writing/for-agent.rules.ts';
import {
  writeBackOff,
  writeClosing,
  writeHandOver,
  type Written,
} from '../writing/writing.rules.ts';
import type { AssistantDeps } from './case.deps.ts';
import { quoteText } from '../writing/render.rules.ts';
import type { CaseFile } from './case.types.ts';
import { createComposer, type Composed, type Finding } from './compose.ts';
import { hasSpoken } from './gates.rules.ts';
import type { Looked } from './look.ts';
import { createInquiry } from './inquiry.ts';
import { choiceOf } from './reading.ts';

/** What a turn is to be: decided, written and checked, not yet carried out. */
export interface TurnPlan extends Composed {
  readonly id: string;
  readonly path: TurnPath;
  readonly reason: TurnReason;
  readonly detail: string;
  readonly question: string;
  readonly study: Study | null;
  /** Milliseconds by step. */
  readonly latency: Record<string, number>;
}

/** Below this no article has to do with the question. */
const leastConfidence = 0.15;
/** From here on an article answers who asks how something of theirs stands; below, somebody looks it up. */
const newsFrom = 0.85;
const sureOfLanguage = 0.6;

/** Decides what a turn is to be. Reads nothing but articles and changes nothing. */
export function createPlanner(
  deps: Pick<AssistantDeps, 'ids' | 'ticks' | 'study' | 'links' | 'writeBy'>,
) {
  const { ids, ticks } = deps;
  const composer = createComposer(deps);
  const inquire = createInquiry(deps);

  return async (workspaceId: string, looked: Looked): Promise<TurnPlan> => {
    const voice = voiceOf(looked);
    const base = plain(ids.next(), looked.reading.text);
    const settled = settledBefore(looked, { base, voice });
    const isService = settled?.path === 'hand_over' && settled.reason === 'service_request';
    if (settled !== null && !(isService && lacksFacts(looked))) return settled;
    const place = { workspaceId, turnId: base.id, voice };
    if (looked.incident !== null) {
      const composed = composer.composeIncident(looked.incident, place);
      return grounded({ ...base, ...composed, path: 'answer', reason: 'incident' });
    }
    const began = ticks();
    const { question, study, unanswered } = await inquire(workspaceId, looked);
    const foundAt = ticks();
    const finding: Finding = { ...place, looked, question, study };
    const plan =
      settled === null
        ? await answerOrAsk(finding, { base, unanswered })
        : (askFacts(finding, base) ?? settled);
    const isDraft = looked.verdict.autonomy === 'draft';
    const written = isDraft && plan.written ? writtenForAgent(voice, plan.written) : plan.written;
    const latency = { find: foundAt - began, write: ticks() - foundAt };
    return { ...plan, written, question: question.text, study, latency };
  };

  async function answerOrAsk(
    finding: Finding,
    { base, unanswered }: { base: TurnPlan; unanswered: string | null },
  ): Promise<TurnPlan> {
    const { looked, study, voice } = finding;
    const { rule } = looked.verdict;
    const { confidence, citations } = study.answer;
    const sure = confidence >= rule.answerFrom && citations.length > 0;
    const mine = isInOwnLanguage(finding);
    const writes = whileTalking(looked);
    if (looked.asksForNews && !(mine && isSureOfNews(finding, unanswered)))
      return (
        (lacksFacts(looked) ? askFacts(finding, base) : null) ??
        handOver(base, voice, { reason: 'service_request', writes })
      );
    // Half an answer leaves the customer to ask the other half again.
    if (sure && unanswered !== null) {
      const detail = `nothing was found to “${unanswered.slice(0, 120)}”`;
      return handOver(base, voice, { reason: 'unsure', detail, writes });
    }
    if (mine && isChosen(finding)) return answer(finding, base, 'chosen');
    if (sure && mine && !study.shouldAsk) return answer(finding, base);
    const asking = mayAsk(finding) && mine ? composer.composeQuestions(finding) : null;
    if (asking !== null) return grounded({ ...base, ...asking, path: 'ask', reason: 'separates' });
    if (sure && mine) return answer(finding, base);
    if (sure) return handOver(base, voice, { reason: 'language', writes });
    const detail = `${percent(confidence)}, where ${percent(rule.answerFrom)} is needed`;
    return confidence < leastConfidence
      ? handOver(base, voice, { reason: 'nothing_found', writes })
      : handOver(base, voice, { reason: 'unsure', detail, writes });
  }

  /** Whoever does it needs to know what its category needs; null where nothing is to be asked. */
  function askFacts(finding: Finding, base: TurnPlan): TurnPlan | null {
    const asking = composer.composeQuestions(finding, { onlyFields: true });
    return asking && grounded({ ...base, ...asking, path: 'ask', reason: 'needs_facts' });
  }

  async function answer(
    finding: Finding,
    base: TurnPlan,
    reason: 'confident' | 'chosen' = 'confident',
  ): Promise<TurnPlan> {
    const composed = await composer.composeAnswer(finding);
    const { voice, looked } = finding;
    if (composed === null) return handOver(base, voice, { reason: 'nothing_found', writes: null });
    const plan = grounded({ ...base, ...composed, path: 'answer', reason });
    return plan.path === 'answer' && wasSaid(looked.file, composed.written)
      ? handOver(base, voice, { reason: 'repeated', writes: whileTalking(looked) })
      : plan;
  }
}

/** The turns for which nothing is looked up: left alone, closed, or a person's. */
function settledBefore(
  looked: Looked,
  { base, voice }: { base: TurnPlan; voice: Voice },
): TurnPlan | null {
  const { reading, verdict } = looked;
  const { reason, detail } = verdict;
  const writes = whileTalking(looked);
  if (verdict.kind === 'skip') return { ...base, path: 'skip', reason, detail };
  if (reading.kind === 'goodbye') return { ...base, path: 'close', reason: 'confirmed' };
  if (reading.kind === 'solved')
    return say(base, voice, { path: 'close', reason: 'confirmed', acts: ['solve'] }, writeClosing);
  if (reading.kind === 'not_helped')
    return handOver(base, voice, { reason: 'not_helped', writes: writeBackOff });
  if (reading.kind === 'person') return handOver(base, voice, { reason: 'wants_person', writes });
  // A limit is a brake: nothing more is sent, not even that.
  if (verdict.kind === 'hand_over')
    return handOver(base, voice, { reason, detail, writes: reason === 'limit' ? null : writes });
  if (reading.kind === 'later' && verdict.autonomy === 'auto')
    return { ...base, path: 'skip', reason: 'will_try' };
  if (reading.kind === 'unclear_choice')
    return handOver(base, voice, { reason: 'unclear_reply', writes });
  // Nothing is said to somebody who may only have said thanks.
  if (reading.kind === 'unclear' || reading.kind === 'later')
    return handOver(base, voice, { reason: 'unclear_reply', writes: null });
  return null;
}

/**
 * Whether the customer named the article that was found among those we offered. The calibrated confidence is
 * of questions in people's own words, and says little about a bare choice: 40 % with the very title of the
 * article as the reply.
 */
function isChosen({ looked, study }: Finding): boolean {
  const choice = choiceOf(looked.file, looked.reading);
  const [first] = study.answer.citations;
  if (choice === null || first === undefined) return false;
  return study.answer.confidence >= looked.verdict.rule.chosenFrom && first.title.includes(choice);
}

/** Whether an article says so surely where to look that nobody has to. */
function isSureOfNews({ looked, study }: Finding, unanswered: string | null): boolean {
  const { confidence, citations } = study.answer;
  const least = Math.max(looked.verdict.rule.answerFrom, newsFrom);
  return confidence >= least && citations.length > 0 && unanswered === null && !study.shouldAsk;
}

function mayAsk({ looked, study }: Finding): boolean {
  const { requiredFields } = looked.verdict.rule;
  return (
    mayAskAgain(looked) && (study.answer.confidence >= leastConfidence || requiredFields.length > 0)
  );
}

function mayAskAgain({ policy, verdict, file }: Looked): boolean {
  return verdict.rule.mayAsk && (file.state?.questionRounds ?? 0) < policy.limits.questionRounds;
}

/** Whether the customer may be asked for something that the category needs and the case does not say. */
function lacksFacts(looked: Looked): boolean {
  const { requiredFields } = looked.verdict.rule;
  return mayAskAgain(looked) && requiredFields.some(({ key }) => !(key in looked.told));
}

/** Whether every quote of a text was sent in this case before: whoever asks again needs something else. */
function wasSaid({ said }: CaseFile, written: Written | null): boolean {
  const quotes = (written?.parts ?? []).flatMap((part) =>
    part.kind === 'quote' ? [quoteText(part.text, { ownUrls: [], instead: '' })] : [],
  );
  const before = said.filter(({ by }) => by === 'assistant').map(({ text }) => wordsOf(text));
  return (
    quotes.length > 0 && quotes.every((quote) => before.some((one) => one.includes(wordsOf(quote))))
  );
}

const wordsOf = (text: string): string => (text.match(/[\p{L}\p{N}]+/gu) ?? []).join(' ');

/** What is not grounded in the articles is never sent: a person takes over instead. */
function grounded(plan: TurnPlan): TurnPlan {
  if (plan.check?.ok) return plan;
  const [first] = plan.check?.violations ?? [];
  const detail = first === undefined ? '' : `${first.why} (${first.text.slice(0, 120)})`;
  return { ...plan, path: 'hand_over', reason: 'ungrounded', detail, written: null, asks: [] };
}

type Writes = ((voice: Voice) => Written) | null;

/** Who has had an answer of the assistant is told that a person takes over; who has not just gets one. */
function whileTalking({ file }: Looked): Writes {
  return hasSpoken(file) ? (voice) => writeHandOver(voice, { continued: true }) : null;
}

function handOver(
  base: TurnPlan,
  voice: Voice,
  over: { reason: TurnReason; detail?: string; writes: Writes },
): TurnPlan {
  const turn = { path: 'hand_over' as const, reason: over.reason, detail: over.detail ?? '' };
  if (over.writes === null) return { ...base, ...turn };
  return say(base, voice, { ...turn, acts: ['hand_over'] }, over.writes);
}

/** A turn that says one of our own texts; where even that does not pass the check, it says nothing. */
function say(
  base: TurnPlan,
  voice: Voice,
  turn: Pick<TurnPlan, 'path' | 'reason'> & { detail?: string; acts: readonly DraftAct[] },
  writes: (voice: Voice) => Written,
): TurnPlan {
  const { acts, ...rest } = turn;
  const text = writes(voice);
  const check = checkDraft(text.parts, { voice, sources: [], ownUrls: [], acts });
  return { ...base, ...rest, written: check.ok ? text : null, check };
}

function plain(id: string, question: string): TurnPlan {
  return {
    id,
    path: 'skip',
    reason: 'confident',
    detail: '',
    question,
    study: null,
    written: null,
    check: null,
    asks: [],
    refused: null,
    writer: { model: 'embedded', prompt: null },
    costMicros: 0,
    latency: {},
  };
}

/** Who speaks, and in which language: that of what the customer wrote. */
export function voiceOf({
  file,
  assistantName,
  workspaceName,
}: Pick<Looked, 'file' | 'assistantName' | 'workspaceName'>): Voice {
  const { language, confidence } = languageOf(file);
  return {
    language: confidence >= sureOfLanguage ? language : 'en',
    customerName: file.customer.name,
    assistantName,
    workspaceName,
  };
}

function languageOf(file: CaseFile) {
  const said = file.said.filter(({ by }) => by === 'customer').map(({ text }) => text);
  return detectLanguage([file.ticket.subject, ...said]);
}

/** Whether what would be quoted is in the language the question is in, as far as that is known. */
function isInOwnLanguage({ study, question }: Finding): boolean {
  const { language, confidence } = detectLanguage([question.text]);
  if (confidence < sureOfLanguage || study.answer.citations.length === 0) return true;
  const cited = new Set(study.answer.citations.map(({ articleId }) => articleId));
  return study.sources.some((one) => cited.has(one.articleId) && one.language.startsWith(language));
}
