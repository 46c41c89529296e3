/** What a saved policy changed, and what it lets a case be. */
import type { AssistantPolicy, Autonomy, CategoryPolicy } from '../../../../contracts/assistant.ts';

const parts = [
  ['channels', 'the channels'],
  ['gates', 'the gates'],
  ['limits', 'the limits'],
  ['silence', 'what silence means'],
  ['learning', 'what proposals may change'],
] as const;

/** What is different, in a sentence; null where nothing is. */
export function describePolicyChange(
  before: AssistantPolicy,
  after: AssistantPolicy,
): string | null {
  const said: string[] = [];
  if (before.stopped !== after.stopped) said.push(after.stopped ? 'stopped it' : 'let it go on');
  const names = new Set([...before.categories, ...after.categories].map((one) => one.category));
  for (const name of [...names].sort()) {
    const [from, to] = [before, after].map(({ categories }) =>
      categories.find(({ category }) => category === name),
    );
    const line = describeRule(from, to);
    if (line !== null) said.push(`${name}: ${line}`);
  }
  const others = describeRule(before.otherwise, after.otherwise);
  if (others !== null) said.push(`everything else: ${others}`);
  for (const [part, words] of parts)
    if (!isSame(before[part], after[part])) said.push(`changed ${words}`);
  said.push(...describeApprovals(before.approvals, after.approvals));
  return said.length === 0 ? null : capital(said.join('; '));
}

function describeRule(
  from: CategoryPolicy | undefined,
  to: CategoryPolicy | undefined,
): string | null {
  if (isSame(from, to)) return null;
  if (to === undefined) return 'no rule of its own any more';
  if (from === undefined) return to.autonomy;
  const said: string[] = [];
  if (from.autonomy !== to.autonomy) said.push(`${from.autonomy} to ${to.autonomy}`);
  if (from.answerFrom !== to.answerFrom)
    said.push(`answers from ${percent(to.answerFrom)} instead of ${percent(from.answerFrom)}`);
  if (from.chosenFrom !== to.chosenFrom)
    said.push(
      `gives what was chosen from ${percent(to.chosenFrom)} instead of ${percent(from.chosenFrom)}`,
    );
  if (approvalOf(from) !== approvalOf(to)) said.push(approvalOf(to));
  if (from.fourEyes !== to.fourEyes)
    said.push(to.fourEyes ? 'two people approve' : 'one person approves');
  return said.length === 0 ? 'changed' : said.join(', ');
}

function describeApprovals(
  before: AssistantPolicy['approvals'],
  after: AssistantPolicy['approvals'],
): string[] {
  const said: string[] = [];
  if (before.minutes !== after.minutes)
    said.push(`approvals wait ${after.minutes} minutes instead of ${before.minutes}`);
  if (before.decideRole !== after.decideRole)
    said.push(`approvals need ${article(after.decideRole)} ${after.decideRole}`);
  return said;
}

function approvalOf({ approval, approveBelow }: CategoryPolicy): string {
  switch (approval) {
    case 'never':
      return 'nothing waits for approval';
    case 'always':
      return 'everything waits for approval';
    case 'unsure':
      return `waits for approval below ${percent(approveBelow)}`;
  }
}

function isSame(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}

function article(word: string): string {
  return /^[aeiou]/.test(word) ? 'an' : 'a';
}

/** Whether any case could be answered without a person: then cases are kept from the queues for a moment. */
export function mayActAlone({ stopped, otherwise, categories }: AssistantPolicy): boolean {
  const alone = ({ autonomy }: { autonomy: Autonomy }) => autonomy === 'auto';
  return !stopped && (alone(otherwise) || categories.some(alone));
}

/**
 * Whether a customer is among the share the assistant works for: always the same answer for the same customer, so
 * that who writes twice is served alike, and who is in stays in while the share grows.
 */
export function isRolledOut(customerId: string, percentage: number): boolean {
  // The tail of an id of version 7 is random.
  return Number.parseInt(customerId.slice(-8), 16) % 100 < percentage;
}

/** A share as people read it. */
export function percent(share: number): string {
  return `${Math.round(share * 100)}%`;
}

function capital(text: string): string {
  return text.slice(0, 1).toUpperCase() + text.slice(1);
}
