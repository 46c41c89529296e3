import type {
  Evaluation,
  EvaluationItem,
  EvaluationKind,
  PredictedAnswer,
  PredictedCategory,
} from '../../../contracts/evaluations.ts';
import type { EvaluationRow } from './evaluations.store.ts';
import type { ItemRow } from './items.store.ts';
import { outcomeOfAnswer, outcomeOfCategory } from './outcome.rules.ts';

/** A run as it is answered. */
export function evaluationView(row: EvaluationRow): Evaluation {
  return {
    ...row,
    createdAt: row.createdAt.toISOString(),
    finishedAt: row.finishedAt?.toISOString() ?? null,
  };
}

/** A case as it is answered; `titles` are those of articles by id. */
export function itemView(
  row: ItemRow,
  kind: EvaluationKind,
  titles: ReadonlyMap<string, { title: string }>,
): EvaluationItem {
  const { position, ticketId, ticketNumber, gold } = row;
  const answer = kind === 'answers' ? (row.predicted as PredictedAnswer | null) : null;
  const category = kind === 'categories' ? (row.predicted as PredictedCategory | null) : null;
  return {
    position,
    ticket:
      ticketId === null || ticketNumber === null ? null : { id: ticketId, number: ticketNumber },
    question: questionOf(row.given),
    outcome: kind === 'answers' ? outcomeOfAnswer(answer, gold) : outcomeOfCategory(category, gold),
    gold: {
      articles: (gold?.articles ?? []).map((id) => ({ id, title: titles.get(id)?.title ?? id })),
      answer: gold?.answer ?? null,
      category: gold?.label ?? null,
    },
    answer,
    category,
  };
}

function questionOf(given: object): string {
  const { text = '', subject = '' } = given as { text?: string; subject?: string };
  return subject !== '' && !text.includes(subject) ? `${subject}\n${text}` : text;
}
