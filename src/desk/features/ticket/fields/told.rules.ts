import type { Category } from '../../../../contracts/tickets.ts';

/** A question of a category and what the customer told. */
export type Told = { key: string; label: string; value: string };

/** The answers a ticket keeps, in the order its category asks; what another category or nobody asks any more comes after. */
export function toldOf(
  fields: Readonly<Record<string, string>>,
  { category, categories }: { category: string | null; categories: readonly Category[] },
): Told[] {
  const own = categories.filter(({ name }) => name === category);
  const asked = [...own, ...categories].flatMap((one) => one.fields);
  const place = (key: string) => {
    const at = asked.findIndex((field) => field.key === key);
    return at < 0 ? asked.length : at;
  };
  return Object.entries(fields)
    .filter(([, value]) => value.trim() !== '')
    .map(([key, value]) => ({ key, label: asked[place(key)]?.label ?? wordsOf(key), value }))
    .sort((left, right) => place(left.key) - place(right.key));
}

/** `order_number` as people write it. */
function wordsOf(key: string): string {
  const words = key.replaceAll('_', ' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
}
