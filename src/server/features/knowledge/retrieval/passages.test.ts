import { describe, expect, it } from 'vitest';
import { passagesOf } from './passages.ts';

const guide = `# Returns

Send parcels back within 30 days.

## Refunds

We refund to the card you paid with.

| method | days |
| --- | --- |
| card | 5 |

## Exchanges

1. Open your orders.
2. Choose Exchange.
`;

describe('passagesOf', () => {
  it('follows headings and carries their path', () => {
    expect(passagesOf(guide).map(({ headings }) => headings)).toEqual([
      ['Returns'],
      ['Returns', 'Refunds'],
      ['Returns', 'Exchanges'],
    ]);
  });

  it('gives ranges that cut the words out of the text', () => {
    const [first] = passagesOf(guide);
    expect(guide.slice(first?.start, first?.end)).toBe('Send parcels back within 30 days.');
  });

  it('keeps the id of a passage whose text did not change', () => {
    const before = passagesOf(guide).map(({ id }) => id);
    const after = passagesOf(guide.replace('30 days', '14 days')).map(({ id }) => id);
    expect(after[0]).not.toBe(before[0]);
    expect(after.slice(1)).toEqual(before.slice(1));
  });

  it('tells two equal passages apart', () => {
    const text = '## A\n\nSame.\n\n## A\n\nSame.';
    expect(new Set(passagesOf(text).map(({ id }) => id)).size).toBe(2);
  });

  it.each([
    ['a table', Array.from({ length: 200 }, (_, i) => `| row ${i} | value of it |`).join('\n')],
    ['a list', Array.from({ length: 200 }, (_, i) => `- step ${i} of a long list`).join('\n')],
    ['code', `\`\`\`\n${'run this.\n\n'.repeat(300)}\`\`\``],
  ])('never cuts %s', (_, block) => {
    const text = `Before.\n\n${block}\n\nAfter.`;
    const whole = passagesOf(text).filter(({ start, end }) =>
      text.slice(start, end).includes(block),
    );
    expect(whole).toHaveLength(1);
  });

  it.each([
    ['one line of 100 kB', 'word '.repeat(20_000)],
    ['one word of 100 kB', 'x'.repeat(100_000)],
    ['emoji of 100 kB', '🙂'.repeat(25_000)],
    ['null bytes', 'a\0b\0\0 c. \0'],
    ['right to left', 'שלום עולם. '.repeat(2000)],
    ['open fence', '```\n'.repeat(501)],
    ['nested tables', '| a | | b | | c |\n|---|\n'.repeat(3000)],
    ['nothing', ''],
  ])('cuts %s into ordered passages that do not overlap', (_, text) => {
    const passages = passagesOf(text);
    let last = 0;
    for (const { start, end } of passages) {
      expect(start).toBeGreaterThanOrEqual(last);
      expect(end).toBeGreaterThan(start);
      expect(text.slice(start, end).isWellFormed()).toBe(true);
      last = end;
    }
    expect(last).toBeLessThanOrEqual(text.length);
  });
});
