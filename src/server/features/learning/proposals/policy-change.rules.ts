import type { AssistantPolicy, CategoryPolicy } from '../../../../contracts/assistant.ts';

/**
 * A policy with a part of one category's rule different; a category without a rule gets one that begins as
 * the rule for everything else, which is changed itself where the category is null.
 */
export function changedRule(
  policy: AssistantPolicy,
  category: string | null,
  part: Partial<CategoryPolicy>,
): AssistantPolicy {
  if (category === null) return { ...policy, otherwise: { ...policy.otherwise, ...part } };
  const isKnown = policy.categories.some((rule) => rule.category === category);
  const categories = isKnown
    ? policy.categories.map((rule) => (rule.category === category ? { ...rule, ...part } : rule))
    : [...policy.categories, { ...policy.otherwise, ...part, category }];
  return { ...policy, categories };
}
