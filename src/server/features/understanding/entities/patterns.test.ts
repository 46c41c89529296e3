import { describe, expect, test } from 'vitest';
import { compilePatterns, findEntities, patternProblem, shippedPatterns } from './patterns.ts';

const shipped = compilePatterns(shippedPatterns);
const find = (text: string, kind: string) =>
  findEntities({ id: 'm', text }, shipped)
    .filter((entity) => entity.kind === kind)
    .map(({ value }) => value);

test('every shipped pattern can be used', () => {
  expect(shipped.length).toBe(shippedPatterns.length);
});

test.each([
  ['order_number', 'My order #AB-10432 is late', ['AB-10432']],
  ['order_number', 'Bestellung Nr. 4471902 fehlt', ['4471902']],
  ['order_number', 'commande numéro 99812', ['99812']],
  ['order_number', 'in order to see it', []],
  ['version', 'since v2.14.1 and on version 3.0', ['2.14.1', '3.0']],
  [
    'date',
    'on 2026-03-02, 3.4.2026 or 5th of March 2026',
    ['2026-03-02', '3.4.2026', '5th of March 2026'],
  ],
  ['date', 'paragraph 1 of mail 12, am 3. Mai', ['3. Mai']],
  ['amount', 'you took €1,299.00 and 49,90 EUR, that is $5', ['€1,299.00', '49,90 EUR', '$5']],
  ['email', 'write to anna.bell@example.com please', ['anna.bell@example.com']],
  ['phone', 'call +49 30 1234567 or 030/9876543', ['+49 30 1234567', '030/9876543']],
])('%s in %s', (kind, text, values) => {
  expect(find(text, kind)).toEqual(values);
});

test('a value is shown where it stands', () => {
  const text = 'Größe: order 12345 ✓';
  const [found] = findEntities({ id: 'm1', text }, shipped);
  expect(text.slice(found?.evidence.start, found?.evidence.end)).toBe('12345');
});

describe('patterns of a workspace', () => {
  test.each([
    ['', 'empty'],
    ['(', 'not_supported'],
    ['(?=x)y', 'not_supported'],
    [String.raw`(a)\1`, 'not_supported'],
    ['x*', 'matches_nothing'],
    [`a{1}${'b'.repeat(600)}`, 'too_long'],
    ['((a{100}){100}){100}', 'too_large'],
    [String.raw`SN-[0-9]{6}`, null],
  ])('%s: %s', (pattern, problem) => {
    expect(patternProblem(pattern)).toBe(problem);
  });

  test('those that could not be saved are left out', () => {
    const compiled = compilePatterns([
      { kind: 'serial', pattern: String.raw`SN-[0-9]{6}` },
      { kind: 'bad', pattern: '(' },
    ]);
    expect(findEntities({ id: 'm', text: 'SN-123456' }, compiled)).toMatchObject([
      { kind: 'serial', value: 'SN-123456' },
    ]);
    expect(compiled.length).toBe(1);
  });

  test('patterns that other engines choke on end', () => {
    const hostile = compilePatterns([
      { kind: 'a', pattern: '(a+)+$' },
      { kind: 'b', pattern: '([a-z]+)*@x' },
      { kind: 'c', pattern: '(?:a|aa)+b' },
    ]);
    expect(findEntities({ id: 'm', text: `${'a'.repeat(10_000)}!` }, hostile).length).toBe(0);
  });
});
