/** What silence means, and when. */
import type { AssistantPolicy } from '../../../../contracts/assistant.ts';
import type { Channel } from '../../../../contracts/tickets.ts';

const hourMs = 3_600_000;

/** When a customer's silence counts, from the moment something was said to them. */
export function waitFrom(at: Date, { silence }: AssistantPolicy, channel: Channel): Date {
  const hours = channel === 'messaging' ? silence.chatHours : silence.mailHours;
  return new Date(at.getTime() + hours * hourMs);
}

/** What is due in a case that waits for its customer, and when to look again. */
export function silenceStep(
  waiting: { readonly since: Date; readonly until: Date; readonly remindedAt: Date | null },
  policy: AssistantPolicy,
  now: Date,
): { readonly act: 'remind' | 'assume' | null; readonly wakeAt: Date | null } {
  if (now >= waiting.until) return { act: 'assume', wakeAt: null };
  const half = new Date((waiting.since.getTime() + waiting.until.getTime()) / 2);
  if (!policy.silence.remind || waiting.remindedAt !== null)
    return { act: null, wakeAt: waiting.until };
  return now >= half ? { act: 'remind', wakeAt: waiting.until } : { act: null, wakeAt: half };
}
