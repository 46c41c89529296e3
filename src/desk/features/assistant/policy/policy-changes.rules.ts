/** What is different between two policies, value by value. */
import type { AssistantPolicy, CategoryPolicy } from '../../../../contracts/assistant.ts';

/** Parts of a policy besides its rules. */
export const POLICY_PARTS = ['channels', 'gates', 'limits', 'silence', 'approvals'] as const;
export type PolicyPart = (typeof POLICY_PARTS)[number];

/** Where a value stands: in the rule of a category (null: everything else), or in a part of the whole. */
export type ChangePlace =
  | { readonly kind: 'rule'; readonly category: string | null }
  | { readonly kind: 'part'; readonly part: PolicyPart };

export type PolicyChange =
  | { readonly type: 'stopped'; readonly stopped: boolean }
  | { readonly type: 'added' | 'removed'; readonly category: string; readonly rule: CategoryPolicy }
  | {
      readonly type: 'value';
      readonly place: ChangePlace;
      readonly field: string;
      readonly from: unknown;
      readonly to: unknown;
    };

/** Every value that is different, in the order people read a policy. */
export function changesOf(before: AssistantPolicy, after: AssistantPolicy): PolicyChange[] {
  const changes: PolicyChange[] = [];
  if (before.stopped !== after.stopped) changes.push({ type: 'stopped', stopped: after.stopped });
  const names = new Set([...before.categories, ...after.categories].map((one) => one.category));
  for (const category of [...names].toSorted((one, two) => one.localeCompare(two)))
    changes.push(...ofCategory(category, before, after));
  changes.push(
    ...values({ kind: 'rule', category: null }, before.otherwise, after.otherwise),
    ...POLICY_PARTS.flatMap((part) => values({ kind: 'part', part }, before[part], after[part])),
  );
  return changes;
}

function ofCategory(
  category: string,
  before: AssistantPolicy,
  after: AssistantPolicy,
): PolicyChange[] {
  const [from, to] = [before, after].map(({ categories }) =>
    categories.find((one) => one.category === category),
  );
  if (from && to) return values({ kind: 'rule', category }, from, to);
  if (to) return [{ type: 'added', category, rule: to }];
  return from ? [{ type: 'removed', category, rule: after.otherwise }] : [];
}

function values(place: ChangePlace, before: object, after: object): PolicyChange[] {
  const old = new Map<string, unknown>(Object.entries(before));
  return Object.entries(after).flatMap(([field, to]) => {
    const from = old.get(field);
    const isSame = JSON.stringify(from) === JSON.stringify(to);
    return isSame ? [] : [{ type: 'value' as const, place, field, from, to }];
  });
}
