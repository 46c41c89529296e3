import { chooseQuestions } from '../asking/questions.rules.ts';
import { checkDraft } from '../grounding/grounding.rules.ts';
import type { CheckContext, DraftCheck, Source, Voice } from '../grounding/grounding.types.ts';
import {
  modelAnswerSchema,
  offeredPassages,
  partsFromModel,
  promptFor,
} from '../writing/model.rules.ts';
import {
  writeAnswer,
  writeIncident,
  writeModelAnswer,
  writeQuestions,
  type FeedbackLinks,
  type Written,
} from '../writing/writing.rules.ts';
import type { AssistantDecision, RefusedText } from '../../../../contracts/assistant-decisions.ts';
import type { Incident } from '../../../../contracts/incidents.ts';
import type { Study } from '../../knowledge/index.ts';
import type { AskedQuestion } from '../../../platform/db/tables-assistant.ts';
import type { AssistantDeps } from './case.deps.ts';
import { hasSpoken } from './gates.rules.ts';
import type { Looked } from './look.ts';
import type { CaseQuestion } from './reading.ts';

/** What is written about, and to whom. */
export interface Finding {
  readonly workspaceId: string;
  /** Id of the turn: its links name it. */
  readonly turnId: string;
  readonly looked: Looked;
  readonly voice: Voice;
  readonly question: CaseQuestion;
  readonly study: Study;
}

/** A text with what its check said, and who wrote it. */
export interface Composed {
  readonly written: Written | null;
  readonly check: DraftCheck | null;
  readonly asks: readonly AskedQuestion[];
  readonly writer: AssistantDecision['writer'];
  /** What a language model wrote that nobody is shown. */
  readonly refused: RefusedText | null;
  readonly costMicros: number;
}

const embedded = { model: 'embedded', prompt: null };

/** Writes the texts that rest on articles, and checks each before anybody may send it. */
export function createComposer({ links, writeBy }: Pick<AssistantDeps, 'links' | 'writeBy'>) {
  /** By the language model where there is one and its words hold; else by quotes alone. */
  async function composeAnswer(finding: Finding): Promise<Composed | null> {
    const byModel = await composeByModel(finding);
    if (byModel?.check?.ok) return byModel;
    const { study, voice, looked } = finding;
    const languages = new Map(study.sources.map((one) => [one.articleId, one.language]));
    const citations = study.answer.citations.map((citation) => {
      const language = languages.get(citation.articleId);
      return { ...citation, ...(language !== undefined && { language }) };
    });
    const feedback = feedbackOf(finding);
    const written = writeAnswer(voice, { citations, feedback, ...placeOf(looked) });
    if (written === null) return null;
    const quoted = checked(written, contextOf(finding, feedback));
    return { ...quoted, costMicros: byModel?.costMicros ?? 0, refused: refusedOf(byModel) };
  }

  async function composeByModel(finding: Finding): Promise<Composed | null> {
    const { study, question, voice, workspaceId, looked } = finding;
    const passages = offeredPassages(study.answer.citations, study.sources);
    const { text, context } = question;
    const prompt = promptFor({ question: text, context, passages, language: voice.language });
    const names = [looked.file.customer.name].filter((name) => name !== null);
    const answer = await writeBy(workspaceId, { prompt, schema: modelAnswerSchema, names });
    if (!answer.ok) return null;
    const feedback = feedbackOf(finding);
    const written = writeModelAnswer(voice, {
      body: partsFromModel(answer.value, passages),
      sources: study.sources,
      feedback,
      ...placeOf(looked),
    });
    if (written === null) return null;
    const { model, costMicros } = answer.call;
    const writer = { model, prompt: `${prompt.name} ${prompt.version}` };
    return { ...checked(written, contextOf(finding, feedback)), writer, costMicros };
  }

  /** A few questions in one text, or only what the category needs; null where there is nothing sensible to ask. */
  function composeQuestions(finding: Finding, { onlyFields = false } = {}): Composed | null {
    const { study, question, voice, looked, workspaceId, turnId } = finding;
    const { file, verdict } = looked;
    const { requiredFields } = verdict.rule;
    const chosen = chooseQuestions({
      question: question.text,
      caseText: [file.ticket.subject, question.text, ...question.context].join('\n'),
      candidates: onlyFields ? [] : candidatesOf(study),
      requiredFields,
      known: looked.told,
      askedBefore: (file.state?.asked ?? []).map(({ text }) => text),
      language: voice.language,
    });
    if (chosen === null) return null;
    const personUrl = links.urlOf({ workspaceId, decisionId: turnId, verdict: 'not_helped' });
    const { questions } = chosen;
    const continued = hasSpoken(file);
    const written = writeQuestions(voice, { questions, personUrl, continued });
    if (written === null) return null;
    const asks = questions.map(({ id, text, options }) => {
      return { id, text, options: [...options], answer: null };
    });
    const context: CheckContext = {
      voice,
      sources: study.sources,
      ownUrls: [personUrl],
      acts: [],
      fieldWords: requiredFields.flatMap(({ label, options }) => [label, ...options]),
    };
    return { ...checked(written, context), asks };
  }

  /** What people wrote about a known incident, word by word. */
  function composeIncident(
    { id, title, message }: Incident,
    { voice, workspaceId, turnId }: Pick<Finding, 'voice' | 'workspaceId' | 'turnId'>,
  ): Composed {
    const source: Source = {
      articleId: id,
      version: 1,
      title,
      url: null,
      visibility: 'public',
      language: voice.language,
      text: message,
      linksAreOurs: true,
    };
    const personUrl = links.urlOf({ workspaceId, decisionId: turnId, verdict: 'not_helped' });
    const written = writeIncident(voice, { message: source, personUrl, willTell: false });
    return checked(written, { voice, sources: [source], ownUrls: [personUrl], acts: [] });
  }

  function feedbackOf({ workspaceId, turnId }: Finding): FeedbackLinks {
    const place = { workspaceId, decisionId: turnId };
    return {
      notHelpedUrl: links.urlOf({ ...place, verdict: 'not_helped' }),
      helpedUrl: links.urlOf({ ...place, verdict: 'helped' }),
    };
  }

  return { composeAnswer, composeQuestions, composeIncident };
}

/** Where in a conversation an answer stands. */
function placeOf({ file, reading }: Looked) {
  return { continued: hasSpoken(file), isNew: reading.kind === 'question' };
}

function contextOf({ voice, study }: Finding, feedback: FeedbackLinks): CheckContext {
  const ownUrls = [feedback.notHelpedUrl, feedback.helpedUrl].filter((url) => url !== null);
  return { voice, sources: study.sources, ownUrls, acts: [] };
}

function checked(written: Written, context: CheckContext): Composed {
  const check = checkDraft(written.parts, context);
  return { written, check, asks: [], refused: null, writer: embedded, costMicros: 0 };
}

/** A text whose check failed, as it is kept for whoever asks why articles were quoted instead. */
function refusedOf(composed: Composed | null): RefusedText | null {
  if (!composed?.check || composed.check.ok) return null;
  const { writer, check } = composed;
  const sentences = check.sentences.filter(({ verdict }) => verdict !== 'frame');
  return {
    writer,
    sentences: sentences.map(({ text }) => text),
    violations: check.violations.map((one) => ({ ...one })),
  };
}

/** The articles a question may be about, whole, in the order of their scores. */
function candidatesOf({ answer, sources }: Study) {
  return answer.passages.flatMap(({ articleId, score }) => {
    const source = sources.find((one) => one.articleId === articleId);
    if (source === undefined) return [];
    const { title, text, language } = source;
    const headings = [...text.matchAll(/^#{1,6}\s+(.+)$/gm)].map(([, heading = '']) => heading);
    return [{ articleId, title, headings, text, score, language }];
  });
}
