import { describe, expect, test } from 'vitest';
import { assistantPolicySchema } from '../../../../contracts/assistant.ts';
import { uuidIds } from '../../../platform/ids.ts';
import { describePolicyChange, isRolledOut } from './policy.rules.ts';

const shipped = assistantPolicySchema.parse({});
const changed = (part: object) => assistantPolicySchema.parse({ ...shipped, ...part });
const otherwise = (part: object) => changed({ otherwise: { ...shipped.otherwise, ...part } });

describe('what a saved policy changed', () => {
  test.each([
    [changed({ stopped: true }), 'Stopped it'],
    [otherwise({ autonomy: 'draft' }), 'Everything else: off to draft'],
    [
      otherwise({ approval: 'unsure', approveBelow: 0.8 }),
      'Everything else: waits for approval below 80%',
    ],
    [
      otherwise({ approval: 'always', fourEyes: true }),
      'Everything else: everything waits for approval, two people approve',
    ],
    [
      otherwise({ chosenFrom: 0.5 }),
      'Everything else: gives what was chosen from 50% instead of 15%',
    ],
    [changed({ learning: { lowest: 0.6 } }), 'Changed what proposals may change'],
    [
      changed({ approvals: { minutes: 30, decideRole: 'admin' } }),
      'Approvals wait 30 minutes instead of 120; approvals need an admin',
    ],
  ])('%#: %s', (after, said) => {
    expect(describePolicyChange(shipped, after)).toBe(said);
  });

  test('is nothing where nothing is different', () => {
    expect(describePolicyChange(shipped, changed({}))).toBeNull();
  });

  test('is said for every part of a policy', () => {
    for (const part of Object.keys(shipped) as (keyof typeof shipped)[]) {
      const after = { ...shipped, [part]: part === 'stopped' ? true : alter(shipped[part]) };
      expect([part, describePolicyChange(shipped, after)]).not.toEqual([part, null]);
    }
  });
});

describe('a share of the customers', () => {
  const customers = Array.from({ length: 20_000 }, () => uuidIds.next());
  const inAt = (percentage: number) => customers.filter((id) => isRolledOut(id, percentage));

  test.each([0, 5, 20, 50, 80, 100])('of %d percent is about that', (percentage) => {
    const share = (inAt(percentage).length / customers.length) * 100;
    // More than five standard deviations of a share of 20,000.
    expect(Math.abs(share - percentage)).toBeLessThanOrEqual(percentage % 100 === 0 ? 0 : 2);
  });

  test('keeps whom it has while it grows', () => {
    const more = new Set(inAt(30));
    expect(inAt(10).every((id) => more.has(id))).toBe(true);
  });
});

/** A value with its first part different. */
function alter(value: unknown): unknown {
  if (Array.isArray(value)) return [{ ...shipped.otherwise, category: 'Billing' }];
  const [first = ''] = Object.keys(value as object);
  return { ...(value as object), [first]: 'different' };
}
