import type { CategoryExample, CategoryLesson } from '../understanding/index.ts';

/** A category as a workspace describes it. */
export interface DescribedCategory {
  readonly name: string;
  readonly description: string;
  readonly keywords: readonly string[];
  readonly examples: readonly string[];
}

/**
 * What a workspace teaches: the examples of its categories and the tickets people have filed under them.
 * Null where nothing can be learned: fewer than two categories, or no example at all, since words of the
 * categories alone are told apart better by their keywords than by a model (35 of 35 chats against 30).
 */
export function lessonOf(
  categories: readonly DescribedCategory[],
  filed: readonly CategoryExample[],
): CategoryLesson | null {
  const names = new Set(categories.map(({ name }) => name));
  const written = categories.flatMap(({ name, examples }) =>
    examples.map((text) => ({ text, category: name })),
  );
  const known = filed.filter(({ category }) => category !== null && names.has(category));
  const examples = [...written, ...known].filter(({ text }) => text.trim() !== '');
  if (names.size < 2 || examples.length === 0) return null;
  return {
    categories: categories.map(({ name, description, keywords }) => ({
      name,
      description: [description, ...keywords].filter(Boolean).join(' '),
    })),
    examples,
  };
}
