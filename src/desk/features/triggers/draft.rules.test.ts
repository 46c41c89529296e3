import { describe, expect, it } from 'vitest';
import {
  triggerActionSchema,
  triggerActions,
  type TriggerActionName,
} from '../../../contracts/trigger-actions.ts';
import { conditionFields, type ConditionField } from '../../../contracts/trigger-conditions.ts';
import {
  freshAction,
  freshCondition,
  moved,
  problemAt,
  withOperator,
  wordsOf,
} from './draft.rules.ts';

describe('a new part of a rule', () => {
  it.each(Object.keys(conditionFields) as ConditionField[])('asks %s in a way it has', (field) => {
    expect(conditionFields[field].operators).toContain(freshCondition(field).op);
  });

  it.each(Object.keys(triggerActions) as TriggerActionName[])('does %s by its own name', (name) => {
    expect(freshAction(name).do).toBe(name);
    expect(triggerActionSchema.options.map((one) => one.shape.do.value)).toContain(name);
  });

  it('drops values with an operator that takes none', () => {
    const asked = { ...freshCondition('group'), values: ['x'] };
    expect(withOperator(asked, 'is_none').values).toEqual([]);
    expect(withOperator(asked, 'is_not').values).toEqual(['x']);
  });
});

describe('problems', () => {
  it('are shown at the part they are in, as sentences', () => {
    const problems = { 'actions.1.text': 'says nothing', 'actions.10.do': 'is twice' };
    expect(problemAt(problems, 'actions.1')).toBe('Says nothing.');
    expect(problemAt(problems, 'actions.2')).toBeUndefined();
  });
});

describe('lists', () => {
  it('are read from words between commas', () => {
    expect(wordsOf(' refund, , late ,refund')).toEqual(['refund', 'late']);
  });

  it.each([
    [0, 2, ['b', 'c', 'a']],
    [2, 0, ['c', 'a', 'b']],
    [0, -1, ['a', 'b', 'c']],
    [2, 3, ['a', 'b', 'c']],
  ])('take an item from %i to %i', (from, to, expected) => {
    expect(moved(['a', 'b', 'c'], from, to)).toEqual(expected);
  });
});
