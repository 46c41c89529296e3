/** A key for a field that no other field of the form has: its words in lower case. */
export function keyOfLabel(label: string, others: readonly { key: string }[]): string {
  const words = label
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '_')
    .replace(/^[^a-z]+|_+$/g, '');
  const stem = words.slice(0, 36) || 'field';
  const taken = new Set(others.map(({ key }) => key));
  if (!taken.has(stem)) return stem;
  let count = 2;
  while (taken.has(`${stem}_${count}`)) count += 1;
  return `${stem}_${count}`;
}
