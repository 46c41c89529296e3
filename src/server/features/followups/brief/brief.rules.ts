import type { Brief, BriefSpeaker, MessageId } from '../../../../contracts/briefs.ts';
import { findAttempts } from './attempts.rules.ts';
import { detectLanguage } from './languages.rules.ts';
import { nextStep } from './next-step.rules.ts';
import { findOutcome } from './outcome.rules.ts';
import { findProblem } from './problem.rules.ts';
import { findPromises } from './promises.rules.ts';
import { findOpenQuestions } from './questions.rules.ts';
import { readTranscript, type Reading, type Sentence } from './reading.rules.ts';
import { judgeSentiment } from './sentiment.rules.ts';
import { summarise, type Findings } from './summary.rules.ts';
import { chooseCategory, chooseSkills } from './topics.rules.ts';
import type { BriefVocabulary, Transcript } from './transcript.rules.ts';
import { judgeUrgency } from './urgency.rules.ts';

/**
 * Writes the brief of a finished chat from its transcript alone: extractive, the same every
 * time, without a model. Never throws, whatever the messages contain; evidence ids are ids of
 * the transcript; 60 messages take about 6 ms, the first call 70 ms more for its patterns.
 */
export function writeBrief(transcript: Transcript, vocabulary: BriefVocabulary): Brief {
  const reading = readTranscript(transcript);
  const findings = findAll(reading);
  const { problem, promises, questions, attempts, outcome } = findings;
  const mood = judgeSentiment(reading);
  const isSettled = outcome.kind === 'settled' && promises.length === 0 && questions.length === 0;
  const urgency = judgeUrgency(reading, { sentiment: mood.sentiment, isSettled });
  const category = chooseCategory(reading, problem.sentences, vocabulary);
  const skills = chooseSkills(reading, problem.sentences, vocabulary);
  const summary = summarise(findings);
  const step = nextStep(findings);
  return {
    summary: field(summary.text, summary),
    problem: field(problem.text, { confidence: problem.confidence, support: problem.sentences }),
    tried: attempts.map((attempt) => field(attempt.text, attempt)),
    promised: promises.map((promise) => ({
      ...field(promise.text, promise),
      by: speaker(promise.sentence),
      due: promise.due,
    })),
    openQuestions: questions.map((question) => ({
      ...field(question.text, question),
      askedBy: speaker(question.sentence),
    })),
    nextStep: field(step.text, step),
    category: field(category.name, category),
    urgency: field(urgency.urgency, urgency),
    skills: field(skills.names, skills),
    sentiment: field(mood.sentiment, mood),
    language: languageField(reading),
  };
}

/** The category alone, as the brief would have it. */
export function findCategory(
  transcript: Transcript,
  vocabulary: BriefVocabulary,
): { category: string | null; confidence: number } {
  const reading = readTranscript(transcript);
  const { sentences } = findProblem(reading);
  const { name, confidence } = chooseCategory(reading, sentences, vocabulary);
  return { category: name, confidence };
}

function findAll(reading: Reading): Findings {
  const problem = findProblem(reading);
  const promises = findPromises(reading);
  const questions = findOpenQuestions(reading).filter((question) => question.confidence >= 0.4);
  const outcome = findOutcome(reading, { promises, questions });
  return { reading, problem, attempts: findAttempts(reading), promises, questions, outcome };
}

function languageField(reading: Reading) {
  const own = reading.sentences.filter((sentence) => sentence.side === 'customer');
  const spoken =
    own.length > 0 ? own : reading.sentences.filter((sentence) => sentence.side === 'staff');
  const found = detectLanguage(spoken.map((sentence) => sentence.text));
  const support = spoken.filter((sentence) => sentence.words > 3).slice(0, 3);
  const confidence = own.length > 0 ? found.confidence : Math.min(0.3, found.confidence);
  return field(found.language, { confidence, support });
}

function field<T>(value: T, basis: { confidence: number; support: readonly Sentence[] }) {
  return { value, confidence: basis.confidence, evidence: messageIds(basis.support) };
}

// Order of the transcript, each message once.
function messageIds(sentences: readonly Sentence[]): MessageId[] {
  const sorted = sentences.toSorted((one, other) => one.index - other.index);
  return [...new Set(sorted.map((sentence) => sentence.messageId))];
}

function speaker(sentence: Sentence): BriefSpeaker {
  return sentence.author === 'system' ? 'assistant' : sentence.author;
}
