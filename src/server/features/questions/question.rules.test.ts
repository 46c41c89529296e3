import { describe, expect, it } from 'vitest';
import type { CategoryField } from '../../../contracts/tickets.ts';
import { messageOf, readQuestion } from './question.rules.ts';

const field = (part: Partial<CategoryField>): CategoryField => ({
  key: 'order',
  label: 'Order number',
  kind: 'text',
  required: false,
  options: [],
  ...part,
});
const typed = { name: 'Kim', email: ' Kim@Example.test ', subject: 'Parcel', text: 'Where is it?' };

describe('the form', () => {
  it('is read with the fields of its category', () => {
    const fields = [field({ required: true }), field({ key: 'size', label: 'Size' })];
    const read = readQuestion({ ...typed, 'field.order': '4711' }, { name: 'Orders', fields });
    expect(read).toEqual({
      ok: true,
      question: {
        ...typed,
        email: 'kim@example.test',
        category: 'Orders',
        fields: { order: '4711' },
      },
    });
    expect(read.ok && messageOf(read.question, fields)).toBe('Order number: 4711\n\nWhere is it?');
  });

  it('says what is wrong at each field', () => {
    const fields = [
      field({ required: true }),
      field({ key: 'count', kind: 'number' }),
      field({ key: 'day', kind: 'date' }),
      field({ key: 'colour', kind: 'choice', options: ['red', 'blue'] }),
    ];
    const wrong = {
      email: 'nobody',
      'field.count': 'three',
      'field.day': 'soon',
      'field.colour': 'green',
    };
    const read = readQuestion(wrong, { name: 'Orders', fields });
    expect(read.ok ? [] : Object.keys(read.problems).sort()).toEqual([
      'email',
      'field.colour',
      'field.count',
      'field.day',
      'field.order',
      'subject',
      'text',
    ]);
  });

  it('asks nothing more without a category, and is the words alone', () => {
    const read = readQuestion(typed, null);
    expect(read).toMatchObject({ ok: true, question: { category: null, fields: {} } });
    expect(read.ok && messageOf(read.question, [])).toBe('Where is it?');
  });
});
