import { describe, expect, it } from 'vitest';
import { assistantPolicySchema } from '../../../../contracts/assistant.ts';
import { silenceStep, waitFrom } from './silence.rules.ts';

const policy = assistantPolicySchema.parse({});
const quiet = assistantPolicySchema.parse({ silence: { remind: false } });
// A Friday before the night in which clocks go forward in Europe.
const friday = new Date('2026-03-27T16:00:00Z');

describe('the wait for a customer', () => {
  it.each([
    ['a mail', 'email', '2026-03-29T04:00:00Z', '2026-03-30T16:00:00Z'],
    ['a chat', 'messaging', '2026-03-28T04:00:00Z', '2026-03-28T16:00:00Z'],
  ] as const)('after %s is looked at by half of it, then at its end', (_, channel, half, end) => {
    const { waitsUntil, wakeAt } = waitFrom(friday, policy, channel);
    expect(wakeAt).toEqual(new Date(half));
    expect(waitsUntil).toEqual(new Date(end));
    const waiting = { channel, until: waitsUntil, remindedAt: null };
    expect(silenceStep(waiting, policy, wakeAt)).toEqual({ act: 'remind', wakeAt: waitsUntil });
    const reminded = { ...waiting, remindedAt: wakeAt };
    expect(silenceStep(reminded, policy, wakeAt)).toEqual({ act: null, wakeAt: waitsUntil });
    expect(silenceStep(reminded, policy, waitsUntil)).toEqual({ act: 'assume', wakeAt: null });
  });

  it('is looked at once where nobody is to be reminded', () => {
    const { waitsUntil, wakeAt } = waitFrom(friday, quiet, 'email');
    expect(wakeAt).toEqual(waitsUntil);
  });

  it('is looked at again where it was looked at too early', () => {
    const { waitsUntil: until, wakeAt } = waitFrom(friday, policy, 'email');
    const early = silenceStep({ channel: 'email', until, remindedAt: null }, policy, friday);
    expect(early).toEqual({ act: null, wakeAt });
  });
});
