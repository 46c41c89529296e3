import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { variableNames } from '../../../contracts/variables.ts';
import {
  fillVariables,
  nearestVariable,
  problemsOfVariables,
  unknownVariablesOf,
  variablesOf,
} from './variables.rules.ts';

const kim = { 'customer.name': 'Kim Lee', 'ticket.number': '12' };

describe('a text with variables', () => {
  it.each([
    [
      'is filled in',
      'Hello {{customer.name}}, about {{ticket.number}}.',
      'Hello Kim Lee, about 12.',
    ],
    ['bears spaces', 'Hello {{ customer.name }}.', 'Hello Kim Lee.'],
    ['has a word for what is not known', '{{agent.name}} will write', 'our team will write'],
    ['lets the author choose that word', '{{agent.name|somebody}} will', 'somebody will'],
    ['leaves other braces alone', 'a {{thing}} and { } and {{', 'a {{thing}} and { } and {{'],
  ])('%s', (_name, text, expected) => expect(fillVariables(text, kim, 'text')).toBe(expected));

  it('takes no order from a value', () => {
    const values = { 'customer.name': '{{customer.email}}', 'customer.email': 'kim@example.test' };
    expect(fillVariables('{{customer.name}}', values, 'text')).toBe('{{customer.email}}');
  });

  it('escapes values for mail and keeps each on one line', () => {
    const values = { 'customer.name': '<b onclick="x">\r\nBcc: all@example.test' };
    expect(fillVariables('<p>{{customer.name}}</p>', values, 'html')).toBe(
      '<p>&lt;b onclick=&quot;x&quot;&gt; Bcc: all@example.test</p>',
    );
  });

  it('gets no tag, no line and no brace pair to work on from any value', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (value) => {
        const html = fillVariables('{{customer.name}}', { 'customer.name': value }, 'html');
        expect(html).not.toMatch(/[<>"'\r\n]/);
      }),
    );
  });
});

describe('the variables of a text', () => {
  it('are listed once, and the unknown ones apart', () => {
    const text = '{{customer.name}} {{customer.name|you}} {{customer.nme}}';
    expect(variablesOf(text)).toEqual(['customer.name']);
    expect(unknownVariablesOf(text)).toEqual(['customer.nme']);
  });

  it('are refused with the name that was meant', () => {
    expect(problemsOfVariables('text', 'Hi {{customer.nme}}')).toEqual([
      {
        path: 'text',
        message: 'names {{customer.nme}}, which is no variable. Did you mean {{customer.name}}?',
      },
    ]);
    expect(problemsOfVariables('text', 'Hi {{customer.name}}')).toEqual([]);
    expect(problemsOfVariables('text', 'Hi {{customer.name')).toHaveLength(1);
  });

  it('that are known are nearest to themselves', () => {
    for (const name of variableNames) expect(nearestVariable(name)).toBe(name);
  });
});
