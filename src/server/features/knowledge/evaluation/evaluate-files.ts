import type { PredictedItem } from './evaluation.types.ts';
import { predictAll } from './predict.ts';
import { readKnowledgeBase } from './read-knowledge-base.ts';
import { readQuestions } from './read-questions.ts';
import { scoreItems, type Metrics } from './score.ts';

/**
 * Predicts and scores the questions of a file against the knowledge base of another, in the order of the
 * file. The prediction is over before the gold is looked at. Throws where a file cannot be read.
 */
export async function evaluateFiles(files: {
  kb: string;
  questions: string;
}): Promise<{ metrics: Metrics; items: PredictedItem[] }> {
  const cases = readQuestions(files.questions);
  const items = await predictAll(
    readKnowledgeBase(files.kb),
    cases.map(({ given }) => given),
  );
  return {
    metrics: scoreItems(
      items,
      cases.map(({ gold }) => gold),
    ),
    items,
  };
}
