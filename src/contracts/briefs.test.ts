import { expect, test } from 'vitest';
import { Brief, BriefCorrection, BriefFieldEdit, briefFieldNames } from './briefs.ts';

test('every field of a brief can be edited and named', () => {
  expect(briefFieldNames).toEqual(Object.keys(Brief.shape));
  expect(BriefFieldEdit.options.map((option) => option.shape.field.value)).toEqual(briefFieldNames);
});

test.each([
  [{ field: 'urgency', value: 'high' }, true],
  [{ field: 'urgency', value: 'very high' }, false],
  [{ field: 'category', value: null }, true],
  [{ field: 'promised', value: [{ value: 'refund', by: 'agent', due: null }] }, true],
  [{ field: 'promised', value: [{ value: 'refund', by: 'system', due: null }] }, false],
  [{ field: 'summary', value: '  ' }, false],
  [{ field: 'language', value: 'english' }, false],
  [{ field: 'mood', value: 'fine' }, false],
])('%j is a valid edit: %s', (edit, valid) => {
  expect(BriefFieldEdit.safeParse(edit).success).toBe(valid);
});

test('a correction keeps both values', () => {
  const correction = { field: 'category', before: null, after: 'Billing' };
  expect(BriefCorrection.parse(correction)).toEqual(correction);
});
