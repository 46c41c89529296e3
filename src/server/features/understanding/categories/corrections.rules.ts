import type { CategoryExample, CategoryLesson, CategoryModel, Meanings } from './category.types.ts';
import { guessCategory, type MeantText } from './guess.rules.ts';
import { hash } from './tokens.rules.ts';
import { trainCategories } from './train.rules.ts';

/** Whether a new model takes over, and what both reached on the same cases that neither had seen. */
export interface Challenge {
  winner: 'champion' | 'challenger';
  cases: number;
  champion: number;
  challenger: number;
  model: CategoryModel;
}

const JUDGES = 5;

/**
 * Trains on a lesson grown by corrections and lets the new model take over only where it is at least as
 * right on the cases held back: every fifth by the hash of its text, corrections too. Both sides are
 * trained anew without those cases, since the model in use has learned from some of them; the model that
 * takes over then learns from all.
 */
export function challengeChampion(
  champion: CategoryModel,
  lessons: { before: CategoryLesson; after: CategoryLesson; meanings: Meanings | null },
): Challenge {
  const { meanings } = lessons;
  const judges = lessons.after.examples.filter(isJudge);
  const judged = judges.map((judge) => ({
    ...judge,
    meaning: meanings && meanings.of(judge.text),
  }));
  const before = share(trainCategories(withoutJudges(lessons.before), meanings), judged);
  const after = share(trainCategories(withoutJudges(lessons.after), meanings), judged);
  const isNew = after >= before;
  return {
    winner: isNew ? 'challenger' : 'champion',
    cases: judges.length,
    champion: before,
    challenger: after,
    model: isNew ? trainCategories(lessons.after, meanings) : champion,
  };
}

/** True for an example that is held back to judge models with. */
export function isJudge(example: CategoryExample): boolean {
  return hash(example.text.trim().toLowerCase(), 11) % JUDGES === 0;
}

function withoutJudges(lesson: CategoryLesson): CategoryLesson {
  return { ...lesson, examples: lesson.examples.filter((example) => !isJudge(example)) };
}

type Judge = CategoryExample & MeantText;

function share(model: CategoryModel, cases: readonly Judge[]): number {
  if (cases.length === 0) return 0;
  return cases.filter((example) => isRight(model, example)).length / cases.length;
}

function isRight(model: CategoryModel, { category, ...said }: Judge): boolean {
  const guess = guessCategory(model, said);
  return category === null ? guess.outOfScope >= 0.5 : guess.category === category;
}
