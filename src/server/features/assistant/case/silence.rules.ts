/** What silence means, and when. */
import type { AssistantPolicy } from '../../../../contracts/assistant.ts';
import type { Channel } from '../../../../contracts/tickets.ts';

const hourMs = 3_600_000;

/** When a customer's silence counts, from the moment something was said to them, and when to look first. */
export function waitFrom(
  at: Date,
  policy: AssistantPolicy,
  channel: Channel,
): { readonly waitsUntil: Date; readonly wakeAt: Date } {
  const waitsUntil = new Date(at.getTime() + waitMs(policy, channel));
  const { wakeAt } = silenceStep({ channel, until: waitsUntil, remindedAt: null }, policy, at);
  return { waitsUntil, wakeAt: wakeAt ?? waitsUntil };
}

/** What is due in a case that waits for its customer, and when to look again. */
export function silenceStep(
  waiting: { readonly channel: Channel; readonly until: Date; readonly remindedAt: Date | null },
  policy: AssistantPolicy,
  now: Date,
): { readonly act: 'remind' | 'assume' | null; readonly wakeAt: Date | null } {
  const { channel, until, remindedAt } = waiting;
  if (now >= until) return { act: 'assume', wakeAt: null };
  if (!policy.silence.remind || remindedAt !== null) return { act: null, wakeAt: until };
  const half = new Date(until.getTime() - waitMs(policy, channel) / 2);
  return now >= half ? { act: 'remind', wakeAt: until } : { act: null, wakeAt: half };
}

function waitMs({ silence }: AssistantPolicy, channel: Channel): number {
  return (channel === 'messaging' ? silence.chatHours : silence.mailHours) * hourMs;
}
